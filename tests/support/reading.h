// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/textpositions.h>
#include <readers/registry.h>

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <vector>

namespace galley::testing {

/// Everything a reader says about some bytes.
struct Reading
{
    std::vector<ReadRecord> records;
    Result<ReadInfo> info;

    template<typename Value>
    std::vector<Value> all() const
    {
        std::vector<Value> values;
        for (const ReadRecord &record : records) {
            if (const auto *value = std::get_if<Value>(&record.value))
                values.push_back(*value);
        }
        return values;
    }

    /// "3: reason"
    QStringList problems() const
    {
        QStringList lines;
        for (const ReadRecord &record : records) {
            if (const auto *problem = std::get_if<ReadProblem>(&record.value))
                lines.push_back(QStringLiteral("%1: %2").arg(record.line).arg(problem->reason));
        }
        return lines;
    }
};

inline Reading reading(QByteArray bytes, const QString &fileName = {}, const ReadOptions &options = {})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    Reading result{{}, ReadInfo{}};
    const auto reader = readerFor(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4096)), fileName);
    if (!reader)
        return {{}, std::unexpected(reader.error())};
    result.info = (*reader)->read(buffer, fileName, options, [&](ReadRecord record) {
        result.records.push_back(std::move(record));
        return true;
    });
    return result;
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "kind: text" for each zone, line ends shown as ⏎.
inline QStringList zoneLines(QStringView text, const std::vector<Zone> &zones)
{
    const TextPositions positions(text);
    QStringList lines;
    for (const Zone &zone : zones) {
        const Utf16Range range = positions.toUtf16(zone.range);
        lines.push_back(
            nameOf(zone.kind) + QStringLiteral(": ") + text.sliced(range.begin, range.length()).toString().replace(u'\n', u'⏎'));
    }
    return lines;
}

} // namespace galley::testing

#define SKIP_WITHOUT(path)                                                                                                       \
    if (!QFile::exists(path))                                                                                                    \
    QSKIP(qPrintable(QStringLiteral("the shared test material is not here: %1").arg(path)))
