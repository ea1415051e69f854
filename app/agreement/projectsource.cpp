// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source.h"

#include "agreementtext.h"

#include <project/codedarticles.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Everything the options name, found in the project.
struct Selection
{
    std::vector<Coder> coders;
    std::vector<Layer> layers;
    VariableId variable;
    std::vector<ZoneKind> excluded;
};

Result<std::vector<Coder>> codersNamed(const ProjectStore &store, const QStringList &names)
{
    const auto all = store.coders();
    if (!all || names.isEmpty())
        return all;
    std::vector<Coder> coders;
    for (const QString &name : names) {
        const auto found = std::ranges::find(*all, name, &Coder::name);
        if (found == all->end()) {
            QStringList known;
            for (const Coder &coder : *all)
                known += coder.name;
            return failed(Agreement::tr("there is no coder “%1”; the coders are: %2").arg(name, known.join(", "_L1)));
        }
        if (std::ranges::contains(coders, found->id, &Coder::id))
            return failed(Agreement::tr("the coder “%1” is named twice").arg(name));
        coders.push_back(*found);
    }
    return coders;
}

Result<std::vector<ZoneKind>> zonesNamed(const std::vector<std::string> &names)
{
    std::vector<ZoneKind> kinds;
    for (const std::string &word : names) {
        const QString name = QString::fromStdString(word).trimmed();
        const auto meant = zoneKindsMeant(name);
        if (meant.empty()) {
            return failed(Agreement::tr("there is no zone “%1”; “boilerplate” stands for chrome, caption, photo credit, credit and copyright")
                              .arg(name));
        }
        kinds.insert(kinds.end(), meant.begin(), meant.end());
    }
    return kinds;
}

Result<Selection> selectionOf(const ProjectStore &store, const AgreementSource &source)
{
    const auto codebook = store.codebook();
    auto coders = codersNamed(store, source.coders);
    auto excluded = zonesNamed(source.excludedZones);
    if (!codebook || !coders || !excluded)
        return std::unexpected(!codebook ? codebook.error() : !coders ? coders.error() : excluded.error());
    if (coders->size() < 2)
        return failed(Agreement::tr("agreement takes at least two coders"));
    Selection selection{std::move(*coders), codebook->layers(), {}, std::move(*excluded)};
    if (!source.layers.empty()) {
        selection.layers.clear();
        for (const std::string &word : source.layers) {
            const QString name = QString::fromStdString(word).trimmed();
            const Layer *layer = codebook->layer(name);
            if (!layer)
                return failed(Agreement::tr("there is no layer “%1”").arg(name));
            selection.layers.push_back(*layer);
        }
    }
    if (!source.variable.empty()) {
        const QString name = QString::fromStdString(source.variable);
        std::erase_if(selection.layers, [&](const Layer &layer) { return !codebook->variable(layer.id, name); });
        if (selection.layers.size() != 1)
            return failed(selection.layers.empty()
                              ? Agreement::tr("there is no variable “%1”").arg(name)
                              : Agreement::tr("several layers have a variable “%1”; name one with --layer").arg(name));
        selection.variable = codebook->variable(selection.layers.front().id, name)->id;
    }
    return selection;
}

/// The results of the parts of a project, gathered.
struct Gathered
{
    AgreementReport report;
    std::optional<AgreementRequest> ofUnits, ofSpans; ///< the metrics and options for each kind of data

    template <typename Data> Result<> add(const Data &data, const AgreementRequest &request, const About &about)
    {
        auto results = agreementOf(data, request, about, report.remarks);
        if (!results)
            return std::unexpected(results.error());
        std::ranges::move(*results, std::back_inserter(report.results));
        return {};
    }

    Result<> add(const std::vector<VariableCodings> &variables, const Layer &layer, const AgreementSource &source)
    {
        for (const VariableCodings &variable : variables) {
            AgreementRequest request = *ofUnits;
            if (!request.options.contains(u"level"_s))
                request.options.insert(u"level"_s, nameOf(variable.level));
            request = *narrowedTo<Codings>(request); // where no metric asks for a level
            const size_t before = report.results.size();
            const About about{{u"layer"_s, layer.name}, {u"variable"_s, variable.name}};
            if (auto done = add(variable.codings, request, about); !done)
                return done;
            const Level level = levelNamed(request.options.value(u"level"_s)).value_or(variable.level);
            if (auto done = addDetails(report, source, variable.codings, level, about); !done)
                return done;
            for (size_t i = before; i < report.results.size(); ++i)
                report.results[i].coefficient.conventions += variable.rule;
        }
        return {};
    }
};

Result<> addLayer(Gathered &gathered, const ProjectStore &store, const Layer &layer, const Selection &selection,
                  const std::vector<CodedArticle> &articles, const AgreementSource &source)
{
    if (layer.unit == LayerUnit::Article) {
        if (!gathered.ofUnits)
            return {};
        const auto variables = articleVariables(store, layer, selection.coders, articles, selection.variable);
        return variables ? gathered.add(*variables, layer, source) : std::unexpected(variables.error());
    }
    if (gathered.ofSpans && !selection.variable) {
        const auto spans = spanCodings(store, layer, selection.coders, articles, selection.excluded);
        if (!spans)
            return std::unexpected(spans.error());
        if (auto done = gathered.add(*spans, *gathered.ofSpans, {{u"layer"_s, layer.name}}); !done)
            return done;
    }
    if (!gathered.ofUnits)
        return {};
    const auto variables = matchedVariables(store, layer, selection.coders, articles, selection.variable, selection.excluded);
    return variables ? gathered.add(*variables, layer, source) : std::unexpected(variables.error());
}

} // namespace

AgreementOutcome agreementOfProject(const AgreementSource &source, const AgreementRequest &request)
{
    const QString path = QString::fromStdString(source.project);
    const auto failure = [&](const Error &error) {
        return std::unexpected(
            AgreementFailure{error.detail.isEmpty() ? error.message : u"%1 (%2)"_s.arg(error.message, error.detail), path});
    };
    const auto store = ProjectStore::open(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return failure(store.error());
    if (auto known = everyNameIsKnown(request); !known)
        return failure(known.error());
    const auto selection = selectionOf(*store, source);
    if (!selection)
        return failure(selection.error());
    const auto articles = articlesCodedByTwo(*store, selection->coders);
    if (!articles)
        return failure(articles.error());
    if (articles->empty())
        return failure({Agreement::tr("no article was coded by two of these coders"), {}});

    Gathered gathered{{}, narrowedTo<Codings>(request), narrowedTo<SpanCodings>(request)};
    for (const Layer &layer : selection->layers) {
        if (auto done = addLayer(gathered, *store, layer, *selection, *articles, source); !done)
            return failure(done.error());
    }
    return std::move(gathered.report);
}

} // namespace galley
