// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codebooktree.h"

#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace galley {

/// The keys of one map of a codebook, asked for one by one; whatever is wrong goes to the list of problems, with its line,
/// and the answer is then empty.
class NodeFields
{
public:
    /// `what` begins sentences: "A code".
    NodeFields(const CodebookNode &node, int line, QString what, std::vector<TreeProblem> &problems);

    bool requireMap();
    void allow(const QStringList &keys); ///< every other key is a problem; the one that may be meant is named

    bool has(QStringView key) const; ///< with something behind it
    QString text(QStringView key);
    QStringList texts(QStringView key); ///< a list, or a single text
    bool flag(QStringView key);         ///< false where it is absent
    std::optional<double> real(QStringView key);
    std::optional<qint64> whole(QStringView key, qint64 least, qint64 most);
    QString name(); ///< required: one line, without blanks around
    void forEach(QStringView key, const std::function<void(const CodebookNode &, int line)> &take);

    void problem(const QString &reason, QStringView key = {}); ///< at the key's line, or where the map begins

private:
    const CodebookNode *scalar(QStringView key);

    const CodebookNode &m_node;
    int m_line;
    QString m_what;
    std::vector<TreeProblem> &m_problems;
};

} // namespace galley
