// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <domain/rows.h>

#include <functional>

namespace galley {

/// Where new rows of the codebook get their ids.
struct CodebookIds
{
    std::function<LayerId()> layer;
    std::function<VariableId()> variable;
    std::function<CodeId()> code;
};

/// From a ProjectStore or an ImportSession.
template<typename Store>
CodebookIds idsFrom(Store &store)
{
    return {[&store] { return store.template allot<LayerTag>(); }, [&store] { return store.template allot<VariableTag>(); },
            [&store] { return store.template allot<CodeTag>(); }};
}

enum class Adoption {
    AddMissing, ///< what is there stays as it is
    Replace     ///< becomes the incoming codebook: what matches is altered, what it does not have is removed
};

/// The change that brings another codebook in. Layers, variables and codes match by uuid, else by their name in the same place.
/// Refused where something that annotations use would be removed or mean something else.
Result<Change> adoptCodebook(const Codebook &current, const Codebook &incoming, Adoption how, const CodebookUse &use, const CodebookIds &ids);

/// A code by its path, with the parents that are missing; "/" inside a name is written "\/".
Result<Change> addCode(const Codebook &codebook, VariableId variable, const QString &path);

/// The codebook after the change; its revision stays.
Codebook withChange(const Codebook &codebook, const Change &change);

} // namespace galley
