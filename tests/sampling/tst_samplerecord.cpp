// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a sample, and what becomes of it when the articles change.
#include "frame.h"

#include <sampling/samplerecord.h>

#include <testing.h>

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace galley;
using namespace galley::testing;

class SampleRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreReadAsWritten();
    void aRecordGivesTheSampleBack_data();
    void aRecordGivesTheSampleBack();
    void aRecordReadsLikeThis();
    void articlesThatCameOrWentAreTold();
    void articlesThatStateSomethingElseAreTold();
    void datesThatChangedAreTold();
    void aRecordThatWasChangedIsTold();
    void whatIsNoRecordIsRefused_data();
    void whatIsNoRecordIsRefused();
};

namespace {

/// By way of text, as a file would keep it.
QJsonObject kept(const Sample &sample)
{
    return QJsonDocument::fromJson(QJsonDocument(sampleRecord(sample)).toJson()).object();
}

} // namespace

void SampleRecordTest::namesAreReadAsWritten()
{
    for (const SampleMethod method : {SampleMethod::Simple, SampleMethod::Stratified, SampleMethod::ConstructedWeek})
        QCOMPARE(sampleMethodNamed(nameOf(method)), method);
    for (const Allocation allocation : {Allocation::Proportional, Allocation::Equal})
        QCOMPARE(allocationNamed(nameOf(allocation)), allocation);
    QVERIFY(!sampleMethodNamed(u"Simple") && !allocationNamed(u""));
}

void SampleRecordTest::aRecordGivesTheSampleBack_data()
{
    QTest::addColumn<SampleRequest>("request");
    QTest::newRow("simple") << simple(30, std::numeric_limits<quint64>::max());
    SampleRequest since = simple(30);
    since.from = newYear.addDays(10);
    QTest::newRow("since") << since;
    QTest::newRow("stratified") << stratified(30);
    QTest::newRow("equal") << stratified(30, 3, Allocation::Equal);
    QTest::newRow("weeks") << constructed(2);
    SampleRequest open = constructed(2, 1);
    open.from = open.to = QDate();
    open.onlyDaysWithArticles = true;
    QTest::newRow("open weeks") << open;
}

void SampleRecordTest::aRecordGivesTheSampleBack()
{
    QFETCH(const SampleRequest, request);
    std::vector<Article> articles = frame(180);
    articles.push_back(article(181));
    const auto sample = drawn(articles, request);
    QVERIFY2(sample, qPrintable(messageOf(sample)));

    const auto read = sampleFrom(kept(*sample));
    QVERIFY2(read, qPrintable(messageOf(read)));
    Sample withoutIds = *sample;
    for (SampledArticle &article : withoutIds.articles)
        article.id = {};
    QCOMPARE(*read, withoutIds);

    std::ranges::reverse(articles);
    const auto again = drawnAgain(articles, kept(*sample));
    QVERIFY2(again, qPrintable(messageOf(again)));
    QCOMPARE(*again, *sample);
}

void SampleRecordTest::aRecordReadsLikeThis()
{
    const QJsonObject record = sampleRecord(*drawn(frame(20), stratified(2, 7)));
    const QJsonObject expected = QJsonDocument::fromJson(R"({
        "method": "stratified", "seed": "7", "size": 2, "by": "outlet", "allocation": "proportional",
        "generator": "Philox4x32-10, Fisher-Yates",
        "frame": {"size": 20, "sha256": "b5c2801f07b0dc9736421b95a6f8b4f06871d54fbbfb6326944d7563bd18a5a9"},
        "leftOut": {"undated": 0, "partlyDated": 0, "outsideSpan": 0},
        "strata": [{"value": "", "inFrame": 6, "share": 0, "inSample": 0},
                   {"value": "Herald", "inFrame": 7, "share": 1, "inSample": 1},
                   {"value": "Tribune", "inFrame": 7, "share": 1, "inSample": 1}],
        "articles": ["%1", "%2"]})"_ba.replace("%1", article(10).uuid.toByteArray(QUuid::WithoutBraces))
                                                             .replace("%2", article(20).uuid.toByteArray(QUuid::WithoutBraces)))
                                      .object();
    QCOMPARE(QJsonDocument(record).toJson(), QJsonDocument(expected).toJson());
}

void SampleRecordTest::articlesThatCameOrWentAreTold()
{
    std::vector<Article> articles = frame(20);
    const auto sample = drawn(articles, stratified(8));
    articles.push_back(article(21, u"Herald"_s));
    const auto more = drawnAgain(articles, kept(*sample));
    QCOMPARE(messageOf(more), u"The articles are not those the sample was drawn from: there were 20 and are 21; of the 8 in the "
                              "sample 8 are still there."_s);
    QCOMPARE(more.error().detail, u"Herald: 7 then, 8 now"_s);

    const ArticleId gone = sample->articles.front().id;
    std::erase_if(articles, [&](const Article &article) { return article.id == gone; });
    const auto other = drawnAgain(articles, kept(*sample));
    QVERIFY(messageOf(other).endsWith(u"there were 20 and are 20; of the 8 in the sample 7 are still there."_s));
    QVERIFY(messageOf(drawnAgain({}, kept(*sample))).contains(u"there were 20 and are 0"_s));
}

void SampleRecordTest::articlesThatStateSomethingElseAreTold()
{
    std::vector<Article> articles = frame(20);
    const auto sample = drawn(articles, stratified(8));
    articles[0].outlet = u"Tribune"_s; // it was of the Herald
    const auto other = drawnAgain(articles, kept(*sample));
    QCOMPARE(messageOf(other), u"The articles are those the sample was drawn from, but they give another one now: not all have the "
                               "“outlet” they had then, or the record was changed."_s);
    QCOMPARE(other.error().detail, u"Herald: 7 then, 6 now\nTribune: 7 then, 8 now"_s);
    QVERIFY(drawnAgain(articles, kept(*drawn(frame(20), simple(8)))));
}

void SampleRecordTest::datesThatChangedAreTold()
{
    std::vector<Article> articles = frame(90);
    const auto sample = drawn(articles, constructed(2));
    const ArticleId first = sample->articles.front().id;
    std::ranges::find(articles, first, &Article::id)->published = u"2022"_s;
    const auto other = drawnAgain(articles, kept(*sample));
    QVERIFY2(messageOf(other).contains(u"not all have the “published” they had then"_s), qPrintable(messageOf(other)));
    QCOMPARE(other.error().detail, sample->days.front().date.toString(Qt::ISODate) + u": 1 then, 0 now"_s);

    for (Article &article : articles)
        article.published.clear();
    QCOMPARE(drawnAgain(articles, kept(*sample)).error().detail, u"None of the articles states the day it was published on."_s);
}

void SampleRecordTest::aRecordThatWasChangedIsTold()
{
    const std::vector<Article> articles = frame(20);
    QJsonObject record = kept(*drawn(articles, simple(8)));
    record[u"seed"_s] = u"2"_s;
    QVERIFY(messageOf(drawnAgain(articles, record)).endsWith(u"or the record was changed."_s));
}

void SampleRecordTest::whatIsNoRecordIsRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("message");
    const QString none = u"This is not the record of a sample."_s;
    QTest::newRow("method") << u"method"_s << QJsonValue(u"quota"_s) << none;
    QTest::newRow("no method") << u"method"_s << QJsonValue() << none;
    QTest::newRow("seed") << u"seed"_s << QJsonValue(u"-1"_s) << none;
    QTest::newRow("seed as a number") << u"seed"_s << QJsonValue(1) << none;
    QTest::newRow("allocation") << u"allocation"_s << QJsonValue(u"optimal"_s) << none;
    QTest::newRow("frame") << u"frame"_s << QJsonValue(3) << none;
    QTest::newRow("articles") << u"articles"_s << QJsonValue() << none;
    QTest::newRow("generator") << u"generator"_s << QJsonValue(u"dice"_s)
                               << u"The sample was drawn in a way this version does not know."_s;
}

void SampleRecordTest::whatIsNoRecordIsRefused()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QJsonObject record = kept(*drawn(frame(20), stratified(8)));
    record[key] = value;
    QTEST(messageOf(sampleFrom(record)), "message");
    QTEST(messageOf(drawnAgain(frame(20), record)), "message");
    QCOMPARE(messageOf(sampleFrom({})), u"This is not the record of a sample."_s);
}

GALLEY_TEST(SampleRecordTest)
#include "tst_samplerecord.moc"
