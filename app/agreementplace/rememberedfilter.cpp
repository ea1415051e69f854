// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rememberedfilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QJsonArray arrayOf(const std::vector<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(QString::number(id));
    return array;
}

std::vector<qint64> idsIn(const QJsonValue &value)
{
    std::vector<qint64> ids;
    for (const QJsonValue &id : value.toArray())
        ids.push_back(id.toString().toLongLong());
    return ids;
}

} // namespace

QByteArray toJson(const AgreementFilter &filter, int window)
{
    const QJsonObject object{{u"layers"_s, arrayOf(filter.layers)}, {u"coders"_s, arrayOf(filter.coders)},       {u"sets"_s, arrayOf(filter.sets)},
                             {u"spans"_s, nameOf(filter.spans)},    {u"window"_s, window}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::pair<AgreementFilter, int> rememberedFilter(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {{idsIn(object["layers"_L1]), idsIn(object["coders"_L1]), idsIn(object["sets"_L1]), spanCoefficientNamed(object["spans"_L1].toString()).value_or(SpanCoefficient::Fit)},
            object["window"_L1].toInt(20)};
}

} // namespace galley
