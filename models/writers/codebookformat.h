// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "codebookhtml.h"

#include <domain/error.h>

#include <QStringList>

#include <span>

namespace galley {

/// A format that codebooks are written in. A new one is a line in codebookformat.cpp; the command line and the window offer what
/// stands there.
struct CodebookFormat
{
    QStringList suffixes;  ///< lower case, without dot; the first is proposed
    QString (*title)();    ///< for the user
    bool withRulings;      ///< rulings go out with it
    QByteArray (*write)(const Codebook &codebook, const RulingsByCode &rulings);
    QStringList (*lost)(const Codebook &codebook); ///< what does not come along, in sentences
};

std::span<const CodebookFormat> codebookFormats(); ///< YAML, which holds all of it, is the first

/// The format of a file by the ending of its name, YAML where it has none; an error names those there are.
Result<const CodebookFormat *> codebookFormatFor(const QString &fileName);

/// The bytes, or why the format cannot hold the codebook.
Result<QByteArray> writtenCodebook(const CodebookFormat &format, const Codebook &codebook, const RulingsByCode &rulings);

} // namespace galley
