// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/office/ziparchive.h>
#include <zipped.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class ZipArchiveTest : public QObject
{
    Q_OBJECT

private slots:
    void entriesAreRead_data();
    void entriesAreRead();
    void hostileArchivesAreRefused_data();
    void hostileArchivesAreRefused();
    void everyCutIsNoticed();
    void everyChangedByteIsHarmless();
    void headsTellNamesAndTypes();
};

namespace {

/// The archive with another value in the directory's only header.
QByteArray with(QByteArray archive, qsizetype at, const QByteArray &value)
{
    return archive.replace(archive.indexOf("PK\x01\x02") + at, value.size(), value);
}

} // namespace

void ZipArchiveTest::entriesAreRead_data()
{
    QTest::addColumn<QByteArray>("archive");

    const ZipParts parts{{u"a.txt"_s, "Hello, hello, hello."}, {u"folder/ü.txt"_s, QByteArray(200'000, 'x')}, {u"empty"_s, ""}};
    QTest::newRow("deflated") << zipped(parts);
    QTest::newRow("stored") << zipped(parts, KZip::NoCompression);
    QByteArray commented = zipped(parts);
    commented.replace(commented.size() - 2, 2, QByteArray("\x05\0", 2));
    QTest::newRow("with a comment") << commented + "PK\x05\x06!";
    QTest::newRow("backslashes") << zipped(parts).replace("folder/", "folder\\");
}

void ZipArchiveTest::entriesAreRead()
{
    QFETCH(QByteArray, archive);
    const auto zip = ZipArchive::open(archive);
    QVERIFY2(zip, zip ? "" : qPrintable(zip.error().message));
    QStringList names = zip->names();
    names.sort();
    QCOMPARE(names, (QStringList{u"a.txt"_s, u"empty"_s, u"folder/ü.txt"_s}));
    QCOMPARE(zip->contents(u"a.txt"_s).value(), "Hello, hello, hello.");
    QCOMPARE(zip->contents(u"folder/ü.txt"_s).value(), QByteArray(200'000, 'x'));
    QCOMPARE(zip->contents(u"empty"_s).value(), "");
    QVERIFY(!zip->contents(u"other"_s));
}

void ZipArchiveTest::hostileArchivesAreRefused_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("word");

    const QByteArray good = zipped({{u"aa/b.txt"_s, QByteArray(1000, 'x')}});
    QTest::newRow("no archive") << "Hello"_ba << u"no ZIP archive"_s;
    QTest::newRow("cut off") << good.chopped(1) << u"breaks off"_s;
    QTest::newRow("upwards") << QByteArray(good).replace("aa/b.txt", "../b.txt") << u"leads out"_s;
    QTest::newRow("upwards within") << QByteArray(good).replace("aa/b.txt", "a/../b.t") << u"leads out"_s;
    QTest::newRow("upwards with backslashes") << QByteArray(good).replace("aa/b.txt", "..\\b.txt") << u"leads out"_s;
    QTest::newRow("from the root") << QByteArray(good).replace("aa/b.txt", "/a/b.txt") << u"leads out"_s;
    QTest::newRow("from a drive") << QByteArray(good).replace("aa/b.txt", "c:/b.txt") << u"leads out"_s;
    QTest::newRow("encrypted") << with(good, 8, "\x01") << u"encrypted"_s;
    QTest::newRow("bomb") << with(good, 24, "\xFF\xFF\xFF\x0F") << u"too large"_s;
    QTest::newRow("many bombs") << zipped(ZipParts(30, {u"a"_s, QByteArray(1'000, '\0')}))
                                       .replace(QByteArray("\xE8\x03\0\0", 4), QByteArray("\xE8\x03\0\x05", 4))
                                << u"too large"_s;
    QTest::newRow("more entries than there are")
        << QByteArray(good).replace(good.size() - 12, 2, QByteArray("\x02\0", 2)) << u"damaged"_s;
}

void ZipArchiveTest::hostileArchivesAreRefused()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, word);
    const auto zip = ZipArchive::open(archive);
    QVERIFY(!zip);
    QVERIFY2(zip.error().message.contains(word), qPrintable(zip.error().message));
}

void ZipArchiveTest::everyCutIsNoticed()
{
    const QByteArray good = zipped({{u"a"_s, "Hello, hello, hello."}});
    for (qsizetype size = 0; size < good.size(); ++size)
        QVERIFY2(!ZipArchive::open(good.first(size)), qPrintable(QString::number(size)));
}

/// Either the content is the same, or it is refused.
void ZipArchiveTest::everyChangedByteIsHarmless()
{
    const QByteArray good = zipped({{u"a"_s, "Hello, hello, hello."}});
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray changed = good;
        changed[at] = char(changed[at] ^ 0x55);
        const auto zip = ZipArchive::open(changed);
        const auto content = zip ? zip->contents(u"a"_s) : failed(u"refused"_s);
        QVERIFY(!content || *content == "Hello, hello, hello.");
    }
}

void ZipArchiveTest::headsTellNamesAndTypes()
{
    const QByteArray archive = zipped({{u"mimetype"_s, "application/epub+zip"}, {u"word/x"_s, "1"}});
    QCOMPARE(mimeTypeInZipHead(archive.first(100)), "application/epub+zip");
    QCOMPARE(namesInZipHead(archive).first(2), (QStringList{u"mimetype"_s, u"word/x"_s}));
    QVERIFY(mimeTypeInZipHead(zipped({{u"word/x"_s, "1"}})).isEmpty());
    QVERIFY(namesInZipHead("Hello").isEmpty());
    QVERIFY(mimeTypeInZipHead("PK\x03\x04").isEmpty());
}

GALLEY_TEST(ZipArchiveTest)
#include "tst_ziparchive.moc"
