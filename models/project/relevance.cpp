// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "relevance.h"

#include "edittexts.h"
#include "progressedits.h"

#include <domain/identity.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// In English, German, French and Spanish, as codebooks of the field name it.
bool isNamedForRelevance(const Variable &variable)
{
    const QString name = foldedName(variable.name);
    return name.contains("relevan"_L1) || name.contains("pertinen"_L1);
}

bool isNamedForTheContrary(const QString &name)
{
    const QString folded = foldedName(name);
    const bool negated = std::ranges::any_of(QStringList{u"irrelevan"_s, u"not relevan"_s, u"nicht relevan"_s, u"unrelevan"_s, u"non pertinen"_s, u"no relevan"_s, u"off topic"_s, u"off-topic"_s},
                                             [&](const QString &beginning) { return folded.startsWith(beginning); });
    return negated || QStringList{u"no"_s, u"nein"_s, u"non"_s}.contains(folded);
}

std::optional<VariableValue> contraryOf(const Codebook &codebook, const Variable &variable)
{
    if (variable.type == VariableType::Boolean)
        return VariableValue{variable.id, false};
    for (const Code &code : codebook.codes()) {
        const bool named = isNamedForTheContrary(code.name) || std::ranges::any_of(code.aliases, isNamedForTheContrary);
        if (code.variable == variable.id && !code.retired && named)
            return VariableValue{variable.id, code.id};
    }
    return std::nullopt;
}

} // namespace

std::optional<IrrelevantAnswer> irrelevantAnswer(const Codebook &codebook)
{
    for (const Variable &variable : codebook.variables()) {
        const Layer *layer = codebook.layer(variable.layer);
        if (!layer || layer->unit != LayerUnit::Article || !isNamedForRelevance(variable))
            continue;
        if (const auto value = contraryOf(codebook, variable))
            return IrrelevantAnswer{layer->id, *value};
    }
    return std::nullopt;
}

Result<Change> markIrrelevant(const Codebook &codebook, const MeasuredText &text, const Article &article, const std::vector<Annotation> &annotations,
                              const std::vector<Progress> &progress, CoderId coder, AnnotationId id, const QDateTime &at)
{
    const Change done = setProgress(progress, article, coder, ProgressState::Done);
    Result<Change> said = Change();
    if (const auto answer = irrelevantAnswer(codebook)) {
        const auto known = std::ranges::find_if(annotations, [&](const Annotation &one) { return one.coder == coder && one.layer == answer->layer && one.ranges.empty(); });
        std::vector<VariableValue> values = known == annotations.end() ? std::vector<VariableValue>() : known->values;
        std::erase_if(values, [&](const VariableValue &value) { return value.variable == answer->value.variable; });
        values.push_back(answer->value);
        said = known == annotations.end() ? annotate(codebook, text, {id, article.id, answer->layer, coder, {}, {}, values, {}}, at) : setValues(codebook, text, *known, values, at);
    }
    return said.transform([&](Change change) {
        change.edits.insert(change.edits.end(), done.edits.begin(), done.edits.end());
        if (!change.edits.empty())
            change.text = Edits::tr("Irrelevant: “%1”").arg(article.title);
        return change;
    });
}

} // namespace galley
