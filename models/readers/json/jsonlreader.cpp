// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlreader.h"

#include "jsonparser.h"
#include "jsonrecords.h"
#include "jsonvalues.h"

#include <readers/article/articlefields.h>
#include <readers/article/textaccount.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/linereader.h>
#include <readers/text/windows1252.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestDocument = 2'000'000'000;
constexpr std::array<const char *, 3> jsonlSuffixes{"jsonl", "ndjson", "json"};

/// Valid UTF-8 can hold what is no character only by way of an escape.
QString whyNoTextIn(const QJsonValue &value)
{
    if (value.isString())
        return galley::whyNotText(value.toString());
    QString why;
    for (const QJsonValue &one : value.toArray()) {
        if (why = whyNoTextIn(one); !why.isEmpty())
            return why;
    }
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        why = galley::whyNotText(entry.key());
        if (why.isEmpty())
            why = whyNoTextIn(entry.value());
        if (!why.isEmpty())
            return why;
    }
    return why;
}

/// NUL and halves of pairs, which no text can hold, as U+FFFD: programs that cut a text at so many units leave them.
QString withoutHalves(const QString &text)
{
    QString whole = text;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const bool pair = whole[at].isHighSurrogate() && at + 1 < whole.size() && whole[at + 1].isLowSurrogate();
        if (!pair && (whole[at].isSurrogate() || whole[at].isNull()))
            whole[at] = QChar::ReplacementCharacter;
        at += pair;
    }
    return whole;
}

QJsonValue withoutHalves(const QJsonValue &value)
{
    if (value.isString())
        return withoutHalves(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &one : value.toArray())
            array.append(withoutHalves(one));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject whole;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        whole.insert(withoutHalves(entry.key()), withoutHalves(entry.value()));
    return whole;
}

struct ParsedLine
{
    std::optional<QJsonObject> object;
    QString problem; ///< why there is none
    bool cutOff = false; ///< what is there is JSON, but it ends too early
};

/// NaN and Infinity, which Python writes for numbers that are none, are no JSON.
QByteArray withoutNoNumbers(QByteArrayView json)
{
    QByteArray result;
    bool quoted = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        if (quoted && json[at] == '\\' && at + 1 < json.size()) {
            result += json.sliced(at++, 2);
            continue;
        }
        quoted = quoted != (json[at] == '"');
        const QByteArrayView rest = json.sliced(at);
        qsizetype length = 0;
        for (const QByteArrayView word : {QByteArrayView("-Infinity"), QByteArrayView("Infinity"), QByteArrayView("NaN")}) {
            if (!quoted && length == 0 && rest.startsWith(word))
                length = word.size();
        }
        if (length == 0)
            result += json[at];
        else
            result += "null";
        at += std::max<qsizetype>(length, 1) - 1;
    }
    return result;
}

/// Whole numbers of more figures than any number type has become texts: they are ids, and keep their figures so.
QByteArray withLongNumbersQuoted(QByteArrayView json)
{
    constexpr qsizetype longest = 18; // figures that fit in 63 bits
    QByteArray result;
    bool quoted = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (quoted && c == '\\' && at + 1 < json.size()) {
            result += json.sliced(at++, 2);
            continue;
        }
        quoted = quoted != (c == '"');
        qsizetype end = at;
        while (!quoted && end < json.size() && json[end] >= '0' && json[end] <= '9')
            ++end;
        const bool within = at > 0 && QByteArrayView(".eE+-").contains(json[at - 1]);
        const bool goesOn = end < json.size() && QByteArrayView(".eE").contains(json[end]);
        if (end - at <= longest || within || goesOn) {
            result += json.sliced(at, std::max<qsizetype>(end - at, 1));
        } else {
            result += '"' + json.sliced(at, end - at).toByteArray() + '"';
        }
        at = std::max(end, at + 1) - 1;
    }
    return result;
}

/// A line whose few letters beyond ASCII are none of UTF-8, which JSON is in.
std::optional<Decoded> asWindows1252(QByteArrayView line)
{
    auto text = decodedAsWindows1252(line);
    if (!text)
        return std::nullopt;
    return Decoded{std::move(*text), u"windows-1252"_s, true, {Readers::tr("The line is no UTF-8 and was read as windows-1252.")}};
}

ParsedLine parsed(QByteArrayView line, JsonParser &parser)
{
    if (auto object = parser.object(line))
        return {std::move(object), {}};
    QJsonParseError error;
    QByteArray json = withLongNumbersQuoted(line);
    if (json.contains("NaN") || json.contains("Infinity"))
        json = withoutNoNumbers(json);
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
        return Readers::tr("It is JSON, but what it lists are no objects with articles.");
    return Readers::tr("It is not JSON Lines, where each line holds one JSON object, nor an array of objects. %1").arg(first.problem);
}

/// The article that an entry of a list holds, with what the entry says around it: {"_id": …, "_source": { … }} of a search, and the
/// like. The entry itself where it is one.
QJsonObject articleOfEntry(const QJsonObject &entry)
{
    if (holdsArticleText(entry))
        return entry;
    for (const QLatin1StringView name : {"_source"_L1, "fields"_L1, "attributes"_L1, "article"_L1, "document"_L1}) {
        const QJsonObject inner = entry.value(name).toObject();
        if (!holdsArticleText(inner))
            continue;
        QJsonObject both = entry;
        both.remove(name);
        for (auto member = inner.begin(); member != inner.end(); ++member)
            both.insert(member.key(), member.value());
        return both;
    }
    return entry;
}

bool isListOfArticles(const QJsonArray &array)
{
    return !array.isEmpty() && std::ranges::all_of(array, [](const QJsonValue &one) { return one.isObject(); })
        && std::ranges::any_of(array, [](const QJsonValue &one) { return holdsArticleText(articleOfEntry(one.toObject())); });
}

/// The longest list of articles that an object holds ({"status": "ok", "articles": [ … ]}), also within objects of it
/// ({"response": {"docs": [ … ]}}), and the names that lead to it; nothing where the object is a record itself.
QJsonArray articlesWithin(const QJsonObject &object, QStringList &path, int depth = 0)
{
    constexpr int deepest = 3;
    QJsonArray found;
    if (object.contains("type"_L1) || holdsArticleText(object))
        return found;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        QStringList below;
        QJsonArray array = entry.value().toArray();
        if (entry.value().isObject() && depth < deepest)
            array = articlesWithin(entry.value().toObject(), below, depth + 1);
        if (array.size() > found.size() && (entry.value().isObject() || isListOfArticles(array))) {
            found = array;
            path = QStringList{entry.key()} + below;
        }
    }
    return found;
}

/// The rows of a table by columns ({"title": {"0": …}, "text": {"0": …}} or {"title": [ … ], "text": [ … ]}), with its columns apart
/// ({"columns": [ … ], "data": [[ … ]]}), or under names that are their ids. Nothing where the object is none.
QJsonArray rowsOfTable(const QJsonObject &object)
{
    QJsonArray rows;
    if (object.isEmpty() || object.contains("type"_L1) || !(object.begin().value().isArray() || object.begin().value().isObject()))
        return rows;
    const auto isEach = [&](auto is) {
        bool each = true;
        for (auto entry = object.begin(); each && entry != object.end(); ++entry)
            each = is(QJsonValue(entry.value()));
        return each;
    };
    const QJsonArray columns = object.value("columns"_L1).toArray(), data = object.value("data"_L1).toArray();
    if (!columns.isEmpty() && !data.isEmpty() && data.first().isArray()) {
        for (const QJsonValue &cells : data) {
            QJsonObject row;
            for (qsizetype at = 0; at < std::min(columns.size(), cells.toArray().size()); ++at)
                row.insert(columns.at(at).toString(), cells.toArray().at(at));
            rows.append(row);
        }
    } else if (isEach([](const QJsonValue &value) { return value.isObject() && holdsArticleText(value.toObject()); })) {
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            QJsonObject row = entry.value().toObject();
            if (!row.contains("id"_L1) && object.size() > 1)
                row.insert("id"_L1, entry.key());
            rows.append(row);
        }
    } else if (isEach([&](const QJsonValue &value) { return value.isObject() && value.toObject().keys() == object.begin().value().toObject().keys(); })) {
        QStringList names = object.begin().value().toObject().keys();
        std::ranges::stable_sort(names, {}, [](const QString &name) { return name.toLongLong(); }); // "10" stands behind "9"
        for (const QString &name : names) {
            QJsonObject row;
            for (auto column = object.begin(); column != object.end(); ++column)
                row.insert(column.key(), column.value().toObject().value(name));
            rows.append(row);
        }
    } else if (object.size() > 1 && isEach([&](const QJsonValue &value) {
                   return value.isArray() && value.toArray().size() > 1 && value.toArray().size() == object.begin().value().toArray().size();
               })) {
        for (qsizetype at = 0; at < object.begin().value().toArray().size(); ++at) {
            QJsonObject row;
            for (auto column = object.begin(); column != object.end(); ++column)
                row.insert(column.key(), column.value().toArray().at(at));
            rows.append(row);
        }
    }
    return isListOfArticles(rows) ? rows : QJsonArray();
}

std::vector<ReadValue> recordsOf(const QJsonObject &object, QByteArrayView line, bool first, JsonContext &context)
{
    if (line.contains("\\u")) {
        if (const QString why = whyNoTextIn(QJsonValue(object)); !why.isEmpty()) {
            std::vector<ReadValue> records = recordsOf(withoutHalves(QJsonValue(object)).toObject(), {}, first, context);
            records.push_back(ReadProblem{Readers::tr("Half of a surrogate pair or a NUL in it, which no text can hold, became U+FFFD."), true});
            return records;
        }
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
        : m_account(take)
        , m_take(m_account.take())
    {
    }

    /// Text that stands beside the records.
    bool leave(int number, const QString &text, LeftOutReason reason)
    {
        m_context.characters += inkOf(text);
        return m_account.leave(number, text, reason);
    }

    /// What the articles of the file hold, once it is read; nothing where Galley's own records say it themselves.
    std::optional<qint64> characters() const { return m_context.counted ? std::optional(m_context.characters) : std::nullopt; }

    QStringList remarks() const { return m_tagged > 0 ? QStringList{tagsRemark(m_tagged)} : QStringList(); } ///< at the end

    /// False when the reading is over: nothing more is wanted, or the file turned out to be no JSON Lines.
    bool give(int number, QByteArrayView line)
    {
        const auto mixed = line.isValidUtf8() ? std::nullopt : decodedAsMixed(line, true).or_else([&] { return asWindows1252(line); });
        if (mixed) {
            const QByteArray repaired = mixed->text.toUtf8();
            return give(number, repaired) && m_take({number, ReadProblem{mixed->remarks.join(u' '), true}});
        }
        const ParsedLine parsed = galley::parsed(line, m_parser);
        if (!parsed.object && !m_known)
            return hold(number, line, parsed);
        if (!flush())
            return false;
        if (!parsed.object)
            return m_take({number, ReadProblem{parsed.problem}}) && leave(number, QString::fromUtf8(line), LeftOutReason::Unread);
        if (const QJsonArray rows = rowsOfTable(*parsed.object); !rows.isEmpty())
            return giveEach(number, rows);
        QStringList path;
        if (const QJsonArray within = articlesWithin(*parsed.object, path); !within.isEmpty())
            return giveWithin(number, *parsed.object, within, path);
        std::vector<ReadValue> records = recordsOf(*parsed.object, line, !std::exchange(m_known, true), m_context);
        const bool lost = !records.empty() && std::ranges::all_of(records, [](const ReadValue &value) { return std::holds_alternative<ReadProblem>(value); });
        for (ReadValue &value : records) {
            if (const auto *read = std::get_if<ReadArticle>(&value); read && m_context.counted)
                m_tagged += holdsTags(read->text);
            if (!m_take({number, std::move(value)}))
                return false;
        }
        return !lost || leave(number, stringsIn(QJsonValue(*parsed.object)).join(u' '), LeftOutReason::Unread);
    }

    /// The articles that an object holds, and what it says beside them.
    bool giveWithin(int number, const QJsonObject &around, const QJsonArray &within, const QStringList &path)
    {
        QStringList others, beside;
        QJsonObject object = around;
        for (const QString &name : path) {
            QStringList here = object.keys();
            here.removeAll(name);
            for (const QString &other : here)
                beside += stringsIn(object.value(other));
            others += here;
            object = object.value(name).toObject();
        }
        if (!leave(number, beside.join(u' '), LeftOutReason::Metadata))
            return false;
        if (!others.isEmpty()
            && !m_take({number, ReadProblem{Readers::tr("The articles are those of “%1”; what the object says beside them was left out: %2")
                                                .arg(path.join(u'.'), others.join(", "_L1).left(500)), true}}))
            return false;
        return giveEach(number, within);
    }

    bool giveEach(int number, const QJsonArray &objects)
    {
        return std::ranges::all_of(objects, [&](const QJsonValue &one) {
            return give(number, QJsonDocument(articleOfEntry(one.toObject())).toJson(QJsonDocument::Compact));
        });
    }

    /// Why the file as a whole cannot be read; empty where it can. To be asked at its end.
    QString whyNot(size_t mostUnreadable = 1)
    {
        if (m_foreign || m_held.size() > mostUnreadable)
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
        m_foreign = m_held.size() == mostHeld;
        return !m_foreign;
    }

    bool flush()
    {
        return std::ranges::all_of(std::exchange(m_held, {}), m_take);
    }

    int m_tagged = 0; ///< texts with tags of HTML
    FileAccount m_account;
    const TakeRecord &m_take;
    JsonContext m_context;
    JsonParser m_parser;
    bool m_known = false; ///< an object was there
    bool m_foreign = false;
    std::vector<ReadRecord> m_held;
    QString m_whatItIs;
};

Result<ReadInfo> readJsonLines(QIODevice &device, const ReadOptions &options, const TakeRecord &take)
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
        ReadInfo info = lines.info();
        info.characters = records.characters();
        info.remarks += records.remarks();
        return info;
    }
}

/// JSON that is not one object a line.
Result<ReadInfo> readJsonDocument(QIODevice &device, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestDocument);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray sha256 = sha256Of(*bytes);
    const auto utf8 = decodedToUtf8(std::move(*bytes), options.encoding);
    if (!utf8)
        return std::unexpected(utf8.error());
    ReadInfo info{utf8->encoding, sha256, utf8->guessed, utf8->remarks};
    RecordGiver records(take);
    JsonValues values(utf8->bytes);
    bool more = true, any = false;
    while (more) {
        const auto value = values.next();
        if (!value)
            break;
        any = true;
        more = records.give(value->line, value->bytes);
    }
    if (!any)
        take({0, ReadProblem{Readers::tr("There are no records in it.")}});
    if (const QString why = records.whyNot(0); !why.isEmpty())
        return failed(why);
    if (values.isCutOff() && more)
        take({0, ReadProblem{Readers::tr("The file is cut off: its JSON does not end.")}});
    info.characters = records.characters();
    info.remarks += records.remarks();
    return info;
}

/// Is it an array, or an object whose first line is not all of it?
bool isJsonDocument(QIODevice &device, const ReadOptions &options)
{
    constexpr qint64 looked = 1 << 16;
    QByteArray head = device.peek(looked);
    if (head.contains('\0') || !options.encoding.isEmpty())
        head = decodedToUtf8(head.first(head.size() & ~qsizetype(3)), options.encoding).value_or(Utf8Bytes{head, {}}).bytes;
    head = head.sliced(head.startsWith("\xEF\xBB\xBF") ? 3 : 0).trimmed();
    if (head.startsWith('['))
        return true;
    const qsizetype end = head.indexOf('\n');
    if (!head.startsWith('{') || end < 0)
        return false;
    JsonParser parser;
    if (!parsed(QByteArrayView(head).first(end), parser).cutOff)
        return false;
    // A line that is damaged has whole ones below it.
    for (const QByteArray &line : head.sliced(end + 1).split('\n')) {
        if (line.trimmed().startsWith('{') && line.trimmed().endsWith('}') && !line.startsWith(' ') && parser.object(line))
            return false;
    }
    return true;
}

Result<ReadInfo> readJsonl(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    return isJsonDocument(device, options) ? readJsonDocument(device, options, take) : readJsonLines(device, options, take);
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
