// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <store/projectlists.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// Annotations over the whole project, as lists have them.
class AnnotationListTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theyComeInReadingOrder();
    void aFirstLookIsTheBeginningOfIt();
    void whatIsAskedIsWhatComes();
    void othersWorkInBlindArticlesDoesNotCome();
    void itEndsWhenNobodyWantsIt();
    void contextIsWhatTheTextHas();

private:
    std::vector<AnnotationId> listed(const AnnotationQuery &query = {}, qint64 lookAtMost = 0);
    void add(const std::vector<Annotation> &annotations);
    ProjectLists lists() { return taken(ProjectLists::open(m_store->path())); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<ProjectStore> m_store;
    std::vector<ListedArticle> m_articles;
};

void AnnotationListTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store.emplace(project(m_folder->filePath(u"p.galley"_s)));
    m_articles = taken(lists().articles());
    QCOMPARE(m_articles.size(), size_t(2));
}

void AnnotationListTest::add(const std::vector<Annotation> &annotations)
{
    Change change{u"Code"_s, {}};
    for (const Annotation &one : annotations)
        change.edits.emplace_back(added(one));
    taken(m_store->apply(change, stamp()));
}

std::vector<AnnotationId> AnnotationListTest::listed(const AnnotationQuery &query, qint64 lookAtMost)
{
    std::vector<AnnotationId> ids;
    for (const ListedAnnotation &one : taken(lists().annotations(m_articles, query, lookAtMost)))
        ids.push_back(one.id);
    return ids;
}

void AnnotationListTest::theyComeInReadingOrder()
{
    // Made in another order than they are read.
    add({annotation({14}, {2}, secondText, {{0, 3}}), annotation({13}, {1}, firstText, {{5, 8}}), annotation({12}, {1}, firstText, {{0, 3}}), annotation({11}, {1}, firstText, {{0, 6}})});
    QCOMPARE(listed(), (std::vector<AnnotationId>{{11}, {12}, {13}, {14}}));
    Annotation before = annotation({12}, {1}, firstText, {{0, 3}});
    taken(m_store->apply({u"Remove"_s, {removed(before)}}, stamp()));
    QCOMPARE(listed(), (std::vector<AnnotationId>{{11}, {13}, {14}}));
}

void AnnotationListTest::aFirstLookIsTheBeginningOfIt()
{
    add({annotation({14}, {2}, secondText, {{0, 3}}), annotation({13}, {1}, firstText, {{5, 8}}), annotation({12}, {1}, firstText, {{0, 3}})});
    QCOMPARE(listed({}, 1), (std::vector<AnnotationId>{{12}, {13}})); // the article that was begun is looked at whole
    QCOMPARE(listed({}, 100), listed());
}

void AnnotationListTest::whatIsAskedIsWhatComes()
{
    Annotation flagged = annotation({11}, {1}, firstText, {{0, 3}}, {2});
    flagged.status = AnnotationStatus::Flagged;
    Annotation noted = annotation({12}, {1}, firstText, {{4, 8}});
    noted.memo = u"Why?"_s;
    Annotation bens = annotation({13}, {2}, secondText, {{0, 3}});
    bens.coder = {2};
    add({flagged, noted, bens});
    using Ids = std::vector<AnnotationId>;
    QCOMPARE(listed({.flagged = true}), Ids{{11}});
    QCOMPARE(listed({.withMemo = true}), Ids{{12}});
    QCOMPARE(listed({.coders = {{2}}}), Ids{{13}});
    QCOMPARE(listed({.codes = {{2}}}), Ids{{11}});
    QCOMPARE(listed({.layers = {{2}}}), Ids());
    QCOMPARE(listed({.article = [](const ListedArticle &article) { return article.title == u"Second"; }}), Ids{{13}});
    QCOMPARE(listed({.texts = [](std::string_view, std::string_view memo) { return memo == "Why?"; }}), Ids{{12}});
    QCOMPARE(listed({.texts = [&](std::string_view quote, std::string_view) { return quote == noted.quote.toStdString(); }}), Ids{{12}});
    QCOMPARE(listed({.values = [](const std::vector<VariableValue> &values) { return !values.empty(); }}), Ids());
    QCOMPARE(listed({.flagged = true}, 100), Ids{{11}});
    const auto all = taken(lists().annotations(m_articles, {}));
    QCOMPARE(all[0].flagged, true);
    QCOMPARE(all[0].hasMemo, false);
    QCOMPARE(all[1].hasMemo, true);
    QCOMPARE(all[2].article, 1);
}

void AnnotationListTest::othersWorkInBlindArticlesDoesNotCome()
{
    Annotation bens = annotation({13}, {2}, secondText, {{0, 3}});
    bens.coder = {2};
    Annotation settled = annotation({14}, {1}, firstText, {{0, 3}});
    settled.coder = consensusCoder().id;
    add({annotation({11}, {1}, firstText, {{0, 3}}), annotation({12}, {2}, secondText, {{0, 3}}), bens});
    taken(m_store->apply({u"Consensus"_s, {added(consensusCoder()), added(settled)}}, {{}, time()}));
    QCOMPARE(listed(), (std::vector<AnnotationId>{{11}, {12}, {13}})); // the consensus is nobody
    QCOMPARE(listed({.sight = Sight({2}, {{2}})}), (std::vector<AnnotationId>{{11}, {13}}));
    QCOMPARE(listed({.sight = Sight({2}, {{2}})}, 100), (std::vector<AnnotationId>{{11}, {13}}));
}

void AnnotationListTest::itEndsWhenNobodyWantsIt()
{
    add({annotation({11}, {1}, firstText, {{0, 3}})});
    QCOMPARE(taken(lists().annotations(m_articles, {}, 0, [] { return false; })).size(), size_t(0));
}

void AnnotationListTest::contextIsWhatTheTextHas()
{
    const TextPositions positions(firstText);
    const auto part = [&](qsizetype begin, qsizetype end) {
        const Utf16Range place = positions.toUtf16(Range{begin, end});
        return firstText.sliced(place.begin, place.length());
    };
    add({annotation({11}, {1}, firstText, {{2, 4}, {6, 8}}), annotation({12}, {1}, firstText, {})});
    const auto found = taken(lists().inContext({{12}, {99}, {11}}, 5));
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].annotation.id.value, 12);
    QCOMPARE(found[0].left + found[0].right, QString());
    QCOMPARE(found[1].left, part(0, 2)); // no more is before it
    QCOMPARE(found[1].right, part(8, 13));
}

GALLEY_TEST(AnnotationListTest)
#include "tst_annotationlist.moc"
