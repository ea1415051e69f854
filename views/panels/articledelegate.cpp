// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articledelegate.h"

#include <items/articlelistmodel.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QPainter>
#include <QTextLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int headlineLines = 2;

QFont headlineFont(const QStyleOptionViewItem &option)
{
    return scaledFont(option.font, 1, true);
}

QFont detailFont(const QStyleOptionViewItem &option)
{
    return scaledFont(option.font, metrics::small);
}

QString detailOf(const QModelIndex &index)
{
    QStringList parts;
    if (index.data(ArticleListModel::RevisedRole).toBool())
        parts << ArticleDelegate::tr("earlier text");
    for (const int role : {ArticleListModel::OutletRole, ArticleListModel::DateRole}) {
        if (const QString part = index.data(role).toString(); !part.isEmpty())
            parts << part;
    }
    if (const int count = index.data(ArticleListModel::AnnotationCountRole).toInt(); count > 0)
        parts << (count == 1 ? ArticleDelegate::tr("1 annotation") : ArticleDelegate::tr("%n annotations", nullptr, count));
    return parts.join(u" · "_s);
}

QIcon glyph(int progress, const QPalette &palette, bool selected)
{
    const QColor on = palette.color(QPalette::HighlightedText);
    switch (progress) {
    case ArticleListModel::Done:
        return icon(u"finished"_s, selected ? on : toneColor(Tone::Good, palette));
    case ArticleListModel::InProgress:
        return icon(u"in-progress"_s, selected ? on : toneColor(Tone::Plain, palette));
    default:
        return icon(u"not-begun"_s, selected ? on : secondaryText(palette));
    }
}

/// The headline on at most two lines, the second one elided.
QStringList linesOf(const QString &text, const QFont &font, int width)
{
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < headlineLines; line = layout.createLine()) {
        line.setLineWidth(width);
        const bool last = lines.size() + 1 == headlineLines;
        lines << (last ? QFontMetrics(font).elidedText(text.sliced(line.textStart()), Qt::ElideRight, width)
                       : text.sliced(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

} // namespace

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const RowInk ink = paintRowGround(*painter, option);
    QRect inner = option.rect.adjusted(metrics::margin, metrics::near, -metrics::margin, -metrics::near);
    const QFontMetrics headline(headlineFont(option));
    const QString title = index.data(ArticleListModel::HeadlineRole).toString();
    const QStringList lines = linesOf(title.isEmpty() ? tr("Without a headline") : title, headlineFont(option),
                                      inner.width() - metrics::icon - metrics::near);
    // All rows are as tall as two lines need; one line stands in the middle.
    inner.adjust(0, int(headlineLines - lines.size()) * headline.lineSpacing() / 2, 0, 0);
    const QRect mark(inner.left(), inner.top() + (headline.lineSpacing() - metrics::icon) / 2, metrics::icon, metrics::icon);
    glyph(index.data(ArticleListModel::ProgressRole).toInt(), option.palette, ink.selected).paint(painter, mark);

    const QRect text = inner.adjusted(metrics::icon + metrics::near, 0, 0, 0);
    painter->setPen(ink.strong);
    painter->setFont(headlineFont(option));
    QRect line(text.left(), text.top(), text.width(), headline.lineSpacing());
    for (const QString &words : lines) {
        painter->drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, words);
        line.translate(0, headline.lineSpacing());
    }

    const QFontMetrics detail(detailFont(option));
    const QRect below(line.left(), line.top() + metrics::hair, line.width(), detail.lineSpacing());
    painter->setFont(detailFont(option));
    painter->setPen(ink.weak);
    painter->drawText(below, Qt::AlignVCenter | Qt::TextSingleLine, detail.elidedText(detailOf(index), Qt::ElideRight, below.width()));
    if (!ink.selected) {
        painter->setPen(hairline(option.palette));
        painter->drawLine(text.left(), option.rect.bottom(), option.rect.right(), option.rect.bottom());
    }
    painter->restore();
}

/// The same for every row: a list of 100,000 must not be measured one by one.
QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = QFontMetrics(headlineFont(option)).lineSpacing() * headlineLines
        + QFontMetrics(detailFont(option)).lineSpacing() + metrics::hair + 2 * metrics::near;
    return {option.rect.width() > 0 ? option.rect.width() : 200, height};
}

} // namespace galley
