// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleview_p.h"

#include <QApplication>
#include <QDropEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QStyleHints>
#include <QTextBlock>
#include <QTimerEvent>
#include <QToolTip>

#include <cmath>
#include <ranges>

/// What the mouse and the keyboard do in an article view.
namespace galley {

namespace {

QString typedCharacter(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const QString text = event.text();
    const bool printable = !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
    return modifiers == Qt::NoModifier && printable ? text : QString();
}

bool belongsToTheWindow(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo) || event.matches(QKeySequence::Cut)
        || event.matches(QKeySequence::Paste) || event.matches(QKeySequence::Delete);
}

} // namespace

bool ArticleView::event(QEvent *event)
{
    // QTextEdit claims these although it can't do them here; the window's undo would never see its keys.
    if (event->type() == QEvent::ShortcutOverride && belongsToTheWindow(*static_cast<QKeyEvent *>(event))) {
        event->ignore();
        return false;
    }
    return QTextEdit::event(event);
}

void ArticleView::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool upright = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool rightToLeft = textCursor().block().textDirection() == Qt::RightToLeft;
    const int direction = (event->key() == Qt::Key_Left) != rightToLeft ? -1 : 1;
    if (modifiers == Qt::ControlModifier && sideways) {
        moveBy(TextUnit::Word, direction, extend);
    } else if (modifiers == Qt::AltModifier && sideways) {
        moveBySentence(direction, extend);
    } else if (modifiers == Qt::ControlModifier && upright) {
        moveByParagraph(event->key() == Qt::Key_Up ? -1 : 1, extend);
    } else if (event->key() == Qt::Key_Escape && textCursor().hasSelection()) {
        setSelection({caret(), caret()});
    } else if (event->key() == Qt::Key_Escape && currentMark() != 0) {
        setCurrentMark(0);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && modifiers == Qt::NoModifier) {
        emit returnPressed(extend);
    } else if (const QString typed = typedCharacter(*event); !typed.isEmpty()) {
        emit characterTyped(typed);
    } else {
        const int before = caret();
        QTextEdit::keyPressEvent(event);
        if (caret() != before)
            d->revealHead();
        return;
    }
    event->accept();
}

void ArticleView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        d->clickable = true;
        d->doubleClicked = {};
        d->pressed = event->position().toPoint();
        // A press within the selection begins a new one, not a drag of the text.
        if (textCursor().hasSelection() && event->modifiers() == Qt::NoModifier)
            setSelection({caret(), caret()});
    } else if (event->button() == Qt::RightButton) {
        // The menu is about what was clicked, or about the selection where that was.
        const int place = cursorForPosition(event->position().toPoint()).position();
        const QTextCursor cursor = textCursor();
        if (!cursor.hasSelection() || place < cursor.selectionStart() || place > cursor.selectionEnd())
            setSelection({place, place});
    }
    QTextEdit::mousePressEvent(event);
}

void ArticleView::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    if (event->buttons() != Qt::NoButton) {
        if ((event->position().toPoint() - d->pressed).manhattanLength() >= QApplication::startDragDistance())
            d->clickable = false;
        if (!d->doubleClicked.isEmpty()) { // Qt's own words are those of no language
            const Utf16Range word = d->wordUnder(event->position());
            const bool backwards = word.begin < d->doubleClicked.begin;
            QTextCursor cursor = textCursor();
            cursor.setPosition(int(backwards ? d->doubleClicked.end : d->doubleClicked.begin));
            cursor.setPosition(int(backwards ? word.begin : word.end), QTextCursor::KeepAnchor);
            setTextCursor(cursor);
        }
        return;
    }
    const QPointF point = d->inDocument(event->position());
    const std::vector<int> marks = d->layout->marksAt(point);
    viewport()->setCursor(!marks.empty() && d->layout->characterAt(point) < 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    d->hover(marks.empty() ? 0 : d->layout->marks().mark(marks.front()).key);
}

Utf16Range ArticleView::Private::wordUnder(QPointF viewportPoint) const
{
    const qsizetype character = layout->characterAt(inDocument(viewportPoint)); // the caret's place may be behind it
    return unitAt(page.text, character >= 0 ? character : q->cursorForPosition(viewportPoint.toPoint()).position(), TextUnit::Word, page.language);
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTextEdit::mouseDoubleClickEvent(event); // makes a third click select the paragraph
    if (event->button() != Qt::LeftButton)
        return;
    d->doubleClicked = d->wordUnder(event->position());
    setSelection(d->doubleClicked);
}

void ArticleView::mouseReleaseEvent(QMouseEvent *event)
{
    d->doubleClicked = {};
    QTextEdit::mouseReleaseEvent(event);
    const bool clicked = std::exchange(d->clickable, false) && event->button() == Qt::LeftButton && !textCursor().hasSelection();
    if (!clicked || (event->position().toPoint() - d->pressed).manhattanLength() >= QApplication::startDragDistance())
        return;
    const std::vector<int> marks = d->layout->marksAt(d->inDocument(event->position()));
    d->click(d->layout->marks().keysOf(marks), event->globalPosition().toPoint());
}

void ArticleView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QTextEdit::wheelEvent(event);
        return;
    }
    setZoom(d->zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
    event->accept();
}

bool ArticleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = d->tipAt(help->pos());
        tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        d->hover(0);
    return QTextEdit::viewportEvent(event);
}

QString ArticleView::Private::tipAt(QPointF viewportPoint) const
{
    const QPointF point = inDocument(viewportPoint);
    QStringList lines;
    for (const int index : layout->marksAt(point) | std::views::take(12)) {
        const Mark &mark = layout->marks().mark(index);
        lines += mark.detail.isEmpty() ? mark.label : mark.detail;
    }
    const qsizetype character = layout->characterAt(point);
    for (const RoleMark &role : layout->highlights().roles) {
        if (role.range.contains(character))
            lines.prepend(tr("%1 of the current annotation", "a role such as source").arg(role.label));
    }
    if (!lines.isEmpty() || character < 0)
        return lines.join(u'\n');
    for (const StyledZone &zone : layout->zones()) {
        if (zone.range.contains(character) && !zone.label.isEmpty())
            lines += zone.label;
    }
    const auto after = std::ranges::upper_bound(layout->cues(), character, {}, [](const CueFormat &cue) { return cue.range.begin; });
    if (after != layout->cues().begin() && std::prev(after)->range.contains(character))
        lines += std::prev(after)->name;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void ArticleView::dragEnterEvent(QDragEnterEvent *event)
{
    event->mimeData()->hasUrls() ? event->acceptProposedAction() : event->ignore();
}

void ArticleView::dragMoveEvent(QDragMoveEvent *event)
{
    event->mimeData()->hasUrls() ? event->acceptProposedAction() : event->ignore();
}

void ArticleView::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return;
    event->acceptProposedAction();
    emit filesDropped(event->mimeData()->urls());
}

void ArticleView::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    d->restartBlinking();
}

void ArticleView::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    d->blink.stop();
}

void ArticleView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != d->blink.timerId()) {
        QTextEdit::timerEvent(event);
        return;
    }
    bool &on = d->layout->highlights().caretOn;
    on = !on;
    viewport()->update(cursorRect().adjusted(-3, -2, 3, 2));
}

void ArticleView::Private::restartBlinking()
{
    layout->highlights().caretOn = true;
    const int period = QGuiApplication::styleHints()->cursorFlashTime();
    if (q->hasFocus() && period >= 2)
        blink.start(period / 2, q);
    else
        blink.stop();
}

void ArticleView::Private::caretMoved()
{
    if (holding)
        return;
    restartBlinking();
    q->viewport()->update();
    describe();
}

} // namespace galley
