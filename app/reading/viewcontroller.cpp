// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewcontroller.h"

#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../settings.h"

#include <project/workspace.h>
#include <text/articleview.h>
#include <text/findtext.h>
#include <widgets/findbar.h>
#include <widgets/theme.h>

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QStyleHints>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

ViewController::ViewController(Desk &desk, ArticleView &view)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_view(view)
    , m_themeMenu(new QMenu(tr("&Theme")))
{
    makeActions();
    makeThemeMenu();
    m_view.setZoom(m_settings.value(Setting::Zoom).toReal());
    m_view.setMeasure(m_settings.value(Setting::Measure).toInt());
    m_view.setMarginVisible(m_settings.value(Setting::ShowMargin).toBool());
    m_view.setArcsVisible(m_settings.value(Setting::ShowArcs).toBool());
    connect(&m_view, &ArticleView::zoomChanged, this, [this](qreal factor) { m_settings.set(Setting::Zoom, factor); });
    connect(&m_workspace, &Workspace::passageWanted, this, [this](Range range) {
        const Utf16Range place = m_workspace.article()->positions.toUtf16(range);
        m_view.setSelection(place);
        m_view.scrollToPosition(int(place.begin));
    });
    connect(qApp->styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { noticeTheme(); });
    noticeTheme();
}

ViewController::~ViewController()
{
    delete m_themeMenu;
}

void ViewController::makeActions()
{
    const bool margin = m_settings.value(Setting::ShowMargin).toBool();
    m_viewActions = {
        makeAction(this, {"zoomIn", tr("&Larger Text"), "zoom-in", {QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Equal}, [this] { m_view.setZoom(m_view.zoom() * 1.1); }}),
        makeAction(this, {"zoomOut", tr("&Smaller Text"), "zoom-out", {QKeySequence::ZoomOut}, [this] { m_view.setZoom(m_view.zoom() / 1.1); }}),
        makeAction(this, {"zoomReset", tr("&Normal Text Size"), "", {Qt::CTRL | Qt::Key_0}, [this] { m_view.setZoom(1); }}),
        makeToggle(this, {"showMargin", tr("Code &Names in the Margin"), "", {Qt::Key_F7}, {}}, margin, [this](bool on) {
            m_settings.set(Setting::ShowMargin, on);
            m_view.setMarginVisible(on);
        }),
        makeToggle(this, {"showArcs", tr("&Arcs to Source, Cue and Other Roles"), "", {Qt::SHIFT | Qt::Key_F7}, {}}, m_settings.value(Setting::ShowArcs).toBool(), [this](bool on) {
            m_settings.set(Setting::ShowArcs, on);
            m_view.setArcsVisible(on);
        }),
    };
    m_findActions = {
        makeAction(this, {"find", tr("&Find in Article…"), "find", {QKeySequence::Find}, [this] {
            const Utf16Range selected = m_view.selection();
            findBar().open(m_view.page().text.sliced(selected.begin, std::min<qsizetype>(selected.length(), 80)));
        }}),
        makeAction(this, {"findNext", tr("Find Ne&xt"), "", {Qt::Key_F3}, [this] { findStep(1); }}),
        makeAction(this, {"findPrevious", tr("Find Pre&vious"), "", {Qt::SHIFT | Qt::Key_F3}, [this] { findStep(-1); }}),
    };
}

void ViewController::makeThemeMenu()
{
    auto *group = new QActionGroup(this);
    const Theme current = themeNamed(m_settings.value(Setting::Theme).toString());
    for (const auto &[theme, text] : {std::pair(Theme::System, tr("&System")), std::pair(Theme::Light, tr("&Light")), std::pair(Theme::Dark, tr("&Dark"))}) {
        QAction *action = m_themeMenu->addAction(text);
        action->setObjectName(u"theme-"_s + nameOf(theme));
        action->setCheckable(true);
        action->setChecked(theme == current);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme] {
            m_settings.set(Setting::Theme, nameOf(theme));
            applyTheme(theme);
            noticeTheme();
        });
    }
}

void ViewController::noticeTheme()
{
    const bool dark = galley::isDark(QApplication::palette());
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit darkChanged(dark);
}

FindBar &ViewController::findBar()
{
    if (m_findBar)
        return *m_findBar;
    m_findBar = new FindBar;
    m_findBar->hide();
    connect(m_findBar, &FindBar::requestChanged, this, &ViewController::find);
    connect(m_findBar, &FindBar::nextRequested, this, [this] { findStep(1); });
    connect(m_findBar, &FindBar::previousRequested, this, [this] { findStep(-1); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_view.setFindHits({}, -1);
        m_view.setFocus();
    });
    emit findBarMade(m_findBar);
    return *m_findBar;
}

void ViewController::find(const FindRequest &request)
{
    FindOptions options;
    options.setFlag(FindOption::CaseSensitive, request.matchCase);
    options.setFlag(FindOption::WholeWords, request.wholeWords);
    m_hits = findAll(m_view.page().text, request.text, options);
    const qsizetype caret = m_view.selection().begin;
    const auto first = std::ranges::lower_bound(m_hits, caret, {}, &Utf16Range::begin);
    m_hit = m_hits.empty() ? -1 : first == m_hits.end() ? 0 : int(first - m_hits.begin());
    showHit();
}

void ViewController::findStep(int direction)
{
    if (!findBar().isVisible())
        findBar().open();
    if (m_hits.empty())
        return;
    const int count = int(m_hits.size());
    m_hit = (m_hit + direction + count) % count;
    showHit();
}

void ViewController::showHit()
{
    m_view.setFindHits(m_hits, m_hit);
    findBar().setResult(m_hit + 1, int(m_hits.size()));
    if (m_hit >= 0)
        m_view.setSelection(m_hits[size_t(m_hit)]);
}

} // namespace galley
