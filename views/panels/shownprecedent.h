// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QString>

#include <functional>
#include <vector>

namespace galley {

/// An earlier ruling as it is shown with its code.
struct ShownPrecedent
{
    QString quote;
    QString readings; ///< "Ada: Economic · Ben: Morality"
    QString ruling;   ///< "Economic"
    QString reason;
    QString when; ///< and by whom
};

using PrecedentsOf = std::function<std::vector<ShownPrecedent>(CodeId)>; ///< the newest first

/// As rich text, each a paragraph, under the heading; nothing where there are none.
QString htmlOf(const std::vector<ShownPrecedent> &precedents, const QString &heading);

} // namespace galley
