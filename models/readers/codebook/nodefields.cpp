// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodefields.h"

#include <base/nearest.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

} // namespace

NodeFields::NodeFields(const CodebookNode &node, int line, QString what, std::vector<TreeProblem> &problems)
    : m_node(node)
    , m_line(node.line ? node.line : line)
    , m_what(std::move(what))
    , m_problems(problems)
{
}

bool NodeFields::requireMap()
{
    if (m_node.kind == CodebookNode::Kind::Map)
        return true;
    problem(Readers::tr("%1 is written as “key: value” lines.").arg(m_what));
    return false;
}

void NodeFields::allow(const QStringList &keys)
{
    for (const auto &entry : m_node.entries) {
        if (keys.contains(entry.key))
            continue;
        const QString meant = nearest(entry.key, keys);
        const QString key = entry.key.left(60);
        problem(meant.isEmpty() ? Readers::tr("%1 has no key “%2”; its keys are %3.").arg(m_what, key, keys.join(", "_L1))
                                : Readers::tr("%1 has no key “%2”; did you mean “%3”?").arg(m_what, key, meant),
                entry.key);
    }
}

bool NodeFields::has(QStringView key) const
{
    const auto *entry = m_node.entry(key);
    return entry && entry->node.kind != CodebookNode::Kind::Nothing;
}

const CodebookNode *NodeFields::scalar(QStringView key)
{
    if (!has(key))
        return nullptr;
    const CodebookNode &node = m_node.entry(key)->node;
    if (node.kind == CodebookNode::Kind::Scalar)
        return &node;
    problem(Readers::tr("“%1” takes a single value.").arg(key), key);
    return nullptr;
}

QString NodeFields::text(QStringView key)
{
    const CodebookNode *node = scalar(key);
    if (!node)
        return {};
    if (const QString why = whyNotText(node->text); !why.isEmpty())
        problem(why, key);
    return node->text.trimmed();
}

QStringList NodeFields::texts(QStringView key)
{
    if (!has(key))
        return {};
    const CodebookNode &node = m_node.entry(key)->node;
    if (node.kind == CodebookNode::Kind::Scalar)
        return {text(key)};
    QStringList texts;
    for (const auto &entry : node.entries) {
        if (node.kind != CodebookNode::Kind::List || entry.node.kind != CodebookNode::Kind::Scalar) {
            problem(Readers::tr("“%1” takes a list of texts.").arg(key), key);
            return {};
        }
        texts.push_back(entry.node.text.trimmed());
    }
    return texts;
}

bool NodeFields::flag(QStringView key)
{
    const CodebookNode *node = scalar(key);
    if (node && node->text != "true"_L1 && node->text != "false"_L1)
        problem(Readers::tr("“%1” is true or false, not “%2”.").arg(key, node->text.left(60)), key);
    return node && node->text == "true"_L1;
}

std::optional<double> NodeFields::real(QStringView key)
{
    const CodebookNode *node = scalar(key);
    if (!node)
        return std::nullopt;
    bool ok = false;
    const double number = node->text.toDouble(&ok);
    if (ok && std::isfinite(number))
        return number;
    problem(Readers::tr("“%1” takes a number, not “%2”.").arg(key, node->text.left(60)), key);
    return std::nullopt;
}

std::optional<qint64> NodeFields::whole(QStringView key, qint64 least, qint64 most)
{
    const auto number = real(key);
    if (!number)
        return std::nullopt;
    if (*number == std::floor(*number) && *number >= double(least) && *number <= double(most))
        return qint64(*number);
    problem(Readers::tr("“%1” takes a whole number from %2 to %3.").arg(key).arg(least).arg(most), key);
    return std::nullopt;
}

QString NodeFields::name()
{
    const QString name = text(u"name"_s);
    if (!has(u"name"_s) || name.isEmpty())
        problem(Readers::tr("%1 needs a name.").arg(m_what), u"name"_s);
    else if (name.size() > 200)
        problem(Readers::tr("The name is longer than 200 characters."), u"name"_s);
    else if (std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control; }))
        problem(Readers::tr("The name holds a line end or another control character."), u"name"_s);
    return name;
}

void NodeFields::forEach(QStringView key, const std::function<void(const CodebookNode &, int line)> &take)
{
    if (!has(key))
        return;
    const CodebookNode &node = m_node.entry(key)->node;
    if (node.kind != CodebookNode::Kind::List)
        return problem(Readers::tr("“%1” takes a list, each entry beginning with “- ”.").arg(key), key);
    for (const auto &entry : node.entries)
        take(entry.node, entry.line);
}

void NodeFields::problem(const QString &reason, QStringView key)
{
    const auto *entry = key.isEmpty() ? nullptr : m_node.entry(key);
    m_problems.push_back({entry && entry->line ? entry->line : m_line, reason});
}

} // namespace galley
