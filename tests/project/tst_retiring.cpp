// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <domain/codingset.h>
#include <project/retiring.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// An article that should not be there goes, with what hangs on it, and comes back whole.
class RetiringTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itGoesWithAllThatWasCoded();
    void undoBringsBackEverything();
    void whatReferredToItLetsGo();
    void theReasonIsNeeded();

private:
    std::vector<Article> articles() const { return taken(m_store->articles()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
};

void RetiringTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(project(m_folder->filePath(u"p.galley"_s)));
    const ArticleId first = articles().front().id;
    taken(m_store->apply({u"Code"_s, {added(annotation(m_store->allot<AnnotationTag>(), first, firstText, {{0, 9}}, {1}))}}, stamp()));
}

void RetiringTest::itGoesWithAllThatWasCoded()
{
    const size_t before = articles().size();
    const Article first = articles().front();
    const RetiredWork work = taken(workIn(*m_store, {first.id}, {2}));
    QVERIFY(work.annotations > 0 && work.others);
    const Change change = taken(retireArticles(*m_store, {first.id}, u"It is an advertisement."_s));
    QVERIFY(change.text.endsWith(u": It is an advertisement."_s));
    taken(m_store->apply(change, stamp()));
    QCOMPARE(articles().size(), before - 1);
    QCOMPARE(taken(m_store->counts()).annotations, 0);
    QVERIFY(taken(m_store->check()).empty());
    QCOMPARE(taken(m_store->history(1)).front().text, change.text);
}

void RetiringTest::undoBringsBackEverything()
{
    const std::vector<Article> before = articles();
    const auto coded = taken(m_store->annotations(before.front().id));
    const auto zones = taken(m_store->zones(before.front().id));
    taken(m_store->apply(taken(retireArticles(*m_store, {before.front().id}, u"Not wanted"_s)), stamp()));
    taken(m_store->undo(stamp()));
    QVERIFY(articles() == before);
    QVERIFY(taken(m_store->annotations(before.front().id)) == coded);
    QVERIFY(taken(m_store->zones(before.front().id)) == zones);
    QCOMPARE(taken(m_store->text(before.front().id)), firstText);
    QVERIFY(taken(m_store->check()).empty());
}

void RetiringTest::whatReferredToItLetsGo()
{
    std::vector<Article> all = articles();
    QVERIFY(all.size() >= 2);
    Change related{u"Relate"_s, {}};
    for (size_t at = 0; at < 2; ++at) {
        Article row = all[at];
        row.family = all[0].id;
        row.containment = at ? std::optional(0.9) : std::nullopt;
        row.revises = at ? all[0].id : ArticleId();
        related.edits.push_back(modified(all[at], row));
    }
    taken(m_store->apply(related, stamp()));
    taken(m_store->apply(taken(retireArticles(*m_store, {all[0].id}, u"Not wanted"_s)), stamp()));
    const Article left = articles().front();
    QVERIFY(!left.family && !left.revises && !left.containment);
    taken(m_store->undo(stamp()));
    QCOMPARE(articles()[1].family, all[0].id);
}

void RetiringTest::theReasonIsNeeded()
{
    QVERIFY(!retireArticles(*m_store, {articles().front().id}, u"  "_s));
    QVERIFY(!retireArticles(*m_store, {ArticleId{987}}, u"Not wanted"_s));
}

GALLEY_TEST(RetiringTest)
#include "tst_retiring.moc"
