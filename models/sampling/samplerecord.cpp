// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplerecord.h"

#include "drawing.h"
#include "drawingprivate.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <map>

namespace galley {

using drawing::Tr;

namespace {

using namespace Qt::StringLiterals;

// Another way to draw needs another name.
constexpr auto generator = "Philox4x32-10, Fisher-Yates"_L1;

QJsonArray arrayOf(const auto &rows, auto &&json)
{
    QJsonArray array;
    for (const auto &row : rows)
        array.append(json(row));
    return array;
}

QDate dateOf(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QJsonObject jsonOf(const SampleRequest &request)
{
    QJsonObject json{{u"method"_s, nameOf(request.method)},
                     {u"seed"_s, QString::number(request.seed)}, // as text, because a number of JSON is exact to 53 bits
                     {u"size"_s, request.size}};
    if (request.method == SampleMethod::Stratified) {
        json[u"by"_s] = request.stratifyBy;
        json[u"allocation"_s] = nameOf(request.allocation);
    }
    if (request.method == SampleMethod::ConstructedWeek) {
        json[u"weeks"_s] = request.weeks;
        json[u"onlyDaysWithArticles"_s] = request.onlyDaysWithArticles;
    }
    if (request.from.isValid())
        json[u"from"_s] = request.from.toString(Qt::ISODate);
    if (request.to.isValid())
        json[u"to"_s] = request.to.toString(Qt::ISODate);
    if (request.oneOfEachStory)
        json[u"oneOfEachStory"_s] = true;
    return json;
}

std::optional<SampleRequest> requestFrom(const QJsonObject &json)
{
    const auto method = sampleMethodNamed(json["method"_L1].toString());
    const auto allocation = allocationNamed(json["allocation"_L1].toString(nameOf(Allocation::Proportional)));
    bool seeded = false;
    const quint64 seed = json["seed"_L1].toString().toULongLong(&seeded);
    if (!method || !allocation || !seeded)
        return std::nullopt;
    return SampleRequest{*method, seed, json["size"_L1].toInt(), json["by"_L1].toString(), *allocation, json["weeks"_L1].toInt(1),
                         json["onlyDaysWithArticles"_L1].toBool(), dateOf(json["from"_L1]), dateOf(json["to"_L1]),
                         json["oneOfEachStory"_L1].toBool()};
}

/// Strata or days that had another number of articles then, a line each.
QString changesOf(const Sample &then, const Sample &now)
{
    std::map<QString, std::pair<int, int>> counts;
    for (const SampleStratum &stratum : then.strata)
        counts[stratum.value].first = stratum.inFrame;
    for (const SampleStratum &stratum : now.strata)
        counts[stratum.value].second = stratum.inFrame;
    for (const SampleDay &day : then.days)
        counts[day.date.toString(Qt::ISODate)].first = day.inFrame;
    for (const SampleDay &day : now.days)
        counts[day.date.toString(Qt::ISODate)].second = day.inFrame;
    QStringList lines;
    for (const auto &[name, count] : counts) {
        if (count.first != count.second)
            lines += Tr::tr("%1: %2 then, %3 now").arg(name).arg(count.first).arg(count.second);
    }
    return lines.join(u'\n');
}

} // namespace

QJsonObject sampleRecord(const Sample &sample)
{
    QJsonObject record = jsonOf(sample.request);
    record[u"generator"_s] = generator;
    record[u"frame"_s] = QJsonObject{{u"size"_s, sample.frameSize}, {u"sha256"_s, QString::fromLatin1(sample.frameHash)}};
    QJsonObject leftOut{{u"undated"_s, sample.leftOut.undated},
                        {u"partlyDated"_s, sample.leftOut.partlyDated},
                        {u"outsideSpan"_s, sample.leftOut.outsideSpan}};
    if (sample.request.oneOfEachStory)
        leftOut[u"copies"_s] = sample.leftOut.copies;
    record[u"leftOut"_s] = leftOut;
    if (!sample.strata.empty()) {
        record[u"strata"_s] = arrayOf(sample.strata, [](const SampleStratum &stratum) {
            return QJsonObject{{u"value"_s, stratum.value}, {u"inFrame"_s, stratum.inFrame}, {u"share"_s, stratum.share},
                               {u"inSample"_s, stratum.inSample}};
        });
    }
    if (!sample.days.empty()) {
        record[u"days"_s] = arrayOf(sample.days, [](const SampleDay &day) {
            return QJsonObject{{u"week"_s, day.week}, {u"date"_s, day.date.toString(Qt::ISODate)}, {u"inFrame"_s, day.inFrame},
                               {u"inSample"_s, day.inSample}};
        });
    }
    record[u"articles"_s] = arrayOf(sample.articles, [](const SampledArticle &article) {
        return article.uuid.toString(QUuid::WithoutBraces);
    });
    return record;
}

Result<Sample> sampleFrom(const QJsonObject &record)
{
    const auto request = requestFrom(record);
    const QJsonObject frame = record["frame"_L1].toObject();
    if (!request || !frame["sha256"_L1].isString() || !record["articles"_L1].isArray())
        return failed(Tr::tr("This is not the record of a sample."));
    if (record["generator"_L1].toString() != generator)
        return failed(Tr::tr("The sample was drawn in a way this version does not know."), record["generator"_L1].toString());

    Sample sample;
    sample.request = *request;
    sample.frameSize = frame["size"_L1].toInt();
    sample.frameHash = frame["sha256"_L1].toString().toLatin1();
    const QJsonObject out = record["leftOut"_L1].toObject();
    sample.leftOut = {out["undated"_L1].toInt(), out["partlyDated"_L1].toInt(), out["outsideSpan"_L1].toInt(), out["copies"_L1].toInt()};
    const QJsonArray strata = record["strata"_L1].toArray();
    for (const QJsonValue &row : strata)
        sample.strata.push_back({row["value"_L1].toString(), row["inFrame"_L1].toInt(), row["share"_L1].toInt(),
                                 row["inSample"_L1].toInt()});
    const QJsonArray days = record["days"_L1].toArray();
    for (const QJsonValue &row : days)
        sample.days.push_back({row["week"_L1].toInt(), dateOf(row["date"_L1]), row["inFrame"_L1].toInt(),
                               row["inSample"_L1].toInt()});
    const QJsonArray articles = record["articles"_L1].toArray();
    for (const QJsonValue &uuid : articles)
        sample.articles.push_back({{}, QUuid::fromString(uuid.toString())});
    return sample;
}

Result<Sample> drawnAgain(std::span<const Article> articles, const QJsonObject &record)
{
    const auto then = sampleFrom(record);
    if (!then)
        return then;
    const auto now = drawn(articles, then->request);
    const QString changes = now ? changesOf(*then, *now) : now.error().message;
    if (frameHash(articles) != then->frameHash) {
        QSet<QUuid> present;
        for (const Article &article : articles)
            present.insert(article.uuid);
        const auto left = std::ranges::count_if(then->articles, [&](const SampledArticle &article) {
            return present.contains(article.uuid);
        });
        return failed(Tr::tr("The articles are not those the sample was drawn from: there were %1 and are %2; of the %3 in the "
                             "sample %4 are still there.")
                          .arg(then->frameSize).arg(articles.size()).arg(then->articles.size()).arg(left), changes);
    }
    if (!now || sampleRecord(*now) != sampleRecord(*then)) {
        if (now && now->leftOut.copies != then->leftOut.copies) {
            return failed(Tr::tr("The articles are those the sample was drawn from, but %1 are copies of a story now and %2 were then.")
                              .arg(now->leftOut.copies).arg(then->leftOut.copies), changes);
        }
        const bool dates = then->request.method != SampleMethod::Stratified || !now || now->leftOut != then->leftOut;
        return failed(Tr::tr("The articles are those the sample was drawn from, but they give another one now: not all have the "
                             "“%1” they had then, or the record was changed.")
                          .arg(dates ? u"published"_s : then->request.stratifyBy), changes);
    }
    return now;
}

} // namespace galley
