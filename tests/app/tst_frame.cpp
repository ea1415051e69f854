// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <studio.h>

#include <app/frame/desk.h>

#include <testing.h>

#include <QApplication>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QStringList taken;
bool special = false;

QAction *named(Desk &desk, const QString &text)
{
    return new QAction(text, &desk.window);
}

QWidget *place(Desk &desk, const QString &text)
{
    auto *label = new QLabel(text, &desk.window);
    label->hide(); // until the frame shows it
    return label;
}

Contribution firstArea(Desk &desk)
{
    Contribution area;
    area.menus = {{menu::fileEnd, {named(desk, u"last"_s)}}, {menu::fileProject, {named(desk, u"first"_s)}}};
    area.places = {{.rank = 0, .isWanted = [] { return true; }, .widget = [page = place(desk, u"plain"_s)] { return page; }}};
    area.docks = {{"oneDock", u"One"_s, Qt::LeftDockWidgetArea, 200, 300, [] { return new QLabel(u"one"_s); }}};
    area.status = new QLabel(u"status"_s, &desk.window);
    area.takeFiles = [](const QStringList &files) {
        taken += files.filter(u".one"_s);
        QStringList others = files;
        others.removeIf([](const QString &file) { return file.endsWith(u".one"_s); });
        return others;
    };
    return area;
}

Contribution secondArea(Desk &desk)
{
    Contribution area;
    area.menus = {{menu::fileImport, {named(desk, u"middle"_s)}}};
    area.places = {{.rank = 5, .isWanted = [] { return special; }, .widget = [page = place(desk, u"special"_s)] { return page; }}};
    area.takeFiles = [](const QStringList &files) {
        taken += u"rest:"_s + files.join(u',');
        return QStringList();
    };
    return area;
}

Desk *deskOf(MainWindow &window)
{
    return window.findChild<Desk *>();
}

} // namespace

/// The frame makes a window of whatever areas contribute.
class FrameTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void menusAreInOrderWithLinesBetweenGroups();
    void thePageOfTheHighestRankIsShown();
    void docksAreMadeWithTheFirstProject();
    void droppedFilesGoToWhoTakesThem();
    void aMessageRunsWhatItCarries();

private:
    std::unique_ptr<Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void FrameTest::init()
{
    special = false;
    taken.clear();
    m_studio = std::make_unique<Studio>();
    static constexpr std::array areas{firstArea, secondArea};
    m_window = std::make_unique<MainWindow>(m_studio->settings(), areas);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void FrameTest::menusAreInOrderWithLinesBetweenGroups()
{
    QStringList texts;
    for (const QAction *action : m_window->menuBar()->actions().first()->menu()->actions())
        texts << (action->isSeparator() ? u"-"_s : action->text().remove(u'&'));
    QCOMPARE(texts, (QStringList{u"first"_s, u"-"_s, u"middle"_s, u"-"_s, u"last"_s, u"Quit"_s}));
}

void FrameTest::thePageOfTheHighestRankIsShown()
{
    const auto isShown = [&](const QString &text) {
        return std::ranges::any_of(m_window->findChildren<QLabel *>(), [&](const QLabel *label) { return label->text() == text && label->isVisible(); });
    };
    QVERIFY(isShown(u"plain"_s) && !isShown(u"special"_s));
    special = true;
    deskOf(*m_window)->showPlaces();
    QVERIFY(isShown(u"special"_s) && !isShown(u"plain"_s));
    QVERIFY(isShown(u"status"_s));
}

void FrameTest::docksAreMadeWithTheFirstProject()
{
    QVERIFY(!m_window->findChild<QDockWidget *>());
    QVERIFY(m_window->workspace().createProject(m_studio->project(), *builtInCodebook(u"default"_s)));
    const auto *dock = m_window->findChild<QDockWidget *>(u"oneDock"_s);
    QVERIFY(dock && dock->isVisible());
    m_window->workspace().closeProject();
    QVERIFY(!dock->isVisible());
}

void FrameTest::droppedFilesGoToWhoTakesThem()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/a.one"_s), QUrl::fromLocalFile(u"/b.two"_s)});
    QDragEnterEvent enter(m_window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent let(m_window->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &let);
    QCOMPARE(taken, (QStringList{u"/a.one"_s, u"rest:/b.two"_s}));
}

void FrameTest::aMessageRunsWhatItCarries()
{
    int run = 0;
    deskOf(*m_window)->say({.kind = Message::Warning, .text = u"Something is so."_s, .action = {u"Mend"_s, [&] { ++run; }}});
    auto *bar = m_window->findChild<MessageBar *>();
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(run, 1);
    QVERIFY(bar->messages().isEmpty());
}

GALLEY_WINDOW_TEST(FrameTest)
#include "tst_frame.moc"
