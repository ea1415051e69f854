// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleview_p.h"

#include <QPaintEvent>
#include <QStyle>

#include <algorithm>
#include <cmath>

/// Keeping the page in place while paragraphs are laid out, columns and sizes change.
namespace galley {

ArticleView::Private::Anchor ArticleView::Private::anchor() const
{
    const qreal y = scrollY();
    if (layout->paragraphCount() == 0 || y < layout->top(0))
        return {-1, y};
    const int paragraph = layout->paragraphAt(y);
    const ArticleLayout::Line line = layout->line(paragraph, layout->lineIndexAt(paragraph, y));
    return {line.range.begin, line.top() - scrollY()};
}

void ArticleView::Private::restore(const Anchor &anchor)
{
    // Twice, because laying out what follows may make room that the scroll bar had not.
    for (int i = 0; i < 2; ++i) {
        holding = true;
        qreal y = anchor.offset;
        if (anchor.position >= 0 && layout->paragraphCount() > 0)
            y = layout->lineOf(anchor.position).top() - anchor.offset;
        layout->announceSize();
        q->verticalScrollBar()->setValue(qRound(y));
        holding = false;
        settle();
    }
    q->viewport()->update();
}

void ArticleView::Private::settle()
{
    if (settling || holding || layout->paragraphCount() == 0)
        return;
    settling = true;
    // Each round either ends or lays out something new; the limit only guards against a mistake here.
    for (int round = 0; round < 1000; ++round) {
        const int y = scrollY();
        const int first = layout->paragraphAt(y);
        if (layout->settle(first))
            continue;
        const int bottom = y + q->viewport()->height();
        for (int i = first; i < layout->paragraphCount() && layout->top(i) <= bottom; ++i)
            layout->settle(i);
        layout->announceSize();
        if (scrollY() == y && layout->isSettled(layout->paragraphAt(y + q->viewport()->height())))
            break;
    }
    settling = false;
    margin->setViewTop(scrollY());
}

void ArticleView::Private::paragraphResized(qreal top, int delta)
{
    if (holding || top >= scrollY())
        return;
    QScrollBar *bar = q->verticalScrollBar();
    const int y = std::max(scrollY() + delta, 0);
    shifting = true;
    bar->setMaximum(std::max(bar->maximum(), y));
    bar->setValue(y);
    shifting = false;
    q->viewport()->update();
}

void ArticleView::Private::revealHead()
{
    if (layout->paragraphCount() > 0 && q->caret() < layout->line(0, 0).range.end && q->caret() == q->textCursor().selectionStart())
        q->verticalScrollBar()->setValue(0);
}

void ArticleView::Private::arrangeColumn()
{
    constexpr int padding = 30; // also the place of the "+n" beside a full line
    // As if the scroll bar were there, so that its coming and going never wraps the text anew.
    const int bar = q->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, q->verticalScrollBar());
    const int room = std::max(q->contentsRect().width() - bar, 0);
    const int brackets = 70;
    const int names = marginVisible ? std::clamp(room / 4, room < 520 ? brackets : 150, 230) : 0;
    const int wanted = measure > 0 ? int(std::ceil(measure * layout->style().characterWidth)) : room;
    const int width = std::max(std::min(wanted, room - 2 * padding - names), 120);
    int left = std::max((room - width) / 2, padding);
    if (marginVisible)
        left = std::max(std::min(left, room - width - padding - names), padding);
    const int marginWidth = marginVisible ? std::max(room - left - width - padding, 0) : 0;
    layout->setColumn(left, width);
    q->setViewportMargins(0, 0, marginWidth, 0);
    placeMargin();
}

void ArticleView::Private::placeMargin()
{
    const QRect page = q->viewport()->geometry();
    margin->setGeometry(page.right() + 1, page.top(), q->viewportMargins().right(), page.height());
}

void ArticleView::Private::restyle()
{
    keepInPlace([this] {
        layout->setStyle(articleStyle(readingFont, zoom, q->palette()));
        arrangeColumn();
    });
}

void ArticleView::paintEvent(QPaintEvent *event)
{
    d->settle();
    QTextEdit::paintEvent(event);
}

void ArticleView::resizeEvent(QResizeEvent *event)
{
    if (d->holding) { // setting the margins resizes the viewport
        QTextEdit::resizeEvent(event);
        d->placeMargin();
        return;
    }
    d->keepInPlace([&] {
        d->arrangeColumn();
        QTextEdit::resizeEvent(event);
        d->placeMargin();
    });
}

void ArticleView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange: // QTextEdit gave its document the widget's font
    case QEvent::ApplicationFontChange:
    case QEvent::StyleChange:
        if (d && d->margin)
            d->restyle();
        break;
    default:
        break;
    }
}

void ArticleView::scrollContentsBy(int dx, int dy)
{
    if (!d->shifting)
        QTextEdit::scrollContentsBy(dx, dy);
    d->settle();
    if (d->margin)
        d->margin->setViewTop(d->scrollY());
}

void ArticleView::scrollToPosition(int position)
{
    // More than once: what comes into view may turn out taller or lower than it was guessed.
    for (int i = 0; i < 3; ++i) {
        const ArticleLayout::Line line = d->layout->lineOf(std::clamp<qsizetype>(position, 0, d->page.text.size()));
        d->layout->announceSize();
        const int height = viewport()->height();
        const int y = d->scrollY();
        if (line.top() >= y && line.textBottom + d->layout->style().lanePitch * shownLanes <= y + height)
            break;
        verticalScrollBar()->setValue(qRound(line.top()) - height / 3);
    }
}

} // namespace galley
