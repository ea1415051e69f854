// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggesting.h"

#include "annotationedits.h"
#include "edittexts.h"
#include "spanrules.h"
#include "suggestionedits.h"

#include <domain/remainder.h>
#include <store/projectstore.h>

#include <QDateTime>

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace galley {

namespace {

CoderId selfIn(const Sight &sight, CoderId coder, ArticleId article)
{
    const auto self = sight.selves().find(article);
    return self == sight.selves().end() ? coder : self->second;
}

/// One article, and what decides in it.
struct AskedArticle
{
    Article article;
    QString text;
    TextPositions positions;
    std::vector<Annotation> annotations;
    std::unordered_set<SuggestionId> known, seen; ///< of all suggestions there are, of those that the coder may see
    Remainder counting; ///< what of the text the layer does not leave out
};

Result<AskedArticle> askedArticle(const ProjectStore &store, const Layer &layer, const Sight &sight, ArticleId id)
{
    auto article = store.article(id);
    auto text = article ? store.text(id) : std::unexpected(article.error());
    const auto zones = text ? store.zones(id) : std::unexpected(text.error());
    auto annotations = zones ? store.annotations(id) : std::unexpected(zones.error());
    const auto suggestions = annotations ? store.suggestions(id) : std::unexpected(annotations.error());
    if (!suggestions)
        return std::unexpected(suggestions.error());
    std::unordered_set<SuggestionId> known, seen;
    for (const Suggestion &suggestion : *suggestions) {
        known.insert(suggestion.id);
        if (sight.sees(suggestion))
            seen.insert(suggestion.id);
    }
    TextPositions positions(*text);
    const qsizetype length = article->length;
    return AskedArticle{std::move(*article), std::move(*text), std::move(positions), std::move(*annotations), std::move(known), std::move(seen), Remainder(length, leftOut(*zones, layer))};
}

/// Goes through the places of one article after the other.
class Suggesting
{
public:
    Suggesting(const Codebook &codebook, const Layer &layer, const SuggestionRequest &request)
        : m_codebook(codebook)
        , m_layer(layer)
        , m_request(request)
    {
    }

    void take(AskedArticle &asked, const std::vector<Range> &places)
    {
        std::unordered_set<SuggestionId> here;
        for (const Range &place : places)
            take(asked, here, place);
    }

    SuggestionOutcome outcome;

private:
    void take(AskedArticle &asked, std::unordered_set<SuggestionId> &here, Range place)
    {
        const MeasuredText text{asked.text, asked.positions, asked.article.language};
        Suggestion made;
        made.article = asked.article.id;
        made.layer = m_layer.id;
        made.code = m_request.code;
        made.by = m_request.by ? selfIn(m_request.sight, m_request.by, made.article) : CoderId();
        made.coder = m_request.coder ? selfIn(m_request.sight, m_request.coder, made.article) : CoderId();
        made.origin = m_request.origin;
        made.created = m_at;
        if (m_layer.unit == LayerUnit::Span) {
            made.ranges = snapped(m_layer, text, fitted(text, {place}));
            if (made.ranges.empty() || asked.counting.range(made.ranges.front()).isEmpty()) {
                ++outcome.leftOut;
                return;
            }
            if (!staysInParagraphs(m_layer, text, made.ranges)) {
                ++outcome.paragraphs;
                return;
            }
        }
        made.id = suggestionId(made);
        if (!here.insert(made.id).second)
            ++outcome.samePlace;
        else if (isKnown(asked, made))
            ++outcome.known;
        else if (made.coder && isCodedSo(made, made.coder, asked.annotations))
            ++outcome.coded;
        else if (!mayBeCoded(asked, made))
            ++outcome.overlapping;
        else
            outcome.change.edits.emplace_back(added(made)), ++outcome.added;
    }

    /// Also where it is suggested to all, and this coder has yet to answer.
    static bool isKnown(const AskedArticle &asked, const Suggestion &made)
    {
        return asked.known.contains(made.id) || (made.coder && asked.seen.contains(answerOf(made, {}).id));
    }

    bool mayBeCoded(const AskedArticle &asked, const Suggestion &made) const
    {
        if (!made.coder)
            return true; // of whom nobody knows what they coded
        Annotation annotation;
        annotation.id = {std::numeric_limits<qint64>::max()};
        annotation.article = made.article;
        annotation.layer = made.layer;
        annotation.coder = made.coder;
        annotation.ranges = made.ranges;
        return overlapAsAllowed(m_codebook, {{}, {added(annotation)}}, [&](ArticleId) { return Result<std::vector<Annotation>>(asked.annotations); }).has_value();
    }

    const Codebook &m_codebook;
    const Layer &m_layer;
    const SuggestionRequest &m_request;
    const QDateTime m_at = QDateTime::currentDateTimeUtc();
};

Result<> mayBeSuggested(const Codebook &codebook, const SuggestionRequest &request)
{
    const Layer *layer = codebook.layer(request.layer);
    const Code *code = codebook.code(request.code);
    const Variable *principal = codebook.principalVariable(request.layer);
    if (!layer)
        return failed(Edits::tr("The layer is not in the codebook."));
    if (principal && (!code || code->variable != principal->id))
        return failed(Edits::tr("The code is not one of the layer “%1”.").arg(layer->name));
    if (code && code->retired)
        return failed(Edits::tr("“%1” is retired: it stays where it was given, and nothing new gets it.").arg(code->name));
    return {};
}

} // namespace

FoundPlaces placesOf(const std::vector<SearchHit> &hits)
{
    FoundPlaces places;
    for (const SearchHit &hit : hits) {
        if (hit.in == FoundIn::Text && hit.article)
            places[hit.article].push_back(hit.range);
    }
    return places;
}

Result<SuggestionOutcome> suggest(const ProjectStore &store, const SuggestionRequest &request, const FoundPlaces &places, const std::function<bool()> &goOn)
{
    const auto codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    if (const auto may = mayBeSuggested(*codebook, request); !may)
        return std::unexpected(may.error());
    const Layer &layer = *codebook->layer(request.layer);
    Suggesting suggesting(*codebook, layer, request);
    for (const auto &[article, ranges] : places) {
        if (goOn && !goOn())
            return SuggestionOutcome();
        auto asked = askedArticle(store, layer, request.sight, article);
        if (!asked)
            return std::unexpected(asked.error());
        suggesting.take(*asked, ranges);
    }
    SuggestionOutcome outcome = std::move(suggesting.outcome);
    if (outcome.added > 0) {
        const QString as = request.code ? layer.name + QStringLiteral(" / ") + codebook->path(request.code) : layer.name;
        outcome.change.text = Edits::tr("Suggest %1 in %n places: %2", nullptr, int(outcome.added)).arg(as, request.origin);
    }
    return outcome;
}

Result<std::vector<Suggestion>> waitingSuggestions(const ProjectStore &store, const Codebook &codebook, const Sight &sight, CoderId coder, ArticleId article)
{
    auto suggestions = store.suggestions(article);
    if (!suggestions || suggestions->empty())
        return suggestions;
    std::erase_if(*suggestions, [&](const Suggestion &suggestion) { return !sight.sees(suggestion); });
    const auto annotations = store.annotations(article);
    if (!annotations)
        return std::unexpected(annotations.error());
    return waitingFor(selfIn(sight, coder, article), *suggestions, *annotations, codebook);
}

Result<std::map<ArticleId, std::vector<Suggestion>>> waitingSuggestions(const ProjectStore &store, const Sight &sight, CoderId coder, const std::function<bool()> &goOn)
{
    std::map<ArticleId, std::vector<Suggestion>> waiting;
    const auto codebook = store.codebook();
    const auto suggestions = store.suggestions();
    if (!codebook || !suggestions)
        return std::unexpected(!codebook ? codebook.error() : suggestions.error());
    for (size_t at = 0; at < suggestions->size(); ++at) {
        const ArticleId article = (*suggestions)[at].article;
        if (at > 0 && (*suggestions)[at - 1].article == article)
            continue;
        if (goOn && !goOn())
            return waiting;
        auto here = waitingSuggestions(store, *codebook, sight, coder, article);
        if (!here)
            return std::unexpected(here.error());
        if (!here->empty())
            waiting.emplace(article, std::move(*here));
    }
    return waiting;
}

QString originOfSearch(const QString &query, bool isRegex)
{
    return isRegex ? Edits::tr("regular expression “%1”").arg(query.trimmed()) : Edits::tr("search “%1”").arg(query.trimmed());
}

} // namespace galley
