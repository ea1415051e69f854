// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <items/hitlistmodel.h>

#include <testing.h>

#include <QSignalSpy>

using namespace galley;
using namespace Qt::StringLiterals;

/// What was searched for, as lines and article by article.
class HitListModelTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreSorted_data();
    void linesAreSorted();
    void whatComesIsAdded();
    void articlesAreSortedByTheirNumbers();

private:
    static HitListModel::Names names();
    static std::vector<SearchHit> hits();
};

HitListModel::Names HitListModelTest::names()
{
    return std::make_shared<const ArticleNames>(std::vector<ListedArticle>{{{1}, u"Zebra"_s, u"Post"_s, u"2023"_s}, {{2}, u"Apple"_s, u"Times"_s, u"2022"_s}});
}

std::vector<SearchHit> HitListModelTest::hits()
{
    const auto hit = [](qint64 article, const QString &left, const QString &right) { return SearchHit{FoundIn::Text, {article}, {}, {4, 7}, left, u"tax"_s, right}; };
    return {hit(1, u"the wide "_s, u" reform"_s), hit(1, u"a new "_s, u" cut"_s), hit(2, u"the Élan "_s, u" rise"_s)};
}

void HitListModelTest::linesAreSorted_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<QList<int>>("places");
    QTest::newRow("as found") << int(HitOrder::Found) << QList{0, 1, 2};
    QTest::newRow("before, the nearest word first") << int(HitOrder::Left) << QList{2, 1, 0};
    QTest::newRow("behind") << int(HitOrder::Right) << QList{1, 0, 2};
    QTest::newRow("article") << int(HitOrder::Article) << QList{2, 0, 1};
    QTest::newRow("date") << int(HitOrder::Published) << QList{2, 0, 1};
}

void HitListModelTest::linesAreSorted()
{
    QFETCH(int, order);
    QFETCH(QList<int>, places);
    HitListModel model;
    model.setNames(names());
    model.add(hits());
    const QPersistentModelIndex first(model.index(0, HitListModel::LeftColumn));
    model.setOrder(inOrder(model.hits(), *model.names(), HitOrder(order)));
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.hitAt(row).left, hits()[size_t(places[row])].left);
    QCOMPARE(first.data().toString(), u"the wide "_s); // what was current stays so
}

void HitListModelTest::whatComesIsAdded()
{
    HitListModel model;
    model.setNames(names());
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.add(hits());
    model.add({});
    model.add({{.in = FoundIn::Comment, .hit = u"tax"_s}});
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(3, HitListModel::ArticleColumn).data().toString(), u"The study"_s);
    QCOMPARE(model.index(3, HitListModel::WhereColumn).data().toString(), u"Comment"_s);
    QCOMPARE(model.rowOf({2}), 2);
    QCOMPARE(model.rowOf({3}), -1);
}

void HitListModelTest::articlesAreSortedByTheirNumbers()
{
    DispersionModel model;
    model.setNames(names());
    model.add({{{1}, 3, 1000}, {{2}, 2, 100}});
    QCOMPARE(model.index(1, DispersionModel::PerThousandColumn).data().toString(), QLocale().toString(20.0, 'f', 1));
    model.sort(DispersionModel::PerThousandColumn, Qt::DescendingOrder);
    QCOMPARE(model.articleAt(0).article, ArticleId{2});
    model.sort(DispersionModel::HitsColumn, Qt::DescendingOrder);
    QCOMPARE(model.articleAt(0).article, ArticleId{1});
    model.sort(DispersionModel::ArticleColumn);
    QCOMPARE(model.articleAt(0).article, ArticleId{2});
    model.sort(-1);
    QCOMPARE(model.articleAt(0).article, ArticleId{1});
}

GALLEY_TEST(HitListModelTest)
#include "tst_hitlistmodel.moc"
