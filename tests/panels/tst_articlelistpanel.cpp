// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <panels/articlelistpanel.h>

#include <testing.h>

#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QApplication>
#include <QTest>

#include <memory>

using namespace galley;
using namespace Qt::StringLiterals;

class ArticleListPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_panel.reset(); }
    void aClickOpensAnArticle();
    void theArrowKeysMoveAndEnterOpens();
    void typingFiltersAndEscapeClears();
    void downFromTheFieldEntersTheList();
    void anEmptyProjectSaysWhatToDo();
    void whereNothingFitsTheFilterCanBeLifted();
    void theCurrentArticleStaysSelectedWhileFiltering();
    void neighboursFollowTheOrderShown();
    void filesCanBeDropped();
    void settingTheCurrentArticleEmitsNothing();

private:
    QListView *list() { return m_panel->findChild<QListView *>(QString(), Qt::FindChildrenRecursively); }
    QLineEdit *field() { return m_panel->findChild<QLineEdit *>(); }
    QPushButton *button(const QString &text);
    void click(int row);

    std::unique_ptr<ArticleListPanel> m_panel;
    ArticleListModel m_model;
};

void ArticleListPanelTest::init()
{
    m_model.reset(newsroom::articles(), newsroom::ada);
    m_panel = std::make_unique<ArticleListPanel>();
    m_panel->setModel(&m_model);
    m_panel->resize(320, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

QPushButton *ArticleListPanelTest::button(const QString &text)
{
    for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void ArticleListPanelTest::click(int row)
{
    const QRect rect = list()->visualRect(list()->model()->index(row, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, rect.center());
}

void ArticleListPanelTest::aClickOpensAnArticle()
{
    QSignalSpy opened(m_panel.get(), &ArticleListPanel::articleActivated);
    click(2);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<ArticleId>(), ArticleId{3});
}

void ArticleListPanelTest::theArrowKeysMoveAndEnterOpens()
{
    QSignalSpy opened(m_panel.get(), &ArticleListPanel::articleActivated);
    m_panel->setCurrentArticle({2});
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(opened.size(), 0); // looking through the list opens nothing
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<ArticleId>(), ArticleId{4});
}

void ArticleListPanelTest::typingFiltersAndEscapeClears()
{
    field()->setFocus();
    QTest::keyClicks(field(), u"herald"_s);
    QCOMPARE(list()->model()->rowCount(), 2);
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(list()->model()->rowCount(), 6);
}

void ArticleListPanelTest::downFromTheFieldEntersTheList()
{
    m_panel->focusFilter();
    QTest::keyClicks(field(), u"ledger"_s);
    QTest::keyClick(field(), Qt::Key_Down);
    QVERIFY(list()->hasFocus());
    QSignalSpy opened(m_panel.get(), &ArticleListPanel::articleActivated);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(opened.first().first().value<ArticleId>(), ArticleId{2});
}

void ArticleListPanelTest::anEmptyProjectSaysWhatToDo()
{
    m_model.reset({}, newsroom::ada);
    QSignalSpy asked(m_panel.get(), &ArticleListPanel::importRequested);
    QPushButton *import = button(u"Import Articles…"_s);
    QVERIFY(import && import->isVisible());
    QVERIFY(!field()->isEnabled());
    QTest::mouseClick(import, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void ArticleListPanelTest::whereNothingFitsTheFilterCanBeLifted()
{
    m_panel->findChild<QComboBox *>()->setCurrentIndex(1);
    QTest::keyClicks(field(), u"zebra"_s);
    QPushButton *all = button(u"Show All Articles"_s);
    QVERIFY(all->isVisible());
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 6);
    QVERIFY(list()->isVisible());
}

void ArticleListPanelTest::theCurrentArticleStaysSelectedWhileFiltering()
{
    m_panel->setCurrentArticle({3});
    QTest::keyClicks(field(), u"herald"_s);
    QCOMPARE(list()->currentIndex().data(ArticleListModel::ArticleIdRole).toLongLong(), 3);
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(list()->currentIndex().row(), 2);
}

void ArticleListPanelTest::neighboursFollowTheOrderShown()
{
    m_panel->setCurrentArticle({1});
    QCOMPARE(m_panel->neighbour(1), ArticleId{2});
    QCOMPARE(m_panel->neighbour(-1), ArticleId{});
    m_panel->filter().sort(ArticleListModel::DateColumn, Qt::DescendingOrder); // 5 3 2 1 4 6
    QCOMPARE(m_panel->neighbour(1), ArticleId{4});
    QCOMPARE(m_panel->neighbour(-1), ArticleId{2});
    m_panel->setCurrentArticle({});
    QCOMPARE(m_panel->neighbour(1), ArticleId{5});
}

void ArticleListPanelTest::filesCanBeDropped()
{
    QSignalSpy dropped(m_panel.get(), &ArticleListPanel::filesDropped);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/tmp/a.txt"_s), QUrl::fromLocalFile(u"/tmp/b.html"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_panel.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_panel.get(), &drop);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().first().value<QList<QUrl>>().size(), 2);
}

void ArticleListPanelTest::settingTheCurrentArticleEmitsNothing()
{
    QSignalSpy opened(m_panel.get(), &ArticleListPanel::articleActivated);
    m_panel->setCurrentArticle({4});
    QCOMPARE(list()->currentIndex().row(), 3);
    QCOMPARE(opened.size(), 0);
}

GALLEY_WINDOW_TEST(ArticleListPanelTest)
#include "tst_articlelistpanel.moc"
