// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <items/articlefilterproxy.h>
#include <items/dates.h>
#include <items/folding.h>

#include <testing.h>

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QString printed(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        rows << u"%1:%2%3"_s.arg(index.data(ArticleListModel::ArticleIdRole).toLongLong())
                    .arg(index.data(ArticleListModel::AnnotationCountRole).toInt())
                    .arg(QStringList{u"-"_s, u"~"_s, u"+"_s}[index.data(ArticleListModel::ProgressRole).toInt()]);
    }
    return rows.join(u' ');
}

Annotation annotationOf(qint64 id, ArticleId article, CoderId coder)
{
    Annotation made = newsroom::annotation(id, 0, 5);
    made.article = article;
    made.coder = coder;
    return made;
}

Article articleWith(ArticleId id, const QString &title)
{
    Article article;
    article.id = id;
    article.title = title;
    return article;
}

galley::Progress progressOf(ArticleId article, ProgressState state)
{
    return {{1}, article, newsroom::ada, state};
}

} // namespace

class ArticleListTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void countsFollowOnlyTheCoderWhoLooks();
    void progressFollows();
    void anArticleThatIsTakenBackLeavesAndReturnsToItsPlace();
    void aNewTitleIsShown();
    void aBulkEditAsksToBeFilledAgainOnce();
    void aBulkEditOfOtherTablesIsLeftAlone();
    void theTextFilterFinds_data();
    void theTextFilterFinds();
    void whatWasFoldedMeanwhileIsNotOfWhatWasThere();
    void aKeyThatChangesNothingLeavesTheListAlone();
    void textIsFoldedTheSameInUtf8();
    void progressFilters_data();
    void progressFilters();
    void sortsByAnyColumn_data();
    void sortsByAnyColumn();
    void aSelectionStaysOnItsArticleWhenSorted();
    void thePinnedArticleStaysThoughItsProgressNoLongerFits();
    void datesAreShortAndHonest_data();
    void datesAreShortAndHonest();
    void aHundredThousandArticlesAreFilteredWithOneReset();
    void randomEditsLeaveTheSameAsFillingAgain();
    void aQueueHasItsOrderWhateverIsDone();
    void whatFitsIsWithoutThePinnedOne();

private:
    std::unique_ptr<ArticleListModel> m_model;
    std::unique_ptr<ArticleFilterProxy> m_proxy;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

void ArticleListTest::init()
{
    m_testers.clear();
    m_proxy.reset();
    m_model = std::make_unique<ArticleListModel>();
    m_proxy = std::make_unique<ArticleFilterProxy>();
    m_model->reset(newsroom::articles(), newsroom::ada);
    m_proxy->setArticles(m_model.get());
    for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_model.get()), static_cast<QAbstractItemModel *>(m_proxy.get())})
        m_testers.push_back(std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest));
}

void ArticleListTest::countsFollowOnlyTheCoderWhoLooks()
{
    QCOMPARE(printed(*m_model), u"1:12+ 2:5~ 3:2~ 4:0- 5:0- 6:0-"_s);
    m_model->follow({{}, {added(annotationOf(90, {4}, newsroom::ada)), added(annotationOf(91, {5}, newsroom::ben))}});
    QCOMPARE(printed(*m_model), u"1:12+ 2:5~ 3:2~ 4:1~ 5:0- 6:0-"_s);
    m_model->follow({{}, {removed(annotationOf(90, {4}, newsroom::ada))}});
    QCOMPARE(printed(*m_model), u"1:12+ 2:5~ 3:2~ 4:0- 5:0- 6:0-"_s);
}

void ArticleListTest::progressFollows()
{
    const Change done{{}, {added(progressOf({4}, ProgressState::Done))}};
    m_model->follow(done);
    QCOMPARE(printed(*m_model), u"1:12+ 2:5~ 3:2~ 4:0+ 5:0- 6:0-"_s);
    m_model->follow(inverse(done));
    QCOMPARE(printed(*m_model), u"1:12+ 2:5~ 3:2~ 4:0- 5:0- 6:0-"_s);
}

void ArticleListTest::anArticleThatIsTakenBackLeavesAndReturnsToItsPlace()
{
    const Change gone{{}, {removed(articleWith({3}, u"Nobody asked us"_s))}};
    m_model->follow(gone);
    QCOMPARE(printed(*m_model), u"1:12+ 2:5~ 4:0- 5:0- 6:0-"_s);
    QCOMPARE(m_model->row({4}), 2);
    m_model->follow(inverse(gone));
    QCOMPARE(printed(*m_model), u"1:12+ 2:5~ 3:0- 4:0- 5:0- 6:0-"_s);
    QCOMPARE(printed(*m_proxy), printed(*m_model));
}

void ArticleListTest::aNewTitleIsShown()
{
    m_proxy->setText(u"corrected"_s);
    QCOMPARE(m_proxy->rowCount(), 0);
    m_model->follow({{}, {modified(articleWith({4}, u"Market report"_s), articleWith({4}, u"Market report, corrected"_s))}});
    QCOMPARE(m_proxy->rowCount(), 1);
    QCOMPARE(m_proxy->index(0, 0).data().toString(), u"Market report, corrected"_s);
}

void ArticleListTest::aBulkEditAsksToBeFilledAgainOnce()
{
    QSignalSpy asked(m_model.get(), &ArticleListModel::needsReload);
    m_model->follow({{}, {bulkAdded<Article>({{7, 894}}), bulkAdded<Annotation>({{1, 9}})}});
    QCOMPARE(asked.size(), 1);
}

void ArticleListTest::aBulkEditOfOtherTablesIsLeftAlone()
{
    QSignalSpy asked(m_model.get(), &ArticleListModel::needsReload);
    m_model->follow({{}, {bulkAdded<Zone>({{1, 9}}), bulkAdded<Actor>({{1, 9}})}});
    QCOMPARE(asked.size(), 0);
}

void ArticleListTest::theTextFilterFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    QTest::newRow("nothing typed") << u""_s << u"1 2 3 4 5 6"_s;
    QTest::newRow("blanks") << u"   "_s << u"1 2 3 4 5 6"_s;
    QTest::newRow("any case") << u"HARBOUR"_s << u"1"_s;
    QTest::newRow("an outlet") << u"herald"_s << u"1 3"_s;
    QTest::newRow("words of headline and outlet, in any order") << u"ledger market"_s << u"4"_s;
    QTest::newRow("without the accent") << u"uber kusten"_s << u"5"_s;
    QTest::newRow("with the accent") << u"über"_s << u"5"_s;
    QTest::newRow("another script") << u"港"_s << u"6"_s;
    QTest::newRow("regular expressions are only letters") << u".*"_s << u""_s;
    QTest::newRow("nothing fits") << u"zebra"_s << u""_s;
}

void ArticleListTest::theTextFilterFinds()
{
    QFETCH(QString, text);
    m_proxy->setText(text);
    QStringList ids;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        ids << m_proxy->index(row, 0).data(ArticleListModel::ArticleIdRole).toString();
    QTEST(ids.join(u' '), "rows");
}

void ArticleListTest::whatWasFoldedMeanwhileIsNotOfWhatWasThere()
{
    m_model->reset(newsroom::articles(), newsroom::ada);
    m_model->follow({{}, {modified(articleWith({4}, u"Market report"_s), articleWith({4}, u"Zebra crossing"_s))}});
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    m_proxy->setText(u"zebra"_s);
    QCOMPARE(m_proxy->rowCount(), 1);
    m_model->reset(newsroom::articles(), newsroom::ada);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(m_proxy->rowCount(), 0);
    m_proxy->setText(u"market"_s);
    QCOMPARE(m_proxy->rowCount(), 1);
}

/// Another letter that leaves out nothing more leaves the list as it is; one that does shows what is left, also after a headline was corrected.
void ArticleListTest::aKeyThatChangesNothingLeavesTheListAlone()
{
    m_model->reset(newsroom::articles(), newsroom::ada);
    m_proxy->setText(u"market"_s);
    QSignalSpy resets(m_proxy.get(), &QAbstractItemModel::modelReset);
    m_proxy->setText(u"mark"_s);
    QCOMPARE(m_proxy->rowCount(), 1);
    QCOMPARE(resets.count(), 0);
    m_model->follow({{}, {modified(articleWith({4}, u"Market report"_s), articleWith({4}, u"Report of the markets, longer than before"_s))}});
    m_proxy->setText(u"longer than"_s);
    QCOMPARE(m_proxy->rowCount(), 1);
    m_proxy->setText({});
    QCOMPARE(m_proxy->rowCount(), m_model->rowCount());
    m_proxy->sort(ArticleListModel::OutletColumn);
    QStringList outlets;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        outlets << folded(m_proxy->index(row, 0).data(ArticleListModel::OutletRole).toString());
    QVERIFY2(std::ranges::is_sorted(outlets), qPrintable(outlets.join(u'|')));
}

void ArticleListTest::textIsFoldedTheSameInUtf8()
{
    for (const QString &text : {QString(), u" "_s, u"Harbour"_s, u"  The\tHARBOUR \r\n opens\v\f "_s, u"[@Z`az{]"_s, u"0\x01\x7f"_s, u"Über\u00A0 Alles à la\u2009carte"_s, u"\u0301 ﬁne\u0301 \u00A0 ¨ end"_s,
                                u"İstanbul ΣΊΣΥΦΟΣ Straße"_s, u"東京 タワー\u3000ガ"_s, u"الصَّبَاح  new"_s})
        QCOMPARE(foldedUtf8(text), folded(text).toUtf8());
}

void ArticleListTest::progressFilters_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<QString>("rows");
    QTest::newRow("all") << std::to_underlying(ArticleFilterProxy::ProgressFilter::All) << u"1:12+ 2:5~ 3:2~ 4:0- 5:0- 6:0-"_s;
    QTest::newRow("not begun") << std::to_underlying(ArticleFilterProxy::ProgressFilter::NotBegun) << u"4:0- 5:0- 6:0-"_s;
    QTest::newRow("in progress, also where only annotations say so") << std::to_underlying(ArticleFilterProxy::ProgressFilter::InProgress) << u"2:5~ 3:2~"_s;
    QTest::newRow("done") << std::to_underlying(ArticleFilterProxy::ProgressFilter::Done) << u"1:12+"_s;
}

void ArticleListTest::progressFilters()
{
    QFETCH(int, filter);
    m_proxy->setProgress(ArticleFilterProxy::ProgressFilter(filter));
    QTEST(printed(*m_proxy), "rows");
}

void ArticleListTest::sortsByAnyColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("down");
    QTest::addColumn<QString>("rows");
    QTest::newRow("import") << ArticleFilterProxy::ImportOrder << false << u"1 2 3 4 5 6"_s;
    QTest::newRow("headline") << int(ArticleListModel::HeadlineColumn) << false << u"1 4 2 5 3 6"_s;
    QTest::newRow("outlet, then import") << int(ArticleListModel::OutletColumn) << false << u"2 4 5 1 3 6"_s;
    QTest::newRow("oldest first") << int(ArticleListModel::DateColumn) << false << u"6 4 1 2 3 5"_s;
    QTest::newRow("newest first") << int(ArticleListModel::DateColumn) << true << u"5 3 2 1 4 6"_s;
    QTest::newRow("progress, then import") << int(ArticleListModel::ProgressColumn) << false << u"4 5 6 2 3 1"_s;
    QTest::newRow("progress down, then still import") << int(ArticleListModel::ProgressColumn) << true << u"1 2 3 4 5 6"_s;
}

void ArticleListTest::sortsByAnyColumn()
{
    QFETCH(int, column);
    QFETCH(bool, down);
    m_proxy->sort(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
    QStringList ids;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        ids << m_proxy->index(row, 0).data(ArticleListModel::ArticleIdRole).toString();
    QTEST(ids.join(u' '), "rows");
}

void ArticleListTest::aSelectionStaysOnItsArticleWhenSorted()
{
    const QPersistentModelIndex selected = m_proxy->indexOf({2});
    m_proxy->sort(ArticleListModel::DateColumn, Qt::DescendingOrder);
    QCOMPARE(selected.data(ArticleListModel::ArticleIdRole).toLongLong(), 2);
    QCOMPARE(QModelIndex(selected), m_proxy->indexOf({2}));
}

void ArticleListTest::thePinnedArticleStaysThoughItsProgressNoLongerFits()
{
    m_proxy->setProgress(ArticleFilterProxy::ProgressFilter::NotBegun);
    m_proxy->setPinned({5});
    m_model->follow({{}, {added(annotationOf(90, {5}, newsroom::ada))}});
    QCOMPARE(printed(*m_proxy), u"4:0- 5:1~ 6:0-"_s);
    m_proxy->setPinned({6});
    QCOMPARE(printed(*m_proxy), u"4:0- 6:0-"_s);
    m_proxy->setPinned({1});
    QCOMPARE(printed(*m_proxy), u"1:12+ 4:0- 6:0-"_s);
    m_proxy->setSet(QSet<ArticleId>{{4}, {6}}); // what is not in a sample is not shown as part of it
    QCOMPARE(printed(*m_proxy), u"4:0- 6:0-"_s);
}

void ArticleListTest::datesAreShortAndHonest_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("shown");
    QTest::newRow("day") << u"2023-05-04"_s << u"4 May 2023"_s;
    QTest::newRow("moment") << u"2023-05-04T09:30:00+02:00"_s << u"4 May 2023"_s;
    QTest::newRow("month") << u"2023-05"_s << u"May 2023"_s;
    QTest::newRow("year") << u"2023"_s << u"2023"_s;
    QTest::newRow("as found") << u"last Tuesday"_s << u"last Tuesday"_s;
    QTest::newRow("no such day") << u"2023-02-30"_s << u"2023-02-30"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
}

void ArticleListTest::datesAreShortAndHonest()
{
    QFETCH(QString, published);
    QTEST(dateForPeople(published), "shown");
}

void ArticleListTest::aHundredThousandArticlesAreFilteredWithOneReset()
{
    m_testers.clear(); // would look at every row of every step
    std::vector<ArticleSummary> many(100'000);
    for (size_t row = 0; row < many.size(); ++row) {
        many[row].id = {qint64(row) + 1};
        many[row].title = u"Report %1 on the harbour"_s.arg(row);
        many[row].outlet = row % 2 == 0 ? u"Herald"_s : u"Ledger"_s;
    }
    m_model->reset(std::move(many), newsroom::ada);
    QSignalSpy resets(m_proxy.get(), &QAbstractItemModel::modelReset);
    QSignalSpy removals(m_proxy.get(), &QAbstractItemModel::rowsRemoved);
    m_proxy->setText(u"ledger"_s);
    QCOMPARE(m_proxy->rowCount(), 50'000);
    m_proxy->setText(u"ledger 99999"_s);
    QCOMPARE(m_proxy->rowCount(), 1);
    QCOMPARE(resets.size(), 2);
    QCOMPARE(removals.size(), 0);
}

/// Whatever comes and goes, the proxy shows what a fresh one over the same rows shows.
void ArticleListTest::randomEditsLeaveTheSameAsFillingAgain()
{
    QRandomGenerator random(20261124);
    m_proxy->setProgress(ArticleFilterProxy::ProgressFilter::InProgress);
    for (int step = 0; step < 300; ++step) {
        const ArticleId article{random.bounded(1, 9)};
        const bool there = m_model->row(article) >= 0;
        switch (random.bounded(4)) {
        case 0:
            m_model->follow({{}, {there ? AnyEdit(removed(articleWith(article, u"a"_s))) : AnyEdit(added(articleWith(article, u"a"_s)))}});
            break;
        case 1:
            m_model->follow({{}, {added(annotationOf(step + 100, article, newsroom::ada))}});
            break;
        case 2:
            m_model->follow({{}, {added(progressOf(article, random.bounded(2) == 0 ? ProgressState::Done : ProgressState::InProgress))}});
            break;
        default:
            m_proxy->setPinned({random.bounded(1, 9)});
        }
        ArticleFilterProxy fresh;
        fresh.setProgress(ArticleFilterProxy::ProgressFilter::InProgress);
        fresh.setArticles(m_model.get());
        m_proxy->setPinned({});
        QCOMPARE(printed(*m_proxy), printed(fresh));
    }
}

/// What is not done in the order of the queue, then what is; and the same as if it were filled again.
void ArticleListTest::aQueueHasItsOrderWhateverIsDone()
{
    QRandomGenerator random(20261130);
    const std::vector<ArticleId> queue{{3}, {6}, {1}, {5}};
    m_proxy->setQueue(queue);
    for (int step = 0; step < 300; ++step) {
        const ArticleId article{random.bounded(1, 7)};
        m_model->follow({{}, {added(progressOf(article, random.bounded(2) == 0 ? ProgressState::Done : ProgressState::InProgress))}});
        if (random.bounded(5) == 0)
            m_proxy->setPinned({random.bounded(1, 7)}); // one that is not in the queue does not come in by that
        std::vector<ArticleId> expected;
        for (const bool done : {false, true}) {
            std::ranges::copy_if(queue, std::back_inserter(expected), [&](ArticleId each) {
                return (m_model->summary(each)->progress == ProgressState::Done) == done;
            });
        }
        std::vector<ArticleId> shown;
        for (int row = 0; row < m_proxy->rowCount(); ++row)
            shown.push_back({m_proxy->index(row, 0).data(ArticleListModel::ArticleIdRole).toLongLong()});
        QCOMPARE(shown, expected);
        ArticleFilterProxy fresh;
        fresh.setQueue(queue);
        fresh.setArticles(m_model.get());
        QCOMPARE(printed(*m_proxy), printed(fresh));
    }
    m_proxy->setQueue(std::nullopt);
    QCOMPARE(m_proxy->rowCount(), m_model->rowCount());
}

void ArticleListTest::whatFitsIsWithoutThePinnedOne()
{
    m_proxy->setText(u"no article is called like this"_s);
    m_proxy->setPinned({2});
    QCOMPARE(m_proxy->rowCount(), 1);
    QVERIFY(m_proxy->fitting().empty());
    m_proxy->setText({});
    QCOMPARE(m_proxy->fitting().size(), size_t(m_model->rowCount()));
}

GALLEY_TEST(ArticleListTest)
#include "tst_articlelist.moc"
