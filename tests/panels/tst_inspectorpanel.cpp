// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <panels/inspectorpanel.h>

#include <testing.h>

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QApplication>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace galley;
using namespace Qt::StringLiterals;

class InspectorPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_panel.reset(); }
    void theMemoIsTakenWhenTheFocusLeaves();
    void theMemoIsTakenWithCtrlEnter();
    void theMemoGoesToTheAnnotationItWasTypedFor();
    void aMemoBeingTypedSurvivesAChangeOfTheAnnotation();
    void everyEndCanBeMovedBothWays_data();
    void everyEndCanBeMovedBothWays();
    void aFlagIsSetAndTakenBack();
    void valuesGoWithTheirAnnotation();
    void othersAnnotationsCanBeReadNotAltered();
    void theWholeArticleHasNoEnds();
    void anOlderCodebookRevisionIsSaid();
    void nothingSelectedShowsTheEmptyState();

private:
    void select(const Annotation &annotation, bool editable = true);
    QToolButton *button(const QString &name);
    QPlainTextEdit *memo() { return m_panel->findChild<QPlainTextEdit *>(); }

    std::unique_ptr<InspectorPanel> m_panel;
};

void InspectorPanelTest::init()
{
    m_panel = std::make_unique<InspectorPanel>();
    m_panel->resize(320, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    select(newsroom::stanceAnnotation());
}

void InspectorPanelTest::select(const Annotation &annotation, bool editable)
{
    m_panel->setAnnotation(annotation, newsroom::codebook(), newsroom::actors(), u"Ada"_s, editable);
    QCoreApplication::processEvents();
}

QToolButton *InspectorPanelTest::button(const QString &name)
{
    for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

void InspectorPanelTest::theMemoIsTakenWhenTheFocusLeaves()
{
    QSignalSpy edited(m_panel.get(), &InspectorPanel::memoEdited);
    m_panel->focusMemo();
    memo()->selectAll();
    QTest::keyClicks(memo(), u"Clear."_s);
    QCOMPARE(edited.size(), 0);
    button(u"Copy quote with source"_s)->setFocus();
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(0).value<AnnotationId>(), AnnotationId{7});
    QCOMPARE(edited.first().at(1).toString(), u"Clear."_s);
    m_panel->commit();
    QCOMPARE(edited.size(), 1);
}

void InspectorPanelTest::theMemoIsTakenWithCtrlEnter()
{
    QSignalSpy edited(m_panel.get(), &InspectorPanel::memoEdited);
    m_panel->focusMemo();
    QTest::keyClicks(memo(), u"!"_s);
    QTest::keyClick(memo(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(edited.size(), 1);
}

void InspectorPanelTest::theMemoGoesToTheAnnotationItWasTypedFor()
{
    QSignalSpy edited(m_panel.get(), &InspectorPanel::memoEdited);
    m_panel->focusMemo();
    memo()->selectAll();
    QTest::keyClicks(memo(), u"Of the first"_s);
    select(newsroom::annotation(8, 1, 5));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(0).value<AnnotationId>(), AnnotationId{7});
    QCOMPARE(memo()->toPlainText(), QString());
}

void InspectorPanelTest::aMemoBeingTypedSurvivesAChangeOfTheAnnotation()
{
    QSignalSpy edited(m_panel.get(), &InspectorPanel::memoEdited);
    m_panel->focusMemo();
    memo()->selectAll();
    QTest::keyClicks(memo(), u"Half a sen"_s);
    Annotation resized = newsroom::stanceAnnotation();
    resized.ranges = {{100, 186}};
    select(resized);
    QCOMPARE(memo()->toPlainText(), u"Half a sen"_s);
    m_panel->commit();
    QCOMPARE(edited.size(), 1);
}

void InspectorPanelTest::everyEndCanBeMovedBothWays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("begin");
    QTest::addColumn<int>("direction");
    QTest::newRow("begin earlier") << u"Begin one word earlier"_s << true << -1;
    QTest::newRow("begin later") << u"Begin one word later"_s << true << 1;
    QTest::newRow("end earlier") << u"End one word earlier"_s << false << -1;
    QTest::newRow("end later") << u"End one word later"_s << false << 1;
}

void InspectorPanelTest::everyEndCanBeMovedBothWays()
{
    QFETCH(QString, name);
    QSignalSpy asked(m_panel.get(), &InspectorPanel::resizeRequested);
    QTest::mouseClick(button(name), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).value<AnnotationId>(), AnnotationId{7});
    QTEST(asked.first().at(1).toBool(), "begin");
    QTEST(asked.first().at(2).toInt(), "direction");
}

void InspectorPanelTest::aFlagIsSetAndTakenBack()
{
    QSignalSpy toggled(m_panel.get(), &InspectorPanel::flagToggled);
    QTest::mouseClick(button(u"Flagged for discussion"_s), Qt::LeftButton);
    QCOMPARE(toggled.last().at(1).toBool(), false);
    Annotation plain = newsroom::stanceAnnotation();
    plain.status = AnnotationStatus::Coded;
    select(plain);
    QTest::mouseClick(button(u"Flag for discussion"_s), Qt::LeftButton);
    QCOMPARE(toggled.last().at(1).toBool(), true);
}

void InspectorPanelTest::valuesGoWithTheirAnnotation()
{
    QSignalSpy edited(m_panel.get(), &InspectorPanel::valuesEdited);
    QTest::mouseClick(button(u"Explicit: No"_s), Qt::LeftButton);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first().at(0).value<AnnotationId>(), AnnotationId{7});
    const auto values = edited.first().at(1).value<std::vector<VariableValue>>();
    QVERIFY((values == std::vector<VariableValue>{{newsroom::holder, newsroom::ministry}, {newsroom::voice, CodeId{31}}, {newsroom::certain, false}}));
}

void InspectorPanelTest::othersAnnotationsCanBeReadNotAltered()
{
    QSignalSpy edited(m_panel.get(), &InspectorPanel::memoEdited);
    select(newsroom::stanceAnnotation(), false);
    QVERIFY(!button(u"Delete annotation"_s)->isVisible());
    QVERIFY(!button(u"Change code"_s)->isVisible());
    QVERIFY(!button(u"Begin one word later"_s)->isVisible());
    QVERIFY(!button(u"Explicit: No"_s)->isEnabled());
    QVERIFY(button(u"Copy quote with source"_s)->isVisible());
    QTest::keyClicks(memo(), u"no"_s);
    m_panel->commit();
    QCOMPARE(edited.size(), 0);
}

void InspectorPanelTest::theWholeArticleHasNoEnds()
{
    Annotation whole = newsroom::annotation(9, 0, 0, {}, newsroom::wholeArticle);
    whole.ranges.clear();
    whole.quote.clear();
    select(whole);
    QVERIFY(!button(u"Begin one word later"_s)->isVisible());
    QVERIFY(!button(u"Change code"_s)->isVisible());
}

void InspectorPanelTest::anOlderCodebookRevisionIsSaid()
{
    const bool said = std::ranges::any_of(m_panel->findChildren<QLabel *>(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"Codebook revision 2 (now 3)"_s) && label->text().contains(u"Characters 120–186"_s);
    });
    QVERIFY(said);
}

void InspectorPanelTest::nothingSelectedShowsTheEmptyState()
{
    m_panel->clear();
    QVERIFY(!memo()->isVisible());
    QVERIFY(!m_panel->annotation());
    QSignalSpy edited(m_panel.get(), &InspectorPanel::memoEdited);
    m_panel->commit();
    QCOMPARE(edited.size(), 0);
}

GALLEY_WINDOW_TEST(InspectorPanelTest)
#include "tst_inspectorpanel.moc"
