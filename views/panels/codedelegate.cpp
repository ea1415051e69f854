// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codedelegate.h"

#include <items/codebooktreemodel.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QPainter>

#include <algorithm>

namespace galley {

namespace {

constexpr int swatchSide = 12;

bool isHeading(const QModelIndex &index)
{
    return index.data(CodebookTreeModel::KindRole).toInt() != CodebookTreeModel::CodeKind;
}

void drawKey(QPainter &painter, QRect &rest, const QString &key, const QStyleOptionViewItem &option)
{
    const QFont font = scaledFont(option.font, metrics::small);
    const int height = QFontMetrics(font).height() + metrics::hair;
    const int width = std::max(height, QFontMetrics(font).horizontalAdvance(key) + metrics::near);
    const QRect cap(rest.right() - width, rest.center().y() - height / 2, width, height);
    painter.setFont(font);
    paintKeyCap(painter, cap, key, option.palette);
    rest.setRight(cap.left() - metrics::near);
}

} // namespace

void CodeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const QPalette &palette = option.palette;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, palette.color(QPalette::Active, QPalette::Highlight));
    else if (option.state & QStyle::State_MouseOver && !isHeading(index))
        painter->fillRect(option.rect, palette.color(QPalette::AlternateBase));
    QRect rest = option.rect.adjusted(metrics::tight, 0, -metrics::margin, 0);
    const QColor text = palette.color(QPalette::Active, selected ? QPalette::HighlightedText : QPalette::Text);
    QFont font = option.font;
    if (isHeading(index)) {
        font = scaledFont(option.font, 1, true);
    } else {
        const QRect square(rest.left(), rest.center().y() - swatchSide / 2 + 1, swatchSide, swatchSide);
        paintSwatch(*painter, square, index.data(CodebookTreeModel::ColorRole).value<QColor>(), LayerShape(index.data(CodebookTreeModel::ShapeRole).toInt()),
                    selected ? text : QColor()); // a blue code on the blue of the selection
        rest.setLeft(square.right() + 1 + metrics::near);
        if (const QString key = index.data(CodebookTreeModel::KeyRole).toString(); !key.isEmpty())
            drawKey(*painter, rest, key, option);
    }
    painter->setFont(font);
    painter->setPen(text);
    painter->drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize CodeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int space = isHeading(index) ? metrics::margin : metrics::near;
    return {80, QFontMetrics(option.font).height() + space};
}

} // namespace galley
