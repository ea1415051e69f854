// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "retiring.h"

#include <domain/shortened.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Retiring
{
    Q_DECLARE_TR_FUNCTIONS(Retiring)
};

template<typename Row>
void removeAll(Change &change, const std::vector<Row> &rows)
{
    for (const Row &row : rows)
        change.edits.push_back(removed(row));
}

/// What stays is not to refer to what goes: who was a copy of it has another lead, who revises it revises what it revised.
void letGo(Change &change, const std::vector<Article> &all, const std::set<ArticleId> &going)
{
    std::map<ArticleId, const Article *> byId;
    for (const Article &article : all)
        byId.emplace(article.id, &article);
    std::map<ArticleId, std::vector<const Article *>> families; ///< who stays, in order of import
    std::set<ArticleId> touched;
    for (const Article &article : all) {
        if (article.family && going.contains(article.id))
            touched.insert(article.family);
        else if (article.family)
            families[article.family].push_back(&article);
    }
    for (const Article &article : all) {
        if (going.contains(article.id))
            continue;
        Article after = article;
        while (after.revises && going.contains(after.revises)) {
            const auto before = byId.find(after.revises);
            after.revises = before == byId.end() ? ArticleId() : before->second->revises;
        }
        if (article.family && touched.contains(article.family)) {
            const auto &stay = families[article.family];
            const bool leadStays = !going.contains(article.family);
            after.family = stay.size() < 2 ? ArticleId() : leadStays ? article.family : stay.front()->id;
            if (!after.family || after.family == article.id)
                after.containment.reset();
        }
        if (after != article)
            change.edits.push_back(modified(article, after));
    }
}

} // namespace

Result<RetiredWork> workIn(const ProjectStore &store, const std::vector<ArticleId> &articles, CoderId by)
{
    RetiredWork work;
    std::set<CoderId> coders;
    for (const ArticleId id : articles) {
        const auto annotations = store.annotations(id);
        if (!annotations)
            return std::unexpected(annotations.error());
        for (const Annotation &annotation : *annotations) {
            ++work.annotations;
            coders.insert(annotation.coder);
            work.others = work.others || annotation.coder != by;
        }
    }
    work.coders = int(coders.size());
    return work;
}

Result<> mayRetire(const ProjectStore &store, const RetiredWork &work, CoderId by)
{
    if (!work.others)
        return {};
    const auto coders = store.coders();
    if (!coders)
        return std::unexpected(coders.error());
    const auto isLead = [](const Coder &coder) { return coder.role == CoderRole::Lead; };
    const auto known = std::ranges::find(*coders, by, &Coder::id);
    if ((known != coders->end() && isLead(*known)) || std::ranges::none_of(*coders, isLead))
        return {};
    return failed(Retiring::tr("Others have coded in this article: the lead can take it out."));
}

Result<Change> retireArticles(const ProjectStore &store, const std::vector<ArticleId> &articles, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return failed(Retiring::tr("Why the article is taken out has to be said: it stands in the history."));
    const auto all = store.articles();
    const auto assignments = store.assignments();
    const auto rulings = store.rulings();
    const auto comments = store.comments();
    if (!all || !assignments)
        return std::unexpected(!all ? all.error() : assignments.error());
    if (!rulings || !comments)
        return std::unexpected(!rulings ? rulings.error() : comments.error());
    const std::set<ArticleId> going(articles.begin(), articles.end());
    std::vector<Article> gone;
    for (const Article &article : *all) {
        if (going.contains(article.id))
            gone.push_back(article);
    }
    if (gone.empty() || gone.size() != going.size())
        return failed(Retiring::tr("The project has no such article."));
    Change change;
    change.text = gone.size() == 1 ? Retiring::tr("Take “%1” out: %2").arg(shortened(gone.front().title, 60), reason.trimmed())
                                   : Retiring::tr("Take %n articles out: %1", nullptr, int(gone.size())).arg(reason.trimmed());
    // What refers to the article goes before it.
    for (const Assignment &assignment : *assignments) {
        if (going.contains(assignment.article))
            change.edits.push_back(removed(assignment));
    }
    for (const Ruling &ruling : *rulings) {
        if (going.contains(ruling.article))
            change.edits.push_back(removed(ruling));
    }
    for (const bool replies : {true, false}) { // first what refers to another
        for (const Comment &comment : *comments) {
            if (going.contains(comment.article) && bool(comment.replyTo) == replies)
                change.edits.push_back(removed(comment));
        }
    }
    for (const Article &article : gone) {
        const auto annotations = store.annotations(article.id);
        const auto progress = store.progress(article.id);
        const auto zones = store.zones(article.id);
        const auto suggestions = store.suggestions(article.id);
        if (!annotations || !progress)
            return std::unexpected(!annotations ? annotations.error() : progress.error());
        if (!zones || !suggestions)
            return std::unexpected(!zones ? zones.error() : suggestions.error());
        removeAll(change, *suggestions);
        removeAll(change, *annotations);
        removeAll(change, *progress);
        removeAll(change, *zones);
    }
    letGo(change, *all, going);
    removeAll(change, gone);
    return change;
}

} // namespace galley
