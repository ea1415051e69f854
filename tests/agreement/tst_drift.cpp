// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <agreement/drift.h>
#include <base/random.h>
#include <review/comparing.h>

#include <testing.h>

#include <QTimeZone>

using namespace galley;
using namespace Qt::StringLiterals;

/// Who comes away from the others over time is told; who only differs, or differs now and then, is not.
class DriftTest : public QObject
{
    Q_OBJECT

private slots:
    void whoComesAwayIsTold();
    void whoDiffersAllTheTimeIsNot();
    void chanceIsNot();
    void fewArticlesSayNothing();
    void theOrderIsThatOfTheWork();

private:
    /// Twenty articles of five passages; `differs` says where the third coder has another code.
    static std::vector<ComparedGroup> groups(int articles, const std::function<bool(int article, int passage)> &differs, bool backwards = false);
};

std::vector<ComparedGroup> DriftTest::groups(int articles, const std::function<bool(int, int)> &differs, bool backwards)
{
    const QDateTime monday(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::UTC);
    std::vector<ComparedGroup> all;
    qint64 id = 0;
    for (int article = 0; article < articles; ++article) {
        std::vector<Annotation> annotations;
        for (int passage = 0; passage < 5; ++passage) {
            for (qint64 coder = 1; coder <= 3; ++coder) {
                Annotation one;
                one.id = {++id};
                one.article = {article + 1};
                one.layer = {1};
                one.coder = {coder};
                one.code = {coder == 3 && differs(article, passage) ? 2 : 1};
                one.ranges = {{passage * 10, passage * 10 + 5}};
                one.modified = monday.addSecs((backwards ? articles - article : article) * 600 + passage);
                annotations.push_back(one);
            }
        }
        std::ranges::move(comparedGroups(annotations, {{1}, {2}, {3}}), std::back_inserter(all));
    }
    return all;
}

void DriftTest::whoComesAwayIsTold()
{
    const auto drifts = driftsIn(groups(20, [](int article, int passage) { return article >= 10 && passage < 3; }));
    QCOMPARE(drifts.size(), 1u); // those whom they leave agree with them less too, and have not changed
    const auto third = drifts.begin();
    QCOMPARE(third->coder, CoderId{3});
    QCOMPARE(third->articles, 10);
    QCOMPARE(third->before, 1.0);
    QVERIFY(std::abs(third->after - 0.4) < 1e-9);
    QVERIFY(third->chance <= 0.01);
    const QStringList texts = textsOf({*third}, {{{3}, {}, u"Cleo"_s}});
    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.front().contains(u"Cleo"_s) && texts.front().contains(u"100 %"_s) && texts.front().contains(u"40 %"_s), qPrintable(texts.front()));
}

void DriftTest::whoDiffersAllTheTimeIsNot()
{
    QVERIFY(driftsIn(groups(20, [](int, int passage) { return passage < 3; })).empty());
    QVERIFY(driftsIn(groups(20, [](int article, int passage) { return article < 10 && passage < 3; })).empty()); // comes nearer
}

/// Of 30 coders whose order means nothing hardly one is told.
void DriftTest::chanceIsNot()
{
    Random random(7, 7);
    int told = 0;
    for (int turn = 0; turn < 30; ++turn) {
        std::vector<bool> marks;
        for (int i = 0; i < 100; ++i)
            marks.push_back(random.below(3) == 0);
        const auto drifts = driftsIn(groups(20, [&](int article, int passage) { return bool(marks[size_t(article * 5 + passage)]); }));
        told += std::ranges::contains(drifts, CoderId{3}, &CoderDrift::coder);
    }
    QVERIFY2(told <= 2, qPrintable(QString::number(told)));
}

void DriftTest::fewArticlesSayNothing()
{
    QVERIFY(driftsIn(groups(8, [](int article, int) { return article >= 4; })).empty());
    QVERIFY(driftsIn({}).empty());
}

void DriftTest::theOrderIsThatOfTheWork()
{
    const auto late = [](int article, int passage) { return article >= 10 && passage < 3; };
    QVERIFY(!driftsIn(groups(20, late)).empty());
    QVERIFY(driftsIn(groups(20, late, true)).empty()); // these were coded first
}

GALLEY_TEST(DriftTest)
#include "tst_drift.moc"
