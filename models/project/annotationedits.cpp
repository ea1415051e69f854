// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationedits.h"

#include "edittexts.h"
#include "spanrules.h"
#include "values.h"

#include <domain/givenunit.h>
#include <domain/identity.h>
#include <domain/questions.h>
#include <domain/shortened.h>
#include <domain/textpositions.h>

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

/// At most some 40 characters of the quote, on one line.
QString shortQuote(const QString &quote)
{
    const QString line = quote.simplified();
    if (line.size() <= 40)
        return line;
    const Utf16Range head = snappedToGraphemes(line, {0, 38});
    return line.sliced(0, head.end) + u'…';
}

Result<> isOpen(const Code &code)
{
    return code.retired ? failed(Edits::tr("“%1” is retired: it stays where it was given, and nothing new gets it.").arg(code.name)) : Result<>();
}

Result<> codeFits(const Codebook &codebook, const Layer &layer, CodeId code)
{
    if (!code)
        return {};
    const Variable *principal = codebook.principalVariable(layer.id);
    const Code *known = codebook.code(code);
    if (!principal || !known || known->variable != principal->id)
        return failed(Edits::tr("The code is not one of the layer “%1”.").arg(layer.name));
    return {};
}

Result<> newCodeIsOpen(const Codebook &codebook, CodeId id)
{
    const Code *code = codebook.code(id);
    return code ? isOpen(*code) : Result<>();
}

/// Retired codes stay where they were given.
Result<> newValuesAreOpen(const Codebook &codebook, const std::vector<VariableValue> &before, const std::vector<VariableValue> &after)
{
    for (const VariableValue &value : after) {
        const auto *id = std::get_if<CodeId>(&value.value);
        const Code *code = id && !std::ranges::contains(before, value) ? codebook.code(*id) : nullptr;
        if (const Result<> open = code ? isOpen(*code) : Result<>(); !open)
            return open;
    }
    return {};
}

/// Passages are where they say they are.
Result<> passagesStand(const Codebook &codebook, const MeasuredText &text, const std::vector<VariableValue> &values)
{
    for (const auto &[variable, value] : values) {
        const auto *passage = std::get_if<Passage>(&value);
        if (!passage || (passage->ranges.back().end <= text.positions.codePoints() && quoteOf(text.text, text.positions, passage->ranges) == passage->quote))
            continue;
        return failed(Edits::tr("The passage for “%1” is not in the text.").arg(codebook.variable(variable)->name));
    }
    return {};
}

/// "…; not asked any more: target, voice", where values fall away because what they depend on has become another.
QString withFallenAway(const Codebook &codebook, const QString &text, const std::vector<VariableValue> &before, const std::vector<VariableValue> &after)
{
    QStringList names;
    for (const VariableValue &value : before) {
        const Variable *variable = codebook.variable(value.variable);
        if (variable && !std::ranges::contains(after, value.variable, &VariableValue::variable) && !names.contains(variable->name))
            names += variable->name;
    }
    return names.isEmpty() ? text : Edits::tr("%1; not asked any more: %2").arg(text, names.join(QStringLiteral(", ")));
}

Result<const Layer *> layerOf(const Codebook &codebook, LayerId id)
{
    if (const Layer *layer = codebook.layer(id))
        return layer;
    return failed(Edits::tr("The layer is not in the codebook."));
}

/// Ranges and quote of the annotation as its layer wants them.
Result<> place(Annotation &annotation, const Layer &layer, const MeasuredText &text, const std::vector<Range> &ranges)
{
    annotation.ranges = layer.unit == LayerUnit::Span ? snapped(layer, text, fitted(text, ranges)) : std::vector<Range>();
    if (layer.unit == LayerUnit::Span && annotation.ranges.empty())
        return failed(Edits::tr("Select some text first: “%1” is coded on passages.").arg(layer.name));
    if (layer.unit == LayerUnit::Article && !ranges.empty())
        return failed(Edits::tr("“%1” is coded for the whole article, not for a passage.").arg(layer.name));
    annotation.quote = quoteOf(text.text, text.positions, annotation.ranges);
    return staysInParagraphs(layer, text, annotation.ranges);
}

Change changed(const QString &text, const Annotation &before, Annotation after, const QDateTime &at)
{
    if (after == before)
        return {};
    after.modified = at;
    after.inherited = false; // who alters what was carried over has looked at it
    return {text, {modified(before, std::move(after))}};
}

} // namespace

std::vector<Range> fitted(const MeasuredText &measured, const std::vector<Range> &ranges)
{
    const auto &[text, positions, language] = measured;
    std::vector<Utf16Range> parts;
    for (const Range &range : ranges) {
        const Utf16Range whole = snappedToGraphemes(text, positions.toUtf16(range));
        if (!range.isEmpty() && !whole.isEmpty())
            parts.push_back(whole);
    }
    std::ranges::sort(parts);
    std::vector<Utf16Range> joined; // before trimming, so that a gap of which only a blank is left closes
    for (const Utf16Range &part : parts) {
        if (!joined.empty() && part.begin <= joined.back().end)
            joined.back().end = std::max(joined.back().end, part.end);
        else
            joined.push_back(part);
    }
    std::vector<Range> result;
    for (const Utf16Range &part : joined) {
        const Utf16Range whole = snappedToGraphemes(text, trimmed(text, part));
        if (!whole.isEmpty())
            result.push_back(positions.toCodePoints(whole));
    }
    return result;
}

QString described(const Codebook &codebook, const Annotation &annotation)
{
    const Layer *layer = codebook.layer(annotation.layer);
    QString as = layer ? layer->name : QString();
    if (annotation.code)
        as += QStringLiteral(" / ") + codebook.path(annotation.code);
    return annotation.ranges.empty() ? Edits::tr("the article as %1").arg(as)
                                     : Edits::tr("%1 as %2").arg(quoted(shortQuote(annotation.quote)), as);
}

Result<Change> annotate(const Codebook &codebook, const MeasuredText &text, const NewAnnotation &what, const QDateTime &at)
{
    const Result<const Layer *> layer = layerOf(codebook, what.layer);
    if (!layer)
        return std::unexpected(layer.error());
    if (!what.coder)
        return failed(Edits::tr("Choose who is coding first."));
    Annotation annotation;
    annotation.id = what.id;
    annotation.uuid = uuidOf(what.id.value);
    annotation.article = what.article;
    annotation.layer = what.layer;
    annotation.coder = what.coder;
    annotation.code = what.code;
    annotation.memo = what.memo;
    annotation.revision = codebook.content();
    annotation.created = at;
    annotation.modified = at;
    const bool isSettled = what.coder == consensusCoder().id; // somebody's reading, coded when the code was open
    annotation.values = withStandards(codebook, what.layer, what.code, what.values);
    const Result<> fits = place(annotation, **layer, text, what.ranges)
                              .and_then([&] { return codeFits(codebook, **layer, what.code); })
                              .and_then([&] { return isSettled ? Result<>() : newCodeIsOpen(codebook, what.code); })
                              .and_then([&] { return valuesFit(codebook, what.layer, what.values); })
                              .and_then([&] { return passagesStand(codebook, text, what.values); })
                              .and_then([&] { return isSettled ? Result<>() : newValuesAreOpen(codebook, {}, annotation.values); });
    if (!fits)
        return std::unexpected(fits.error());
    const QString done = Edits::tr("Code %1").arg(described(codebook, annotation));
    return Change{done, {added(std::move(annotation))}};
}

Result<Change> recode(const Codebook &codebook, const Annotation &annotation, CodeId code, const QDateTime &at)
{
    const Result<const Layer *> layer = layerOf(codebook, annotation.layer);
    if (!layer)
        return std::unexpected(layer.error());
    if (annotation.code == code)
        return Change();
    if (const Result<> fits = codeFits(codebook, **layer, code).and_then([&] { return newCodeIsOpen(codebook, code); }); !fits)
        return std::unexpected(fits.error());
    Annotation after = annotation;
    after.code = code;
    after.values = askedFor(codebook, annotation.layer, code, annotation.values);
    after.revision = codebook.content();
    const QString text = Edits::tr("Recode %1").arg(described(codebook, after));
    return changed(withFallenAway(codebook, text, annotation.values, after.values), annotation, after, at);
}

Result<Change> setRanges(const Codebook &codebook, const MeasuredText &text, const Annotation &annotation, const std::vector<Range> &ranges,
                         const QDateTime &at)
{
    const Result<const Layer *> layer = layerOf(codebook, annotation.layer);
    if (!layer)
        return std::unexpected(layer.error());
    Annotation after = annotation;
    if (const Result<> fits = place(after, **layer, text, ranges); !fits)
        return std::unexpected(fits.error());
    if (after == annotation)
        return Change();
    if (isGivenUnit(annotation))
        return failed(Edits::tr("Where this unit is was settled before it was given to be coded."));
    after.revision = codebook.content();
    return changed(Edits::tr("Resize %1").arg(described(codebook, after)), annotation, after, at);
}

Result<Change> addRange(const Codebook &codebook, const MeasuredText &text, const Annotation &annotation, Range range, const QDateTime &at)
{
    std::vector<Range> ranges = annotation.ranges;
    ranges.push_back(range);
    return setRanges(codebook, text, annotation, ranges, at);
}

std::optional<Passage> passageIn(const MeasuredText &text, const std::vector<Range> &ranges)
{
    std::vector<Range> whole = fitted(text, ranges);
    if (whole.empty())
        return std::nullopt;
    QString quote = quoteOf(text.text, text.positions, whole);
    return Passage{std::move(whole), std::move(quote)};
}

Result<Change> setValues(const Codebook &codebook, const MeasuredText &measured, const Annotation &annotation, std::vector<VariableValue> values, const QDateTime &at)
{
    Annotation after = annotation;
    after.values = askedFor(codebook, annotation.layer, annotation.code, values);
    const Result<> fits = valuesFit(codebook, annotation.layer, values)
                              .and_then([&] { return passagesStand(codebook, measured, values); })
                              .and_then([&] { return newValuesAreOpen(codebook, annotation.values, values); });
    if (!fits)
        return std::unexpected(fits.error());
    if (after == annotation)
        return Change();
    after.revision = codebook.content();
    const QString text = Edits::tr("Set values of %1").arg(described(codebook, after));
    return changed(withFallenAway(codebook, text, values, after.values), annotation, after, at);
}

Change setMemo(const Codebook &codebook, const Annotation &annotation, const QString &memo, const QDateTime &at)
{
    Annotation after = annotation;
    after.memo = memo;
    return changed(Edits::tr("Note on %1").arg(described(codebook, annotation)), annotation, after, at);
}

Change setStatus(const Codebook &codebook, const Annotation &annotation, AnnotationStatus status, const QDateTime &at)
{
    Annotation after = annotation;
    after.status = status;
    const QString what = described(codebook, annotation);
    return changed(status == AnnotationStatus::Flagged ? Edits::tr("Flag %1").arg(what) : Edits::tr("Unflag %1").arg(what), annotation, after, at);
}

Result<Change> removeAnnotations(const Codebook &codebook, const std::vector<Annotation> &annotations)
{
    if (annotations.empty())
        return Change();
    if (std::ranges::any_of(annotations, isGivenUnit))
        return failed(Edits::tr("This unit was given to be coded. It stays; code it, or leave it without a code."));
    Change change{annotations.size() == 1 ? Edits::tr("Remove %1").arg(described(codebook, annotations.front()))
                                          : Edits::tr("Remove %n annotations", nullptr, int(annotations.size())),
                  {}};
    for (const Annotation &annotation : annotations)
        change.edits.emplace_back(removed(annotation));
    return change;
}

} // namespace galley
