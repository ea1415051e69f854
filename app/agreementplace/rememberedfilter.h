// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <agreementpage/agreementfilter.h>

#include <QByteArray>

namespace galley {

/// What a project is compared by, as it is remembered between runs: JSON. Ids are text there.
QByteArray toJson(const AgreementFilter &filter, int window);

/// What is not in it, or not to be understood, is as at first.
std::pair<AgreementFilter, int> rememberedFilter(const QByteArray &json);

} // namespace galley
