// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "passagedelegate.h"

#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QPainter>
#include <QTableView>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int swatchSide = 12;

} // namespace

PassageDelegate::PassageDelegate(Look look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(std::move(look))
{
}

void PassageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (const QString heading = m_look.headingRole < 0 ? QString() : index.data(m_look.headingRole).toString(); !heading.isEmpty()) {
        paintHeading(*painter, option, index, heading);
        return;
    }
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    QStyleOptionViewItem row = option;
    row.state.setFlag(QStyle::State_MouseOver, false); // of a cell; what is chosen is the line
    painter->save();
    painter->setClipRect(option.rect);
    const RowInk ink = paintRowGround(*painter, row);
    const bool isLeft = index.column() == m_look.left, isPassage = index.column() == m_look.passage;
    QRect rest = option.rect.adjusted(isPassage ? metrics::hair : metrics::tight, 0, isLeft ? -metrics::hair : -metrics::tight, 0);
    if (index.column() == m_look.swatch && m_look.color) {
        const QRect square(rest.left(), rest.center().y() - swatchSide / 2 + 1, swatchSide, swatchSide);
        paintSwatch(*painter, square, m_look.color(index), m_look.shape ? m_look.shape(index) : LayerShape::Square,
                    ink.selected ? ink.strong : QColor()); // a blue code on the blue of the selection
        rest.setLeft(square.right() + 1 + metrics::near);
    }
    if (index.column() == m_look.marks) {
        paintMarks(*painter, rest, index, ink.weak);
    } else {
        painter->setFont(scaledFont(option.font, 1, isPassage));
        painter->setPen(isPassage || index.column() == m_look.swatch ? ink.strong : ink.weak);
        const QString text = index.data().toString();
        const QString behind = isPassage && m_look.right >= 0 ? index.siblingAtColumn(m_look.right).data().toString() : QString();
        const QFontMetrics size(painter->font());
        const QString shown = size.elidedText(text, isLeft ? Qt::ElideLeft : Qt::ElideRight, behind.isEmpty() ? rest.width() : rest.width() * 3 / 4);
        painter->drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine | (isLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft), shown);
        if (!behind.isEmpty()) {
            rest.setLeft(rest.left() + size.horizontalAdvance(shown));
            painter->setFont(option.font);
            painter->setPen(ink.weak);
            painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, QFontMetrics(option.font).elidedText(behind, Qt::ElideRight, rest.width()));
        }
    }
    if (table && table->hasFocus() && table->currentIndex().row() == index.row()) { // also where the current line is not chosen
        painter->setPen(QPen(ink.selected ? ink.strong : option.palette.color(QPalette::Highlight), 1));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->restore();
}

/// Each cell of it paints its part of the one line.
void PassageDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QString &heading) const
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    painter.save();
    painter.setClipRect(option.rect);
    painter.fillRect(option.rect, raised(option.palette));
    QRect line = option.rect;
    if (table) {
        line.setLeft(table->columnViewportPosition(0));
        line.setRight(table->viewport()->width());
    }
    line.adjust(metrics::tight, 0, -metrics::near, 0);
    painter.setFont(scaledFont(option.font, 1, true));
    painter.setPen(option.palette.color(QPalette::Active, QPalette::Text));
    const QString title = painter.fontMetrics().elidedText(heading, Qt::ElideRight, line.width() * 3 / 4);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, title);
    line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(title) + metrics::near);
    painter.setFont(option.font);
    painter.setPen(secondaryText(option.palette));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, option.locale.toString(index.data(m_look.countRole).toInt()));
    painter.setPen(hairline(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.restore();
}

void PassageDelegate::paintMarks(QPainter &painter, const QRect &rect, const QModelIndex &index, const QColor &ink) const
{
    QRect square(rect.left(), rect.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon);
    for (const auto &[role, name] : {std::pair(m_look.flaggedRole, u"flag-set"_s), std::pair(m_look.memoRole, u"memo"_s)}) {
        if (role >= 0 && index.data(role).toBool())
            icon(name, ink).paint(&painter, square);
        square.translate(metrics::icon + metrics::tight, 0);
    }
}

} // namespace galley
