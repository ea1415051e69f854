// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaryjson.h"

#include <summary/moreunits.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QJsonValue figureOrNull(const std::optional<double> &figure)
{
    return figure && std::isfinite(*figure) ? QJsonValue(*figure) : QJsonValue(QJsonValue::Null);
}

QJsonValue countOrNull(const std::optional<qint64> &count)
{
    return count ? QJsonValue(*count) : QJsonValue(QJsonValue::Null);
}

QString nameOfUnit(MeasuredUnit unit)
{
    switch (unit) {
    case MeasuredUnit::Span:
        return u"span"_s;
    case MeasuredUnit::Match:
        return u"match"_s;
    case MeasuredUnit::Unit:
        return u"unit"_s;
    case MeasuredUnit::Article:
        break;
    }
    return u"article"_s;
}

QJsonObject objectOf(const Measure &measure, const Thresholds &thresholds)
{
    const Coefficient &coefficient = measure.coefficient;
    const bool defined = coefficient.value.has_value();
    QJsonObject object{{u"metric"_s, coefficient.metric},
                       {u"value"_s, figureOrNull(defined ? std::optional(*coefficient.value) : std::nullopt)},
                       {u"status"_s, defined ? u"ok"_s : u"undefined"_s},
                       {u"reason"_s, defined ? QJsonValue(QJsonValue::Null) : QJsonValue(nameOf(coefficient.value.error()))},
                       {u"percent_agreement"_s, figureOrNull(measure.percent)},
                       {u"coders"_s, coefficient.coders},
                       {u"verdict"_s, nameOf(verdictOf(coefficient, thresholds))}};
    if (coefficient.interval) {
        object.insert(u"ci_low"_s, figureOrNull(coefficient.interval->low));
        object.insert(u"ci_high"_s, figureOrNull(coefficient.interval->high));
        object.insert(u"confidence"_s, coefficient.interval->confidence);
    }
    return object;
}

QJsonArray arrayOf(const std::vector<MeasuredPart> &parts, const QString &name, const Thresholds &thresholds)
{
    QJsonArray array;
    for (const MeasuredPart &part : parts) {
        QJsonObject object = objectOf(part.measure, thresholds);
        object.insert(name, part.name);
        object.insert(u"units"_s, part.units);
        if (!part.note.isEmpty())
            object.insert(u"note"_s, part.note);
        array.append(object);
    }
    return array;
}

QJsonArray arrayOf(const std::vector<ConfusionTable> &confusions)
{
    QJsonArray array;
    for (const ConfusionTable &table : confusions) {
        QJsonArray rows;
        for (qsizetype row = 0; row < table.values.size(); ++row) {
            QJsonArray cells;
            for (qsizetype column = 0; column < table.values.size(); ++column)
                cells.append(table.at(row, column));
            rows.append(cells);
        }
        array.append(QJsonObject{{u"pair"_s, u"%1, %2"_s.arg(table.first, table.second)}, {u"values"_s, QJsonArray::fromStringList(table.values)}, {u"units"_s, rows}});
    }
    return array;
}

QJsonObject objectOf(const ReliabilityRow &row, const Thresholds &thresholds, double halfWidth)
{
    QJsonObject object = objectOf(row.measure, thresholds);
    object.insert(u"layer"_s, row.layer);
    object.insert(u"variable"_s, row.variable.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(row.variable));
    if (!row.again.isEmpty())
        object.insert(u"intracoder"_s, row.again); // how far they agree with themselves
    object.insert(u"coefficient"_s, row.title);
    object.insert(u"unit"_s, nameOfUnit(row.unit));
    object.insert(u"units"_s, row.units);
    object.insert(u"articles"_s, row.articles);
    object.insert(u"conventions"_s, QJsonArray::fromStringList(row.measure.coefficient.conventions));
    object.insert(u"more_units"_s, QJsonObject{{u"half_width"_s, halfWidth},
                                               {u"for_half_width"_s, countOrNull(MoreUnits::forHalfWidth(row, halfWidth))},
                                               {u"for_reliable"_s, countOrNull(MoreUnits::forLowerEnd(row, thresholds.reliable))},
                                               {u"for_tentative"_s, countOrNull(MoreUnits::forLowerEnd(row, thresholds.tentative))}});
    return object;
}

} // namespace

QByteArray toJson(const ReliabilitySummary &summary, const std::vector<RowDetails> &details, const Thresholds &thresholds, double halfWidth, const SummaryParts &parts)
{
    QJsonArray rows;
    for (size_t i = 0; i < summary.rows.size(); ++i) {
        QJsonObject object = objectOf(summary.rows[i], thresholds, halfWidth);
        if (i < details.size()) {
            const RowDetails &behind = details[i];
            if (parts.pairs)
                object.insert(u"by_pair"_s, arrayOf(behind.pairs, u"pair"_s, thresholds));
            if (parts.values)
                object.insert(u"by_value"_s, arrayOf(behind.values, u"category"_s, thresholds));
            if (parts.articles)
                object.insert(u"by_article"_s, arrayOf(behind.articles, u"document"_s, thresholds));
            if (parts.time)
                object.insert(u"over_time"_s, arrayOf(behind.windows, u"window"_s, thresholds));
            if (parts.confusion)
                object.insert(u"confusion"_s, arrayOf(behind.confusions));
        }
        rows.append(object);
    }
    const QJsonObject all{{u"compared"_s, QJsonArray::fromStringList(summary.statements)},
                          {u"articles"_s, summary.articles},
                          {u"thresholds"_s, QJsonObject{{u"reliable"_s, thresholds.reliable}, {u"tentative"_s, thresholds.tentative}}},
                          {u"rows"_s, rows}};
    return QJsonDocument(all).toJson(QJsonDocument::Indented);
}

} // namespace galley
