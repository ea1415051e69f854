// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/textpositions.h>

#include <testing.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QTest>
#include <QUrl>
#include <QUuid>

using namespace galley;
using namespace Qt::StringLiterals;

/// The demo project's records, as they ship.
class SamplesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyLineIsARecord();
    void idsAreUnique();
    void everyQuoteIsTheTextAtItsOffsets();
    void rangesKeepGraphemesWhole();
    void rangesAreInOrderAndApart();
    void layersAndCodesAreOfTheDefaultCodebook();
    void everyStanceHasAHolderATargetAndAVoice();
    void everyCodedArticleHasAVerdictOfItsCoder();
    void theStudyShowsWhatAnnotationsCanBe();
    void textsAreAsArticlesAreStored();
    void allIsInvented();

private:
    QString textOf(const QJsonObject &annotation) const { return m_texts[annotation["article"_L1].toString()]; }

    QList<QJsonObject> m_articles, m_coders, m_annotations;
    QMap<QString, QString> m_texts; ///< by id of the article
    QStringList m_other;            ///< lines that are none of these
};

namespace {

const QStringList frames{
    u"Economic"_s, u"Capacity and resources"_s, u"Morality"_s, u"Fairness and equality"_s,
    u"Legality, constitutionality and jurisprudence"_s, u"Policy prescription and evaluation"_s, u"Crime and punishment"_s,
    u"Security and defense"_s, u"Health and safety"_s, u"Quality of life"_s, u"Cultural identity"_s, u"Public opinion"_s,
    u"Political"_s, u"External regulation and reputation"_s, u"Other"_s};

std::vector<Range> rangesOf(const QJsonObject &annotation)
{
    std::vector<Range> result;
    for (const QJsonValue &range : annotation["ranges"_L1].toArray())
        result.push_back({range[0].toInt(-1), range[1].toInt(-1)});
    return result;
}

QString shown(const QJsonObject &record)
{
    return QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact));
}

} // namespace

void SamplesTest::initTestCase()
{
    QFile file(u":/galley/samples/demo.jsonl"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        const QString type = record["type"_L1].toString();
        if (type == u"article")
            m_articles << record;
        else if (type == u"coder")
            m_coders << record;
        else if (type == u"annotation")
            m_annotations << record;
        else
            m_other << QString::fromUtf8(line);
    }
    for (const QJsonObject &article : std::as_const(m_articles))
        m_texts.insert(article["id"_L1].toString(), article["text"_L1].toString());
}

void SamplesTest::everyLineIsARecord()
{
    QCOMPARE(m_other, QStringList());
    QCOMPARE(m_articles.size(), 10);
    QCOMPARE(m_coders.size(), 3);
    QVERIFY(m_annotations.size() >= 120);
    for (const QJsonObject &article : std::as_const(m_articles)) {
        for (const auto key : {"title"_L1, "outlet"_L1, "published"_L1, "language"_L1, "url"_L1, "text"_L1})
            QVERIFY2(!article[key].toString().isEmpty(), key.data());
    }
}

void SamplesTest::idsAreUnique()
{
    QSet<QUuid> ids;
    for (const QJsonObject &record : m_articles + m_coders + m_annotations) {
        const QUuid id(record["id"_L1].toString());
        QVERIFY2(!id.isNull() && !ids.contains(id), qPrintable(shown(record)));
        ids << id;
    }
}

void SamplesTest::everyQuoteIsTheTextAtItsOffsets()
{
    for (const QJsonObject &annotation : std::as_const(m_annotations)) {
        const QString text = textOf(annotation);
        QVERIFY(!text.isEmpty());
        const TextPositions positions(text);
        for (const Range range : rangesOf(annotation))
            QVERIFY2(0 <= range.begin && range.begin < range.end && range.end <= positions.codePoints(),
                     qPrintable(shown(annotation)));
        QCOMPARE(quoteOf(text, positions, rangesOf(annotation)), annotation["quote"_L1].toString());
    }
}

void SamplesTest::rangesKeepGraphemesWhole()
{
    for (const QJsonObject &annotation : std::as_const(m_annotations)) {
        const QString text = textOf(annotation);
        const TextPositions positions(text);
        for (const Range range : rangesOf(annotation)) {
            const Utf16Range units = positions.toUtf16(range);
            QVERIFY2(snappedToGraphemes(text, units) == units, qPrintable(shown(annotation)));
            QVERIFY2(trimmed(text, units) == units, qPrintable(shown(annotation)));
        }
    }
}

void SamplesTest::rangesAreInOrderAndApart()
{
    for (const QJsonObject &annotation : std::as_const(m_annotations)) {
        qsizetype end = -1;
        for (const Range range : rangesOf(annotation)) {
            QVERIFY2(range.begin > end, qPrintable(shown(annotation)));
            end = range.end;
        }
    }
}

void SamplesTest::layersAndCodesAreOfTheDefaultCodebook()
{
    const QMap<QString, QStringList> codes{{u"Framing"_s, frames},
                                           {u"Stance"_s, {u"against"_s, u"neutral"_s, u"in favour"_s}},
                                           {u"Article"_s, {QString()}}};
    for (const QJsonObject &annotation : std::as_const(m_annotations)) {
        const QString layer = annotation["layer"_L1].toString();
        QVERIFY2(codes.value(layer).contains(annotation["code"_L1].toString()), qPrintable(shown(annotation)));
        QCOMPARE(annotation["ranges"_L1].toArray().isEmpty(), layer == u"Article");
    }
}

void SamplesTest::everyStanceHasAHolderATargetAndAVoice()
{
    const QStringList voices{u"journalist"_s, u"direct quote"_s, u"paraphrase"_s};
    for (const QJsonObject &annotation : std::as_const(m_annotations)) {
        const QJsonObject values = annotation["values"_L1].toObject();
        if (annotation["layer"_L1] != u"Stance"_s)
            continue;
        QCOMPARE(values.keys(), QStringList({u"holder"_s, u"target"_s, u"voice"_s}));
        QVERIFY2(!values["holder"_L1].toString().isEmpty(), qPrintable(shown(annotation)));
        QVERIFY2(!values["target"_L1].toString().isEmpty(), qPrintable(shown(annotation)));
        QVERIFY2(voices.contains(values["voice"_L1].toString()), qPrintable(shown(annotation)));
    }
}

void SamplesTest::everyCodedArticleHasAVerdictOfItsCoder()
{
    QMap<QString, int> verdicts;
    QSet<QString> pairs;
    for (const QJsonObject &annotation : std::as_const(m_annotations)) {
        const QString pair = annotation["coder"_L1].toString() + u' ' + annotation["article"_L1].toString();
        pairs << pair;
        if (annotation["layer"_L1] != u"Article"_s)
            continue;
        ++verdicts[pair];
        const QJsonObject values = annotation["values"_L1].toObject();
        QCOMPARE(values.keys(), QStringList({u"dominant frame"_s, u"relevance"_s, u"tone"_s}));
        QVERIFY2(frames.contains(values["dominant frame"_L1].toString()), qPrintable(shown(annotation)));
    }
    QVERIFY(!pairs.isEmpty());
    QCOMPARE(verdicts.size(), pairs.size());
    QVERIFY(std::ranges::all_of(verdicts, [](int count) { return count == 1; }));
}

void SamplesTest::theStudyShowsWhatAnnotationsCanBe()
{
    QMap<QString, QSet<QString>> codersOf; // by article
    QMap<QString, int> sameExtent;
    int discontinuous = 0, memos = 0, deepest = 0;
    for (const QJsonObject &annotation : std::as_const(m_annotations)) {
        const QString article = annotation["article"_L1].toString();
        codersOf[article] << annotation["coder"_L1].toString();
        const std::vector<Range> ranges = rangesOf(annotation);
        discontinuous += ranges.size() > 1;
        memos += !annotation["memo"_L1].toString().isEmpty();
        if (ranges.empty())
            continue;
        ++sameExtent[article + QString::fromUtf8(QJsonDocument(annotation["ranges"_L1].toArray()).toJson())];
        const auto covers = [&](const QJsonObject &other) {
            return other["article"_L1] == annotation["article"_L1]
                && std::ranges::any_of(rangesOf(other), [&](Range range) {
                       return range.begin <= ranges.front().begin && ranges.front().begin < range.end;
                   });
        };
        deepest = std::max(deepest, int(std::ranges::count_if(m_annotations, covers)));
    }
    QCOMPARE_GE(deepest, 6);
    QCOMPARE_GE(discontinuous, 2);
    QCOMPARE_GE(memos, 4);
    QVERIFY(std::ranges::any_of(sameExtent, [](int count) { return count > 1; }));

    QMap<qsizetype, int> articlesByCoders;
    for (const QJsonObject &article : std::as_const(m_articles))
        ++articlesByCoders[codersOf.value(article["id"_L1].toString()).size()];
    QCOMPARE(articlesByCoders, (QMap<qsizetype, int>{{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
}

void SamplesTest::textsAreAsArticlesAreStored()
{
    bool emoji = false, noBreakSpace = false, rightToLeft = false;
    for (const QString &text : std::as_const(m_texts)) {
        QVERIFY(!text.contains(u'\r') && !text.startsWith(QChar::ByteOrderMark));
        emoji = emoji || TextPositions(text).codePoints() < text.size();
        noBreakSpace = noBreakSpace || text.contains(QChar::Nbsp);
        rightToLeft = rightToLeft || text.isRightToLeft();
    }
    QVERIFY(emoji && noBreakSpace && rightToLeft);
}

void SamplesTest::allIsInvented()
{
    for (const QJsonObject &article : std::as_const(m_articles))
        QVERIFY(QUrl(article["url"_L1].toString()).host().endsWith(u".example"));
}

GALLEY_TEST(SamplesTest)
#include "tst_samples.moc"
