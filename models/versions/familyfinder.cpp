// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "familyfinder.h"

#include "grouping.h"
#include "overlap.h"
#include "sharedshingles.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <map>

namespace galley {

namespace {

constexpr qsizetype leastWords = 30;
constexpr qsizetype leastShared = 20; ///< shingles: 24 words in a row, more than a quotation that two stories have

/// Sorts as time passes. What is known less exactly comes after what is known to be within it, and what is no date last.
QString sortable(const QString &published)
{
    QDateTime time = published.contains(u'T') ? QDateTime::fromString(published, Qt::ISODateWithMs) : QDateTime();
    if (time.isValid()) {
        if (time.timeSpec() == Qt::LocalTime) // no zone is stated, and this machine's is as good as any
            time.setTimeZone(QTimeZone::utc());
        return time.toUTC().toString(Qt::ISODateWithMs);
    }
    const bool dated
        = published.size() >= 4 && std::ranges::all_of(published.first(4), [](QChar unit) { return unit.isDigit(); });
    return dated ? published + u'~' : QStringLiteral("~");
}

/// Articles by key, and what they share.
struct Texts
{
    std::span<const Fingerprint *const> fingerprints;
    const SharedShingles &shared;

    Overlap overlap(quint32 a, quint32 b) const
    {
        return overlapOf({*fingerprints[a], shared.ignored(a)}, {*fingerprints[b], shared.ignored(b)});
    }
};

/// The pairs that count as copies, in an order that does not depend on threads; incomplete where `proceed` said no.
std::vector<Link> linksOf(const Texts &texts, double leastContainment, const Proceed &proceed, int threads)
{
    constexpr qsizetype batch = 256;
    const qsizetype count = qsizetype(texts.fingerprints.size());
    std::vector<std::vector<Link>> found(size_t((count + batch - 1) / batch));
    const auto longEnough = [&](quint32 text) { return texts.fingerprints[text]->words >= leastWords; };
    const auto work = [&](qsizetype number) {
        const qsizetype end = std::min(count, (number + 1) * batch);
        for (quint32 text = quint32(number * batch); text < quint32(end); ++text) {
            if (!longEnough(text))
                continue;
            for (const quint32 other : texts.shared.candidatesBefore(text)) {
                if (!longEnough(other))
                    continue;
                const Overlap overlap = texts.overlap(text, other);
                if (overlap.shared >= leastShared && overlap.containment >= leastContainment)
                    found[size_t(number)].push_back({other, text, overlap.shared});
            }
        }
    };
    inParallel(qsizetype(found.size()), work, proceed, threads);
    std::vector<Link> links;
    for (const std::vector<Link> &some : found)
        links.insert(links.end(), some.begin(), some.end());
    return links;
}

} // namespace

FamilyFinder::FamilyFinder(double leastContainment)
    : m_leastContainment(leastContainment)
{
}

void FamilyFinder::add(qint64 key, Fingerprint fingerprint, const QString &published)
{
    const qsizetype place = m_places.value(key, qsizetype(m_stories.size()));
    if (place == qsizetype(m_stories.size())) {
        m_places.insert(key, place);
        m_stories.emplace_back();
    }
    m_stories[size_t(place)] = {key, std::move(fingerprint), published};
}

std::optional<std::vector<Family>> FamilyFinder::families(const Proceed &proceed, int threads) const
{
    bool stopped = false;
    const auto within = [&](double from, double to) {
        return !proceed ? Proceed() : Proceed([&stopped, &proceed, from, to](double done) {
            stopped = stopped || !proceed(from + (to - from) * done);
            return !stopped;
        });
    };
    std::vector<const Story *> stories;
    for (const Story &story : m_stories)
        stories.push_back(&story);
    std::ranges::sort(stories, {}, &Story::key);
    std::vector<const Fingerprint *> fingerprints;
    std::vector<qsizetype> lengths;
    for (const Story *story : stories) {
        fingerprints.push_back(&story->fingerprint);
        lengths.push_back(story->fingerprint.words);
    }
    const SharedShingles shared(fingerprints, within(0, 0.5), threads);
    const Texts texts{fingerprints, shared};
    const std::vector<Link> links = linksOf(texts, m_leastContainment, within(0.5, 1), threads);
    if (stopped)
        return std::nullopt;

    const std::vector<quint32> groups = groupsOf(links, lengths);
    std::map<quint32, std::vector<quint32>> members;
    for (quint32 text = 0; text < groups.size(); ++text) {
        if (groups[text] != text)
            members[groups[text]].push_back(text);
    }
    std::vector<Family> families;
    for (auto &[first, others] : members) {
        others.push_back(first);
        std::ranges::sort(others, {}, [&](quint32 text) {
            return std::tuple(sortable(stories[text]->published), -lengths[text], stories[text]->key);
        });
        Family &family = families.emplace_back();
        for (const quint32 text : others)
            family.members.push_back({stories[text]->key, text == others[0] ? 1 : texts.overlap(others[0], text).containment});
    }
    std::ranges::sort(families, {}, [](const Family &family) { return family.members.front().key; });
    return families;
}

} // namespace galley
