// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many more units an interval takes, held against α's own bootstrap of so many units.
#include <summary/moreunits.h>

#include <base/random.h>
#include <reliability/alphabootstrap.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

ReliabilityRow rowWith(double value, std::optional<Interval> interval, qint64 drawn)
{
    ReliabilityRow row;
    row.unit = MeasuredUnit::Article;
    row.drawn = drawn;
    row.measure.coefficient.value = value;
    row.measure.coefficient.interval = interval;
    return row;
}

/// Two coders who agree in four of five units, by chance in more.
ReliabilityRow simulated(qint64 units)
{
    Codings codings{{u"a"_s, u"b"_s}, {}, {{u"x"_s}, {u"y"_s}}, true, {}};
    Random random(5, 0);
    for (qint64 unit = 0; unit < units; ++unit) {
        const auto value = qint32(random.below(2));
        codings.cells.push_back(value);
        codings.cells.push_back(random.below(10) == 0 ? 1 - value : value);
    }
    const auto alpha = krippendorffAlphaBootstrap(codings, {.replicates = 2000});
    return rowWith(*alpha->value, alpha->interval, units);
}

} // namespace

class MoreUnitsTest : public QObject
{
    Q_OBJECT

private slots:
    void halfTheWidthTakesFourTimesTheUnits();
    void theLowerEndIsLiftedToAThreshold();
    void whatIsReachedTakesNothing();
    void noNumberOfUnitsLiftsACoefficient();
    void theBootstrapOfSoManyUnitsIsAsNarrow();
    void sentencesSayWhatItTakes();
};

void MoreUnitsTest::halfTheWidthTakesFourTimesTheUnits()
{
    QCOMPARE(MoreUnits::forHalfWidth(rowWith(0.7, Interval{0.6, 0.8}, 100), 0.05), std::optional<qint64>(300));
}

void MoreUnitsTest::theLowerEndIsLiftedToAThreshold()
{
    QCOMPARE(MoreUnits::forLowerEnd(rowWith(0.9, Interval{0.7, 0.95}, 50), 0.8), std::optional<qint64>(150)); // from 0.2 below α to 0.1
}

void MoreUnitsTest::whatIsReachedTakesNothing()
{
    QCOMPARE(MoreUnits::forHalfWidth(rowWith(0.7, Interval{0.68, 0.72}, 100), 0.05), std::optional<qint64>(0));
    QCOMPARE(MoreUnits::forLowerEnd(rowWith(0.9, Interval{0.85, 0.95}, 50), 0.8), std::optional<qint64>(0));
}

void MoreUnitsTest::noNumberOfUnitsLiftsACoefficient()
{
    QCOMPARE(MoreUnits::forLowerEnd(rowWith(0.7, Interval{0.6, 0.8}, 100), 0.8), std::nullopt);
    QCOMPARE(MoreUnits::forHalfWidth(rowWith(0.7, std::nullopt, 100), 0.05), std::nullopt);
}

void MoreUnitsTest::theBootstrapOfSoManyUnitsIsAsNarrow()
{
    const ReliabilityRow pilot = simulated(200);
    const auto more = MoreUnits::forHalfWidth(pilot, 0.04);
    QVERIFY(more && *more > 0);
    const Interval interval = *simulated(200 + *more).measure.coefficient.interval;
    QVERIFY(std::abs((interval.high - interval.low) / 2 - 0.04) < 0.008);
}

void MoreUnitsTest::sentencesSayWhatItTakes()
{
    const QStringList plan = planFor(rowWith(0.9, Interval{0.7, 0.95}, 50), {}, 0.05);
    QVERIFY2(plan.join(u' ').contains(u"0.800 or above it with 150 more articles"_s), qPrintable(plan.join(u'\n')));
    QVERIFY(planFor(rowWith(0.5, std::nullopt, 50), {}, 0.05).front().startsWith(u"There is no interval"_s));
}

GALLEY_PURE_TEST(MoreUnitsTest)
#include "tst_moreunits.moc"
