// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <items/annotationtablemodel.h>

#include <testing.h>

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QString printed(const AnnotationTableModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row, 0).data(AnnotationTableModel::AnnotationIdRole).toString();
    return rows.join(u' ');
}

} // namespace

class AnnotationTableModelTest : public QObject
{
    Q_OBJECT

private slots:
    void standsInReadingOrder();
    void saysCodeQuoteLayerAndCoder();
    void aResizedAnnotationMovesAndItsSelectionWithIt();
    void annotationsOfOtherArticlesAreLeftOut();
    void aBulkEditAsksToBeFilledAgain();
    void randomEditsLeaveTheSameAsFillingAgain();
};

void AnnotationTableModelTest::standsInReadingOrder()
{
    AnnotationTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Annotation whole = newsroom::annotation(4, 0, 0);
    whole.ranges.clear();
    model.reset({1}, {newsroom::annotation(1, 50, 60), newsroom::annotation(2, 10, 20), newsroom::annotation(3, 10, 90), whole});
    QCOMPARE(printed(model), u"4 3 2 1"_s);
}

void AnnotationTableModelTest::saysCodeQuoteLayerAndCoder()
{
    AnnotationTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCodebook(newsroom::codebook());
    model.setCoders(newsroom::coders());
    Annotation whole = newsroom::annotation(2, 0, 0, {}, newsroom::wholeArticle, newsroom::ben);
    whole.ranges.clear();
    model.reset({1}, {newsroom::annotation(1, 5, 9, newsroom::border), whole});
    const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(cell(0, AnnotationTableModel::CodeColumn), u"Article"_s);
    QCOMPARE(cell(0, AnnotationTableModel::QuoteColumn), u"(whole article)"_s);
    QCOMPARE(cell(0, AnnotationTableModel::CoderColumn), u"Ben"_s);
    QCOMPARE(cell(1, AnnotationTableModel::CodeColumn), u"Security and defense/Border"_s);
    QCOMPARE(cell(1, AnnotationTableModel::LayerColumn), u"Framing"_s);
}

void AnnotationTableModelTest::aResizedAnnotationMovesAndItsSelectionWithIt()
{
    AnnotationTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset({1}, {newsroom::annotation(1, 10, 20), newsroom::annotation(2, 30, 40), newsroom::annotation(3, 50, 60)});
    const QPersistentModelIndex selected = model.index(0, 0);
    model.follow({{}, {modified(newsroom::annotation(1, 10, 20), newsroom::annotation(1, 55, 60))}});
    QCOMPARE(printed(model), u"2 3 1"_s);
    QCOMPARE(selected.row(), 2);
    QCOMPARE(selected.data(AnnotationTableModel::AnnotationRole).value<Annotation>().extent(), (Range{55, 60}));
}

void AnnotationTableModelTest::annotationsOfOtherArticlesAreLeftOut()
{
    AnnotationTableModel model;
    model.reset({1}, {newsroom::annotation(1, 10, 20)});
    Annotation elsewhere = newsroom::annotation(2, 10, 20);
    elsewhere.article = {2};
    model.follow({{}, {added(elsewhere)}});
    QCOMPARE(printed(model), u"1"_s);
}

void AnnotationTableModelTest::aBulkEditAsksToBeFilledAgain()
{
    AnnotationTableModel model;
    QSignalSpy asked(&model, &AnnotationTableModel::needsReload);
    model.follow({{}, {bulkAdded<Article>({{1, 2}})}});
    QCOMPARE(asked.size(), 0);
    model.follow({{}, {bulkAdded<Annotation>({{1, 2}})}});
    QCOMPARE(asked.size(), 1);
}

void AnnotationTableModelTest::randomEditsLeaveTheSameAsFillingAgain()
{
    QRandomGenerator random(7);
    AnnotationTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset({1}, {});
    std::map<qint64, Annotation> truth;
    for (int step = 0; step < 400; ++step) {
        const qint64 id = random.bounded(1, 12);
        const int begin = random.bounded(0, 40);
        const Annotation wanted = newsroom::annotation(id, begin, begin + random.bounded(1, 20));
        const auto there = truth.find(id);
        if (there == truth.end()) {
            model.follow({{}, {added(wanted)}});
            truth[id] = wanted;
        } else if (random.bounded(3) == 0) {
            model.follow({{}, {removed(there->second)}});
            truth.erase(there);
        } else {
            model.follow({{}, {modified(there->second, wanted)}});
            there->second = wanted;
        }
        AnnotationTableModel fresh;
        std::vector<Annotation> rows;
        for (const auto &[key, annotation] : truth)
            rows.push_back(annotation);
        fresh.reset({1}, rows);
        QVERIFY(model.annotations() == fresh.annotations());
    }
}

GALLEY_TEST(AnnotationTableModelTest)
#include "tst_annotationtablemodel.moc"
