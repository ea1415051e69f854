// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <commandline.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A re-test set as typed: made, assigned, sent out, measured.
class RetestCommandsTest : public QObject, CommandLine
{
    Q_OBJECT

private slots:
    void aSetIsCodedOnceMore();

private:
    Run must(const QStringList &arguments)
    {
        const Run run = galley(arguments);
        if (run.code != 0)
            qWarning("%s: %s", qPrintable(arguments.join(u' ')), qPrintable(run.err));
        return run;
    }
};

void RetestCommandsTest::aSetIsCodedOnceMore()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QByteArray lines;
    for (int article = 1; article <= 4; ++article) {
        const QByteArray id = "0b8a1c5e-0000-4000-8000-00000000000" + QByteArray::number(article);
        lines += R"({"type":"article","id":")" + id + R"(","title":"Story )" + QByteArray::number(article) + R"(","text":"The council warned of a threat to the strait. Prices rose by )" + QByteArray::number(article) + "\"}\n";
        for (const char *coder : {"Ada", "Ben"}) {
            if (article < 4)
                lines += R"({"type":"annotation","article":")" + id + R"(","coder":")" + QByteArray(coder) + R"(","layer":"Framing","code":"Economic","ranges":[[0,11]],"values":{}})" "\n";
        }
    }
    write(u"coded.jsonl"_s, lines);
    QCOMPARE(must({u"new"_s, u"p.galley"_s}).code, 0);
    QCOMPARE(must({u"import"_s, u"p.galley"_s, u"coded.jsonl"_s}).code, 0);
    QCOMPARE(must({u"set"_s, u"p.galley"_s, u"R"_s, u"--kind"_s, u"retest"_s, u"--all"_s, u"--seed"_s, u"3"_s}).code, 0);
    const QJsonObject set = QJsonDocument::fromJson(must({u"sets"_s, u"p.galley"_s, u"--json"_s}).bytes)[0].toObject();
    QVERIFY(set["blind"_L1].toBool());
    QVERIFY(galley({u"assign"_s, u"p.galley"_s, u"--set"_s, u"R"_s, u"--coders"_s, u"Nobody"_s}).code != 0);
    const QJsonArray plan = QJsonDocument::fromJson(must({u"assign"_s, u"p.galley"_s, u"--set"_s, u"R"_s, u"--coders"_s, u"Ada,Ben"_s, u"--json"_s}).bytes).array();
    QCOMPARE(plan.size(), 3); // nobody coded the fourth
    QVERIFY(std::ranges::any_of(plan, [](const QJsonValue &one) { return one["coder"_L1] == "Ada"_L1; }));
    QVERIFY(std::ranges::any_of(plan, [](const QJsonValue &one) { return one["coder"_L1] == "Ben"_L1; }));
    const QJsonArray coders = QJsonDocument::fromJson(must({u"coders"_s, u"p.galley"_s, u"--json"_s}).bytes).array();
    QCOMPARE(coders.size(), 4);
    QCOMPARE(std::ranges::count_if(coders, [](const QJsonValue &one) { return one["retest_of"_L1] == "Ada"_L1; }), 1);
    QCOMPARE(must({u"packet"_s, u"p.galley"_s, u"--coder"_s, u"Ada"_s, u"--output"_s, u"ada.galley"_s}).code, 0);
    QVERIFY(!read(u"ada.galley"_s).contains("Ben"));
    // What she coded once more comes in as any of her work does.
    QByteArray again;
    for (const QJsonValue &one : plan) {
        if (one["coder"_L1] == "Ada"_L1)
            again += R"({"type":"annotation","article":")" + one["article"_L1].toString().toUtf8() + R"x(","coder":"Ada (re-test R)","layer":"Framing","code":"Economic","ranges":[[0,11]],"values":{}})x" "\n";
    }
    write(u"again.jsonl"_s, lines.left(0) + again);
    const Run imported = must({u"import"_s, u"p.galley"_s, u"again.jsonl"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
    const QJsonObject summary = QJsonDocument::fromJson(must({u"agreement"_s, u"p.galley"_s, u"--summary"_s, u"--json"_s}).bytes).object();
    QStringList names;
    for (const QJsonValue &row : summary["rows"_L1].toArray())
        names += row["layer"_L1].toString() + u'/' + row["intracoder"_L1].toString();
    QVERIFY2(names.contains(u"Framing/Ada"_s) && names.contains(u"Framing/"_s), qPrintable(QString::fromUtf8(QJsonDocument(summary).toJson())));
    const Run text = must({u"agreement"_s, u"p.galley"_s, u"--summary"_s});
    QVERIFY2(text.out.contains(u"Ada again"_s) && text.out.contains(u"Intracoder reliability: Ada coded"_s), qPrintable(text.out));
    const QJsonArray progress = QJsonDocument::fromJson(must({u"progress"_s, u"p.galley"_s, u"--json"_s}).bytes).array();
    QVERIFY(std::ranges::any_of(progress, [](const QJsonValue &one) { return one["coder"_L1] == "Ada (re-test R)"_L1 && one["set"_L1] == "R"_L1; }));
    QVERIFY(galley({u"adjudicate"_s, u"p.galley"_s, u"--accept"_s, u"all"_s, u"--coders"_s, u"Ada,Ada (re-test R)"_s}).code != 0); // it is measured, not settled
}

GALLEY_TEST(RetestCommandsTest)
#include "tst_retestcommands.moc"
