// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "warcrecord.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 longestWarcLine = 64'000;
constexpr size_t mostWarcFields = 500;
constexpr qint64 largestBlock = 64'000'000;

void readFields(QIODevice &device, WarcRecord &record)
{
    while (true) {
        const QByteArray line = device.readLine(longestWarcLine);
        if (line.trimmed().isEmpty())
            return;
        const qsizetype colon = line.indexOf(':');
        const bool continues = (line.startsWith(' ') || line.startsWith('\t')) && !record.fields.empty();
        if (continues)
            record.fields.back().second += ' ' + line.trimmed();
        else if (colon > 0 && record.fields.size() < mostWarcFields)
            record.fields.emplace_back(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    }
}

/// The line above a record of an ARC file, the older form: "http://a.example/ 192.0.2.1 20050101120000 text/html 4711", with
/// more between type and length in its second version. An address may hold blanks.
std::vector<std::pair<QByteArray, QByteArray>> fieldsOfArcLine(const QByteArray &line)
{
    const QByteArrayList words = line.trimmed().split(' ');
    const auto isDate = [](const QByteArray &word) {
        return word.size() == 14 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto date = std::ranges::find_if(words, isDate);
    const qsizetype at = date - words.begin();
    if (date == words.end() || at < 2 || at + 2 >= words.size() || !words.front().contains(':'))
        return {};
    const QByteArray &d = *date;
    const QByteArray iso = d.first(4) + '-' + d.sliced(4, 2) + '-' + d.sliced(6, 2) + 'T' + d.sliced(8, 2) + ':' + d.sliced(10, 2) + ':'
        + d.sliced(12, 2) + 'Z';
    return {{"WARC-Type", words.front().startsWith("filedesc:") ? "warcinfo" : "response"},
        {"WARC-Target-URI", words.first(at - 1).join(' ')}, {"WARC-IP-Address", words[at - 1]}, {"WARC-Date", iso},
        {"Content-Type", words[at + 1]}, {"Content-Length", words.back()}};
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
    WarcRecord record;
    while (record.fields.empty()) {
        const QByteArray line = device.readLine(longestWarcLine);
        if (line.isEmpty())
            return std::nullopt;
        if (line.startsWith("WARC/")) {
            readFields(device, record);
            break;
        }
        record.fields = fieldsOfArcLine(line);
    }
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
