// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <readers/tables/tablerows.h>

#include <reliability/codings.h>

#include <optional>

namespace galley {

/// How a file of codings is to be read.
struct MatrixOptions
{
    bool recal = false; ///< no header, every column a coder, no names of units: the form of ReCal (Freelon 2010)
    std::optional<bool> unitColumn
        = std::nullopt;           ///< whether the first column names the units; without a word the rule below decides
    QStringList coders = {};      ///< these columns only, in this order; empty: all
    QStringList codebook = {};    ///< the categories in rank order
    std::optional<Codebook> listedIn = std::nullopt; ///< without such a list: the variable that lists every value of the table
    Level level = Level::Nominal; ///< interval and ratio values are numbers (not negative: ratio); equal ones are one value
    std::optional<QStringList> missing = std::nullopt; ///< what stands for no value; without a word missingMarkers()
    char delimiter = 0;     ///< 0: found out
    QChar decimal = u'.';   ///< a comma in tables of most of Europe; a point in a number is refused then
    QString variable = {};  ///< of the codebook that lists the values, where several do
    QStringList layers = {}; ///< where several have a variable of that name
};

/// What programs write where there is no value, in any case: NA (R), NaN (Python), ".", N/A, NULL, #N/A (Excel). Where all other
/// values are numbers, -99, -999 and -9999 too, as statistics packages have them. None of them where the codebook lists it.
QStringList missingMarkers(bool numbers);

/// The values of a matrix, and what is to be told about how they were read.
struct CodingMatrix
{
    Codings codings;
    QStringList remarks = {};
};

/// A table of units × coders as CSV: a header of coders, one row a unit, an empty cell or a mark of a missing value where a coder
/// gave none.
///
/// The first column holds the units' names, and not a coder's values, where its header is empty or one of: unit, unit_id, id,
/// item, article, article_id, document, doc, text, sentence, case, name, row, no, #; or where its cells are all different, none
/// is empty, at least one is no number, and none of them is a value in another column. Errors name the line.
///
/// Where all values are numbers, "1" and "1.0", which one program writes where another writes the other, are one value on every
/// level; on an ordinal one so are all equal numbers. It is told.
TableResult<CodingMatrix> readCodingMatrix(QByteArray bytes, const MatrixOptions &options = {});

} // namespace galley
