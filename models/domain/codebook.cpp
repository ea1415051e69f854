// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebook.h"

#include "codepath.h"
#include "identity.h"
#include "rowkinds.h"

#include <base/sha256.h>

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array types{std::pair(VariableType::Code, "code"_L1),       std::pair(VariableType::Ordinal, "ordinal"_L1),
                           std::pair(VariableType::Number, "number"_L1),   std::pair(VariableType::Boolean, "boolean"_L1),
                           std::pair(VariableType::Text, "text"_L1),       std::pair(VariableType::Date, "date"_L1),
                           std::pair(VariableType::Actor, "actor"_L1),     std::pair(VariableType::Passage, "passage"_L1)};

constexpr std::array snaps{"free"_L1, "word"_L1, "sentence"_L1, "paragraph"_L1}; // in the order of the enumerations
constexpr std::array overlaps{"any"_L1, "stacked"_L1, "none"_L1};

template<typename Row, typename Predicate>
const Row *firstWhere(const std::vector<Row> &rows, Predicate predicate)
{
    const auto found = std::ranges::find_if(rows, predicate);
    return found == rows.end() ? nullptr : &*found;
}

/// Codes depth first below each variable; a code whose parent is missing or in a loop stands at the top.
std::vector<Code> depthFirst(std::vector<Code> codes, const std::vector<Variable> &variables)
{
    std::ranges::stable_sort(codes, {}, [](const Code &code) { return std::pair(code.position, code.id); });
    std::map<std::pair<VariableId, CodeId>, std::vector<const Code *>> below;
    for (const Code &code : codes)
        below[{code.variable, code.parent}].push_back(&code);
    std::vector<Code> ordered;
    std::set<CodeId> placed;
    const std::function<void(VariableId, CodeId)> place = [&](VariableId variable, CodeId parent) {
        for (const Code *code : below[{variable, parent}]) {
            if (!placed.insert(code->id).second)
                continue;
            ordered.push_back(*code);
            place(variable, code->id);
        }
    };
    for (const Variable &variable : variables)
        place(variable.id, {});
    for (const Code &code : codes) {
        if (!placed.insert(code.id).second)
            continue;
        ordered.push_back(code);
        ordered.back().parent = {};
        place(code.variable, code.id);
    }
    return ordered;
}

/// What is hashed of a member: its text and where it ends. What codebooks did not have at first counts where it says something,
/// so that a codebook without it is the revision it always was.
class ContentHash
{
public:
    void operator()(const char *name, const auto &value)
    {
        constexpr std::array later{std::pair("snap"_L1, "free"_L1),        std::pair("overlap"_L1, "any"_L1),      std::pair("across_paragraphs"_L1, "1"_L1),
                                   std::pair("ratio"_L1, "0"_L1),          std::pair("standard"_L1, "[]"_L1),      std::pair("shown_when"_L1, "[]"_L1),
                                   std::pair("required_when"_L1, "[]"_L1), std::pair("aliases"_L1, ""_L1),         std::pair("hint"_L1, ""_L1),
                                   std::pair("counter_examples"_L1, ""_L1), std::pair("retired"_L1, "0"_L1)};
        const QByteArray text = bytes(value);
        const auto known = std::ranges::find(later, QLatin1StringView(name), &std::pair<QLatin1StringView, QLatin1StringView>::first);
        if (known == later.end())
            m_text += text + '\0';
        else if (text != known->second)
            m_text += name + QByteArray("=") + text + '\0';
    }
    void begin(const char *what) { m_text.append(what).append('\n'); }
    RevisionId result() const { return {idFrom({QString::fromLatin1(sha256Of(m_text))})}; }

private:
    static QByteArray bytes(const QString &value) { return value.toUtf8(); }
    static QByteArray bytes(const QUuid &value) { return value.toByteArray(QUuid::WithoutBraces); }
    static QByteArray bytes(const QStringList &value) { return value.join(u'\x1f').toUtf8(); }
    static QByteArray bytes(const std::optional<double> &value) { return value ? QByteArray::number(*value, 'g', 17) : QByteArray(); }
    static QByteArray bytes(const Condition &value) { return QJsonDocument(jsonArrayOf(value.anyOf)).toJson(QJsonDocument::Compact); }
    static QByteArray bytes(const std::optional<Value> &value) { return QJsonDocument(jsonArrayOf(value)).toJson(QJsonDocument::Compact); }
    template<typename T>
    static QByteArray bytes(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return nameOf(value).toUtf8();
        else if constexpr (std::is_integral_v<T>)
            return QByteArray::number(qint64(value));
        else
            return QByteArray::number(value.value); // an id
    }

    QByteArray m_text;
};

} // namespace

RevisionId contentOf(const Codebook &codebook)
{
    ContentHash hash;
    hash("name", codebook.name());
    const auto add = [&]<typename Row>(const std::vector<Row> &rows) {
        hash.begin(RowKind<Row>::table);
        for (const Row &row : rows)
            RowKind<Row>::fields(row, hash);
    };
    add(codebook.layers());
    add(codebook.variables());
    add(codebook.codes());
    return hash.result();
}

Codebook::Codebook(QString name, int revision, std::vector<Layer> layers, std::vector<Variable> variables, std::vector<Code> codes,
                   RevisionId content)
    : m_name(std::move(name))
    , m_revision(revision)
    , m_content(content)
    , m_layers(std::move(layers))
    , m_variables(std::move(variables))
{
    std::ranges::stable_sort(m_layers, {}, [](const Layer &layer) { return std::pair(layer.position, layer.id); });
    const auto placeOfLayer = [this](LayerId id) {
        return std::ranges::find(m_layers, id, &Layer::id) - m_layers.begin();
    };
    std::ranges::stable_sort(m_variables, {}, [&](const Variable &variable) {
        return std::tuple(placeOfLayer(variable.layer), variable.position, variable.id);
    });
    m_codes = depthFirst(std::move(codes), m_variables);
}

int Codebook::numberOf(RevisionId revision) const
{
    const auto known = m_numbers.find(revision);
    return known == m_numbers.end() ? 0 : known->second;
}

const Layer *Codebook::layer(LayerId id) const
{
    return firstWhere(m_layers, [=](const Layer &layer) { return layer.id == id; });
}

const Layer *Codebook::layer(QStringView name) const
{
    return firstWhere(m_layers, [=](const Layer &layer) { return layer.name == name; });
}

const Variable *Codebook::variable(VariableId id) const
{
    return firstWhere(m_variables, [=](const Variable &variable) { return variable.id == id; });
}

const Variable *Codebook::variable(LayerId layer, QStringView name) const
{
    return firstWhere(m_variables, [=](const Variable &variable) { return variable.layer == layer && variable.name == name; });
}

const Code *Codebook::code(CodeId id) const
{
    return firstWhere(m_codes, [=](const Code &code) { return code.id == id; });
}

std::vector<const Variable *> Codebook::variables(LayerId layer) const
{
    std::vector<const Variable *> result;
    for (const Variable &variable : m_variables) {
        if (variable.layer == layer)
            result.push_back(&variable);
    }
    return result;
}

const Variable *Codebook::principalVariable(LayerId layer) const
{
    const Layer *owner = this->layer(layer);
    if (!owner || owner->unit != LayerUnit::Span)
        return nullptr;
    return firstWhere(m_variables, [=](const Variable &variable) {
        return variable.layer == layer && !variable.multiple
            && (variable.type == VariableType::Code || variable.type == VariableType::Ordinal);
    });
}

std::vector<const Code *> Codebook::codes(VariableId variable) const
{
    std::vector<const Code *> result;
    for (const Code &code : m_codes) {
        if (code.variable == variable)
            result.push_back(&code);
    }
    return result;
}

std::vector<const Code *> Codebook::children(VariableId variable, CodeId parent) const
{
    std::vector<const Code *> result;
    for (const Code &code : m_codes) {
        if (code.variable == variable && code.parent == parent)
            result.push_back(&code);
    }
    return result;
}

QString Codebook::path(CodeId id) const
{
    const Code *code = this->code(id);
    if (!code)
        return {};
    return pathBelow(code->parent ? path(code->parent) : QString(), code->name);
}

const Code *Codebook::code(VariableId variable, QStringView path) const
{
    const Code *byName = nullptr;
    bool ambiguous = false;
    for (const Code &code : m_codes) {
        if (code.variable != variable)
            continue;
        if (this->path(code.id) == path)
            return &code;
        if (code.name == path) {
            ambiguous = byName != nullptr;
            byName = &code;
        }
    }
    return ambiguous ? nullptr : byName;
}

QString nameOf(LayerUnit unit)
{
    return unit == LayerUnit::Span ? u"span"_s : u"article"_s;
}

QString nameOf(VariableType type)
{
    return types[size_t(std::to_underlying(type))].second;
}

QString nameOf(Snap snap)
{
    return snaps[size_t(std::to_underlying(snap))];
}

QString nameOf(Overlap overlap)
{
    return overlaps[size_t(std::to_underlying(overlap))];
}

std::optional<Snap> snapNamed(QStringView name)
{
    const auto found = std::ranges::find_if(snaps, [=](QLatin1StringView known) { return name == known; });
    return found == snaps.end() ? std::nullopt : std::optional(Snap(found - snaps.begin()));
}

std::optional<Overlap> overlapNamed(QStringView name)
{
    const auto found = std::ranges::find_if(overlaps, [=](QLatin1StringView known) { return name == known; });
    return found == overlaps.end() ? std::nullopt : std::optional(Overlap(found - overlaps.begin()));
}

std::optional<LayerUnit> layerUnitNamed(QStringView name)
{
    if (name == "span"_L1)
        return LayerUnit::Span;
    return name == "article"_L1 ? std::optional(LayerUnit::Article) : std::nullopt;
}

std::optional<VariableType> variableTypeNamed(QStringView name)
{
    const auto found = std::ranges::find_if(types, [=](const auto &entry) { return entry.second == name; });
    return found == types.end() ? std::nullopt : std::optional(found->first);
}

} // namespace galley
