// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlreader.h"

#include "decoding.h"
#include "jsonrecords.h"
#include "linereader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::JsonlReader)
};

constexpr std::array<const char *, 3> suffixes{"jsonl", "ndjson", "json"};

/// Valid UTF-8 can hold what is no character only by way of an escape.
QString whyNotText(const QJsonValue &value)
{
    if (value.isString())
        return galley::whyNotText(value.toString());
    QString why;
    for (const QJsonValue &one : value.toArray()) {
        if (why = whyNotText(one); !why.isEmpty())
            return why;
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        why = galley::whyNotText(entry.key());
        if (why.isEmpty())
            why = whyNotText(entry.value());
        if (!why.isEmpty())
            return why;
    }
    return why;
}

std::vector<ReadValue> readLine(QByteArrayView line, bool first, JsonContext &context)
{
    QJsonParseError error;
    QByteArray json = QByteArray::fromRawData(line.data(), line.size());
    // The parser would drop a byte order mark that a string begins with, and offsets into it would slip.
    if (json.contains("\"\xEF\xBB\xBF"))
        json.replace("\"\xEF\xBB\xBF", "\"\\ufeff");
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return {ReadProblem{Tr::tr("The line is not valid JSON at byte %1: %2").arg(error.offset + 1).arg(error.errorString())}};
    if (!document.isObject())
        return {ReadProblem{Tr::tr("The line holds no JSON object.")}};
    const QJsonObject object = document.object();
    if (line.contains("\\u")) {
        if (const QString why = whyNotText(QJsonValue(object)); !why.isEmpty())
            return {ReadProblem{why}};
    }
    if (first) {
        // On the first line it holds for the whole file.
        if (const auto unit = offsetUnitNamed(object.value("offset_unit"_L1).toString()))
            context.unit = *unit;
    }
    return readJsonRecord(object, context);
}

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    LineReader lines(device);
    if (const auto opened = lines.open(options.encoding); !opened)
        return std::unexpected(opened.error());
    JsonContext context;
    bool first = true;
    while (true) {
        const auto line = lines.next();
        if (!line)
            return std::unexpected(line.error());
        if (!*line)
            return lines.info();
        if ((*line)->trimmed().isEmpty())
            continue;
        for (ReadValue &value : readLine(**line, first, context)) {
            if (!take({lines.line(), std::move(value)}))
                return lines.info();
        }
        first = false;
    }
}

/// A first line that is a JSON object, or the beginning of one that is longer than the head.
bool recognises(QByteArrayView head, QStringView)
{
    const QByteArrayView line = head.trimmed();
    const qsizetype end = line.indexOf('\n');
    if (!line.startsWith('{'))
        return false;
    if (end >= 0)
        return QJsonDocument::fromJson(line.first(end).toByteArray()).isObject();
    const QByteArrayView inside = line.sliced(1).trimmed();
    return inside.startsWith('"') && (inside.contains("\":") || inside.contains("\" :"));
}

} // namespace

const Reader jsonlReader{"jsonl", [] { return Tr::tr("JSON Lines"); }, suffixes, recognises, read};

} // namespace galley
