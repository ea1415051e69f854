// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/codebook/codebookcompletion.h>

#include <testing.h>

using namespace galley;
using namespace Qt::StringLiterals;

/// What is offered while a codebook file is typed: the caret stands at the "|".
class CodebookCompletionTest : public QObject
{
    Q_OBJECT

private slots:
    void whatMayStandAtTheCaretIsOffered_data();
    void whatMayStandAtTheCaretIsOffered();
    void anyTextAndPlaceIsBorne();
};

namespace {

const QString book = u"galley_codebook: 1\nname: B\nlayers:\n  - name: Framing\n    unit: span\n    variables:\n      - name: relevance\n        type: boolean\n      - name: frame\n"
                     "        type: code\n        codes:\n          - name: Economic\n            definition: Money\n          - name: \"Moral ity\"\n"_s;

} // namespace

void CodebookCompletionTest::whatMayStandAtTheCaretIsOffered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QString &text, const QStringList &words) { QTest::newRow(name) << text << words; };
    row("at the top", u"galley_codebook: 1\n|"_s, {u"name: "_s, u"layers:"_s});
    row("of a layer", u"layers:\n  - na|"_s, {u"name: "_s});
    row("what is there is not offered again", book + u"          - name: New\n            de|"_s, {u"definition: "_s});
    row("of a code", book + u"            c|"_s, {u"counter_examples: "_s, u"color: "_s, u"codes:"_s});
    row("of a variable", book + u"        d|"_s, {u"description: "_s, u"default: "_s});
    row("of a layer below its variables", book + u"    s|"_s, {u"snap: "_s});
    row("types", u"layers:\n  - name: L\n    variables:\n      - name: v\n        type: o|"_s, {u"ordinal"_s});
    row("units", u"layers:\n  - unit: |"_s, {u"span"_s, u"sentence"_s, u"paragraph"_s, u"article"_s});
    row("flags", book + u"            retired: t|"_s, {u"true"_s});
    row("its own codes", book + u"        default: |"_s, {u"Economic"_s, u"Moral ity"_s});
    row("what another depends on", book + u"      - name: note\n        type: text\n        shown_when:\n          - |"_s,
        {u"relevance = true"_s, u"relevance = false"_s, u"frame = Economic"_s, u"frame = Moral ity"_s});
    row("in one line", book + u"      - name: note\n        required_when: fr|"_s, {u"frame = Economic"_s, u"frame = Moral ity"_s});
    row("lists as far out as their key", u"layers:\n- name: L\n  variables:\n  - name: v\n    mi|"_s, {u"minimum: "_s});
    row("nothing in prose", book + u"            definition: na|"_s, {});
    row("nothing behind a whole word", u"layers:\n  - unit: span|"_s, {});
}

void CodebookCompletionTest::whatMayStandAtTheCaretIsOffered()
{
    QFETCH(QString, text);
    const int caret = int(text.indexOf(u'|'));
    text.remove(caret, 1);
    const CodebookCompletion completion = completionAt(text, caret);
    QTEST(completion.words, "words");
    const QString typed = text.sliced(completion.begin, caret - completion.begin);
    for (const QString &word : completion.words)
        QVERIFY2(word.startsWith(typed, Qt::CaseInsensitive), qPrintable(typed));
}

void CodebookCompletionTest::anyTextAndPlaceIsBorne()
{
    for (const QString &text : {QString(), u"\n\n"_s, u"- - -"_s, u"::"_s, u"    codes:\n- x"_s, book}) {
        for (int caret = -1; caret <= int(text.size()) + 1; ++caret) {
            const CodebookCompletion completion = completionAt(text, caret);
            QVERIFY(completion.begin >= 0 && completion.begin <= text.size());
        }
    }
}

GALLEY_TEST(CodebookCompletionTest)
#include "tst_codebookcompletion.moc"
