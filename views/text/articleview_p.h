// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Shared by the sources of ArticleView only.

#include "articlelayout.h"
#include "articleview.h"
#include "bracketmargin.h"

#include <QBasicTimer>
#include <QPointer>
#include <QScrollBar>

namespace galley {

struct ArticleView::Private
{
    /// A line at the top of the view: what stays in place while everything around it changes.
    struct Anchor
    {
        qsizetype position = -1; ///< -1: the head of the page
        qreal offset = 0;        ///< of the line's top from the view's top, or of the page's
    };

    ArticleView *q;
    Page page;
    QPointer<ArticleLayout> layout; ///< the document's; gone before us at the end
    BracketMargin *margin = nullptr;
    QFont readingFont;
    qreal zoom = 1;
    int measure = 68;
    bool marginVisible = true;
    bool holding = false;  ///< someone restores the scroll position afterwards
    bool settling = false;
    bool shifting = false; ///< heights and scroll position change together: no pixel moves
    bool clickable = false;
    QPoint pressed;
    Utf16Range doubleClicked; ///< the word, while the button is held: a drag goes on by words
    QBasicTimer blink;

    int scrollY() const { return q->verticalScrollBar()->value(); }
    QPointF inDocument(QPointF viewportPoint) const { return viewportPoint + QPointF(q->horizontalScrollBar()->value(), scrollY()); }

    Anchor anchor() const;
    void restore(const Anchor &anchor);
    template<typename Change>
    void keepInPlace(Change change)
    {
        const Anchor place = anchor();
        holding = true;
        change();
        restore(place);
    }

    void settle(); ///< lays out what is in view
    void paragraphResized(qreal top, int delta);
    void revealHead(); ///< title and metadata come back with the first line
    void arrangeColumn();
    void placeMargin();
    void restyle();

    void makeCurrent(qint64 key);
    void dropStaleMarks(); ///< what is hovered or current but no longer there
    void hover(qint64 key);
    Utf16Range wordUnder(QPointF viewportPoint) const;
    void click(const std::vector<qint64> &keys, QPoint globalPosition);
    void stepMark(int direction);
    void caretMoved();
    void describe(); ///< tells assistive technology what is at the caret
    QString tipAt(QPointF viewportPoint) const;
    void restartBlinking();
};

} // namespace galley
