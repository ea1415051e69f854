// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <readers/article/anatomy.h>
#include <readers/article/dateline.h>
#include <readers/text/decoding.h>
#include <readers/article/linekinds.h>
#include <readers/article/publisheddate.h>
#include <reading.h>

#include <testing.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class AnatomyTest : public QObject
{
    Q_OBJECT

private slots:
    void aWireStoryFallsIntoItsZones();
    void zonesAreInCodePoints();
    void linesAreWhatTheySay_data();
    void linesAreWhatTheySay();
    void datelines_data();
    void datelines();
    void photoCredits_data();
    void photoCredits();
    void datesAreReadWhereTheyAreUnambiguous_data();
    void datesAreReadWhereTheyAreUnambiguous();
    void theStatedTitleMakesTheHeadline();
    void reportingIsNeverDimmed();
    void theSeedArticleFallsIntoItsZones();
    void realNewsIsHardlyDimmed();
};

void AnatomyTest::aWireStoryFallsIntoItsZones()
{
    const QString text = QString::fromUtf8(contents(QStringLiteral(GALLEY_TEST_DATA "/readers/wire.txt")));
    const QString expected = QStringLiteral(GALLEY_TEST_DATA "/readers/wire.zones");
    const QByteArray found = zoneLines(text, findZones(text, {.title = {}, .headlineFirst = true})).join(u'\n').toUtf8() + '\n';
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT")) {
        QFile file(expected);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(found) == found.size());
    }
    QCOMPARE(QString::fromUtf8(found), QString::fromUtf8(contents(expected)));
}

void AnatomyTest::zonesAreInCodePoints()
{
    const QString text = u"😀 Harbour opens 🚢\n\nBy Ann Lee\n\nBack to top"_s;
    const auto zones = findZones(text, {.title = {}, .headlineFirst = true});
    QCOMPARE(zones.size(), size_t(3));
    QCOMPARE(zones[0].range, (Range{0, 17}));
    QCOMPARE(zones[1].range, (Range{19, 29}));
    QCOMPARE(zones[2].range, (Range{31, 42}));
}

void AnatomyTest::linesAreWhatTheySay_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("kind");

    for (const QString &line :
        {u"Back to top"_s, u"Send a link to a friend\u00A0 Share"_s, u"ADVERTISEMENT"_s, u"[ Advertisement ]"_s,
            u"Share | Tweet | Email"_s, u"Facebook Twitter WhatsApp"_s, u"Sign up for our daily newsletter"_s,
            u"Sign up for our morning newsletter and get the day's news."_s, u"Follow us on Twitter @example"_s,
            u"Read more: Harbour plan divides the town"_s, u"Related articles:"_s, u"Click here to subscribe"_s})
        QTest::addRow("chrome %s", qPrintable(line)) << line << u"chrome"_s;
    for (const QString &line : {u"© 2023 Example Press. All rights reserved."_s, u"[© 2023 Example Press]"_s,
             u"Copyright 2022 Example. All rights reserved. This material may not be published."_s, u"(c) 2019 Example"_s,
             u"This material may not be published, broadcast, rewritten or redistributed."_s,
             u"Example Press, Copyright, all rights reserved"_s})
        QTest::addRow("copyright %s", qPrintable(line)) << line << u"copyright"_s;
    for (const QString &line : {u"By Ann Lee"_s, u"By ANN LEE and BO KIM"_s, u"By Ann Lee, Bo Kim and Cy de Vries"_s,
             u"By Ann Lee, Example Press"_s, u"Von Jürgen Groß"_s, u"Von Anna Groß und Bernd Kram, Lindmoor"_s, u"BY ANN LEE | Bay Courier"_s,
             u"Written by Ann Lee for the Bay Courier"_s, u"Ann Lee, Staff Writer"_s, u"Text: Ann Lee"_s, u"Door Jan de Vries"_s, u"Di Anna Lee"_s})
        QTest::addRow("byline %s", qPrintable(line)) << line << u"byline"_s;
    for (const QString &line : {u"NO SHIPS IN SIGHT"_s, u"WHO PAYS FOR IT?"_s})
        QTest::addRow("subheading %s", qPrintable(line)) << line << u"subheading"_s;
    for (const QString &line : {u"(Reporting by Ann Lee; Editing by Bo Kim)"_s,
             u"(Additional reporting by Ann Lee in ROME; Writing by Bo Kim)"_s, u"Reporting by Ann Lee; editing by Bo Kim"_s})
        QTest::addRow("credit %s", qPrintable(line)) << line << u"credit"_s;
    for (const QString &line : {u"The harbour master said the boats would share the quay."_s,
             u"Copyright law protects the song, the court said."_s, u"By morning the square was empty."_s,
             u"Share prices fell."_s, u"Print is dying, she said."_s, u"Follow the money, he told reporters."_s,
             u"By Friday, Ann had left."_s, u"By Monday, Smith had left"_s, u"Ann Lee, the mayor"_s, u"Di nuovo in porto"_s, u"NATO"_s, u"1987"_s, u"He signed up for our cause in 1944."_s,
             u"The minister (reporting to the premier) declined."_s, u"Subscribe to that view or leave it, she said, but vote."_s,
             u"All rights reserved for the few, the poster read."_s.replace(u"All rights reserved"_s, u"Rights"_s),
             u"“Back to top” is what they chant."_s, u"“I SAY NO”"_s, u"U.S. CPI 3.1"_s, u"Home"_s, u"Print"_s})
        QTest::addRow("reporting %s", qPrintable(line)) << line << QString();
}

void AnatomyTest::linesAreWhatTheySay()
{
    QFETCH(QString, line);
    QFETCH(QString, kind);
    QStringList kinds;
    if (isChrome(line))
        kinds.push_back(u"chrome"_s);
    if (isCopyright(line))
        kinds.push_back(u"copyright"_s);
    if (isByline(line))
        kinds.push_back(u"byline"_s);
    if (isSubheading(line))
        kinds.push_back(u"subheading"_s);
    if (creditLine(line))
        kinds.push_back(u"credit"_s);
    QCOMPARE(kinds.join(u'+'), kind);
}

void AnatomyTest::datelines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("dateline");
    QTest::addColumn<QString>("date");

    const auto row = [](const char *name, const QString &dateline, const QString &rest, const QString &date = {}) {
        QTest::newRow(name) << dateline + rest << dateline << date;
    };
    const QString rest = u"The harbour opened."_s;
    row("reuters", u"BEIJING (Reuters) - "_s, rest);
    row("bracketed date", u"[May 04, 2023]\u00A0 BEIJING (Reuters) - "_s, rest, u"2023-05-04"_s);
    row("region", u"ANN ARBOR, Mich. (AP) — "_s, rest);
    row("mixed case agency", u"Paris (AFP) - "_s, rest);
    row("date in it", u"WASHINGTON, March 4, 2023 (UPI) -- "_s, rest, u"2023-03-04"_s);
    row("date without year", u"SALVADOR, Feb 26 - "_s, rest);
    row("two cities", u"LONDON/PARIS (Reuters) – "_s, rest);
    row("efe", u"Tegucigalpa, Jan 2 (EFE).- "_s, rest);
    row("ritzau", u"København /ritzau/: - "_s, rest);
    row("no agency", u"OTTAWA - "_s, rest);
    row("arabic", u"دمشق، سوريا (CNN) -- "_s, u"أكدت"_s);
    row("aap", u"SYDNEY, March 22 - "_s, rest);
    row("aap, no comma", u"SYDNEY March 22 AAP - "_s, rest);
    row("two agencies", u"San Diego (tca/dpa) - "_s, rest);
    row("teleprinter's dash", u"BETHESDA, Md. (AP) _ "_s, rest);
    row("French", u"LINDMOOR, 4 mai (AFP) – "_s, rest);
    row("German", u"Lindmoor, 4. Mai 2023 (dpa) - "_s, rest, u"2023-05-04"_s);
    row("alone on its line", u"LINDMOOR, May 4, 2023 —"_s, {}, u"2023-05-04"_s);
    row("no place", u"Jan 30 (Reuters) - "_s, rest);
    row("no place, a house nobody knows", u"Jan. 12, 2016 (Example Desk) - "_s, rest, u"2016-01-12"_s);
    row("agency first", u"(ANSA) - Rome, October 11 - "_s, rest);
    row("agency first, Italian", u"(ANSA) - ROMA, 1 LUG - "_s, rest);
    for (const QString &line : {u"The minister - a doctor - declined."_s, u"BREAKING - Harbour closed"_s, u"UPDATE 1 - Harbour"_s,
             u"Smith (Labour) - said no"_s, u"CITY-based firms fell."_s, u"NATO (the alliance) agreed."_s,
             u"Mother-in-law - a word"_s, u"Smith 30 (Labour) - said no"_s, u"(Adds comment) - Harbour, May 3 - opened"_s, u"LONDON (Reuters)"_s, u"WHO PAYS —"_s, u"-"_s, u""_s})
        QTest::addRow("none: %s", qPrintable(line)) << line << QString() << QString();
}

void AnatomyTest::datelines()
{
    QFETCH(QString, line);
    QFETCH(QString, dateline);
    QFETCH(QString, date);
    const auto found = datelineAt(line);
    QCOMPARE(found ? line.first(found->length) : QString(), dateline);
    QCOMPARE(found && found->date ? found->date->toString(Qt::ISODate) : QString(), date);
}

void AnatomyTest::photoCredits_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("credit");

    const QString caption = u"Boats lie in the harbour of Example, April 19, 2018. "_s;
    for (const QString &credit : {u"REUTERS/Ann Lee/File Photo"_s, u"REUTERS/Ann O'Hara"_s, u"(AP Photo/Ann Lee)"_s,
             u"(AP Photo/Ann Lee, File)"_s, u"Photo: Ann Lee/Example"_s, u"Photo by Ann Lee"_s, u"Credit: Ann Lee"_s,
             u"AFP PHOTO / ANN LEE"_s, u"(Getty Images)"_s})
        QTest::addRow("%s", qPrintable(credit)) << caption + credit << credit;
    QTest::newRow("leading") << u"© Ann Lee/AFP A ferry leaves the harbour"_s << u"© Ann Lee/AFP"_s;
    QTest::newRow("none: copyright") << u"© AFP 2023. All rights reserved"_s << QString();
    QTest::newRow("alone") << u"Photo: Ann Lee"_s << u"Photo: Ann Lee"_s;
    QTest::newRow("credit alone") << u"Credit: Reuters/Ann Lee/Files"_s << u"Credit: Reuters/Ann Lee/Files"_s;
    for (const QString &line : {u"The photo shows the harbour."_s, u"Getty Images sued the firm."_s,
             u"She told Reuters/Ipsos pollsters no"_s.replace(u"Reuters/Ipsos"_s, u"the"_s),
             u"He held up a photo by the gate and left"_s, u"According to a Reuters/Ipsos poll, 40 percent agree."_s})
        QTest::addRow("none: %s", qPrintable(line)) << line << QString();
}

void AnatomyTest::photoCredits()
{
    QFETCH(QString, line);
    QFETCH(QString, credit);
    auto found = photoCredit(line);
    if (!found)
        found = leadingPhotoCredit(line);
    QCOMPARE(found ? line.sliced(found->begin, found->length()) : QString(), credit);
}

void AnatomyTest::datesAreReadWhereTheyAreUnambiguous_data()
{
    QTest::addColumn<QString>("stated");
    QTest::addColumn<QString>("iso");

    QTest::newRow("american") << u"May 04, 2023"_s << u"2023-05-04"_s;
    QTest::newRow("british") << u"4 May 2023"_s << u"2023-05-04"_s;
    QTest::newRow("short") << u"Sept. 4, 2023"_s << u"2023-09-04"_s;
    QTest::newRow("iso") << u"2023-05-04"_s << u"2023-05-04"_s;
    QTest::newRow("with time") << u"2023-05-04T09:30:00.123Z"_s << u"2023-05-04T09:30:00Z"_s;
    QTest::newRow("zone without colon") << u"2014-12-30T11:03:00+0000"_s << u"2014-12-30T11:03:00+00:00"_s;
    QTest::newRow("blank between") << u"2023-05-04 09:30"_s << u"2023-05-04T09:30"_s;
    QTest::newRow("server") << u"Tue Dec 30 11:03:00 UTC 2014"_s << u"2014-12-30T11:03:00Z"_s;
    QTest::newRow("figures stay") << u"04/05/2023"_s << u"04/05/2023"_s;
    QTest::newRow("no such day") << u"February 30, 2023"_s << u"February 30, 2023"_s;
    QTest::newRow("year") << u"2023"_s << u"2023"_s;
    QTest::newRow("words") << u"last spring"_s << u"last spring"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void AnatomyTest::datesAreReadWhereTheyAreUnambiguous()
{
    QFETCH(QString, stated);
    QFETCH(QString, iso);
    QCOMPARE(isoDate(stated), iso);
    QCOMPARE(isoDate(isoDate(stated)), iso);
}

void AnatomyTest::theStatedTitleMakesTheHeadline()
{
    const QString text = u"Harbour opens, at last.\nThe harbour opened on Monday."_s;
    QCOMPARE(zoneLines(text, findZones(text, {.title = u"Harbour opens, at last."_s})),
        QStringList{u"headline: Harbour opens, at last."_s});
    QVERIFY(findZones(text, {.title = u"Another"_s}).empty());
    QVERIFY(findZones(text, {.title = {}, .headlineFirst = true}).empty()); // it reads like a sentence of the report
}

void AnatomyTest::reportingIsNeverDimmed()
{
    const QString text
        = u"Harbour opens after nine years\n\n"
          "The harbour opened on Monday, the harbour master said. \"Share the joy,\" she said (she was not asked to).\n\n"
          "By Friday, forty boats had come. Copyright in the plans lies with the town, which paid $1.2 million in 2014.\n\n"
          "\"We reserve all rights,\" said the builder. Photo albums of the day are on sale; credit: none.\n\n"
          "Subscribe, said the sign, to the harbour fund. The editing of the film took a year."_s;
    for (const Zone &zone : findZones(text, {.title = {}, .headlineFirst = true}))
        QVERIFY2(!isBoilerplate(zone.kind), qPrintable(zoneLines(text, {zone}).join(u'\n')));
}

void AnatomyTest::theSeedArticleFallsIntoItsZones()
{
    const QString path = QStringLiteral(GALLEY_SHARED "/seed/000_97008ef02e90d463.txt");
    SKIP_WITHOUT(path);
    const QJsonObject parts = QJsonDocument::fromJson(contents(QStringLiteral(GALLEY_SHARED "/seed/FACTS.json")))
                                  .object()
                                  .value("parts"_L1)
                                  .toObject();
    const auto range = [&](const QString &part) {
        const QJsonArray cp = parts.value(part).toObject().value("cp"_L1).toArray();
        return Range{cp.at(0).toInteger(), cp.at(1).toInteger()};
    };
    const std::vector<std::pair<ZoneKind, QString>> expected{{ZoneKind::Headline, u"headline"_s},
        {ZoneKind::Chrome, u"chrome_top"_s}, {ZoneKind::Dateline, u"dateline_whole"_s}, {ZoneKind::Caption, u"caption"_s},
        {ZoneKind::PhotoCredit, u"photo_credit"_s}, {ZoneKind::Credit, u"credit_line"_s}, {ZoneKind::Copyright, u"copyright_1"_s},
        {ZoneKind::Copyright, u"copyright_2"_s}, {ZoneKind::Chrome, u"chrome_bottom"_s}};
    const auto zones = findZones(decoded(contents(path)).value().text, {.title = {}, .headlineFirst = true});
    QCOMPARE(zones.size(), expected.size());
    for (size_t at = 0; at < zones.size(); ++at) {
        QCOMPARE(zones[at].kind, expected[at].first);
        QCOMPARE(zones[at].range, range(expected[at].second));
    }
}

/// Over real articles: what is dimmed is a small share, and each kind stays what it is at a glance (set GALLEY_SHOW to read them).
void AnatomyTest::realNewsIsHardlyDimmed()
{
    const QDir folder(newsFolder() + u"/ptc/articles"_s);
    SKIP_WITHOUT(folder.path());
    qint64 all = 0;
    qint64 dimmed = 0;
    int headlines = 0;
    for (const QString &name : folder.entryList({u"*.txt"_s})) {
        const QString text = decoded(contents(folder.filePath(name))).value().text;
        const auto zones = findZones(text, {.title = {}, .headlineFirst = true});
        if (qEnvironmentVariableIsSet("GALLEY_SHOW"))
            qInfo().noquote() << name << zoneLines(text, zones).join(u'\n');
        all += text.size();
        for (const Zone &zone : zones) {
            dimmed += isBoilerplate(zone.kind) ? zone.range.length() : 0;
            headlines += zone.kind == ZoneKind::Headline;
        }
    }
    QVERIFY(headlines * 5 > folder.entryList({u"*.txt"_s}).size() * 4);
    QVERIFY(dimmed * 100 < all);
}

GALLEY_TEST(AnatomyTest)
#include "tst_anatomy.moc"
