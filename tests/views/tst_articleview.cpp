// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleviewdriving.h"

#include <testing.h>

#include <QApplication>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMimeData>
#include <QMouseEvent>
#include <QPalette>
#include <QSignalSpy>
#include <QTextBlock>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {
const QString text = u"First one. Second\u00A0one came late.\n\nThird 👩‍👧 sentence. Fourth.\nשלום עולם. Last."_s;
}

/// Reading and selecting in the article view.
class ArticleViewTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aDragSelectsWhatItCovers();
    void keysMoveAndExtendByEveryUnit_data();
    void keysMoveAndExtendByEveryUnit();
    void inRightToLeftTextTheArrowsLeadTheOtherWay();
    void wordsAreAReadersByKeyAndByDoubleClick_data();
    void wordsAreAReadersByKeyAndByDoubleClick();
    void aDragAfterADoubleClickGoesOnByWords();
    void aSelectionTakesWholeGraphemes();
    void whatIsCopiedIsTheArticlesOwnText();
    void unitsAtTheCaretAreSelected();
    void fromTheEndOfASentenceTheNextIsSelected();
    void typedCharactersAreHandedOn();
    void escapeClearsTheSelectionThenTheMark();
    void theWindowsUndoIsNotTakenAway();
    void theCaretIsSeenInAReadOnlyText();
    void droppedFilesAreHandedOn();
    void controlAndWheelZoom();
    void assistiveTechnologyReadsCaretAndSelection();
    void positionsOfTheViewAreThoseOfTheText();

private:
    QString selected() const;
    std::unique_ptr<ArticleView> m_view;
};

void ArticleViewTest::init()
{
    m_view = std::make_unique<ArticleView>();
    m_view->setPage({text, {}, {}, {}});
    showReading(*m_view);
}

QString ArticleViewTest::selected() const
{
    const Utf16Range range = m_view->selection();
    return text.sliced(range.begin, range.length());
}

void ArticleViewTest::aDragSelectsWhatItCovers()
{
    drag(*m_view, pointAt(*m_view, 6), pointAt(*m_view, 16));
    QCOMPARE(selected(), u"one. Secon"_s);
    // Again from inside the selection: a new selection, not a drag of the text.
    drag(*m_view, pointAt(*m_view, 8), pointAt(*m_view, 13));
    QCOMPARE(selected(), u"e. Se"_s);
}

void ArticleViewTest::keysMoveAndExtendByEveryUnit_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<int>("to");

    const Qt::KeyboardModifiers none;
    QTest::newRow("character") << 0 << Qt::Key_Right << none << 1;
    QTest::newRow("back over the line break") << 34 << Qt::Key_Left << none << 33;
    QTest::newRow("an emoji is one character") << int(text.indexOf(u"👩")) << Qt::Key_Right << none << int(text.indexOf(u"👩")) + 5;
    QTest::newRow("word") << 0 << Qt::Key_Right << Qt::KeyboardModifiers(Qt::ControlModifier) << 6;
    QTest::newRow("line begin") << 5 << Qt::Key_Home << none << 0;
    QTest::newRow("line end") << 5 << Qt::Key_End << none << 32;
    QTest::newRow("sentence") << 2 << Qt::Key_Right << Qt::KeyboardModifiers(Qt::AltModifier) << 11;
    QTest::newRow("sentence over a blank line") << 11 << Qt::Key_Right << Qt::KeyboardModifiers(Qt::AltModifier) << 34;
    QTest::newRow("sentence back") << 20 << Qt::Key_Left << Qt::KeyboardModifiers(Qt::AltModifier) << 11;
    QTest::newRow("paragraph") << 2 << Qt::Key_Down << Qt::KeyboardModifiers(Qt::ControlModifier) << 34;
    QTest::newRow("paragraph back") << 40 << Qt::Key_Up << Qt::KeyboardModifiers(Qt::ControlModifier) << 34;
    QTest::newRow("two paragraphs back") << 34 << Qt::Key_Up << Qt::KeyboardModifiers(Qt::ControlModifier) << 0;
    QTest::newRow("text end") << 2 << Qt::Key_End << Qt::KeyboardModifiers(Qt::ControlModifier) << int(text.size());
    QTest::newRow("line down over the blank one") << 0 << Qt::Key_Down << none << 33;
}

void ArticleViewTest::keysMoveAndExtendByEveryUnit()
{
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(int, to);
    m_view->setSelection({from, from});
    QTest::keyClick(m_view.get(), key, modifiers);
    QCOMPARE(m_view->caret(), to);
    QVERIFY(!m_view->textCursor().hasSelection());
    m_view->setSelection({from, from});
    QTest::keyClick(m_view.get(), key, modifiers | Qt::ShiftModifier);
    QCOMPARE(m_view->selection().begin, std::min(from, to));
    QCOMPARE(m_view->selection().end, std::max(from, to));
}

void ArticleViewTest::inRightToLeftTextTheArrowsLeadTheOtherWay()
{
    const int hebrew = int(text.indexOf(u"שלום"));
    m_view->setSelection({hebrew, hebrew});
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_view->caret(), int(text.indexOf(u"Last")));
    const ArticleLayout &layout = m_view->articleLayout();
    const ArticleLayout::Line line = layout.lineOf(hebrew);
    QVERIFY(line.line.naturalTextRect().right() > layout.columnWidth() - 2); // it stands at the right
}

void ArticleViewTest::wordsAreAReadersByKeyAndByDoubleClick_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("word");
    QTest::newRow("Chinese") << u"zh"_s << u"他来到北京大学学习。她走了。\n第二段。"_s << u"北京"_s;
    QTest::newRow("decimal fraction") << u"en"_s << u"It rose by 0.03 points."_s << u"0.03"_s;
    QTest::newRow("compound") << u"en"_s << u"A well-known fact."_s << u"well-known"_s;
    QTest::newRow("elision") << u"en"_s << u"They didn’t say."_s << u"didn’t"_s;
}

void ArticleViewTest::wordsAreAReadersByKeyAndByDoubleClick()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    QFETCH(QString, word);
    m_view->setPage({page, {}, {}, {}, language});
    const int begin = int(page.indexOf(word));
    const int end = begin + int(word.size());
    const auto marked = [&] { return page.sliced(m_view->selection().begin, m_view->selection().length()); };
    for (int place = begin; place < end; ++place) {
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, pointAt(*m_view, place));
        QCOMPARE(marked(), word);
    }
    const QPoint right = pointAt(*m_view, end); // the caret's place would be behind the word
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, right - QPoint(5, 0));
    QCOMPARE(marked(), word);

    m_view->setSelection({begin, begin});
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(marked().trimmed(), word);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), begin);
}

void ArticleViewTest::aDragAfterADoubleClickGoesOnByWords()
{
    const QString page = u"他来到北京大学学习。"_s;
    m_view->setPage({page, {}, {}, {}, u"zh"_s});
    const auto marked = [&] { return page.sliced(m_view->selection().begin, m_view->selection().length()); };
    const QPoint from = pointAt(*m_view, 3);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent twice(QEvent::MouseButtonDblClick, from, m_view->viewport()->mapToGlobal(from), Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &twice);
    const auto dragTo = [&](QPoint to) {
        QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &move);
    };
    dragTo(pointAt(*m_view, 5));
    QCOMPARE(marked(), u"北京大学"_s);
    dragTo(pointAt(*m_view, 2));
    QCOMPARE(marked(), u"来到北京"_s);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointAt(*m_view, 2));
    QCOMPARE(marked(), u"来到北京"_s);
}

void ArticleViewTest::aSelectionTakesWholeGraphemes()
{
    const int emoji = int(text.indexOf(u"👩"));
    m_view->setSelection({emoji + 1, emoji + 3});
    QCOMPARE(selected(), u"👩‍👧"_s);
    m_view->setSelection({emoji, emoji});
    QVERIFY(m_view->selection().isEmpty());
}

void ArticleViewTest::whatIsCopiedIsTheArticlesOwnText()
{
    m_view->setSelection({0, text.size()});
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), text); // with its NBSP and line ends
}

void ArticleViewTest::unitsAtTheCaretAreSelected()
{
    m_view->setSelection({13, 13});
    m_view->selectWord();
    QCOMPARE(selected(), u"Second"_s);
    m_view->setSelection({13, 13});
    m_view->selectSentence();
    QCOMPARE(selected(), u"Second\u00A0one came late."_s);
    m_view->setSelection({13, 13});
    m_view->selectParagraph();
    QCOMPARE(selected(), u"First one. Second\u00A0one came late."_s);
}

void ArticleViewTest::fromTheEndOfASentenceTheNextIsSelected()
{
    m_view->setSelection({10, 10}); // behind "First one."
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(selected().trimmed(), u"Second\u00A0one came late."_s);
    QCOMPARE(m_view->selection().begin, 11);
    m_view->setSelection({32, 32}); // at the end of the paragraph
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(selected().trimmed(), u"Third 👩‍👧 sentence. Fourth."_s);
    m_view->setSelection({text.size(), text.size()});
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier); // its last line leads to the left
    QVERIFY(!m_view->textCursor().hasSelection());
}

void ArticleViewTest::typedCharactersAreHandedOn()
{
    QSignalSpy spy(m_view.get(), &ArticleView::characterTyped);
    QTest::keyClick(m_view.get(), Qt::Key_A);
    QTest::keyClick(m_view.get(), Qt::Key_7);
    QTest::keyClick(m_view.get(), 'B', Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_D, Qt::AltModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QStringList typed;
    for (const QList<QVariant> &arguments : spy)
        typed += arguments.front().toString();
    QCOMPARE(typed, (QStringList{u"a"_s, u"7"_s, u"B"_s}));
}

void ArticleViewTest::escapeClearsTheSelectionThenTheMark()
{
    m_view->setMarks({markOn(text, 4, u"Third"_s)});
    m_view->setCurrentMark(4);
    m_view->setSelection({3, 9});
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(m_view->selection().isEmpty());
    QCOMPARE(m_view->currentMark(), 4);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->currentMark(), 0);
}

void ArticleViewTest::theWindowsUndoIsNotTakenAway()
{
    QMainWindow window;
    auto *view = new ArticleView;
    view->setPage({text, {}, {}, {}});
    window.setCentralWidget(view);
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    QAction remove;
    remove.setShortcut(QKeySequence::Delete);
    window.addActions({&undo, &remove});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view->setFocus();
    QSignalSpy undone(&undo, &QAction::triggered);
    QSignalSpy removed(&remove, &QAction::triggered);
    QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(undone.size(), 1);
    QCOMPARE(removed.size(), 1);
}

void ArticleViewTest::theCaretIsSeenInAReadOnlyText()
{
    const auto caretIsPainted = [&](int position) {
        m_view->setSelection({position, position});
        const QRect rect = m_view->cursorRect();
        const QImage image = m_view->viewport()->grab().toImage();
        int dark = 0;
        for (int y = rect.top() + 2; y < rect.bottom() - 2; ++y)
            dark += image.pixelColor(rect.left(), y) == m_view->palette().color(QPalette::Text) ? 1 : 0;
        return dark > rect.height() / 2;
    };
    QVERIFY(caretIsPainted(10)); // between two words: nothing else is black there
    QVERIFY(caretIsPainted(33)); // on the blank line
}

void ArticleViewTest::droppedFilesAreHandedOn()
{
    QSignalSpy spy(m_view.get(), &ArticleView::filesDropped);
    QMimeData data;
    data.setUrls({QUrl(u"file:///a.txt"_s), QUrl(u"file:///b.html"_s)});
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.front().front().value<QList<QUrl>>().size(), 2);
}

void ArticleViewTest::controlAndWheelZoom()
{
    QSignalSpy spy(m_view.get(), &ArticleView::zoomChanged);
    QWheelEvent wheel({20, 20}, m_view->viewport()->mapToGlobal(QPointF(20, 20)), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &wheel);
    QCOMPARE(spy.size(), 1);
    QVERIFY(qFuzzyCompare(m_view->zoom(), 1.1));
    m_view->setZoom(100);
    QCOMPARE(m_view->zoom(), 4.0);
    m_view->setZoom(0);
    QCOMPARE(m_view->zoom(), 0.5);
}

void ArticleViewTest::assistiveTechnologyReadsCaretAndSelection()
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::EditableText);
    QVERIFY(accessible->state().readOnly);
    QAccessibleTextInterface *reader = accessible->textInterface();
    QVERIFY(reader);
    reader->setCursorPosition(12);
    QCOMPARE(m_view->caret(), 12);
    reader->setSelection(0, 0, 10);
    QCOMPARE(selected(), u"First one."_s);
    QCOMPARE(reader->characterCount(), text.size());
    const QRect character = reader->characterRect(12);
    const QPoint inViewport = m_view->viewport()->mapFromGlobal(character.center());
    QCOMPARE(m_view->cursorForPosition(inViewport - QPoint(1, 0)).block().blockNumber(), 0);
    QVERIFY(std::abs(inViewport.x() - pointAt(*m_view, 12).x()) < 12);
    QCOMPARE(reader->offsetAtPoint(m_view->viewport()->mapToGlobal(pointAt(*m_view, 3))), 3);
}

void ArticleViewTest::positionsOfTheViewAreThoseOfTheText()
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'\n' || text[at].isSpace() || !(text[at].isLetterOrNumber() || text[at].isPunct()))
            continue;
        const QPoint point = pointAt(*m_view, at);
        QCOMPARE(m_view->articleLayout().characterAt(point), at); // in Hebrew and Latin alike
    }
}

GALLEY_WINDOW_TEST(ArticleViewTest)
#include "tst_articleview.moc"
