// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggestionedits.h"

#include "edittexts.h"

#include <algorithm>
#include <unordered_set>

namespace galley {

namespace {

bool covers(const Annotation &annotation, Range range)
{
    return std::ranges::any_of(annotation.ranges, [=](const Range &own) { return own.begin <= range.begin && range.end <= own.end; });
}

bool canBeGiven(const Codebook &codebook, const Suggestion &suggestion)
{
    const Code *code = codebook.code(suggestion.code);
    return codebook.layer(suggestion.layer) && (!suggestion.code || (code && !code->retired));
}

LayerId layerOfCode(const Codebook &codebook, CodeId id)
{
    const Code *code = codebook.code(id);
    const Variable *variable = code ? codebook.variable(code->variable) : nullptr;
    return variable ? variable->layer : LayerId();
}

/// The edit by which the coder has answered.
Edit<Suggestion> answered(const Suggestion &suggestion, CoderId coder, SuggestionState state, AnnotationId annotation)
{
    Suggestion answer = answerOf(suggestion, coder);
    answer.state = state;
    answer.annotation = annotation;
    return suggestion.coder ? modified(suggestion, answer) : added(answer);
}

Annotation placeOf(const Suggestion &suggestion, const QString &text)
{
    Annotation annotation;
    annotation.layer = suggestion.layer;
    annotation.code = suggestion.code;
    annotation.ranges = suggestion.ranges;
    annotation.quote = quoteOf(text, TextPositions(text), suggestion.ranges);
    return annotation;
}

} // namespace

bool isCodedSo(const Suggestion &suggestion, CoderId coder, const std::vector<Annotation> &annotations)
{
    return std::ranges::any_of(annotations, [&](const Annotation &annotation) {
        return annotation.coder == coder && annotation.article == suggestion.article && annotation.layer == suggestion.layer && annotation.code == suggestion.code
            && std::ranges::all_of(suggestion.ranges, [&](const Range &range) { return covers(annotation, range); });
    });
}

std::vector<Suggestion> waitingFor(CoderId coder, const std::vector<Suggestion> &suggestions, const Codebook &codebook)
{
    std::unordered_set<SuggestionId> own; // answered, or made for this coder beside one for all
    for (const Suggestion &suggestion : suggestions) {
        if (suggestion.coder == coder)
            own.insert(suggestion.id);
    }
    std::vector<Suggestion> waiting;
    std::ranges::copy_if(suggestions, std::back_inserter(waiting), [&](const Suggestion &suggestion) {
        const bool isAsked = suggestion.coder ? suggestion.coder == coder : !own.contains(answerOf(suggestion, coder).id);
        return coder && isAsked && suggestion.state == SuggestionState::Open && canBeGiven(codebook, suggestion);
    });
    return waiting;
}

std::vector<Suggestion> waitingFor(CoderId coder, const std::vector<Suggestion> &suggestions, const std::vector<Annotation> &annotations, const Codebook &codebook)
{
    std::vector<Suggestion> waiting = waitingFor(coder, suggestions, codebook);
    std::erase_if(waiting, [&](const Suggestion &suggestion) { return isCodedSo(suggestion, coder, annotations); });
    return waiting;
}

QString described(const Codebook &codebook, const QString &text, const Suggestion &suggestion)
{
    return described(codebook, placeOf(suggestion, text));
}

Result<Change> acceptSuggestion(const Codebook &codebook, const MeasuredText &text, const Suggestion &suggestion, CoderId coder, AnnotationId id, const QDateTime &at, CodeId as)
{
    const CodeId code = as ? as : suggestion.code;
    const NewAnnotation what{id, suggestion.article, as ? layerOfCode(codebook, as) : suggestion.layer, coder, code, suggestion.ranges, {}, {}};
    return annotate(codebook, text, what, at).transform([&](Change change) {
        const auto &made = *std::get<Edit<Annotation>>(change.edits.front()).after;
        change.text = Edits::tr("Accept the suggestion %1").arg(described(codebook, made));
        change.edits.emplace_back(answered(suggestion, coder, SuggestionState::Accepted, id));
        return change;
    });
}

Change dismissSuggestion(const Codebook &codebook, const QString &text, const Suggestion &suggestion, CoderId coder)
{
    return {Edits::tr("Dismiss the suggestion %1").arg(described(codebook, text, suggestion)), {answered(suggestion, coder, SuggestionState::Dismissed, {})}};
}

Change withdrawSuggestions(const std::vector<Suggestion> &suggestions, const QString &origin)
{
    Change change;
    for (const Suggestion &suggestion : suggestions) {
        if (suggestion.state == SuggestionState::Open && suggestion.origin == origin)
            change.edits.emplace_back(removed(suggestion));
    }
    if (!change.edits.empty())
        change.text = Edits::tr("Withdraw %n suggestions of %1", nullptr, int(change.edits.size())).arg(origin);
    return change;
}

} // namespace galley
