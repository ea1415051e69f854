// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <items/annotationfilter.h>
#include <items/annotationlistmodel.h>

#include <testing.h>

#include <QSignalSpy>

#pragma GCC diagnostic ignored "-Wconversion" // QTRY_COMPARE narrows by itself

using namespace galley;
using namespace Qt::StringLiterals;

/// How annotations of a whole project are sorted, grouped, found and shown.
class AnnotationListModelTest : public QObject
{
    Q_OBJECT

private slots:
    void theyAreSortedAndGrouped_data();
    void theyAreSortedAndGrouped();
    void rowsAskForTheirTextsOnce();
    void changesAreFollowed();
    void datesAreSpans_data();
    void datesAreSpans();
    void whatIsAskedInWordsIsUnderstood();

private:
    static Codebook codebook();
    static AnnotationNames names() { return {codebook(), {{{1}, {}, u"Zoe"_s}, {{2}, {}, u"Ada"_s}}}; }
    static ArrangedAnnotations list(AnnotationOrder order = AnnotationOrder::Reading, AnnotationGrouping grouping = AnnotationGrouping::None);
    static QStringList rows(const AnnotationListModel &model);
};

Codebook AnnotationListModelTest::codebook()
{
    const auto variable = [](qint64 id, const QString &name) {
        Variable row;
        row.id = {id};
        row.layer = {1};
        row.name = name;
        row.position = int(id);
        return row;
    };
    const auto code = [](qint64 id, qint64 of, qint64 parent, const QString &name) {
        Code row;
        row.id = {id};
        row.variable = {of};
        row.parent = {parent};
        row.name = name;
        row.position = int(id);
        return row;
    };
    Layer framing;
    framing.id = {1};
    framing.name = u"Framing"_s;
    return Codebook(u"Book"_s, 1, {framing}, {variable(1, u"frame"_s), variable(2, u"polarity"_s)},
                    {code(1, 1, 0, u"Security"_s), code(2, 1, 0, u"Economic"_s), code(3, 1, 1, u"Border"_s), code(4, 2, 0, u"against"_s)});
}

ArrangedAnnotations AnnotationListModelTest::list(AnnotationOrder order, AnnotationGrouping grouping)
{
    auto articles = std::make_shared<const std::vector<ListedArticle>>(std::vector<ListedArticle>{{{1}, u"First"_s, {}, u"2023-05-04"_s}, {{2}, u"Second"_s, {}, u"2022"_s}});
    const auto one = [](qint64 id, CodeId code, CoderId coder, qint32 article, qint64 modified) { return ListedAnnotation{{id}, {1}, coder, code, modified, article, 0, 3}; };
    return arranged(articles, {one(11, {2}, {1}, 0, 30), one(12, {1}, {2}, 0, 10), one(13, {3}, {1}, 1, 20)}, names(), order, grouping);
}

QStringList AnnotationListModelTest::rows(const AnnotationListModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const ListedAnnotation *one = model.annotationAt(row);
        rows << (one ? QString::number(one->id.value) : model.index(row, 0).data(AnnotationListModel::HeadingRole).toString() + u' '
                         + QString::number(model.index(row, 0).data(AnnotationListModel::CountRole).toInt()));
    }
    return rows;
}

void AnnotationListModelTest::theyAreSortedAndGrouped_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<int>("grouping");
    QTest::addColumn<QStringList>("shown");
    const auto row = [](const char *name, AnnotationOrder order, AnnotationGrouping grouping, const QStringList &shown) { QTest::newRow(name) << int(order) << int(grouping) << shown; };
    row("reading", AnnotationOrder::Reading, AnnotationGrouping::None, {u"11"_s, u"12"_s, u"13"_s});
    row("codes, as the codebook has them", AnnotationOrder::Code, AnnotationGrouping::None, {u"12"_s, u"13"_s, u"11"_s});
    row("coders by name", AnnotationOrder::Coder, AnnotationGrouping::None, {u"12"_s, u"11"_s, u"13"_s});
    row("dates", AnnotationOrder::Published, AnnotationGrouping::None, {u"13"_s, u"11"_s, u"12"_s});
    row("the last first", AnnotationOrder::LastCoded, AnnotationGrouping::None, {u"11"_s, u"13"_s, u"12"_s});
    row("by code", AnnotationOrder::Reading, AnnotationGrouping::Code, {u"Security 1"_s, u"12"_s, u"Security/Border 1"_s, u"13"_s, u"Economic 1"_s, u"11"_s});
    row("by article, the last first", AnnotationOrder::LastCoded, AnnotationGrouping::Article, {u"First 2"_s, u"11"_s, u"12"_s, u"Second 1"_s, u"13"_s});
    row("by coder", AnnotationOrder::Reading, AnnotationGrouping::Coder, {u"Ada 1"_s, u"12"_s, u"Zoe 2"_s, u"11"_s, u"13"_s});
}

void AnnotationListModelTest::theyAreSortedAndGrouped()
{
    QFETCH(int, order);
    QFETCH(int, grouping);
    QFETCH(QStringList, shown);
    AnnotationListModel model;
    model.show(list(AnnotationOrder(order), AnnotationGrouping(grouping)), names());
    QCOMPARE(rows(model), shown);
    QCOMPARE(model.annotationCount(), 3);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(bool(model.flags(model.index(row, 0)) & Qt::ItemIsSelectable), model.annotationAt(row) != nullptr);
}

void AnnotationListModelTest::rowsAskForTheirTextsOnce()
{
    AnnotationListModel model;
    model.show(list(), names());
    QSignalSpy wanted(&model, &AnnotationListModel::detailsWanted);
    QCOMPARE(model.index(0, AnnotationListModel::CodeColumn).data().toString(), u"Economic"_s); // known without its text
    QCOMPARE(model.index(0, AnnotationListModel::QuoteColumn).data().toString(), u"…"_s);
    QCOMPARE(model.index(1, AnnotationListModel::QuoteColumn).data().toString(), u"…"_s);
    QTRY_COMPARE(wanted.size(), 1); // once for all that are painted
    QCOMPARE(model.takeWanted(), (std::vector<AnnotationId>{{11}, {12}, {13}})); // those near them, too
    (void)model.index(0, AnnotationListModel::QuoteColumn).data();
    QCOMPARE(model.takeWanted(), std::vector<AnnotationId>());
    QSignalSpy altered(&model, &QAbstractItemModel::dataChanged);
    Annotation annotation;
    annotation.id = {11};
    annotation.ranges = {{4, 8}};
    annotation.quote = u"levy\ntax"_s;
    model.addDetails({{annotation, u"the\nnew "_s, u" is due"_s}});
    QCOMPARE(altered.size(), 1);
    QCOMPARE(model.index(0, AnnotationListModel::LeftColumn).data().toString(), u"the new "_s);
    QCOMPARE(model.index(0, AnnotationListModel::QuoteColumn).data().toString(), u"levy tax"_s);
    QCOMPARE(model.index(0, AnnotationListModel::RightColumn).data().toString(), u" is due"_s);
}

void AnnotationListModelTest::changesAreFollowed()
{
    AnnotationListModel model;
    model.show(list(AnnotationOrder::Reading, AnnotationGrouping::Article), names());
    Annotation before;
    before.id = {12};
    before.code = {1};
    before.ranges = {{0, 3}};
    Annotation after = before;
    after.code = {2};
    after.status = AnnotationStatus::Flagged;
    after.memo = u"Why?"_s;
    model.follow(Change{{}, {modified(before, after)}});
    const int row = model.rowOf({12});
    QCOMPARE(model.index(row, AnnotationListModel::CodeColumn).data().toString(), u"Economic"_s);
    QCOMPARE(model.index(row, AnnotationListModel::MarkColumn).data().toString(), u"flagged, memo"_s);
    model.follow(Change{{}, {removed(after)}});
    QCOMPARE(rows(model), (QStringList{u"First 1"_s, u"11"_s, u"Second 1"_s, u"13"_s}));
    after.id = {13};
    model.follow(Change{{}, {removed(after)}});
    QCOMPARE(rows(model), (QStringList{u"First 1"_s, u"11"_s})); // nothing is under a heading of nothing
}

void AnnotationListModelTest::datesAreSpans_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("published");
    QTest::addColumn<bool>("within");
    QTest::newRow("nothing asked") << u""_s << u"2023"_s << true;
    QTest::newRow("year") << u"2023"_s << u"2023-05-04T09:30:00+02:00"_s << true;
    QTest::newRow("another year") << u"2023"_s << u"2022-05-04"_s << false;
    QTest::newRow("month") << u"2023-05"_s << u"2023-05-31"_s << true;
    QTest::newRow("day that is not known") << u"2023-05-04"_s << u"2023-05"_s << false;
    QTest::newRow("from to") << u"2023-01..2023-06"_s << u"2023-06-30"_s << true;
    QTest::newRow("behind it") << u"2023-01..2023-06"_s << u"2023-07-01"_s << false;
    QTest::newRow("from on") << u"2023.."_s << u"2024-01-01"_s << true;
    QTest::newRow("until") << u"..2022"_s << u"2022-12-31"_s << true;
    QTest::newRow("until, later") << u".. 2022"_s << u"2023-01-01"_s << false;
    QTest::newRow("without a date") << u"2023"_s << u""_s << false;
    QTest::newRow("no date asked") << u"May"_s << u"2023"_s << true;
}

void AnnotationListModelTest::datesAreSpans()
{
    QFETCH(QString, asked);
    QFETCH(QString, published);
    QFETCH(bool, within);
    QCOMPARE(isPublishedWithin(published, asked), within);
    QCOMPARE(isSpanOfDates(asked), asked != "May"_L1);
}

void AnnotationListModelTest::whatIsAskedInWordsIsUnderstood()
{
    const std::vector<Actor> actors{{{7}, {}, u"Städtetag"_s}};
    const auto asked = [&](const AnnotationFilter &filter) { return queryOf(filter, codebook(), names().coders, actors, {}); };
    QVERIFY(!asked({}).texts && !asked({}).values && !asked({}).article);
    QCOMPARE(asked({.code = {1}}).codes, (std::vector<CodeId>{{1}, {3}})); // with what is below it
    const auto texts = asked({.text = u"zurich  TOLL"_s}).texts;
    QVERIFY(texts("A toll in Zürich", ""));
    QVERIFY(texts("A toll", "Zürich?"));
    QVERIFY(!texts("A toll", ""));
    const auto values = asked({.value = u"polarity: against"_s}).values;
    QVERIFY(values({{{2}, CodeId{4}}}));
    QVERIFY(!values({{{1}, CodeId{2}}}));
    QVERIFY(asked({.value = u"stadtetag"_s}).values({{{2}, ActorId{7}}}));
    QVERIFY(asked({.value = u"4.5"_s}).values({{{2}, 4.5}}));
    const auto article = asked({.outlet = u"post"_s, .published = u"2023"_s}).article;
    QVERIFY(article({{1}, {}, u"Morning Post"_s, u"2023-05"_s}));
    QVERIFY(!article({{1}, {}, u"Morning Post"_s, u"2022"_s}));
    QVERIFY(!article({{1}, {}, u"The Times"_s, u"2023"_s}));
}

GALLEY_TEST(AnnotationListModelTest)
#include "tst_annotationlistmodel.moc"
