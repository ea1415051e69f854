// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressreading.h"

#include <testing.h>

#include <QStringEncoder>

using namespace galley;
using namespace galley::testing;

class NexisReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void markersAreKnownInAllLanguages_data();
    void markersAreKnownInAllLanguages();
    void onlyDownloadsAreRecognised_data();
    void onlyDownloadsAreRecognised();
    void linesAreJoinedWhereTheyWereWrapped_data();
    void linesAreJoinedWhereTheyWereWrapped();
    void headlineAndTextAreToldApart_data();
    void headlineAndTextAreToldApart();
    void datesAndEditionsAreRead_data();
    void datesAndEditionsAreRead();
    void otherEncodingsAreRead();
    void aMissingDateIsThatOfLoading();
    void hostileFilesAreReadToTheirEnd_data();
    void hostileFilesAreReadToTheirEnd();
};

namespace {

QString centred(const QString &line)
{
    return QString((80 - line.size()) / 2, u' ') + line + u'\n';
}

/// A document whose outlet and date are there already.
QString document(const QString &rest, const QString &date = u"May 4, 2023 Thursday"_s)
{
    return centred(u"1 of 2 DOCUMENTS"_s) + u"\n\n"_s + centred(u"The Paper"_s) + u'\n' + centred(date) + u'\n' + rest;
}

ReadArticle only(const QString &text)
{
    const auto articles = reading(text.toUtf8(), u"a.txt"_s).all<ReadArticle>();
    return articles.size() == 1 ? articles[0] : ReadArticle();
}

} // namespace

void NexisReaderTest::markersAreKnownInAllLanguages_data()
{
    QTest::addColumn<QString>("marker");
    for (const QString &marker : {u"1 of 204 DOCUMENTS"_s, u"1 of 1 DOCUMENT"_s, u"1,001 of 2,146 DOCUMENTS"_s, u"Dokument 1 von 12"_s,
             u"1 von 12 DOKUMENTEN"_s, u"Document 1 de 12"_s, u"1 de 12 DOCUMENTS"_s, u"Document 1 van 12"_s,
             u"1 van 12 DOCUMENTEN"_s, u"Documento 1 de 12"_s, u"1 de 12 DOCUMENTOS"_s, u"Dokument 1 af 12"_s})
        QTest::newRow(qPrintable(marker)) << marker;
}

void NexisReaderTest::markersAreKnownInAllLanguages()
{
    QFETCH(QString, marker);
    const QString one = centred(marker) + u"\n"_s + centred(u"The Paper"_s) + u"\n"_s + centred(u"May 4, 2023"_s)
        + u"\nHarbour opens\n\nLENGTH: 3 words\n\nIt did open.\n\n"_s;
    const auto result = reading((one + one).toUtf8(), u"a.txt"_s);
    QCOMPARE(result.all<ReadArticle>().size(), size_t(2));
    QCOMPARE(result.records[1].line, 13);
}

void NexisReaderTest::onlyDownloadsAreRecognised_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("reader");
    QTest::newRow("a marker") << "\n\n     1 of 10 DOCUMENTS\n"_ba << u"nexis"_s;
    QTest::newRow("a long cover page") << "Download Request: All\nTerms: a\nProject ID: None\n"_ba << u"nexis"_s;
    QTest::newRow("a sentence") << "He read 1 of 10 documents.\n"_ba << u"text"_s;
    QTest::newRow("a gallery") << "1 of 10. A ferry leaves.\n"_ba << u"text"_s;
    QTest::newRow("a page") << "<html><p>\n1 of 10 DOCUMENTS\n</p>"_ba << u"html"_s;
}

void NexisReaderTest::onlyDownloadsAreRecognised()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, reader);
    QCOMPARE(QLatin1StringView(readerFor(head, u"a.txt").value()->name), reader);
}

void NexisReaderTest::linesAreJoinedWhereTheyWereWrapped_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("text");
    const QString full = u"words and words again, which go on until the line is full and wrapped at its end"_s;
    QTest::newRow("wrapped") << full + u"\nmore\n"_s << full + u" more"_s;
    QTest::newRow("ended on purpose") << full + u"\nmore\nand more\n"_s << full + u" more\nand more"_s;
    QTest::newRow("indented") << full + u"\n   New: it goes on.\n"_s << full + u"\nNew: it goes on."_s;
    QTest::newRow("paragraphs") << full + u"\nmore\n\n\nNext.\n"_s << full + u" more\n\nNext."_s;
    QTest::newRow("a table") << full + u"\n\nYear     Paid\n2014     1.0\n"_s << full + u"\n\nYear     Paid\n2014     1.0"_s;
    QTest::newRow("no-break spaces") << full + u"\nmore\u00A0\n\n\u00A0\u00A0Next.\n"_s << full + u" more\n\n\u00A0\u00A0Next."_s;
}

void NexisReaderTest::linesAreJoinedWhereTheyWereWrapped()
{
    QFETCH(QString, lines);
    QFETCH(QString, text);
    const ReadArticle read = only(document(u"Harbour opens\n\nLENGTH: 9 words\n\n"_s + lines + u"\nLANGUAGE: ENGLISH\n"_s));
    QCOMPARE(read.text, u"Harbour opens\n\n"_s + text);
}

void NexisReaderTest::headlineAndTextAreToldApart_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::newRow("no headline") << u"LENGTH: 3 words\n\nIt did open.\n\nLANGUAGE: ENGLISH\n"_s << u"It did open."_s << u"It did open."_s;
    QTest::newRow("a flash in capitals") << u"LENGTH: 3 words\n\nFLASH: IT DID OPEN\n\nLANGUAGE: ENGLISH\n"_s
                                         << u"FLASH: IT DID OPEN"_s << u"FLASH: IT DID OPEN"_s;
    QTest::newRow("no fields") << u"Harbour opens\n\nIt did open.\n"_s << u"Harbour opens"_s << u"Harbour opens\n\nIt did open."_s;
    QTest::newRow("speakers") << u"Harbour opens\n\nGUESTS: Ann Lee\n\nLENGTH: 3 words\n\nANNOUNCER: It opens.\n\nLEE: Yes.\n\nIt did."_s
                              << u"Harbour opens"_s << u"Harbour opens\n\nANNOUNCER: It opens.\n\nLEE: Yes.\n\nIt did."_s;
    QTest::newRow("a field's name within") << u"Harbour opens\n\nLENGTH: 3 words\n\nLENGTH: that is all.\n\nIt did.\n\nLANGUAGE: ENGLISH\n"_s
                                           << u"Harbour opens"_s << u"Harbour opens\n\nIt did."_s;
    QTest::newRow("only a picture") << u"Harbour opens\n\nSECTION: NEWS\n\nGRAPHIC: A ferry.\n"_s << u"Harbour opens"_s
                                    << u"Harbour opens\n\nA ferry."_s;
}

void NexisReaderTest::headlineAndTextAreToldApart()
{
    QFETCH(QString, rest);
    QFETCH(QString, title);
    QFETCH(QString, text);
    const ReadArticle read = only(document(rest));
    QCOMPARE(read.article.title, title);
    QCOMPARE(read.text, text);
}

void NexisReaderTest::datesAndEditionsAreRead_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("edition");
    QTest::newRow("weekday last") << u"May 4, 2023 Thursday"_s << u"2023-05-04"_s << QString();
    QTest::newRow("edition behind it") << u"May 4, 2023, Thursday, Late Edition - Final"_s << u"2023-05-04"_s << u"Late Edition - Final"_s;
    QTest::newRow("with time") << u"May 4, 2023 Thursday 9:30 AM EDT"_s << u"2023-05-04T09:30-04:00"_s << QString();
    QTest::newRow("month") << u"May 2023"_s << u"2023-05"_s << QString();
    QTest::newRow("season") << u"Summer, 2008"_s << u"2008"_s << QString();
}

void NexisReaderTest::datesAndEditionsAreRead()
{
    QFETCH(QString, date);
    QFETCH(QString, published);
    QFETCH(QString, edition);
    const ReadArticle read = only(document(u"Harbour opens\n\nLENGTH: 3 words\n\nIt did open.\n"_s, date));
    QCOMPARE(read.article.published, published);
    QCOMPARE(read.article.fields.value(u"edition"_s), edition);
    QCOMPARE(read.article.outlet, u"The Paper"_s);
}

void NexisReaderTest::otherEncodingsAreRead()
{
    const QString text = document(u"Hafen öffnet\n\nLÄNGE: 3 Wörter\n\nEr ist geöffnet, für alle.\n\nSPRACHE: GERMAN; DEUTSCH\n"_s);
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    for (const QByteArray &bytes : {text.toLatin1(), QByteArray(utf16.encode(text)), text.toUtf8().replace("\n", "\r\n")}) {
        const auto articles = reading(bytes, u"a.txt"_s).all<ReadArticle>();
        QCOMPARE(articles.size(), size_t(1));
        QCOMPARE(articles[0].text, u"Hafen öffnet\n\nEr ist geöffnet, für alle."_s);
        QCOMPARE(articles[0].article.language, u"de"_s);
        QCOMPARE(articles[0].article.fields.value(u"LÄNGE"_s), u"3 Wörter"_s);
    }
}

void NexisReaderTest::aMissingDateIsThatOfLoading()
{
    const auto result = reading((centred(u"1 of 2 DOCUMENTS"_s) + u"\n\n"_s + centred(u"The Paper"_s)
                                    + u"\nHarbour opens\n\nLENGTH: 3 words\n\nIt did open.\n\nLOAD-DATE: May 4, 2023\n"_s).toUtf8());
    QCOMPARE(result.all<ReadArticle>().at(0).article.published, u"2023-05-04"_s);
    QCOMPARE(result.problems().size(), 1);
}

void NexisReaderTest::hostileFilesAreReadToTheirEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray marker = "1 of 2 DOCUMENTS\n";
    QTest::newRow("markers") << marker.repeated(50'000);
    QTest::newRow("fields") << marker + "LENGTH: 1 words\n"_ba.repeated(100'000);
    QTest::newRow("blocks of fields") << marker + "GRAPHIC:\n\nx\n\n"_ba.repeated(50'000);
    QTest::newRow("lines") << marker + "A: b\n\n"_ba.repeated(100'000);
    QTest::newRow("one line") << marker + QByteArray(5'000'000, 'A');
    QTest::newRow("one line of blanks") << marker + QByteArray(5'000'000, ' ') + "x";
}

/// Work that grew with the square of these files would not end within the time that ctest gives a test.
void NexisReaderTest::hostileFilesAreReadToTheirEnd()
{
    QFETCH(QByteArray, bytes);
    const auto result = reading(bytes, u"a.txt"_s);
    QVERIFY(result.info);
    QVERIFY(!result.records.empty());
}

GALLEY_TEST(NexisReaderTest)
#include "tst_nexisreader.moc"
