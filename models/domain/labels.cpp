// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labels.h"

#include "codepath.h"

#include <QSet>

#include <array>
#include <charconv>

namespace galley {

namespace {

template<typename Map, typename Key>
std::string_view found(const Map &map, const Key &key)
{
    const auto entry = map.find(key);
    return entry == map.end() ? std::string_view() : std::string_view(entry->second);
}

template<typename Map, typename Key>
int indexIn(const Map &map, const Key &key)
{
    const auto entry = map.find(key);
    return entry == map.end() ? -1 : entry->second;
}

} // namespace

Labels::Labels(const Codebook &codebook, std::span<const Coder> coders, std::span<const Actor> actors)
{
    for (const Layer &layer : codebook.layers())
        m_layers.emplace(layer.id, layer.name.toStdString());
    // Parents stand before their children, so each path follows from the one above.
    for (const Code &code : codebook.codes()) {
        m_codes.emplace(code.id, pathBelow(QString::fromUtf8(this->code(code.parent)), code.name).toStdString());
    }
    QSet<QString> names;
    QSet<QString> ambiguous;
    for (const Coder &coder : coders) {
        if (names.contains(coder.name))
            ambiguous.insert(coder.name);
        names.insert(coder.name);
    }
    for (const Coder &coder : coders) {
        const QString label = ambiguous.contains(coder.name) ? coder.uuid.toString(QUuid::WithoutBraces) : coder.name;
        m_coders.emplace(coder.id, label.toStdString());
    }
    for (const Actor &actor : actors)
        m_actors.emplace(actor.id, actor.name.toStdString());
    for (const Variable &variable : codebook.variables()) {
        const Variable *principal = codebook.principalVariable(variable.layer);
        const bool isPrincipal = principal && principal->id == variable.id;
        if (isPrincipal)
            m_principal.emplace(variable.layer, int(m_columns.size()));
        m_columnOf.emplace(variable.id, int(m_columns.size()));
        m_columns.push_back({variable.id, variable.layer, variable.name.toStdString(), variable.multiple, variable.type == VariableType::Passage, isPrincipal});
    }
}

std::string_view Labels::layer(LayerId id) const
{
    return found(m_layers, id);
}

std::string_view Labels::code(CodeId id) const
{
    return found(m_codes, id);
}

std::string_view Labels::coder(CoderId id) const
{
    return found(m_coders, id);
}

std::string_view Labels::actor(ActorId id) const
{
    return found(m_actors, id);
}

std::string Labels::text(const Value &value) const
{
    if (const auto *code = std::get_if<CodeId>(&value))
        return std::string(this->code(*code));
    if (const auto *actor = std::get_if<ActorId>(&value))
        return std::string(this->actor(*actor));
    if (const auto *number = std::get_if<double>(&value))
        return numberText(*number);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto *passage = std::get_if<Passage>(&value))
        return passage->quote.toStdString();
    return std::get<QString>(value).toStdString();
}

int Labels::column(VariableId variable) const
{
    return indexIn(m_columnOf, variable);
}

int Labels::principalColumn(LayerId layer) const
{
    return indexIn(m_principal, layer);
}

std::string numberText(double number)
{
    std::array<char, 32> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

} // namespace galley
