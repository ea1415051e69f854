// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <reliability/metrics.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

/// Reads agreement vectors ("agreement-vectors/1"): datasets, and what a metric of one of them must be.
namespace galley::testing {

struct Vector
{
    QString id;
    QString metric;
    QString kind; ///< of its dataset: "coding", "spans", "segmentation"
    QJsonObject dataset;
    QJsonObject whole; ///< the vector as the file has it

    QJsonObject params() const { return whole[QLatin1String("params")].toObject(); }
    bool isDefined() const { return whole[QLatin1String("status")].toString() == QLatin1String("ok"); }
};

inline QString vectorFolder()
{
    return qEnvironmentVariable("GALLEY_AGREEMENT_VECTORS", QStringLiteral(GALLEY_SHARED "/agreement/vectors"));
}

inline std::vector<Vector> vectorsIn(const QString &folder)
{
    std::vector<Vector> vectors;
    for (const QFileInfo &entry : QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(entry.filePath()));
        const QJsonObject whole = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject datasets = whole[QLatin1String("datasets")].toObject();
        for (const QJsonValue &value : whole[QLatin1String("vectors")].toArray()) {
            const QJsonObject dataset = datasets[value[QLatin1String("dataset")].toString()].toObject();
            vectors.push_back({value[QLatin1String("id")].toString(), value[QLatin1String("metric")].toString(),
                               dataset[QLatin1String("kind")].toString(), dataset, value.toObject()});
        }
    }
    return vectors;
}

inline QString labelOf(const QJsonValue &value)
{
    if (value.isNull())
        return {};
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isDouble() ? QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest) : value.toString();
}

/// The parameters as options; what only describes the vector is left out.
inline MetricOptions optionsOf(const Vector &vector)
{
    MetricOptions options;
    const QJsonObject params = vector.params();
    for (const QString &name : params.keys()) {
        const QJsonValue value = params[name];
        if (value.isNull() || value.isArray() || name == QLatin1String("boundaries") || name == QLatin1String("order"))
            continue;
        options.insert(name, labelOf(value));
    }
    return options;
}

inline Codings codingsOf(const Vector &vector)
{
    const qsizetype count = vector.dataset[QLatin1String("coders")].toInt();
    QStringList coders;
    for (qsizetype i = 0; i < count; ++i)
        coders += QStringLiteral("c%1").arg(i + 1);
    std::vector<QString> labels;
    for (const QJsonValue &unit : vector.dataset[QLatin1String("units")].toArray()) {
        for (const QJsonValue &value : unit.toArray())
            labels.push_back(labelOf(value));
    }
    QStringList codebook;
    for (const QJsonValue &value : vector.dataset[QLatin1String("codebook")].toArray())
        codebook += labelOf(value);
    return galley::codingsOf(coders, labels, codebook);
}

/// Spans [{coder, begin, end, category}] of coders.
inline SpanCodings spanCodingsOf(const QStringList &coders, const QJsonArray &spans, const QJsonValue &continuum = {})
{
    SpanCodings codings{coders, {}, {Continuum{}}};
    std::set<QString> categories;
    for (const QJsonValue &span : spans)
        categories.insert(span[QLatin1String("category")].toString());
    codings.categories = QStringList(categories.begin(), categories.end());
    Continuum &document = codings.documents.front();
    for (qint32 i = 0; i < coders.size(); ++i)
        document.coders.push_back(i);
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (const QJsonValue &span : spans) {
        document.spans.push_back({qint32(coders.indexOf(span[QLatin1String("coder")].toString())),
                                  qint32(codings.categories.indexOf(span[QLatin1String("category")].toString())),
                                  span[QLatin1String("begin")].toDouble(), span[QLatin1String("end")].toDouble()});
        least = std::min(least, document.spans.back().begin);
        most = std::max(most, document.spans.back().end);
    }
    if (continuum.isObject()) {
        document.begin = continuum[QLatin1String("begin")].toDouble();
        document.length = continuum[QLatin1String("length")].toDouble();
    } else if (!spans.isEmpty()) {
        document.begin = least;
        document.length = most - least;
    }
    return codings;
}

inline QStringList stringsOf(const QJsonArray &array)
{
    QStringList strings;
    for (const QJsonValue &value : array)
        strings += value.toString();
    return strings;
}

/// Segments that lie side by side, as spans of one category.
inline SpanCodings segmentsOf(const QJsonArray &masses)
{
    SpanCodings codings{{}, {QStringLiteral("segment")}, {Continuum{}}};
    Continuum &document = codings.documents.front();
    for (qint32 coder = 0; coder < masses.size(); ++coder) {
        codings.coders += QStringLiteral("c%1").arg(coder + 1);
        document.coders.push_back(coder);
        double at = 0;
        for (const QJsonValue &mass : masses[coder].toArray()) {
            document.spans.push_back({coder, 0, at, at + mass.toDouble()});
            at += mass.toDouble();
        }
        document.length = std::max(document.length, at);
    }
    return codings;
}

inline SpanCodings spanCodingsOf(const Vector &vector)
{
    if (vector.kind == QLatin1String("segmentation"))
        return segmentsOf(vector.dataset[QLatin1String("masses")].toArray());
    return spanCodingsOf(stringsOf(vector.dataset[QLatin1String("coders")].toArray()),
                         vector.dataset[QLatin1String("spans")].toArray(), vector.dataset[QLatin1String("continuum")]);
}

inline Result<Coefficient> computed(const Vector &vector)
{
    return vector.kind == QLatin1String("coding") ? compute(vector.metric, codingsOf(vector), optionsOf(vector))
                                                  : compute(vector.metric, spanCodingsOf(vector), optionsOf(vector));
}

} // namespace galley::testing
