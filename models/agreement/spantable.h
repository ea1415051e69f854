// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/tables/tablerows.h>

#include <reliability/spancodings.h>

#include <QHash>

namespace galley {

/// The length of each document and, where stated, who coded it.
struct DocumentTable
{
    struct Document
    {
        double length = 0;
        double begin = 0;
        QStringList coders; ///< empty: not stated
    };
    QHash<QString, Document> documents;
};

/// A CSV with the columns document and length, and if need be begin (of the text, 0) and coders (joined by ";").
TableResult<DocumentTable> readDocumentTable(QByteArray bytes);

struct SpanTableOptions
{
    QStringList coders;           ///< these alone, and each of them coded every document; empty: whoever has a row in a document
    std::optional<double> length; ///< of every document that `documents` does not have
    double begin = 0;             ///< of the same
    DocumentTable documents;
};

/// A CSV with the columns coder, begin, end, category and, for more than one text, document. Positions are those of the text's
/// unit, end exclusive. A row with a coder but neither begin nor end says that the coder coded the document and marked nothing.
/// Where coders are named and no row is theirs, they marked nothing. A text whose length nobody states goes from the first begin
/// to the last end of a span. Errors name the line.
TableResult<SpanCodings> readSpanTable(QByteArray bytes, const SpanTableOptions &options = {});

} // namespace galley
