// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulingedits.h"

#include "annotationedits.h"
#include "edittexts.h"

#include <review/content.h>
#include <store/projectstore.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace galley {

namespace {

/// The text that any of them is of.
std::vector<Range> coveredBy(std::span<const Annotation> annotations)
{
    Annotation all;
    for (const Annotation &annotation : annotations)
        std::ranges::copy(annotation.ranges, std::back_inserter(all.ranges));
    return placeOf(all);
}

/// The text that all coders who marked something marked.
std::vector<Range> coveredByAll(const ComparedGroup &group)
{
    std::optional<std::vector<Range>> shared;
    for (const CoderId coder : group.coders) {
        const auto theirs = annotationsOf(group, coder);
        if (theirs.empty())
            continue;
        const std::vector<Range> covered = coveredBy(theirs);
        if (!shared) {
            shared = covered;
            continue;
        }
        std::vector<Range> both;
        for (const Range &range : *shared) {
            for (const Range &other : covered) {
                if (const auto part = intersection(range, other))
                    both.push_back(*part);
            }
        }
        shared = std::move(both);
    }
    return shared.value_or(std::vector<Range>());
}

/// Of a coder's work what the consensus takes over: not their notes, flags, and where they had it from.
Decision takenOver(std::span<const Annotation> annotations)
{
    Decision decision{RulingHow::Accepted, {annotations.begin(), annotations.end()}};
    for (Annotation &annotation : decision.annotations) {
        annotation.memo.clear();
        annotation.status = AnnotationStatus::Coded;
        annotation.origin = {};
        annotation.inherited = false;
    }
    return decision;
}

QString described(const Acceptance &acceptance, int groups)
{
    switch (acceptance.rule) {
    case Acceptance::Rule::All:
        return Edits::tr("Settle %n passages that all agree on", nullptr, groups);
    case Acceptance::Rule::Majority:
        return Edits::tr("Settle %n passages that most agree on", nullptr, groups);
    case Acceptance::Rule::AtLeast:
        return Edits::tr("Settle %n passages that at least %1 agree on", nullptr, groups).arg(acceptance.least);
    case Acceptance::Rule::Coder:
        break;
    }
    return Edits::tr("Settle %n passages as one coder has them", nullptr, groups);
}

/// An annotation of the consensus. Its times are those of the work it settles, so that it is the same on every copy where the
/// same was ruled; the ruling says when it was made.
Result<Annotation> drawnUp(const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const Annotation &draft)
{
    const NewAnnotation what{{1}, group.article, group.layer, consensusCoder().id, draft.code, draft.ranges, draft.values, draft.memo};
    const QDateTime at = std::ranges::max(group.annotations, {}, &Annotation::modified).modified;
    return annotate(codebook, text, what, at).transform([](const Change &change) { return *std::get<Edit<Annotation>>(change.edits.front()).after; });
}

Result<Decision> ofOnePlace(RulingHow how, const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const Annotation &as,
                            const std::vector<Range> &place)
{
    Annotation draft = as;
    draft.memo.clear();
    draft.ranges = place;
    return drawnUp(codebook, text, group, draft).transform([&](Annotation annotation) { return Decision{how, {std::move(annotation)}}; });
}

/// "“high vigilance” as Framing / Economic"
QString described(const Codebook &codebook, const ComparedGroup &group, const Decision &decision)
{
    return described(codebook, decision.annotations.empty() ? group.annotations.front() : decision.annotations.front());
}

/// Is it of an annotation of the consensus, or of its coder?
bool isOfConsensus(const AnyEdit &any)
{
    const auto *annotation = std::get_if<Edit<Annotation>>(&any);
    const auto *coder = std::get_if<Edit<Coder>>(&any);
    return (annotation && (annotation->after ? annotation->after : annotation->before)->coder == consensusCoder().id)
        || (coder && (coder->after ? coder->after : coder->before)->id == consensusCoder().id);
}

class RulingEdits
{
public:
    RulingEdits(const Codebook &codebook, const RulingNote &note, const StandingRulings &standing)
        : m_codebook(codebook)
        , m_note(note)
    {
        for (const Ruling &ruling : standing.rulings) {
            for (const AnnotationId about : ruling.about)
                m_rulings.emplace(about, &ruling);
        }
        for (const Annotation &result : standing.results)
            m_results.emplace(result.id, &result);
        if (!standing.hasConsensus)
            m_edits.emplace_back(added(consensusCoder()));
    }

    void add(const ComparedGroup &group, const Decision &decision)
    {
        Ruling ruling;
        for (const Annotation &annotation : group.annotations)
            ruling.about.push_back(annotation.id);
        std::ranges::sort(ruling.about);
        ruling.id = rulingId(ruling.about);
        ruling.article = group.article;
        ruling.layer = group.layer;
        ruling.how = decision.how;
        ruling.reason = m_note.reason;
        ruling.category = m_note.category;
        ruling.by = m_note.by;
        ruling.revision = m_codebook.content();
        ruling.created = m_note.at;
        std::map<AnnotationId, std::optional<Annotation>> after; // of the consensus
        for (Annotation result : decision.annotations) {
            result.id = resultId(ruling.id, int(ruling.results.size()));
            result.uuid = uuidOf(result.id.value);
            result.coder = consensusCoder().id;
            ruling.results.push_back(result.id);
            after.emplace(result.id, std::move(result));
        }
        std::optional<Ruling> before;
        for (const Ruling *earlier : rulingsOn(ruling.about)) {
            for (const AnnotationId result : earlier->results)
                after.try_emplace(result, std::nullopt);
            if (earlier->id == ruling.id)
                before = *earlier;
            else
                m_edits.emplace_back(removed(*earlier));
        }
        for (auto &[id, result] : after) {
            const auto known = m_results.find(id);
            Edit<Annotation> edit{known == m_results.end() ? std::nullopt : std::optional(*known->second), std::move(result)};
            if (edit.before != edit.after)
                m_edits.emplace_back(std::move(edit));
        }
        m_edits.emplace_back(Edit<Ruling>{before, std::move(ruling)});
    }

    std::vector<AnyEdit> take() { return std::move(m_edits); }

private:
    std::vector<const Ruling *> rulingsOn(const std::vector<AnnotationId> &annotations) const
    {
        std::vector<const Ruling *> rulings;
        for (const AnnotationId annotation : annotations) {
            const auto [first, last] = m_rulings.equal_range(annotation);
            for (auto ruling = first; ruling != last; ++ruling) {
                if (!std::ranges::contains(rulings, ruling->second))
                    rulings.push_back(ruling->second);
            }
        }
        return rulings;
    }

    const Codebook &m_codebook;
    const RulingNote &m_note;
    std::multimap<AnnotationId, const Ruling *> m_rulings; ///< by what they are about
    std::map<AnnotationId, const Annotation *> m_results;
    std::vector<AnyEdit> m_edits;
};

} // namespace

Result<StandingRulings> standingRulings(const ProjectStore &store)
{
    auto rulings = store.rulings();
    const auto consensus = store.hasConsensus();
    if (!rulings || !consensus)
        return std::unexpected(!rulings ? rulings.error() : consensus.error());
    StandingRulings standing{std::move(*rulings), {}, *consensus};
    for (const Ruling &ruling : standing.rulings) {
        for (const AnnotationId id : ruling.results) {
            auto result = store.annotation(id);
            if (!result)
                return std::unexpected(result.error());
            if (*result)
                standing.results.push_back(std::move(**result));
        }
    }
    return standing;
}

Result<std::vector<OtherRuling>> otherRulings(const ProjectStore &store)
{
    return store.lookedAt().transform([](const std::vector<LookedAt> &found) {
        std::vector<OtherRuling> others;
        for (const LookedAt &one : found) {
            if (one.kind != RowKinds::index<Ruling>())
                continue;
            bool isFirst = true;
            for (const AnyEdit &any : one.others) {
                const auto *edit = std::get_if<Edit<Ruling>>(&any);
                if (const Ruling *row = edit ? &(edit->after ? *edit->after : *edit->before) : nullptr; row && row->id.value == one.id) {
                    others.push_back({edit->after, row->about, {}, {Edits::tr("Take the other ruling of two copies"), {}}});
                    isFirst = false;
                }
                if (isFirst)
                    continue;
                others.back().instead.edits.push_back(any);
                if (const auto *result = std::get_if<Edit<Annotation>>(&any); result && result->after)
                    others.back().results.push_back(*result->after);
            }
        }
        return others;
    });
}

const OtherRuling *otherRulingOn(const std::vector<OtherRuling> &others, const ComparedGroup &group)
{
    const auto found = std::ranges::find_if(others, [&](const OtherRuling &other) {
        return std::ranges::any_of(group.annotations, [&](const Annotation &annotation) { return std::ranges::contains(other.about, annotation.id); });
    });
    return found == others.end() ? nullptr : &*found;
}

void follow(StandingRulings &standing, const Change &change)
{
    const auto replace = [](auto &rows, const auto &edit) {
        if (edit.before)
            std::erase_if(rows, [&](const auto &row) { return row.id == edit.before->id; });
        if (edit.after)
            rows.push_back(*edit.after);
    };
    for (const AnyEdit &any : change.edits) {
        if (const auto *ruling = std::get_if<Edit<Ruling>>(&any))
            replace(standing.rulings, *ruling);
        else if (const auto *annotation = std::get_if<Edit<Annotation>>(&any); annotation && isOfConsensus(any))
            replace(standing.results, *annotation);
        else if (const auto *coder = std::get_if<Edit<Coder>>(&any); coder && isOfConsensus(any))
            standing.hasConsensus = coder->after.has_value();
    }
}

bool altersOnlyRulings(const Change &change)
{
    return std::ranges::all_of(change.edits, [](const AnyEdit &any) { return std::holds_alternative<Edit<Ruling>>(any) || isOfConsensus(any); });
}

Result<Decision> accepted(const ComparedGroup &group, CoderId coder)
{
    const auto theirs = annotationsOf(group, coder);
    if (theirs.empty())
        return failed(Edits::tr("This coder marked nothing here. If there is nothing to code, say so."));
    return takenOver(theirs);
}

std::vector<GivenCode> givenIn(const ComparedGroup &group)
{
    std::vector<GivenCode> given;
    for (const Annotation &annotation : group.annotations) {
        const auto same = std::ranges::find_if(given, [&](const GivenCode &other) {
            return other.annotation.code == annotation.code && valuesRegardlessOfOrder(other.annotation) == valuesRegardlessOfOrder(annotation);
        });
        std::vector<CoderId> &coders = (same == given.end() ? given.emplace_back(annotation) : *same).coders;
        if (!std::ranges::contains(coders, annotation.coder))
            coders.push_back(annotation.coder);
    }
    std::ranges::stable_sort(given, std::ranges::greater(), [](const GivenCode &one) { return one.coders.size(); });
    return given;
}

Result<Decision> unionOf(const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const Annotation &as)
{
    return ofOnePlace(RulingHow::Union, codebook, text, group, as, coveredBy(group.annotations));
}

Result<Decision> intersectionOf(const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const Annotation &as)
{
    const std::vector<Range> place = coveredByAll(group);
    if (place.empty() && !coveredBy(group.annotations).empty())
        return failed(Edits::tr("There is no text that all of them marked."));
    return ofOnePlace(RulingHow::Intersection, codebook, text, group, as, place);
}

Result<Decision> edited(const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const std::vector<Annotation> &drafts)
{
    Decision decision{RulingHow::Edited, {}};
    for (const Annotation &draft : drafts) {
        auto annotation = drawnUp(codebook, text, group, draft);
        if (!annotation)
            return std::unexpected(annotation.error());
        decision.annotations.push_back(std::move(*annotation));
    }
    if (decision.annotations.empty())
        return failed(Edits::tr("Nothing is left to code. If that is meant, say so."));
    return decision;
}

Decision nobody()
{
    return {RulingHow::Nobody, {}};
}

Change settle(const Codebook &codebook, const ComparedGroup &group, const Decision &decision, const RulingNote &note, const StandingRulings &standing)
{
    RulingEdits edits(codebook, note, standing);
    edits.add(group, decision);
    const QString what = described(codebook, group, decision);
    return {decision.how == RulingHow::Nobody ? Edits::tr("Rule out %1").arg(what) : Edits::tr("Settle %1").arg(what), edits.take()};
}

Settlement settleAll(const Codebook &codebook, const std::vector<ComparedGroup> &groups, const Acceptance &acceptance, const RulingNote &note,
                     const StandingRulings &standing)
{
    const Settled settled(standing.rulings);
    RulingEdits edits(codebook, note, standing);
    Settlement result;
    for (const ComparedGroup &group : groups) {
        if (settled.contains(group)) {
            ++result.before;
        } else if (const auto reading = acceptedReading(group, acceptance)) {
            edits.add(group, takenOver(reading->annotations));
            ++result.settled;
        } else {
            ++result.open;
        }
    }
    if (result.settled > 0)
        result.change = {described(acceptance, result.settled), edits.take()};
    return result;
}

} // namespace galley
