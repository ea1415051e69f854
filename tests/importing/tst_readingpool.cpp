// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <importing/readingpool.h>

#include <testing.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

/// Several files are read at a time, and nobody can tell by what comes out.
class ReadingPoolTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theOrderIsThatOfTheFiles_data();
    void theOrderIsThatOfTheFiles();
    void aFileThatCannotBeReadIsToldInItsPlace();
    void bytesAddUp();
    void itStopsWhileManyBatchesWait();
    void nothingIsReadOfNothing();

private:
    std::vector<ReadingPool::Job> jobs() const;
    QString path(int number) const { return m_folder.filePath(u"%1.jsonl"_s.arg(number, 2, 10, QChar(u'0'))); }

    static constexpr int files = 40;
    static constexpr int longFile = 3; ///< takes as long as all others together
    QTemporaryDir m_folder;
};

void ReadingPoolTest::initTestCase()
{
    for (int number = 0; number < files; ++number) {
        QFile file(path(number));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int line = 0; line < (number == longFile ? 4000 : 1 + number % 5); ++line)
            file.write(u"{\"type\":\"article\",\"title\":\"%1/%2\",\"text\":\"The ferry left at noon.\"}\n"_s.arg(number).arg(line).toUtf8());
    }
}

std::vector<ReadingPool::Job> ReadingPoolTest::jobs() const
{
    std::vector<ReadingPool::Job> jobs;
    for (int number = 0; number < files; ++number)
        jobs.push_back({path(number), nullptr, {}});
    return jobs;
}

namespace {

/// Titles in the order they come in, with the ends of files between them.
QStringList readAll(ReadingPool &reading)
{
    QStringList titles;
    while (const auto batch = reading.next()) {
        if (batch->begin)
            titles += u"begin"_s;
        for (const ReadRecord &record : batch->records)
            titles += std::get<ReadArticle>(record.value).article.title;
        if (batch->end)
            titles += batch->error ? batch->error->message : u"end"_s;
    }
    return titles;
}

} // namespace

void ReadingPoolTest::theOrderIsThatOfTheFiles_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {0, 1, 2, 7, 100})
        QTest::addRow("%d threads", threads) << threads;
}

void ReadingPoolTest::theOrderIsThatOfTheFiles()
{
    QFETCH(const int, threads);
    QStringList expected;
    for (int number = 0; number < files; ++number) {
        expected += u"begin"_s;
        for (int line = 0; line < (number == longFile ? 4000 : 1 + number % 5); ++line)
            expected += u"%1/%2"_s.arg(number).arg(line);
        expected += u"end"_s;
    }
    ReadingPool reading(jobs(), threads);
    QCOMPARE(readAll(reading), expected);
    QVERIFY(reading.atEnd());
    QVERIFY(!reading.next());
}

void ReadingPoolTest::aFileThatCannotBeReadIsToldInItsPlace()
{
    std::vector<ReadingPool::Job> mixed = jobs();
    mixed.erase(mixed.begin() + 2, mixed.end());
    mixed.insert(mixed.begin() + 1, {m_folder.filePath(u"none.jsonl"_s), nullptr, {}});
    ReadingPool reading(mixed, 2);
    const QStringList read = readAll(reading);
    QCOMPARE(read.first(3), QStringList({u"begin"_s, u"0/0"_s, u"end"_s}));
    QVERIFY2(read[4].startsWith(u"The file cannot be read"_s), qPrintable(read[4]));
    QCOMPARE(read.last(3), QStringList({u"1/0"_s, u"1/1"_s, u"end"_s}));
}

void ReadingPoolTest::bytesAddUp()
{
    ReadingPool reading(jobs(), 3);
    readAll(reading);
    QCOMPARE_GT(reading.bytesInAll(), qint64(200'000));
    QCOMPARE(reading.bytesRead(), reading.bytesInAll());
}

void ReadingPoolTest::itStopsWhileManyBatchesWait()
{
    std::vector<ReadingPool::Job> many;
    for (int times = 0; times < 20; ++times)
        many.push_back({path(longFile), nullptr, {}});
    ReadingPool reading(many, 4);
    QVERIFY(reading.next());
    QTest::qWait(50); // until the threads wait for room
    QCOMPARE_LT(reading.bytesRead(), reading.bytesInAll()); // they do not read ahead without end
}

void ReadingPoolTest::nothingIsReadOfNothing()
{
    ReadingPool reading({});
    QVERIFY(reading.atEnd());
    QVERIFY(!reading.poll());
    QVERIFY(!reading.next());
}

GALLEY_TEST(ReadingPoolTest)

#include "tst_readingpool.moc"
