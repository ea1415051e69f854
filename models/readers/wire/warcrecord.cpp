// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "warcrecord.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 longestLine = 64'000;
constexpr size_t mostFields = 500;
constexpr qint64 largestBlock = 64'000'000;

void readFields(QIODevice &device, WarcRecord &record)
{
    while (true) {
        const QByteArray line = device.readLine(longestLine);
        if (line.trimmed().isEmpty())
            return;
        const qsizetype colon = line.indexOf(':');
        const bool continues = (line.startsWith(' ') || line.startsWith('\t')) && !record.fields.empty();
        if (continues)
            record.fields.back().second += ' ' + line.trimmed();
        else if (colon > 0 && record.fields.size() < mostFields)
            record.fields.emplace_back(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
}

bool mayHoldPage(const QByteArray &type)
{
    return type == "response" || type == "resource" || type == "conversion";
}

bool passOver(QIODevice &device, qint64 length)
{
    while (length > 0) {
        const qint64 passed = device.skip(std::min<qint64>(length, 1 << 20));
        if (passed <= 0)
            return false;
        length -= passed;
    }
    return true;
}

} // namespace

QByteArray WarcRecord::field(const char *name) const
{
    const auto found
        = std::ranges::find_if(fields, [&](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == fields.end() ? QByteArray() : found->second;
}

std::optional<WarcRecord> nextWarcRecord(QIODevice &device)
{
    // Whatever stands before a record, as after one whose length was wrong, is passed over.
    while (true) {
        const QByteArray line = device.readLine(longestLine);
        if (line.isEmpty())
            return std::nullopt;
        if (line.startsWith("WARC/"))
            break;
    }
    WarcRecord record;
    readFields(device, record);
    bool ok = false;
    const qint64 length = record.field("Content-Length").toLongLong(&ok);
    if (!ok || length < 0)
        return record;
    const bool wanted = mayHoldPage(record.field("WARC-Type").toLower());
    record.isTooLarge = wanted && length > largestBlock;
    if (!wanted || record.isTooLarge) {
        record.isWhole = passOver(device, length);
        return record;
    }
    record.block.reserve(std::min<qint64>(length, 1 << 20)); // what is stated may not be there
    while (record.block.size() < length) {
        const QByteArray part = device.read(std::min<qint64>(length - record.block.size(), 1 << 20));
        if (part.isEmpty())
            break;
        record.block += part;
    }
    record.isWhole = record.block.size() == length;
    return record;
}

} // namespace galley
