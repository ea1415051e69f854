// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QColor>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <memory>
#include <vector>

namespace galley {

/// A stretch that a syntax definition recognised: marked up for the reader's eye, never data.
/// In a text wrapped by hand it may run over a line break; it never leaves its paragraph.
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
    QString name; ///< of the definition, as shown: "News cues (English)"
    bool ours = false; ///< came with Galley, not from the analyst's folder
    QStringList languages; ///< of the articles it is meant for, as BCP 47 primary tags; empty: of any
    QStringList kinds = {}; ///< the names that its cues may have
    bool isWordList = false; ///< the analyst's words, marked beside whatever set is chosen
};

/// The first set meant for articles in `language` (BCP 47: "de", "de-AT"), or nothing.
QString cueSetFor(const std::vector<CueSet> &sets, QStringView language);

/// That set, and before it all word lists there are.
QStringList withWordLists(const std::vector<CueSet> &sets, const QString &set);

/// The folder of the definitions and word lists that belong to a project: "study.galley.cues" beside it.
QString cueFolderOf(const QString &projectPath);

/// Runs KSyntaxHighlighting definitions over article texts. The definitions for programming languages that the library
/// brings are not offered. One finder serves one thread at a time.
class CueFinder
{
public:
    /// Looks for definitions among Galley's own and in `folders` (each with XML files in KSyntaxHighlighting's format, and with word lists, *.txt
    /// (wordlist.h), each of which is a set under the name of its file; a folder that is not there is no problem). Files are read once: a new
    /// finder sees what was added.
    explicit CueFinder(const QStringList &folders = {});
    ~CueFinder();
    CueFinder(CueFinder &&) noexcept;

    std::vector<CueSet> available() const;
    QStringList problems() const; ///< definitions that could not be used: "FILE: line 12: what is wrong"

    /// All cues of a text in reading order, not overlapping; nothing for a set that is not available.
    /// Colours are readable on white and ivory pages, with `dark` on dark ones, whatever the definition asks for.
    std::vector<Cue> cues(QStringView text, const QString &set, bool dark) const;
    /// Of several sets together: where two want the same text, the one named first has it.
    std::vector<Cue> cues(QStringView text, const QStringList &sets, bool dark) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
