// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlestyle.h>
#include <text/mark.h>

#include <QTextLayout>

#include <memory>

namespace galley {

/// The title and the metadata line: shown with the text, part of no offset.
class PageHead
{
public:
    void set(const Page &page);
    void arrange(const ArticleStyle &style, int width);

    int titleHeight() const { return m_titleHeight; } ///< 0 where there is none
    int metadataHeight() const { return m_metadataHeight; }

    void drawTitle(QPainter &painter, QPointF position, const ArticleStyle &style) const;
    void drawMetadata(QPainter &painter, QPointF position, const ArticleStyle &style) const;

private:
    std::unique_ptr<QTextLayout> m_title;
    std::unique_ptr<QTextLayout> m_metadata;
    int m_titleHeight = 0;
    int m_metadataHeight = 0;
};

} // namespace galley
