// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// What was coded, and where words stand, as typed.
class RetrievalCommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void init();
    void annotationsAreListedAsAsked_data();
    void annotationsAreListedAsAsked();
    void anAnnotationIsToldWhole();
    void blindWorkIsNotToldToACoder();
    void hitsAreWhatTheTextsHave_data();
    void hitsAreWhatTheTextsHave();
    void articlesAreCounted();
    void remarksAreFoundWhereTheyAreAskedFor();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void whatCanOnlyBeReadIsSearched();

private:
    QJsonArray json(const QStringList &arguments)
    {
        const Run run = galley(arguments);
        return run.code == 0 ? QJsonDocument::fromJson(run.out.toUtf8()).array() : QJsonArray{run.err};
    }
};

namespace {

const QByteArray vote = "0b8a1c5e-0000-4000-8000-000000000001";
const QByteArray ferry = "0b8a1c5e-0000-4000-8000-000000000002";

QByteArray article(const QByteArray &id, const QByteArray &title, const QByteArray &outlet, const QByteArray &date, const QByteArray &text)
{
    return R"({"type":"article","id":")" + id + R"(","title":")" + title + R"(","outlet":")" + outlet + R"(","published":")" + date + R"(","text":")" + text + "\"}\n";
}

QByteArray coded(const QByteArray &article, const QByteArray &coder, const QByteArray &layer, const QByteArray &code, const QByteArray &ranges, const QByteArray &more = {})
{
    return R"({"type":"annotation","article":")" + article + R"(","coder":")" + coder + R"(","layer":")" + layer + R"(","code":")" + code + R"(","ranges":)" + ranges + more + "}\n";
}

} // namespace

void RetrievalCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"study.jsonl"_s, article(vote, "Vote", "Harbour Post", "2023-05-04", R"(Poll 😀\n\nThe council fears the toll.)")
              + article(ferry, "Ferry", "Morning Star", "2022", R"(The Ferry\n\nIt stops in May, the council says.)")
              + coded(vote, "Ada", "Framing", "Economic", "[[8,19]]", R"(,"memo":"Really?")") + coded(vote, "Ben", "Framing", "Morality", "[[20,25]]", R"(,"status":"flagged")")
              + coded(ferry, "Ada", "Stance", "against", "[[11,19]]", R"(,"values":{"voice":"journalist"})"));
    const Run imported = galley({u"import"_s, u"p.galley"_s, u"study.jsonl"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
}

void RetrievalCommandsTest::annotationsAreListedAsAsked_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("quotes");
    QTest::newRow("all, in reading order") << QStringList() << QStringList{u"The council"_s, u"fears"_s, u"It stops"_s};
    QTest::newRow("code") << QStringList{u"--code"_s, u"Economic"_s} << QStringList{u"The council"_s};
    QTest::newRow("code with its layer") << QStringList{u"--code"_s, u"Framing/Morality"_s} << QStringList{u"fears"_s};
    QTest::newRow("layer") << QStringList{u"--layer"_s, u"Stance"_s} << QStringList{u"It stops"_s};
    QTest::newRow("coder") << QStringList{u"--coder"_s, u"Ada"_s} << QStringList{u"The council"_s, u"It stops"_s};
    QTest::newRow("flagged") << QStringList{u"--flagged"_s} << QStringList{u"fears"_s};
    QTest::newRow("memo") << QStringList{u"--memo"_s} << QStringList{u"The council"_s};
    QTest::newRow("text of the quote") << QStringList{u"--text"_s, u"COUNCIL"_s} << QStringList{u"The council"_s};
    QTest::newRow("text of the memo") << QStringList{u"--text"_s, u"really"_s} << QStringList{u"The council"_s};
    QTest::newRow("value") << QStringList{u"--value"_s, u"voice: journalist"_s} << QStringList{u"It stops"_s};
    QTest::newRow("outlet") << QStringList{u"--outlet"_s, u"post"_s} << QStringList{u"The council"_s, u"fears"_s};
    QTest::newRow("date") << QStringList{u"--date"_s, u"..2022"_s} << QStringList{u"It stops"_s};
    QTest::newRow("several") << QStringList{u"--coder"_s, u"Ada"_s, u"--date"_s, u"2023"_s} << QStringList{u"The council"_s};
}

void RetrievalCommandsTest::annotationsAreListedAsAsked()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, quotes);
    QStringList told;
    for (const QJsonValue &one : json(QStringList{u"annotations"_s, u"p.galley"_s, u"--json"_s} + options))
        told << one[u"quote"_s].toString();
    QCOMPARE(told, quotes);
}

void RetrievalCommandsTest::anAnnotationIsToldWhole()
{
    const QJsonObject one = json({u"annotations"_s, u"p.galley"_s, u"--json"_s, u"--memo"_s})[0].toObject();
    QCOMPARE(one[u"article"_s].toString().toUtf8(), vote);
    QCOMPARE(one[u"title"_s].toString(), u"Vote"_s);
    QCOMPARE(one[u"layer"_s].toString() + u'/' + one[u"code"_s].toString(), u"Framing/Economic"_s);
    QCOMPARE(one[u"coder"_s].toString(), u"Ada"_s);
    QCOMPARE(one[u"start"_s].toInt(), 8);
    QCOMPARE(one[u"end"_s].toInt(), 19);
    QCOMPARE(one[u"left"_s].toString(), u"Poll 😀\n\n"_s);
    QCOMPARE(one[u"right"_s].toString(), u" fears the toll."_s);
    QCOMPARE(one[u"memo"_s].toString(), u"Really?"_s);
    QCOMPARE(one[u"flagged"_s].toBool(), false);
    const QStringList line = galley({u"annotations"_s, u"p.galley"_s, u"--flagged"_s}).out.trimmed().split(u'\t');
    QCOMPARE(line, (QStringList{u"Ben"_s, u"Framing / Morality"_s, u"Vote"_s, u"fears"_s, QString(), u"flagged"_s}));
}

void RetrievalCommandsTest::blindWorkIsNotToldToACoder()
{
    const Run made = galley({u"set"_s, u"p.galley"_s, u"Pilot"_s, u"--kind"_s, u"reliability"_s, u"--all"_s, u"--blind"_s});
    QVERIFY2(made.code == 0, qPrintable(made.err));
    QCOMPARE(json({u"annotations"_s, u"p.galley"_s, u"--json"_s}).size(), 3);
    QCOMPARE(json({u"annotations"_s, u"p.galley"_s, u"--json"_s, u"--as"_s, u"Ben"_s}).size(), 1);
    QCOMPARE(json({u"search"_s, u"p.galley"_s, u"really"_s, u"--json"_s, u"--remarks"_s, u"--as"_s, u"Ben"_s}).size(), 0);
    QCOMPARE(json({u"search"_s, u"p.galley"_s, u"really"_s, u"--json"_s, u"--remarks"_s, u"--as"_s, u"Ada"_s}).size(), 1);
}

void RetrievalCommandsTest::hitsAreWhatTheTextsHave_data()
{
    QTest::addColumn<QStringList>("query");
    QTest::addColumn<QStringList>("hits");
    QTest::newRow("a word") << QStringList{u"council"_s} << QStringList{u"12 council"_s, u"32 council"_s, u"4 council"_s};
    QTest::newRow("all words") << QStringList{u"council toll"_s} << QStringList{u"12 council"_s, u"30 toll"_s, u"4 council"_s, u"18 toll"_s};
    QTest::newRow("a phrase") << QStringList{u"\"the council\""_s} << QStringList{u"8 The council"_s, u"28 the council"_s, u"0 The council"_s};
    QTest::newRow("closeness") << QStringList{u"NEAR(council toll, 1)"_s} << QStringList{u"4 council"_s, u"18 toll"_s};
    QTest::newRow("a headline") << QStringList{u"title:ferry"_s} << QStringList{u"4 Ferry"_s};
    QTest::newRow("an expression") << QStringList{u"t[ao]ll\\W"_s, u"--regex"_s} << QStringList{u"30 toll."_s, u"18 toll "_s};
    QTest::newRow("nothing") << QStringList{u"nonesuch"_s} << QStringList();
}

/// Also where the text came with CR LF and has signs beyond sixteen bits before the hit.
void RetrievalCommandsTest::hitsAreWhatTheTextsHave()
{
    QFETCH(QStringList, query);
    QFETCH(QStringList, hits);
    write(u"crlf.txt"_s, "The council\r\nto 👩‍👧toll Cafe\xCC\x81 \r\n");
    const Run imported = galley({u"import"_s, u"p.galley"_s, u"crlf.txt"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
    QMap<QString, QList<uint>> texts;
    for (const QString &line : galley({u"export"_s, u"p.galley"_s, u"--format"_s, u"jsonl"_s}).out.split(u'\n', Qt::SkipEmptyParts)) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        if (object[u"type"_s] == "article"_L1)
            texts.insert(object[u"id"_s].toString(), object[u"text"_s].toString().toUcs4());
    }
    QCOMPARE(texts.size(), 3);
    QStringList told;
    for (const QJsonValue &one : json(QStringList{u"search"_s, u"p.galley"_s, u"--json"_s, u"--width"_s, u"5"_s} + query)) {
        QVERIFY2(one.isObject(), qPrintable(one.toString()));
        const int start = one[u"start"_s].toInt(), end = one[u"end"_s].toInt();
        const QList<uint> &text = texts[one[u"article"_s].toString()];
        const auto part = [&](int from, int to) { return QString::fromUcs4(reinterpret_cast<const char32_t *>(text.constData()) + from, to - from); };
        QVERIFY(start >= 0 && end <= text.size());
        QCOMPARE(one[u"hit"_s].toString(), part(start, end));
        QCOMPARE(one[u"left"_s].toString(), part(std::max(0, start - 5), start));
        QCOMPARE(one[u"right"_s].toString(), part(end, std::min(int(text.size()), end + 5)));
        told << u"%1 %2"_s.arg(start).arg(one[u"hit"_s].toString());
    }
    QCOMPARE(told, hits);
}

void RetrievalCommandsTest::articlesAreCounted()
{
    const QJsonArray told = json({u"search"_s, u"p.galley"_s, u"council OR the"_s, u"--articles"_s, u"--json"_s});
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[0][u"hits"_s].toInt(), 3);
    QCOMPARE(told[0][u"words"_s].toInt(), 6);
    QCOMPARE(told[0][u"per_thousand"_s].toDouble(), 500.0);
    QCOMPARE(told[0][u"title"_s].toString(), u"Vote"_s);
}

void RetrievalCommandsTest::remarksAreFoundWhereTheyAreAskedFor()
{
    QCOMPARE(json({u"search"_s, u"p.galley"_s, u"really"_s, u"--json"_s}).size(), 0);
    const QJsonArray told = json({u"search"_s, u"p.galley"_s, u"really"_s, u"--json"_s, u"--remarks"_s});
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][u"in"_s].toString(), u"memo"_s);
    QVERIFY(told[0][u"start"_s].isNull()); // it is no place of the article's text
    QCOMPARE(told[0][u"hit"_s].toString(), u"Really"_s);
}

void RetrievalCommandsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("quotation mark") << QStringList{u"search"_s, u"p.galley"_s, u"\"the"_s} << u"A quotation mark is open"_s;
    QTest::newRow("operator") << QStringList{u"search"_s, u"p.galley"_s, u"OR the"_s} << u"cannot be read at “OR”"_s;
    QTest::newRow("expression") << QStringList{u"search"_s, u"p.galley"_s, u"(the"_s, u"--regex"_s} << u"cannot be read at its sign 5"_s;
    QTest::newRow("coder") << QStringList{u"annotations"_s, u"p.galley"_s, u"--coder"_s, u"Nobody"_s} << u"there is no coder “Nobody”"_s;
    QTest::newRow("code") << QStringList{u"annotations"_s, u"p.galley"_s, u"--code"_s, u"Nothing"_s} << u"there is no code “Nothing”"_s;
    QTest::newRow("layer") << QStringList{u"annotations"_s, u"p.galley"_s, u"--layer"_s, u"Nothing"_s} << u"there is no layer “Nothing”"_s;
    QTest::newRow("date") << QStringList{u"annotations"_s, u"p.galley"_s, u"--date"_s, u"May"_s} << u"“May” is no date"_s;
}

void RetrievalCommandsTest::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Run run = galley(arguments);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void RetrievalCommandsTest::whatCanOnlyBeReadIsSearched()
{
    const QString path = m_folder->filePath(u"p.galley"_s);
    const qint64 size = QFileInfo(path).size();
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    QCOMPARE(json({u"search"_s, u"p.galley"_s, u"council"_s, u"--json"_s}).size(), 2);
    QCOMPARE(QFileInfo(path).size(), size); // no project grows by it
}

GALLEY_TEST(RetrievalCommandsTest)
#include "tst_retrievalcommands.moc"
