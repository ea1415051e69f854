// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <panels/codebookpanel.h>

#include <testing.h>

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QApplication>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace galley;
using namespace Qt::StringLiterals;

class CodebookPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_panel.reset(); }
    void aClickReadsAndADoubleClickCodes();
    void aClickOnALayerChoosesNothing();
    void enterChoosesTheCurrentCode();
    void typingSearchesNamesAndDefinitions();
    void enterInTheSearchTakesTheFirstCode();
    void theDefinitionFollowsTheCurrentCode();

private:
    QTreeView *tree() { return m_panel->findChild<QTreeView *>(); }
    QLineEdit *search();
    QModelIndex codeAt(const QString &name);
    QString definition();

    std::unique_ptr<CodebookPanel> m_panel;
};

void CodebookPanelTest::init()
{
    m_panel = std::make_unique<CodebookPanel>();
    m_panel->setCodebook(newsroom::codebook());
    m_panel->resize(340, 900);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

QLineEdit *CodebookPanelTest::search()
{
    for (QLineEdit *field : m_panel->findChildren<QLineEdit *>()) {
        if (field->accessibleName() == u"Search codes"_s)
            return field;
    }
    return nullptr;
}

QModelIndex CodebookPanelTest::codeAt(const QString &name)
{
    const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

QString CodebookPanelTest::definition()
{
    QStringList texts;
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        if (label->accessibleName().startsWith(u"Definition of"_s))
            texts << label->text();
    }
    return texts.join(u' ');
}

void CodebookPanelTest::aClickReadsAndADoubleClickCodes()
{
    QSignalSpy chosen(m_panel.get(), &CodebookPanel::codeChosen);
    const QPoint border = tree()->visualRect(codeAt(u"Border"_s)).center();
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, border);
    QCOMPARE(chosen.size(), 0);
    QVERIFY2(definition().contains(u"at a border"_s), qPrintable(definition()));
    QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, border);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<CodeId>(), newsroom::border);
}

void CodebookPanelTest::aClickOnALayerChoosesNothing()
{
    QSignalSpy chosen(m_panel.get(), &CodebookPanel::codeChosen);
    QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(codeAt(u"Stance"_s)).center());
    QCOMPARE(chosen.size(), 0);
}

void CodebookPanelTest::enterChoosesTheCurrentCode()
{
    QSignalSpy chosen(m_panel.get(), &CodebookPanel::codeChosen);
    m_panel->showCode(newsroom::economic);
    QCOMPARE(chosen.size(), 0);
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<CodeId>(), newsroom::economic);
}

void CodebookPanelTest::typingSearchesNamesAndDefinitions()
{
    m_panel->focusSearch();
    QTest::keyClicks(search(), u"BORDER"_s);
    QVERIFY(codeAt(u"Border"_s).isValid());
    QVERIFY(codeAt(u"Security and defense"_s).isValid()); // above it
    QVERIFY(!codeAt(u"Economic"_s).isValid());
    QTest::keyClick(search(), Qt::Key_Escape);
    QTest::keyClicks(search(), u"illness"_s);
    QVERIFY(codeAt(u"Health and safety"_s).isValid());
    QVERIFY(!codeAt(u"Border"_s).isValid());
}

void CodebookPanelTest::enterInTheSearchTakesTheFirstCode()
{
    QSignalSpy chosen(m_panel.get(), &CodebookPanel::codeChosen);
    m_panel->focusSearch();
    QTest::keyClicks(search(), u"favour"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<CodeId>(), newsroom::inFavour);
}

void CodebookPanelTest::theDefinitionFollowsTheCurrentCode()
{
    m_panel->showCode(newsroom::security);
    QVERIFY2(definition().contains(u"Ordinary crime"_s), qPrintable(definition()));
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Down);
    QVERIFY2(definition().contains(u"at a border"_s), qPrintable(definition()));
}

GALLEY_WINDOW_TEST(CodebookPanelTest)
#include "tst_codebookpanel.moc"
