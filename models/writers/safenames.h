// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QString>

namespace galley {

/// Names of letters, digits, "_" and "-" for names of any kind, each for one of them only, and what they stand for.
class SafeNames
{
public:
    /// Of a type or a value.
    QString of(const QString &name) { return safe(name, false); }
    /// That ends in no digit, which would be read as "the second of them".
    QString ofRole(const QString &name) { return safe(name, true); }

    const QMap<QString, QString> &altered() const { return m_altered; } ///< by what stands for them

private:
    QString safe(const QString &name, bool role);

    QHash<std::pair<QString, bool>, QString> m_safe;
    QHash<QString, QString> m_names; ///< by the safe one
    QMap<QString, QString> m_altered;
};

} // namespace galley
