// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookdiff.h"

#include <domain/codepath.h>
#include <domain/labels.h>
#include <domain/questions.h>
#include <domain/rowkinds.h>

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// One of the two, with its values as files have them.
struct Side
{
    explicit Side(const Codebook &one)
        : codebook(one)
        , labels(one, {}, {})
    {
    }

    const Codebook &codebook;
    Labels labels;
};

/// The fields of a row as texts, by their keys.
class FieldTexts
{
public:
    explicit FieldTexts(const Side &side)
        : m_side(side)
    {
    }

    void operator()(const char *key, const auto &value)
    {
        constexpr std::array unsaid{"id"_L1, "uuid"_L1, "position"_L1, "layer"_L1, "variable"_L1};
        if (!std::ranges::contains(unsaid, QLatin1StringView(key)))
            fields.emplace_back(QLatin1StringView(key), text(value));
    }

    std::vector<std::pair<QString, QString>> fields;

private:
    QString text(const QString &value) const { return value; }
    QString text(const QStringList &value) const { return value.join(u" · "_s); }
    QString text(bool value) const { return value ? u"true"_s : u"false"_s; }
    QString text(int value) const { return QString::number(value); }
    QString text(const QUuid &value) const { return value.toString(); }
    QString text(const std::optional<double> &value) const { return value ? QString::number(*value, 'g', 15) : QString(); }
    QString text(CodeId parent) const { return parent ? m_side.codebook.path(parent) : QString(); }
    QString text(const std::optional<Value> &value) const { return value ? QString::fromStdString(m_side.labels.text(*value)) : QString(); }
    QString text(const Condition &condition) const { return linesOf(m_side.codebook, condition).join(u" · "_s); }
    template<typename T>
    QString text(const T &value) const
    {
        if constexpr (std::is_enum_v<T>)
            return nameOf(value);
        else
            return QString::number(value.value);
    }

    const Side &m_side;
};

template<typename Row>
std::vector<std::pair<QString, QString>> textsOf(const Side &side, const Row &row)
{
    FieldTexts texts(side);
    RowKind<Row>::fields(row, texts);
    return std::move(texts.fields);
}

QString pathOf(const Codebook &, const Layer &layer)
{
    return pathBelow({}, layer.name);
}

QString pathOf(const Codebook &codebook, const Variable &variable)
{
    const Layer *layer = codebook.layer(variable.layer);
    return pathBelow(layer ? pathOf(codebook, *layer) : QString(), variable.name);
}

QString pathOf(const Codebook &codebook, const Code &code)
{
    const Variable *variable = codebook.variable(code.variable);
    return (variable ? pathOf(codebook, *variable) + u'/' : QString()) + codebook.path(code.id);
}

template<typename Row>
void compare(const std::vector<Row> &before, const std::vector<Row> &after, const Side &first, const Side &second,
             std::vector<CodebookDifference> &found)
{
    const QString part = QLatin1StringView(RowKind<Row>::table);
    for (const Row &row : after) {
        const auto was = std::ranges::find(before, row.id, &Row::id);
        if (was == before.end()) {
            found.push_back({CodebookDifference::Kind::Added, part, pathOf(second.codebook, row)});
            continue;
        }
        const auto then = textsOf(first, *was), now = textsOf(second, row);
        CodebookDifference difference{CodebookDifference::Kind::Altered, part, pathOf(second.codebook, row)};
        for (size_t at = 0; at < now.size(); ++at) {
            if (then[at].second != now[at].second)
                difference.fields.push_back({now[at].first, then[at].second, now[at].second});
        }
        if (!difference.fields.empty())
            found.push_back(std::move(difference));
    }
    for (const Row &row : before) {
        if (!std::ranges::contains(after, row.id, &Row::id))
            found.push_back({CodebookDifference::Kind::Removed, part, pathOf(first.codebook, row)});
    }
}

/// All that says when the code is applied.
QStringList meaningOf(const Codebook &codebook, const Code &code)
{
    const Variable *variable = codebook.variable(code.variable);
    const Layer *layer = variable ? codebook.layer(variable->layer) : nullptr;
    QStringList meaning{code.definition, code.include, code.exclude, variable ? variable->description : QString(), layer ? layer->description : QString()};
    return meaning << code.examples.join(u'\n') << code.counterExamples.join(u'\n');
}

} // namespace

std::vector<CodebookDifference> differences(const Codebook &before, const Codebook &after)
{
    std::vector<CodebookDifference> found;
    const Side first(before), second(after);
    compare(before.layers(), after.layers(), first, second, found);
    compare(before.variables(), after.variables(), first, second, found);
    compare(before.codes(), after.codes(), first, second, found);
    return found;
}

std::set<CodeId> codesThatMeanSomethingElse(const Codebook &before, const Codebook &after)
{
    std::set<CodeId> codes;
    for (const Code &code : before.codes()) {
        const Code *now = after.code(code.id);
        if (!now || meaningOf(before, code) != meaningOf(after, *now))
            codes.insert(code.id);
    }
    return codes;
}

} // namespace galley
