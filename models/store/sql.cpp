// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql.h"

#include <SQLiteCpp/Exception.h>

#include <QTimeZone>

#include <sqlite3.h>

#include <sys/stat.h>

#include <format>
#include <map>
#include <mutex>
#include <utility>

namespace galley::sql {

Statement::Statement(sqlite3 *handle, sqlite3_stmt *statement, Shelf *shelf)
    : m_handle(handle)
    , m_statement(statement)
    , m_shelf(shelf)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_handle(other.m_handle)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_shelf(other.m_shelf)
    , m_bound(other.m_bound)
{
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement); // or it would hold its read transaction open
    sqlite3_clear_bindings(m_statement);
    m_shelf->push_back(m_statement);
}

void Statement::check(int status) const
{
    if (status != SQLITE_OK)
        throw SQLite::Exception(m_handle, status);
}

void Statement::restart()
{
    sqlite3_reset(m_statement);
    m_bound = 0;
}

void Statement::bind(qint64 value)
{
    check(sqlite3_bind_int64(m_statement, ++m_bound, value));
}

void Statement::bind(double value)
{
    check(sqlite3_bind_double(m_statement, ++m_bound, value));
}

void Statement::bind(std::nullopt_t)
{
    check(sqlite3_bind_null(m_statement, ++m_bound));
}

void Statement::bind(const QString &text)
{
    bind(text.toUtf8());
}

void Statement::bind(const QByteArray &utf8)
{
    check(sqlite3_bind_text64(m_statement, ++m_bound, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(const QUuid &uuid)
{
    bind(uuid.toByteArray(QUuid::WithoutBraces));
}

void Statement::bind(const QDateTime &time)
{
    bind(isoTime(time));
}

void Statement::bindKept(std::string_view utf8)
{
    check(sqlite3_bind_text64(m_statement, ++m_bound, utf8.data() ? utf8.data() : "", utf8.size(), SQLITE_STATIC, SQLITE_UTF8));
}

bool Statement::step()
{
    const int status = sqlite3_step(m_statement);
    if (status == SQLITE_ROW)
        return true;
    if (status != SQLITE_DONE) {
        const SQLite::Exception exception(m_handle, status);
        sqlite3_reset(m_statement);
        throw exception;
    }
    return false;
}

void Statement::run()
{
    while (step()) { }
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::utf8(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    if (!text)
        return {};
    return {text, size_t(sqlite3_column_bytes(m_statement, column))};
}

QString Statement::text(int column) const
{
    const std::string_view view = utf8(column);
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

QByteArray Statement::bytes(int column) const
{
    const std::string_view view = utf8(column);
    return {view.data(), qsizetype(view.size())};
}

QUuid Statement::uuid(int column) const
{
    const std::string_view view = utf8(column);
    return QUuid::fromString(QLatin1StringView(view.data(), qsizetype(view.size())));
}

QDateTime Statement::time(int column) const
{
    return QDateTime::fromString(text(column), Qt::ISODateWithMs);
}

QDateTime Statement::moment(int column) const
{
    return isNull(column) ? QDateTime() : sql::moment(integer(column));
}

namespace {

using FileIdentity = std::pair<quint64, quint64>;

struct PresentFiles
{
    std::mutex mutex;
    std::map<FileIdentity, int> connections;
};

PresentFiles &presentFiles()
{
    static PresentFiles files;
    return files;
}

std::optional<FileIdentity> identityOf(const std::string &file)
{
    struct stat found;
    if (stat(file.c_str(), &found) != 0)
        return std::nullopt;
    return FileIdentity(quint64(found.st_dev), quint64(found.st_ino));
}

} // namespace

Presence::Presence(const std::string &file)
{
    const std::lock_guard guard(presentFiles().mutex);
    m_file = identityOf(file);
    if (m_file)
        ++presentFiles().connections[*m_file];
}

Presence::~Presence()
{
    const std::lock_guard guard(presentFiles().mutex);
    if (m_file && --presentFiles().connections[*m_file] == 0)
        presentFiles().connections.erase(*m_file);
}

void Presence::whereThereIsNone(const std::string &file, const std::function<void()> &look)
{
    const std::lock_guard guard(presentFiles().mutex);
    const auto identity = identityOf(file);
    if (!identity || !presentFiles().connections.contains(*identity))
        look();
}

Connection::Connection(const std::string &file, int flags, int busyTimeout)
    : m_presence(file)
    , m_database(file, flags, busyTimeout)
{
    sqlite3_extended_result_codes(handle(), 1);
}

Connection::~Connection()
{
    for (const auto &[query, shelf] : m_shelves) {
        for (sqlite3_stmt *statement : shelf)
            sqlite3_finalize(statement);
    }
}

Statement Connection::prepare(std::string_view query)
{
    auto shelf = m_shelves.find(query);
    if (shelf == m_shelves.end())
        shelf = m_shelves.try_emplace(std::string(query)).first;
    if (!shelf->second.empty()) {
        sqlite3_stmt *statement = shelf->second.back();
        shelf->second.pop_back();
        return Statement(handle(), statement, &shelf->second);
    }
    sqlite3_stmt *statement = nullptr;
    const int status
        = sqlite3_prepare_v3(handle(), query.data(), int(query.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (status != SQLITE_OK)
        throw SQLite::Exception(handle(), status);
    return Statement(handle(), statement, &shelf->second);
}

qint64 Connection::number(std::string_view query)
{
    Statement statement = prepare(query);
    return statement.step() ? statement.integer(0) : 0;
}

QString Connection::word(std::string_view query)
{
    Statement statement = prepare(query);
    return statement.step() ? statement.text(0) : QString();
}

QDateTime moment(qint64 milliseconds)
{
    constexpr qint64 first = -62'135'596'800'000;
    constexpr qint64 last = 253'402'300'799'999;
    return milliseconds < first || milliseconds > last ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
}

QByteArray isoTime(const QDateTime &time)
{
    using namespace std::chrono;
    if (!time.isValid())
        return {};
    const sys_time<milliseconds> moment = time.toStdSysMilliseconds();
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss clock(moment - day);
    if (date.year() < year(0) || date.year() > year(9999))
        return QByteArray::fromStdString(std::format("{:%FT%T}Z", moment));
    QByteArray text = "0000-00-00T00:00:00.000Z";
    // By hand: std::format of a time took a seventh of an export.
    const auto write = [&](qsizetype end, int digits, qint64 number) {
        for (; digits > 0; --digits, number /= 10)
            text[--end] = char('0' + number % 10);
    };
    write(4, 4, int(date.year()));
    write(7, 2, unsigned(date.month()));
    write(10, 2, unsigned(date.day()));
    write(13, 2, clock.hours().count());
    write(16, 2, clock.minutes().count());
    write(19, 2, clock.seconds().count());
    write(23, 3, clock.subseconds().count());
    return text;
}

} // namespace galley::sql
