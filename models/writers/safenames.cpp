// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "safenames.h"

namespace galley {

namespace {

bool isSafe(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

} // namespace

QString SafeNames::safe(const QString &name, bool role)
{
    if (const auto known = m_safe.constFind({name, role}); known != m_safe.constEnd())
        return *known;
    QString base = name;
    for (QChar &c : base) {
        if (!isSafe(c))
            c = u'-';
    }
    if (base.isEmpty())
        base = QStringLiteral("-");
    QString safe;
    for (int number = 1; safe.isEmpty(); ++number) {
        QString candidate = number == 1 ? base : base + u'-' + QString::number(number);
        if (role && candidate.back().isDigit())
            candidate += u'_';
        if (m_names.value(candidate, name) == name)
            safe = candidate;
    }
    m_names.insert(safe, name);
    if (safe != name)
        m_altered.insert(safe, name);
    m_safe.insert({name, role}, safe);
    return safe;
}

} // namespace galley
