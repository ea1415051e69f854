// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedgroup.h"

#include <domain/coder.h>
#include <domain/error.h>
#include <domain/ruling.h>

#include <unordered_set>

namespace galley {

/// Which readings are taken over together. Of those who are compared and coded the article: all, more than half, at least so many
/// have the same reading; or it is that of one coder. What only some marked is never ruled out: it stays open.
struct Acceptance
{
    enum class Rule { All, Majority, AtLeast, Coder };

    Rule rule = Rule::All;
    int least = 0;
    CoderId coder = {};
};

/// "all", "majority", "atleast=2", "coder=Ada"
Result<Acceptance> acceptanceNamed(const QString &name, const std::vector<Coder> &coders);

/// The reading of the group that is accepted; none where no one reading is.
std::optional<Reading> acceptedReading(const ComparedGroup &group, const Acceptance &acceptance);

/// What rulings are about, to tell what is settled: a group is where any of its annotations was ruled on, also when it has become
/// another group since, by another rule or by the work of more coders.
class Settled
{
public:
    explicit Settled(const std::vector<Ruling> &rulings);

    bool contains(const ComparedGroup &group) const;

private:
    std::unordered_set<AnnotationId> m_ruledOn;
};

} // namespace galley
