// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectagreement.h"

#include "agreementtext.h"
#include "codedarticles.h"
#include "computing.h"

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// What is compared of one project, gathered.
struct Gathered
{
    const ProjectStore &store;
    const ComparedParts &parts;
    std::optional<AgreementRequest> ofUnits, ofSpans; ///< the metrics and options for each kind of data
    std::vector<CodedArticle> articles = {};
    AgreementReport report = {};

    Result<> add(const Layer &layer);

private:
    Result<> addSpans(const Layer &layer);
    Result<> addVariable(const VariableCodings &variable, const Layer &layer);
};

Result<> Gathered::addVariable(const VariableCodings &variable, const Layer &layer)
{
    AgreementRequest request = *ofUnits;
    if (!request.options.contains(u"level"_s))
        request.options.insert(u"level"_s, nameOf(variable.level));
    request = *narrowedTo<Codings>(request); // where no metric asks for a level
    const AgreementSubject about{.layer = layer.id,
                                 .layerName = layer.name,
                                 .variable = variable.variable,
                                 .code = variable.code,
                                 .variableName = variable.name};
    auto found = agreementOf(variable.codings, request, about, variable.level);
    if (!found)
        return std::unexpected(found.error());
    for (AgreementResult &result : found->results)
        result.coefficient.conventions += variable.rule;
    report.append(std::move(*found));
    return {};
}

Result<> Gathered::addSpans(const Layer &layer)
{
    const auto spans = spanCodings(store, layer, parts.coders, articles, parts.excluded);
    if (!spans)
        return std::unexpected(spans.error());
    auto found = agreementOf(*spans, *ofSpans, {.layer = layer.id, .layerName = layer.name});
    if (!found)
        return std::unexpected(found.error());
    report.append(std::move(*found));
    return {};
}

Result<> Gathered::add(const Layer &layer)
{
    if (layer.unit == LayerUnit::Span && ofSpans && !parts.variable) {
        if (auto done = addSpans(layer); !done)
            return done;
    }
    if (!ofUnits)
        return {};
    const auto variables = codedVariables(store, layer, parts.coders, articles, parts.variable, parts.excluded);
    if (!variables)
        return std::unexpected(variables.error());
    for (const VariableCodings &variable : *variables) {
        if (auto done = addVariable(variable, layer); !done)
            return done;
    }
    return {};
}

} // namespace

Result<AgreementReport> agreementOf(const ProjectStore &store, const ComparedParts &parts, const AgreementRequest &request)
{
    if (auto known = everyNameIsKnown(request); !known)
        return std::unexpected(known.error());
    auto articles = comparedArticles(store, parts);
    if (!articles)
        return std::unexpected(articles.error());
    if (articles->empty())
        return failed(Agreement::tr("no article was coded by two of these coders"));
    Gathered gathered{store, parts, narrowedTo<Codings>(request), narrowedTo<SpanCodings>(request), std::move(*articles)};
    for (const Layer &layer : parts.layers) {
        if (auto done = gathered.add(layer); !done)
            return std::unexpected(done.error());
    }
    return std::move(gathered.report);
}

} // namespace galley
