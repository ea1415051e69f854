// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <tuple>

namespace galley {

namespace {

/// The names of the columns, as the table has them.
class ColumnNames
{
public:
    void operator()(const char *, const std::vector<Range> &) { names.insert(names.end(), {"start", "end", "ranges"}); }
    void operator()(const char *, const std::vector<VariableValue> &) { }
    template<typename Value>
    void operator()(const char *name, const Value &)
    {
        names.emplace_back(name);
    }

    std::vector<std::string> names;
};

template<typename Row>
std::vector<std::string> columnNames()
{
    ColumnNames visitor;
    const Row row;
    RowKind<Row>::fields(row, visitor);
    return visitor.names;
}

template<typename Row>
std::string insertSql()
{
    std::string places;
    for (size_t at = 0; at < columnNames<Row>().size(); ++at)
        places += at ? ", ?" : "?";
    return std::string("INSERT INTO ") + RowKind<Row>::table + " (" + columnsOf<Row>() + ") VALUES (" + places + ")";
}

template<typename Row>
std::string putSql()
{
    std::string sets;
    for (const std::string &name : columnNames<Row>()) {
        if (name != "id")
            sets += name + " = excluded." + name + ", ";
    }
    return insertSql<Row>() + " ON CONFLICT (id) DO UPDATE SET " + sets + "deleted = 0";
}

QByteArray compact(const QJsonArray &array)
{
    return array.isEmpty() ? QByteArray("[]") : QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QJsonArray arrayFrom(const QByteArray &json)
{
    return json == "[]" ? QJsonArray() : QJsonDocument::fromJson(json).array();
}

template<typename Row>
std::string selectSql(const char *rest)
{
    return "SELECT " + columnsOf<Row>() + " FROM " + RowKind<Row>::table + " WHERE deleted = 0 " + rest;
}

} // namespace

QByteArray jsonOf(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QByteArray jsonOf(const QMap<QString, QString> &fields)
{
    if (fields.isEmpty())
        return "{}";
    QJsonObject object;
    for (const auto &[name, value] : fields.asKeyValueRange())
        object.insert(name, value);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray jsonOf(const std::vector<Range> &ranges)
{
    QByteArray json = "[";
    for (const Range &range : ranges) {
        json += json.size() > 1 ? ",[" : "[";
        json += QByteArray::number(qint64(range.begin)) + ',' + QByteArray::number(qint64(range.end)) + ']';
    }
    return json + ']';
}

QByteArray jsonOf(const std::vector<LeftOutText> &leftOut)
{
    return leftOut.empty() ? "[]" : QJsonDocument(jsonArrayOf(leftOut)).toJson(QJsonDocument::Compact);
}

QStringList listFrom(const QByteArray &json)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array)
        list += value.toString();
    return list;
}

QMap<QString, QString> fieldsFrom(const QByteArray &json)
{
    QMap<QString, QString> fields;
    if (json == "{}")
        return fields;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto field = object.begin(); field != object.end(); ++field)
        fields.insert(field.key(), field.value().toString());
    return fields;
}

std::vector<Range> rangesFrom(const QByteArray &json)
{
    return rangesFrom(QJsonDocument::fromJson(json).array());
}

QByteArray jsonOf(const std::vector<qint64> &numbers)
{
    QByteArray json = "[";
    for (const qint64 number : numbers)
        json += (json.size() > 1 ? "," : "") + QByteArray::number(number);
    return json + ']';
}

std::vector<qint64> numbersFrom(const QByteArray &json)
{
    std::vector<qint64> numbers;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        if (value.isDouble())
            numbers.push_back(value.toInteger());
    }
    return numbers;
}

VariableValue valueFrom(const sql::Statement &row, int column)
{
    const auto variable = row.id<VariableId>(column);
    if (!row.isNull(column + 1))
        return {variable, row.id<CodeId>(column + 1)};
    if (!row.isNull(column + 2))
        return {variable, row.id<ActorId>(column + 2)};
    if (!row.isNull(column + 3))
        return {variable, row.real(column + 3)};
    if (!row.isNull(column + 4))
        return {variable, row.integer(column + 4) != 0};
    if (!row.isNull(column + 6))
        return {variable, Passage{rangesFrom(row.bytes(column + 6)), row.text(column + 5)}};
    return {variable, row.text(column + 5)};
}

std::vector<VariableValue> valuesOf(sql::Connection &connection, AnnotationId annotation)
{
    static const std::string query = std::string("SELECT ") + valueColumns + " FROM annotation_value WHERE annotation = ?1 ORDER BY ordinal";
    sql::Statement rows = connection.prepare(query);
    rows.with(annotation);
    std::vector<VariableValue> values;
    while (rows.step())
        values.push_back(valueFrom(rows, 0));
    return values;
}

void putValues(sql::Connection &connection, AnnotationId annotation, const std::vector<VariableValue> &values)
{
    if (values.empty())
        return;
    sql::Statement insert = connection.prepare("INSERT INTO annotation_value VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    int ordinal = 0;
    for (const auto &[variable, value] : values) {
        insert.with(annotation, ordinal++, variable);
        const auto bindIf = [&]<typename T>() {
            if (const T *held = std::get_if<T>(&value))
                insert.bind(*held);
            else
                insert.bind(std::nullopt);
        };
        bindIf.operator()<CodeId>();
        bindIf.operator()<ActorId>();
        bindIf.operator()<double>();
        bindIf.operator()<bool>();
        const auto *passage = std::get_if<Passage>(&value);
        if (passage)
            insert.bind(passage->quote);
        else
            bindIf.operator()<QString>();
        insert.bind(passage ? std::optional(jsonOf(passage->ranges)) : std::nullopt);
        insert.run();
    }
}

void ColumnReader::operator()(const char *, QDateTime &value)
{
    value = m_row.moment(m_column++);
}

void ColumnReader::operator()(const char *, std::optional<double> &value)
{
    value = m_row.isNull(m_column) ? std::nullopt : std::optional(m_row.real(m_column));
    ++m_column;
}

void ColumnReader::operator()(const char *, Condition &condition)
{
    condition.anyOf = valuesFrom(arrayFrom(m_row.bytes(m_column++)));
}

void ColumnReader::operator()(const char *, std::optional<Value> &value)
{
    value = galley::valueFrom(arrayFrom(m_row.bytes(m_column++)));
}

void ColumnReader::operator()(const char *, std::vector<ActorAttribute> &attributes)
{
    attributes = attributesFrom(arrayFrom(m_row.bytes(m_column++)));
}

void ColumnReader::operator()(const char *, std::vector<LeftOutText> &leftOut)
{
    const QByteArray json = m_row.bytes(m_column++);
    leftOut = json == "[]" ? std::vector<LeftOutText>() : leftOutFrom(QJsonDocument::fromJson(json).array());
}

void ColumnReader::operator()(const char *, std::vector<Range> &ranges)
{
    const int column = m_column;
    m_column += 3;
    if (!m_row.isNull(column + 2))
        ranges = rangesFrom(m_row.bytes(column + 2));
    else if (!m_row.isNull(column))
        ranges = {{qsizetype(m_row.integer(column)), qsizetype(m_row.integer(column + 1))}};
    else
        ranges.clear();
}

void ColumnBinder::operator()(const char *, const Condition &condition)
{
    m_statement.bind(compact(jsonArrayOf(condition.anyOf)));
}

void ColumnBinder::operator()(const char *, const std::optional<Value> &value)
{
    m_statement.bind(compact(jsonArrayOf(value)));
}

void ColumnBinder::operator()(const char *, const std::vector<ActorAttribute> &attributes)
{
    m_statement.bind(compact(jsonArrayOf(attributes)));
}

void ColumnBinder::operator()(const char *, const std::vector<Range> &ranges)
{
    if (ranges.empty()) {
        m_statement.bind(std::nullopt);
        m_statement.bind(std::nullopt);
    } else {
        m_statement.bind(qint64(ranges.front().begin));
        m_statement.bind(qint64(ranges.back().end));
    }
    if (ranges.size() > 1)
        m_statement.bind(jsonOf(ranges));
    else
        m_statement.bind(std::nullopt);
}

template<typename Row>
const std::string &columnsOf()
{
    static const std::string columns = [] {
        std::string list;
        for (const std::string &name : columnNames<Row>())
            list += (list.empty() ? "" : ", ") + name;
        return list;
    }();
    return columns;
}

template<typename Row>
std::optional<Row> stored(sql::Connection &connection, decltype(Row::id) id)
{
    static const std::string query = selectSql<Row>("AND id = ?1");
    sql::Statement rows = connection.prepare(query);
    rows.with(id);
    if (!rows.step())
        return std::nullopt;
    Row row;
    readRow(rows, row);
    if constexpr (std::is_same_v<Row, Annotation>)
        row.values = valuesOf(connection, row.id);
    return row;
}

template<typename Row>
std::vector<Row> allStored(sql::Connection &connection)
{
    static const std::string query = selectSql<Row>([] {
        if constexpr (std::is_same_v<Row, Article>)
            return "ORDER BY position, id";
        else if constexpr (std::is_same_v<Row, Coder> || std::is_same_v<Row, Actor> || std::is_same_v<Row, StoredSample> || std::is_same_v<Row, CodingSet>)
            return "ORDER BY name, id";
        else if constexpr (std::is_same_v<Row, Assignment>)
            return "ORDER BY coder, position, id";
        else if constexpr (std::is_same_v<Row, Suggestion>)
            return "ORDER BY article, start, end DESC, id";
        else
            return "ORDER BY id";
    }());
    sql::Statement rows = connection.prepare(query);
    std::vector<Row> result;
    while (rows.step())
        readRow(rows, result.emplace_back());
    return result;
}

template<typename Row>
void put(sql::Connection &connection, const Row &row)
{
    static const std::string query = putSql<Row>();
    sql::Statement statement = connection.prepare(query);
    bindRow(statement, row);
    statement.run();
    if constexpr (std::is_same_v<Row, Annotation>) {
        connection.prepare("DELETE FROM annotation_value WHERE annotation = ?1").with(row.id).run();
        putValues(connection, row.id, row.values);
    }
}

template<typename Row>
bool putNew(sql::Connection &connection, const Row &row)
{
    static const std::string query = insertSql<Row>() + " ON CONFLICT (id) DO NOTHING";
    sql::Statement statement = connection.prepare(query);
    bindRow(statement, row);
    statement.run();
    if (connection.changes() == 0)
        return false;
    if constexpr (std::is_same_v<Row, Annotation>)
        putValues(connection, row.id, row.values);
    return true;
}

template<typename Row>
void hide(sql::Connection &connection, decltype(Row::id) id)
{
    static const std::string query = std::string("UPDATE ") + RowKind<Row>::table + " SET deleted = 1 WHERE id = ?1";
    connection.prepare(query).with(id).run();
}

namespace {

/// Instantiates what the header offers for each kind of row.
template<typename Row>
constexpr auto instantiated = std::tuple(&columnsOf<Row>, &stored<Row>, &allStored<Row>, &put<Row>, &putNew<Row>, &hide<Row>);

template<typename... Rows>
auto instantiateAll(RowList<Rows...>)
{
    return std::tuple(instantiated<Rows>...);
}

/// Read by nobody, and kept all the same: where it is, so is all it names, also in an optimised build.
[[gnu::used]] const auto allInstantiated = instantiateAll(RowKinds());

} // namespace

} // namespace galley
