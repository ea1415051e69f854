// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparisondelegate.h"

#include <items/comparisonlistmodel.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QPainter>

namespace galley {

using namespace Qt::StringLiterals;

QString signOf(Difference kind)
{
    switch (kind) {
    case Difference::Agreement:
        return u"="_s;
    case Difference::Missing:
        return u"∅"_s;
    case Difference::Extent:
        return u"↔"_s;
    case Difference::Code:
        return u"≠"_s;
    case Difference::Values:
        return u"≈"_s;
    }
    return {};
}

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool settled = index.data(ComparisonListModel::SettledRole).toBool();
    const auto kind = Difference(index.data(ComparisonListModel::KindRole).toInt());
    const QPalette &palette = option.palette;
    painter->save();
    const RowInk ink = paintRowGround(*painter, option);
    QRect line = option.rect.adjusted(metrics::margin, metrics::near, -metrics::margin, 0);
    const int left = line.left() + metrics::icon + metrics::near;
    const auto write = [&](const QFont &font, const QColor &color, const QString &text) {
        const QFontMetrics lines(font);
        line.setHeight(lines.lineSpacing());
        line.setLeft(left);
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, lines.elidedText(text.simplified(), Qt::ElideRight, line.width()));
        line.translate(0, line.height() + metrics::hair);
    };
    const QRect sign(option.rect.left() + metrics::margin, line.top(), metrics::icon, QFontMetrics(option.font).lineSpacing());
    if (settled) {
        icon(u"done"_s, ink.weak).paint(painter, sign);
    } else {
        painter->setFont(scaledFont(option.font, 1, true));
        painter->setPen(kind == Difference::Agreement ? ink.weak : ink.selected ? ink.strong : toneColor(Tone::Warning, palette));
        painter->drawText(sign, Qt::AlignCenter, signOf(kind));
    }
    const QString quote = index.data(ComparisonListModel::QuoteRole).toString();
    write(scaledFont(option.font, 1, !settled && kind != Difference::Agreement), settled ? ink.weak : ink.strong,
          quote.isEmpty() ? index.data(ComparisonListModel::LayerRole).toString() : quote);
    write(scaledFont(option.font, metrics::small), settled ? ink.weak : ink.strong, index.data(ComparisonListModel::ReadingsRole).toStringList().join(u" · "_s));
    write(scaledFont(option.font, metrics::small), ink.weak, textOf(kind) + u" · "_s + index.data(ComparisonListModel::ArticleRole).toString());
    if (!ink.selected) {
        painter->setPen(hairline(palette));
        painter->drawLine(left, option.rect.bottom(), option.rect.right(), option.rect.bottom());
    }
    painter->restore();
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(option.font).lineSpacing() + 2 * QFontMetrics(scaledFont(option.font, metrics::small)).lineSpacing() + 3 * metrics::hair
        + 2 * metrics::near;
    return {option.rect.width() > 0 ? option.rect.width() : 200, height};
}

} // namespace galley
