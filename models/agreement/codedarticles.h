// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparedparts.h"

#include <domain/article.h>
#include <domain/codebook.h>
#include <domain/coder.h>
#include <reliability/codings.h>
#include <reliability/spancodings.h>
#include <store/projectstore.h>
#include <summary/reliabilityrow.h>

/// What several coders of a project did with the same articles, as reliability takes it.
namespace galley {

/// An article and those of the coders asked for who coded it.
struct CodedArticle
{
    ArticleId id;
    QString title;
    qint64 length = 0;          ///< code points
    std::vector<qint32> coders; ///< indices into the coders asked for, ascending
};

/// The articles that at least two of the coders coded, in order of import. A coder coded an article where they annotated it in
/// any layer or marked it as done: an article without annotations counts only where it is done.
Result<std::vector<CodedArticle>> articlesCodedByTwo(const ProjectStore &store, const std::vector<Coder> &coders);

/// Those of them that are in the sets that are compared.
Result<std::vector<CodedArticle>> comparedArticles(const ProjectStore &store, const ComparedParts &parts);

/// The annotations of a span layer, without units that were given (domain/givenunit.h), which nobody marked: categories are the codes of its principal variable in the codebook's order, by path, or one
/// for all where it has none. An annotation of several ranges is as many spans. Stretches of the zones that the layer leaves out,
/// and of those named by `excluded`, are taken out of the texts, as if what stands before and after them touched.
Result<SpanCodings> spanCodings(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded = {});

/// One variable as units × coders.
struct VariableCodings
{
    MeasuredUnit unit = MeasuredUnit::Article;
    VariableId variable;
    CodeId code;  ///< of a variable that takes several values: yes or no for this code
    QString name; ///< of the variable, with the code's path where there is one
    Level level = Level::Nominal;
    Codings codings;
    QString rule; ///< how units came about, as a sentence
    std::vector<size_t> articles = {}; ///< of each unit, its place among the articles that were asked for
    std::vector<CodeId> codes = {};    ///< of each category; 0: it is no code
};

/// Each variable of a layer of whole articles (free text left out unless it is `only`): the unit is the article, and the latest
/// annotation of a coder counts. A variable that takes several values is one yes-or-no variable for each of its codes.
Result<std::vector<VariableCodings>> articleVariables(const ProjectStore &store, const Layer &layer,
                                                      const std::vector<Coder> &coders, const std::vector<CodedArticle> &articles,
                                                      VariableId only = {});

/// Each variable of a span layer, the principal one too, of the units that were given to be coded: the same stretch is one unit.
Result<std::vector<VariableCodings>> unitVariables(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                                   const std::vector<CodedArticle> &articles, VariableId only = {});

/// All that the coders said in the layer, by one or the other of these, as the layer is coded.
Result<std::vector<VariableCodings>> codedVariables(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                                    const std::vector<CodedArticle> &articles, VariableId only = {},
                                                    const std::vector<ZoneKind> &excluded = {});

/// Each variable of a span layer beside the principal one: the unit is a pair of annotations of two coders that are matched,
/// largest number of overlapping pairs first, then largest overlap. With more than two coders every pair of coders has its own
/// matching. Zones are left out as above; an annotation that lies in them as a whole is no unit, nor is one that was given.
Result<std::vector<VariableCodings>> matchedVariables(const ProjectStore &store, const Layer &layer,
                                                      const std::vector<Coder> &coders, const std::vector<CodedArticle> &articles,
                                                      VariableId only = {}, const std::vector<ZoneKind> &excluded = {});

/// The codes that coders gave to annotations of a span layer which match, as above; what has no match stands against “nothing marked”.
/// For tables of who chose what where, not for coefficients.
Result<VariableCodings> matchedCodes(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                     const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded = {});

/// When the last of these coders last worked in each of the articles, as ISO 8601; null where nobody marked anything.
Result<std::vector<QString>> codingTimes(const ProjectStore &store, const std::vector<Coder> &coders, const std::vector<CodedArticle> &articles);

} // namespace galley
