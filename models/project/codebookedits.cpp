// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookedits.h"

#include "edittexts.h"

#include <domain/identity.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Which existing row each incoming one is: by uuid first, then by name among what is left.
template<typename Row, typename SamePlace>
std::map<decltype(Row::id), const Row *> matched(const std::vector<Row> &current, const std::vector<Row> &incoming, SamePlace samePlace)
{
    std::map<decltype(Row::id), const Row *> matches;
    std::vector<const Row *> taken;
    const auto match = [&](const Row &row, auto same) {
        if (matches.contains(row.id))
            return;
        const auto found = std::ranges::find_if(current, [&](const Row &other) {
            return !std::ranges::contains(taken, &other) && same(other);
        });
        if (found == current.end())
            return;
        matches[row.id] = &*found;
        taken.push_back(&*found);
    };
    for (const Row &row : incoming)
        match(row, [&](const Row &other) { return !row.uuid.isNull() && other.uuid == row.uuid; });
    for (const Row &row : incoming)
        match(row, [&](const Row &other) { return other.name == row.name && samePlace(row, other, matches); });
    return matches;
}

template<typename Id, typename Row>
const Row *find(const std::map<Id, const Row *> &matches, Id id)
{
    const auto found = matches.find(id);
    return found == matches.end() ? nullptr : found->second;
}

template<typename Row>
int lastPosition(const std::vector<const Row *> &rows)
{
    int last = 0;
    for (const Row *row : rows)
        last = std::max(last, row->position);
    return last;
}

class Adopter
{
public:
    Adopter(const Codebook &current, const Codebook &incoming, Adoption how, const CodebookUse &use, const CodebookIds &ids)
        : m_current(current)
        , m_incoming(incoming)
        , m_how(how)
        , m_use(use)
        , m_ids(ids)
    {
    }

    Result<Change> change()
    {
        takeLayers();
        takeVariables();
        takeCodes();
        takeReferences();
        if (m_how == Adoption::Replace) {
            removeOthers(m_current.codes(), m_use.codes);
            removeOthers(m_current.variables(), m_use.variables);
            removeOthers(m_current.layers(), m_use.layers);
            if (m_current.name() != m_incoming.name())
                m_change.codebookName = Edit<QString>{m_current.name(), m_incoming.name()};
        }
        keepMeaning();
        if (!m_refusals.isEmpty())
            return failed(m_refusals.join(u' '));
        m_change.text = Edits::tr("Import codebook “%1”").arg(m_incoming.name());
        return m_change.isEmpty() ? Change() : m_change;
    }

private:
    /// Adds it, or alters `existing` to it; its id afterwards.
    template<typename Row, typename NewId>
    decltype(Row::id) take(Row row, const Row *existing, NewId newId)
    {
        if (existing && m_how == Adoption::Replace && !row.uuid.isNull() && row.uuid != existing->uuid && !isUsed(*existing))
            existing = nullptr; // of the same name, and another one: nothing here holds on to it
        m_kept.push_back(existing);
        if (!existing) {
            row.id = row.uuid.isNull() ? newId() : decltype(row.id){idOf(row.uuid)};
            if (row.uuid.isNull())
                row.uuid = uuidOf(row.id.value);
            m_change.edits.emplace_back(added(row));
            return row.id;
        }
        row.id = existing->id;
        row.uuid = existing->uuid; // one with the id: matched by name, it stays the one it was
        if (m_how == Adoption::Replace && row != *existing)
            m_change.edits.emplace_back(modified(*existing, row));
        return existing->id;
    }

    void takeLayers()
    {
        const auto matches = matched(m_current.layers(), m_incoming.layers(), [](auto &&...) { return true; });
        int position = m_current.layers().empty() ? 0 : m_current.layers().back().position;
        for (Layer layer : m_incoming.layers()) {
            const Layer *existing = find(matches, layer.id);
            if (existing && existing->unit != layer.unit && (m_how == Adoption::AddMissing || std::ranges::contains(m_use.layers, existing->id)))
                m_refusals += Edits::tr("The layer “%1” applies to another unit here.").arg(layer.name);
            if (!existing && m_how == Adoption::AddMissing)
                layer.position = ++position;
            m_layers[layer.id] = take(layer, existing, m_ids.layer);
        }
    }

    void takeVariables()
    {
        const auto matches = matched(m_current.variables(), m_incoming.variables(), [&](const Variable &row, const Variable &other, const auto &) {
            return other.layer == m_layers[row.layer];
        });
        for (Variable variable : m_incoming.variables()) {
            const Variable *existing = find(matches, variable.id);
            const VariableId was = variable.id;
            variable.layer = m_layers[variable.layer];
            if (existing && existing->type != variable.type && (m_how == Adoption::AddMissing || isUsed(*existing)))
                m_refusals += Edits::tr("The variable “%1” has another type here.").arg(variable.name);
            if (!existing && m_how == Adoption::AddMissing)
                variable.position = lastPosition(m_current.variables(variable.layer)) + 1 + variable.position;
            m_variables[was] = take(variable, existing, m_ids.variable);
        }
    }

    void takeCodes()
    {
        const auto matches = matched(m_current.codes(), m_incoming.codes(), [&](const Code &row, const Code &other, const auto &known) {
            const Code *parent = row.parent ? find(known, row.parent) : nullptr;
            return other.variable == m_variables[row.variable] && (row.parent ? parent && other.parent == parent->id : !other.parent);
        });
        for (Code code : m_incoming.codes()) { // parents come first
            const CodeId was = code.id;
            const Code *existing = find(matches, code.id);
            code.variable = m_variables[code.variable];
            code.parent = code.parent ? m_codes[code.parent] : CodeId{};
            if (existing && existing->variable != code.variable && std::ranges::contains(m_use.codes, existing->id))
                m_refusals += Edits::tr("The code “%1” is used and cannot move to another variable.").arg(existing->name);
            if (!existing && m_how == Adoption::AddMissing)
                code.position = lastPosition(m_current.codes(code.variable)) + 1 + code.position;
            m_codes[was] = take(code, existing, m_ids.code);
        }
    }

    /// What variables depend on and begin with, in our ids: the rows of both are known by now.
    void takeReferences()
    {
        for (const Variable &incoming : m_incoming.variables()) {
            Variable ours = incoming;
            for (Condition *condition : {&ours.shownWhen, &ours.requiredWhen}) {
                for (VariableValue &value : condition->anyOf)
                    value = {m_variables[value.variable], ourValue(value.value)};
            }
            if (ours.standard)
                ours.standard = ourValue(*ours.standard);
            refer(m_variables[incoming.id], ours);
        }
    }

    Value ourValue(const Value &value)
    {
        const auto *code = std::get_if<CodeId>(&value);
        return code ? Value(m_codes[*code]) : value;
    }

    /// In the edit that brings or alters the variable, where there is one.
    void refer(VariableId id, const Variable &to)
    {
        const auto set = [&](Variable &variable) {
            variable.standard = to.standard;
            variable.shownWhen = to.shownWhen;
            variable.requiredWhen = to.requiredWhen;
        };
        const auto at = std::ranges::find_if(m_change.edits, [&](const AnyEdit &any) {
            const auto *edit = std::get_if<Edit<Variable>>(&any);
            return edit && edit->after && edit->after->id == id;
        });
        if (at == m_change.edits.end())
            return;
        auto &edit = std::get<Edit<Variable>>(*at);
        set(*edit.after);
        if (edit.before == edit.after) // only the ids were other ones
            m_change.edits.erase(at);
    }

    template<typename Row, typename Ids>
    void removeOthers(const std::vector<Row> &rows, const Ids &used)
    {
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
            if (std::ranges::contains(m_kept, static_cast<const void *>(&*row)))
                continue;
            if (std::ranges::contains(used, row->id))
                m_refusals += Edits::tr("“%1” is used by annotations and cannot be removed.").arg(row->name);
            m_change.edits.emplace_back(removed(*row));
        }
    }

    /// Annotation::code is the principal variable's value: where a layer is used, that variable must stay the same.
    void keepMeaning()
    {
        const Codebook after = withChange(m_current, m_change);
        for (const LayerId id : m_use.layers) {
            const Variable *before = m_current.principalVariable(id);
            const Variable *then = after.principalVariable(id);
            const Layer *layer = m_current.layer(id);
            if (layer && after.layer(id) && before && (!then || then->id != before->id))
                m_refusals += Edits::tr("The layer “%1” is used, and its first variable “%2” cannot change.").arg(layer->name, before->name);
        }
    }

    bool isUsed(const Layer &layer) const { return std::ranges::contains(m_use.layers, layer.id); }
    bool isUsed(const Code &code) const { return std::ranges::contains(m_use.codes, code.id); }
    bool isUsed(const Variable &variable) const
    {
        return std::ranges::contains(m_use.variables, variable.id)
            || (m_current.principalVariable(variable.layer) == &variable && std::ranges::contains(m_use.layers, variable.layer));
    }

    const Codebook &m_current;
    const Codebook &m_incoming;
    const Adoption m_how;
    const CodebookUse &m_use;
    const CodebookIds &m_ids;

    std::map<LayerId, LayerId> m_layers; ///< from incoming ids to ours
    std::map<VariableId, VariableId> m_variables;
    std::map<CodeId, CodeId> m_codes;
    std::vector<const void *> m_kept; ///< rows of m_current that have a match
    Change m_change;
    QStringList m_refusals;
};

struct FollowChange
{
    std::vector<Layer> &layers;
    std::vector<Variable> &variables;
    std::vector<Code> &codes;

    void operator()(const Edit<Layer> &edit) const { follow(layers, edit); }
    void operator()(const Edit<Variable> &edit) const { follow(variables, edit); }
    void operator()(const Edit<Code> &edit) const { follow(codes, edit); }
    void operator()(const auto &) const { }

    template<typename Row>
    static void follow(std::vector<Row> &rows, const Edit<Row> &edit)
    {
        if (edit.before)
            std::erase_if(rows, [&](const Row &row) { return row.id == edit.before->id; });
        if (edit.after)
            rows.push_back(*edit.after);
    }
};

/// The names of a path, with "\/" inside a name taken back.
QStringList namesOf(const QString &path)
{
    QStringList names{QString()};
    for (qsizetype at = 0; at < path.size(); ++at) {
        if (path[at] == u'\\' && at + 1 < path.size() && path[at + 1] == u'/')
            names.back() += path[++at];
        else if (path[at] == u'/')
            names += QString();
        else
            names.back() += path[at];
    }
    return names;
}

/// By nature: one code that two coders add on two copies is one when they meet.
CodeId freshCode(const Codebook &codebook, const Code &code)
{
    const CodeId id{idFrom({u"code", QString::number(code.variable.value), QString::number(code.parent.value), foldedName(code.name)})};
    return codebook.code(id) ? CodeId{drawnId()} : id; // one that was renamed or moved has it
}

} // namespace

Result<Change> adoptCodebook(const Codebook &current, const Codebook &incoming, Adoption how, const CodebookUse &use, const CodebookIds &ids)
{
    return Adopter(current, incoming, how, use, ids).change();
}

Result<Change> addCode(const Codebook &codebook, VariableId variable, const QString &path)
{
    Change change{Edits::tr("Add code “%1”").arg(path), {}};
    CodeId parent;
    const QStringList names = namesOf(path);
    for (const QString &name : names) {
        if (name.trimmed().isEmpty())
            return failed(Edits::tr("A name is missing in the code “%1”.").arg(path));
        const auto siblings = codebook.children(variable, parent);
        const auto found = std::ranges::find(siblings, name, [](const Code *code) { return code->name; });
        if (found != siblings.end() && change.edits.empty()) {
            parent = (*found)->id;
            continue;
        }
        Code code;
        code.variable = variable;
        code.parent = parent;
        code.name = name;
        code.id = freshCode(codebook, code);
        code.uuid = uuidOf(code.id.value);
        code.position = change.edits.empty() && !siblings.empty() ? siblings.back()->position + 1 : 1;
        parent = code.id;
        change.edits.emplace_back(added(std::move(code)));
    }
    return change.edits.empty() ? Change() : change;
}

Codebook withChange(const Codebook &codebook, const Change &change)
{
    std::vector<Layer> layers = codebook.layers();
    std::vector<Variable> variables = codebook.variables();
    std::vector<Code> codes = codebook.codes();
    for (const AnyEdit &edit : change.edits)
        std::visit(FollowChange{layers, variables, codes}, edit);
    const QString name = change.codebookName ? change.codebookName->after.value_or(QString()) : codebook.name();
    return Codebook(name, codebook.revision(), std::move(layers), std::move(variables), std::move(codes), codebook.content()); // numbers: when read again
}

} // namespace galley
