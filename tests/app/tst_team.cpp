// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <commandline.h>

#include <testing.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A study of three coders by the command line: a blind set, packets out, coding, packets back.
class TeamTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void init();
    void packetsGoOutAndComeBackInAnyOrder();
    void aPacketHoldsNothingOfTheOthers();
    void aPacketHoldsWhatLeadAndCoderSaid();
    void aPacketMadeAgainKeepsWhatWasDone();
    void aMergeIsUndoneAsOneStep();
    void aMergeThatIsKilledIsDoneOrNot();
    void whatTwoCopiesAlteredIsListedAndDecided_data();
    void whatTwoCopiesAlteredIsListedAndDecided();
    void whatCannotBeIsSaid();
    void aRoleIsGivenAndTaken();
    void whoLeavesHandsOn();
    void whatIsMissingIsTold();

private:
    void code(const QString &coder);
    QStringList exported(const QString &project);

    const QStringList m_coders{u"Ada"_s, u"Ben"_s, u"Cleo"_s};
};

void TeamTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(galley({u"new"_s, u"p.galley"_s}).code, 0);
    QStringList files;
    for (int at = 0; at < 6; ++at)
        files << write(u"a%1.txt"_s.arg(at), "Story " + QByteArray::number(at) + "\n\nThe council warned of strait number " + QByteArray::number(at) + ".\n");
    QCOMPARE(galley(QStringList{u"import"_s, u"p.galley"_s} + files).code, 0);
    for (const QString &coder : m_coders)
        QCOMPARE(galley({u"coders"_s, u"p.galley"_s, u"--add"_s, coder}).code, 0);
    QCOMPARE(galley({u"coders"_s, u"p.galley"_s, u"--add"_s, u"Leonore"_s, u"--role"_s, u"lead"_s}).code, 0);
    QCOMPARE(galley({u"set"_s, u"p.galley"_s, u"pilot"_s, u"--kind"_s, u"reliability"_s, u"--all"_s, u"--blind"_s, u"--seed"_s, u"7"_s}).code, 0);
    const Run plan = galley({u"assign"_s, u"p.galley"_s, u"--set"_s, u"pilot"_s, u"--coders"_s, m_coders.join(u','), u"--per-article"_s, u"2"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(plan.bytes).array().size(), 12);
    for (const QString &coder : m_coders) {
        const Run packet = galley({u"packet"_s, u"p.galley"_s, u"--coder"_s, coder, u"--output"_s, coder + u".galley"_s});
        QVERIFY2(packet.code == 0, qPrintable(packet.err));
    }
}

/// Each article of the packet once, as that coder's memo says.
void TeamTest::code(const QString &coder)
{
    QByteArray lines;
    const QJsonArray articles = QJsonDocument::fromJson(galley({u"articles"_s, coder + u".galley"_s, u"--json"_s}).bytes).array();
    QCOMPARE(articles.size(), 4);
    for (const QJsonValue &article : articles) {
        const QJsonObject annotation{{u"type"_s, u"annotation"_s}, {u"article"_s, article[u"id"_s]}, {u"coder"_s, coder}, {u"layer"_s, u"Framing"_s},
            {u"code"_s, u"Economic"_s}, {u"ranges"_s, QJsonArray{QJsonArray{21, 27}}}, {u"memo"_s, u"thoughts of "_s + coder}};
        lines += QJsonDocument(annotation).toJson(QJsonDocument::Compact) + '\n';
    }
    const Run run = galley({u"import"_s, coder + u".galley"_s, write(coder + u".jsonl"_s, lines)});
    QVERIFY2(run.code == 0, qPrintable(run.out + run.err));
}

QStringList TeamTest::exported(const QString &project)
{
    QStringList rows = galley({u"export"_s, project, u"--format"_s, u"csv"_s}).out.split(u'\n', Qt::SkipEmptyParts);
    rows.sort();
    return rows;
}

void TeamTest::packetsGoOutAndComeBackInAnyOrder()
{
    for (const QString &coder : m_coders)
        code(coder);
    QVERIFY(QFile::copy(m_folder->filePath(u"p.galley"_s), m_folder->filePath(u"q.galley"_s)));
    const Run dry = galley({u"merge"_s, u"p.galley"_s, u"Ada.galley"_s, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(dry.bytes)[u"added"_s][u"annotation"_s].toInt(), 4);
    QCOMPARE(QJsonDocument::fromJson(dry.bytes)[u"coders"_s].toArray(), (QJsonArray{QJsonObject{{u"coder"_s, u"Ada"_s}, {u"added"_s, 4}, {u"changed"_s, 0}, {u"removed"_s, 0}}}));
    QCOMPARE(exported(u"p.galley"_s).size(), 1); // the header
    const Run run = galley({u"merge"_s, u"p.galley"_s, u"Ada.galley"_s, u"Ben.galley"_s, u"Cleo.galley"_s, u"--json"_s});
    const QJsonDocument report = QJsonDocument::fromJson(run.bytes);
    QCOMPARE(run.code, 0);
    QCOMPARE(report[u"operations"_s].toInt(), 3);
    QCOMPARE(report[u"added"_s][u"annotation"_s].toInt(), 12);
    QVERIFY(report[u"conflicts"_s].toArray().isEmpty() && report[u"refused"_s].toArray().isEmpty());
    QCOMPARE(galley({u"merge"_s, u"q.galley"_s, u"Cleo.galley"_s, u"Ada.galley"_s, u"Ben.galley"_s}).code, 0);
    QCOMPARE(exported(u"p.galley"_s).size(), 13);
    QCOMPARE(exported(u"p.galley"_s), exported(u"q.galley"_s));
    QCOMPARE(galley({u"history"_s, u"p.galley"_s, u"--json"_s}).out, galley({u"history"_s, u"q.galley"_s, u"--json"_s}).out);
    QCOMPARE(QJsonDocument::fromJson(galley({u"merge"_s, u"p.galley"_s, u"q.galley"_s, u"--json"_s}).bytes)[u"operations"_s].toInt(), 0);
    for (const QJsonValue &row : QJsonDocument::fromJson(galley({u"progress"_s, u"p.galley"_s, u"--json"_s}).bytes).array())
        QCOMPARE(row[u"annotations"_s].toInt(), 4);
    QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
}

void TeamTest::aPacketHoldsNothingOfTheOthers()
{
    for (const QString &coder : m_coders)
        code(coder);
    QCOMPARE(galley({u"merge"_s, u"p.galley"_s, u"Ada.galley"_s, u"Ben.galley"_s, u"Cleo.galley"_s}).code, 0);
    for (const QString &coder : m_coders) {
        QVERIFY(QDir(m_folder->path()).remove(coder + u".galley"_s));
        QCOMPARE(galley({u"packet"_s, u"p.galley"_s, u"--coder"_s, coder, u"--output"_s, coder + u".galley"_s}).code, 0);
        const QByteArray bytes = read(coder + u".galley"_s);
        QVERIFY(bytes.contains("thoughts of " + coder.toUtf8()));
        for (const QString &other : m_coders + QStringList{u"Leonore"_s}) {
            if (other != coder)
                QVERIFY2(!bytes.contains(other.toUtf8()), qPrintable(u"%1 in the packet of %2"_s.arg(other, coder)));
        }
        QCOMPARE(QDir(m_folder->path()).entryList({coder + u".galley*"_s}), QStringList{coder + u".galley"_s});
    }
}

void TeamTest::aPacketHoldsWhatLeadAndCoderSaid()
{
    const QString ofAll = galley({u"articles"_s, u"Ada.galley"_s, u"--json"_s}).out;
    const QString article = QJsonDocument::fromJson(ofAll.toUtf8()).array().first()[u"id"_s].toString();
    const auto said = [&](const QStringList &options) { return galley(QStringList{u"comments"_s, u"p.galley"_s, u"--article"_s, article, u"--add"_s} + options); };
    QCOMPARE(said({u"Wordone: is this a frame?"_s, u"--by"_s, u"Ada"_s, u"--to"_s, u"Leonore"_s}).code, 0);
    QCOMPARE(said({u"Wordtwo for Ben"_s, u"--by"_s, u"Leonore"_s, u"--to"_s, u"Ben"_s}).code, 0);
    QCOMPARE(said({u"Wordthree to all"_s, u"--by"_s, u"Ben"_s}).code, 0);
    const Run refused = said({u"Wordfour"_s, u"--by"_s, u"Ben"_s, u"--to"_s, u"Ada"_s});
    QVERIFY2(refused.code == 1 && refused.err.contains(u"only a lead can be asked"_s), qPrintable(refused.err));
    const auto told = [&](const QString &project, const QStringList &options) {
        return QJsonDocument::fromJson(galley(QStringList{u"comments"_s, project, u"--json"_s} + options).bytes).array();
    };
    const QString first = told(u"p.galley"_s, {u"--waiting-for"_s, u"Leonore"_s}).last()[u"id"_s].toString(); // Ben's is newer
    QCOMPARE(galley({u"comments"_s, u"p.galley"_s, u"--reply"_s, first, u"--add"_s, u"Wordfive: it is"_s, u"--by"_s, u"Leonore"_s}).code, 0);
    QCOMPARE(galley({u"packet"_s, u"p.galley"_s, u"--coder"_s, u"Ada"_s, u"--output"_s, u"Ada.galley"_s}).code, 0);
    const QByteArray bytes = read(u"Ada.galley"_s);
    for (const char *heard : {"Wordone", "Wordfive", "Leonore"})
        QVERIFY2(bytes.contains(heard), heard);
    for (const char *unheard : {"Wordtwo", "Wordthree", "Ben", "Cleo"})
        QVERIFY2(!bytes.contains(unheard), unheard);
    const QJsonArray waiting = told(u"Ada.galley"_s, {u"--waiting-for"_s, u"Ada"_s});
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting[1][u"text"_s].toString(), u"Wordfive: it is"_s);
    QCOMPARE(waiting[1][u"to"_s].toString(), u"Ada"_s);
    QCOMPARE(galley({u"comments"_s, u"Ada.galley"_s, u"--reply"_s, first, u"--add"_s, u"Thanks"_s, u"--by"_s, u"Ada"_s}).code, 0);
    QCOMPARE(galley({u"check"_s, u"Ada.galley"_s}).code, 0);
    QCOMPARE(galley({u"merge"_s, u"p.galley"_s, u"Ada.galley"_s}).code, 0);
    QCOMPARE(told(u"p.galley"_s, {}).size(), 5);
    QCOMPARE(told(u"p.galley"_s, {u"--waiting-for"_s, u"Leonore"_s}).size(), 4); // Ada thanked her, Ben told all
    QCOMPARE(galley({u"comments"_s, u"p.galley"_s, u"--close"_s, first, u"--by"_s, u"Leonore"_s}).code, 0);
    QCOMPARE(told(u"p.galley"_s, {u"--open"_s}).size(), 2);
}

void TeamTest::aPacketMadeAgainKeepsWhatWasDone()
{
    code(u"Ada"_s);
    const Run again = galley({u"packet"_s, u"p.galley"_s, u"--coder"_s, u"Ada"_s, u"--output"_s, u"Ada.galley"_s});
    QVERIFY2(again.out.contains(u"what was done in it is kept"_s), qPrintable(again.out + again.err));
    QCOMPARE(exported(u"Ada.galley"_s).size(), 5);
    QCOMPARE(galley({u"packet"_s, u"p.galley"_s, u"--coder"_s, u"Ben"_s, u"--output"_s, u"Ada.galley"_s}).code, 1);
    QCOMPARE(exported(u"Ada.galley"_s).size(), 5);
}

void TeamTest::aMergeIsUndoneAsOneStep()
{
    code(u"Ada"_s);
    QCOMPARE(galley({u"merge"_s, u"p.galley"_s, u"Ada.galley"_s}).code, 0);
    QVERIFY(galley({u"history"_s, u"p.galley"_s}).out.section(u'\n', 0, 0).contains(u"Merge “Ada.galley”"_s));
    QCOMPARE(galley({u"undo"_s, u"p.galley"_s}).out.trimmed(), u"undone: Merge “Ada.galley”"_s);
    QCOMPARE(exported(u"p.galley"_s).size(), 1);
    QCOMPARE(galley({u"redo"_s, u"p.galley"_s}).code, 0);
    QCOMPARE(exported(u"p.galley"_s).size(), 5);
}

void TeamTest::aMergeThatIsKilledIsDoneOrNot()
{
    code(u"Ada"_s);
    QVERIFY(QFile::copy(m_folder->filePath(u"p.galley"_s), m_folder->filePath(u"before.galley"_s)));
    const auto kill = [&](int milliseconds) {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(GALLEY_BINARY), {u"merge"_s, u"p.galley"_s, u"Ada.galley"_s});
        if (!process.waitForStarted())
            return false;
        QTest::qSleep(milliseconds);
        process.kill();
        return process.waitForFinished();
    };
    galley::Random moments(20261201, 1);
    for (int turn = 0; turn < 20; ++turn) {
        QVERIFY(kill(int(moments.below(400))));
        const qsizetype rows = exported(u"p.galley"_s).size();
        QVERIFY2(rows == 1 || rows == 5, qPrintable(QString::number(rows)));
        QCOMPARE(galley({u"check"_s, u"p.galley"_s}).code, 0);
        for (const QString &leftover : QDir(m_folder->path()).entryList({u"p.galley*"_s}, QDir::Files))
            QVERIFY(QFile::remove(m_folder->filePath(leftover)));
        QVERIFY(QFile::copy(m_folder->filePath(u"before.galley"_s), m_folder->filePath(u"p.galley"_s)));
    }
}

void TeamTest::whatTwoCopiesAlteredIsListedAndDecided_data()
{
    QTest::addColumn<QString>("decision");
    QTest::newRow("the other is taken") << u"--take"_s;
    QTest::newRow("what stands is kept") << u"--keep"_s;
}

void TeamTest::whatTwoCopiesAlteredIsListedAndDecided()
{
    QFETCH(QString, decision);
    QVERIFY(QFile::copy(m_folder->filePath(u"p.galley"_s), m_folder->filePath(u"q.galley"_s)));
    QCOMPARE(galley({u"coders"_s, u"p.galley"_s, u"--rename"_s, u"Ada=Adele"_s}).code, 0);
    QCOMPARE(galley({u"coders"_s, u"q.galley"_s, u"--rename"_s, u"Ada=Anna"_s}).code, 0);
    QVERIFY(galley({u"conflicts"_s, u"p.galley"_s}).out.contains(u"nothing is to be looked at"_s));
    const Run merged = galley({u"merge"_s, u"p.galley"_s, u"q.galley"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(merged.bytes)[u"conflicts"_s].toArray().size(), 1);
    const QJsonArray listed = QJsonDocument::fromJson(galley({u"conflicts"_s, u"p.galley"_s, u"--json"_s}).bytes).array();
    QCOMPARE(listed.size(), 1);
    const QJsonObject found = listed[0].toObject();
    QCOMPARE(found[u"kind"_s].toString(), u"coder"_s);
    QCOMPARE((QStringList{found[u"stands"_s].toString(), found[u"other"_s].toString()}).contains(u"name: Adele"_s), true);
    const QString wanted = found[decision == u"--take" ? u"other"_s : u"stands"_s].toString().mid(6);
    const Run decided = galley({u"conflicts"_s, u"p.galley"_s, decision, found[u"key"_s].toString()});
    QVERIFY2(decided.code == 0, qPrintable(decided.err));
    QVERIFY2(galley({u"coders"_s, u"p.galley"_s}).out.contains(wanted), qPrintable(galley({u"coders"_s, u"p.galley"_s}).out));
    QCOMPARE(galley({u"conflicts"_s, u"p.galley"_s, u"--json"_s}).bytes.trimmed(), "[]"_ba);
    QCOMPARE(galley({u"merge"_s, u"q.galley"_s, u"p.galley"_s}).code, 0); // and so it is there
    QCOMPARE(galley({u"conflicts"_s, u"q.galley"_s, u"--json"_s}).bytes.trimmed(), "[]"_ba);
    QVERIFY(galley({u"coders"_s, u"q.galley"_s}).out.contains(wanted));
    const Run unknown = galley({u"conflicts"_s, u"p.galley"_s, u"--take"_s, u"coder:1"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains(u"coder:1"_s), qPrintable(unknown.err));
}

void TeamTest::whatCannotBeIsSaid()
{
    QVERIFY(galley({u"packet"_s, u"p.galley"_s, u"--coder"_s, u"Leonore"_s, u"--output"_s, u"l.galley"_s}).err.contains(u"Nothing is assigned"_s));
    QVERIFY(galley({u"assign"_s, u"p.galley"_s, u"--set"_s, u"main"_s, u"--coders"_s, u"Ada"_s}).err.contains(u"there is no set “main”"_s));
    QVERIFY(galley({u"assign"_s, u"p.galley"_s, u"--set"_s, u"pilot"_s, u"--coders"_s, u"Zoe"_s}).err.contains(u"there is no coder “Zoe”"_s));
    QCOMPARE(galley({u"set"_s, u"p.galley"_s, u"none"_s}).code, 2); // of which articles?
    galley({u"new"_s, u"other.galley"_s});
    const Run other = galley({u"merge"_s, u"p.galley"_s, u"other.galley"_s, u"--json"_s});
    QCOMPARE(other.code, 1);
    QVERIFY(other.err.contains(u"another project"_s));
    QCOMPARE(QJsonDocument::fromJson(other.bytes)[u"refused"_s].toArray().size(), 1);
    QCOMPARE(galley({u"coders"_s, u"p.galley"_s, u"--rename"_s, u"Ada=Ada L."_s}).code, 0);
    QVERIFY(galley({u"coders"_s, u"p.galley"_s, u"--json"_s}).out.contains(u"Ada L."_s));
}

void TeamTest::aRoleIsGivenAndTaken()
{
    const auto roleOf = [this](const QString &name) {
        for (const QJsonValue &coder : QJsonDocument::fromJson(galley({u"coders"_s, u"p.galley"_s, u"--json"_s}).bytes).array()) {
            if (coder[u"name"_s].toString() == name)
                return coder[u"role"_s].toString();
        }
        return QString();
    };
    QCOMPARE(galley({u"coders"_s, u"p.galley"_s, u"--role"_s, u"Ada=lead"_s}).code, 0);
    QCOMPARE(roleOf(u"Ada"_s), u"lead"_s);
    QCOMPARE(galley({u"coders"_s, u"p.galley"_s, u"--role"_s, u"Leonore=coder"_s}).code, 0);
    const Run last = galley({u"coders"_s, u"p.galley"_s, u"--role"_s, u"Ada=coder"_s});
    QCOMPARE(last.code, 1);
    QVERIFY2(last.err.contains(u"only lead"_s), qPrintable(last.err));
    QVERIFY(galley({u"coders"_s, u"p.galley"_s, u"--role"_s, u"Nobody=lead"_s}).err.contains(u"no coder “Nobody”"_s));
    QVERIFY(galley({u"coders"_s, u"p.galley"_s, u"--role"_s, u"Ada=boss"_s}).err.contains(u"no role “boss”"_s));
}

void TeamTest::whoLeavesHandsOn()
{
    const auto progress = [this](const QString &coder) {
        for (const QJsonValue &row : QJsonDocument::fromJson(galley({u"progress"_s, u"p.galley"_s, u"--json"_s}).bytes).array()) {
            if (row[u"coder"_s].toString() == coder)
                return row[u"assigned"_s].toInt();
        }
        return 0;
    };
    const QStringList command{u"assign"_s, u"p.galley"_s, u"--set"_s, u"pilot"_s, u"--from"_s, u"Ada"_s, u"--to"_s, u"Leonore"_s};
    const Run plan = galley(command + QStringList{u"--dry-run"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(plan.bytes).array().size(), 4);
    QCOMPARE(progress(u"Ada"_s), 4);
    QCOMPARE(galley(command).code, 0);
    QCOMPARE(progress(u"Ada"_s), 0);
    QCOMPARE(progress(u"Leonore"_s), 4);
    const Run kept = galley({u"assign"_s, u"p.galley"_s, u"--set"_s, u"pilot"_s, u"--from"_s, u"Leonore"_s, u"--to"_s, u"Ben,Cleo"_s, u"--json"_s});
    QCOMPARE(kept.code, 0);
    const int moved = int(QJsonDocument::fromJson(kept.bytes).array().size());
    QCOMPARE(progress(u"Leonore"_s), 4 - moved);
    QCOMPARE(kept.err.contains(u"stay"_s), moved < 4);
    QCOMPARE(galley({u"assign"_s, u"p.galley"_s, u"--set"_s, u"pilot"_s}).code != 0, true); // whom?
}

void TeamTest::whatIsMissingIsTold()
{
    QVERIFY(QJsonDocument::fromJson(galley({u"incomplete"_s, u"p.galley"_s, u"--json"_s}).bytes).array().isEmpty()); // nobody began
    code(u"Ada"_s);
    QCOMPARE(galley({u"merge"_s, u"p.galley"_s, u"Ada.galley"_s}).code, 0);
    const QJsonArray gaps = QJsonDocument::fromJson(galley({u"incomplete"_s, u"p.galley"_s, u"--json"_s}).bytes).array();
    QCOMPARE(gaps.size(), 4); // the frames are there; what the article is for was not asked of anybody
    for (const QJsonValue &gap : gaps) {
        QVERIFY(gap[u"annotation"_s].isNull());
        QCOMPARE(gap[u"layer"_s].toString(), u"Article"_s);
        QCOMPARE(gap[u"coder"_s].toString(), u"Ada"_s);
        QCOMPARE(gap[u"missing"_s].toArray(), QJsonArray{u"relevance"_s});
    }
    for (const QJsonValue &row : QJsonDocument::fromJson(galley({u"progress"_s, u"p.galley"_s, u"--json"_s}).bytes).array())
        QCOMPARE(row[u"missing"_s].toInt(), row[u"coder"_s].toString() == u"Ada"_s ? 4 : 0);
}

GALLEY_TEST(TeamTest)
#include "tst_team.moc"
