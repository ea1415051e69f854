// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedproject.h"

#include <QCoreApplication>

#include <algorithm>

namespace galley {

namespace {

QStringList trimmedNames(const std::vector<std::string> &names)
{
    QStringList result;
    for (const std::string &name : names)
        result += QString::fromStdString(name).trimmed();
    return result;
}

Result<ArticleId> articleNamed(const ProjectStore &store, const QString &name)
{
    if (name.isEmpty())
        return ArticleId();
    return store.articles().and_then([&](const std::vector<Article> &articles) -> Result<ArticleId> {
        const auto found = std::ranges::find(articles, QUuid::fromString(name), &Article::uuid);
        if (found != articles.end())
            return found->id;
        return failed(QCoreApplication::translate("Command", "there is no article “%1”; “galley articles” tells their ids").arg(name));
    });
}

} // namespace

void addTo(CLI::App &command, ComparisonOptions &options)
{
    command.add_option("project", options.project, "The project file")->required();
    command.add_option("--layer", options.layers, "Only these layers, with commas")->delimiter(',');
    command.add_option("--coders", options.coders, "Only the work of these coders, with commas")->delimiter(',');
    command.add_option("--set", options.sets, "Only articles of these sets, with commas")->delimiter(',');
    command.add_option("--match", options.match, "Which annotations may be of one thing: overlap (any shared text), exact, iou=0.5 (share of the text that either covers)")
        ->capture_default_str();
    command.add_flag("--same-code", options.sameCode, "Only annotations of one code are of one thing");
}

Result<ComparedProject> comparedProject(const ProjectStore &store, const ComparisonOptions &options, const QString &article)
{
    auto rule = matchingRuleNamed(QString::fromStdString(options.match));
    if (!rule)
        return std::unexpected(rule.error());
    rule->sameCategory = options.sameCode;
    auto parts = comparedParts(store, {.coders = trimmedNames(options.coders), .layers = trimmedNames(options.layers), .sets = trimmedNames(options.sets)});
    const auto only = articleNamed(store, article);
    if (!parts || !only)
        return std::unexpected(!parts ? parts.error() : only.error());
    return comparedWork(store, *parts, *rule, *only).transform([&](std::vector<ComparedGroup> groups) {
        return ComparedProject{std::move(*parts), std::move(groups)};
    });
}

} // namespace galley
