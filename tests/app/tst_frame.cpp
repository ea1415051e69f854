// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <studio.h>

#include <app/frame/desk.h>

#include <testing.h>

#include <QApplication>
#include <QDockWidget>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QStringList taken;
bool special = false;
int comings = 0;

QAction *named(Desk &desk, const QString &text)
{
    return new QAction(text, &desk.window);
}

QWidget *page(Desk &desk, const QString &text)
{
    auto *label = new QLabel(text, &desk.window);
    label->hide(); // until the frame shows it
    return label;
}

Contribution firstArea(Desk &desk)
{
    Contribution area;
    area.menus = {{menu::fileEnd, {named(desk, u"last"_s)}}, {menu::fileProject, {named(desk, u"first"_s)}}};
    area.places = {{"plain", u"Plain"_s, "article", [page = page(desk, u"plain"_s)] { return page; }, [] { ++comings; }, true}};
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
    area.menus = {{menu::fileImport, {named(desk, u"middle"_s)}}, {menu::review, {named(desk, u"settle"_s)}, "other"}, {menu::codeAnnotation, {named(desk, u"code"_s)}, "plain"}};
    auto *wide = new QWidget(&desk.window);
    wide->hide(); // until the frame shows it
    auto *label = new QLabel(u"other"_s);
    label->setMinimumWidth(1100);
    (new QHBoxLayout(wide))->addWidget(label);
    area.places = {{"other", u"Other"_s, "people", [wide] { return wide; }}};
    area.covers = {{.rank = 5, .isWanted = [] { return special; }, .widget = [page = page(desk, u"special"_s)] { return page; }}};
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
    void aCoverStandsBeforeThePlaces();
    void placesAreGoneToByKeyAndByTheBar();
    void panelsComeBackAsTheyWere();
    void menusOfAPlaceAreThereOnly();
    void docksAreMadeWithTheFirstProject();
    void droppedFilesGoToWhoTakesThem();
    void aMessageRunsWhatItCarries();

private:
    bool isShown(const QString &text) const;
    void createProject();

    std::unique_ptr<Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void FrameTest::init()
{
    special = false;
    comings = 0;
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

bool FrameTest::isShown(const QString &text) const
{
    return std::ranges::any_of(m_window->findChildren<QLabel *>(), [&](const QLabel *label) { return label->text() == text && label->isVisible(); });
}

void FrameTest::createProject()
{
    QVERIFY(m_window->workspace().createProject(m_studio->project(), *builtInCodebook(u"default"_s)));
}

void FrameTest::aCoverStandsBeforeThePlaces()
{
    createProject();
    QVERIFY(isShown(u"plain"_s) && !isShown(u"special"_s));
    special = true;
    deskOf(*m_window)->showCovers();
    QVERIFY(isShown(u"special"_s) && !isShown(u"plain"_s));
    QVERIFY(isShown(u"status"_s));
}

void FrameTest::placesAreGoneToByKeyAndByTheBar()
{
    auto *bar = m_window->findChild<QToolBar *>(u"placeBar"_s);
    QVERIFY(!bar->isVisible());
    createProject();
    QVERIFY(bar->isVisible());
    QVERIFY(isShown(u"plain"_s) && isShown(u"one"_s));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(isShown(u"other"_s) && !isShown(u"plain"_s) && !isShown(u"one"_s));
    const int before = comings;
    auto *plain = qobject_cast<QToolButton *>(bar->widgetForAction(bar->actions().first()));
    QCOMPARE(plain->text(), u"Plain"_s);
    QTest::mouseClick(plain, Qt::LeftButton);
    QVERIFY(isShown(u"plain"_s) && isShown(u"one"_s));
    QCOMPARE(comings, before + 1);
}

/// Also from a page that needs more room than they left.
void FrameTest::panelsComeBackAsTheyWere()
{
    createProject();
    const auto *dock = m_window->findChild<QDockWidget *>(u"oneDock"_s);
    m_window->resize(1300, 700);
    m_window->resizeDocks({m_window->findChild<QDockWidget *>(u"oneDock"_s)}, {300}, Qt::Horizontal); // as one drags it
    QTRY_COMPARE(dock->width(), 300);
    const int least = m_window->minimumSizeHint().width();
    deskOf(*m_window)->goTo("other");
    QTRY_VERIFY(!dock->isVisible());
    deskOf(*m_window)->goTo("plain");
    QTRY_COMPARE(dock->width(), 300);
    QVERIFY(m_window->minimumSizeHint().width() <= least); // the page that is not there needs no room
}

void FrameTest::menusOfAPlaceAreThereOnly()
{
    createProject();
    const auto menus = [&] {
        QStringList titles;
        for (const QAction *menu : m_window->menuBar()->actions())
            titles += menu->isVisible() ? QStringList{QString(menu->text()).remove(u'&')} : QStringList();
        return titles;
    };
    QVERIFY(menus().contains(u"Code"_s) && !menus().contains(u"Review"_s));
    deskOf(*m_window)->goTo("other");
    QVERIFY(!menus().contains(u"Code"_s) && menus().contains(u"Review"_s));
}

void FrameTest::docksAreMadeWithTheFirstProject()
{
    QVERIFY(!m_window->findChild<QDockWidget *>());
    createProject();
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
