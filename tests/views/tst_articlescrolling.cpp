// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleviewdriving.h"
#include <text/articlestyle.h>

#include <testing.h>

#include <QApplication>
#include <QPalette>
#include <QRandomGenerator>

using namespace galley;
using namespace Qt::StringLiterals;

/// Layout beyond what is seen: lazy, and never felt.
class ArticleScrollingTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void onlyWhatIsSeenIsLaidOut();
    void whatIsReadStaysInPlaceWhenTheWindowIsResized();
    void whatIsReadStaysInPlaceWhenTheTextGrows();
    void whatIsReadStaysInPlaceWhenMarksComeAbove();
    void scrollingUpThroughGuessedHeightsIsSteady();
    void theEndOfTheTextIsReached();
    void pagingByKeysGoesForthAndBack();
    void currentMarksComeIntoView();
    void theColumnHasAComfortableMeasure();
    void titleAndMetadataTakeRoomButNoPositions();
    void aPageInTheDarkIsReadable();
    void mutedTextIsReadableOnEveryPage();
    void aSecondPageForgetsTheFirst();
    void cuesColourTheTextAndLeaveItsPlaces();

private:
    qsizetype topmost() const; ///< position at which the first line in view begins
    std::unique_ptr<ArticleView> m_view;
};

void ArticleScrollingTest::init()
{
    m_view = std::make_unique<ArticleView>();
    m_view->setPage({longText(400), {}, {}, {}});
    showReading(*m_view);
}

qsizetype ArticleScrollingTest::topmost() const
{
    const ArticleLayout &layout = m_view->articleLayout();
    const qreal y = m_view->verticalScrollBar()->value();
    const int paragraph = layout.paragraphAt(y);
    return layout.line(paragraph, layout.lineIndexAt(paragraph, y)).range.begin;
}

void ArticleScrollingTest::onlyWhatIsSeenIsLaidOut()
{
    m_view->grab();
    int settled = 0;
    for (int i = 0; i < m_view->articleLayout().paragraphCount(); ++i)
        settled += m_view->articleLayout().isSettled(i) ? 1 : 0;
    QVERIFY2(settled > 5 && settled < 30, qPrintable(QString::number(settled)));
}

void ArticleScrollingTest::whatIsReadStaysInPlaceWhenTheWindowIsResized()
{
    m_view->verticalScrollBar()->setValue(9000);
    const qsizetype before = topmost();
    for (const int width : {400, 1300, 700, 520, 900}) {
        m_view->resize(width, 700);
        m_view->grab();
        const ArticleLayout::Line line = m_view->articleLayout().lineOf(before);
        const qreal y = line.top() - m_view->verticalScrollBar()->value();
        QVERIFY2(std::abs(y) < 2 * m_view->articleLayout().style().lineHeight, qPrintable(u"%1 at width %2"_s.arg(y).arg(width)));
    }
}

void ArticleScrollingTest::whatIsReadStaysInPlaceWhenTheTextGrows()
{
    m_view->verticalScrollBar()->setValue(9000);
    const qsizetype before = topmost();
    for (const qreal zoom : {1.7, 0.6, 1.0}) {
        m_view->setZoom(zoom);
        const qreal y = m_view->articleLayout().lineOf(before).top() - m_view->verticalScrollBar()->value();
        QVERIFY(std::abs(y) < 2 * m_view->articleLayout().style().lineHeight);
    }
}

void ArticleScrollingTest::whatIsReadStaysInPlaceWhenMarksComeAbove()
{
    m_view->verticalScrollBar()->setValue(1500); // through laid out paragraphs
    m_view->verticalScrollBar()->setValue(3000);
    const qsizetype before = topmost();
    const int y = int(m_view->articleLayout().lineOf(before).top()) - m_view->verticalScrollBar()->value();
    std::vector<Mark> marks;
    for (int key = 1; key < 40; ++key)
        marks.push_back({key, {key * 10, key * 10 + 400}, Qt::red, {}, {}, false, false});
    m_view->addMarks(marks);
    QCOMPARE(topmost(), before);
    QCOMPARE(int(m_view->articleLayout().lineOf(before).top()) - m_view->verticalScrollBar()->value(), y);
    // The taller paragraphs above are met when they come into view.
    while (m_view->verticalScrollBar()->value() > 0)
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() - 200);
    QCOMPARE(topmost(), 0);
}

void ArticleScrollingTest::scrollingUpThroughGuessedHeightsIsSteady()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->setValue(20000); // a leap into what was never laid out
    const ArticleLayout &layout = m_view->articleLayout();
    for (int i = 0; i < 60; ++i) {
        const qsizetype watched = topmost();
        const int before = int(layout.lineOf(watched).top()) - bar->value();
        bar->setValue(bar->value() - 60);
        QCOMPARE(int(layout.lineOf(watched).top()) - bar->value(), before + 60); // moved by what was asked, not by a guess's error
    }
}

void ArticleScrollingTest::theEndOfTheTextIsReached()
{
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_view->caret(), int(m_view->page().text.size()));
    QVERIFY(m_view->viewport()->rect().intersects(m_view->cursorRect()));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    const qreal end = m_view->articleLayout().bottom(m_view->articleLayout().paragraphCount() - 1);
    QVERIFY(end <= m_view->verticalScrollBar()->value() + m_view->viewport()->height());
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void ArticleScrollingTest::pagingByKeysGoesForthAndBack()
{
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    const int down = m_view->caret();
    QVERIFY(down > 2000);
    QVERIFY(m_view->viewport()->rect().intersects(m_view->cursorRect()));
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QVERIFY(m_view->caret() < 200);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QVERIFY(m_view->verticalScrollBar()->value() > 400);
    QVERIFY(m_view->caret() < 200); // Space scrolls only
}

void ArticleScrollingTest::currentMarksComeIntoView()
{
    const QString &text = m_view->page().text;
    m_view->setMarks({markOn(text, 1, u"Paragraph 5 reports"_s), markOn(text, 2, u"Paragraph 300 reports"_s), markOn(text, 3, u"Paragraph 120 reports"_s)});
    for (const qint64 key : {2, 1, 3}) {
        m_view->setCurrentMark(key);
        m_view->grab();
        const int begin = int(m_view->marks(key).front().range.begin);
        QVERIFY(m_view->viewport()->rect().contains(pointAt(*m_view, begin)));
    }
    m_view->setFindHits(findAll(text, u"Paragraph 77 "), 0);
    QVERIFY(m_view->viewport()->rect().contains(pointAt(*m_view, text.indexOf(u"Paragraph 77 "))));
}

void ArticleScrollingTest::theColumnHasAComfortableMeasure()
{
    const ArticleLayout &layout = m_view->articleLayout();
    m_view->resize(1400, 700);
    QVERIFY(std::abs(layout.columnWidth() - 68 * layout.style().characterWidth) < 2);
    const int right = m_view->width() - layout.columnLeft() - layout.columnWidth();
    QVERIFY(std::abs(layout.columnLeft() - right) < 20); // in the middle
    m_view->setMeasure(40);
    QVERIFY(std::abs(layout.columnWidth() - 40 * layout.style().characterWidth) < 2);
    m_view->setMeasure(0);
    QVERIFY(layout.columnWidth() > 1000);
    m_view->resize(200, 300);
    QVERIFY(layout.columnWidth() >= 100);
    m_view->setMarginVisible(false);
    QVERIFY(!m_view->grab().isNull());
}

void ArticleScrollingTest::titleAndMetadataTakeRoomButNoPositions()
{
    const QString text = u"Headline here\n\nBody."_s;
    const ArticleLayout &layout = m_view->articleLayout();
    m_view->setPage({text, {}, {}, {}});
    const qreal plain = layout.lineOf(0).top();
    const qreal plainBody = layout.lineOf(text.indexOf(u"Body")).top();
    m_view->setPage({text, u"Headline here"_s, u"Gazette"_s, {{{0, 13}, ZoneStyle::Headline, u"Headline"_s}}});
    QCOMPARE(layout.lineOf(0).top(), plain); // the text begins with the title: it is not shown twice
    QVERIFY(layout.metadataTop() > layout.lineOf(0).textBottom);
    QVERIFY(layout.metadataTop() + layout.head().metadataHeight() < layout.lineOf(text.indexOf(u"Body")).top());
    QVERIFY(layout.lineOf(text.indexOf(u"Body")).top() > plainBody);
    m_view->setPage({text, u"Another title"_s, u"Gazette"_s, {}});
    QVERIFY(layout.lineOf(0).top() > plain + layout.head().titleHeight());
    QVERIFY(layout.metadataTop() + layout.head().metadataHeight() <= layout.lineOf(0).top());
    QCOMPARE(m_view->document()->characterCount(), int(text.size()) + 1);
}

void ArticleScrollingTest::aPageInTheDarkIsReadable()
{
    m_view->setPage({u"Caption here.\nBody."_s, {}, {}, {{{0, 13}, ZoneStyle::Dimmed, u"Caption"_s}}});
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(20, 22, 26));
    palette.setColor(QPalette::Text, QColor(225, 225, 220));
    m_view->setPalette(palette);
    QVERIFY(m_view->articleLayout().style().dark);
    const QImage image = m_view->grab().toImage();
    QCOMPARE(image.pixelColor(5, 300), QColor(20, 22, 26));
    QCOMPARE(image.pixelColor(m_view->width() - 40, 300), QColor(20, 22, 26)); // the margin too
    const auto formats = m_view->articleLayout().textLayout(0)->formats();
    QCOMPARE(formats.size(), 1);
    QVERIFY(contrast(formats.front().format.foreground().color(), QColor(20, 22, 26)) >= 4.5);
}

void ArticleScrollingTest::mutedTextIsReadableOnEveryPage()
{
    QRandomGenerator random(7);
    int readable = 0;
    for (int i = 0; i < 3000; ++i) {
        const QColor page = QColor::fromRgb(random.generate());
        const QColor text = QColor::fromRgb(random.generate());
        const QColor muted = mutedColor(text, page);
        if (contrast(text, page) < 4.6) {
            QCOMPARE(muted, text); // no worse than what the palette gives
        } else {
            ++readable;
            QVERIFY(contrast(muted, page) >= 4.5);
        }
    }
    QVERIFY(readable > 50);
}

void ArticleScrollingTest::aSecondPageForgetsTheFirst()
{
    m_view->setMarks({{1, {0, 50}, Qt::red, {}, {}, false, false}});
    m_view->setCurrentMark(1);
    m_view->verticalScrollBar()->setValue(5000);
    m_view->setPage({u"Short."_s, {}, {}, {}});
    QCOMPARE(m_view->currentMark(), 0);
    QVERIFY(m_view->marks(1).empty());
    QCOMPARE(m_view->caret(), 0);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    QVERIFY(!m_view->verticalScrollBar()->isVisible());
}

void ArticleScrollingTest::cuesColourTheTextAndLeaveItsPlaces()
{
    const QColor green(0, 120, 60);
    const qreal top = m_view->articleLayout().lineOf(500).top();
    const qsizetype second = m_view->articleLayout().paragraphRange(1).begin;
    m_view->setCues({{{second - 5, second + 9}, green, false, true, u"over a line break"_s}, {{900, 900}, green, true, false, {}}});
    QCOMPARE(m_view->articleLayout().cues().size(), size_t(2)); // cut at the paragraph's end, the empty one left out
    QCOMPARE(m_view->articleLayout().lineOf(500).top(), top);
    const auto formats = m_view->articleLayout().textLayout(1)->formats();
    QCOMPARE(formats.size(), 1);
    QCOMPARE(formats.front().start, 0);
    QCOMPARE(formats.front().length, 9);
    QCOMPARE(formats.front().format.foreground().color(), green);
    m_view->setCues({});
    m_view->grab();
    QVERIFY(m_view->articleLayout().textLayout(1)->formats().isEmpty());
}

GALLEY_WINDOW_TEST(ArticleScrollingTest)
#include "tst_articlescrolling.moc"
