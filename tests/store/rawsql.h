// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <sqlite3.h>

/// What another program does to a project file.
namespace galley::raw {

class Database
{
public:
    explicit Database(const QString &path)
    {
        sqlite3_open(path.toUtf8().constData(), &m_handle);
    }
    ~Database() { sqlite3_close(m_handle); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Rows as text, columns joined by "|"; or the one line "error: …".
    QStringList rows(const QByteArray &sql)
    {
        QStringList result;
        char *error = nullptr;
        const auto take = [](void *to, int columns, char **values, char **) {
            QStringList row;
            for (int at = 0; at < columns; ++at)
                row += QString::fromUtf8(values[at]);
            *static_cast<QStringList *>(to) += row.join(u'|');
            return 0;
        };
        if (sqlite3_exec(m_handle, sql.constData(), take, &result, &error) != SQLITE_OK)
            result = {QStringLiteral("error: ") + QString::fromUtf8(error)};
        sqlite3_free(error);
        return result;
    }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace galley::raw
