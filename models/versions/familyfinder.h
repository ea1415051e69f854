// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <versions/fingerprint.h>

#include <base/parallel.h>

#include <QHash>
#include <QString>

#include <optional>

namespace galley {

struct FamilyMember
{
    qint64 key = 0;
    double containment = 0; ///< in the lead, or of the lead in it where that is shorter: 1 for the lead and for what was only cut

    bool operator==(const FamilyMember &) const = default;
};

/// Copies of one story. The lead comes first: the version that was published earliest, of these the longest, of these the one
/// with the lowest key. The others follow by the same order.
struct Family
{
    std::vector<FamilyMember> members;

    bool operator==(const Family &) const = default;
};

/// Gathers articles and finds those that are copies of one story. Holds about four bytes for each word, no texts.
///
/// Two articles are of one family if they have at least 30 words, share at least 20 shingles of five words, and these are at
/// least a quarter of those of the shorter article (see the README for why a quarter); and so are those that are linked through
/// others. What very many articles have counts little or nothing. The result depends neither on the order in which articles were
/// added nor on the number of threads.
class FamilyFinder
{
public:
    static constexpr double usualContainment = 0.25;

    explicit FamilyFinder(double leastContainment = usualContainment);

    /// A key that was added before is replaced. `published` as Article has it.
    void add(qint64 key, Fingerprint fingerprint, const QString &published = {});

    /// Of all that were added so far, families of at least two, by the keys of their leads; nothing where `proceed` said no.
    std::optional<std::vector<Family>> families(const Proceed &proceed = {}, int threads = 0) const;

private:
    struct Story
    {
        qint64 key;
        Fingerprint fingerprint;
        QString published;
    };

    double m_leastContainment;
    std::vector<Story> m_stories;
    QHash<qint64, qsizetype> m_places;
};

} // namespace galley
