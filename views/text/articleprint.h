// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/mark.h>

#include <QFont>
#include <QString>

#include <functional>
#include <vector>

class QPagedPaintDevice;
class QPaintDevice;

namespace galley {

/// How an article goes to paper.
struct PrintStyle
{
    QFont font;     ///< family of the reading font
    qreal points = 10.5;
    QString footer; ///< left of the page number; the page's title or headline where it is empty
};

/// Paints the article page by page with its lanes and brackets, then a list of its annotations by code.
/// Returns the number of pages, 0 where the device could not be painted on (a file that cannot be written).
int printArticle(QPagedPaintDevice &device, const Page &page, const std::vector<Mark> &marks, const PrintStyle &style);

/// The same on any device; `newPage` ejects a page and returns whether there is another.
int printArticle(QPaintDevice &device, const std::function<bool()> &newPage, const Page &page, const std::vector<Mark> &marks,
                 const PrintStyle &style);

} // namespace galley
