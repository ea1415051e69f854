// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importprivate.h"

#include <project/codebookedits.h>
#include <project/coderedits.h>
#include "placing.h"
#include <project/didyoumean.h>
#include <domain/questions.h>
#include <project/values.h>

#include <domain/identity.h>
#include <domain/nameduuid.h>
#include <base/sha256.h>

#include <QCoreApplication>
#include <QStringBuilder>

#include <algorithm>

/// The part of an import that takes codings: annotations and progress, which name articles, coders, layers and codes in words.
namespace galley {

using namespace Qt::StringLiterals;

namespace {

QStringList layerNames(const Codebook &codebook)
{
    QStringList names;
    for (const Layer &layer : codebook.layers())
        names += layer.name;
    return names;
}

QStringList variableNames(const Codebook &codebook, LayerId layer)
{
    QStringList names;
    for (const Variable *variable : codebook.variables(layer))
        names += variable->name;
    return names;
}

QStringList codePaths(const Codebook &codebook, VariableId variable)
{
    QStringList paths;
    for (const Code *code : codebook.codes(variable))
        paths += codebook.path(code->id);
    return paths;
}

} // namespace

Result<std::optional<ArticleId>> Importer::Private::articleReferred(const QString &reference)
{
    if (const auto known = articles.constFind(reference); known != articles.constEnd())
        return *known;
    const QUuid uuid = uuidWritten(reference);
    if (!uuid.isNull()) {
        const auto found = session.articleWith(uuid);
        if (found && *found)
            articles.insert(reference, **found); // thousands of annotations may name it
        if (!found || *found)
            return found;
    }
    if (repeating)
        note(Importing::tr("There is no article “%1” in the file or in the project.").arg(reference));
    return std::nullopt;
}

Result<CoderId> Importer::Private::coderReferred(const QString &reference)
{
    if (reference.trimmed().isEmpty()) {
        if (!options.coder)
            note(Importing::tr("It does not say who coded, and no coder was chosen for the import."));
        return options.coder;
    }
    if (const auto known = coderKeys.constFind(reference); known != coderKeys.constEnd())
        return *known;
    const QUuid uuid = uuidWritten(reference);
    const auto found = std::ranges::find_if(coders, [&](const Coder &coder) { return !uuid.isNull() && coder.uuid == uuid; });
    if (found != coders.end())
        return found->id;
    if (const Coder *coder = coderNamed(coders, reference))
        return coder->id;
    if (!uuid.isNull()) {
        note(Importing::tr("There is no coder “%1”.").arg(reference));
        return CoderId{};
    }
    ReadCoder unknown;
    unknown.coder.name = reference;
    return take(unknown).transform([&] { return coders.back().id; });
}

Result<ActorId> Importer::Private::actorNamed(const QString &name)
{
    const QString key = name.simplified().toCaseFolded();
    if (const auto known = actors.constFind(key); known != actors.constEnd())
        return *known;
    Actor actor;
    actor.name = name.simplified();
    const auto id = session.add(actor);
    if (id) {
        actors.insert(key, *id);
        ++report.actors;
    }
    return id;
}

Result<CodeId> Importer::Private::codeReferred(const Layer &layer, VariableId variable, const QString &path)
{
    const std::pair key(variable.value, path);
    if (const auto known = codes.constFind(key); known != codes.constEnd())
        return *known;
    const Code *code = codebook.code(variable, path);
    if (!code && options.addCodes) {
        const Result<Change> change = addCode(codebook, variable, path);
        if (!change)
            return std::unexpected(change.error());
        if (const Result<> done = apply(*change); !done)
            return std::unexpected(done.error());
        codebook = withChange(codebook, *change);
        report.codes += int(change->edits.size());
        codes.clear();
        code = codebook.code(variable, path);
    }
    if (!code) {
        return failed(Importing::tr("There is no code “%1” in the layer “%2”.").arg(path, layer.name)
                      + didYouMean(path, codePaths(codebook, variable)));
    }
    codes.insert(key, code->id);
    return code->id;
}

Result<CodeId> Importer::Private::principalCode(const Layer &layer, const QString &path)
{
    if (path.isEmpty())
        return CodeId{};
    const Variable *principal = codebook.principalVariable(layer.id);
    if (!principal)
        return failed(Importing::tr("The layer “%1” has no codes of its own.").arg(layer.name));
    return codeReferred(layer, principal->id, path);
}

Result<Value> Importer::Private::valueOf(const Layer &layer, const Variable &variable, const QString &written)
{
    if (variable.type == VariableType::Code || variable.type == VariableType::Ordinal)
        return codeReferred(layer, variable.id, written).transform([](CodeId code) { return Value(code); });
    return readValue(codebook, variable, written, [this](const QString &name) { return actorNamed(name); });
}

Result<std::vector<VariableValue>> Importer::Private::valuesOf(const ReadAnnotation &read, const Layer &layer, const KnownText &text)
{
    std::vector<VariableValue> values;
    const Variable *principal = codebook.principalVariable(layer.id);
    const QString principalName = principal ? principal->name : QString();
    for (const auto &[name, written] : read.values) {
        if (!principalName.isEmpty() && name == principalName)
            continue;
        const Variable *found = codebook.variable(layer.id, name);
        if (!found) {
            return failed(Importing::tr("There is no variable “%1” in the layer “%2”.").arg(name, layer.name)
                          + didYouMean(name, variableNames(codebook, layer.id)));
        }
        const Variable variable = *found; // a code added on the way replaces the codebook
        for (const QString &one : written) {
            const auto value = valueOf(layer, variable, one);
            if (!value)
                return std::unexpected(value.error());
            values.push_back({variable.id, *value});
        }
    }
    for (const auto &[name, passages] : read.passages) {
        const Variable *found = codebook.variable(layer.id, name);
        if (!found) {
            return failed(Importing::tr("There is no variable “%1” in the layer “%2”.").arg(name, layer.name)
                          + didYouMean(name, variableNames(codebook, layer.id)));
        }
        for (const ReadPassage &passage : passages) {
            auto place = placed(passage, read.unit, text.text, text.positions);
            if (!place)
                return failed(u"“%1”: "_s.arg(name) + place.error().message);
            values.push_back({found->id, Passage{std::move(place->ranges), std::move(place->quote)}});
        }
    }
    values = inOrder(codebook, layer.id, std::move(values));
    if (const Result<> fits = valuesFit(codebook, layer.id, values); !fits)
        return std::unexpected(fits.error());
    return values;
}

Result<const Importer::Private::KnownText *> Importer::Private::textOf(ArticleId id)
{
    if (const KnownText *known = texts.object(id.value))
        return known;
    Result<QString> text = session.text(id);
    if (!text)
        return std::unexpected(text.error());
    const QString hash = QString::fromLatin1(sha256Of(text->toUtf8()));
    auto *known = new KnownText{*text, TextPositions(*text), hash, idFrom({hash})};
    const bool kept = texts.insert(id.value, known, std::min<qsizetype>(text->size(), texts.maxCost()));
    return kept ? known : nullptr;
}

Result<> Importer::Private::take(const ReadAnnotation &read)
{
    if (!read.uuid.isNull()) {
        const auto known = session.annotation(read.uuid);
        if (!known)
            return std::unexpected(known.error());
        if (*known)
            return meet(read, **known);
    }
    const auto article = articleReferred(read.article);
    if (!article)
        return std::unexpected(article.error());
    if (!*article) {
        if (!repeating)
            waiting.push_back({line, read});
        return {};
    }
    const Layer *layer = codebook.layer(read.layer);
    if (!layer) {
        note(Importing::tr("There is no layer “%1”.").arg(read.layer) + didYouMean(read.layer, layerNames(codebook)));
        return {};
    }
    if ((layer->unit == LayerUnit::Span) == read.ranges.empty()) {
        note(read.ranges.empty() ? Importing::tr("The layer “%1” is coded on passages, and no range is given.").arg(layer->name)
                                 : Importing::tr("The layer “%1” is coded for the whole article, and ranges are given.").arg(layer->name));
        return {};
    }
    const auto coder = coderReferred(read.coder);
    if (!coder)
        return std::unexpected(coder.error());
    if (!*coder)
        return {};
    const auto text = textOf(**article);
    if (!text)
        return std::unexpected(text.error());
    return takeCoded(read, **article, *layer, *coder, **text);
}

/// One that is there already stays as it is; where the file has it otherwise, that is said.
Result<> Importer::Private::meet(const ReadAnnotation &read, const Annotation &known)
{
    ++report.annotationsAlreadyThere;
    const Layer *layer = codebook.layer(known.layer);
    const QString code = layer ? principalPath(read, *layer) : QString();
    const Code *meant = code.isEmpty() || !layer || !codebook.principalVariable(layer->id) ? nullptr : codebook.code(codebook.principalVariable(layer->id)->id, code);
    std::vector<std::pair<qint64, qint64>> places;
    for (const Range &range : known.ranges)
        places.emplace_back(range.begin, range.end);
    const bool same = layer && layer->name == read.layer && read.memo == known.memo && read.status == known.status
        && (!meant || meant->id == known.code) && (read.unit != OffsetUnit::CodePoint || read.ranges.empty() || read.ranges == places);
    if (!same)
        note(Importing::tr("The annotation at %1–%2 is in the project already, coded otherwise; it stays as it is there.")
                 .arg(known.extent().begin).arg(known.extent().end), true);
    return {};
}

/// The principal code may also stand among the values, under its variable's name.
QString Importer::Private::principalPath(const ReadAnnotation &read, const Layer &layer) const
{
    const Variable *principal = codebook.principalVariable(layer.id);
    const auto named = std::ranges::find_if(read.values, [&](const auto &value) { return principal && value.first == principal->name; });
    return read.code.isEmpty() && named != read.values.end() && !named->second.empty() ? named->second.front() : read.code;
}

QUuid Importer::Private::uuidFor(const ReadAnnotation &read, const Annotation &annotation, const KnownText &text)
{
    if (!read.uuid.isNull())
        return read.uuid;
    QString place;
    place.reserve(text.sha256.size() + 32 * qsizetype(annotation.ranges.size()));
    place += text.sha256;
    for (const Range &range : annotation.ranges)
        place += u' ' % QString::number(range.begin) % u'-' % QString::number(range.end);
    const QUuid uuid = namedUuid({u"annotation", place, read.coder, read.layer, read.code});
    const qint64 id = idWithin(text.owner, uuid);
    const int repeat = repeats[id]++;
    // The UUID says no more than the id, and need not be kept.
    return uuidOf(repeat == 0 ? id : idWithin(text.owner, namedUuid({uuid.toString(), QString::number(repeat)})));
}

Result<> Importer::Private::takeCoded(const ReadAnnotation &read, ArticleId article, Layer layer, CoderId coder, const KnownText &text)
{
    const auto place = placed({read.ranges, read.quote}, read.unit, text.text, text.positions);
    const auto code = place ? principalCode(layer, principalPath(read, layer)) : Result<CodeId>(CodeId{});
    const auto values = place && code ? valuesOf(read, layer, text) : Result<std::vector<VariableValue>>();
    if (!place || !code || !values) {
        const Error &error = !place ? place.error() : !code ? code.error() : values.error();
        if (error.kind == ErrorKind::Project)
            return std::unexpected(error);
        note(error.message);
        return {};
    }
    Annotation annotation;
    annotation.article = article;
    annotation.layer = layer.id;
    annotation.coder = coder;
    annotation.code = *code;
    annotation.ranges = place->ranges;
    annotation.uuid = uuidFor(read, annotation, text);
    if (read.uuid.isNull()) {
        const auto known = session.annotation(annotation.uuid);
        if (!known)
            return std::unexpected(known.error());
        if (*known)
            return meet(read, **known);
    }
    annotation.quote = place->quote;
    annotation.values = *values;
    annotation.memo = read.memo;
    annotation.status = read.status;
    const auto revision = read.revision && *read.revision != codebook.revision() ? session.revision(*read.revision) : Result<RevisionId>(codebook.content());
    if (!revision)
        return std::unexpected(revision.error());
    annotation.revision = *revision;
    annotation.created = read.created.isValid() ? read.created : now;
    annotation.modified = read.modified.isValid() ? read.modified : annotation.created;
    annotation.inherited = read.inherited;
    const auto added = session.add(annotation);
    if (!added)
        return std::unexpected(added.error());
    if (!read.origin.isNull())
        origins.emplace_back(*added, read.origin);
    ++report.annotations;
    const auto by = std::ranges::find(coders, coder, &Coder::id);
    ++report.annotationsBy[by == coders.end() ? QString() : by->name];
    return {};
}

Result<> Importer::Private::take(const ReadProgress &read)
{
    const auto article = articleReferred(read.article);
    if (!article)
        return std::unexpected(article.error());
    if (!*article) {
        if (!repeating)
            waiting.push_back({line, read});
        return {};
    }
    const auto coder = coderReferred(read.coder);
    if (!coder)
        return std::unexpected(coder.error());
    if (!*coder)
        return {};
    const auto known = session.progress(**article, *coder);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return session.add(Progress{{}, **article, *coder, read.state});
    if (repeating) // what stood further down has the last word
        return {};
    Progress after = **known;
    after.state = read.state;
    return after == **known ? Result<>() : session.apply(modified(**known, after));
}

} // namespace galley
