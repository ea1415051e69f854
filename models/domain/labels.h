// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/coder.h>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley {

/// What ids are called outside, as UTF-8, worked out once: writers ask a million times.
class Labels
{
public:
    Labels(const Codebook &codebook, std::span<const Coder> coders, std::span<const Actor> actors);

    std::string_view layer(LayerId id) const;
    std::string_view code(CodeId id) const;   ///< path
    std::string_view coder(CoderId id) const; ///< name, or the uuid where another coder has the same name
    std::string_view actor(ActorId id) const; ///< name
    /// As files have it: codes as paths, actors by name, booleans as true and false, numbers by numberText(), passages as they are quoted.
    std::string text(const Value &value) const;

    struct Column
    {
        VariableId variable;
        LayerId layer;
        std::string name; ///< of the variable
        bool multiple = false;
        bool passage = false; ///< its values are passages of the article
        bool principal = false; ///< Annotation::code is its value
    };
    const std::vector<Column> &columns() const { return m_columns; } ///< one a variable, by the codebook's order
    int column(VariableId variable) const;                           ///< -1: not in the codebook
    int principalColumn(LayerId layer) const;                        ///< -1: the layer has none

private:
    std::unordered_map<LayerId, std::string> m_layers;
    std::unordered_map<CodeId, std::string> m_codes;
    std::unordered_map<CoderId, std::string> m_coders;
    std::unordered_map<ActorId, std::string> m_actors;
    std::vector<Column> m_columns;
    std::unordered_map<VariableId, int> m_columnOf;
    std::unordered_map<LayerId, int> m_principal;
};

/// Shortest decimal digits that read back as the same number, with a point in every locale.
std::string numberText(double number);

} // namespace galley
