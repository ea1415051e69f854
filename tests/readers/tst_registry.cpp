// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>

#include <QSet>
#include <QStringEncoder>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class RegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void contentDecidesBeforeTheEnding_data();
    void contentDecidesBeforeTheEnding();
    void readersAreFoundByName();
    void aReaderStopsWhenAsked_data();
    void aReaderStopsWhenAsked();
};

void RegistryTest::contentDecidesBeforeTheEnding_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("reader");

    const QByteArray json = "{\"type\":\"article\",\"text\":\"x\"}\n";
    QTest::newRow("text") << "Harbour opens\n\nIt did."_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("nothing") << ""_ba << u"a"_s << u"text"_s;
    QTest::newRow("prose with commas") << "Text, music and light\n\nIt was."_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("html") << "<!DOCTYPE html><p>x"_ba << u"a.txt"_s << u"html"_s;
    QTest::newRow("html after a comment") << "<!-- saved --> <html>"_ba << u"a"_s << u"html"_s;
    QTest::newRow("xhtml") << "<?xml version='1.0'?><html>"_ba << u"a.xml"_s << u"html"_s;
    QTest::newRow("html by ending") << "<p>x"_ba << u"a.HTM"_s << u"html"_s;
    QTest::newRow("other xml") << "<?xml version='1.0'?><nitf>"_ba << u"a.xml"_s << u"text"_s;
    QTest::newRow("jsonl") << json + json << u"a.txt"_s << u"jsonl"_s;
    QTest::newRow("jsonl cut within its first line") << "{\"text\": \"long"_ba << u"a.csv"_s << u"jsonl"_s;
    QTest::newRow("jsonl by ending") << "oops\n"_ba << u"a.jsonl"_s << u"jsonl"_s;
    QTest::newRow("braces in prose") << "{sic} he wrote\n"_ba << u"a.txt"_s << u"text"_s;
    QTest::newRow("csv") << "title,text\nA,b\n"_ba << u"a.txt"_s << u"csv"_s;
    QTest::newRow("csv with one column") << "text\nA\n"_ba << u"a.csv"_s << u"csv"_s;
    QTest::newRow("csv without a text column") << "a,b\nA\n"_ba << u"a.csv"_s << u"csv"_s;
    QTest::newRow("tsv") << "title\tbody\nA\tb\n"_ba << u"a"_s << u"csv"_s;
    QTest::newRow("mark before jsonl") << "\xEF\xBB\xBF" + json << u"a"_s << u"jsonl"_s;
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("utf-16 table") << QByteArray(utf16.encode(u"title;text\nA;b\n"_s)) << u"a.txt"_s << u"csv"_s;
    QTest::newRow("a picture") << "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"_ba << u"a.png"_s << u"text"_s;
}

void RegistryTest::contentDecidesBeforeTheEnding()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, fileName);
    QFETCH(QString, reader);
    QCOMPARE(QLatin1StringView(readerFor(head, fileName).name), reader);
}

void RegistryTest::readersAreFoundByName()
{
    QSet<QString> names;
    for (const Reader &reader : readers()) {
        names.insert(QLatin1StringView(reader.name));
        QCOMPARE(readerNamed(QString::fromLatin1(reader.name)), &reader);
        QVERIFY(!reader.title().isEmpty());
        QVERIFY(!reader.suffixes.empty());
    }
    QCOMPARE(names, (QSet<QString>{u"text"_s, u"html"_s, u"csv"_s, u"jsonl"_s}));
    QVERIFY(!readerNamed(u"pdf"));
}

void RegistryTest::aReaderStopsWhenAsked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("csv") << "title,text\n"_ba + "A,words\n"_ba.repeated(10);
    QTest::newRow("jsonl") << "{\"text\":\"words\"}\n"_ba.repeated(10);
}

void RegistryTest::aReaderStopsWhenAsked()
{
    QFETCH(QByteArray, bytes);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    int taken = 0;
    QVERIFY(readerFor(bytes, u"a"_s).read(buffer, u"a"_s, {}, [&](const ReadRecord &) { return ++taken < 3; }));
    QCOMPARE(taken, 3);
}

QTEST_GUILESS_MAIN(RegistryTest)
#include "tst_registry.moc"
