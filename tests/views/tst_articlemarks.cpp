// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleviewdriving.h"
#include <text/bracketmargin.h>

#include <testing.h>

#include <QApplication>
#include <QRandomGenerator>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {
const QString council = u"The council met on Monday.\nIt voted to close the harbour, and the mayor said it was right.\nNobody objected."_s;
}

/// Marks in the article view: seen, hit, stepped through.
class ArticleMarksTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aClickOnMarkedTextMakesItCurrent();
    void aClickOnAnUnmarkedPlaceLeavesNoneCurrent();
    void eachOfSixOverlappingMarksIsReachedByItsLane();
    void whatFoldsIsReachedByTheCount();
    void aClickWhereSeveralLieOffersTheChoice();
    void aDragIsNoClick();
    void theMenuIsAboutWhatWasClicked();
    void hoveringTellsAndLeavingToo();
    void steppingGoesThroughAllInReadingOrder();
    void steppingBeginsAtTheCaret();
    void aKeyCyclesThoseAtTheCaret();
    void rangesOfOneAnnotationAreLitTogether();
    void aLineIsAsTallAsItsLanesNeedButNoTaller();
    void removedMarksAreNoLongerCurrent();
    void bracketsAndNamesAreClickedAndHovered();
    void addingMarksLooksLikeSettingThem();
    void garbageRangesPaint();
    void theTipTellsOfTheMarksElseOfTheZoneOrCue();
    void theScreenReaderHearsWhatIsAtTheCaret();

private:
    void setSix();
    std::unique_ptr<ArticleView> m_view;
};

void ArticleMarksTest::init()
{
    m_view = std::make_unique<ArticleView>();
    m_view->setPage({council, {}, u"Gazette · Monday"_s, {}});
    showReading(*m_view);
}

/// Nested, crossing and two of the same extent, all over "the mayor".
void ArticleMarksTest::setSix()
{
    m_view->setMarks({markOn(council, 1, u"It voted to close the harbour, and the mayor said it was right."_s), markOn(council, 2, u"close the harbour, and the mayor"_s),
                      markOn(council, 3, u"and the mayor said"_s), markOn(council, 4, u"the mayor said it"_s), markOn(council, 5, u"mayor"_s),
                      markOn(council, 6, u"mayor"_s)});
}

void ArticleMarksTest::aClickOnMarkedTextMakesItCurrent()
{
    QSignalSpy spy(m_view.get(), &ArticleView::currentMarkChanged);
    m_view->setMarks({markOn(council, 7, u"harbour"_s)});
    click(*m_view, pointAt(*m_view, council.indexOf(u"harbour") + 3));
    QCOMPARE(m_view->currentMark(), 7);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(m_view->caret(), council.indexOf(u"harbour") + 3);
}

void ArticleMarksTest::aClickOnAnUnmarkedPlaceLeavesNoneCurrent()
{
    m_view->setMarks({markOn(council, 7, u"harbour"_s)});
    m_view->setCurrentMark(7);
    click(*m_view, pointAt(*m_view, 2));
    QCOMPARE(m_view->currentMark(), 0);
}

void ArticleMarksTest::eachOfSixOverlappingMarksIsReachedByItsLane()
{
    setSix();
    QCOMPARE(m_view->laneCount(), 6);
    const ArticleLayout &layout = m_view->articleLayout();
    const qsizetype mayor = council.indexOf(u"mayor");
    QSet<qint64> reached;
    for (int i = 0; i < layout.lineCount(1); ++i) {
        const ArticleLayout::Line line = layout.line(1, i);
        if (!line.range.contains(mayor))
            continue;
        const ArticleLayout::Pieces pieces = layout.pieces(line.range);
        QCOMPARE(pieces.size(), size_t(6));
        for (const LinePiece &piece : pieces) {
            QVERIFY(piece.slot >= 0);
            const QRectF rect = layout.rects(line, piece.range).front();
            click(*m_view, QPointF(rect.center().x(), layout.laneTop(line, piece.slot) + 1).toPoint());
            QCOMPARE(m_view->currentMark(), layout.marks().mark(piece.member).key);
            reached.insert(m_view->currentMark());
        }
        QCOMPARE(foldedCount(pieces), 0);
    }
    QCOMPARE(reached.size(), 6);
}

void ArticleMarksTest::whatFoldsIsReachedByTheCount()
{
    setSix();
    m_view->addMarks({markOn(council, 7, u"mayor"_s), markOn(council, 8, u"mayor"_s)});
    QCOMPARE(m_view->laneCount(), 8);
    QSignalSpy offered(m_view.get(), &ArticleView::marksClicked);
    const ArticleLayout &layout = m_view->articleLayout();
    for (int i = 0; i < layout.lineCount(1); ++i) {
        const ArticleLayout::Line line = layout.line(1, i);
        if (!line.range.contains(council.indexOf(u"mayor")))
            continue;
        QCOMPARE(foldedCount(layout.pieces(line.range)), 2);
        click(*m_view, layout.countRect(line, 2).center().toPoint());
    }
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered.front().front().value<QList<qint64>>(), (QList<qint64>{8, 7, 6, 5, 4, 3, 2, 1}));
}

void ArticleMarksTest::aClickWhereSeveralLieOffersTheChoice()
{
    setSix();
    QSignalSpy offered(m_view.get(), &ArticleView::marksClicked);
    click(*m_view, pointAt(*m_view, council.indexOf(u"said") + 1));
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered.front().front().value<QList<qint64>>(), (QList<qint64>{4, 3, 1}));
    QCOMPARE(m_view->currentMark(), 0);
    QVERIFY((m_view->marksAt(int(council.indexOf(u"mayor"))) == std::vector<qint64>{6, 5, 4, 3, 2, 1}));
}

void ArticleMarksTest::aDragIsNoClick()
{
    setSix();
    QSignalSpy offered(m_view.get(), &ArticleView::marksClicked);
    drag(*m_view, pointAt(*m_view, council.indexOf(u"mayor")), pointAt(*m_view, council.indexOf(u"said")));
    QVERIFY(!m_view->selection().isEmpty());
    QVERIFY(offered.isEmpty());
    QCOMPARE(m_view->currentMark(), 0);
}

void ArticleMarksTest::theMenuIsAboutWhatWasClicked()
{
    const qsizetype mayor = council.indexOf(u"mayor");
    const auto pressRight = [&](qsizetype position) {
        QTest::mousePress(m_view->viewport(), Qt::RightButton, {}, pointAt(*m_view, position));
        QTest::mouseRelease(m_view->viewport(), Qt::RightButton, {}, pointAt(*m_view, position));
    };
    m_view->setSelection({0, 11});
    pressRight(mayor + 2);
    QVERIFY(m_view->selection().isEmpty());
    QVERIFY(std::abs(m_view->caret() - (mayor + 2)) <= 1);
    m_view->setSelection({mayor - 4, mayor + 5});
    pressRight(mayor + 2);
    QVERIFY((m_view->selection() == Utf16Range{mayor - 4, mayor + 5}));
}

void ArticleMarksTest::hoveringTellsAndLeavingToo()
{
    m_view->setMarks({markOn(council, 7, u"harbour"_s)});
    QSignalSpy spy(m_view.get(), &ArticleView::markHovered);
    QTest::mouseMove(m_view->viewport(), pointAt(*m_view, council.indexOf(u"harbour") + 2));
    QCOMPARE(m_view->hoveredMark(), 7);
    QTest::mouseMove(m_view->viewport(), pointAt(*m_view, 3));
    QCOMPARE(m_view->hoveredMark(), 0);
    QCOMPARE(spy.size(), 2);
}

void ArticleMarksTest::steppingGoesThroughAllInReadingOrder()
{
    setSix();
    m_view->addMarks({markOn(council, 9, u"Monday"_s), markOn(council, 9, u"Nobody"_s)});
    QList<qint64> forward;
    for (int i = 0; i < 8; ++i) {
        m_view->nextMark();
        forward += m_view->currentMark();
    }
    QCOMPARE(forward, (QList<qint64>{9, 1, 2, 3, 4, 5, 6, 9})); // and around
    m_view->previousMark();
    QCOMPARE(m_view->currentMark(), 6);
    QCOMPARE(m_view->caret(), council.indexOf(u"mayor"));
}

void ArticleMarksTest::steppingBeginsAtTheCaret()
{
    setSix();
    const int said = int(council.indexOf(u"said"));
    m_view->setSelection({said, said});
    m_view->previousMark();
    QCOMPARE(m_view->currentMark(), 6);
    m_view->setCurrentMark(0);
    const int monday = int(council.indexOf(u"Monday"));
    m_view->setSelection({monday, monday});
    m_view->nextMark();
    QCOMPARE(m_view->currentMark(), 1);
}

void ArticleMarksTest::aKeyCyclesThoseAtTheCaret()
{
    setSix();
    const int said = int(council.indexOf(u"said"));
    m_view->setSelection({said, said});
    QList<qint64> seen;
    for (int i = 0; i < 4; ++i) {
        m_view->cycleMarks();
        seen += m_view->currentMark();
    }
    QCOMPARE(seen, (QList<qint64>{4, 3, 1, 4}));
    QCOMPARE(m_view->caret(), said);
}

void ArticleMarksTest::rangesOfOneAnnotationAreLitTogether()
{
    m_view->setMarks({markOn(council, 7, u"Monday"_s), markOn(council, 7, u"Nobody"_s)});
    const auto colorBehind = [&](const QString &word) {
        const QPoint at = pointAt(*m_view, council.indexOf(word));
        return m_view->viewport()->grab().toImage().pixelColor(at.x(), int(m_view->articleLayout().lineOf(council.indexOf(word)).top()) + 1);
    };
    const QColor page = colorBehind(u"Monday"_s);
    m_view->setCurrentMark(7);
    QVERIFY(colorBehind(u"Monday"_s) != page);
    QVERIFY(colorBehind(u"Nobody"_s) != page);
    QCOMPARE(colorBehind(u"council"_s), page);
    QCOMPARE(m_view->marks(7).size(), size_t(2));
}

void ArticleMarksTest::aLineIsAsTallAsItsLanesNeedButNoTaller()
{
    const ArticleLayout &layout = m_view->articleLayout();
    const auto heightOfSecond = [&] { return layout.bottom(1) - layout.top(1); };
    const qreal plain = heightOfSecond();
    m_view->setMarks({markOn(council, 1, u"harbour"_s)});
    const qreal one = heightOfSecond();
    m_view->addMarks({markOn(council, 2, u"harbour"_s), markOn(council, 3, u"harbour"_s)});
    const qreal three = heightOfSecond();
    QVERIFY(plain <= one && one < three);
    std::vector<Mark> many;
    for (int key = 4; key < 20; ++key)
        many.push_back(markOn(council, key, u"harbour"_s));
    m_view->addMarks(many);
    const ArticleLayout::Line line = layout.lineOf(council.indexOf(u"harbour"));
    QCOMPARE(heightOfSecond() - three, qreal(layout.style().roomFor(shownLanes) - layout.style().roomFor(3)));
    // Never into the next line's text.
    QVERIFY(layout.laneTop(line, shownLanes - 1) + layout.style().laneThickness <= layout.lineOf(line.range.end + 1).top());
    for (int key = 1; key < 20; ++key)
        m_view->removeMarks(key);
    QCOMPARE(heightOfSecond(), plain);
}

void ArticleMarksTest::removedMarksAreNoLongerCurrent()
{
    setSix();
    m_view->setCurrentMark(3);
    QSignalSpy spy(m_view.get(), &ArticleView::currentMarkChanged);
    m_view->removeMarks(3);
    QCOMPARE(m_view->currentMark(), 0);
    QCOMPARE(spy.size(), 1);
    m_view->setCurrentMark(4);
    m_view->setMarks({});
    QCOMPARE(m_view->currentMark(), 0);
    m_view->setCurrentMark(12345); // unknown
    QCOMPARE(m_view->currentMark(), 0);
}

void ArticleMarksTest::bracketsAndNamesAreClickedAndHovered()
{
    setSix();
    BracketMargin *margin = m_view->margin();
    const std::vector<Bracket> brackets = margin->brackets();
    const std::vector<BracketLabel> labels = margin->labels(brackets);
    QCOMPARE(brackets.size(), size_t(6));
    QCOMPARE(labels.size(), size_t(6));
    for (const BracketLabel &label : labels) {
        const qint64 key = brackets[size_t(label.bracket)].key;
        QTest::mouseMove(margin, label.rect.center().toPoint());
        QCOMPARE(m_view->hoveredMark(), key);
        QTest::mouseClick(margin, Qt::LeftButton, {}, label.rect.center().toPoint());
        QCOMPARE(m_view->currentMark(), key);
    }
    QCOMPARE(margin->marksAt(QPointF(margin->width() - 2, margin->height() - 2)), std::vector<int>{});
}

void ArticleMarksTest::addingMarksLooksLikeSettingThem()
{
    for (quint32 seed = 1; seed <= 8; ++seed) {
        QRandomGenerator random(seed);
        std::vector<Mark> marks;
        for (int key = 1; key <= 25; ++key) {
            const qsizetype begin = random.bounded(int(council.size()));
            marks.push_back({key, {begin, begin + random.bounded(1, 60)}, QColor::fromHsv(key * 14, 200, 150), u"Code %1"_s.arg(key), {}, key % 3 == 0, key % 5 == 0});
        }
        m_view->setMarks({});
        for (const Mark &mark : marks)
            m_view->addMarks({mark});
        for (const qint64 key : {3, 11, 19}) {
            m_view->removeMarks(key);
            std::erase_if(marks, [key](const Mark &mark) { return mark.key == key; });
        }
        ArticleView fresh;
        fresh.setPage(m_view->page());
        fresh.setMarks(marks);
        showReading(fresh);
        fresh.clearFocus(); // no caret in one picture only
        m_view->clearFocus();
        QCOMPARE(m_view->grab().toImage(), fresh.grab().toImage());
    }
}

void ArticleMarksTest::garbageRangesPaint()
{
    // Controls, Latin, Hebrew, Arabic, marks, direction controls, lone surrogates, non-characters.
    const std::vector<std::pair<int, int>> alphabets{{0, 0x250}, {0x300, 0x330}, {0x5D0, 0x5EA}, {0x620, 0x650}, {0x2000, 0x2070}, {0xD800, 0xE000}, {0xFFF0, 0x10000}};
    for (quint32 seed = 1; seed <= 10; ++seed) {
        QRandomGenerator random(seed);
        QString text;
        for (int i = 0; i < 300; ++i) {
            const auto [from, to] = alphabets[size_t(random.bounded(int(alphabets.size())))];
            text += random.bounded(8) ? QChar(char16_t(random.bounded(from, to))) : QChar(u'\n');
        }
        std::vector<Mark> marks{{1, {-100, 100000}, Qt::red, {}, {}, true, true}, {2, {50, 10}, {}, {}, {}, false, false}, {0, {0, 5}, Qt::blue, {}, {}, false, true}};
        for (int key = 3; key < 40; ++key)
            marks.push_back({key, {random.bounded(-50, 400), random.bounded(-50, 400)}, Qt::green, u"x\ny"_s, {}, key % 2 == 0, key % 3 == 0});
        m_view->setPage({text, u"\u202Etitle\n"_s, QString(5, QChar(0xD800)), {{{-5, 20}, ZoneStyle::Headline, {}}, {{10, 9999}, ZoneStyle::Dimmed, {}}}});
        m_view->setCues({{{-3, 500}, Qt::red, true, true, u"cue"_s}, {{30, 20}, {}, false, false, {}}});
        m_view->setMarks(marks);
        m_view->setFindHits({{0, 5}, {290, 400}}, 1);
        m_view->setCurrentMark(1);
        m_view->setSelection({-4, 1000});
        for (const qreal zoom : {0.5, 1.0, 3.0}) {
            m_view->setZoom(zoom);
            QVERIFY(!m_view->grab().toImage().isNull());
        }
        QCOMPARE(m_view->selection().end, text.size());
        for (int position = -2; position < 310; position += 7)
            m_view->marksAt(position);
    }
    m_view->setPage({});
    m_view->setMarks({{1, {0, 5}, Qt::red, u"on nothing"_s, {}, false, false}});
    m_view->nextMark();
    QVERIFY(!m_view->grab().toImage().isNull());
    QCOMPARE(m_view->currentMark(), 0);
}

void ArticleMarksTest::theTipTellsOfTheMarksElseOfTheZoneOrCue()
{
    const auto zone = qsizetype(council.indexOf(u"Nobody"));
    m_view->setPage({council, {}, {}, {{{zone, council.size()}, ZoneStyle::Dimmed, u"Credit line"_s}}});
    m_view->setCues({{{4, 11}, Qt::darkGreen, false, true, u"Institution"_s}});
    m_view->setMarks({markOn(council, 1, u"the harbour, and the mayor"_s), markOn(council, 2, u"harbour"_s)});
    const auto tipAt = [&](qsizetype position) {
        const QPoint at = pointAt(*m_view, position);
        QHelpEvent help(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &help);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    };
    QCOMPARE(tipAt(council.indexOf(u"harbour") + 1), u"Detail 2\nDetail 1"_s);
    QCOMPARE(tipAt(zone + 2), u"Credit line"_s);
    QCOMPARE(tipAt(6), u"Institution"_s);
}

void ArticleMarksTest::theScreenReaderHearsWhatIsAtTheCaret()
{
    m_view->setMarks({markOn(council, 7, u"harbour"_s)});
    const int harbour = int(council.indexOf(u"harbour"));
    m_view->setSelection({harbour, harbour});
    QCOMPARE(m_view->accessibleDescription(), u"Annotations at the caret: Code 7."_s);
    m_view->setCurrentMark(7);
    QCOMPARE(m_view->accessibleDescription(), u"Current annotation: Detail 7. Annotations at the caret: Code 7."_s);
    m_view->setCurrentMark(0);
    m_view->setSelection({0, 0});
    QCOMPARE(m_view->accessibleDescription(), QString());
    QCOMPARE(m_view->accessibleName(), u"Article text"_s);
}

GALLEY_WINDOW_TEST(ArticleMarksTest)
#include "tst_articlemarks.moc"
