// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historydelegate.h"

#include <domain/change.h>
#include <items/historylistmodel.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QPainter>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString glyphOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Undo:
        return u"undo"_s;
    case OperationKind::Redo:
        return u"redo"_s;
    case OperationKind::Do:
    case OperationKind::Merge:
        break;
    }
    return u"done"_s;
}

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool undone = index.data(HistoryListModel::UndoneRole).toBool();
    const auto kind = OperationKind(index.data(HistoryListModel::KindRole).toInt());
    painter->save();
    const RowInk ink = paintRowGround(*painter, option);
    const QRect inner = option.rect.adjusted(metrics::margin, metrics::tight, -metrics::margin, -metrics::tight);
    QFont font = option.font;
    font.setStrikeOut(undone);
    const QFontMetrics lines(font);
    const QRect mark(inner.left(), inner.top() + (lines.lineSpacing() - metrics::margin) / 2, metrics::margin, metrics::margin);
    icon(glyphOf(kind), ink.weak).paint(painter, mark);

    const QRect text = inner.adjusted(metrics::margin + metrics::near, 0, 0, 0);
    painter->setFont(font);
    painter->setPen(undone || kind == OperationKind::Undo || kind == OperationKind::Redo ? ink.weak : ink.strong);
    const QRect first(text.left(), text.top(), text.width(), lines.lineSpacing());
    painter->drawText(first, Qt::AlignVCenter | Qt::TextSingleLine, lines.elidedText(index.data().toString(), Qt::ElideRight, text.width()));

    const QFont small = scaledFont(option.font, metrics::small);
    painter->setFont(small);
    painter->setPen(ink.weak);
    const QString when = index.data(HistoryListModel::WhenRole).toString();
    const QRect second(text.left(), first.bottom() + 1, text.width(), QFontMetrics(small).lineSpacing());
    const int whenWidth = QFontMetrics(small).horizontalAdvance(when);
    painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, when);
    QString who = index.data(HistoryListModel::CoderRole).toString();
    if (undone)
        who = who.isEmpty() ? tr("taken back") : tr("%1 · taken back").arg(who);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(who, Qt::ElideRight, text.width() - whenWidth - metrics::near));
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(option.font).lineSpacing() + QFontMetrics(scaledFont(option.font, metrics::small)).lineSpacing()
        + 2 * metrics::tight;
    return {option.rect.width() > 0 ? option.rect.width() : 200, height};
}

} // namespace galley
