// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>

#include <KCompressionDevice>

#include <testing.h>

#include <random>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

/// Words that compress no better than prose does.
QByteArray prose(qsizetype paragraphs, std::mt19937 &random)
{
    QByteArray text;
    for (qsizetype paragraph = 0; paragraph < paragraphs; ++paragraph) {
        text += "The harbour";
        for (int word = 0; word < 60; ++word) {
            text += ' ';
            for (unsigned letters = 2 + random() % 8; letters > 0; --letters)
                text += char('a' + random() % 26);
        }
        text += ".\n\n";
    }
    return text;
}

QByteArray record(int number, const QByteArray &text)
{
    const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + text;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/" + QByteArray::number(number)
        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + QByteArray::number(answer.size())
        + "\r\n\r\n" + answer + "\r\n\r\n";
}

QByteArray gzip(const QByteArray &bytes)
{
    QByteArray packed;
    QBuffer buffer(&packed);
    KCompressionDevice device(&buffer, false, KCompressionDevice::GZip);
    if (device.open(QIODevice::WriteOnly))
        device.write(bytes);
    device.close();
    return packed;
}

} // namespace

class WebArchivesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPackedReadsLikeWhatIsNot_data();
    void whatIsPackedReadsLikeWhatIsNot();
};

void WebArchivesTest::whatIsPackedReadsLikeWhatIsNot_data()
{
    QTest::addColumn<QByteArrayList>("members");

    std::mt19937 random(1);
    QTest::newRow("a record of 2 MB") << QByteArrayList{record(0, prose(5'000, random))};
    QByteArrayList records;
    for (int number = 0; number < 500; ++number)
        records += record(number, prose(4, random));
    QTest::newRow("many members") << records;
    QTest::newRow("one member of many records") << QByteArrayList{records.join()};
    QTest::newRow("records that go from member to member") << [&] {
        const QByteArray all = records.join();
        QByteArrayList parts;
        for (qsizetype begin = 0; begin < all.size(); begin += 10'007)
            parts += all.sliced(begin, std::min<qsizetype>(10'007, all.size() - begin));
        return parts;
    }();
    QTest::newRow("members that end where a buffer does") << [&] {
        const QByteArray all = records.join();
        QByteArrayList parts;
        for (qsizetype begin = 0; begin < all.size(); begin += 16'384)
            parts += all.sliced(begin, std::min<qsizetype>(16'384, all.size() - begin));
        return parts;
    }();
}

void WebArchivesTest::whatIsPackedReadsLikeWhatIsNot()
{
    QFETCH(QByteArrayList, members);
    QByteArray packed;
    for (const QByteArray &member : std::as_const(members))
        packed += gzip(member);
    const auto plain = reading(members.join(), u"a.warc"_s);
    const auto result = reading(packed, u"a.warc.gz"_s);
    QVERIFY2(result.info, result.info ? "" : qPrintable(result.info.error().message));
    QCOMPARE(result.problems(), plain.problems());
    const auto expected = plain.all<ReadArticle>();
    const auto articles = result.all<ReadArticle>();
    QVERIFY(!expected.empty());
    QCOMPARE(articles.size(), expected.size());
    for (size_t at = 0; at < articles.size(); ++at)
        QVERIFY(articles[at].text == expected[at].text);
}

GALLEY_TEST(WebArchivesTest)
#include "tst_webarchives.moc"
