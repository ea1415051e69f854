// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <project/zoneedits.h>

#include <testing.h>

#include <QRandomGenerator>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

/// Parts of an article corrected by hand.
class ZoneEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void aPartTakesItsPlaceFromOthers_data();
    void aPartTakesItsPlaceFromOthers();
    void whatIsSoAlreadyChangesNothing();
    void everyChangeIsTakenBackByItsInverse();
};

namespace {

/// "caption 0-10, credit 12-20"
std::vector<Zone> zonesFrom(const QString &written)
{
    std::vector<Zone> zones;
    for (const QString &part : written.split(u", "_s, Qt::SkipEmptyParts)) {
        Zone zone;
        zone.id = {qint64(zones.size()) + 1};
        zone.article = {1};
        zone.kind = *zoneKindNamed(part.section(u' ', 0, -2));
        const QString range = part.section(u' ', -1);
        zone.range = {range.section(u'-', 0, 0).toLongLong(), range.section(u'-', 1).toLongLong()};
        zones.push_back(zone);
    }
    return zones;
}

QString written(std::vector<Zone> zones)
{
    std::ranges::sort(zones, {}, [](const Zone &zone) { return std::tuple(zone.range.begin, -zone.range.end, zone.kind); });
    QStringList parts;
    for (const Zone &zone : zones)
        parts += u"%1 %2-%3"_s.arg(nameOf(zone.kind)).arg(zone.range.begin).arg(zone.range.end);
    return parts.join(u", "_s);
}

std::vector<Zone> after(std::vector<Zone> zones, const Change &change)
{
    for (const AnyEdit &any : change.edits) {
        const auto &edit = std::get<Edit<Zone>>(any);
        if (edit.before) {
            const auto found = std::ranges::find(zones, *edit.before);
            Q_ASSERT(found != zones.end());
            zones.erase(found);
        }
        if (edit.after)
            zones.push_back(*edit.after);
    }
    return zones;
}

Change marked(const std::vector<Zone> &zones, Range range, std::optional<ZoneKind> kind)
{
    qint64 last = 100;
    for (const Zone &zone : zones)
        last = std::max(last, zone.id.value);
    return setZone({{1}, zones, [&last] { return ZoneId{++last}; }}, range, kind, u"…"_s);
}

} // namespace

void ZoneEditsTest::aPartTakesItsPlaceFromOthers_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("kind"); // empty: none
    QTest::addColumn<Range>("range");
    QTest::addColumn<QString>("after");

    QTest::newRow("the first") << u""_s << u"caption"_s << Range{5, 9} << u"caption 5-9"_s;
    QTest::newRow("beside") << u"headline 0-5"_s << u"byline"_s << Range{5, 9} << u"headline 0-5, byline 5-9"_s;
    QTest::newRow("instead") << u"chrome 5-9"_s << u"caption"_s << Range{5, 9} << u"caption 5-9"_s;
    QTest::newRow("over") << u"chrome 5-9, credit 9-12"_s << u"caption"_s << Range{4, 14} << u"caption 4-14"_s;
    QTest::newRow("shortened at the end") << u"chrome 5-20"_s << u"caption"_s << Range{15, 25} << u"chrome 5-15, caption 15-25"_s;
    QTest::newRow("shortened at the beginning") << u"chrome 5-20"_s << u"caption"_s << Range{0, 10} << u"caption 0-10, chrome 10-20"_s;
    QTest::newRow("divided") << u"chrome 0-30"_s << u"caption"_s << Range{10, 20} << u"chrome 0-10, caption 10-20, chrome 20-30"_s;
    QTest::newRow("a credit within its caption") << u"caption 0-30"_s << u"photo credit"_s << Range{20, 30} << u"caption 0-30, photo credit 20-30"_s;
    QTest::newRow("a caption around its credit") << u"photo credit 20-30"_s << u"caption"_s << Range{0, 30} << u"caption 0-30, photo credit 20-30"_s;
    QTest::newRow("a dateline in the lead") << u"lead 0-30"_s << u"dateline"_s << Range{0, 8} << u"lead 0-30, dateline 0-8"_s;
    QTest::newRow("a quotation in a caption") << u"caption 0-30"_s << u"quote"_s << Range{3, 8} << u"caption 0-30, quote 3-8"_s;
    QTest::newRow("a caption is no part of a headline") << u"headline 0-30"_s << u"caption"_s << Range{20, 30} << u"headline 0-20, caption 20-30"_s;
    QTest::newRow("none") << u"caption 0-30, photo credit 20-30"_s << u""_s << Range{0, 30} << u""_s;
    QTest::newRow("none within") << u"chrome 0-30"_s << u""_s << Range{10, 20} << u"chrome 0-10, chrome 20-30"_s;
    QTest::newRow("the same kind, longer") << u"caption 5-9"_s << u"caption"_s << Range{5, 14} << u"caption 5-14"_s;
}

void ZoneEditsTest::aPartTakesItsPlaceFromOthers()
{
    QFETCH(QString, before);
    QFETCH(QString, kind);
    QFETCH(Range, range);
    QFETCH(QString, after);
    const std::vector<Zone> zones = zonesFrom(before);
    QCOMPARE(written(::after(zones, marked(zones, range, zoneKindNamed(kind)))), after);
}

void ZoneEditsTest::whatIsSoAlreadyChangesNothing()
{
    const std::vector<Zone> zones = zonesFrom(u"caption 0-30"_s);
    QVERIFY(marked(zones, {0, 30}, ZoneKind::Caption).isEmpty());
    QVERIFY(marked(zones, {40, 50}, std::nullopt).isEmpty());
}

void ZoneEditsTest::everyChangeIsTakenBackByItsInverse()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<Zone> zones;
        for (int step = 0; step < 12; ++step) {
            const qint64 begin = random.bounded(60);
            const Range range{begin, begin + 1 + random.bounded(20)};
            const int kind = random.bounded(-1, int(ZoneKind::Quote) + 1);
            const Change change = marked(zones, range, kind < 0 ? std::nullopt : std::optional(ZoneKind(kind)));
            const std::vector<Zone> next = after(zones, change);
            QCOMPARE(written(after(next, inverse(change))), written(zones));
            for (const Zone &zone : next)
                QVERIFY(!zone.range.isEmpty());
            zones = next;
        }
    }
}

GALLEY_PURE_TEST(ZoneEditsTest)
#include "tst_zoneedits.moc"
