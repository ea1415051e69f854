// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storyfamilies.h"

#include <versions/carrying.h>
#include <domain/identity.h>
#include <domain/shortened.h>
#include <domain/textpositions.h>
#include <versions/familyfinder.h>

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace galley {

namespace {

struct Families
{
    Q_DECLARE_TR_FUNCTIONS(Families)
};

/// The parts of a text that are reporting, in code points: what lies between captions, credits and chrome.
std::vector<Range> reportingIn(const ArticleRow &row)
{
    std::vector<Range> parts;
    qsizetype begin = 0;
    for (const Zone &zone : row.zones) { // by start
        if (!isBoilerplate(zone.kind))
            continue;
        if (zone.range.begin > begin)
            parts.push_back({begin, zone.range.begin});
        begin = std::max(begin, zone.range.end);
    }
    if (row.article.length > begin)
        parts.push_back({begin, row.article.length});
    return parts;
}

/// What is to be recorded for each article of the families.
struct Place
{
    ArticleId lead;
    double containment = 0;
};

QHash<qint64, Place> placesIn(const std::vector<Family> &families)
{
    QHash<qint64, Place> places;
    for (const Family &family : families) {
        for (const FamilyMember &member : family.members)
            places.insert(member.key, {{family.members.front().key}, member.containment});
    }
    return places;
}

} // namespace

Result<std::optional<Change>> groupStories(const ProjectStore &store, const Proceed &proceed)
{
    FamilyFinder finder;
    std::vector<Article> articles;
    QSet<ArticleId> revised;
    bool stopped = false;
    const auto read = store.forEachArticle([&](const ArticleRow &row) -> Result<> {
        stopped = stopped || (proceed && !proceed(0));
        if (stopped)
            return failed(Families::tr("Stopped."));
        const QString text = QString::fromUtf8(row.text.data(), qsizetype(row.text.size()));
        finder.add(row.article.id.value, fingerprintOf(text, reportingIn(row)), row.article.published);
        articles.push_back(row.article);
        if (row.article.revises)
            revised.insert(row.article.revises); // an earlier text of the same article is no copy of it
        return {};
    });
    if (!read && !stopped)
        return std::unexpected(read.error());
    const auto found = stopped ? std::nullopt : finder.families(proceed);
    if (!found)
        return std::optional<Change>();
    const QHash<qint64, Place> places = placesIn(*found);
    Change change{Families::tr("Find %n stories in several versions", nullptr, int(found->size())), {}};
    for (const Article &article : articles) {
        Article after = article;
        const auto place = revised.contains(article.id) ? places.end() : places.find(article.id.value);
        after.family = place == places.end() ? ArticleId() : place->lead;
        after.containment = place == places.end() ? std::nullopt : std::optional(place->containment);
        if (after != article)
            change.edits.emplace_back(modified(article, after));
    }
    return change.edits.empty() ? Change() : change;
}

Result<std::vector<Article>> versionsOf(const ProjectStore &store, const Article &article)
{
    if (!article.family)
        return std::vector<Article>();
    auto articles = store.articles();
    if (!articles)
        return articles;
    std::erase_if(*articles, [&](const Article &other) { return other.family != article.family; });
    std::ranges::stable_partition(*articles, [&](const Article &other) { return other.id == article.family; });
    return articles;
}

Result<CarriedOver> carriedOver(const ProjectStore &store, ArticleId from, const Article &to, CoderId coder, const QDateTime &now,
                                const std::function<AnnotationId()> &allot)
{
    const auto oldText = store.text(from), newText = store.text(to.id);
    const auto source = store.annotations(from), target = store.annotations(to.id);
    for (const auto *failed : {&oldText, &newText}) {
        if (!*failed)
            return std::unexpected(failed->error());
    }
    for (const auto *failed : {&source, &target}) {
        if (!*failed)
            return std::unexpected(failed->error());
    }
    QSet<AnnotationId> there;
    for (const Annotation &annotation : *target)
        there.insert(annotation.origin);
    CarriedOver result;
    const TextMatch match(*oldText, *newText);
    const TextPositions positions(*newText);
    for (const Annotation &annotation : *source) {
        if (annotation.coder != coder)
            continue;
        if (there.contains(annotation.id)) {
            ++result.alreadyThere;
            continue;
        }
        auto [state, copy] = carried(match, {*newText, positions}, annotation);
        if (state == AnchorState::Ambiguous || state == AnchorState::Gone) {
            result.missing.push_back(annotation.quote);
            continue;
        }
        copy.id = allot();
        copy.uuid = uuidOf(copy.id.value);
        copy.article = to.id;
        copy.created = copy.modified = now;
        copy.origin = annotation.id;
        copy.inherited = true;
        result.change.edits.emplace_back(added(copy));
        ++result.carried;
    }
    if (result.carried > 0)
        result.change.text = Families::tr("Carry %n annotations over to “%1”", nullptr, result.carried).arg(to.title);
    return result;
}

Change confirmed(const Annotation &annotation, const QDateTime &now)
{
    if (!annotation.inherited)
        return {};
    Annotation after = annotation;
    after.inherited = false;
    after.modified = now;
    return {Families::tr("Confirm %1").arg(quoted(shortened(annotation.quote, 40))), {modified(annotation, after)}};
}

} // namespace galley
