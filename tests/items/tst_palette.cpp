// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <items/palette.h>

#include <testing.h>

#include <QTest>

#include <array>
#include <cmath>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

/// Distance in OKLab, where 0.02 is about the least that is seen side by side.
double distance(const QColor &a, const QColor &b)
{
    const auto lab = [](const QColor &color) {
        const auto linear = [](float c) { return c <= 0.04045f ? double(c) / 12.92 : std::pow((double(c) + 0.055) / 1.055, 2.4); };
        const double red = linear(color.redF()), green = linear(color.greenF()), blue = linear(color.blueF());
        const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return std::array{0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    };
    const auto x = lab(a), y = lab(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

double leastDistance(int count, bool dark)
{
    double least = 1;
    for (int i = 0; i < count; ++i) {
        for (int j = 0; j < i; ++j) {
            const QColor a = paletteColor(i, dark), b = paletteColor(j, dark);
            least = std::min(least, distance(a, b));
            for (const ColorVision vision : {ColorVision::Protanopia, ColorVision::Deuteranopia, ColorVision::Tritanopia})
                least = std::min(least, distance(seenWith(vision, a), seenWith(vision, b)));
        }
    }
    return least;
}

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

    static void themes_data();

private slots:
    void everyColourStandsOutFromThePage_data() { themes_data(); }
    void everyColourStandsOutFromThePage();
    void theFirstEightStayApartUnderEveryDeficiency_data() { themes_data(); }
    void theFirstEightStayApartUnderEveryDeficiency();
    void allSixteenCanStillBeTold_data() { themes_data(); }
    void allSixteenCanStillBeTold();
    void aCodesOwnColourIsKeptWhereItCanBeSeen();
    void aCodesOwnColourIsMadeVisibleInItsHue();
    void aCodeKeepsItsColourWhenOthersComeAndGo();
    void aCodeBelowAnotherIsAShadeOfIt();
    void codesOfTwoLayersDifferInMoreThanColour();
    void greyIsSeenAsItIs();
};

void PaletteTest::themes_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void PaletteTest::everyColourStandsOutFromThePage()
{
    QFETCH(bool, dark);
    for (int place = 0; place < 2 * paletteSize(); ++place)
        QVERIFY2(contrast(paletteColor(place, dark), pageColor(dark)) >= 3.0, qPrintable(paletteColor(place, dark).name()));
}

void PaletteTest::theFirstEightStayApartUnderEveryDeficiency()
{
    QFETCH(bool, dark);
    QCOMPARE_GE(leastDistance(8, dark), 0.10);
}

void PaletteTest::allSixteenCanStillBeTold()
{
    QFETCH(bool, dark);
    QCOMPARE_GE(paletteSize(), 12);
    QCOMPARE_GE(leastDistance(paletteSize(), dark), 0.02);
}

void PaletteTest::aCodesOwnColourIsKeptWhereItCanBeSeen()
{
    Code own = newsroom::code({1}, 1, u"Own"_s);
    own.color = u"#a02060"_s;
    const Codebook codebook({}, 1, {newsroom::layer({1}, u"L"_s, LayerUnit::Span, {})}, {newsroom::variable({1}, {1}, u"V"_s, VariableType::Code)}, {own});
    QCOMPARE(codeColor(codebook, {1}, false).name(), u"#a02060"_s);
}

void PaletteTest::aCodesOwnColourIsMadeVisibleInItsHue()
{
    for (const QString &name : {u"#ffff80"_s, u"#101018"_s, u"#ffffff"_s, u"#000000"_s, u"#3060c0"_s}) {
        for (const bool dark : {false, true}) {
            const QColor fit = fitForPage(QColor(name), dark);
            QVERIFY2(contrast(fit, pageColor(dark)) >= 3.0, qPrintable(name));
            if (QColor(name).hslSaturation() > 60)
                QVERIFY(std::abs(fit.hslHue() - QColor(name).hslHue()) <= 3);
        }
    }
}

void PaletteTest::aCodeKeepsItsColourWhenOthersComeAndGo()
{
    const Codebook before = newsroom::codebook();
    std::vector<Code> codes = before.codes();
    std::erase_if(codes, [](const Code &code) { return code.id == newsroom::economic; });
    codes.push_back(newsroom::code(newsroom::frame, 120, u"New"_s));
    const Codebook after(before.name(), 4, before.layers(), before.variables(), codes);
    QCOMPARE(codeColor(after, newsroom::security, false), codeColor(before, newsroom::security, false));
}

void PaletteTest::aCodeBelowAnotherIsAShadeOfIt()
{
    const Codebook codebook = newsroom::codebook();
    for (const bool dark : {false, true}) {
        const QColor above = codeColor(codebook, newsroom::security, dark), below = codeColor(codebook, newsroom::border, dark);
        QCOMPARE_GE(distance(above, below), 0.05);
        QVERIFY(std::abs(above.hslHue() - below.hslHue()) <= 4);
    }
}

void PaletteTest::codesOfTwoLayersDifferInMoreThanColour()
{
    std::vector<Layer> layers;
    std::vector<Variable> variables;
    std::vector<Code> codes;
    for (qint64 id = 1; id <= layerShapes; ++id) {
        layers.push_back(newsroom::layer({id}, u"Layer %1"_s.arg(id), LayerUnit::Span, {}));
        variables.push_back(newsroom::variable({id}, {id}, u"V"_s, VariableType::Code));
        codes.push_back(newsroom::code({id}, id, u"C"_s));
    }
    const Codebook codebook({}, 1, layers, variables, codes);
    std::vector<QPainterPath> outlines;
    for (const Code &code : codes) {
        QCOMPARE(shapeOf(codebook, code.id), shapeOf(codebook, LayerId{code.id.value}));
        outlines.push_back(outlineOf(shapeOf(codebook, code.id), {0, 0, 12, 12}));
        QVERIFY(outlines.back().contains(QPointF(6, 7)));
        QVERIFY(QRectF(0, 0, 12, 12).contains(outlines.back().boundingRect()));
        for (size_t other = 0; other + 1 < outlines.size(); ++other)
            QVERIFY(outlines[other] != outlines.back());
    }
    QCOMPARE(shapeOf(codebook, CodeId{1}), LayerShape::Square);
    QCOMPARE(shapeOf(codebook, CodeId{99}), LayerShape::Square);
}

void PaletteTest::greyIsSeenAsItIs()
{
    const QColor grey(120, 120, 120);
    for (const ColorVision vision : {ColorVision::Protanopia, ColorVision::Deuteranopia, ColorVision::Tritanopia})
        QVERIFY(distance(seenWith(vision, grey), grey) < 0.01);
}

GALLEY_TEST(PaletteTest)
#include "tst_palette.moc"
