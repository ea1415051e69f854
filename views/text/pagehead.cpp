// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagehead.h"

#include <QPainter>

#include <cmath>

namespace galley {

namespace {

std::unique_ptr<QTextLayout> layoutOf(const QString &text)
{
    return text.isEmpty() ? nullptr : std::make_unique<QTextLayout>(text);
}

int arranged(QTextLayout *layout, const QFont &font, int width)
{
    if (!layout)
        return 0;
    layout->setFont(font);
    QTextOption option;
    const bool rightToLeft = layout->text().isRightToLeft();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::ceil(line.height());
    }
    layout->endLayout();
    return int(y);
}

} // namespace

void PageHead::set(const Page &page)
{
    // A title that the text begins with would be read twice.
    const bool repeated = QStringView(page.text).trimmed().startsWith(QStringView(page.title).trimmed());
    m_title = layoutOf(repeated ? QString() : page.title.simplified());
    m_metadata = layoutOf(page.metadata.simplified());
}

void PageHead::arrange(const ArticleStyle &style, int width)
{
    m_titleHeight = arranged(m_title.get(), style.headline, width);
    m_metadataHeight = arranged(m_metadata.get(), style.sign, width);
}

void PageHead::drawTitle(QPainter &painter, QPointF position, const ArticleStyle &style) const
{
    if (!m_title)
        return;
    painter.setPen(style.text);
    m_title->draw(&painter, position);
}

void PageHead::drawMetadata(QPainter &painter, QPointF position, const ArticleStyle &style) const
{
    if (!m_metadata)
        return;
    painter.setPen(style.muted);
    m_metadata->draw(&painter, position);
}

} // namespace galley
