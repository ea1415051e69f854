// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threaddelegate.h"

#include <items/threadlistmodel.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QPainter>

namespace galley {

using namespace Qt::StringLiterals;

void ThreadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool waiting = index.data(ThreadListModel::WaitingRole).toBool(), closed = index.data(ThreadListModel::ClosedRole).toBool();
    painter->save();
    const RowInk ink = paintRowGround(*painter, option);
    const QRect inner = option.rect.adjusted(metrics::margin, metrics::tight, -metrics::margin, -metrics::tight);
    const QFont bold = scaledFont(option.font, 1, waiting), small = scaledFont(option.font, metrics::small);
    const QFontMetrics lines(bold), smallLines(small);
    icon(closed ? u"done"_s : u"discussion"_s, ink.weak).paint(painter, QRect(inner.left(), inner.top() + (lines.lineSpacing() - metrics::margin) / 2, metrics::margin, metrics::margin));
    QRect line(inner.left() + metrics::margin + metrics::near, inner.top(), 0, lines.lineSpacing());
    line.setRight(inner.right());

    const auto draw = [&](const QFont &font, const QColor &color, const QString &left, const QString &right) {
        const QFontMetrics size(font);
        painter->setFont(font);
        painter->setPen(color);
        const int rightWidth = right.isEmpty() ? 0 : size.horizontalAdvance(right) + metrics::near;
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, size.elidedText(left, Qt::ElideRight, line.width() - rightWidth));
    };
    const int replies = index.data(ThreadListModel::RepliesRole).toInt();
    draw(bold, closed ? ink.weak : ink.strong, index.data().toString(), {});
    line.translate(0, lines.lineSpacing());
    line.setHeight(smallLines.lineSpacing());
    draw(small, ink.weak, index.data(ThreadListModel::SubjectRole).toString(), {});
    line.translate(0, smallLines.lineSpacing());
    QString who = index.data(ThreadListModel::WhoRole).toString();
    if (replies > 0)
        who += u" · "_s + tr("%n replies", nullptr, replies);
    if (waiting)
        who += u" · "_s + tr("waits for you");
    else if (closed)
        who += u" · "_s + tr("closed");
    draw(small, ink.weak, who, index.data(ThreadListModel::WhenRole).toString());
    painter->restore();
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(scaledFont(option.font, 1, true)).lineSpacing() + 2 * QFontMetrics(scaledFont(option.font, metrics::small)).lineSpacing()
        + 2 * metrics::tight;
    return {option.rect.width() > 0 ? option.rect.width() : 240, height};
}

} // namespace galley
