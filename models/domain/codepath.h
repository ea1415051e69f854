// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace galley {

/// The path of a code of this name below another, or at the top where `parent` is empty: "Path/To/Code", "/" inside a name as "\/".
inline QString pathBelow(const QString &parent, QString name)
{
    name.replace(u'/', QStringLiteral("\\/"));
    return parent.isEmpty() ? name : parent + u'/' + name;
}

} // namespace galley
