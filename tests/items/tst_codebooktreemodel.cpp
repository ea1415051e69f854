// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <items/codebooktreemodel.h>

#include <testing.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString below = printed(model, index);
        rows << index.data().toString().section(u' ', 0, 0) + (below.isEmpty() ? QString() : u"("_s + below + u")"_s);
    }
    return rows.join(u' ');
}

} // namespace

class CodebookTreeModelTest : public QObject
{
    Q_OBJECT

private slots:
    void forCodingOnlyPrincipalCodesStandBelowTheirLayer();
    void inFullEveryVariableIsThere();
    void aRenamedCodeKeepsItsIndex();
    void aNewCodeRebuildsTheTree();
    void findsACodeAndWhatItIs();
};

void CodebookTreeModelTest::forCodingOnlyPrincipalCodesStandBelowTheirLayer()
{
    CodebookTreeModel model(CodebookTreeModel::Shape::Coding);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCodebook(newsroom::codebook());
    QCOMPARE(printed(model), u"Framing(Economic Capacity Morality Fairness Legality, Policy Crime Security(Border) Health Quality) "
                              "Stance(against neutral in)"_s);
}

void CodebookTreeModelTest::inFullEveryVariableIsThere()
{
    CodebookTreeModel model(CodebookTreeModel::Shape::Full);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCodebook(newsroom::codebook());
    const QString tree = printed(model);
    QVERIFY2(tree.startsWith(u"Framing(Frame(Economic"_s), qPrintable(tree));
    QVERIFY2(tree.contains(u"Holder Voice(journalist direct paraphrase) Explicit"_s), qPrintable(tree));
    QVERIFY2(tree.contains(u"Article(Relevance("_s), qPrintable(tree));
}

void CodebookTreeModelTest::aRenamedCodeKeepsItsIndex()
{
    CodebookTreeModel model(CodebookTreeModel::Shape::Coding);
    const Codebook before = newsroom::codebook();
    model.setCodebook(before);
    const QPersistentModelIndex index = model.indexOf(newsroom::border);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    std::vector<Code> codes = before.codes();
    for (Code &code : codes) {
        if (code.id == newsroom::border)
            code.name = u"Coast"_s;
    }
    model.setCodebook(Codebook(before.name(), 4, before.layers(), before.variables(), codes));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(index.data().toString(), u"Coast"_s);
}

void CodebookTreeModelTest::aNewCodeRebuildsTheTree()
{
    CodebookTreeModel model(CodebookTreeModel::Shape::Coding);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Codebook before = newsroom::codebook();
    model.setCodebook(before);
    std::vector<Code> codes = before.codes();
    Code sea = newsroom::code(newsroom::frame, 99, u"Sea"_s);
    sea.parent = newsroom::border;
    codes.push_back(sea);
    model.setCodebook(Codebook(before.name(), 4, before.layers(), before.variables(), codes));
    QVERIFY2(printed(model).contains(u"Security(Border(Sea))"_s), qPrintable(printed(model)));
}

void CodebookTreeModelTest::findsACodeAndWhatItIs()
{
    CodebookTreeModel model(CodebookTreeModel::Shape::Coding);
    model.setCodebook(newsroom::codebook());
    const QModelIndex index = model.indexOf(newsroom::border);
    QCOMPARE(model.code(index), newsroom::border);
    QCOMPARE(index.data(CodebookTreeModel::PathRole).toString(), u"Security and defense/Border"_s);
    QCOMPARE(index.data(CodebookTreeModel::KeyRole).toString(), u"b"_s);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Border, key b"_s);
    QVERIFY(!model.code(index.parent().parent()));
}

GALLEY_TEST(CodebookTreeModelTest)
#include "tst_codebooktreemodel.moc"
