// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "values.h"

#include "didyoumean.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Values
{
    Q_DECLARE_TR_FUNCTIONS(Values)
};

bool isOfType(const Value &value, VariableType type)
{
    switch (type) {
    case VariableType::Code:
    case VariableType::Ordinal:
        return std::holds_alternative<CodeId>(value);
    case VariableType::Number:
        return std::holds_alternative<double>(value);
    case VariableType::Boolean:
        return std::holds_alternative<bool>(value);
    case VariableType::Text:
    case VariableType::Date:
        return std::holds_alternative<QString>(value);
    case VariableType::Actor:
        return std::holds_alternative<ActorId>(value);
    case VariableType::Passage:
        return std::holds_alternative<Passage>(value);
    }
    return false;
}

Result<> numberFits(const Variable &variable, double number)
{
    if (!std::isfinite(number))
        return failed(Values::tr("“%1” takes a number.").arg(variable.name));
    if (variable.minimum && number < *variable.minimum)
        return failed(Values::tr("“%1” is at least %2.").arg(variable.name).arg(*variable.minimum));
    if (variable.maximum && number > *variable.maximum)
        return failed(Values::tr("“%1” is at most %2.").arg(variable.name).arg(*variable.maximum));
    return {};
}

/// Whether it is in the text, only who has the text can say.
Result<> passageFits(const Variable &variable, const Passage &passage)
{
    if (passage.ranges.empty())
        return failed(Values::tr("“%1” takes a passage of the article.").arg(variable.name));
    qsizetype last = 0;
    for (const Range &range : passage.ranges) {
        if (range.isEmpty() || range.begin < last)
            return failed(Values::tr("The ranges of “%1” are empty, overlap or are not in reading order.").arg(variable.name));
        last = range.end;
    }
    return {};
}

Result<> valueFits(const Codebook &codebook, const Variable &variable, const Value &value)
{
    if (!isOfType(value, variable.type))
        return failed(Values::tr("“%1” takes another kind of value.").arg(variable.name));
    if (const double *number = std::get_if<double>(&value))
        return numberFits(variable, *number);
    if (const CodeId *id = std::get_if<CodeId>(&value)) {
        const Code *code = codebook.code(*id);
        if (!code || code->variable != variable.id)
            return failed(Values::tr("The code is not one of “%1”.").arg(variable.name));
    }
    if (const ActorId *actor = std::get_if<ActorId>(&value); actor && !*actor)
        return failed(Values::tr("“%1” takes an actor.").arg(variable.name));
    if (const Passage *passage = std::get_if<Passage>(&value))
        return passageFits(variable, *passage);
    const QString *text = std::get_if<QString>(&value);
    if (text && variable.type == VariableType::Date && !isPartialDate(*text))
        return failed(Values::tr("“%1” is no date for “%2”: write it as 2023, 2023-05 or 2023-05-04.").arg(*text, variable.name));
    return {};
}

Result<Value> readCode(const Codebook &codebook, const Variable &variable, const QString &written)
{
    if (const Code *code = codebook.code(variable.id, written))
        return code->id;
    QStringList known;
    for (const Code *code : codebook.codes(variable.id))
        known += codebook.path(code->id);
    return failed(Values::tr("“%1” is no code of “%2”.").arg(written, variable.name) + didYouMean(written, known));
}

Result<Value> readNumber(const Variable &variable, const QString &written)
{
    bool isNumber = false;
    const double number = written.trimmed().toDouble(&isNumber);
    if (!isNumber)
        return failed(Values::tr("“%1” is no number for “%2”.").arg(written, variable.name));
    return numberFits(variable, number).transform([=] { return Value(number); });
}

Result<Value> readBoolean(const Variable &variable, const QString &written)
{
    const QString word = written.trimmed().toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "1"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1 || word == "0"_L1)
        return false;
    return failed(Values::tr("“%1” is neither true nor false for “%2”.").arg(written, variable.name));
}

} // namespace

Result<> valuesFit(const Codebook &codebook, LayerId layer, const std::vector<VariableValue> &values)
{
    const Variable *principal = codebook.principalVariable(layer);
    for (const VariableValue &value : values) {
        const Variable *variable = codebook.variable(value.variable);
        if (!variable || variable->layer != layer)
            return failed(Values::tr("A value is of a variable that the layer does not have."));
        if (variable == principal)
            return failed(Values::tr("“%1” is chosen as the code, not as a value.").arg(variable->name));
        if (const Result<> fits = valueFits(codebook, *variable, value.value); !fits)
            return fits;
        if (!variable->multiple && std::ranges::count(values, value.variable, &VariableValue::variable) > 1)
            return failed(Values::tr("“%1” takes one value.").arg(variable->name));
    }
    return {};
}

bool isPartialDate(QStringView text)
{
    static const QRegularExpression shape(u"^\\d{4}(-\\d\\d(-\\d\\d)?)?$"_s);
    if (text.size() > 10)
        return QDateTime::fromString(text, Qt::ISODate).isValid();
    if (!shape.matchView(text).hasMatch())
        return false;
    const QString whole = text.toString() + u"-01-01"_s.sliced(text.size() == 4 ? 0 : text.size() == 7 ? 3 : 6);
    return QDate::fromString(whole, Qt::ISODate).isValid();
}

Result<Value> readValue(const Codebook &codebook, const Variable &variable, const QString &written,
                        const std::function<Result<ActorId>(const QString &name)> &actorNamed)
{
    switch (variable.type) {
    case VariableType::Code:
    case VariableType::Ordinal:
        return readCode(codebook, variable, written);
    case VariableType::Number:
        return readNumber(variable, written);
    case VariableType::Boolean:
        return readBoolean(variable, written);
    case VariableType::Date:
        return valueFits(codebook, variable, written).transform([&] { return Value(written); });
    case VariableType::Actor:
        if (written.trimmed().isEmpty())
            return failed(Values::tr("“%1” takes the name of an actor.").arg(variable.name));
        return actorNamed(written.trimmed()).transform([](ActorId actor) { return Value(actor); });
    case VariableType::Passage:
        return failed(Values::tr("“%1” takes a passage of the article: its ranges, not words.").arg(variable.name));
    case VariableType::Text:
        break;
    }
    return written;
}

} // namespace galley
