// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enumnames.h"
#include "sql.h"

#include <domain/identity.h>
#include <domain/rowkinds.h>

#include <QMap>
#include <QStringList>

#include <type_traits>

/// Rows of the tables as values: read from a statement, put back, hidden.
namespace galley {

QByteArray jsonOf(const QStringList &list);
QByteArray jsonOf(const QMap<QString, QString> &fields);
QByteArray jsonOf(const std::vector<Range> &ranges);
QByteArray jsonOf(const std::vector<LeftOutText> &leftOut);
QStringList listFrom(const QByteArray &json);                ///< empty where it is no JSON array
QMap<QString, QString> fieldsFrom(const QByteArray &json);   ///< empty where it is no JSON object
std::vector<Range> rangesFrom(const QByteArray &json);       ///< what of it is pairs of numbers
QByteArray jsonOf(const std::vector<qint64> &numbers);
std::vector<qint64> numbersFrom(const QByteArray &json);     ///< what of it is numbers

/// The values of one annotation, in order.
std::vector<VariableValue> valuesOf(sql::Connection &connection, AnnotationId annotation);
constexpr const char *valueColumns = "variable, code, actor, number, boolean, text, ranges";
/// Reads the columns named there from `column` on.
VariableValue valueFrom(const sql::Statement &row, int column);
void putValues(sql::Connection &connection, AnnotationId annotation, const std::vector<VariableValue> &values);

/// Reads one column after the other into the members visited.
class ColumnReader
{
public:
    explicit ColumnReader(const sql::Statement &row, int column = 0)
        : m_row(row)
        , m_column(column)
    {
    }

    void operator()(const char *, qint64 &value) { value = m_row.integer(m_column++); }
    void operator()(const char *, int &value) { value = int(m_row.integer(m_column++)); }
    void operator()(const char *, bool &value) { value = m_row.integer(m_column++) != 0; }
    void operator()(const char *, QString &value) { value = m_row.text(m_column++); }
    void operator()(const char *, QByteArray &value) { value = m_row.bytes(m_column++); }
    void operator()(const char *, QUuid &value) { value = m_row.uuid(m_column++); }
    void operator()(const char *, QDateTime &value); ///< milliseconds since 1970, UTC
    void operator()(const char *, QStringList &value) { value = listFrom(m_row.bytes(m_column++)); }
    void operator()(const char *, QMap<QString, QString> &value) { value = fieldsFrom(m_row.bytes(m_column++)); }
    void operator()(const char *, std::optional<double> &value);
    void operator()(const char *, Condition &condition);
    void operator()(const char *, std::optional<Value> &value);
    void operator()(const char *, std::vector<ActorAttribute> &attributes);
    void operator()(const char *, std::vector<Range> &ranges);
    void operator()(const char *, std::vector<LeftOutText> &leftOut);
    void operator()(const char *, std::vector<VariableValue> &) { } // a table of their own
    template<typename Tag>
    void operator()(const char *, std::vector<Id<Tag>> &ids)
    {
        ids.clear();
        for (const qint64 number : numbersFrom(m_row.bytes(m_column++)))
            ids.push_back({number});
    }
    template<typename Tag>
    void operator()(const char *, Id<Tag> &id)
    {
        id.value = m_row.integer(m_column++);
    }
    template<typename Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char *name, Enum &value)
    {
        value = enumStored<Enum>(m_row.text(m_column++), name);
    }

private:
    const sql::Statement &m_row;
    int m_column;
};

/// A row from the columns of columnsOf(), of which the first is `column`.
template<typename Row>
void readRow(const sql::Statement &statement, Row &row, int column = 0)
{
    RowKind<Row>::fields(row, ColumnReader(statement, column));
    if constexpr (requires { row.uuid; }) {
        if (row.uuid.isNull())
            row.uuid = uuidOf(row.id.value);
    }
}

/// Binds the members visited, in their order.
class ColumnBinder
{
public:
    /// A UUID that follows from `id` is left out where the table allows it: a third of what an annotation takes.
    explicit ColumnBinder(sql::Statement &statement, qint64 idOfTerse = 0)
        : m_statement(statement)
        , m_known(uuidOf(idOfTerse))
    {
    }

    void operator()(const char *, const QStringList &value) { m_statement.bind(jsonOf(value)); }
    void operator()(const char *, const QMap<QString, QString> &value) { m_statement.bind(jsonOf(value)); }
    void operator()(const char *, const std::vector<LeftOutText> &value) { m_statement.bind(jsonOf(value)); }
    void operator()(const char *, const Condition &condition);
    void operator()(const char *, const std::optional<Value> &value);
    void operator()(const char *, const std::vector<ActorAttribute> &attributes);
    void operator()(const char *, const std::vector<Range> &ranges);
    void operator()(const char *, const std::vector<VariableValue> &) { }
    template<typename Tag>
    void operator()(const char *, const std::vector<Id<Tag>> &ids)
    {
        std::vector<qint64> numbers;
        for (const Id<Tag> &id : ids)
            numbers.push_back(id.value);
        m_statement.bind(jsonOf(numbers));
    }
    void operator()(const char *, const QDateTime &time)
    {
        m_statement.bind(time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt);
    }
    void operator()(const char *, const QUuid &uuid)
    {
        m_statement.bind(uuid.isNull() || uuid != m_known ? std::optional(uuid) : std::nullopt);
    }
    template<typename Value>
    void operator()(const char *, const Value &value)
    {
        if constexpr (std::is_enum_v<Value>)
            m_statement.bind(storedName(value));
        else
            m_statement.bind(value);
    }

private:
    sql::Statement &m_statement;
    QUuid m_known;
};

template<typename Row>
void bindRow(sql::Statement &statement, const Row &row)
{
    RowKind<Row>::fields(row, ColumnBinder(statement, std::is_same_v<Row, Annotation> ? row.id.value : 0));
}

/// The row's columns in the order of ColumnReader, without `deleted`: "id, uuid, name, …".
template<typename Row>
const std::string &columnsOf();

/// The row of that id that is not hidden.
template<typename Row>
std::optional<Row> stored(sql::Connection &connection, decltype(Row::id) id);

/// Every row not hidden, the same order in every copy: articles as imported, who has a name by it, others by id.
template<typename Row>
std::vector<Row> allStored(sql::Connection &connection);

/// Adds the row, or replaces the one of its id, hidden or not.
template<typename Row>
void put(sql::Connection &connection, const Row &row);

/// Adds the row where none has its id, hidden or not; else does nothing and gives false.
template<typename Row>
bool putNew(sql::Connection &connection, const Row &row);

template<typename Row>
void hide(sql::Connection &connection, decltype(Row::id) id);

} // namespace galley
