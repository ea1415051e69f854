// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unitedits.h"

#include "edittexts.h"

#include <domain/givenunit.h>
#include <domain/identity.h>
#include <store/projectstore.h>

#include <algorithm>
#include <unordered_set>

namespace galley {

namespace {

/// The annotations of `from` that are units, each stretch of text once.
Result<std::vector<Annotation>> unitsOf(const ProjectStore &store, const UnitsToGive &what)
{
    const auto articles = store.articles();
    if (!articles)
        return std::unexpected(articles.error());
    std::vector<Annotation> units;
    for (const Article &article : *articles) {
        if (!what.articles.empty() && !std::ranges::contains(what.articles, article.id))
            continue;
        auto annotations = store.annotations(article.id);
        if (!annotations)
            return std::unexpected(annotations.error());
        const size_t first = units.size();
        for (Annotation &annotation : *annotations) {
            const bool isUnit = annotation.coder == what.from && annotation.layer == what.layer && !annotation.ranges.empty();
            if (isUnit && std::ranges::none_of(units.begin() + qsizetype(first), units.end(), [&](const Annotation &unit) { return unit.ranges == annotation.ranges; }))
                units.push_back(std::move(annotation));
        }
    }
    return units;
}

Annotation givenTo(CoderId coder, const Annotation &unit, const Codebook &codebook, bool withCode, const QDateTime &at)
{
    Annotation given;
    given.id = givenUnitId(unit.article, unit.layer, unit.ranges, coder);
    given.uuid = uuidOf(given.id.value);
    given.article = unit.article;
    given.layer = unit.layer;
    given.coder = coder;
    given.code = withCode ? unit.code : CodeId();
    given.ranges = unit.ranges;
    given.quote = unit.quote;
    given.revision = codebook.content();
    given.created = given.modified = at;
    given.inherited = true; // its coder has not looked at it yet
    return given;
}

} // namespace

Result<GivenUnits> giveUnits(const ProjectStore &store, const UnitsToGive &what, const QDateTime &at)
{
    const auto codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    const Layer *layer = codebook->layer(what.layer);
    if (!layer || layer->unit != LayerUnit::Span)
        return failed(Edits::tr("Units are stretches of text: choose a layer that is coded on passages."));
    const size_t variables = codebook->variables(layer->id).size(), settled = what.withCodes && codebook->principalVariable(layer->id) ? 1 : 0;
    if (variables <= settled)
        return failed(Edits::tr("“%1” asks nothing of its units that could be coded.").arg(layer->name));
    const auto units = unitsOf(store, what);
    if (!units)
        return std::unexpected(units.error());
    if (units->empty())
        return failed(Edits::tr("Nothing is marked in “%1” that could be given as units. Settle what coders marked first.").arg(layer->name));
    GivenUnits given{{Edits::tr("Give %n units of “%1” to be coded", nullptr, int(units->size())).arg(layer->name), {}}, qint64(units->size()), 0};
    for (const Annotation &unit : *units) {
        for (const CoderId coder : what.to) {
            Annotation own = givenTo(coder, unit, *codebook, what.withCodes, at);
            const auto known = store.annotation(own.id);
            if (!known)
                return std::unexpected(known.error());
            if (*known)
                ++given.before;
            else
                given.change.edits.emplace_back(added(std::move(own)));
        }
    }
    if (given.change.edits.empty())
        given.change = {};
    return given;
}

} // namespace galley
