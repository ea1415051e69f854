// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <items/historylistmodel.h>

#include <testing.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

/// A history in memory, read like the store's.
struct History
{
    std::vector<Operation> newestFirst;
    int reads = 0;

    HistoryListModel::Fetch fetch()
    {
        return [this](int limit, OperationId before) {
            ++reads;
            std::vector<Operation> page;
            for (const Operation &operation : newestFirst) {
                if ((!before || operation.id < before) && int(page.size()) < limit)
                    page.push_back(operation);
            }
            return page;
        };
    }

    void add(const QString &text, OperationKind kind = OperationKind::Do)
    {
        Operation operation;
        operation.id = {qint64(newestFirst.size()) + 1};
        operation.at = QDateTime(QDate(2026, 11, 2), QTime(9, 30), QTimeZone::UTC);
        operation.coder = newsroom::ada;
        operation.text = text;
        operation.kind = kind;
        newestFirst.insert(newestFirst.begin(), operation);
    }
};

QStringList texts(const HistoryListModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, 0).data().toString();
    return texts;
}

} // namespace

class HistoryListModelTest : public QObject
{
    Q_OBJECT

private slots:
    void readsPagesAsItIsScrolled();
    void whatIsNewComesOnTopWithoutAReset();
    void whatWasUndoneIsSaidToBe();
    void anEmptyHistoryIsEmptyAndStaysUsable();
};

void HistoryListModelTest::readsPagesAsItIsScrolled()
{
    History history;
    for (int i = 0; i < 250; ++i)
        history.add(u"Step %1"_s.arg(i));
    HistoryListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tester.setUseFetchMore(false); // it would read on by itself
    model.setFetch(history.fetch());
    QCOMPARE(model.rowCount(), 100);
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), 250);
    QCOMPARE(texts(model).last(), u"Step 0"_s);
    QCOMPARE(history.reads, 3);
}

void HistoryListModelTest::whatIsNewComesOnTopWithoutAReset()
{
    History history;
    history.add(u"First"_s);
    HistoryListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFetch(history.fetch());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    history.add(u"Second"_s);
    history.add(u"Third"_s);
    model.refresh();
    QCOMPARE(texts(model), (QStringList{u"Third"_s, u"Second"_s, u"First"_s}));
    QCOMPARE(resets.size(), 0);
}

void HistoryListModelTest::whatWasUndoneIsSaidToBe()
{
    History history;
    history.add(u"Code a passage"_s);
    HistoryListModel model;
    model.setFetch(history.fetch());
    model.setCoders(newsroom::coders());
    history.newestFirst.front().state = OperationState::Undone;
    history.add(u"Code a passage"_s, OperationKind::Undo);
    model.refresh();
    QCOMPARE(texts(model), (QStringList{u"Undo: Code a passage"_s, u"Code a passage"_s}));
    QVERIFY(!model.index(0, 0).data(HistoryListModel::UndoneRole).toBool());
    QVERIFY(model.index(1, 0).data(HistoryListModel::UndoneRole).toBool());
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"by Ada"_s));
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"taken back"_s));
}

void HistoryListModelTest::anEmptyHistoryIsEmptyAndStaysUsable()
{
    HistoryListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh();
    QCOMPARE(model.rowCount(), 0);
    History history;
    model.setFetch(history.fetch());
    QCOMPARE(model.rowCount(), 0);
    history.add(u"First"_s);
    model.refresh();
    QCOMPARE(texts(model), QStringList{u"First"_s});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

GALLEY_TEST(HistoryListModelTest)
#include "tst_historylistmodel.moc"
