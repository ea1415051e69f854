// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookbuilder.h"

#include "codebookkeys.h"
#include "nodefields.h"

#include <domain/article.h>
#include <domain/codepath.h>
#include <domain/nameduuid.h>
#include <readers/readertext.h>

#include <QHash>
#include <QRegularExpression>

#include <limits>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepestCode = 32;

/// Where codes are being added.
struct CodePlace
{
    const Layer &layer;
    const Variable &variable;
    CodeId parent;
    QString path;
    int depth = 1;
};

class Builder
{
public:
    BuiltCodebook build(const CodebookNode &tree, CodebookSyntax syntax)
    {
        NodeFields fields(tree, 1, Readers::tr("A codebook"), m_problems);
        if (!fields.requireMap())
            return {{}, std::move(m_problems)};
        const bool isRecord = syntax == CodebookSyntax::JsonRecord;
        fields.allow(isRecord
                ? QStringList{u"type"_s, u"offset_unit"_s, u"galley_codebook"_s, u"name"_s, u"revision"_s, u"layers"_s}
                : keysOfCodebook());
        if (syntax == CodebookSyntax::YamlFile)
            checkVersion(fields);
        m_name = fields.name();
        const auto revision = !isRecord ? 1 : fields.whole(u"revision"_s, 1, std::numeric_limits<int>::max()).value_or(1);
        fields.forEach(u"layers"_s, [this](const CodebookNode &node, int line) { addLayer(node, line); });
        if (m_layers.empty() && m_problems.empty())
            fields.problem(Readers::tr("The codebook has no layers."), u"layers"_s);
        if (m_problems.empty())
            resolve(Codebook(m_name, 1, m_layers, m_variables, m_codes));
        if (!m_problems.empty())
            return {{}, std::move(m_problems)};
        return {Codebook(m_name, int(revision), std::move(m_layers), std::move(m_variables), std::move(m_codes)), {}};
    }

private:
    /// What names codes and other variables, once all of them are known.
    struct Stated
    {
        size_t variable = 0; ///< in m_variables
        int line = 0;
        QString standard;
        QStringList shownWhen;
        QStringList requiredWhen;
    };

    static void checkVersion(NodeFields &fields)
    {
        if (!fields.has(u"galley_codebook"_s))
            return fields.problem(Readers::tr("A codebook file begins with the line “galley_codebook: 1”."));
        const auto version = fields.whole(u"galley_codebook"_s, 1, 1'000'000);
        if (version && *version > 1)
            fields.problem(
                Readers::tr("The codebook is of format %1; this Galley reads format 1, a newer one is needed.").arg(*version),
                u"galley_codebook"_s);
    }

    void addLayer(const CodebookNode &node, int line)
    {
        NodeFields fields(node, line, Readers::tr("A layer"), m_problems);
        if (!fields.requireMap())
            return;
        fields.allow(keysOfLayer());
        Layer layer;
        layer.id = {qint64(m_layers.size()) + 1};
        layer.position = int(m_layers.size());
        layer.name = unique(fields, m_layerNames);
        layer.uuid = identity(fields, layerUuid(m_name, layer.name));
        layer.description = fields.text(u"description"_s);
        layer.leaveOut = partsIn(fields);
        takeUnit(fields, layer);
        takeRules(fields, layer);
        m_layers.push_back(layer);
        QHash<QString, int> names;
        int position = 0;
        fields.forEach(
            u"variables"_s, [&](const CodebookNode &variable, int at) { addVariable(variable, at, layer, names, position++); });
    }

    static void takeUnit(NodeFields &fields, Layer &layer)
    {
        if (!fields.has(u"unit"_s))
            return;
        const QString stated = fields.text(u"unit"_s);
        const auto snap = snapNamed(stated);
        if (const auto unit = layerUnitNamed(stated))
            layer.unit = *unit;
        else if (snap == Snap::Sentence || snap == Snap::Paragraph)
            layer.snap = *snap;
        else
            fields.problem(
                Readers::tr("A unit is “span”, “sentence”, “paragraph” or “article”, not “%1”.").arg(stated.left(60)), u"unit"_s);
    }

    static void takeRules(NodeFields &fields, Layer &layer)
    {
        if (fields.has(u"snap"_s)) {
            const QString stated = fields.text(u"snap"_s);
            const auto snap = snapNamed(stated);
            if (!snap || layer.snap != Snap::Free)
                fields.problem(Readers::tr("What a passage is widened to is “word” or “free”, not “%1”; for sentences and paragraphs state the unit.").arg(stated.left(60)), u"snap"_s);
            layer.snap = snap.value_or(layer.snap);
        }
        if (fields.has(u"overlap"_s)) {
            const QString stated = fields.text(u"overlap"_s);
            const auto overlap = overlapNamed(stated);
            if (!overlap)
                fields.problem(Readers::tr("An overlap is “any”, “stacked” or “none”, not “%1”.").arg(stated.left(60)), u"overlap"_s);
            layer.overlap = overlap.value_or(Overlap::Any);
        }
        if (fields.has(u"across_paragraphs"_s))
            layer.acrossParagraphs = fields.flag(u"across_paragraphs"_s);
        for (const QString &rule : {u"snap"_s, u"overlap"_s, u"across_paragraphs"_s}) {
            if (layer.unit == LayerUnit::Article && fields.has(rule))
                fields.problem(Readers::tr("Only a layer of passages has a rule for “%1”.").arg(rule), rule);
        }
    }

    static QStringList partsIn(NodeFields &fields)
    {
        QStringList parts;
        for (const QString &stated : fields.texts(u"leave_out"_s)) {
            const auto kinds = zoneKindsMeant(stated.trimmed());
            if (kinds.empty())
                fields.problem(Readers::tr("“%1” is no part of an article.").arg(stated.left(60)), u"leave_out"_s);
            for (const ZoneKind kind : kinds)
                parts += nameOf(kind);
        }
        parts.removeDuplicates();
        return parts;
    }

    void addVariable(const CodebookNode &node, int line, const Layer &layer, QHash<QString, int> &names, int position)
    {
        NodeFields fields(node, line, Readers::tr("A variable"), m_problems);
        if (!fields.requireMap())
            return;
        fields.allow(keysOfVariable());
        Variable variable;
        variable.id = {qint64(m_variables.size()) + 1};
        variable.layer = layer.id;
        variable.position = position;
        variable.name = unique(fields, names);
        variable.uuid = identity(fields, variableUuid(m_name, layer.name, variable.name));
        variable.description = fields.text(u"description"_s);
        variable.required = fields.flag(u"required"_s);
        variable.multiple = fields.flag(u"multiple"_s);
        variable.type = typeOf(fields);
        takeBounds(fields, variable);
        Stated stated{m_variables.size(), line, fields.text(u"default"_s), fields.texts(u"shown_when"_s), fields.texts(u"required_when"_s)};
        variable.required = variable.required || !stated.requiredWhen.isEmpty();
        m_stated.push_back(std::move(stated));
        m_variables.push_back(variable);
        if (variable.type == VariableType::Code || variable.type == VariableType::Ordinal)
            addCodes(fields, {layer, variable, {}, {}});
        else if (fields.has(u"codes"_s))
            fields.problem(Readers::tr("Only a variable of type code or ordinal has codes."), u"codes"_s);
    }

    static VariableType typeOf(NodeFields &fields)
    {
        if (!fields.has(u"type"_s))
            return VariableType::Code;
        const QString stated = fields.text(u"type"_s);
        const auto type = variableTypeNamed(stated);
        if (!type)
            fields.problem(
                Readers::tr("“%1” is no type; there are code, ordinal, number, boolean, text, date, actor and passage.").arg(stated.left(60)),
                u"type"_s);
        return type.value_or(VariableType::Code);
    }

    static void takeBounds(NodeFields &fields, Variable &variable)
    {
        variable.minimum = fields.real(u"minimum"_s);
        variable.maximum = fields.real(u"maximum"_s);
        const QString scale = fields.text(u"scale"_s);
        variable.ratio = scale == "ratio"_L1;
        if (!scale.isEmpty() && ((scale != "ratio"_L1 && scale != "interval"_L1) || variable.type != VariableType::Number))
            fields.problem(Readers::tr("A scale is “interval” or “ratio”, and only a variable of type number has one."), u"scale"_s);
        if (variable.ratio && variable.type == VariableType::Number && variable.minimum.value_or(-1) < 0)
            fields.problem(Readers::tr("A number below zero has no ratio: state a minimum of 0 or more."), u"scale"_s);
        for (const QString &bound : {u"minimum"_s, u"maximum"_s}) {
            if (fields.has(bound) && variable.type != VariableType::Number)
                fields.problem(Readers::tr("Only a variable of type number has a %1.").arg(bound), bound);
        }
        if (variable.minimum && variable.maximum && *variable.minimum > *variable.maximum)
            fields.problem(Readers::tr("The minimum is greater than the maximum."), u"minimum"_s);
    }

    void resolve(const Codebook &codebook)
    {
        for (const Stated &stated : m_stated) {
            Variable &variable = m_variables[stated.variable];
            variable.shownWhen = condition(codebook, variable, stated.line, stated.shownWhen);
            variable.requiredWhen = condition(codebook, variable, stated.line, stated.requiredWhen);
            if (!stated.standard.isEmpty())
                variable.standard = standard(codebook, variable, stated);
        }
    }

    /// Each is “VARIABLE = VALUE”.
    Condition condition(const Codebook &codebook, const Variable &of, int line, const QStringList &stated)
    {
        Condition condition;
        for (const QString &one : stated) {
            const qsizetype at = one.indexOf(u'=');
            const Variable *asked = codebook.variable(of.layer, one.left(at).trimmed());
            const QString value = one.sliced(at + 1).trimmed();
            const Code *code = asked ? codebook.code(asked->id, value) : nullptr;
            if (at < 0)
                m_problems.push_back({line, Readers::tr("What “%1” depends on is written as “variable = value”, not “%2”.").arg(of.name, one.left(60))});
            else if (!asked || asked->position >= of.position)
                m_problems.push_back({line, Readers::tr("“%1” depends on “%2”, which is no variable in front of it.").arg(of.name, one.left(at).trimmed())});
            else if (asked->type == VariableType::Boolean && (value == "true"_L1 || value == "false"_L1))
                condition.anyOf.push_back({asked->id, value == "true"_L1});
            else if (code)
                condition.anyOf.push_back({asked->id, code->id});
            else
                m_problems.push_back({line, Readers::tr("“%1” depends on “%2”, which has no such value; a code, true or false can be asked for.").arg(of.name, one.left(120))});
        }
        return condition;
    }

    std::optional<Value> standard(const Codebook &codebook, const Variable &variable, const Stated &stated)
    {
        bool isNumber = false;
        const double number = stated.standard.toDouble(&isNumber);
        const Code *code = codebook.code(variable.id, stated.standard);
        if (code)
            return code->id;
        if (variable.type == VariableType::Number && isNumber)
            return number;
        if (variable.type == VariableType::Boolean && (stated.standard == "true"_L1 || stated.standard == "false"_L1))
            return stated.standard == "true"_L1;
        if (variable.type == VariableType::Text || variable.type == VariableType::Date)
            return stated.standard;
        m_problems.push_back({stated.line, Readers::tr("“%1” cannot begin with “%2”: it is no value of it.").arg(variable.name, stated.standard.left(60))});
        return std::nullopt;
    }

    void addCodes(NodeFields &fields, const CodePlace &place)
    {
        QHash<QString, int> names;
        int position = 0;
        fields.forEach(u"codes"_s, [&](const CodebookNode &node, int line) { addCode(node, line, place, names, position++); });
    }

    void addCode(const CodebookNode &node, int line, const CodePlace &place, QHash<QString, int> &names, int position)
    {
        NodeFields fields(node, line, Readers::tr("A code"), m_problems);
        if (!fields.requireMap())
            return;
        fields.allow(keysOfCode());
        Code code;
        code.id = {qint64(m_codes.size()) + 1};
        code.variable = place.variable.id;
        code.parent = place.parent;
        code.position = position;
        code.name = unique(fields, names);
        const QString path = pathBelow(place.path, code.name);
        code.uuid = identity(fields, codeUuid(m_name, place.layer.name, place.variable.name, path));
        code.value = fields.real(u"value"_s);
        code.definition = fields.text(u"definition"_s);
        code.include = fields.text(u"include"_s);
        code.exclude = fields.text(u"exclude"_s);
        code.examples = fields.texts(u"examples"_s);
        code.counterExamples = fields.texts(u"counter_examples"_s);
        code.hint = fields.text(u"hint"_s);
        code.aliases = fields.texts(u"aliases"_s);
        code.retired = fields.flag(u"retired"_s);
        code.color = colour(fields);
        code.key = key(fields);
        const CodeId id = code.id;
        m_codes.push_back(std::move(code));
        if (!fields.has(u"codes"_s))
            return;
        if (place.variable.type == VariableType::Ordinal)
            fields.problem(Readers::tr("The codes of an ordinal variable are a scale; none stands below another."), u"codes"_s);
        else if (place.depth >= deepestCode)
            fields.problem(Readers::tr("Codes are nested more than %1 deep.").arg(deepestCode), u"codes"_s);
        else
            addCodes(fields, {place.layer, place.variable, id, path, place.depth + 1});
    }

    static QString colour(NodeFields &fields)
    {
        static const QRegularExpression form(u"^#[0-9a-fA-F]{6}$"_s);
        const QString colour = fields.text(u"color"_s);
        if (colour.isEmpty() || form.match(colour).hasMatch())
            return colour.toLower();
        fields.problem(Readers::tr("A colour is written \"#rrggbb\" with the quotes, not “%1”.").arg(colour.left(60)), u"color"_s);
        return {};
    }

    QString key(NodeFields &fields)
    {
        const QString key = fields.text(u"key"_s);
        if (key.isEmpty())
            return {};
        if (key.size() != 1 || !key[0].isPrint()) {
            fields.problem(Readers::tr("A key is one character, not “%1”.").arg(key.left(60)), u"key"_s);
            return {};
        }
        unique(fields, u"key"_s, key, m_keys);
        return key;
    }

    QString unique(NodeFields &fields, QHash<QString, int> &seen)
    {
        const QString name = fields.name();
        unique(fields, u"name"_s, name, seen);
        return name;
    }

    /// Two siblings of one name, two codes with one key: the second one is the problem.
    static void unique(NodeFields &fields, const QString &key, const QString &value, QHash<QString, int> &seen)
    {
        if (!value.isEmpty() && seen[value]++)
            fields.problem(Readers::tr("The %1 “%2” stands twice.").arg(key, value), key);
    }

    QUuid identity(NodeFields &fields, const QUuid &derived)
    {
        QUuid id = derived;
        if (fields.has(u"id"_s)) {
            id = uuidWritten(fields.text(u"id"_s));
            if (id.isNull())
                fields.problem(
                    Readers::tr("An id is a UUID, not “%1”; it can be left out.").arg(fields.text(u"id"_s).left(60)), u"id"_s);
        }
        unique(fields, u"id"_s, id.isNull() || id == derived ? QString() : id.toString(QUuid::WithoutBraces), m_ids);
        return id;
    }

    QString m_name;
    std::vector<Layer> m_layers;
    std::vector<Variable> m_variables;
    std::vector<Code> m_codes;
    QHash<QString, int> m_layerNames;
    QHash<QString, int> m_keys;
    QHash<QString, int> m_ids;
    std::vector<Stated> m_stated;
    std::vector<TreeProblem> m_problems;
};

} // namespace

BuiltCodebook buildCodebook(const CodebookNode &tree, CodebookSyntax syntax)
{
    return Builder().build(tree, syntax);
}

} // namespace galley
