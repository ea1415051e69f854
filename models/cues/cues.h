// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QColor>
#include <QString>
#include <QStringView>

#include <memory>
#include <vector>

namespace galley {

/// A stretch that a syntax definition recognised: marked up for the reader's eye, never data.
struct Cue
{
    Utf16Range range;
    QString name; ///< of the definition's format: "Attribution verb"
    QColor foreground;
    bool bold = false;
    bool italic = false;
};

struct CueSet
{
    QString name; ///< of the definition, as shown: "News cues"
    bool ours = false; ///< came with Galley, not from the analyst's folder
};

/// Runs KSyntaxHighlighting definitions over article texts.
class CueFinder
{
public:
    /// Looks for definitions among Galley's own and in `folders` (each with XML files in KSyntaxHighlighting's format).
    explicit CueFinder(const QStringList &folders = {});
    ~CueFinder();
    CueFinder(CueFinder &&) noexcept;

    std::vector<CueSet> available() const;
    QStringList problems() const; ///< definitions that could not be used, in words

    /// All cues of a text in reading order; `dark` chooses colours for a dark page.
    std::vector<Cue> cues(QStringView text, const QString &set, bool dark) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
