// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said, and what a study decides, as changes.
#include "sampleproject.h"

#include <project/commentedits.h>
#include <project/sight.h>
#include <project/studychoices.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

namespace {

const Coder ada = coder(1, u"Ada"_s), ben = coder(2, u"Ben"_s);

Coder lead()
{
    Coder lea = coder(3, u"Lea"_s);
    lea.role = CoderRole::Lead;
    return lea;
}

const Comment &saidIn(const Change &change)
{
    return *std::get<Edit<Comment>>(change.edits.front()).after;
}

CommentThread threadOf(const Change &change)
{
    return {{saidIn(change)}};
}

} // namespace

class CommentEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSaidIsNamedInTheHistory()
    {
        const Change change = taken(addComment({{7}, {{5}, {{9}}}, u"  Is that one frame or two? \n"_s, lead().id}, {ada, ben, lead()}, {}, {ada.id, time()}));
        QCOMPARE(change.text, u"Comment “Is that one frame or two?”"_s);
        QVERIFY((saidIn(change) == Comment{{7}, {5}, {{9}}, {}, ada.id, lead().id, u"Is that one frame or two?"_s, false, time()}));
        QVERIFY(!addComment({{7}, {}, u" \n"_s}, {ada}, {}, {ada.id, time()}));
    }
    void aReplyGoesToWhoSpoke()
    {
        const Change question = taken(addComment({{7}, {{5}, {{9}}}, u"One or two?"_s, lead().id}, {ada, lead()}, {}, {ada.id, time()}));
        const Change answer = taken(addReply(threadOf(question), {8}, u"One."_s, {lead().id, time(1)}));
        QCOMPARE(answer.text, u"Reply “One.”"_s);
        QVERIFY((saidIn(answer) == Comment{{8}, {5}, {{9}}, {7}, lead().id, ada.id, u"One."_s, false, time(1)}));
        const Change more = taken(addReply(threadOf(question), {8}, u"I mean the first half."_s, {ada.id, time(1)}));
        QVERIFY(saidIn(more).to == lead().id);
    }
    void aReplyOpensWhatWasClosed()
    {
        CommentThread thread = threadOf(taken(addComment({{7}, {}, u"News"_s}, {ada}, {}, {ada.id, time()})));
        const Change closing = setClosed(thread, true);
        QCOMPARE(closing.text, u"Close “News”"_s);
        thread.comments = {saidIn(closing)};
        QVERIFY(setClosed(thread, true).isEmpty());
        const Change reply = taken(addReply(thread, {8}, u"Not yet"_s, {ben.id, time(1)}));
        QCOMPARE(reply.edits.size(), size_t(2));
        QVERIFY(!std::get<Edit<Comment>>(reply.edits[1]).after->closed);
    }
    void ofABlindArticleOnlyALeadIsAsked()
    {
        const std::vector<Coder> people{ada, ben, lead()};
        const Sight blind(ada.id, {{5}});
        QVERIFY(recipients(people, ada.id, blind, {5}) == std::vector{lead()});
        QVERIFY(recipients(people, ada.id, blind, {6}) == (std::vector{ben, lead()}));
        QVERIFY(!addComment({{7}, {{5}, {}}, u"Did you see it?"_s, ben.id}, people, blind, {ada.id, time()}));
        QVERIFY(addComment({{7}, {{5}, {}}, u"Did you see it?"_s, lead().id}, people, blind, {ada.id, time()}));
    }
    void aFlagSaysWhatIsToBeDecided()
    {
        const Annotation marked = annotation({9}, {5}, firstText, {{0, 8}}, {1});
        const Change said = taken(addComment({{7}, {{5}, {{9}}}, u"One or two?"_s}, {ada}, {}, {ada.id, time()}));
        const Change flagged = withFlag({}, marked, said, time(1));
        QCOMPARE(flagged.edits.size(), size_t(2));
        QVERIFY(std::get<Edit<Annotation>>(flagged.edits[0]).after->status == AnnotationStatus::Flagged);
        QVERIFY2(flagged.text.startsWith(u"Flag ") && flagged.text.endsWith(u": Comment “One or two?”"), qPrintable(flagged.text));
    }
    void thresholdsHoldForTheStudy()
    {
        QVERIFY(thresholdsOf({}) == Thresholds());
        QVERIFY(taken(setThresholds({}, {})).isEmpty());
        const Change change = taken(setThresholds({}, {.75, .6}));
        QCOMPARE(change.text, u"Take as reliable what reaches 0.750, as tentative what reaches 0.600"_s);
        std::vector<StudyChoice> choices;
        for (const AnyEdit &edit : change.edits)
            choices.push_back(*std::get<Edit<StudyChoice>>(edit).after);
        QVERIFY((thresholdsOf(choices) == Thresholds{.75, .6}));
        QVERIFY(taken(setThresholds(choices, {.75, .6})).isEmpty());
        QCOMPARE(taken(setThresholds(choices, {.75, .5})).edits.size(), size_t(1));
        for (const Thresholds &wrong : {Thresholds{.6, .7}, Thresholds{1.2, .7}, Thresholds{.8, -.1}, Thresholds{qQNaN(), .5}})
            QVERIFY(!setThresholds({}, wrong));
    }
    void aLeadMayCodeBlind()
    {
        const std::vector<CodingSet> sets{{{1}, u"Pilot"_s, SetKind::Reliability, true, uR"({"articles":["11111111-1111-8111-8111-111111111111"]})"_s}};
        const Change change = setCodesBlind({}, lead(), true);
        QCOMPARE(change.text, u"Lea codes blind from now on"_s);
        const std::vector<StudyChoice> choices{*std::get<Edit<StudyChoice>>(change.edits.front()).after};
        const Coder lea = lead();
        QVERIFY(codesBlind(choices, lea.id) && !codesBlind(choices, ada.id));
        QVERIFY(sightOf(&lea, sets).seesAll());
        QCOMPARE(sightOf(&lea, sets, choices).blind().size(), size_t(1));
        QVERIFY(altersSight(change));
        QVERIFY(!std::get<Edit<StudyChoice>>(setCodesBlind(choices, lea, false).edits.front()).after);
        QVERIFY(setCodesBlind(choices, lea, true).isEmpty());
    }
};

GALLEY_TEST(CommentEditsTest)
#include "tst_commentedits.moc"
