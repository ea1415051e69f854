// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressreading.h"

#include <testing.h>

#include <QDir>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class PressReadersTest : public QObject
{
    Q_OBJECT

private slots:
    void samplesGiveWhatIsExpected_data();
    void samplesGiveWhatIsExpected();
    void aReaderStopsWhenAsked_data() { samplesGiveWhatIsExpected_data(); }
    void aReaderStopsWhenAsked();
    void truncatedFilesEndInWords_data() { samplesGiveWhatIsExpected_data(); }
    void truncatedFilesEndInWords();
};

/// Each file is called by the reader that is to recognise it, whatever its ending says.
void PressReadersTest::samplesGiveWhatIsExpected_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(GALLEY_TEST_DATA "/readers/press"));
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        if (file.suffix() != "expected"_L1)
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
}

void PressReadersTest::samplesGiveWhatIsExpected()
{
    QFETCH(QString, path);
    const QFileInfo file(path);
    const QByteArray bytes = contents(path);
    for (const QString &name : {file.fileName(), u"download"_s, u"download.txt"_s}) {
        const auto reader = readerFor(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4096)), name);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        QCOMPARE(QLatin1StringView((*reader)->name), file.baseName());
    }
    const QByteArray found = shownRecords(reading(bytes, file.fileName())).toUtf8();
    const QString expected = path + u".expected"_s;
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT")) {
        QFile golden(expected);
        QVERIFY(golden.open(QIODevice::WriteOnly) && golden.write(found) == found.size());
    }
    QCOMPARE(QString::fromUtf8(found), QString::fromUtf8(contents(expected)));
}

void PressReadersTest::aReaderStopsWhenAsked()
{
    QFETCH(QString, path);
    QByteArray bytes = contents(path);
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    int taken = 0;
    const Reader *reader = readerNamed(QFileInfo(path).baseName());
    QVERIFY(reader->read(buffer, u"a"_s, {}, [&](const ReadRecord &) { return ++taken < 2; }));
    QCOMPARE(taken, 2);
}

void PressReadersTest::truncatedFilesEndInWords()
{
    QFETCH(QString, path);
    const QByteArray bytes = contents(path);
    const Reader *reader = readerNamed(QFileInfo(path).baseName());
    for (qsizetype size = 0; size < bytes.size(); size += 1 + bytes.size() / 50) {
        QByteArray cut = bytes.first(size);
        QBuffer buffer(&cut);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        int articles = 0;
        const auto info = reader->read(buffer, u"a"_s, {}, [&](const ReadRecord &record) {
            articles += std::holds_alternative<ReadArticle>(record.value);
            return true;
        });
        QVERIFY(info || !info.error().message.isEmpty());
    }
}

GALLEY_TEST(PressReadersTest)
#include "tst_pressreaders.moc"
