// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "changejson.h"

#include "enumnames.h"
#include "sql.h"

#include <domain/identity.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

using JsonFields = std::vector<std::pair<QLatin1StringView, QJsonValue>>;

/// Collects the members visited.
class JsonWriter
{
public:
    void operator()(const char *name, const auto &value) { fields.emplace_back(name, json(value)); }

    JsonFields fields;

private:
    static QJsonValue json(qint64 value) { return value; }
    static QJsonValue json(int value) { return value; }
    static QJsonValue json(bool value) { return value; }
    static QJsonValue json(const QString &value) { return value; }
    static QJsonValue json(const QByteArray &value) { return QString::fromLatin1(value); }
    static QJsonValue json(const QUuid &value) { return value.isNull() ? QString() : value.toString(QUuid::WithoutBraces); }
    static QJsonValue json(const QDateTime &value) { return value.isValid() ? QString::fromLatin1(sql::isoTime(value)) : QString(); }
    static QJsonValue json(const QStringList &value) { return QJsonArray::fromStringList(value); }
    static QJsonValue json(const std::optional<double> &value) { return value ? QJsonValue(*value) : QJsonValue(); }
    static QJsonValue json(const std::vector<VariableValue> &values) { return jsonArrayOf(values); }
    static QJsonValue json(const Condition &condition) { return jsonArrayOf(condition.anyOf); }
    static QJsonValue json(const std::optional<Value> &value) { return jsonArrayOf(value); }
    static QJsonValue json(const std::vector<ActorAttribute> &attributes) { return jsonArrayOf(attributes); }
    static QJsonValue json(const QMap<QString, QString> &fields)
    {
        QJsonObject result;
        for (const auto &[name, value] : fields.asKeyValueRange())
            result.insert(name, value);
        return result;
    }
    static QJsonValue json(const std::vector<LeftOutText> &leftOut) { return jsonArrayOf(leftOut); }
    static QJsonValue json(const std::vector<Range> &ranges) { return jsonArrayOf(ranges); }
    template<typename Tag>
    static QJsonValue json(const std::vector<Id<Tag>> &ids)
    {
        QJsonArray result;
        for (const Id<Tag> &id : ids)
            result.append(id.value);
        return result;
    }
    template<typename T>
    static QJsonValue json(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return storedName(value);
        else
            return value.value; // an id
    }
};

/// Fills the members visited with what the object has of them.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    void operator()(const char *name, auto &value)
    {
        const auto found = m_object.constFind(QLatin1StringView(name));
        if (found != m_object.constEnd())
            set(value, *found);
    }

private:
    static void set(qint64 &value, const QJsonValue &json) { value = json.toInteger(); }
    static void set(int &value, const QJsonValue &json) { value = int(json.toInteger()); }
    static void set(bool &value, const QJsonValue &json) { value = json.toBool(); }
    static void set(QString &value, const QJsonValue &json) { value = json.toString(); }
    static void set(QByteArray &value, const QJsonValue &json) { value = json.toString().toLatin1(); }
    static void set(QUuid &value, const QJsonValue &json) { value = QUuid::fromString(json.toString()); }
    static void set(QDateTime &value, const QJsonValue &json) { value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs); }
    static void set(std::vector<VariableValue> &values, const QJsonValue &json) { values = valuesFrom(json.toArray()); }
    static void set(Condition &condition, const QJsonValue &json) { condition.anyOf = valuesFrom(json.toArray()); }
    static void set(std::optional<Value> &value, const QJsonValue &json) { value = valueFrom(json.toArray()); }
    static void set(std::vector<ActorAttribute> &attributes, const QJsonValue &json) { attributes = attributesFrom(json.toArray()); }
    static void set(std::optional<double> &value, const QJsonValue &json)
    {
        value = json.isDouble() ? std::optional(json.toDouble()) : std::nullopt;
    }
    static void set(QStringList &value, const QJsonValue &json)
    {
        value.clear();
        const QJsonArray array = json.toArray();
        for (const QJsonValue &element : array)
            value += element.toString();
    }
    static void set(QMap<QString, QString> &fields, const QJsonValue &json)
    {
        fields.clear();
        const QJsonObject object = json.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            fields.insert(field.key(), field.value().toString());
    }
    static void set(std::vector<LeftOutText> &leftOut, const QJsonValue &json) { leftOut = leftOutFrom(json.toArray()); }
    static void set(std::vector<Range> &ranges, const QJsonValue &json) { ranges = rangesFrom(json.toArray()); }
    template<typename Tag>
    static void set(std::vector<Id<Tag>> &ids, const QJsonValue &json)
    {
        ids.clear();
        const QJsonArray array = json.toArray();
        for (const QJsonValue &id : array)
            ids.push_back({id.toInteger()});
    }
    template<typename T>
    static void set(T &value, const QJsonValue &json)
    {
        if constexpr (std::is_enum_v<T>)
            value = enumStored<T>(json.toString(), "a history entry");
        else
            value.value = json.toInteger(); // an id
    }

    const QJsonObject &m_object;
};

template<typename Row>
JsonFields fieldsOf(const Row &row)
{
    JsonWriter writer;
    RowKind<Row>::fields(row, writer);
    if constexpr (requires { row.uuid; }) {
        if (row.uuid == uuidOf(row.id.value))
            std::ranges::find(writer.fields, "uuid"_L1, &JsonFields::value_type::first)->second = QString();
    }
    return std::move(writer.fields);
}

/// What is other than in `base`, which has the fields of a row of the same kind.
QJsonObject difference(const JsonFields &fields, const JsonFields &base)
{
    QJsonObject object;
    for (size_t at = 0; at < fields.size(); ++at) {
        if (fields[at].second != base[at].second)
            object.insert(fields[at].first, fields[at].second);
    }
    return object;
}

template<typename Row>
QJsonObject jsonOf(const Edit<Row> &edit)
{
    static const JsonFields blank = fieldsOf(Row{});
    QJsonObject json{{u"row"_s, QLatin1StringView(RowKind<Row>::table)}};
    const JsonFields before = edit.before ? fieldsOf(*edit.before) : blank;
    if (edit.before)
        json.insert(u"before"_s, difference(before, blank));
    if (edit.after)
        json.insert(u"after"_s, difference(fieldsOf(*edit.after), before));
    return json;
}

QJsonObject jsonOf(const BulkEdit &edit)
{
    QJsonArray runs;
    for (const IdRun &run : edit.runs)
        runs.append(QJsonArray{run.first, run.count});
    return {{u"rows"_s, QLatin1StringView(RowKinds::tables[edit.kind])}, {u"runs"_s, runs}, {u"added"_s, edit.added}};
}

template<typename Row>
void readRow(Row &row, const QJsonObject &json)
{
    RowKind<Row>::fields(row, JsonReader(json));
    if constexpr (requires { row.uuid; }) {
        if (row.uuid.isNull())
            row.uuid = uuidOf(row.id.value);
    }
}

template<typename Row>
bool readEdit(const QJsonObject &json, std::vector<AnyEdit> &edits)
{
    if (json["row"_L1].toString() != QLatin1StringView(RowKind<Row>::table))
        return false;
    Edit<Row> edit;
    Row row;
    if (json.contains("before"_L1)) {
        const QJsonObject before = json["before"_L1].toObject();
        readRow(row, before);
        edit.before = row;
    }
    if (json.contains("after"_L1)) {
        const QJsonObject after = json["after"_L1].toObject();
        readRow(row, after);
        edit.after = row;
    }
    if (!row.id)
        return false;
    edits.push_back(std::move(edit));
    return true;
}

bool readBulkEdit(const QJsonObject &json, std::vector<AnyEdit> &edits)
{
    const auto kind = RowKinds::named(json["rows"_L1].toString().toStdString());
    if (!kind)
        return false;
    BulkEdit edit{*kind, {}, json["added"_L1].toBool()};
    const QJsonArray runs = json["runs"_L1].toArray();
    for (const QJsonValue &run : runs)
        edit.runs.push_back({run[0].toInteger(), run[1].toInteger()});
    edits.push_back(std::move(edit));
    return true;
}

bool readAnyEdit(const QJsonObject &json, std::vector<AnyEdit> &edits)
{
    return readBulkEdit(json, edits) || RowKinds::any([&]<typename Row>() { return readEdit<Row>(json, edits); });
}

} // namespace

QByteArray jsonOf(const Change &change)
{
    QJsonArray edits;
    for (const AnyEdit &edit : change.edits)
        edits.append(std::visit([](const auto &any) { return jsonOf(any); }, edit));
    QJsonObject json{{u"edits"_s, edits}};
    if (change.codebookName)
        json.insert(u"codebook"_s, QJsonArray{change.codebookName->before.value_or(QString()), change.codebookName->after.value_or(QString())});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Change> changeFrom(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document["edits"_L1].isArray())
        return std::nullopt;
    Change change;
    const QJsonArray edits = document["edits"_L1].toArray();
    for (const QJsonValue &edit : edits) {
        if (!attempt([&] { return readAnyEdit(edit.toObject(), change.edits); }).value_or(false))
            return std::nullopt;
    }
    if (const QJsonValue names = document["codebook"_L1]; names.isArray())
        change.codebookName = Edit<QString>{names[0].toString(), names[1].toString()};
    return change;
}

} // namespace galley
