// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <panels/cardbutton.h>
#include <panels/cheatsheet.h>
#include <panels/coderchooser.h>
#include <panels/helppage.h>
#include <panels/historypanel.h>
#include <panels/importreportpanel.h>
#include <panels/newprojectdialog.h>
#include <panels/startpage.h>

#include <items/historylistmodel.h>

#include <testing.h>

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QApplication>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

template<typename Button = QPushButton>
Button *button(const QWidget &root, const QString &name)
{
    for (Button *button : root.findChildren<Button *>()) {
        if (button->accessibleName() == name || button->text() == name)
            return button;
    }
    return nullptr;
}

QLineEdit *field(const QWidget &root, const QString &name)
{
    for (QLineEdit *field : root.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == name)
            return field;
    }
    return nullptr;
}

const std::vector<CodebookChoice> codebooks{{QStringLiteral("policy"), QStringLiteral("Policy frames"), QStringLiteral("Fifteen frames.")},
                                            {QStringLiteral("entman"), QStringLiteral("Four functions"), QStringLiteral("Four codes.")}};

} // namespace

/// What fills the window or stands beside the article for a while.
class PagesTest : public QObject
{
    Q_OBJECT

private slots:
    void theStartPageOpensRecentProjectsAndForgetsThem();
    void theStartPageOffersEachCodebookByMouseAndKey();
    void theStartPageTakesDroppedFiles();
    void aKnownCoderIsChosenWithTheKeyboard();
    void aNewCoderIsMadeOnce();
    void whoBeginsAProjectLeadsIt();
    void aNewProjectIsAValue();
    void aNewProjectRefusesWhatCannotBeMade();
    void aNewProjectIsNotOfferedAnExistingName();
    void anImportReportSaysWhatWasLeftOutAndWhy();
    void anImportWithoutLossesSaysNoMore();
    void shortcutsAreFoundByWhatTheyDoAndByKey();
    void helpFollowsLinksAndComesBack();
    void aMissingHelpPageIsSaid();
    void theHistoryReadsOnAsItIsScrolled();
};

void PagesTest::theStartPageOpensRecentProjectsAndForgetsThem()
{
    StartPage page;
    page.setRecentProjects({{u"/tmp/a/harbour.galley"_s, QDateTime::currentDateTime(), false}, {u"/gone/pilot.galley"_s, {}, true}});
    page.resize(1000, 700);
    page.show();
    QSignalSpy chosen(&page, &StartPage::projectChosen), removed(&page, &StartPage::recentRemoved);
    QTest::mouseClick(button<CardButton>(page, u"harbour"_s), Qt::LeftButton);
    QCOMPARE(chosen.first().first().toString(), u"/tmp/a/harbour.galley"_s);
    QVERIFY(button<CardButton>(page, u"pilot"_s)->isFaded());
    QVERIFY(button<CardButton>(page, u"pilot"_s)->accessibleDescription().startsWith(u"Not found"_s));
    QTest::mouseClick(button<QToolButton>(page, u"Remove pilot from this list"_s), Qt::LeftButton);
    QCOMPARE(removed.first().first().toString(), u"/gone/pilot.galley"_s);
    QCOMPARE(chosen.size(), 1);
}

void PagesTest::theStartPageOffersEachCodebookByMouseAndKey()
{
    StartPage page;
    page.setCodebooks(codebooks);
    page.resize(1000, 700);
    page.show();
    QSignalSpy wanted(&page, &StartPage::newProjectRequested), demo(&page, &StartPage::demoRequested), open(&page, &StartPage::openRequested);
    QTest::mouseClick(button<CardButton>(page, u"New project: Four functions"_s), Qt::LeftButton);
    QCOMPARE(wanted.first().first().toString(), u"entman"_s);
    QTest::keyClick(button<CardButton>(page, u"New project: Policy frames"_s), Qt::Key_Return);
    QCOMPARE(wanted.last().first().toString(), u"policy"_s);
    QTest::keyClick(button<CardButton>(page, u"Open the demo"_s), Qt::Key_Space);
    QTest::mouseClick(button<CardButton>(page, u"Open a project…"_s), Qt::LeftButton);
    QCOMPARE(demo.size(), 1);
    QCOMPARE(open.size(), 1);
}

void PagesTest::theStartPageTakesDroppedFiles()
{
    StartPage page;
    QSignalSpy dropped(&page, &StartPage::filesDropped);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/tmp/p.galley"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&page, &drop);
    QCOMPARE(dropped.first().first().value<QList<QUrl>>(), files.urls());
}

void PagesTest::aKnownCoderIsChosenWithTheKeyboard()
{
    CoderChooser page;
    page.setCoders(newsroom::coders(), newsroom::ada, u"ada"_s);
    page.resize(700, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *list = page.findChild<QListWidget *>();
    QVERIFY(list->hasFocus());
    QCOMPARE(field(page, u"Name"_s)->text(), QString()); // "ada" is there already
    QSignalSpy chosen(&page, &CoderChooser::coderChosen);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<CoderId>(), newsroom::ben);
}

void PagesTest::aNewCoderIsMadeOnce()
{
    CoderChooser page;
    page.setCoders(newsroom::coders(), {}, {});
    page.show();
    QSignalSpy created(&page, &CoderChooser::coderCreated);
    QLineEdit *name = field(page, u"Name"_s);
    QTest::keyClicks(name, u" ADA "_s);
    QVERIFY(!button(page, u"Begin Coding"_s)->isEnabled());
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(created.size(), 0);
    name->clear();
    QTest::keyClicks(name, u"  Cleo  M. "_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(created.size(), 1);
    QCOMPARE(created.first().at(0).toString(), u"Cleo M."_s);
    QCOMPARE(created.first().at(1).value<CoderRole>(), CoderRole::Coder);
}

void PagesTest::whoBeginsAProjectLeadsIt()
{
    CoderChooser page;
    page.setCoders({}, {}, u"cleo"_s);
    page.show();
    QSignalSpy created(&page, &CoderChooser::coderCreated);
    QTest::mouseClick(button(page, u"Begin Coding"_s), Qt::LeftButton);
    QCOMPARE(created.first().at(0).toString(), u"cleo"_s);
    QCOMPARE(created.first().at(1).value<CoderRole>(), CoderRole::Lead);
}

void PagesTest::aNewProjectIsAValue()
{
    const QTemporaryDir folder;
    NewProjectDialog dialog(codebooks, folder.path());
    dialog.setCodebook(u"entman"_s);
    QLineEdit *name = field(dialog, u"Name"_s);
    name->selectAll();
    QTest::keyClicks(name, u"Harbour"_s);
    QVERIFY(dialog.project() == (NewProject{folder.filePath(u"Harbour.galley"_s), u"entman"_s}));
    name->setText(u"Harbour.galley"_s);
    QVERIFY(dialog.project() == (NewProject{folder.filePath(u"Harbour.galley"_s), u"entman"_s}));
}

void PagesTest::aNewProjectRefusesWhatCannotBeMade()
{
    const QTemporaryDir folder;
    QFile there(folder.filePath(u"there.galley"_s));
    QVERIFY(there.open(QIODevice::WriteOnly));
    NewProjectDialog dialog(codebooks, folder.path());
    for (const QString &name : {u"  "_s, u"a/b"_s, u"there"_s}) {
        field(dialog, u"Name"_s)->setText(name);
        QVERIFY2(!dialog.project(), qPrintable(name));
        QVERIFY(!button(dialog, u"Create"_s)->isEnabled());
    }
    field(dialog, u"Name"_s)->setText(u"new"_s);
    QVERIFY(dialog.project());
    field(dialog, u"Folder"_s)->setText(folder.filePath(u"missing"_s));
    QVERIFY(!dialog.project());
}

void PagesTest::aNewProjectIsNotOfferedAnExistingName()
{
    const QTemporaryDir folder;
    QFile there(folder.filePath(u"Project.galley"_s));
    QVERIFY(there.open(QIODevice::WriteOnly));
    NewProjectDialog dialog(codebooks, folder.path());
    QCOMPARE(field(dialog, u"Name"_s)->text(), u"Project 2"_s);
    QVERIFY(dialog.project());
}

void PagesTest::anImportReportSaysWhatWasLeftOutAndWhy()
{
    ImportReportPanel panel;
    panel.setReport({2, 1, 0, {{u"a.csv:3"_s, u"The text is empty."_s}}, false});
    panel.show();
    QCOMPARE(panel.asText(), u"Imported 2 articles, 1 annotation.\na.csv:3\tThe text is empty."_s);
    QSignalSpy undo(&panel, &ImportReportPanel::undoRequested), closed(&panel, &ImportReportPanel::closed);
    QTest::mouseClick(button(panel, u"Undo Import"_s), Qt::LeftButton);
    QTest::mouseClick(button<QToolButton>(panel, u"Close this report"_s), Qt::LeftButton);
    QCOMPARE(undo.size(), 1);
    QCOMPARE(closed.size(), 1);
}

void PagesTest::anImportWithoutLossesSaysNoMore()
{
    ImportReportPanel panel;
    panel.setReport({1, 0, 0, {}, false});
    panel.show();
    QCOMPARE(panel.asText(), u"Imported 1 article."_s);
    QVERIFY(!button(panel, u"Copy Report"_s)->isVisible());
    panel.setReport({0, 0, 0, {}, true});
    QCOMPARE(panel.asText(), u"The import was stopped; nothing was brought in."_s);
    QVERIFY(!button(panel, u"Undo Import"_s)->isVisible());
}

void PagesTest::shortcutsAreFoundByWhatTheyDoAndByKey()
{
    CheatSheet sheet;
    sheet.setShortcuts({{u"Coding"_s, u"Delete annotation"_s, u"Del"_s}, {u"Coding"_s, u"Code the selection"_s, u"Ctrl+K"_s}, {u"View"_s, u"Zoom in"_s, u"Ctrl++"_s}});
    sheet.show();
    QCOMPARE(sheet.shown(), 3);
    auto *search = sheet.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"ctrl+k"_s);
    QCOMPARE(sheet.shown(), 1);
    search->clear();
    QTest::keyClicks(search, u"annotation"_s);
    QCOMPARE(sheet.shown(), 1);
    search->clear();
    QTest::keyClicks(search, u"coding"_s);
    QCOMPARE(sheet.shown(), 2);
    QTest::keyClicks(search, u" zebra"_s);
    QCOMPARE(sheet.shown(), 0);
}

void PagesTest::helpFollowsLinksAndComesBack()
{
    const QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"index.md"_s, "# Coding\n\nSee [memos](memos.md).\n"));
    QVERIFY(write(u"memos.md"_s, "# Memos\n"));
    HelpPage page;
    page.show();
    QVERIFY(page.showPage(folder.filePath(u"index.md"_s)));
    auto *browser = page.findChild<QTextBrowser *>();
    QVERIFY(browser->toPlainText().startsWith(u"Coding"_s));
    emit browser->anchorClicked(QUrl(u"memos.md"_s));
    QCOMPARE(browser->toPlainText(), u"Memos"_s);
    QTest::mouseClick(button<QToolButton>(page, u"Back"_s), Qt::LeftButton);
    QVERIFY(browser->toPlainText().startsWith(u"Coding"_s));
    QVERIFY(!button<QToolButton>(page, u"Back"_s)->isEnabled());
    QSignalSpy closed(&page, &HelpPage::closed);
    QTest::keyClick(&page, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void PagesTest::aMissingHelpPageIsSaid()
{
    HelpPage page;
    QVERIFY(!page.showPage(u"/no/such/page.md"_s));
    QVERIFY(page.findChild<QTextBrowser *>()->toPlainText().contains(u"page.md"_s));
}

void PagesTest::theHistoryReadsOnAsItIsScrolled()
{
    HistoryListModel model;
    model.setFetch([](int limit, OperationId before) {
        std::vector<Operation> page;
        for (qint64 id = before ? before.value - 1 : 1000; id > 0 && int(page.size()) < limit; --id)
            page.push_back({{id}, {}, QDateTime::currentDateTimeUtc(), newsroom::ada, u"Step %1"_s.arg(id), OperationKind::Do, {}, OperationState::Applied, 1});
        return page;
    });
    HistoryPanel panel;
    panel.setModel(&model);
    panel.resize(300, 400);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *list = panel.findChild<QListView *>();
    QVERIFY(model.rowCount() < 1000);
    const int before = model.rowCount();
    QTest::keyClick(list, Qt::Key_End);
    QVERIFY(QTest::qWaitFor([&] { return model.rowCount() > before; }, 5000));
    QSignalSpy activated(&panel, &HistoryPanel::operationActivated);
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<OperationId>(), OperationId{1000});
}

GALLEY_WINDOW_TEST(PagesTest)
#include "tst_pages.moc"
