// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spanrules.h"

#include "annotationedits.h"
#include "edittexts.h"

#include <domain/shortened.h>
#include <domain/textsteps.h>

#include <algorithm>
#include <map>

namespace galley {

namespace {

TextUnit unitOf(Snap snap)
{
    return snap == Snap::Word ? TextUnit::Word : snap == Snap::Sentence ? TextUnit::Sentence : TextUnit::Paragraph;
}

bool shareText(const Annotation &a, const Annotation &b)
{
    return std::ranges::any_of(a.ranges, [&](const Range &one) {
        return std::ranges::any_of(b.ranges, [&](const Range &other) { return one.begin < other.end && other.begin < one.end; });
    });
}

bool isAllowed(Overlap overlap, const Annotation &a, const Annotation &b)
{
    return overlap == Overlap::Any || !shareText(a, b) || (overlap == Overlap::Stacked && a.ranges == b.ranges);
}

const Layer *ruledLayer(const Codebook &codebook, const Edit<Annotation> &edit)
{
    const Layer *layer = edit.after ? codebook.layer(edit.after->layer) : nullptr;
    const bool moves = layer && (!edit.before || edit.before->ranges != edit.after->ranges || edit.before->layer != edit.after->layer);
    return moves && layer->overlap != Overlap::Any ? layer : nullptr;
}

Error refusal(const Layer &layer, const Annotation &other)
{
    const QString where = quoted(shortened(other.quote.simplified(), 60));
    if (layer.overlap == Overlap::None)
        return {Edits::tr("No two passages of “%1” share text, and you coded %2.").arg(layer.name, where), {}};
    return {Edits::tr("Two passages of “%1” share all of their text or none, and you coded %2.").arg(layer.name, where), {}};
}

} // namespace

std::vector<Range> snapped(const Layer &layer, const MeasuredText &measured, const std::vector<Range> &ranges)
{
    if (layer.snap == Snap::Free)
        return ranges;
    const auto &[text, positions, language] = measured;
    std::vector<Range> widened;
    for (const Range &range : ranges) {
        const Utf16Range place = positions.toUtf16(range);
        const Utf16Range first = unitAt(text, place.begin, unitOf(layer.snap), language);
        const Utf16Range last = unitAt(text, place.end - 1, unitOf(layer.snap), language);
        widened.push_back(positions.toCodePoints(Utf16Range{std::min(first.begin, place.begin), std::max(last.end, place.end)}));
    }
    return fitted(measured, widened);
}

Result<> staysInParagraphs(const Layer &layer, const MeasuredText &measured, const std::vector<Range> &ranges)
{
    for (const Range &range : ranges) {
        const Utf16Range place = measured.positions.toUtf16(range);
        const QStringView passage = measured.text.sliced(place.begin, place.length());
        if (!layer.acrossParagraphs && (passage.contains(u'\n') || passage.contains(QChar::ParagraphSeparator)))
            return failed(Edits::tr("A passage of “%1” stays within one paragraph.").arg(layer.name));
    }
    return {};
}

Result<> overlapAsAllowed(const Codebook &codebook, const Change &change,
                          const std::function<Result<std::vector<Annotation>>(ArticleId)> &annotationsOf)
{
    std::map<ArticleId, std::map<AnnotationId, Annotation>> after; // of the articles concerned
    std::vector<const Annotation *> moved;
    for (const AnyEdit &any : change.edits) {
        const auto *edit = std::get_if<Edit<Annotation>>(&any);
        if (!edit || !ruledLayer(codebook, *edit))
            continue;
        moved.push_back(&*edit->after);
        if (after.contains(edit->after->article))
            continue;
        const auto before = annotationsOf(edit->after->article);
        if (!before)
            return std::unexpected(before.error());
        for (const Annotation &annotation : *before)
            after[edit->after->article].emplace(annotation.id, annotation);
    }
    if (moved.empty())
        return {};
    for (const AnyEdit &any : change.edits) {
        const auto *edit = std::get_if<Edit<Annotation>>(&any);
        const ArticleId article = !edit ? ArticleId() : edit->after ? edit->after->article : edit->before->article;
        if (!after.contains(article))
            continue;
        if (edit->before)
            after[article].erase(edit->before->id);
        if (edit->after)
            after[article].insert_or_assign(edit->after->id, *edit->after);
    }
    for (const Annotation *one : moved) {
        const Layer &layer = *codebook.layer(one->layer);
        for (const auto &[id, other] : after[one->article]) {
            if (id != one->id && other.coder == one->coder && other.layer == one->layer && !isAllowed(layer.overlap, *one, other))
                return std::unexpected(refusal(layer, other));
        }
    }
    return {};
}

} // namespace galley
