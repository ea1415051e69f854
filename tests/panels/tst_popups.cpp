// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <panels/codepalette.h>
#include <panels/markchooser.h>

#include <testing.h>

#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QSignalSpy>
#include <QApplication>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class PopupsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFewLettersAndEnterChooseACode();
    void theArrowsMoveThroughTheCodesAndAround();
    void aClickChooses();
    void escapeChoosesNothing();
    void nothingCanBeChosenWhereNoCodeFits();
    void whereNoCodeFitsOneIsCreatedOrAskedFor();
    void theNextOpeningBeginsAnew();
    void severalMarksAreChosenByKey();
    void severalMarksAreChosenByMouse();
    void theCurrentMarkIsToldSoThatItsExtentCanBeShown();
    void popupsStayOnTheScreen();
};

void PopupsTest::aFewLettersAndEnterChooseACode()
{
    CodePalette palette;
    QSignalSpy chosen(&palette, &CodePalette::codeChosen), dismissed(&palette, &CodePalette::dismissed);
    palette.open(newsroom::codebook(), u"Code “sea” as"_s, {100, 100});
    auto *field = palette.findChild<QLineEdit *>();
    QVERIFY(QTest::qWaitFor([&] { return field->hasFocus(); }, 5000));
    QTest::keyClicks(field, u"cap res"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<CodeId>(), CodeId{2});
    QCOMPARE(dismissed.size(), 0);
    QVERIFY(!palette.isVisible());
}

void PopupsTest::theArrowsMoveThroughTheCodesAndAround()
{
    CodePalette palette;
    QSignalSpy chosen(&palette, &CodePalette::codeChosen);
    palette.open(newsroom::codebook(), {}, {});
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClick(field, Qt::Key_Up);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.last().first().value<CodeId>(), newsroom::inFavour);
    palette.open(newsroom::codebook(), {}, {});
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.last().first().value<CodeId>(), CodeId{2});
}

void PopupsTest::aClickChooses()
{
    CodePalette palette;
    QSignalSpy chosen(&palette, &CodePalette::codeChosen);
    palette.open(newsroom::codebook(), {}, {});
    auto *list = palette.findChild<QListWidget *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(2)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<CodeId>(), CodeId{3});
}

void PopupsTest::escapeChoosesNothing()
{
    CodePalette palette;
    QSignalSpy chosen(&palette, &CodePalette::codeChosen), dismissed(&palette, &CodePalette::dismissed);
    palette.open(newsroom::codebook(), {}, {});
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Escape);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(dismissed.size(), 1);
}

void PopupsTest::nothingCanBeChosenWhereNoCodeFits()
{
    CodePalette palette;
    QSignalSpy chosen(&palette, &CodePalette::codeChosen);
    palette.open(newsroom::codebook(), {}, {});
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClicks(field, u"zzz"_s);
    QCOMPARE(palette.findChild<QListWidget *>()->item(0)->text(), u"No code fits “zzz”"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(palette.isVisible());
}

void PopupsTest::whereNoCodeFitsOneIsCreatedOrAskedFor()
{
    CodePalette palette;
    QSignalSpy created(&palette, &CodePalette::newCodeWanted), asked(&palette, &CodePalette::newCodeProposed), chosen(&palette, &CodePalette::codeChosen);
    auto *field = palette.findChild<QLineEdit *>();
    palette.setNewCodes(CodePalette::NewCodes::Created);
    palette.open(newsroom::codebook(), {}, {});
    QTest::keyClicks(field, u"zzz zz"_s);
    QVERIFY(palette.findChild<QListWidget *>()->item(0)->text().contains(u"zzz zz"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(created.size(), 1);
    QCOMPARE(created.first().at(1).toString(), u"zzz zz"_s);
    QVERIFY(newsroom::codebook().variable(created.first().at(0).value<VariableId>()));
    palette.setNewCodes(CodePalette::NewCodes::AskedFor);
    palette.open(newsroom::codebook(), {}, {});
    QTest::keyClicks(field, u"zzz"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(chosen.size(), 0);
}

void PopupsTest::theNextOpeningBeginsAnew()
{
    CodePalette palette;
    palette.open(newsroom::codebook(), {}, {});
    auto *field = palette.findChild<QLineEdit *>();
    QTest::keyClicks(field, u"zzz"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    palette.open(newsroom::codebook(), {}, {});
    QCOMPARE(field->text(), QString());
    QCOMPARE(palette.findChild<QListWidget *>()->count(), 14);
}

void PopupsTest::severalMarksAreChosenByKey()
{
    MarkChooser chooser;
    QSignalSpy chosen(&chooser, &MarkChooser::chosen);
    chooser.open({{11, Qt::red, u"Economic"_s, u"Ada"_s}, {12, Qt::blue, u"Security"_s, u"Ben"_s}}, {50, 50});
    auto *list = chooser.findChild<QListWidget *>();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toLongLong(), 12);
    QVERIFY(!chooser.isVisible());
}

void PopupsTest::severalMarksAreChosenByMouse()
{
    MarkChooser chooser;
    QSignalSpy chosen(&chooser, &MarkChooser::chosen), dismissed(&chooser, &MarkChooser::dismissed);
    chooser.open({{11, Qt::red, u"Economic"_s, {}}, {12, Qt::blue, u"Security"_s, {}}}, {50, 50});
    auto *list = chooser.findChild<QListWidget *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QCOMPARE(chosen.first().first().toLongLong(), 12);
    chooser.open({{11, Qt::red, u"Economic"_s, {}}}, {50, 50});
    QTest::keyClick(list, Qt::Key_Escape);
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(chosen.size(), 1);
}

void PopupsTest::theCurrentMarkIsToldSoThatItsExtentCanBeShown()
{
    MarkChooser chooser;
    QSignalSpy highlighted(&chooser, &MarkChooser::highlighted);
    chooser.open({{11, Qt::red, u"Economic"_s, {}}, {12, Qt::blue, u"Security"_s, {}}}, {50, 50});
    QTest::keyClick(chooser.findChild<QListWidget *>(), Qt::Key_Down);
    QCOMPARE(highlighted.size(), 2);
    QCOMPARE(highlighted.first().first().toLongLong(), 11);
    QCOMPARE(highlighted.last().first().toLongLong(), 12);
}

void PopupsTest::popupsStayOnTheScreen()
{
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    CodePalette palette;
    for (const QPoint corner : {screen.topLeft(), screen.topRight(), screen.bottomLeft(), screen.bottomRight()}) {
        palette.open(newsroom::codebook(), {}, corner);
        QVERIFY(screen.contains(palette.geometry()));
        palette.hide();
    }
}

GALLEY_WINDOW_TEST(PopupsTest)
#include "tst_popups.moc"
