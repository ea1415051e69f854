// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "popup.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTextLayout>

#include <algorithm>

namespace galley {

namespace {

constexpr int swatchSide = 12;

/// The text on one line, with the letters that were typed underlined and bold.
void drawText(QPainter &painter, const QRect &rect, const QModelIndex &index, const QFont &font)
{
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    QList<QTextLayout::FormatRange> formats;
    for (const int place : index.data(ChoicePlacesRole).value<QList<int>>()) {
        QTextLayout::FormatRange range{place, 1, {}};
        range.format.setFontWeight(QFont::Bold);
        range.format.setFontUnderline(true);
        formats << range;
    }
    QTextLayout layout(text, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(2 * rect.width());
    layout.endLayout();
    layout.draw(&painter, rect.topLeft());
}

} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const QPalette &palette = option.palette;
    painter->save();
    if (selected) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(QPalette::Active, QPalette::Highlight));
        painter->drawRoundedRect(option.rect, metrics::tight, metrics::tight);
    }
    const QColor strong = palette.color(QPalette::Active, selected ? QPalette::HighlightedText : QPalette::Text);
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    QRect rest = option.rect.adjusted(metrics::near, metrics::tight, -metrics::near, -metrics::tight);
    const QFontMetrics lines(option.font);
    const QFont small = scaledFont(option.font, metrics::small);
    if (const auto color = index.data(ChoiceColorRole).value<QColor>(); color.isValid()) {
        const QRect square(rest.left(), rest.top() + (lines.lineSpacing() - swatchSide) / 2, swatchSide, swatchSide);
        paintSwatch(*painter, square, color, LayerShape(index.data(ChoiceShapeRole).toInt()), selected ? strong : QColor());
        rest.setLeft(square.right() + 1 + metrics::near);
    }
    if (const QString cap = index.data(ChoiceCapRole).toString(); !cap.isEmpty()) {
        const int side = QFontMetrics(small).height() + metrics::hair;
        const int width = std::max(side, QFontMetrics(small).horizontalAdvance(cap) + metrics::near);
        painter->setFont(small);
        paintKeyCap(*painter, QRect(rest.right() - width, rest.center().y() - side / 2, width, side), cap, palette);
        rest.setRight(rest.right() - width - metrics::near);
    }
    painter->setPen(enabled ? strong : secondaryText(palette));
    drawText(*painter, rest, index, option.font);
    painter->setFont(small);
    painter->setPen(selected ? strong : secondaryText(palette));
    const QRect below = rest.adjusted(0, lines.lineSpacing(), 0, 0);
    painter->drawText(below, Qt::AlignTop | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(index.data(ChoiceDetailRole).toString(), Qt::ElideRight, below.width()));
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, QFontMetrics(option.font).lineSpacing() + QFontMetrics(scaledFont(option.font, metrics::small)).lineSpacing() + 2 * metrics::tight};
}

void moveOnScreen(QWidget *popup, QPoint globalPosition)
{
    QScreen *screen = QGuiApplication::screenAt(globalPosition);
    const QRect room = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    QPoint place = globalPosition;
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - popup->width())));
    if (place.y() + popup->height() > room.bottom())
        place.setY(std::max(room.top(), globalPosition.y() - popup->height()));
    popup->move(place);
}

bool forward(QKeyEvent *key, QWidget *receiver)
{
    QKeyEvent copy(key->type(), key->key(), key->modifiers(), key->text(), key->isAutoRepeat());
    QCoreApplication::sendEvent(receiver, &copy);
    return true;
}

} // namespace galley
