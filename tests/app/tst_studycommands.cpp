// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// A whole study as typed: thirty articles, three coders, a blind set, packets out and back in two orders, what the coders differ in
/// measured and settled, and the dataset that holds.
class StudyCommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void fromArticlesToTheGoldDataset();

private:
    static constexpr int articles = 30;

    void done(const QStringList &arguments)
    {
        const Run run = galley(arguments);
        QVERIFY2(run.code == 0, qPrintable(arguments.join(u' ') + u": "_s + run.out + run.err));
    }
    QJsonDocument told(const QStringList &arguments) { return QJsonDocument::fromJson(galley(arguments + QStringList{u"--json"_s}).bytes); }
    QStringList exported(const QString &project, const QStringList &options = {})
    {
        return galley(QStringList{u"export"_s, project, u"--format"_s, u"csv"_s} + options).out.split(u"\r\n"_s, Qt::SkipEmptyParts).sliced(1);
    }
    void setUp();
    void code(const QString &coder);

    const QStringList m_coders{u"Ada"_s, u"Ben"_s, u"Cleo"_s};
};

void StudyCommandsTest::setUp()
{
    m_folder = std::make_unique<QTemporaryDir>();
    done({u"new"_s, u"p.galley"_s});
    QByteArray lines;
    for (int at = 0; at < articles; ++at) {
        const QString text = u"Story %1\n\nThe council warned of strait number %1. It asked for money."_s.arg(at);
        lines += QJsonDocument(QJsonObject{{u"type"_s, u"article"_s}, {u"title"_s, u"Story %1"_s.arg(at)}, {u"text"_s, text}}).toJson(QJsonDocument::Compact) + '\n';
    }
    done({u"import"_s, u"p.galley"_s, write(u"articles.jsonl"_s, lines)});
    for (const QString &coder : m_coders)
        done({u"coders"_s, u"p.galley"_s, u"--add"_s, coder});
    done({u"coders"_s, u"p.galley"_s, u"--add"_s, u"Leonore"_s, u"--role"_s, u"lead"_s});
    done({u"set"_s, u"p.galley"_s, u"pilot"_s, u"--kind"_s, u"reliability"_s, u"--all"_s, u"--blind"_s, u"--seed"_s, u"7"_s});
    done({u"assign"_s, u"p.galley"_s, u"--set"_s, u"pilot"_s, u"--coders"_s, m_coders.join(u','), u"--per-article"_s, u"2"_s});
    for (const QString &coder : m_coders)
        done({u"packet"_s, u"p.galley"_s, u"--coder"_s, coder, u"--output"_s, coder + u".galley"_s});
}

/// The council, and what it did, in every article; every fifth Ada has as another frame than the others, every third all end elsewhere.
void StudyCommandsTest::code(const QString &coder)
{
    const QJsonArray own = told({u"articles"_s, coder + u".galley"_s}).array();
    QCOMPARE(own.size(), 2 * articles / 3);
    QByteArray lines;
    for (const QJsonValue &article : own) {
        const int number = article[u"title"_s].toString().section(u' ', 1).toInt();
        const QString frame = number % 5 || coder == u"Ada"_s ? u"Economic"_s : u"Morality"_s;
        const QJsonArray range{14, number % 3 ? 26 : 21};
        lines += QJsonDocument(QJsonObject{{u"type"_s, u"annotation"_s}, {u"article"_s, article[u"id"_s]}, {u"coder"_s, coder}, {u"layer"_s, u"Framing"_s}, {u"code"_s, frame},
                     {u"ranges"_s, QJsonArray{range}}, {u"memo"_s, u"thoughts of "_s + coder}}).toJson(QJsonDocument::Compact) + '\n';
    }
    done({u"import"_s, coder + u".galley"_s, write(coder + u".jsonl"_s, lines)});
}

void StudyCommandsTest::fromArticlesToTheGoldDataset()
{
    setUp();
    for (const QString &coder : m_coders)
        code(coder);
    QVERIFY(QFile::copy(m_folder->filePath(u"p.galley"_s), m_folder->filePath(u"q.galley"_s)));
    done({u"merge"_s, u"p.galley"_s, u"Ada.galley"_s, u"Ben.galley"_s, u"Cleo.galley"_s});
    done({u"merge"_s, u"q.galley"_s, u"Cleo.galley"_s, u"Ada.galley"_s});
    done({u"merge"_s, u"q.galley"_s, u"Ben.galley"_s});
    QCOMPARE(exported(u"p.galley"_s).size(), 2 * articles);
    QCOMPARE(exported(u"p.galley"_s), exported(u"q.galley"_s));

    const QJsonObject row = told({u"agreement"_s, u"p.galley"_s, u"--summary"_s}).object()[u"rows"_s][0].toObject();
    QCOMPARE(row[u"articles"_s].toInt(), articles);
    QVERIFY(row[u"ci_low"_s].toDouble() < row[u"ci_high"_s].toDouble());

    const auto differing = [&] {
        int count = 0;
        for (const QJsonValue &group : told({u"compare"_s, u"p.galley"_s}).array())
            count += group[u"kind"_s].toString() != u"agreement"_s && !group[u"settled"_s].toBool();
        return count;
    };
    const int open = differing();
    QVERIFY(open > 0 && open < articles);
    const QJsonObject agreed = told({u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"all"_s, u"--by"_s, u"Leonore"_s}).object();
    QCOMPARE(agreed[u"settled"_s].toInt(), articles - open);
    QCOMPARE(agreed[u"open"_s].toInt(), open);
    for (const QString &coder : m_coders) // who of the two is right, the lead says; who did not code it has nothing to accept
        done({u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"coder="_s + coder, u"--by"_s, u"Leonore"_s});
    QCOMPARE(differing(), 0);
    const QStringList gold = exported(u"p.galley"_s, {u"--coders"_s, u"consensus"_s});
    QCOMPARE(gold.size(), articles);
    QVERIFY(std::ranges::all_of(gold, [](const QString &line) { return line.contains(u",consensus,"_s) && line.contains(u",accepted,"_s) && line.contains(u"Leonore"_s); }));
    QCOMPARE(exported(u"p.galley"_s).size(), 2 * articles); // the coders' work is as it was
    done({u"check"_s, u"p.galley"_s});
    QVERIFY(galley({u"history"_s, u"p.galley"_s}).out.contains(u"Merge “Cleo.galley”"_s));
}

GALLEY_TEST(StudyCommandsTest)
#include "tst_studycommands.moc"
