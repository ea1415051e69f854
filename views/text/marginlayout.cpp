// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "marginlayout.h"

#include "markpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <ranges>
#include <set>

namespace galley {

namespace {

constexpr qreal columnWidth = 7;
constexpr qreal tick = 4;
constexpr qreal overshoot = 20; ///< how far brackets that go on run beyond the view

qreal xOf(const Bracket &bracket, qreal left)
{
    return left + tick + bracket.column * columnWidth;
}

bool isRaised(const ArticleLayout &layout, const Mark &mark)
{
    return mark.key != 0 && (mark.key == layout.highlights().current || mark.key == layout.highlights().hovered);
}

void paintBracket(QPainter &painter, const ArticleLayout &layout, const Bracket &bracket, qreal left)
{
    const Mark &mark = layout.marks().mark(bracket.mark);
    const qreal thickness = isRaised(layout, mark) ? 3 : 2;
    const qreal x = xOf(bracket, left);
    if (mark.suggested) {
        paintHollow(painter, {x - 1.5, bracket.top + 0.5, thickness + 1, bracket.bottom - bracket.top - 1}, mark.color);
        return;
    }
    paintStroke(painter, {x, bracket.top}, {x, bracket.bottom}, mark, thickness);
    const auto paintTick = [&](qreal y) { painter.fillRect(QRectF(x - tick, y, tick + thickness / 2, thickness), mark.color); };
    if (bracket.begins)
        paintTick(bracket.top);
    if (bracket.ends)
        paintTick(bracket.bottom - thickness);
}

void paintLabel(QPainter &painter, const ArticleLayout &layout, const BracketLabel &label, const Bracket &bracket, qreal left)
{
    const Mark &mark = layout.marks().mark(bracket.mark);
    const bool raised = isRaised(layout, mark);
    const qreal middle = label.rect.center().y();
    const qreal anchor = std::clamp(middle, std::max<qreal>(bracket.top, 0) + 1, std::max(bracket.bottom - 2, bracket.top + 1));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor leader = mark.color;
    leader.setAlphaF(raised ? 1.F : 0.55F);
    painter.setPen(QPen(leader, 1));
    painter.drawLine(QPointF(xOf(bracket, left) + 1.5, anchor), QPointF(label.rect.left() + 1, middle));
    painter.restore();
    if (mark.suggested)
        paintHollow(painter, {label.rect.left() + 1.5, middle - 2, 7, 4}, mark.color);
    else if (mark.shape != LayerShape::Square && !mark.others)
        paintShape(painter, {label.rect.left() + 1, middle - 4, 8, 8}, mark);
    else
        paintStroke(painter, {label.rect.left() + 1, middle}, {label.rect.left() + 9, middle}, mark, raised ? 5 : 4);

    qreal textLeft = label.rect.left() + 13;
    if (mark.flagged) {
        paintFlag(painter, {textLeft, label.rect.bottom() - 4}, label.rect.height() - 8, mark.color);
        textLeft += label.rect.height() * 0.6;
    }
    QFont font = layout.style().sign;
    font.setBold(raised);
    painter.setFont(font);
    painter.setPen(layout.style().text);
    const QRectF room(QPointF(textLeft, label.rect.top()), label.rect.bottomRight());
    painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(mark.label.simplified(), Qt::ElideRight, room.width()));
}

} // namespace

qreal labelHeight(const ArticleStyle &style)
{
    return std::ceil(QFontMetricsF(style.sign).height()) + 1;
}

std::vector<Bracket> collectBrackets(const ArticleLayout &layout, qreal viewTop, qreal viewBottom)
{
    if (layout.paragraphCount() == 0 || layout.marks().size() == 0)
        return {};
    const int first = layout.paragraphAt(viewTop);
    const int last = layout.paragraphAt(viewBottom);
    const Utf16Range visible{layout.line(first, layout.lineIndexAt(first, viewTop)).range.begin,
                             layout.line(last, layout.lineIndexAt(last, viewBottom)).range.end};
    std::vector<Bracket> brackets;
    for (const int index : layout.marks().touching(visible)) {
        const LanedRange &laned = layout.marks().laned(index);
        Bracket bracket;
        bracket.mark = index;
        bracket.key = layout.marks().mark(index).key;
        bracket.track = layout.marks().mark(index).track;
        bracket.column = std::min(laned.lane, bracketColumns - 1);
        bracket.begins = laned.range.begin >= visible.begin;
        bracket.ends = laned.range.end <= visible.end;
        bracket.top = bracket.begins ? layout.lineOf(laned.range.begin).top() - viewTop + 2 : -overshoot;
        bracket.bottom = bracket.ends ? layout.lineOf(laned.range.end - 1).textBottom - viewTop : viewBottom - viewTop + overshoot;
        bracket.bottom = std::max(bracket.bottom, bracket.top + 4);
        brackets.push_back(bracket);
    }
    return brackets;
}

std::vector<qreal> placedApart(std::span<const qreal> wishes, qreal height, qreal room)
{
    struct Cluster
    {
        size_t count;
        qreal wish; ///< sum of what each member wants for the cluster's top
        qreal top;
    };
    std::vector<Cluster> clusters;
    const auto settled = [&](Cluster cluster) {
        const auto count = qreal(cluster.count);
        cluster.top = std::clamp<qreal>(cluster.wish / count, 0, std::max<qreal>(room - count * height, 0));
        return cluster;
    };
    for (const qreal wish : wishes) {
        clusters.push_back(settled({1, wish, 0}));
        while (clusters.size() > 1) {
            const Cluster &below = clusters.back();
            Cluster &above = clusters[clusters.size() - 2];
            const qreal reach = qreal(above.count) * height;
            if (above.top + reach <= below.top)
                break;
            above = settled({above.count + below.count, above.wish + below.wish - qreal(below.count) * reach, 0});
            clusters.pop_back();
        }
    }
    std::vector<qreal> tops;
    tops.reserve(wishes.size());
    for (const Cluster &cluster : clusters) {
        for (size_t i = 0; i < cluster.count; ++i)
            tops.push_back(cluster.top + qreal(i) * height);
    }
    return tops;
}

std::vector<BracketLabel> placeLabels(std::span<const Bracket> brackets, qreal height, QRectF area)
{
    const int capacity = int(area.height() / height);
    if (capacity < 1 || area.width() < 3 * height)
        return {};
    std::vector<int> firsts; // an annotation of several ranges is named once, and each of several tracks where they share a key
    std::set<std::pair<qint64, int>> seen;
    for (int i = 0; i < int(brackets.size()); ++i) {
        if (seen.emplace(brackets[size_t(i)].key, brackets[size_t(i)].track).second)
            firsts.push_back(i);
    }
    const int all = int(firsts.size());
    const int named = all <= capacity ? all : capacity - 1;
    std::vector<BracketLabel> labels;
    std::vector<qreal> wishes;
    qreal wish = 0;
    for (const int i : firsts | std::views::take(named)) {
        labels.push_back({i, 0, {}});
        wish = std::clamp(brackets[size_t(i)].top - 1 - area.top(), wish, std::max(wish, area.height() - height));
        wishes.push_back(wish);
    }
    if (named < all) {
        labels.push_back({firsts[size_t(named)], all - named, {}});
        wishes.push_back(std::max(wish, area.height() - height));
    }
    const std::vector<qreal> tops = placedApart(wishes, height, area.height());
    for (size_t i = 0; i < labels.size(); ++i)
        labels[i].rect = QRectF(area.left(), area.top() + tops[i], area.width(), height);
    return labels;
}

qreal bracketsWidth(std::span<const Bracket> brackets)
{
    int deepest = 0;
    for (const Bracket &bracket : brackets)
        deepest = std::max(deepest, bracket.column);
    return tick + (deepest + 1) * columnWidth + 6;
}

void paintBrackets(QPainter &painter, const ArticleLayout &layout, std::span<const Bracket> brackets,
                   std::span<const BracketLabel> labels, qreal left)
{
    for (const Bracket &bracket : brackets)
        paintBracket(painter, layout, bracket, left);
    for (const BracketLabel &label : labels) {
        if (label.folded == 0) {
            paintLabel(painter, layout, label, brackets[size_t(label.bracket)], left);
            continue;
        }
        painter.setFont(layout.style().sign);
        painter.setPen(layout.style().muted);
        painter.drawText(label.rect.adjusted(13, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         QCoreApplication::translate("galley::BracketMargin", "+%n more", nullptr, label.folded));
    }
}

std::vector<int> bracketsAt(std::span<const Bracket> brackets, QPointF point, qreal left)
{
    std::vector<int> found;
    for (int i = 0; i < int(brackets.size()); ++i) {
        const Bracket &bracket = brackets[size_t(i)];
        const bool beside = std::abs(point.x() - xOf(bracket, left)) <= columnWidth / 2;
        if (beside && bracket.top - 1 <= point.y() && point.y() <= bracket.bottom + 1)
            found.push_back(i);
    }
    return found;
}

} // namespace galley
