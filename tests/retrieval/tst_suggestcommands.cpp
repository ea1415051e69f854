// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <writers/writer.h>

#include <testing.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Suggestions, as typed; and that nothing which is counted or handed out knows of them.
class SuggestCommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void init();
    void hitsAreSuggestedOnceAndListed();
    void whatIsCodedSoIsCounted();
    void aDryRunWritesNothing();
    void anOriginIsWithdrawn();
    void inBlindSetsOthersAreNotTold();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void cuesAreCountedAndSuggested();
    void nothingThatGoesOutKnowsOfThem();

private:
    QJsonDocument json(const QStringList &arguments)
    {
        const Run run = galley(QStringList{arguments.first(), u"p.galley"_s} + arguments.sliced(1) + QStringList{u"--json"_s});
        if (run.code != 0)
            qWarning("%s", qPrintable(run.err));
        return QJsonDocument::fromJson(run.out.toUtf8());
    }
    QJsonDocument suggested(const QStringList &more = {}) { return json(QStringList{u"suggest"_s, u"--layer"_s, u"Framing"_s, u"--code"_s, u"Economic"_s, u"--from-search"_s, u"toll*"_s} + more); }
    QByteArray everythingThatGoesOut();
};

namespace {

QByteArray article(const QByteArray &number, const QByteArray &text)
{
    return R"({"type":"article","id":"0b8a1c5e-0000-4000-8000-00000000000)" + number + R"(","title":"Article )" + number + R"(","outlet":"Post","published":"2023-05-04","text":")" + text + "\"}\n";
}

QByteArray coded(const QByteArray &number, const QByteArray &coder, const QByteArray &code, const QByteArray &ranges)
{
    return R"({"type":"annotation","article":"0b8a1c5e-0000-4000-8000-00000000000)" + number + R"(","coder":")" + coder + R"(","layer":"Framing","code":")" + code + R"(","ranges":)" + ranges + "}\n";
}

} // namespace

void SuggestCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    write(u"study.jsonl"_s, article("1", R"(Vote 😀\n\nThe council fears the toll. The tolls rise.)") + article("2", R"(Ferry\n\nNo toll in May.)")
              + coded("1", "Ada", "Economic", "[[8,19]]") + coded("1", "Ben", "Economic", "[[8,25]]") + coded("2", "Ada", "Morality", "[[7,14]]") + coded("2", "Ben", "Economic", "[[7,14]]"));
    const Run imported = galley({u"import"_s, u"p.galley"_s, u"study.jsonl"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
}

void SuggestCommandsTest::hitsAreSuggestedOnceAndListed()
{
    const QJsonObject made = suggested({u"--as"_s, u"Ada"_s}).object();
    QCOMPARE(made[u"hits"_s].toInt(), 3);
    QCOMPARE(made[u"suggested"_s].toInt(), 3);
    QCOMPARE(made[u"origin"_s].toString(), u"search “toll*”"_s);
    const QJsonObject again = suggested({u"--as"_s, u"Ada"_s}).object();
    QCOMPARE(again[u"suggested"_s].toInt(), 0);
    QCOMPARE(again[u"already_suggested"_s].toInt(), 3);
    const QJsonArray list = json({u"suggest"_s, u"--list"_s, u"--as"_s, u"Ada"_s}).array();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0][u"start"_s].toInt(), 30);
    QCOMPARE(list[0][u"end"_s].toInt(), 34);
    QCOMPARE(list[0][u"text"_s].toString(), u"toll"_s);
    QCOMPARE(list[0][u"code"_s].toString(), u"Economic"_s);
    QCOMPARE(list[0][u"for"_s].toString(), u"Ada"_s);
    QCOMPARE(list[0][u"origin"_s].toString(), u"search “toll*”"_s);
    QCOMPARE(json({u"suggest"_s, u"--list"_s, u"--as"_s, u"Ben"_s}).array().size(), 0);
    const QStringList line = galley({u"suggest"_s, u"p.galley"_s, u"--list"_s}).out.split(u'\n').front().split(u'\t');
    QCOMPARE(line, (QStringList{u"Ada"_s, u"Framing / Economic"_s, u"Article 1"_s, u"toll"_s, u"search “toll*”"_s}));
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
}

void SuggestCommandsTest::whatIsCodedSoIsCounted()
{
    const QJsonObject ben = suggested({u"--as"_s, u"Ben"_s}).object();
    QCOMPARE(ben[u"suggested"_s].toInt(), 2);
    QCOMPARE(ben[u"already_coded"_s].toInt(), 1); // "No toll"
    const QJsonObject expression = json({u"suggest"_s, u"--layer"_s, u"Framing"_s, u"--code"_s, u"Economic"_s, u"--from-search"_s, u"tolls?"_s, u"--regex"_s}).object();
    QCOMPARE(expression[u"suggested"_s].toInt(), 3);
    QCOMPARE(expression[u"origin"_s].toString(), u"regular expression “tolls?”"_s);
    QCOMPARE(json({u"suggest"_s, u"--list"_s}).array().size(), 5);
    QCOMPARE(json({u"suggest"_s, u"--list"_s, u"--as"_s, u"Ben"_s}).array().size(), 2); // one question for one place
}

void SuggestCommandsTest::aDryRunWritesNothing()
{
    const QByteArray before = read(u"p.galley"_s);
    QCOMPARE(suggested({u"--dry-run"_s}).object()[u"suggested"_s].toInt(), 3);
    QCOMPARE(read(u"p.galley"_s), before);
    QCOMPARE(json({u"suggest"_s, u"--list"_s}).array().size(), 0);
}

void SuggestCommandsTest::anOriginIsWithdrawn()
{
    suggested();
    QCOMPARE(json({u"suggest"_s, u"--withdraw"_s, u"search “toll*”"_s, u"--dry-run"_s}).object()[u"withdrawn"_s].toInt(), 3);
    QCOMPARE(json({u"suggest"_s, u"--withdraw"_s, u"search “toll*”"_s}).object()[u"withdrawn"_s].toInt(), 3);
    QCOMPARE(json({u"suggest"_s, u"--list"_s}).array().size(), 0);
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).code, 0);
    QCOMPARE(json({u"suggest"_s, u"--list"_s}).array().size(), 3);
}

void SuggestCommandsTest::inBlindSetsOthersAreNotTold()
{
    suggested();
    QCOMPARE(galley({u"set"_s, u"p.galley"_s, u"Pilot"_s, u"--kind"_s, u"reliability"_s, u"--all"_s, u"--blind"_s}).code, 0);
    QCOMPARE(json({u"suggest"_s, u"--list"_s, u"--as"_s, u"Ada"_s}).array().size(), 0);
    QCOMPARE(json({u"suggest"_s, u"--list"_s, u"--as"_s, u"Ben"_s}).array().size(), 0);
    QCOMPARE(suggested({u"--as"_s, u"Ben"_s}).object()[u"suggested"_s].toInt(), 2); // what he does not see, he is asked by himself
    QCOMPARE(json({u"suggest"_s, u"--list"_s, u"--as"_s, u"Ben"_s}).array().size(), 2);
    QCOMPARE(json({u"suggest"_s, u"--list"_s, u"--as"_s, u"Ada"_s}).array().size(), 0);
}

void SuggestCommandsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const QStringList framing{u"--layer"_s, u"Framing"_s, u"--from-search"_s, u"toll"_s};
    QTest::newRow("nothing asked") << QStringList() << 2 << u"--from-search"_s;
    QTest::newRow("no code") << framing << 1 << u"--code"_s;
    QTest::newRow("no such code") << framing + QStringList{u"--code"_s, u"Nonesuch"_s} << 1 << u"Nonesuch"_s;
    QTest::newRow("no such layer") << QStringList{u"--layer"_s, u"Nonesuch"_s, u"--code"_s, u"x"_s, u"--from-search"_s, u"toll"_s} << 1 << u"Nonesuch"_s;
    QTest::newRow("a query that is none") << QStringList{u"--layer"_s, u"Framing"_s, u"--code"_s, u"Economic"_s, u"--from-search"_s, u"(toll"_s, u"--regex"_s} << 1 << u"regular expression"_s;
    QTest::newRow("no such origin") << QStringList{u"--withdraw"_s, u"nothing"_s} << 1 << u"nothing"_s;
    QTest::newRow("nobody") << QStringList{u"--list"_s, u"--as"_s, u"Nobody"_s} << 1 << u"Nobody"_s;
}

void SuggestCommandsTest::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, said);
    const Run run = galley(QStringList{u"suggest"_s, u"p.galley"_s} + arguments);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

/// Words of a list beside the project, and kinds of the set that fits the article's language.
void SuggestCommandsTest::cuesAreCountedAndSuggested()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"p.galley.cues"_s));
    write(u"p.galley.cues/Costs.txt"_s, "toll*\n");
    const QJsonArray counted = json({u"cues"_s}).array();
    const auto costs = std::ranges::find_if(counted, [](const QJsonValue &one) { return one[u"kind"_s] == u"Costs"_s; });
    QVERIFY(costs != counted.end());
    QCOMPARE((*costs)[u"outlet"_s].toString(), u"Post"_s);
    QCOMPARE((*costs)[u"articles"_s].toInt(), 2);
    QCOMPARE((*costs)[u"cues"_s].toInt(), 3);
    QCOMPARE((*costs)[u"per_thousand"_s].toDouble(), 1000.0 * 3 / (*costs)[u"words"_s].toInt());
    const QJsonObject made = json({u"suggest"_s, u"--layer"_s, u"Framing"_s, u"--code"_s, u"Economic"_s, u"--from-cues"_s, u"Costs"_s, u"--as"_s, u"Ada"_s}).object();
    QCOMPARE(made[u"suggested"_s].toInt(), 3);
    QCOMPARE(made[u"origin"_s].toString(), u"cues “Costs”"_s);
    QCOMPARE(suggested({u"--as"_s, u"Ada"_s}).object()[u"already_suggested"_s].toInt(), 3); // a place is one question, whoever asks it
    write(u"p.galley.cues/Costs.txt"_s, "toll\n*\n");
    const Run broken = galley({u"cues"_s, u"p.galley"_s});
    QCOMPARE(broken.code, 1);
    QVERIFY2(broken.err.contains(u"Costs.txt: line 2"_s), qPrintable(broken.err));
    QVERIFY(galley({u"suggest"_s, u"p.galley"_s, u"--layer"_s, u"Framing"_s, u"--code"_s, u"Economic"_s, u"--from-cues"_s, u"Nonesuch"_s}).err.contains(u"Nonesuch"_s));
}

QByteArray SuggestCommandsTest::everythingThatGoesOut()
{
    QList<QStringList> calls{{u"agreement"_s, u"--json"_s},          {u"agreement"_s, u"--metric"_s, u"all"_s, u"--json"_s}, {u"agreement"_s, u"--by"_s, u"pair,value,article"_s, u"--json"_s},
                             {u"compare"_s, u"--json"_s},            {u"progress"_s, u"--json"_s},                            {u"annotations"_s, u"--json"_s},
                             {u"articles"_s, u"--json"_s},           {u"incomplete"_s, u"--json"_s},                          {u"recheck"_s, u"--json"_s},
                             {u"coders"_s},                          {u"sets"_s},                                             {u"check"_s},
                             {u"codebook"_s},                        {u"comments"_s, u"--json"_s},                            {u"actors"_s, u"--json"_s},
                             {u"search"_s, u"toll"_s, u"--remarks"_s, u"--json"_s}};
    for (const galley::Writer &writer : galley::writers()) {
        calls << QStringList{u"export"_s, u"--format"_s, QString::fromLatin1(writer.name)};
        calls << QStringList{u"export"_s, u"--format"_s, QString::fromLatin1(writer.name), u"--coders"_s, u"all"_s};
    }
    QByteArray all;
    for (const QStringList &call : calls) {
        const Run run = galley(QStringList{call.front(), u"p.galley"_s} + call.sliced(1));
        all += call.join(u' ').toUtf8() + ": " + QByteArray::number(run.code) + '\n' + run.bytes + run.err.toUtf8() + '\n';
    }
    return all;
}

/// Byte for byte, with open ones, answered by nobody, for all and for one.
void SuggestCommandsTest::nothingThatGoesOutKnowsOfThem()
{
    const QByteArray before = everythingThatGoesOut();
    QVERIFY2(before.contains("krippendorff"), before.left(3000).constData());
    QCOMPARE(suggested().object()[u"suggested"_s].toInt(), 3);
    QCOMPARE(json({u"suggest"_s, u"--layer"_s, u"Framing"_s, u"--code"_s, u"Morality"_s, u"--from-search"_s, u"council"_s, u"--as"_s, u"Ada"_s}).object()[u"suggested"_s].toInt(), 1);
    QCOMPARE(QString::fromUtf8(everythingThatGoesOut()), QString::fromUtf8(before));
}

GALLEY_TEST(SuggestCommandsTest)
#include "tst_suggestcommands.moc"
