// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonannotation.h"

#include <domain/nameduuid.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

using Ranges = std::vector<std::pair<qint64, qint64>>;

std::optional<qint64> offset(const QJsonValue &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(none);
    return number < 0 ? std::nullopt : std::optional(number);
}

std::expected<Ranges, QString> rangesOf(const QJsonObject &object)
{
    QJsonArray pairs = object.value("ranges"_L1).toArray();
    if (!object.contains("ranges"_L1) && object.contains("start"_L1))
        pairs.append(QJsonArray{object.value("start"_L1), object.value("end"_L1)});
    else if (object.contains("ranges"_L1) && !object.value("ranges"_L1).isArray() && !object.value("ranges"_L1).isNull())
        return std::unexpected(Readers::tr("“ranges” is no list of [begin, end] pairs."));
    Ranges ranges;
    for (const QJsonValue &value : pairs) {
        const QJsonArray pair = value.toArray();
        const auto begin = pair.size() == 2 ? offset(pair.at(0)) : std::nullopt;
        const auto end = pair.size() == 2 ? offset(pair.at(1)) : std::nullopt;
        if (!begin || !end || *end <= *begin)
            return std::unexpected(Readers::tr("The range %1 is none: it takes a begin and a greater end, both whole numbers from 0.")
                                       .arg(plainText(value)));
        ranges.emplace_back(*begin, *end);
    }
    std::ranges::sort(ranges);
    const auto overlap = std::ranges::adjacent_find(ranges, [](const auto &a, const auto &b) { return b.first < a.second; });
    if (overlap != ranges.end())
        return std::unexpected(Readers::tr("Its ranges overlap at %1.").arg(std::next(overlap)->first));
    return ranges;
}

std::vector<QString> valuesOf(const QJsonValue &value)
{
    std::vector<QString> values;
    if (!value.isArray() && !value.isNull())
        values.push_back(plainText(value));
    for (const QJsonValue &one : value.toArray())
        values.push_back(plainText(one));
    return values;
}

/// {"ranges":[[begin,end],…],"quote":"…"}, or a list of them.
bool isPassage(const QJsonValue &value)
{
    const QJsonValue first = value.isArray() ? value.toArray().at(0) : value;
    return first.isObject() && first.toObject().contains("ranges"_L1);
}

std::optional<QString> quoteIn(const QJsonObject &object)
{
    const QJsonValue quote = object.value("quote"_L1);
    if (!quote.isString())
        return std::nullopt;
    QString text = quote.toString();
    unifyLineEnds(text);
    return text;
}

std::expected<std::vector<ReadPassage>, QString> passagesOf(const QJsonValue &value)
{
    std::vector<ReadPassage> passages;
    const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &one : all) {
        auto ranges = rangesOf(one.toObject());
        if (!ranges)
            return std::unexpected(ranges.error());
        passages.push_back({std::move(*ranges), quoteIn(one.toObject())});
    }
    return passages;
}

std::expected<QDateTime, QString> time(const QJsonObject &object, QLatin1StringView key)
{
    const QString stated = object.value(key).toString();
    if (stated.isEmpty())
        return QDateTime();
    QDateTime at = QDateTime::fromString(stated, Qt::ISODateWithMs);
    if (!at.isValid())
        return std::unexpected(Readers::tr("“%1” is no time: %2").arg(key, stated));
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeZone(QTimeZone::UTC); // Galley's times are UTC; a machine's own zone must not matter
    return at.toUTC();
}

} // namespace

std::expected<ReadAnnotation, QString> readJsonAnnotation(
    const QJsonObject &object, OffsetUnit unit, const QHash<QString, Removed> &removed)
{
    ReadAnnotation read;
    read.unit = unit;
    read.uuid = uuidWritten(object.value("id"_L1).toString());
    read.article = plainText(object.value("article"_L1));
    read.coder = plainText(object.value("coder"_L1));
    read.layer = object.value("layer"_L1).toString();
    read.code = object.value("code"_L1).toString();
    read.memo = object.value("memo"_L1).toString();
    if (read.article.isEmpty())
        return std::unexpected(Readers::tr("The annotation names no article."));
    if (read.layer.isEmpty())
        return std::unexpected(Readers::tr("The annotation names no layer."));

    auto ranges = rangesOf(object);
    const auto created = time(object, "created"_L1);
    const auto modified = time(object, "modified"_L1);
    const auto status = annotationStatusNamed(object.value("status"_L1).toString(u"coded"_s));
    for (const auto *wrong : {&created, &modified}) {
        if (!*wrong)
            return std::unexpected(wrong->error());
    }
    if (!ranges)
        return std::unexpected(ranges.error());
    if (!status)
        return std::unexpected(
            Readers::tr("“%1” is no status; an annotation is “coded” or “flagged”.").arg(plainText(object.value("status"_L1))));
    read.created = *created;
    read.modified = *modified;
    read.status = *status;
    read.ranges = std::move(*ranges);

    read.quote = quoteIn(object);
    const QJsonObject values = object.value("values"_L1).toObject();
    for (auto entry = values.begin(); entry != values.end(); ++entry) {
        if (!isPassage(entry.value())) {
            read.values.emplace_back(entry.key(), valuesOf(entry.value()));
            continue;
        }
        auto passages = passagesOf(entry.value());
        if (!passages)
            return std::unexpected(passages.error());
        read.passages.emplace_back(entry.key(), std::move(*passages));
    }
    if (const auto gone = removed.constFind(read.article); gone != removed.constEnd()) {
        const auto move = [&](Ranges &of) {
            for (auto &[begin, end] : of) {
                begin = gone->moved(begin, unit);
                end = gone->moved(end, unit);
            }
        };
        move(read.ranges);
        for (auto &[variable, passages] : read.passages) {
            for (ReadPassage &passage : passages)
                move(passage.ranges);
        }
    }
    if (const QJsonValue revision = object.value("revision"_L1); revision.isDouble())
        read.revision = int(std::clamp<qint64>(revision.toInteger(1), 1, std::numeric_limits<int>::max()));
    read.origin = uuidWritten(object.value("origin"_L1).toString());
    read.inherited = object.value("inherited"_L1).toBool();
    return read;
}

} // namespace galley
