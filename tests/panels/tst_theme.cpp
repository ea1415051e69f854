// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <items/palette.h>
#include <widgets/icons.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleHints>
#include <QStyleOption>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

/// The colour most of the ink has.
QColor inkOf(const QImage &image)
{
    QColor strongest;
    int most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > most) {
                most = pixel.alpha();
                strongest = pixel;
            }
        }
    }
    return strongest;
}

double inkShare(const QImage &image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += image.pixelColor(x, y).alpha() > 96;
    }
    return double(ink) / (image.width() * image.height());
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void themeNamesComeBack();
    void everyTextIsReadable_data();
    void everyTextIsReadable();
    void widgetsHearOfAChange();
    void outlinesStandOutFromThePanel_data();
    void outlinesStandOutFromThePanel();
    void iconsFollowTheTheme();
    void everyIconIsDrawnAtEverySize();
    void aMissingIconIsNull();
};

void ThemeTest::themeNamesComeBack()
{
    for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark})
        QCOMPARE(themeNamed(nameOf(theme)), theme);
    QCOMPARE(themeNamed(u"sepia"), Theme::System);
}

void ThemeTest::everyTextIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::everyTextIsReadable()
{
    QFETCH(bool, dark);
    const QPalette palette = paletteFor(dark);
    QCOMPARE(isDark(palette), dark);
    QCOMPARE(palette.color(QPalette::Base), pageColor(dark));
    const QList<std::pair<QColor, QColor>> pairs{
        {palette.color(QPalette::WindowText), palette.color(QPalette::Window)}, {palette.color(QPalette::Text), palette.color(QPalette::Base)},
        {palette.color(QPalette::Text), palette.color(QPalette::AlternateBase)}, {palette.color(QPalette::ButtonText), palette.color(QPalette::Button)},
        {palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)}, {palette.color(QPalette::Link), palette.color(QPalette::Base)},
        {palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)}, {palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)},
        {secondaryText(palette), palette.color(QPalette::Base)}, {secondaryText(palette), palette.color(QPalette::Window)}, {secondaryText(palette), raised(palette)},
        {toneColor(Tone::Good, palette), palette.color(QPalette::Window)}, {toneColor(Tone::Warning, palette), palette.color(QPalette::Window)},
        {toneColor(Tone::Bad, palette), palette.color(QPalette::Window)}, {toneColor(Tone::Plain, palette), palette.color(QPalette::Window)}};
    for (const auto &[text, ground] : pairs)
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(contrast(text, ground))));
}

void ThemeTest::widgetsHearOfAChange()
{
    QWidget widget;
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Light}) {
        applyTheme(theme);
        QCoreApplication::processEvents();
        QCOMPARE(isDark(widget.palette()), theme == Theme::Dark);
    }
    applyTheme(Theme::System);
    QCoreApplication::processEvents();
    QCOMPARE(isDark(widget.palette()), QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
}

void ThemeTest::outlinesStandOutFromThePanel_data()
{
    everyTextIsReadable_data();
}

/// A switched-on button must be told from one that is off, an unchecked box seen at all.
void ThemeTest::outlinesStandOutFromThePanel()
{
    QFETCH(bool, dark);
    applyTheme(dark ? Theme::Dark : Theme::Light);
    const auto painted = [&](QStyle::PrimitiveElement element, QStyle::State state) {
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(QApplication::palette().color(QPalette::Window));
        QStyleOptionButton option;
        option.rect = image.rect().adjusted(1, 1, -1, -1);
        option.palette = QApplication::palette();
        option.state = state | QStyle::State_Enabled;
        QPainter painter(&image);
        QApplication::style()->drawPrimitive(element, &option, &painter);
        return image;
    };
    const QColor panel = QApplication::palette().color(QPalette::Window);
    for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_PanelButtonCommand, QStyle::PE_PanelLineEdit, QStyle::PE_Frame}) {
        const QColor edge = painted(element, QStyle::State_None).pixelColor(10, 1);
        QVERIFY2(contrast(edge, panel) >= 2.6, qPrintable(QString::number(element)));
    }
    QVERIFY(painted(QStyle::PE_IndicatorCheckBox, QStyle::State_On) != painted(QStyle::PE_IndicatorCheckBox, QStyle::State_Off));
    QVERIFY(painted(QStyle::PE_PanelButtonTool, QStyle::State_On) != painted(QStyle::PE_PanelButtonTool, QStyle::State_Off));
}

void ThemeTest::iconsFollowTheTheme()
{
    const QIcon undo = icon(u"undo"_s);
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Light}) {
        applyTheme(theme);
        const QColor ink = inkOf(undo.pixmap(32).toImage());
        QCOMPARE_GE(contrast(ink, QApplication::palette().color(QPalette::Window)), 4.5);
    }
    QCOMPARE(inkOf(icon(u"undo"_s, Qt::red).pixmap(32).toImage()).rgb(), QColor(Qt::red).rgb());
}

void ThemeTest::everyIconIsDrawnAtEverySize()
{
    QCOMPARE_GE(iconNames().size(), 40);
    for (const QString &name : iconNames() + QStringList{u"org.galley.Galley"_s}) {
        for (const int side : {16, 24, 64}) {
            const QImage image = icon(name).pixmap(QSize(side, side), 1).toImage();
            QCOMPARE(image.size(), QSize(side, side));
            QVERIFY2(inkShare(image) > 0.03, qPrintable(name));
        }
        QCOMPARE(icon(name).pixmap(QSize(16, 16), 2).size(), QSize(32, 32));
    }
}

void ThemeTest::aMissingIconIsNull()
{
    QVERIFY(icon(u"no-such-icon"_s).isNull());
    QVERIFY(!icon(u"undo"_s).isNull());
}

GALLEY_WINDOW_TEST(ThemeTest)
#include "tst_theme.moc"
