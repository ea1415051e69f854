// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <expected>
#include <string>
#include <vector>

namespace galley {

/// A codebook as it is written, in YAML or JSON, before anything of it is understood.
struct CodebookNode
{
    enum class Kind { Nothing, Scalar, List, Map };
    struct Entry;

    Kind kind = Kind::Nothing;
    int line = 0; ///< from 1; 0 in JSON
    QString text; ///< of a scalar
    std::vector<Entry> entries; ///< of a map, in order; of a list, without keys

    const Entry *entry(QStringView key) const;
};

struct CodebookNode::Entry
{
    QString key;
    int line = 0; ///< of the key
    CodebookNode node;
};

struct TreeProblem
{
    int line = 0;
    QString reason;
};

/// One YAML document. Aliases, keys that stand twice, nesting and sizes beyond any codebook's are refused.
std::expected<CodebookNode, TreeProblem> codebookTreeFromYaml(const QByteArray &utf8);

CodebookNode codebookTreeFromJson(const QJsonValue &value);

} // namespace galley
