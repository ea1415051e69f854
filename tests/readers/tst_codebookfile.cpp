// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/nameduuid.h>
#include <readers/codebook/codebookfile.h>
#include <reading.h>
#include <writers/codebookwriter.h>

#include <testing.h>

#include <QJsonDocument>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class CodebookFileTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyIsRead();
    void whatIsWrittenReadsTheSame();
    void idsFollowFromNamesOrStay();
    void twoReadingsAgreeOnIds();
    void everythingWrongIsToldWithItsLine();
    void refusals_data();
    void refusals();
    void theFormatIsDocumentedKeyByKey();
    void awkwardTextsComeBack();
};

namespace {

const QByteArray head = "galley_codebook: 1\nname: B\nlayers:\n  - name: L\n    variables:\n";

QString refusal(const QByteArray &yaml)
{
    const auto book = codebookFromYaml(yaml, u"b.yaml");
    return book ? u"accepted"_s : book.error().message;
}

} // namespace

void CodebookFileTest::everyKeyIsRead()
{
    const auto book = codebookFromYaml(contents(QStringLiteral(GALLEY_TEST_DATA "/codebooks/every-key.yaml")), u"every-key.yaml");
    QVERIFY2(book, qPrintable(book ? QString() : book.error().message));
    QCOMPARE(book->name(), u"Every key"_s);
    QCOMPARE(book->revision(), 1);
    QCOMPARE(book->layers().size(), size_t(3));
    const Layer &framing = book->layers()[0];
    QCOMPARE(framing.uuid, QUuid(u"00000000-0000-4000-8000-000000000001"_s));
    QCOMPARE(framing.description, u"What is said, and how."_s);
    QCOMPARE(framing.leaveOut, (QStringList{u"caption"_s, u"photo credit"_s, u"credit"_s, u"copyright"_s, u"chrome"_s, u"quote"_s}));
    QVERIFY(framing.snap == Snap::Word && framing.overlap == Overlap::Stacked && !framing.acrossParagraphs);
    const Layer &sentences = book->layers()[1];
    QVERIFY(sentences.unit == LayerUnit::Span && sentences.snap == Snap::Sentence && sentences.overlap == Overlap::None && sentences.acrossParagraphs);
    QCOMPARE(book->layers()[2].unit, LayerUnit::Article);
    QCOMPARE(book->layers()[2].leaveOut, QStringList());
    const Variable *frame = book->variable(framing.id, u"frame");
    QVERIFY(frame->required && !frame->multiple && frame->type == VariableType::Code);
    const Variable *weight = book->variable(framing.id, u"weight");
    QCOMPARE(weight->type, VariableType::Number);
    QCOMPARE(*weight->minimum, 0.5);
    QCOMPARE(*weight->maximum, 10.0);
    QVERIFY(weight->ratio && weight->standard == Value(2.5));
    QCOMPARE(weight->shownWhen, (Condition{{{frame->id, book->code(frame->id, u"Economic")->id}}}));
    const Variable *sure = book->variable(framing.id, u"sure");
    QCOMPARE(sure->standard, std::optional<Value>(true));
    const Variable *note = book->variable(framing.id, u"note");
    QCOMPARE(note->shownWhen, (Condition{{{sure->id, false}, {frame->id, book->code(frame->id, u"Security/Defence\\/arms")->id}}}));
    QVERIFY((note->required && note->requiredWhen == Condition{{{sure->id, false}}} && note->standard == Value(u"none"_s)));
    QVERIFY(book->variable(framing.id, u"targets")->multiple);
    const Code *code = book->code(frame->id, u"Security/Defence\\/arms");
    QVERIFY(code);
    QCOMPARE(*code->value, 1.1);
    QCOMPARE(code->definition, u"Arms: \"yes\" or no."_s);
    QCOMPARE(code->include, u"Tanks"_s);
    QCOMPARE(code->exclude, u"Banks"_s);
    QCOMPARE(code->examples, (QStringList{u"A tank rolled by."_s, u"No, two."_s}));
    QCOMPARE(code->counterExamples, QStringList{u"A tank of water."_s});
    QCOMPARE(code->hint, u"arms"_s);
    QCOMPARE(code->aliases, (QStringList{u"Military"_s, u"Army"_s}));
    QVERIFY(code->retired && !book->code(code->parent)->retired);
    QCOMPARE(code->color, u"#aabbcc"_s);
    QCOMPARE(code->key, u"1"_s);
    QCOMPARE(book->code(code->parent)->name, u"Security"_s);
}

void CodebookFileTest::whatIsWrittenReadsTheSame()
{
    const QByteArray yaml = contents(QStringLiteral(GALLEY_TEST_DATA "/codebooks/every-key.yaml"));
    const Codebook book = codebookFromYaml(yaml, u"b.yaml").value();
    const QByteArray written = codebookToYaml(book);
    const auto again = codebookFromYaml(written, u"b.yaml");
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QCOMPARE(*again, book);
    QCOMPARE(codebookToYaml(*again), written);
    const auto json = codebookFromJson(QJsonDocument::fromJson(codebookToJson(book)).object());
    QVERIFY2(json, qPrintable(json ? QString() : json.error().message));
    QCOMPARE(*json, book);
    QVERIFY(!codebookToJson(book).contains('\n'));
}

void CodebookFileTest::idsFollowFromNamesOrStay()
{
    const Codebook book = codebookFromYaml(head + "      - name: v\n        codes:\n          - name: c\n", u"b.yaml").value();
    QCOMPARE(book.layers()[0].uuid, layerUuid(u"B", u"L"));
    QCOMPARE(book.variables()[0].uuid, variableUuid(u"B", u"L", u"v"));
    QCOMPARE(book.codes()[0].uuid, codeUuid(u"B", u"L", u"v", u"c"));
    QVERIFY(!codebookToYaml(book).contains("id:"));
    std::vector<Code> renamed = book.codes();
    renamed[0].name = u"d"_s;
    const Codebook other(book.name(), 2, book.layers(), book.variables(), renamed);
    const Codebook back = codebookFromYaml(codebookToYaml(other), u"b.yaml").value();
    QCOMPARE(back.codes()[0].uuid, book.codes()[0].uuid);
}

void CodebookFileTest::twoReadingsAgreeOnIds()
{
    const QByteArray yaml = contents(QStringLiteral(GALLEY_TEST_DATA "/codebooks/every-key.yaml"));
    QCOMPARE(codebookFromYaml(yaml, u"a.yaml").value(),
        codebookFromYaml(QByteArray(yaml).replace("\n", "\r\n"), u"/elsewhere/b.yaml").value());
}

void CodebookFileTest::everythingWrongIsToldWithItsLine()
{
    const QByteArray yaml = contents(QStringLiteral(GALLEY_TEST_DATA "/codebooks/wrong.yaml"));
    const QString expected = QString::fromUtf8(contents(QStringLiteral(GALLEY_TEST_DATA "/codebooks/wrong.expected")));
    const QString found = refusal(yaml) + u'\n';
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT")) {
        QFile file(QStringLiteral(GALLEY_TEST_DATA "/codebooks/wrong.expected"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(found.toUtf8()) > 0);
    }
    QCOMPARE(found, expected);
}

void CodebookFileTest::refusals_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("beginning");
    QTest::addColumn<QString>("word");

    QTest::newRow("empty") << ""_ba << u"b.yaml:1: "_s << u"empty"_s;
    QTest::newRow("only a comment") << "# nothing\n"_ba << u"b.yaml:1: "_s << u"empty"_s;
    QTest::newRow("a word") << "hello"_ba << u"b.yaml:1: "_s << u"key: value"_s;
    QTest::newRow("no yaml") << "name: [1\nlayers: }"_ba << u"b.yaml:2: "_s << u"YAML"_s;
    QTest::newRow("a newer format") << "galley_codebook: 2\nname: B\nlayers: [{name: L}]"_ba << u"b.yaml:1: "_s << u"newer"_s;
    QTest::newRow("no text") << "\0\1\2"_ba << u"b.yaml:1: "_s << u"NUL"_s;
    QTest::newRow("a key twice") << "galley_codebook: 1\nname: B\nname: C\nlayers: [{name: L}]"_ba << u"b.yaml:3: "_s
                                 << u"first in line 2"_s;
    QTest::newRow("two documents") << head + "---\nname: C\n" << u"b.yaml:1: "_s << u"several"_s;
    QTest::newRow("a reference") << "galley_codebook: 1\nname: &a B\nlayers: [{name: *a}]"_ba << u"b.yaml:3: "_s
                                 << u"References"_s;
    QByteArray laughs = "galley_codebook: 1\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int at = 1; at < 30; ++at)
        laughs += "a" + QByteArray::number(at) + ": &a" + QByteArray::number(at) + " ["
            + ("*a" + QByteArray::number(at - 1) + ",").repeated(9) + "]\n";
    QTest::newRow("a billion laughs") << laughs << u"b.yaml:3: "_s << u"References"_s;
    QTest::newRow("deep lists") << "name: " + QByteArray(100'000, '[') << u"b.yaml:1: "_s << QString();
    QTest::newRow("deep maps") << "{a: "_ba.repeated(20'000) << u"b.yaml:1: "_s << QString();
    QTest::newRow("a list as key") << "? [a, b]\n: c\n"_ba << u"b.yaml:1: "_s << u"key"_s;
    QByteArray nested = head + "      - name: v\n        codes:\n";
    for (int depth = 0; depth < 33; ++depth)
        nested += QByteArray(10 + depth * 2, ' ') + "- name: c\n" + QByteArray(12 + depth * 2, ' ') + "codes:\n";
    QTest::newRow("deep codes") << nested + QByteArray(80, ' ') + "- name: c\n" << u"b.yaml:"_s << u"deep"_s;
    QTest::newRow("too large") << "# " + QByteArray(9'000'000, 'x') << u"b.yaml:1: "_s << u"large"_s;
    QTest::newRow("depends on what comes later") << head + "      - {name: a, shown_when: b = true}\n      - {name: b, type: boolean}\n"
                                               << u"b.yaml:6: "_s << u"“a” depends on “b”, which is no variable in front of it."_s;
    QTest::newRow("depends on no value") << head + "      - {name: a, type: boolean}\n      - {name: b, shown_when: a = maybe}\n"
                                         << u"b.yaml:7: "_s << u"“b” depends on “a = maybe”, which has no such value"_s;
    QTest::newRow("depends on no condition") << head + "      - {name: a, type: boolean}\n      - {name: b, required_when: a}\n"
                                             << u"b.yaml:7: "_s << u"What “b” depends on is written as “variable = value”, not “a”."_s;
    QTest::newRow("begins with no value") << head + "      - {name: a, type: boolean, default: perhaps}\n" << u"b.yaml:6: "_s << u"“a” cannot begin with “perhaps”"_s;
}

void CodebookFileTest::refusals()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, beginning);
    QFETCH(QString, word);
    const QString reason = refusal(yaml);
    QVERIFY2(reason.startsWith(beginning) && reason.contains(word), qPrintable(reason.left(500)));
}

void CodebookFileTest::theFormatIsDocumentedKeyByKey()
{
    const QString readme = QString::fromUtf8(contents(QStringLiteral(GALLEY_SOURCE "/resources/codebooks/README.md")));
    for (const QString &key : {u"galley_codebook"_s, u"name"_s, u"layers"_s, u"id"_s, u"unit"_s, u"description"_s, u"leave_out"_s, u"variables"_s,
             u"type"_s, u"required"_s, u"multiple"_s, u"minimum"_s, u"maximum"_s, u"codes"_s, u"value"_s, u"definition"_s,
             u"include"_s, u"exclude"_s, u"examples"_s, u"color"_s, u"key"_s, u"snap"_s, u"overlap"_s, u"across_paragraphs"_s, u"scale"_s,
             u"default"_s, u"shown_when"_s, u"required_when"_s, u"hint"_s, u"aliases"_s, u"retired"_s, u"counter_examples"_s})
        QVERIFY2(readme.contains(u"| `"_s + key + u"`"_s), qPrintable(key));
    // Its example is a codebook.
    const QString example = readme.section(u"```yaml\n"_s, 1).section(u"```"_s, 0, 0);
    const auto book = codebookFromYaml(example.toUtf8(), u"README.md");
    QVERIFY2(book, qPrintable(book ? QString() : book.error().message));
}

void CodebookFileTest::awkwardTextsComeBack()
{
    const QStringList texts{u"true"_s, u"null"_s, u"~"_s, u"1"_s, u"1e3"_s, u"- a"_s, u"a: b"_s, u"# no comment"_s,
        u"\"quoted\""_s, u"it's"_s, u"ends with :"_s, u"@x"_s, u"%y"_s, u"{a}"_s, u"[b]"_s, u"a/b\\c"_s, u"😀 ü 中文"_s,
        u"עברית"_s, u"!tag"_s, u"&anchor"_s, u"*alias"_s, u"|"_s, u">"_s, u"2023-05-04"_s, u"0x1F"_s, u".inf"_s, u"=="_s, u"?"_s,
        u"a\u00A0b"_s, u"\uFEFFx"_s, u"c#d"_s, u"---"_s};
    Layer layer;
    layer.id = {1};
    layer.name = u"L"_s;
    layer.uuid = layerUuid(u"B", layer.name);
    Variable variable;
    variable.id = {1};
    variable.layer = layer.id;
    variable.name = u"v"_s;
    variable.uuid = variableUuid(u"B", layer.name, variable.name);
    std::vector<Code> codes;
    for (const QString &text : texts) {
        Code code;
        code.id = {qint64(codes.size()) + 1};
        code.variable = variable.id;
        code.position = int(codes.size());
        code.name = text;
        code.uuid = codeUuid(u"B", layer.name, variable.name, QString(text).replace(u'/', u"\\/"_s));
        code.definition = text + u"\nsecond line: "_s + text;
        code.examples = texts;
        codes.push_back(code);
    }
    const Codebook book(u"B"_s, 1, {layer}, {variable}, codes);
    const auto back = codebookFromYaml(codebookToYaml(book), u"b.yaml");
    QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
    for (size_t at = 0; at < codes.size(); ++at)
        QCOMPARE(back->codes()[at], codes[at]);
    const Codebook json = codebookFromJson(QJsonDocument::fromJson(codebookToJson(book)).object()).value();
    for (size_t at = 0; at < codes.size(); ++at) {
        QCOMPARE(json.codes()[at].name, codes[at].name);
        QCOMPARE(json.codes()[at].definition, codes[at].definition);
        QCOMPARE(json.codes()[at].examples, codes[at].examples);
        QCOMPARE(json.codes()[at], codes[at]);
    }
}

GALLEY_TEST(CodebookFileTest)
#include "tst_codebookfile.moc"
