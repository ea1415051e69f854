// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QJsonValue numberOrNull(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}

void insertSubject(QJsonObject &object, const AgreementSubject &about)
{
    for (const auto &[name, value] : about.words())
        object.insert(name, value);
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
    insertSubject(object, result.about);
    return object;
}

QJsonObject objectOf(const Confusion &confusion)
{
    QJsonArray pairs;
    for (const Confusion::Pair &pair : confusion.pairs) {
        QJsonArray cells;
        for (const Confusion::Cell &cell : pair.cells)
            cells.append(QJsonArray{cell.first, cell.second, cell.units});
        pairs.append(QJsonObject{{u"pair"_s, u"%1, %2"_s.arg(pair.first, pair.second)}, {u"cells"_s, cells}});
    }
    QJsonObject object{{u"detail"_s, u"confusion"_s}, {u"pairs"_s, pairs}};
    insertSubject(object, confusion.about);
    return object;
}

QJsonObject objectOf(const Disagreements &disagreements)
{
    QJsonArray units;
    for (const Disagreements::Unit &unit : disagreements.units) {
        QJsonObject values;
        for (qsizetype coder = 0; coder < unit.values.size(); ++coder)
            values.insert(disagreements.coders[coder],
                          unit.values[coder].isNull() ? QJsonValue() : QJsonValue(unit.values[coder]));
        units.append(QJsonObject{{u"unit"_s, unit.name}, {u"share"_s, unit.share}, {u"values"_s, values}});
    }
    QJsonObject object{{u"detail"_s, u"disagreements"_s}, {u"units"_s, units}};
    insertSubject(object, disagreements.about);
    return object;
}

} // namespace

QByteArray toJson(const AgreementReport &report)
{
    QJsonArray array;
    for (const AgreementResult &result : report.results)
        array.append(objectOf(result));
    for (const AgreementDetail &detail : report.details)
        array.append(std::visit([](const auto &what) { return objectOf(what); }, detail));
    return QJsonDocument(array).toJson(QJsonDocument::Indented);
}

} // namespace galley
