// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace galley {

/// A printed line of a page, or a piece of one that wide gaps part, in points from the page's top left.
struct PdfLine
{
    QString text;
    QRectF box;
    double height = 0;    ///< of most of its letters
    double firstWord = 0; ///< how wide its first word is
    bool row = false;     ///< of a table: pieces with wide gaps between them
    bool chrome = false;  ///< a running head, a running foot or a page number
};

struct PdfPage
{
    double height = 0;
    std::vector<PdfLine> lines;
};

/// Marks what stands at the edges of several pages, but for its figures in the same words, and page numbers.
void markChrome(std::vector<PdfPage> &pages);

} // namespace galley
