// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composedcodebook.h"

namespace galley {

namespace {

using namespace Qt::StringLiterals;

CodebookNode composedScalar(const QString &text, int line)
{
    CodebookNode node;
    node.kind = CodebookNode::Kind::Scalar;
    node.line = line;
    node.text = text;
    return node;
}

} // namespace

CodebookNode composedMap(int line)
{
    CodebookNode node;
    node.kind = CodebookNode::Kind::Map;
    node.line = line;
    return node;
}

void put(CodebookNode &map, const QString &key, const QString &text, int line)
{
    if (!text.isEmpty())
        map.entries.push_back({key, line, composedScalar(text, line)});
}

void put(CodebookNode &map, const QString &key, const QStringList &texts, int line)
{
    std::vector<CodebookNode> parts;
    for (const QString &text : texts)
        parts.push_back(composedScalar(text, line));
    putParts(map, key, std::move(parts));
}

void putParts(CodebookNode &map, const QString &key, std::vector<CodebookNode> parts)
{
    if (parts.empty())
        return;
    CodebookNode list;
    list.kind = CodebookNode::Kind::List;
    list.line = parts.front().line;
    for (CodebookNode &part : parts) {
        const int line = part.line;
        list.entries.push_back({{}, line, std::move(part)});
    }
    map.entries.push_back({key, list.line, std::move(list)});
}

CodebookNode composedCodebook(const QString &name, std::vector<CodebookNode> layers)
{
    CodebookNode codebook = composedMap(1);
    put(codebook, u"name"_s, name, 1);
    putParts(codebook, u"layers"_s, std::move(layers));
    return codebook;
}

} // namespace galley
