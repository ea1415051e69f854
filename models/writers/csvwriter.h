// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outputbuffer.h"
#include "streameddataset.h"

#include <domain/labels.h>
#include <domain/rows.h>

#include <unordered_map>

namespace galley {

struct CsvOptions
{
    bool bom = false;       ///< a byte order mark first, by which Excel knows UTF-8
    bool excelSafe = false; ///< a ' before text cells that a spreadsheet would take for a formula: those that begin with
                            ///< = + - @ (also full-width), tab or CR. It alters the data; numbers stay numbers.
    bool families = false;  ///< two more columns at the end: family_id (the article_id of the lead version of the story) and
                            ///< weight (one over the number of copies, so that each story counts once)
    const std::vector<RulingRow> *rulings = nullptr; ///< five more columns at the end, filled in rows of the consensus: ruling (how it
                            ///< was settled), ruling_reason, ruling_category, ruled_by, ruled_at
};

/// The dataset as CSV (RFC 4180, UTF-8, CRLF), one row an annotation:
/// annotation_id, article_id, title, outlet, published, url, layer, code, start, end, ranges, quote, coder, status, memo,
/// created, modified, then a column `layer.variable` for each variable of the codebook, in its order.
/// Codes stand as paths, actors and coders by name, booleans as true and false, numbers as short as they go and with a point.
/// A variable that takes several values has them as a JSON list where there is more than one (or where the one begins with
/// "[", so that a cell can always be read back). A passage stands as it is quoted, and in a column `layer.variable.ranges` behind
/// it by its ranges, as `ranges` has them; of a variable that takes several these are a list of one for each. `ranges` is JSON too. Cells that say nothing are empty: those of other
/// layers, and start, end, ranges and quote of annotations of a whole article.
class CsvWriter
{
public:
    CsvWriter(QIODevice &device, const Codebook &codebook, std::span<const Coder> coders, std::span<const Actor> actors,
        CsvOptions options = {});

    Result<> write(const AnnotationRow &row);
    Result<> finish(); ///< must come last; until then nothing is sure to be on the device

private:
    void cell(std::string_view text);
    void textCell(std::string_view text);
    void articleCells(const AnnotationRow &row);
    void variableCells(const AnnotationRow &row);
    void valueCell(const std::vector<const Value *> &values, bool multiple);
    void rangesCell(const std::vector<const Value *> &values, bool multiple);
    void rulingCells(const AnnotationRow &row);
    void header();

    Labels m_labels;
    CsvOptions m_options;
    OutputBuffer m_out;
    ArticleId m_article;           ///< whose cells m_articleCells holds
    std::string m_articleCells;
    std::vector<std::vector<const Value *>> m_values; ///< by column, of the row being written
    std::vector<int> m_filled;
    std::unordered_map<std::string_view, const RulingRow *> m_rulings; ///< by what they left
};

} // namespace galley
