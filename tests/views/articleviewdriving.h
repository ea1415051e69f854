// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlelayout.h>
#include <text/articleview.h>

#include <QScrollBar>
#include <QTest>

namespace galley {

inline Mark markOn(const QString &text, qint64 key, const QString &words, QColor color = Qt::darkCyan)
{
    const qsizetype at = text.indexOf(words);
    Q_ASSERT(at >= 0);
    return {key, {at, at + words.size()}, color, QStringLiteral("Code %1").arg(key), QStringLiteral("Detail %1").arg(key), false, false};
}

/// A text of `paragraphs` paragraphs of a few lines each.
inline QString longText(int paragraphs)
{
    QString text;
    for (int i = 0; i < paragraphs; ++i) {
        text += QStringLiteral("Paragraph %1 reports what the council decided on housing, schools and the harbour. ").arg(i);
        text += QStringLiteral("The mayor spoke first. Then the opposition answered, at some length and with figures of its own.\n");
    }
    return text;
}

/// Where a character is in the viewport, a little inside of its left edge.
inline QPoint pointAt(const ArticleView &view, qsizetype position)
{
    const ArticleLayout &layout = view.articleLayout();
    const ArticleLayout::Line line = layout.lineOf(position);
    const std::vector<QRectF> rects = layout.rects(line, {position, position + 1});
    const QPointF inDocument(rects.front().left() + 2, (line.top() + line.textBottom) / 2);
    return (inDocument - QPointF(0, view.verticalScrollBar()->value())).toPoint();
}

inline void drag(ArticleView &view, QPoint from, QPoint to)
{
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view.viewport(), (from + to) / 2);
    QTest::mouseMove(view.viewport(), to);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
}

inline void click(ArticleView &view, QPoint at, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, at);
}

/// Shown at a fixed size with the focus, as a reader has it.
inline void showReading(ArticleView &view, QSize size = {900, 700})
{
    view.resize(size);
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
}

} // namespace galley
