// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/identity.h>
#include <domain/textpositions.h>
#include <store/projectstore.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

/// A small project to try things on: two span layers and one for the article, two coders, two articles.
namespace galley::sample {

using namespace Qt::StringLiterals;

/// In memory where the system offers it: the tests write durably thousands of times.
inline QString folderPattern()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/galley-test-XXXXXX"_s;
}

/// A UUID of that id which no other kind of row of the same number has, as ids that are given away have of themselves.
inline QUuid uuidAmong(char kind, qint64 id)
{
    QByteArray bytes = uuidOf(id).toRfc4122();
    bytes[8] = char(bytes[8] | (kind & 0x3F));
    return QUuid::fromRfc4122(bytes);
}

inline Layer layer(qint64 id, const QString &name, LayerUnit unit)
{
    return {{id}, uuidAmong(1, id), name, unit, {}, int(id)};
}

inline Variable variable(qint64 id, qint64 layer, const QString &name, VariableType type, bool multiple = false)
{
    Variable row;
    row.id = {id};
    row.uuid = uuidAmong(2, id);
    row.layer = {layer};
    row.name = name;
    row.type = type;
    row.multiple = multiple;
    row.position = int(id);
    return row;
}

inline Code code(qint64 id, qint64 variable, qint64 parent, const QString &name)
{
    Code row;
    row.id = {id};
    row.uuid = uuidAmong(3, id);
    row.variable = {variable};
    row.parent = {parent};
    row.name = name;
    row.examples = {u"an example"_s};
    row.position = int(id);
    return row;
}

/// Framing: frame (Security > Defence, Economic), Stance: polarity, target (several), strength, sure, note; Article: tone.
inline Codebook codebook()
{
    using enum VariableType;
    return Codebook(u"Sample"_s, 1,
                    {layer(1, u"Framing"_s, LayerUnit::Span), layer(2, u"Stance"_s, LayerUnit::Span), layer(3, u"Article"_s, LayerUnit::Article)},
                    {variable(1, 1, u"frame"_s, VariableType::Code), variable(2, 2, u"polarity"_s, Ordinal),
                     variable(3, 2, u"target"_s, VariableType::Actor, true), variable(4, 2, u"strength"_s, Number),
                     variable(5, 2, u"sure"_s, Boolean), variable(6, 2, u"note"_s, Text), variable(7, 2, u"since"_s, Date),
                     variable(8, 3, u"tone"_s, Ordinal)},
                    {code(1, 1, 0, u"Security"_s), code(2, 1, 1, u"Defence"_s), code(3, 1, 0, u"Economic"_s), code(4, 2, 0, u"against"_s),
                     code(5, 2, 0, u"neutral"_s), code(6, 2, 0, u"in favour"_s), code(7, 8, 0, u"bad"_s), code(8, 8, 0, u"good"_s)});
}

/// The same codebook as somebody else made it: none of its parts is known by its id.
inline Codebook foreign(const Codebook &codebook)
{
    std::vector<Layer> layers = codebook.layers();
    std::vector<Variable> variables = codebook.variables();
    std::vector<Code> codes = codebook.codes();
    const auto renew = [](auto &rows) { std::ranges::for_each(rows, [](auto &row) { row.uuid = QUuid::createUuid(); }); };
    renew(layers);
    renew(variables);
    renew(codes);
    return Codebook(codebook.name(), codebook.revision(), layers, variables, codes);
}

inline const QString firstText = u"Ministers met today.\n\nThe alliance 🛡️ raised its guard; taxes rose too."_s;
inline const QString secondText = u"A second article.\nIt says little."_s;

inline QDateTime time(int minute = 0)
{
    return QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 6), QTimeZone::UTC).addSecs(60 * minute);
}

inline Stamp stamp(int minute = 0)
{
    return {CoderId{1}, time(minute)};
}

inline Coder coder(qint64 id, const QString &name)
{
    return {{id}, uuidAmong(4, id), name, CoderRole::Coder};
}

inline Actor actor(ActorId id, const QString &name)
{
    return {id, uuidOf(id.value), name};
}

inline Article article(const QString &title, const QString &outlet = {})
{
    Article row;
    row.title = title;
    row.outlet = outlet;
    row.published = u"2026-01-01"_s;
    row.fields = {{u"byline"_s, u"A. Reporter"_s}};
    return row;
}

inline Annotation annotation(AnnotationId id, ArticleId article, const QString &text, std::vector<Range> ranges, CodeId code = {1})
{
    Annotation row;
    row.id = id;
    row.uuid = uuidOf(id.value);
    row.article = article;
    row.layer = {1};
    row.coder = {1};
    row.code = code;
    row.quote = quoteOf(text, TextPositions(text), ranges);
    row.ranges = std::move(ranges);
    row.created = time();
    row.modified = time();
    return row;
}

template<typename T>
T taken(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Coders 1 and 2; articles 1 and 2, with a zone. Ids as small as these have UUIDs of their own as large ones do.
inline ProjectStore project(const QString &path)
{
    ProjectStore store = taken(ProjectStore::create(path, codebook(), {{}, time()}));
    taken(store.apply({u"Add coders"_s, {added(coder(1, u"Ada"_s)), added(coder(2, u"Ben"_s))}}, {{}, time()}));
    ImportSession session = taken(store.beginImport());
    const SourceId source = taken(session.add(Source{{}, u"/articles/a.txt"_s, QByteArray(64, 'a'), u"UTF-8"_s}));
    Article first = article(u"First"_s, u"The Paper"_s);
    first.source = source;
    first.uuid = uuidOf(1);
    taken(session.add(first, firstText.toUtf8(), {Zone{{}, {}, ZoneKind::Headline, {0, 20}}}));
    Article second = article(u"Second"_s);
    second.uuid = uuidOf(2);
    taken(session.add(second, secondText.toUtf8(), {}));
    taken(session.commit(u"Import 2 articles"_s, stamp()));
    return store;
}

} // namespace galley::sample
