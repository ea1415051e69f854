// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <functional>
#include <vector>

namespace galley {

/// A stretch of a line that a syntax definition gives another look than plain text.
struct HighlightedStretch
{
    size_t line = 0;
    int offset = 0, length = 0; ///< in UTF-16 units
    QString format;             ///< the name of the definition's format
    QColor foreground;
    bool bold = false;
    bool italic = false;
};

/// What KSyntaxHighlighting does for cues: one repository of definitions. For one thread at a time.
class Highlighting
{
public:
    virtual ~Highlighting() = default;

    /// A folder with `syntax/*.xml` and `themes/*.theme`, which go before the library's own.
    virtual void addFolder(const QString &path) = 0;
    /// The file of the definition that the library uses under this name; empty: there is none.
    virtual QString fileOf(const QString &definition) const = 0;
    /// Each line goes on in the state that the one before left.
    virtual std::vector<HighlightedStretch> stretches(const std::vector<QString> &lines, const QString &definition, const QString &theme) const = 0;
};

} // namespace galley

/// The part "highlighting". The caller deletes what it gets.
extern "C" {
using GalleyMakeHighlighting = galley::Highlighting *();
Q_DECL_EXPORT GalleyMakeHighlighting galleyMakeHighlighting;
}
