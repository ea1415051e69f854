// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpcontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"

#include <panels/cheatsheet.h>
#include <panels/helppage.h>

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>

namespace galley {

using namespace Qt::StringLiterals;

HelpController::HelpController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
{
    m_actions = {
        makeAction(this, {"help", tr("&Help"), "help", {Qt::Key_F1}, [this] { show(u":/galley/help/index.md"_s); }}),
        makeAction(this, {"shortcuts", tr("&Keyboard Shortcuts"), "", {Qt::SHIFT | Qt::Key_F1, Qt::CTRL | Qt::Key_Question}, [this] { showShortcuts(); }}),
        makeAction(this, {"about", tr("&About Galley"), "info", {}, [this] { showAbout(); }}),
    };
}

HelpPage *HelpController::page()
{
    if (!m_page) {
        m_page = new HelpPage;
        connect(m_page, &HelpPage::closed, this, [this] { setShown(false); });
    }
    return m_page;
}

void HelpController::show(const QString &path)
{
    page()->showPage(path);
    setShown(!m_shown);
}

void HelpController::setShown(bool shown)
{
    m_shown = shown;
    m_desk.showCovers();
}

void HelpController::showShortcuts()
{
    if (!m_sheet)
        m_sheet = new CheatSheet(&m_desk.window);
    std::vector<Shortcut> shortcuts;
    for (const QAction *menu : m_desk.window.menuBar()->actions()) {
        if (!menu->menu())
            continue;
        for (const QAction *action : menu->menu()->actions()) {
            const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
            QString text = action->text().section(u": "_s, 0, 0); // "Undo: Import of 10 articles" today, something else tomorrow
            if (!keys.isEmpty() && !text.isEmpty())
                shortcuts.push_back({QString(menu->text()).remove(u'&'), text.remove(u'&'), keys.split(u"; "_s).join(u", "_s)});
        }
    }
    const QString reading = tr("In the article");
    shortcuts.insert(shortcuts.end(), {
        {reading, tr("Code the selection; without one, change the code of the annotation at the caret"), tr("the code's key")},
        {tr("In the codebook"), tr("Read the definition of a code"), tr("click, arrow keys")},
        {tr("In the codebook"), tr("Code the selection"), tr("double click, Enter")},
        {reading, tr("Move by character, line"), tr("arrow keys")},
        {reading, tr("Move by word"), tr("Ctrl+←, Ctrl+→")},
        {reading, tr("Move by sentence"), tr("Alt+←, Alt+→")},
        {reading, tr("Move by paragraph"), tr("Ctrl+↑, Ctrl+↓")},
        {reading, tr("Select while moving"), tr("Shift with any of these")},
    });
    m_sheet->setShortcuts(shortcuts);
    m_sheet->show();
    m_sheet->raise();
}

void HelpController::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Galley"),
                                tr("<h3>Galley %1</h3><p>Annotate framing and stance in news coverage.</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, &m_desk.window);
    box->setIconPixmap(m_desk.window.windowIcon().pixmap(64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

Contribution helpArea(Desk &desk)
{
    auto *help = new HelpController(desk);
    Contribution area;
    area.menus = {{menu::help, help->actions()}};
    area.covers = {{.rank = 3, .isWanted = [help] { return help->isShown(); }, .widget = [help] { return help->page(); }}};
    return area;
}

} // namespace galley
