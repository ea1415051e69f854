// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparedparts.h"

#include "agreementtext.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<Coder>> codersNamed(const std::vector<Coder> &all, const QStringList &names)
{
    if (names.isEmpty())
        return people(all); // what somebody codes once more is compared with their own first work alone
    std::vector<Coder> coders;
    for (const QString &name : names) {
        const auto found = std::ranges::find(all, name, &Coder::name);
        if (found == all.end()) {
            QStringList known;
            for (const Coder &coder : all)
                known += coder.name;
            return failed(Agreement::tr("there is no coder “%1”; the coders are: %2").arg(name, known.join(", "_L1)));
        }
        if (std::ranges::contains(coders, found->id, &Coder::id))
            return failed(Agreement::tr("the coder “%1” is named twice").arg(name));
        coders.push_back(*found);
    }
    return coders;
}

Result<std::vector<ZoneKind>> zonesNamed(const QStringList &names)
{
    std::vector<ZoneKind> kinds;
    for (const QString &name : names) {
        const auto meant = zoneKindsMeant(name);
        if (meant.empty()) {
            return failed(Agreement::tr("there is no zone “%1”; “boilerplate” stands for chrome, caption, photo credit, credit and copyright")
                              .arg(name));
        }
        kinds.insert(kinds.end(), meant.begin(), meant.end());
    }
    return kinds;
}

Result<std::vector<Layer>> layersNamed(const Codebook &codebook, const QStringList &names)
{
    if (names.isEmpty())
        return codebook.layers();
    std::vector<Layer> layers;
    for (const QString &name : names) {
        const Layer *layer = codebook.layer(name);
        if (!layer)
            return failed(Agreement::tr("there is no layer “%1”").arg(name));
        layers.push_back(*layer);
    }
    return layers;
}

Result<std::vector<CodingSet>> setsNamed(const ProjectStore &store, const QStringList &names)
{
    if (names.isEmpty())
        return std::vector<CodingSet>();
    return store.codingSets().and_then([&](const std::vector<CodingSet> &all) -> Result<std::vector<CodingSet>> {
        std::vector<CodingSet> sets;
        for (const QString &name : names) {
            const CodingSet *set = setNamed(all, name);
            if (!set && all.empty())
                return failed(Agreement::tr("there is no set “%1”; the project has none").arg(name));
            if (!set) {
                QStringList known;
                for (const CodingSet &other : all)
                    known += other.name;
                return failed(Agreement::tr("there is no set “%1”; the sets are: %2").arg(name, known.join(", "_L1)));
            }
            sets.push_back(*set);
        }
        return sets;
    });
}

/// Leaves the one layer that has it.
Result<VariableId> variableNamed(const Codebook &codebook, const QString &name, std::vector<Layer> &layers)
{
    std::erase_if(layers, [&](const Layer &layer) { return !codebook.variable(layer.id, name); });
    if (layers.size() != 1)
        return failed(layers.empty() ? Agreement::tr("there is no variable “%1”").arg(name)
                                     : Agreement::tr("several layers have a variable “%1”; name one with --layer").arg(name));
    return codebook.variable(layers.front().id, name)->id;
}

} // namespace

Result<ComparedParts> comparedParts(const ProjectStore &store, const ComparedNames &names)
{
    const auto codebook = store.codebook();
    const auto coders = store.coders();
    if (!codebook || !coders)
        return std::unexpected(!codebook ? codebook.error() : coders.error());
    auto chosen = codersNamed(*coders, names.coders);
    auto excluded = zonesNamed(names.excludedZones);
    if (!chosen || !excluded)
        return std::unexpected(!chosen ? chosen.error() : excluded.error());
    const bool again = chosen->size() == 1 && !selvesOf(chosen->front().id, *coders).empty();
    if (chosen->size() < 2 && !again)
        return failed(Agreement::tr("agreement takes at least two coders"));
    auto layers = layersNamed(*codebook, names.layers);
    auto sets = setsNamed(store, names.sets);
    if (!layers || !sets)
        return std::unexpected(!layers ? layers.error() : sets.error());
    ComparedParts parts{std::move(*chosen), std::move(*layers), {}, std::move(*excluded), std::move(*sets)};
    if (!names.variable.isEmpty()) {
        const auto variable = variableNamed(*codebook, names.variable, parts.layers);
        if (!variable)
            return std::unexpected(variable.error());
        parts.variable = *variable;
    }
    return parts;
}

} // namespace galley
