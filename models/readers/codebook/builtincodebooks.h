// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/error.h>

#include <QString>

#include <vector>

namespace galley {

struct BuiltInCodebook
{
    QString name;        ///< as `--codebook` takes it: "default", "policy-frames"
    QString title;       ///< the codebook's own name
    QString description; ///< in a sentence or two, for who chooses
};

/// The codebooks that come with Galley, the default first.
std::vector<BuiltInCodebook> builtInCodebooks();

/// "default" is what a new project starts with.
Result<Codebook> builtInCodebook(QStringView name);

} // namespace galley
