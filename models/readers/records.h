// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>
#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/coder.h>

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <variant>
#include <vector>

/// What readers hand out: values that name layers, codes and coders in words, before a project gives them ids.
namespace galley {

enum class OffsetUnit { CodePoint, Utf16, Utf8 };

/// Text of an article's source that is not in its text, as it stands there.
struct LeftPassage
{
    LeftOutText what;
    QString text; ///< a blank line between paragraphs; cut where it is longer than anyone takes in
    std::optional<qint64> place; ///< in the article's text, in code points: where it would stand
};

struct ReadArticle
{
    Article article; ///< without id, source, length and hash; a null uuid asks for a new one
    QString key;     ///< how annotations of the same file refer to it: its uuid, or whatever stands in its "id"
    QString text;    ///< decoded, LF, no BOM; nothing else altered
    std::vector<Zone> zones; ///< as stated by the source or found by rule
    bool zonesStated = false;     ///< the source says them all; none was found by rule
    bool shared = false;          ///< other files have it too, with other codings: that it is there already is no news
    bool toldOfDate = false;      ///< that it is not understood: a problem of its own says so
    QUuid family;  ///< of the lead version of its story, as Galley's own export says it
    QUuid revises; ///< of the article whose corrected text it is, likewise
    /// What the source holds of it, in code points without white space: what is in the text, in a field, and left out.
    /// The three add up to what its part of the source holds.
    qint64 heldInText = 0, heldInFields = 0;
    std::vector<LeftPassage> leftOut;
    std::optional<Source> source; ///< where Galley's own export says the article came from; otherwise it is the file read
};

struct ReadCoder
{
    Coder coder;
};

/// A place in an article, and what stands there.
struct ReadPassage
{
    std::vector<std::pair<qint64, qint64>> ranges;
    std::optional<QString> quote;
};

struct ReadAnnotation
{
    QUuid uuid;      ///< null: a new one
    QString article; ///< key or uuid
    QString coder;   ///< name or uuid; empty: the importing coder
    QString layer;
    QString code;    ///< path, or empty
    OffsetUnit unit = OffsetUnit::CodePoint;
    std::vector<std::pair<qint64, qint64>> ranges; ///< in `unit`
    std::optional<QString> quote;
    /// By variable name, as written: codes as paths, actors by name, booleans "true"/"false", numbers as short as they go.
    std::vector<std::pair<QString, std::vector<QString>>> values;
    std::vector<std::pair<QString, std::vector<ReadPassage>>> passages = {}; ///< likewise, of variables whose values these are; in `unit`
    QString memo;
    AnnotationStatus status = AnnotationStatus::Coded;
    std::optional<int> revision;
    QUuid origin;           ///< of the annotation it was carried over from, as Galley's own export says it
    bool inherited = false; ///< likewise: not yet confirmed
    QDateTime created, modified;
};

struct ReadProgress
{
    QString article;
    QString coder;
    ProgressState state = ProgressState::InProgress;
};

struct ReadCodebook
{
    Codebook codebook;
};

/// A sample of a project's articles, from Galley's own export.
struct ReadSample
{
    QUuid uuid;
    QString name;
    QString record; ///< JSON, as the project keeps it
};

/// Something in the input that could not be taken, or was taken with a remark.
struct ReadProblem
{
    QString reason;      ///< a sentence
    bool remark = false; ///< nothing that was asked for is missing: the article came in, or what was left out is none
};

/// Text of a file that belongs to none of its articles, and is in none.
struct ReadLeftOut
{
    LeftOutText what;
};

using ReadValue
    = std::variant<ReadArticle, ReadCoder, ReadAnnotation, ReadProgress, ReadCodebook, ReadSample, ReadProblem, ReadLeftOut>;

struct ReadRecord
{
    int line = 0; ///< 1-based line of the file where it begins; 0 where lines mean nothing
    ReadValue value;
};

} // namespace galley
