// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <store/projectstore.h>

#include <QUuid>

#include <map>
#include <utility>
#include <vector>

/// Who codes what: sets of articles and their assignment to coders. How far everybody is, is teamprogress.h.
namespace galley {

/// A new set of these articles (a re-test set is always blind), in an order that follows from the seed; `from` says how they were chosen. `gold`: as goldOf(). Errors: the name is
/// taken, there are no articles.
Result<Change> makeSet(const std::vector<CodingSet> &known, const QString &name, SetKind kind, bool blind, const std::vector<QUuid> &articles,
                       const QString &from, quint64 seed, CoderId gold = {});

/// Of a training set: whose answers hold, a coder's or those of the consensus. 0: nobody's.
CoderId goldOf(const CodingSet &set);

Result<std::vector<ArticleId>> articlesThere(const ProjectStore &store, const CodingSet &set); ///< those that the project still has

/// Which coders code which of the articles, `perArticle` of them each, beside what is assigned already. Loads differ by one article
/// at most where what is assigned allows it; coders meet each other about equally often. The same for the same seed.
/// Only what is new is given. An error where there are fewer coders than an article needs.
Result<std::vector<Assignment>> plannedAssignments(SetId set, const std::vector<ArticleId> &articles, const std::vector<CoderId> &coders, int perArticle,
                                                   quint64 seed, const std::vector<Assignment> &assigned = {});

/// The same of who was named by hand: in this order, each at the end of the coder's queue.
std::vector<Assignment> assignmentsOf(SetId set, const std::vector<std::pair<ArticleId, CoderId>> &who, const std::vector<Assignment> &assigned = {});

/// How many articles everybody has, and how often two code the same one.
struct Loads
{
    std::map<CoderId, int> articles;
    std::map<std::pair<CoderId, CoderId>, int> together; ///< the smaller id first
};
Loads loadsOf(const std::vector<Assignment> &assignments);

Change assign(const CodingSet &set, const std::vector<Assignment> &plan);

/// What a coder has coded, as far as a re-test set needs to know.
struct EarlierWork
{
    std::vector<ArticleId> coded; ///< marked as done, or with annotations
    std::vector<ArticleId> done;
};
Result<std::map<CoderId, EarlierWork>> earlierWork(const ProjectStore &store, const std::vector<Coder> &coders);

/// Who codes which articles of a re-test set once more: of these coders `perArticle` of those who coded the article, loads in balance, each article
/// once at most for each coder. `coders` are people. An error where none of them coded any of the articles, or all have them already.
Result<std::vector<std::pair<ArticleId, CoderId>>> plannedRetest(const CodingSet &set, const std::vector<ArticleId> &articles, const std::vector<CoderId> &coders,
                                                                 int perArticle, quint64 seed, const std::map<CoderId, EarlierWork> &work,
                                                                 const std::vector<Coder> &known, const std::vector<Assignment> &assigned);
/// Assigns them to the coders' second selves, which are made where they are not there yet, and hides them in the queues: each
/// stands beside an article, drawn by lot, that its coder has still to code. `known`: all coders there are. An error where somebody never coded an article.
Result<Change> assignRetest(const CodingSet &set, const std::vector<std::pair<ArticleId, CoderId>> &who, quint64 seed, const std::map<CoderId, EarlierWork> &work,
                            const std::vector<Coder> &known, const std::vector<Assignment> &assigned);

/// What somebody who leaves has not done is given to others, in balance; what they did stays theirs.
struct HandedOn
{
    Change change;               ///< empty where nothing is open, or nobody can take it
    int articles = 0;
    std::vector<ArticleId> kept; ///< that all the others code already
};
Result<HandedOn> handedOn(const CodingSet &set, const Coder &from, const std::vector<CoderId> &to, const std::vector<Assignment> &assigned,
                          const std::vector<ArticleId> &done, quint64 seed);

Change setBlind(const CodingSet &set, bool blind);
Result<Change> removeSet(const CodingSet &set, const std::vector<Assignment> &assigned); ///< an error where somebody was assigned to it

/// What is assigned to the coder, of all sets, in the order in which it was. What they code once more stands there for that alone.
std::vector<ArticleId> queueOf(CoderId coder, const std::vector<Assignment> &assignments, const std::map<ArticleId, CoderId> &selves = {});

} // namespace galley
