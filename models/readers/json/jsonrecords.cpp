// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonrecords.h"

#include <readers/article/textaccount.h>

#include "jsonannotation.h"

#include <domain/nameduuid.h>
#include <domain/textpositions.h>
#include <readers/article/articlefields.h>
#include <readers/codebook/codebookfile.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>
#include <readers/text/plaintext.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

ReadProblem problem(const QString &reason)
{
    return {reason};
}

QString jsonAuthors(const QJsonValue &value)
{
    if (!value.isArray())
        return plainText(value);
    QStringList names;
    for (const QJsonValue &one : value.toArray()) {
        const QString name = one.isObject() ? plainText(one.toObject().value("name"_L1)) : plainText(one);
        if (!name.isEmpty())
            names.push_back(name);
    }
    return names.join("; "_L1);
}

/// Of Galley's own export; elsewhere a "source" is the outlet.
bool isStatedSource(const QJsonValue &value)
{
    return value.toObject().contains("path"_L1) || value.toObject().contains("sha256"_L1);
}

/// Paragraphs, each a text.
bool isListOfTexts(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return !list.isEmpty() && std::ranges::all_of(list, [](const QJsonValue &one) { return one.isString(); });
}

QString joinedTexts(const QJsonArray &list)
{
    QStringList texts;
    for (const QJsonValue &one : list)
        texts += one.toString();
    return texts.join("\n\n"_L1);
}

/// {"$date": …} and the like of MongoDB as what they hold, and an outlet or an author with a name as the name.
QJsonValue plainValue(const QJsonValue &value, ArticleField field)
{
    const QJsonObject object = value.toObject();
    for (const QLatin1StringView key : {"$date"_L1, "$oid"_L1, "$numberLong"_L1}) {
        if (object.size() == 1 && object.contains(key))
            return plainValue(object.value(key), field);
    }
    if (const QJsonArray list = value.toArray(); list.size() == 1 && !list.first().isArray() && !list.first().isObject())
        return list.first();
    if (field == ArticleField::Text && isListOfTexts(value))
        return joinedTexts(value.toArray());
    const bool named = (field == ArticleField::Outlet || field == ArticleField::Authors) && object.value("name"_L1).isString();
    return named ? object.value("name"_L1) : value;
}

std::optional<Source> statedSource(const QJsonValue &value)
{
    if (!isStatedSource(value))
        return std::nullopt;
    const QJsonObject object = value.toObject();
    Source source;
    source.path = object.value("path"_L1).toString();
    source.sha256 = object.value("sha256"_L1).toString().toLatin1();
    source.encoding = object.value("encoding"_L1).toString();
    return source;
}

/// The zones an article states; what cannot be one is told.
std::vector<Zone> statedZones(
    const QJsonArray &array, const ReadArticle &read, OffsetUnit unit, const Removed &removed, std::vector<ReadValue> &out)
{
    std::vector<Zone> zones;
    const TextPositions positions(read.text);
    for (const QJsonValue &value : array) {
        const QJsonArray parts = value.toArray();
        const auto kind = parts.size() == 3 ? zoneKindNamed(parts.at(2).toString()) : std::nullopt;
        const qint64 begin = removed.moved(parts.at(0).toInteger(-1), unit);
        const qint64 end = removed.moved(parts.at(1).toInteger(-1), unit);
        Zone zone;
        if (unit == OffsetUnit::CodePoint)
            zone.range = {begin, end};
        else if (begin >= 0 && end >= begin && unit == OffsetUnit::Utf16)
            zone.range = positions.toCodePoints(Utf16Range{begin, end});
        else if (begin >= 0 && end >= begin)
            zone.range = toCodePoints(read.text, Utf8Range{begin, end});
        if (!kind || begin < 0 || zone.range.isEmpty() || zone.range.end > positions.codePoints()) {
            out.push_back(problem(
                Readers::tr("The zone %1 is none: it takes a begin, an end within the text and a kind.").arg(plainText(value))));
            continue;
        }
        zone.kind = *kind;
        zones.push_back(zone);
    }
    return zones;
}

bool isFramework(QStringView key, bool ours)
{
    if (ours && (key == "family"_L1 || key == "containment"_L1 || key == "revises"_L1 || key == "left_out"_L1))
        return true;
    return key == "type"_L1 || key == "offset_unit"_L1 || key == "zones"_L1 || key == "fields"_L1;
}

/// Fills fields by their own names first, then by synonyms where the own name is absent; the rest is kept as it is.
void takeFields(const QJsonObject &object, bool ours, ReadArticle &read, QString &id, bool &titled)
{
    std::set<ArticleField> taken;
    const auto take = [&](ArticleField field, const QJsonValue &stated) {
        const QJsonValue value = plainValue(stated, field);
        taken.insert(field);
        titled = titled || field == ArticleField::Title;
        if (field == ArticleField::Id)
            id = plainText(value);
        else if (field == ArticleField::Published && ours)
            read.article.published = plainText(value);
        else
            setField(read, field, field == ArticleField::Authors ? jsonAuthors(value) : plainText(value));
    };
    const auto isSource = [&](auto entry) { return entry.key() == "source"_L1 && isStatedSource(entry.value()); };
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto field = articleFieldNamed(entry.key());
        if (field && isOwnName(*field, entry.key()))
            take(*field, entry.value());
    }
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto field = articleFieldNamed(entry.key());
        if (isFramework(entry.key(), ours) || isSource(entry) || (field && isOwnName(*field, entry.key())) || entry.value().isNull())
            continue;
        if (field && !taken.contains(*field) && !plainValue(entry.value(), *field).isObject())
            take(*field, entry.value());
        else
            read.article.fields.insert(entry.key(), plainText(entry.value()));
    }
    const QString type = object.value("type"_L1).toString();
    if (!type.isEmpty() && !ours)
        read.article.fields.insert(u"type"_s, type);
    const QJsonObject fields = object.value("fields"_L1).toObject();
    for (auto entry = fields.begin(); entry != fields.end(); ++entry)
        read.article.fields.insert(entry.key(), plainText(entry.value()));
}

std::vector<ReadValue> readArticle(const QJsonObject &object, bool ours, OffsetUnit unit, JsonContext &context)
{
    std::vector<ReadValue> out;
    ReadArticle read;
    QString id;
    bool titled = false;
    takeFields(object, ours, read, id, titled);
    Removed removed;
    read.text = withUnifiedLineEnds(read.text, removed);
    read.source = statedSource(object.value("source"_L1));
    if (ours) {
        read.article.leftOut = leftOutFrom(object.value("left_out"_L1).toArray());
        read.family = uuidWritten(object.value("family"_L1).toString());
        read.revises = uuidWritten(object.value("revises"_L1).toString());
        if (const QJsonValue containment = object.value("containment"_L1); containment.isDouble())
            read.article.containment = std::clamp(containment.toDouble(), 0.0, 1.0);
    }
    read.zonesStated = object.value("zones"_L1).isArray();
    if (read.zonesStated)
        read.zones = statedZones(object.value("zones"_L1).toArray(), read, unit, removed, out);
    if (const QString why = completed(read, id, titled); !why.isEmpty())
        return {problem(why)};
    if (!ours) {
        TextAccount account;
        for (auto member = object.begin(); member != object.end(); ++member) {
            const bool date = articleFieldNamed(member.key()) == ArticleField::Published && !read.article.published.isEmpty();
            for (const QString &text : member.key() == "zones"_L1 ? QStringList() : stringsIn(member.value())) {
                if (date)
                    account.stated(text);
                else if (text.size() == read.text.size() && articleFieldNamed(member.key()) == ArticleField::Text)
                    account.took(text);
                else
                    account.holds(text, LeftOutReason::Metadata);
            }
        }
        account.settle(read);
        context.characters += account.characters();
    } else {
        context.counted = false;
    }
    if (!removed.positions[0].empty() && !read.key.isEmpty())
        context.removed.insert(read.key, std::move(removed));
    out.insert(out.begin(), std::move(read));
    return out;
}

ReadValue readCoder(const QJsonObject &object, JsonContext &context)
{
    const QString id = plainText(object.value("id"_L1));
    Coder coder;
    coder.uuid = uuidWritten(id);
    coder.name = object.value("name"_L1).toString().trimmed();
    const auto role = coderRoleNamed(object.value("role"_L1).toString(u"coder"_s));
    if (coder.name.isEmpty())
        return problem(Readers::tr("The coder has no name."));
    if (!role)
        return problem(Readers::tr("“%1” is no role; a coder is “coder” or “lead”.").arg(plainText(object.value("role"_L1))));
    coder.role = *role;
    if (coder.uuid.isNull() && !id.isEmpty())
        context.coders.insert(id, coder.name);
    return ReadCoder{coder};
}

ReadValue readProgress(const QJsonObject &object, const JsonContext &context)
{
    ReadProgress progress{plainText(object.value("article"_L1)), plainText(object.value("coder"_L1)), {}};
    const auto state = progressStateNamed(object.value("state"_L1).toString());
    if (progress.article.isEmpty())
        return problem(Readers::tr("The progress names no article."));
    if (!state)
        return problem(Readers::tr("“%1” is no state; progress is “in progress” or “done”.").arg(plainText(object.value("state"_L1))));
    progress.state = *state;
    progress.coder = context.coders.value(progress.coder, progress.coder);
    return progress;
}

std::vector<ReadValue> readCodebook(const QJsonObject &object)
{
    auto codebook = codebookFromJson(object);
    if (codebook)
        return {ReadCodebook{std::move(*codebook)}};
    std::vector<ReadValue> problems;
    for (const QString &reason : codebook.error().message.split(u'\n'))
        problems.push_back(problem(reason));
    return problems;
}

ReadValue readSample(const QJsonObject &object)
{
    const QJsonValue record = object.value("record"_L1);
    if (!record.isObject())
        return problem(Readers::tr("The sample does not say how it was drawn."));
    return ReadSample{uuidWritten(object.value("id"_L1).toString()), object.value("name"_L1).toString().simplified(),
        QString::fromUtf8(QJsonDocument(record.toObject()).toJson(QJsonDocument::Compact))};
}

} // namespace

QStringList stringsIn(const QJsonValue &value)
{
    QStringList strings;
    if (value.isString())
        strings += value.toString();
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements)
        strings += stringsIn(element);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() != "zones"_L1)
            strings += stringsIn(member.value());
    }
    return strings;
}

bool holdsArticleText(const QJsonObject &object)
{
    return std::ranges::any_of(object.keys(), [&](const QString &key) {
        const QJsonValue value = object.value(key);
        return articleFieldNamed(key) == ArticleField::Text && (value.isString() || isListOfTexts(value));
    });
}

qint64 Removed::moved(qint64 offset, OffsetUnit unit) const
{
    const auto &gone = positions[size_t(unit)];
    return offset - (std::ranges::lower_bound(gone, offset) - gone.begin());
}

QString withUnifiedLineEnds(const QString &text, Removed &removed)
{
    const bool marked = text.startsWith(QChar(QChar::ByteOrderMark));
    if (!marked && !text.contains(u'\r'))
        return text;
    QString result;
    result.reserve(text.size());
    std::array<qsizetype, 3> at{}; // by OffsetUnit
    const auto remove = [&](qsizetype bytes) {
        removed.positions[0].push_back(at[0]);
        removed.positions[1].push_back(at[1]);
        for (qsizetype byte = 0; byte < bytes; ++byte)
            removed.positions[2].push_back(at[2] + byte);
    };
    for (qsizetype unit = 0; unit < text.size(); ++unit) {
        const char16_t c = text[unit].unicode();
        const bool low = QChar::isLowSurrogate(c);
        if (unit == 0 && marked)
            remove(3);
        else if (c == u'\r' && unit + 1 < text.size() && text[unit + 1] == u'\n')
            remove(1);
        else
            result += c == u'\r' ? QChar(u'\n') : text[unit];
        at[0] += !low;
        at[1] += 1;
        at[2] += low ? 1 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3; // a pair has four bytes: three and one
    }
    return result;
}

namespace {

/// R writes every value as a list, of one, where it is not told otherwise.
std::optional<QJsonObject> unboxed(const QJsonObject &object)
{
    QJsonObject plain;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonArray list = entry.value().toArray();
        if (!entry.value().isArray() || list.size() > 1 || (list.size() == 1 && (list.first().isArray() || list.first().isObject())))
            return std::nullopt;
        if (!list.isEmpty())
            plain.insert(entry.key(), list.first());
    }
    return plain;
}

} // namespace

std::vector<ReadValue> readJsonRecord(const QJsonObject &written, JsonContext &context)
{
    const QJsonObject object = unboxed(written).value_or(written);
    OffsetUnit unit = context.unit;
    if (const QJsonValue stated = object.value("offset_unit"_L1); !stated.isUndefined()) {
        const auto named = offsetUnitNamed(stated.toString());
        if (!named)
            return {
                problem(Readers::tr("“%1” is no unit of offsets; there are “codepoint”, “utf16” and “utf8”.").arg(plainText(stated)))};
        unit = *named;
    }
    const QString type = object.value("type"_L1).toString();
    context.counted = context.counted && (type.isEmpty() || holdsArticleText(object));
    if (type == "annotation"_L1) {
        auto annotation = readJsonAnnotation(object, unit, context.removed);
        if (annotation)
            annotation->coder = context.coders.value(annotation->coder, annotation->coder);
        return {annotation ? ReadValue(std::move(*annotation)) : ReadValue(problem(annotation.error()))};
    }
    if (type == "coder"_L1)
        return {readCoder(object, context)};
    if (type == "progress"_L1)
        return {readProgress(object, context)};
    if (type == "codebook"_L1)
        return readCodebook(object);
    if (type == "sample"_L1 && object.contains("record"_L1))
        return {readSample(object)};
    if (type == "ruling"_L1) { // it is about annotations of several people in a project, and means nothing without them
        ReadProblem said = problem(Readers::tr("A ruling is not imported, only what it settled. Its reason comes with a merge of the project in which it was made."));
        said.remark = true;
        return {std::move(said)};
    }
    if (type == "article"_L1 || holdsArticleText(object))
        return readArticle(object, type == "article"_L1, unit, context);
    if (!type.isEmpty())
        return {
            problem(Readers::tr("“%1” is no type of record; there are article, coder, annotation, codebook, sample and progress.").arg(type))};
    if (object.contains("offset_unit"_L1))
        return {};
    return {problem(Readers::tr("The object has neither a “type” nor a text."))};
}

std::optional<OffsetUnit> offsetUnitNamed(QStringView name)
{
    if (name == "codepoint"_L1)
        return OffsetUnit::CodePoint;
    if (name == "utf16"_L1)
        return OffsetUnit::Utf16;
    return name == "utf8"_L1 ? std::optional(OffsetUnit::Utf8) : std::nullopt;
}

} // namespace galley
