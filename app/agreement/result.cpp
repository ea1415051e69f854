// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "result.h"

#include "agreementtext.h"
#include "details.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QJsonValue numberOrNull(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

QJsonObject objectOf(const AgreementResult &result)
{
    const Coefficient &coefficient = result.coefficient;
    QJsonObject object{
        {u"metric"_s, coefficient.metric},
        {u"value"_s, coefficient.value ? numberOrNull(*coefficient.value) : QJsonValue(QJsonValue::Null)},
        {u"status"_s, coefficient.value ? u"ok"_s : u"undefined"_s},
        {u"reason"_s, coefficient.value ? QJsonValue(QJsonValue::Null) : QJsonValue(nameOf(coefficient.value.error()))},
        {u"units"_s, coefficient.units},
        {u"coders"_s, coefficient.coders},
        {u"pairable"_s, coefficient.pairable},
        {u"categories"_s, coefficient.categories},
        {u"conventions"_s, QJsonArray::fromStringList(coefficient.conventions)}};
    for (const auto &[name, figure] : coefficient.figures)
        object.insert(name, numberOrNull(figure));
    if (coefficient.standardError)
        object.insert(u"standard_error"_s, numberOrNull(*coefficient.standardError));
    if (coefficient.interval) {
        object.insert(u"ci_low"_s, numberOrNull(coefficient.interval->low));
        object.insert(u"ci_high"_s, numberOrNull(coefficient.interval->high));
        object.insert(u"confidence"_s, coefficient.interval->confidence);
    }
    QJsonObject options;
    for (const auto &[name, value] : result.options.asKeyValueRange())
        options.insert(name, value);
    object.insert(u"options"_s, options);
    for (const auto &[name, value] : result.about)
        object.insert(name, value);
    return object;
}

QString decimals(double number)
{
    return QString::number(number, 'f', 3);
}

QString nameOf(const AgreementResult &result)
{
    const QStringList words = result.options.values();
    return words.isEmpty() ? result.title : u"%1 (%2)"_s.arg(result.title, words.join(u", "_s));
}

using Row = std::array<QString, 6>;

Row rowOf(const AgreementResult &result)
{
    const Coefficient &coefficient = result.coefficient;
    const auto &interval = coefficient.interval;
    return {nameOf(result),
            coefficient.value ? decimals(*coefficient.value) : u"—"_s,
            coefficient.value && interval ? u"%1 to %2"_s.arg(decimals(interval->low), decimals(interval->high)) : QString(),
            QString::number(coefficient.units),
            QString::number(coefficient.coders),
            QString::number(coefficient.pairable)};
}

/// Left-aligned names, right-aligned figures.
QString aligned(const Row &row, const std::array<qsizetype, 6> &widths)
{
    QString line = row[0].leftJustified(widths[0]);
    for (size_t column = 1; column < row.size(); ++column)
        line += u"  "_s + row[column].rightJustified(widths[column]);
    return line;
}

QString headingOf(const AgreementResult &result)
{
    QStringList parts;
    for (const auto &[name, value] : result.about)
        parts += u"%1: %2"_s.arg(name, value);
    return parts.join(u" · "_s);
}

} // namespace

QByteArray toJson(const std::vector<AgreementResult> &results, const std::vector<AgreementDetail> &details)
{
    QJsonArray array;
    for (const AgreementResult &result : results)
        array.append(objectOf(result));
    for (const AgreementDetail &detail : details)
        array.append(detail.json);
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

QStringList toTable(const std::vector<AgreementResult> &results)
{
    const Row titles{Agreement::tr("Coefficient"), Agreement::tr("Value"),  Agreement::tr("Interval"),
                     Agreement::tr("Units"),       Agreement::tr("Coders"), Agreement::tr("Pairable")};
    std::vector<Row> rows;
    std::array<qsizetype, 6> widths{};
    for (const AgreementResult &result : results)
        rows.push_back(rowOf(result));
    for (size_t column = 0; column < widths.size(); ++column) {
        widths[column] = titles[column].size();
        for (const Row &row : rows)
            widths[column] = std::max(widths[column], row[column].size());
    }
    QStringList lines, conventions;
    std::optional<QString> heading;
    for (size_t i = 0; i < results.size(); ++i) {
        if (const QString about = headingOf(results[i]); about != heading) {
            if (heading)
                lines += QString();
            if (!about.isEmpty())
                lines += about;
            lines += aligned(titles, widths);
            heading = about;
        }
        const Coefficient &coefficient = results[i].coefficient;
        lines += aligned(rows[i], widths) + (coefficient.value ? QString() : u"  "_s + explain(coefficient.value.error()));
        for (const QString &convention : coefficient.conventions) {
            const QString sentence = u"%1: %2"_s.arg(results[i].title, convention);
            if (!conventions.contains(sentence))
                conventions += sentence;
        }
    }
    if (!conventions.isEmpty())
        lines += QString();
    return lines + conventions;
}

} // namespace galley
