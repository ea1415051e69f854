// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonparser.h"

#include <readers/text/decoding.h>

#include <QJsonArray>

#include <simdjson.h>

namespace galley {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

QString qtString(std::string_view utf8)
{
    return fromValidUtf8({utf8.data(), qsizetype(utf8.size())});
}

QJsonValue qtValue(element value);

QJsonArray qtArray(simdjson::dom::array values)
{
    QJsonArray array;
    for (const element value : values)
        array.append(qtValue(value));
    return array;
}

QJsonObject qtObject(simdjson::dom::object fields)
{
    QJsonObject object;
    for (const auto &[key, value] : fields)
        object.insert(qtString(key), qtValue(value));
    return object;
}

/// The depth is bounded by the parser's (1,024). The type is known where a value is taken, so that none throws.
QJsonValue qtValue(element value)
{
    switch (value.type()) {
    case element_type::ARRAY:
        return qtArray(value.get_array().value_unsafe());
    case element_type::OBJECT:
        return qtObject(value.get_object().value_unsafe());
    case element_type::INT64:
        return qint64(value.get_int64().value_unsafe());
    case element_type::UINT64: // beyond what a qint64 holds: an id, which keeps its figures as a text
        return QString::number(value.get_uint64().value_unsafe());
    case element_type::DOUBLE:
        return value.get_double().value_unsafe();
    case element_type::STRING:
        return qtString(value.get_string().value_unsafe());
    case element_type::BOOL:
        return value.get_bool().value_unsafe();
    case element_type::NULL_VALUE:
        break;
    }
    return QJsonValue::Null;
}

} // namespace

struct JsonParser::Private
{
    simdjson::dom::parser parser;
};

JsonParser::JsonParser()
    : d(std::make_unique<Private>())
{
}

JsonParser::JsonParser(JsonParser &&) noexcept = default;
JsonParser &JsonParser::operator=(JsonParser &&) noexcept = default;
JsonParser::~JsonParser() = default;

std::optional<QJsonObject> JsonParser::object(QByteArrayView utf8)
{
    simdjson::dom::object object;
    if (d->parser.parse(utf8.data(), size_t(utf8.size())).get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    return qtObject(object);
}

} // namespace galley
