// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUuid>

#include <SQLiteCpp/Database.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3_stmt;

/// What the store needs beside SQLiteCpp: prepared statements that are kept, bind Qt's values without copying texts twice,
/// and hand out UTF-8 views. Everything here throws SQLite::Exception; see failure.h for where that ends.
namespace galley::sql {

class Connection;

/// A prepared statement on loan from its connection. Parameters and columns count from 0.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Starts it over with these parameters. An id of 0 and an empty optional are NULL; text is copied.
    template<typename... Values>
    Statement &with(const Values &...values)
    {
        restart();
        (bind(values), ...);
        return *this;
    }
    void restart(); ///< forgets rows and parameters; the next bind() is the first
    void bind(qint64 value);
    void bind(int value) { bind(qint64(value)); }
    void bind(bool value) { bind(qint64(value)); }
    void bind(double value);
    void bind(std::nullopt_t);
    void bind(const QString &text);
    void bind(const QByteArray &utf8);
    void bind(const QUuid &uuid);
    void bind(const QDateTime &time);
    void bindKept(std::string_view utf8); ///< not copied: must hold until the statement is run
    template<typename Tag>
    void bind(Id<Tag> id)
    {
        if (id.value == 0)
            bind(std::nullopt);
        else
            bind(id.value);
    }
    template<typename T>
    void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bind(std::nullopt);
    }

    bool step(); ///< is there a (further) row?
    void run();  ///< to its end

    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    std::string_view utf8(int column) const; ///< holds until the next step
    QString text(int column) const;
    QByteArray bytes(int column) const;
    QUuid uuid(int column) const;
    QDateTime time(int column) const; ///< invalid if it is no time
    QDateTime moment(int column) const; ///< invalid if it is none
    template<typename T>
    T id(int column) const
    {
        return T{integer(column)};
    }

private:
    friend class Connection;
    using Shelf = std::vector<sqlite3_stmt *>;
    Statement(sqlite3 *handle, sqlite3_stmt *statement, Shelf *shelf);
    void check(int status) const;

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
    Shelf *m_shelf;
    int m_bound = 0;
};

/// Which files have connections in this process. Whoever opens such a file by other means and closes it again takes SQLite's locks
/// off it (fcntl(2): they go with the first descriptor that is closed); another process then takes the log away as if nobody were there.
class Presence
{
public:
    explicit Presence(const std::string &file); ///< for as long as it lives; a file that is not there yet is nobody's concern
    ~Presence();
    Presence(const Presence &) = delete;
    Presence &operator=(const Presence &) = delete;

    /// Runs `look`, which may open and close the file, only where no connection of this process has it, and lets none have it meanwhile.
    static void whereThereIsNone(const std::string &file, const std::function<void()> &look);

private:
    std::optional<std::pair<quint64, quint64>> m_file; ///< device and inode
};

/// One connection of one thread.
class Connection
{
public:
    Connection(const std::string &file, int flags, int busyTimeout);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    SQLite::Database &database() { return m_database; }
    sqlite3 *handle() const { return m_database.getHandle(); }

    Statement prepare(std::string_view query); ///< kept for the next time; nested use gets a second one
    void run(const char *statements) { m_database.exec(statements); }
    qint64 number(std::string_view query); ///< first column of the first row; 0 without a row
    QString word(std::string_view query);
    qint64 changes() const { return m_database.getChanges(); }

private:
    struct Hash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };

    Presence m_presence; ///< before the file is opened, until after it is closed
    SQLite::Database m_database;
    std::unordered_map<std::string, Statement::Shelf, Hash, std::equal_to<>> m_shelves;
};

/// The time that is these milliseconds after 1970 began; invalid beyond the years 1 to 9999.
QDateTime moment(qint64 milliseconds);
/// ISO 8601 in UTC with milliseconds, as all times in the file.
QByteArray isoTime(const QDateTime &time);

} // namespace galley::sql
