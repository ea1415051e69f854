// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well and how fast copies of stories are found among 100,000 articles, of which a fifth are copies with known edits.
// bench_families [ARTICLES [CONTAINMENT …]]
#include "inventedcorpus.h"
#include "timing.h"

#include <versions/familyfinder.h>

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <map>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

double megabytes(QByteArrayView what)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    return status.mid(status.indexOf(what) + what.size()).trimmed().split(' ').front().toDouble() / 1024;
}

qint64 pairs(qint64 members)
{
    return members * (members - 1) / 2;
}

double percent(qint64 part, qint64 whole)
{
    return 100 * double(part) / double(std::max<qint64>(1, whole));
}

/// Of the pairs of articles: how many are copies, were said to be, and are rightly.
struct Counts
{
    qint64 meant = 0;
    qint64 said = 0;
    qint64 right = 0;
};

void judge(const InventedCorpus &corpus, const std::vector<Family> &families)
{
    std::vector<qsizetype> familyOf(size_t(corpus.size()), -1);
    Counts all;
    size_t largest = 0;
    for (size_t number = 0; number < families.size(); ++number) {
        std::map<qint64, qint64> stories;
        for (const FamilyMember &member : families[number].members) {
            familyOf[size_t(member.key)] = qsizetype(number);
            ++stories[corpus.storyOf(member.key)];
        }
        all.said += pairs(qint64(families[number].members.size()));
        for (const auto &[story, count] : stories)
            all.right += pairs(count);
        largest = std::max(largest, families[number].members.size());
    }
    std::vector<qint64> copies(size_t(corpus.originals()), 1);
    for (qint64 article = corpus.originals(); article < corpus.size(); ++article)
        ++copies[size_t(corpus.storyOf(article))];
    for (const qint64 count : copies)
        all.meant += pairs(count);

    // Of a kind of edit: each copy beside its original, and beside all else that is in its family.
    std::array<qint64, size_t(Edit::Count)> articles{}, found{}, beside{}, rightlyBeside{};
    for (qint64 article = corpus.originals(); article < corpus.size(); ++article) {
        const size_t kind = size_t(corpus.editOf(article));
        const qint64 story = corpus.storyOf(article);
        const qsizetype family = familyOf[size_t(article)];
        ++articles[kind];
        if (family < 0)
            continue;
        found[kind] += familyOf[size_t(story)] == family;
        for (const FamilyMember &member : families[size_t(family)].members) {
            beside[kind] += member.key != article;
            rightlyBeside[kind] += member.key != article && corpus.storyOf(member.key) == story;
        }
    }
    for (size_t kind = 0; kind < articles.size(); ++kind) {
        std::printf("  %-34s %7lld articles   recall %6.2f %%   precision %6.2f %%\n", nameOf(Edit(kind)),
                    static_cast<long long>(articles[kind]), percent(found[kind], articles[kind]),
                    percent(rightlyBeside[kind], beside[kind]));
    }
    std::printf("  %-34s %7lld articles   recall %6.2f %%   precision %6.2f %%\n", "all pairs of copies",
                static_cast<long long>(corpus.size()), percent(all.right, all.meant), percent(all.right, all.said));
    std::printf("  %zu families, the largest of %zu\n", families.size(), largest);
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 articles = argc > 1 ? QByteArray(argv[1]).toLongLong() : 100'000;
    const InventedCorpus corpus(articles, 20261201);
    constexpr qint64 batch = 2000;
    std::vector<std::pair<qint64, Fingerprint>> fingerprints;
    qint64 characters = 0;
    double time = 0;
    for (qint64 from = 0; from < articles; from += batch) {
        std::vector<QString> texts(size_t(std::min(batch, articles - from)));
        inParallel(qsizetype(texts.size()), [&](qsizetype at) { texts[size_t(at)] = corpus.text(from + at); });
        std::vector<Fingerprint> made(texts.size());
        time += milliseconds([&] {
            inParallel(qsizetype(texts.size()), [&](qsizetype at) { made[size_t(at)] = fingerprintOf(texts[size_t(at)]); });
        });
        for (size_t at = 0; at < texts.size(); ++at) {
            characters += texts[at].size();
            fingerprints.emplace_back(from + qint64(at), std::move(made[at]));
        }
    }
    std::printf("%lld articles, %lld characters; fingerprints %.2f s, %.0f MB resident\n", static_cast<long long>(articles),
                static_cast<long long>(characters), time / 1000, megabytes("VmRSS:"));

    std::vector<double> thresholds;
    for (int at = 2; at < argc; ++at)
        thresholds.push_back(QByteArray(argv[at]).toDouble());
    if (thresholds.empty())
        thresholds.push_back(FamilyFinder::usualContainment);
    for (const double threshold : thresholds) {
        FamilyFinder finder(threshold);
        const bool last = threshold == thresholds.back();
        for (auto &[key, fingerprint] : fingerprints)
            finder.add(key, last ? std::move(fingerprint) : fingerprint, corpus.published(key));
        std::optional<std::vector<Family>> families;
        const double took = milliseconds([&] { families = finder.families(); });
        std::printf("containment %.2f: families %.2f s, at most %.0f MB\n", threshold, took / 1000, megabytes("VmHWM:"));
        judge(corpus, *families);
        std::fflush(stdout);
    }
    return 0;
}
