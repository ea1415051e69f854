// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/codingsets.h>
#include <project/retiring.h>
#include <project/sight.h>
#include <project/suggesting.h>
#include <project/suggestionedits.h>
#include <project/workspace.h>
#include <store/packet.h>

#include <testing.h>

#include <algorithm>

using namespace galley;
using namespace galley::sample;

/// Places where a code may fit: made once, answered by each coder alone, and no coding before.
class SuggestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPlaceIsSuggestedOnce();
    void theRulesOfTheLayerAreKept_data();
    void theRulesOfTheLayerAreKept();
    void whatIsCodedSoIsLeftOut();
    void eachCoderAnswersForThemselves();
    void anAcceptedOneIsAnAnnotationInOneStep();
    void itIsAcceptedWithAnotherCode();
    void whatWasAnsweredIsNotAskedAgain();
    void thoseOfAnOriginAreWithdrawn();
    void inBlindSetsOnlyOnesOwnAreSeen();
    void copiesThatAnswerApartMergeWithoutAnythingToBeLookedAt();
    void aPacketBringsThoseThatTheCoderMaySee();
    void anArticleGoesWithItsSuggestions();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    SuggestionRequest request(CoderId coder = {1}, CodeId code = {3}) const { return {{1}, code, {1}, coder, u"search “guard”"_s}; }
    FoundPlaces found(const QString &word) const;
    SuggestionOutcome make(const SuggestionRequest &request, const FoundPlaces &places);
    std::vector<Suggestion> waiting(CoderId coder, const Sight &sight = {});
    QString quote(const Suggestion &suggestion) const;
    Change accepted(const Suggestion &suggestion, CoderId coder, CodeId as = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
    ArticleId m_first;
};

void SuggestionsTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store.emplace(project(path(u"p.galley"_s)));
    m_first = taken(m_store->articles()).front().id;
}

FoundPlaces SuggestionsTest::found(const QString &word) const
{
    FoundPlaces places;
    const TextPositions positions(firstText);
    for (qsizetype at = firstText.indexOf(word); at >= 0; at = firstText.indexOf(word, at + 1))
        places[m_first].push_back(positions.toCodePoints(Utf16Range{at, at + word.size()}));
    return places;
}

SuggestionOutcome SuggestionsTest::make(const SuggestionRequest &request, const FoundPlaces &places)
{
    SuggestionOutcome outcome = taken(suggest(*m_store, request, places));
    if (!outcome.change.isEmpty())
        taken(m_store->apply(outcome.change, stamp()));
    return outcome;
}

std::vector<Suggestion> SuggestionsTest::waiting(CoderId coder, const Sight &sight)
{
    return taken(waitingSuggestions(*m_store, taken(m_store->codebook()), sight, coder, m_first));
}

QString SuggestionsTest::quote(const Suggestion &suggestion) const
{
    return quoteOf(firstText, TextPositions(firstText), suggestion.ranges);
}

Change SuggestionsTest::accepted(const Suggestion &suggestion, CoderId coder, CodeId as)
{
    const TextPositions positions(firstText);
    return taken(acceptSuggestion(taken(m_store->codebook()), {firstText, positions, {}}, suggestion, coder, m_store->allot<AnnotationTag>(), time(), as));
}

void SuggestionsTest::aPlaceIsSuggestedOnce()
{
    QCOMPARE(make(request(), found(u"rose"_s)).added, 1);
    QCOMPARE(waiting({1}).size(), size_t(1));
    QCOMPARE(quote(waiting({1}).front()), u"rose"_s);
    const SuggestionOutcome again = make(request(), found(u"rose"_s));
    QCOMPARE(again.added, 0);
    QCOMPARE(again.known, 1);
    QVERIFY(again.change.isEmpty());
    SuggestionRequest other = request();
    other.origin = u"another search"_s; // wherever it comes from, it is answered once
    QCOMPARE(make(other, found(u"rose"_s)).known, 1);
    QCOMPARE(make(request({1}, {1}), found(u"rose"_s)).added, 1); // another code is another question
    QVERIFY(!suggest(*m_store, request({1}, {7}), found(u"rose"_s))); // of another layer
}

void SuggestionsTest::theRulesOfTheLayerAreKept_data()
{
    QTest::addColumn<Snap>("snap");
    QTest::addColumn<bool>("across");
    QTest::addColumn<QStringList>("leftOut");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QStringList>("suggested");
    QTest::addColumn<QString>("forbidden");
    QTest::newRow("free") << Snap::Free << true << QStringList() << u"is"_s << QStringList{u"is"_s, u"is"_s} << QString();
    QTest::newRow("words") << Snap::Word << true << QStringList() << u"axe"_s << QStringList{u"taxes"_s} << QString();
    QTest::newRow("two hits in a sentence") << Snap::Sentence << true << QStringList() << u"r"_s
                                            << QStringList{u"Ministers met today."_s, u"The alliance 🛡️ raised its guard; taxes rose too."_s} << u"same 2"_s;
    QTest::newRow("across paragraphs") << Snap::Free << false << QStringList() << u"today.\n\nThe"_s << QStringList() << u"paragraphs 1"_s;
    QTest::newRow("parts left out") << Snap::Free << true << QStringList{u"headline"_s} << u"today"_s << QStringList() << u"left out 1"_s;
}

void SuggestionsTest::theRulesOfTheLayerAreKept()
{
    QFETCH(Snap, snap);
    QFETCH(bool, across);
    QFETCH(QStringList, leftOut);
    QFETCH(QString, word);
    QFETCH(QStringList, suggested);
    QFETCH(QString, forbidden);
    const Layer before = taken(m_store->codebook()).layers().front();
    Layer ruled = before;
    ruled.snap = snap;
    ruled.acrossParagraphs = across;
    ruled.leaveOut = leftOut;
    if (ruled != before)
        taken(m_store->apply({u"Rules"_s, {modified(before, ruled)}}, stamp()));
    const FoundPlaces places = found(word);
    const SuggestionOutcome outcome = make(request(), places);
    QStringList quotes;
    for (const Suggestion &suggestion : waiting({1}))
        quotes << quote(suggestion);
    QCOMPARE(quotes, suggested);
    QStringList told;
    for (const auto &[name, number] : {std::pair(u"same"_s, outcome.samePlace), std::pair(u"paragraphs"_s, outcome.paragraphs), std::pair(u"left out"_s, outcome.leftOut)}) {
        if (number > 0)
            told << u"%1 %2"_s.arg(name).arg(number);
    }
    QCOMPARE(told.join(u", "_s), forbidden);
    QCOMPARE(outcome.places(), qint64(places.begin()->second.size())); // every hit is accounted for
}

void SuggestionsTest::whatIsCodedSoIsLeftOut()
{
    const std::vector<Range> rose = found(u"taxes rose too"_s)[m_first];
    taken(m_store->apply({u"Code"_s, {added(annotation(m_store->allot<AnnotationTag>(), m_first, firstText, rose, {3}))}}, stamp()));
    QCOMPARE(make(request(), found(u"rose"_s)).coded, 1);
    QCOMPARE(make(request({1}, {1}), found(u"rose"_s)).added, 1); // with another code
    QCOMPARE(make(request({2}), found(u"rose"_s)).added, 1);      // to somebody who did not
    QCOMPARE(make(request({}), found(u"rose"_s)).added, 1);       // to all
    QCOMPARE(waiting({1}).size(), size_t(1));                     // which this coder has coded so
    const Layer before = taken(m_store->codebook()).layers().front();
    Layer ruled = before;
    ruled.overlap = Overlap::None;
    taken(m_store->apply({u"Rules"_s, {modified(before, ruled)}}, stamp()));
    QCOMPARE(make(request({1}, {2}), found(u"rose"_s)).overlapping, 1);
}

void SuggestionsTest::eachCoderAnswersForThemselves()
{
    make(request({}), found(u"guard"_s));
    const Suggestion forAll = waiting({1}).front();
    taken(m_store->apply(dismissSuggestion(taken(m_store->codebook()), firstText, forAll, {1}), stamp()));
    QVERIFY(waiting({1}).empty());
    QVERIFY(waiting({2}) == std::vector{forAll}); // whose answer it is, the others do not learn from theirs
    taken(m_store->apply(accepted(forAll, {2}), {{2}, time(1)}));
    QVERIFY(waiting({2}).empty());
    const auto rows = taken(m_store->suggestions(m_first));
    QCOMPARE(std::ranges::count(rows, SuggestionState::Open, &Suggestion::state), 1);
    QVERIFY(taken(m_store->check()).empty());
}

void SuggestionsTest::anAcceptedOneIsAnAnnotationInOneStep()
{
    make(request(), found(u"guard"_s));
    const Suggestion suggestion = waiting({1}).front();
    taken(m_store->apply(accepted(suggestion, {1}), stamp(1)));
    const Annotation made = taken(m_store->annotations(m_first)).front();
    QCOMPARE(made.quote, u"guard"_s);
    QCOMPARE(made.code, CodeId{3});
    const Suggestion answered = taken(m_store->suggestions(m_first)).front();
    QVERIFY(answered.state == SuggestionState::Accepted && answered.annotation == made.id);
    QCOMPARE(answered.origin, u"search “guard”"_s);
    taken(m_store->undo(stamp(2), CoderId{1}));
    QVERIFY(taken(m_store->annotations(m_first)).empty());
    QVERIFY(waiting({1}) == std::vector{suggestion});
    taken(m_store->redo(stamp(3), CoderId{1}));
    QVERIFY(waiting({1}).empty());
    QVERIFY(taken(m_store->check()).empty());
}

void SuggestionsTest::itIsAcceptedWithAnotherCode()
{
    make(request(), found(u"guard"_s));
    const Suggestion suggestion = waiting({1}).front();
    taken(m_store->apply(accepted(suggestion, {1}, {6}), stamp(1)));
    const Annotation made = taken(m_store->annotations(m_first)).front();
    QVERIFY(made.code == CodeId{6} && made.layer == LayerId{2});
    QCOMPARE(taken(m_store->suggestions(m_first)).front().code, CodeId{3}); // what was suggested stays told
}

void SuggestionsTest::whatWasAnsweredIsNotAskedAgain()
{
    make(request(), found(u"guard"_s));
    taken(m_store->apply(dismissSuggestion(taken(m_store->codebook()), firstText, waiting({1}).front(), {1}), stamp()));
    QCOMPARE(make(request(), found(u"guard"_s)).known, 1);
    make(request({}), found(u"guard"_s)); // also where it comes for all
    QVERIFY(waiting({1}).empty());
    QCOMPARE(waiting({2}).size(), size_t(1));
}

void SuggestionsTest::thoseOfAnOriginAreWithdrawn()
{
    make(request(), found(u"guard"_s));
    SuggestionRequest other = request();
    other.origin = u"another"_s;
    make(other, found(u"rose"_s));
    const Change change = withdrawSuggestions(taken(m_store->suggestions()), u"another"_s);
    QCOMPARE(change.edits.size(), size_t(1));
    taken(m_store->apply(change, stamp(1)));
    QCOMPARE(waiting({1}).size(), size_t(1));
    QCOMPARE(make(other, found(u"rose"_s)).added, 1);
    QVERIFY(withdrawSuggestions(taken(m_store->suggestions()), u"none"_s).isEmpty());
}

void SuggestionsTest::inBlindSetsOnlyOnesOwnAreSeen()
{
    make(request({}), found(u"guard"_s)); // by Ada, for all
    make(request({2}), found(u"rose"_s)); // by Ada, for Ben
    SuggestionRequest own = request({2});
    own.by = {2};
    make(own, found(u"taxes"_s));
    const Sight ben({2}, {m_first});
    QCOMPARE(waiting({2}).size(), size_t(3));
    QCOMPARE(waiting({2}, ben).size(), size_t(1));
    QCOMPARE(quote(waiting({2}, ben).front()), u"taxes"_s);
    for (const Suggestion &suggestion : taken(m_store->suggestions()))
        QCOMPARE(ben.sees({1}, Change{{}, {added(suggestion)}}), suggestion.by == CoderId{2}); // nor by the history
}

void SuggestionsTest::copiesThatAnswerApartMergeWithoutAnythingToBeLookedAt()
{
    make(request({}), found(u"guard"_s));
    const Suggestion forAll = waiting({1}).front();
    m_store.reset();
    QVERIFY(QFile::copy(path(u"p.galley"_s), path(u"q.galley"_s)));
    m_store.emplace(taken(ProjectStore::open(path(u"q.galley"_s), ProjectStore::Mode::ReadWrite)));
    taken(m_store->apply(accepted(forAll, {2}), {{2}, time(1)}));
    m_store.emplace(taken(ProjectStore::open(path(u"p.galley"_s), ProjectStore::Mode::ReadWrite)));
    taken(m_store->apply(dismissSuggestion(taken(m_store->codebook()), firstText, forAll, {1}), stamp(1)));
    taken(m_store->merge(path(u"q.galley"_s), stamp(2)));
    QVERIFY(taken(m_store->lookedAt()).empty());
    QCOMPARE(taken(m_store->suggestions()).size(), size_t(3));
    QVERIFY(waiting({1}).empty() && waiting({2}).empty());
    QVERIFY(taken(m_store->check()).empty());
}

void SuggestionsTest::aPacketBringsThoseThatTheCoderMaySee()
{
    const Coder ada = taken(m_store->coders()).front();
    Coder lead = ada;
    lead.role = CoderRole::Lead;
    taken(m_store->apply({u"Lead"_s, {modified(ada, lead)}}, {{}, time()}));
    make(request({}), found(u"guard"_s)); // by the lead, for all
    make(request({1}), found(u"rose"_s)); // for the lead alone
    const CodingSet set{{9}, u"Main"_s, SetKind::Main, false, u"{\"articles\":[]}"_s};
    taken(m_store->apply({u"Set"_s, {added(set), added(Assignment{{1}, {9}, m_first, {2}, 0})}}, stamp()));
    m_store.reset();
    taken(writePacket(path(u"p.galley"_s), path(u"ben.galley"_s), {2}));
    m_store.emplace(taken(ProjectStore::open(path(u"ben.galley"_s), ProjectStore::Mode::ReadWrite)));
    QCOMPARE(taken(m_store->suggestions()).size(), size_t(1));
    const Suggestion suggestion = waiting({2}).front();
    QCOMPARE(quote(suggestion), u"guard"_s);
    taken(m_store->apply(accepted(suggestion, {2}), {{2}, time(3)}));
    m_store.emplace(taken(ProjectStore::open(path(u"p.galley"_s), ProjectStore::Mode::ReadWrite)));
    taken(m_store->merge(path(u"ben.galley"_s), stamp(4)));
    QVERIFY(waiting({2}).empty());
    QCOMPARE(waiting({1}).size(), size_t(2));
    QCOMPARE(taken(m_store->annotations(m_first)).front().coder, CoderId{2});

    CodingSet blind = set;
    blind.blind = true;
    taken(m_store->apply({u"Blind"_s, {modified(taken(m_store->codingSets()).front(), blind)}}, stamp(5)));
    m_store.reset();
    taken(writePacket(path(u"p.galley"_s), path(u"blind.galley"_s), {2}));
    m_store.emplace(taken(ProjectStore::open(path(u"blind.galley"_s), ProjectStore::Mode::ReadOnly)));
    for (const Suggestion &one : taken(m_store->suggestions()))
        QVERIFY(one.coder == CoderId{2} && one.state == SuggestionState::Accepted);
}

void SuggestionsTest::anArticleGoesWithItsSuggestions()
{
    make(request({}), found(u"guard"_s));
    const Suggestion forAll = waiting({1}).front();
    taken(m_store->apply(accepted(forAll, {1}), stamp(1)));
    taken(m_store->apply(taken(retireArticles(*m_store, {m_first}, u"a double"_s)), stamp(2)));
    QVERIFY(taken(m_store->suggestions()).empty());
    QVERIFY(taken(m_store->check()).empty());
    taken(m_store->undo(stamp(3)));
    QCOMPARE(taken(m_store->suggestions()).size(), size_t(2));
}

GALLEY_TEST(SuggestionsTest)
#include "tst_suggestions.moc"
