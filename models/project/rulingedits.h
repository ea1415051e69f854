// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <domain/textpositions.h>
#include <review/acceptance.h>

/// Settling what coders did differently, as changes for Project::commit. What they coded is never touched. Errors are for the user.
namespace galley {

class ProjectStore;

/// What has been settled so far, and stands.
struct StandingRulings
{
    std::vector<Ruling> rulings;
    std::vector<Annotation> results; ///< the annotations of the consensus that they left
    bool hasConsensus = false;       ///< its coder is in the project
};

Result<StandingRulings> standingRulings(const ProjectStore &store);

/// What stands after a change.
void follow(StandingRulings &standing, const Change &change);

/// Does the change alter only rulings, and what they leave in the consensus?
bool altersOnlyRulings(const Change &change);

/// What holds of a group: the annotations are those of the consensus but for their ids, which follow from the group.
struct Decision
{
    RulingHow how = RulingHow::Nobody;
    std::vector<Annotation> annotations;
};

Result<Decision> accepted(const ComparedGroup &group, CoderId coder); ///< all that this coder has in the group

/// A code with its values as some of a group gave it: the first annotation that has them, wherever it is.
struct GivenCode
{
    Annotation annotation;
    std::vector<CoderId> coders = {};
};

/// All that were given, what most gave first. Where there are several, somebody has to say which is to hold.
std::vector<GivenCode> givenIn(const ComparedGroup &group);

/// One annotation of all text that any, or that every coder marked, with the code and values of `as`.
Result<Decision> unionOf(const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const Annotation &as);
Result<Decision> intersectionOf(const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const Annotation &as);
/// As somebody says instead: places, codes, values and notes of `drafts` count.
Result<Decision> edited(const Codebook &codebook, const MeasuredText &text, const ComparedGroup &group, const std::vector<Annotation> &drafts);
Decision nobody(); ///< there is nothing to code

/// What copies settled differently: a ruling that does not hold, and the change that takes it instead of what does.
struct OtherRuling
{
    std::optional<Ruling> ruling; ///< nothing: the other copy took the ruling back
    std::vector<AnnotationId> about;
    std::vector<Annotation> results;
    Change instead;
};
Result<std::vector<OtherRuling>> otherRulings(const ProjectStore &store); ///< still to be looked at
const OtherRuling *otherRulingOn(const std::vector<OtherRuling> &others, const ComparedGroup &group); ///< null: there is none

/// Who settles, when and why.
struct RulingNote
{
    CoderId by = {};
    QDateTime at;
    QString reason = {};
    QString category = {};
};

/// The ruling, and what it leaves in the consensus. Any earlier ruling on an annotation of the group gives way with what it left.
Change settle(const Codebook &codebook, const ComparedGroup &group, const Decision &decision, const RulingNote &note, const StandingRulings &standing);

/// One change for all groups that can be settled so.
struct Settlement
{
    Change change;
    int settled = 0; ///< by this change
    int before = 0;  ///< that were settled already, and are not touched
    int open = 0;
};

Settlement settleAll(const Codebook &codebook, const std::vector<ComparedGroup> &groups, const Acceptance &acceptance, const RulingNote &note,
                     const StandingRulings &standing);

} // namespace galley
