// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

/// Who takes part. Names are unique, white space and case aside, and the id follows from the name:
/// who is added on two copies is one when they meet. (One renamed keeps that id; the next of the old name gets one by chance.)
namespace galley {

Result<Change> addCoder(const std::vector<Coder> &coders, const QString &name, CoderRole role = CoderRole::Coder);
Result<Change> renameCoder(const std::vector<Coder> &coders, const Coder &coder, const QString &name);
/// Errors: it is the consensus, or nobody would lead the project any more.
Result<Change> setRole(const std::vector<Coder> &coders, const Coder &coder, CoderRole role);
Coder coderIn(const Change &change); ///< whom addCoder() adds
const Coder *coderNamed(const std::vector<Coder> &coders, const QString &name);

} // namespace galley
