// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlreader.h"

#include "jsonparser.h"
#include "jsonrecords.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/linereader.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 3> jsonlSuffixes{"jsonl", "ndjson", "json"};

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

struct ParsedLine
{
    std::optional<QJsonObject> object;
    QString problem; ///< why there is none
    bool cutOff = false; ///< what is there is JSON, but it ends too early
};

ParsedLine parsed(QByteArrayView line, JsonParser &parser)
{
    if (auto object = parser.object(line))
        return {std::move(object), {}};
    QJsonParseError error;
    QByteArray json = QByteArray::fromRawData(line.data(), line.size());
    // The parser would drop a byte order mark that a string begins with, and offsets into it would slip.
    if (json.contains("\"\xEF\xBB\xBF"))
        json.replace("\"\xEF\xBB\xBF", "\"\\ufeff");
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return {{}, Readers::tr("The line is not valid JSON at byte %1: %2").arg(error.offset + 1).arg(error.errorString()),
                error.offset >= json.trimmed().size()};
    if (!document.isObject())
        return {{}, Readers::tr("The line holds no JSON object.")};
    return {document.object(), {}};
}

/// What the whole file is, told from a first line that holds no object.
QString whatItIs(QByteArrayView line, const ParsedLine &first)
{
    if (line.startsWith('['))
        return Readers::tr("It is a JSON array, not JSON Lines, where each line holds one JSON object.");
    if (line.startsWith('{') && first.cutOff)
        return Readers::tr("It is JSON written over several lines, not JSON Lines, where each line holds one JSON object.");
    return Readers::tr("It is not JSON Lines, where each line holds one JSON object. %1").arg(first.problem);
}

std::vector<ReadValue> recordsOf(const QJsonObject &object, QByteArrayView line, bool first, JsonContext &context)
{
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

/// Gives away what lines hold. Unreadable lines that a file begins with are held back until an object comes: a file of
/// another format is one error, not one for each line.
class RecordGiver
{
public:
    explicit RecordGiver(const TakeRecord &take)
        : m_take(take)
    {
    }

    /// False when the reading is over: nothing more is wanted, or the file turned out to be no JSON Lines.
    bool give(int number, QByteArrayView line)
    {
        const ParsedLine parsed = galley::parsed(line, m_parser);
        if (!parsed.object && !m_known)
            return hold(number, line, parsed);
        if (!flush())
            return false;
        if (!parsed.object)
            return m_take({number, ReadProblem{parsed.problem}});
        for (ReadValue &value : recordsOf(*parsed.object, line, !std::exchange(m_known, true), m_context)) {
            if (!m_take({number, std::move(value)}))
                return false;
        }
        return true;
    }

    /// Why the file as a whole cannot be read; empty where it can. To be asked at its end.
    QString whyNot()
    {
        if (m_foreign || m_held.size() > 1)
            return m_whatItIs;
        flush();
        return {};
    }

private:
    static constexpr size_t mostHeld = 20;

    bool hold(int number, QByteArrayView line, const ParsedLine &parsed)
    {
        if (m_held.empty())
            m_whatItIs = whatItIs(line.trimmed(), parsed);
        m_held.push_back({number, ReadProblem{parsed.problem}});
        m_foreign = line.trimmed().startsWith('[') || m_held.size() == mostHeld;
        return !m_foreign;
    }

    bool flush()
    {
        return std::ranges::all_of(std::exchange(m_held, {}), m_take);
    }

    const TakeRecord &m_take;
    JsonContext m_context;
    JsonParser m_parser;
    bool m_known = false; ///< an object was there
    bool m_foreign = false;
    std::vector<ReadRecord> m_held;
    QString m_whatItIs;
};

Result<ReadInfo> readJsonl(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    LineReader lines(device);
    if (const auto opened = lines.open(options.encoding); !opened)
        return std::unexpected(opened.error());
    RecordGiver records(take);
    while (true) {
        const auto line = lines.next();
        if (!line)
            return std::unexpected(line.error());
        if (*line && ((*line)->trimmed().isEmpty() || records.give(lines.line(), **line)))
            continue;
        if (const QString why = records.whyNot(); !why.isEmpty())
            return failed(why);
        return lines.info();
    }
}

/// JSON from its first character on; `head` may be only the beginning of it.
bool isJson(QByteArrayView head)
{
    QJsonParseError error;
    QJsonDocument::fromJson(QByteArray::fromRawData(head.data(), head.size()), &error);
    constexpr qsizetype longestLiteral = 5;
    return error.error == QJsonParseError::NoError || error.offset + longestLiteral >= head.size();
}

/// A first line that is a JSON object, or the beginning of one that is longer than the head. JSON that is no JSON Lines is
/// taken too, so that it is named as such and does not pass for a text.
bool isJsonl(const FileHead &head)
{
    const QByteArrayView start = head.text.trimmed();
    if (!start.startsWith('{') && !start.startsWith('['))
        return false;
    const QByteArrayView inside = start.sliced(1).trimmed();
    const bool likely = start.startsWith('[') ? inside.startsWith('{') || inside.startsWith('[') : inside.startsWith('"');
    if (!likely)
        return false;
    const qsizetype end = start.indexOf('\n');
    return isJson(start) || (end >= 0 && QJsonDocument::fromJson(start.first(end).toByteArray()).isObject());
}

} // namespace

const Reader jsonlReader{"jsonl", [] { return Readers::tr("JSON Lines"); }, jsonlSuffixes, isJsonl, readJsonl};

} // namespace galley
