// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the codebook was, what is another in it, and what was coded when it said something else.
#include "sampleproject.h"

#include <project/codebookdiff.h>
#include <project/codeedits.h>
#include <project/partedits.h>
#include <project/recheck.h>
#include <project/studychoices.h>
#include <store/codebookstates.h>

#include <testing.h>

#include <QRandomGenerator>

using namespace galley;
using namespace galley::sample;

namespace {

constexpr CodeId security{1}, defence{2}, economic{3};

Code codeAs(const Codebook &book, CodeId id, const std::function<void(Code &)> &alter)
{
    Code code = *book.code(id);
    alter(code);
    return code;
}

} // namespace

class CodebookDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(folderPattern());
        m_store = std::make_unique<ProjectStore>(project(m_folder->filePath(u"p.galley"_s)));
    }
    void cleanup() { m_store.reset(); }

    void whatIsAnotherIsToldFieldByField()
    {
        const Codebook before = codebook();
        std::vector<Code> codes = before.codes();
        std::erase_if(codes, [](const Code &code) { return code.id == economic; });
        codes.front().definition = u"Threats"_s;
        codes.front().position = 7; // no difference
        codes.push_back(code(9, 1, 1, u"Arms"_s));
        std::vector<Variable> variables = before.variables();
        variables.back().shownWhen = {{{{8}, CodeId{7}}}};
        const Codebook after(before.name(), 2, before.layers(), variables, codes);
        using enum CodebookDifference::Kind;
        QCOMPARE(differences(before, after),
                 (std::vector<CodebookDifference>{{Altered, u"variable"_s, u"Article/tone"_s, {{u"shown_when"_s, QString(), u"tone = bad"_s}}},
                                                  {Altered, u"code"_s, u"Framing/frame/Security"_s, {{u"definition"_s, QString(), u"Threats"_s}}},
                                                  {Added, u"code"_s, u"Framing/frame/Security/Arms"_s},
                                                  {Removed, u"code"_s, u"Framing/frame/Economic"_s}}));
        QVERIFY(differences(before, before).empty());
        QCOMPARE(codesThatMeanSomethingElse(before, after), (std::set<CodeId>{security, economic}));
    }
    void theHistoryTellsEachState()
    {
        apply(editCode(book(), codeAs(book(), security, [](Code &code) { code.definition = u"Threats"_s; })), 1);
        apply(addCodeBelow(book(), {1}, {}, u"Morality"_s), 2);
        apply(removeCode(book(), economic, {}), 3);
        taken(m_store->undo(stamp(4), CoderId{1}));
        const auto states = taken(codebookStates(path()));
        QCOMPARE(states.size(), size_t(5));
        QVERIFY(states[0].codebook.codes() == codebook().codes() && states[0].codebook.revision() == 1);
        QCOMPARE(states[1].text, u"Edit code “Security”"_s);
        QCOMPARE(states[1].coder, CoderId{1});
        QCOMPARE(states[1].codebook.code(security)->definition, u"Threats"_s);
        QVERIFY(states[2].codebook.code(economic) && !states[3].codebook.code(economic));
        QCOMPARE(states[4].codebook.content(), states[2].codebook.content()); // what was undone is as it was
        QCOMPARE(states.back().codebook.content(), book().content());
        QCOMPARE(states[2].codebook.revision(), 3);
    }
    void randomEditsAreRetraced()
    {
        std::vector<Codebook> was{book()};
        QRandomGenerator random(5);
        for (int step = 1; step <= 40; ++step) {
            const std::vector<Code> codes = book().codes();
            const Code &code = codes[size_t(random.bounded(int(codes.size())))];
            Result<Change> change = Change();
            switch (random.bounded(4)) {
            case 0:
                change = addCodeBelow(book(), code.variable, {}, u"Code %1"_s.arg(step));
                break;
            case 1:
                change = removeCode(book(), code.id, {});
                break;
            case 2:
                change = moveCode(book(), code.id, random.bounded(2) ? 1 : -1);
                break;
            default:
                change = editCode(book(), codeAs(book(), code.id, [&](Code &altered) { altered.definition = u"As of %1"_s.arg(step); }));
            }
            if (!change || change->isEmpty())
                continue;
            taken(m_store->apply(*change, stamp(step)));
            was.push_back(book());
        }
        const auto states = taken(codebookStates(path()));
        QCOMPARE(states.size(), was.size());
        for (size_t at = 0; at < was.size(); ++at) {
            QVERIFY(states[at].codebook.codes() == was[at].codes());
            QCOMPARE(states[at].codebook.content(), was[at].content());
        }
    }
    void whatWasCodedUnderAnotherDefinitionIsToBeLookedAt()
    {
        const auto coded = [&](qint64 id, CodeId code, CoderId coder) {
            Annotation made = annotation({id}, {1}, firstText, {{0, 9}}, code);
            made.coder = coder;
            made.revision = book().content();
            taken(m_store->apply({u"Code"_s, {added(made)}}, {coder, time()}));
        };
        coded(101, security, {1});
        coded(102, economic, {1});
        coded(103, defence, {2});
        apply(editCode(book(), codeAs(book(), security, [](Code &code) { code.definition = u"Threats"_s; })), 1);
        apply(editCode(book(), codeAs(book(), economic, [](Code &code) { code.color = u"#000000"_s; })), 2); // means the same
        coded(104, security, {1});
        const auto ids = [&](CoderId coder) {
            std::vector<AnnotationId> found;
            for (const Recheck &one : taken(toRecheck(path(), coder)))
                found.push_back(one.annotation);
            return found;
        };
        QCOMPARE(ids({}), std::vector{AnnotationId{101}});
        QCOMPARE(ids({2}), std::vector<AnnotationId>());
        apply(editCode(book(), codeAs(book(), security, [](Code &code) { code.definition.clear(); })), 3); // as it was
        QCOMPARE(ids({}), std::vector{AnnotationId{104}});
    }
    void aFrozenCodebookIsNotAltered()
    {
        const Change freeze = setCodebookFrozen({}, true);
        taken(m_store->apply(freeze, stamp()));
        const auto choices = taken(m_store->studyChoices());
        QVERIFY(isCodebookFrozen(choices) && setCodebookFrozen(choices, true).isEmpty());
        const Change edit = taken(editCode(book(), codeAs(book(), security, [](Code &code) { code.key = u"9"_s; })));
        QVERIFY(!mayAlterCodebook(choices, edit));
        QVERIFY(mayAlterCodebook(choices, {{}, {added(annotation({101}, {1}, firstText, {{0, 9}}))}}));
        taken(m_store->apply(setCodebookFrozen(choices, false), stamp()));
        QVERIFY(mayAlterCodebook(taken(m_store->studyChoices()), edit));
    }

private:
    Codebook book() const { return taken(m_store->codebook()); }
    QString path() const { return m_folder->filePath(u"p.galley"_s); }
    void apply(const Result<Change> &change, int minute) { taken(m_store->apply(taken(change), stamp(minute))); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
};

GALLEY_TEST(CodebookDiffTest)
#include "tst_codebookdiff.moc"
