// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "partscontroller.h"

#include "../presentation.h"

#include <domain/shortened.h>
#include <project/workspace.h>
#include <project/zoneedits.h>
#include <text/articleview.h>
#include <domain/textsteps.h>

#include <QMenu>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kinds{ZoneKind::Headline, ZoneKind::Kicker, ZoneKind::Byline, ZoneKind::Dateline, ZoneKind::Lead, ZoneKind::Subheading,
                           ZoneKind::Quote, ZoneKind::Caption, ZoneKind::PhotoCredit, ZoneKind::Credit, ZoneKind::Copyright, ZoneKind::Chrome};

} // namespace

PartsController::PartsController(Workspace &workspace, ArticleView &view, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_view(view)
    , m_menu(new QMenu(tr("&Part of the Article"), &view))
{
    m_menu->menuAction()->setObjectName(u"parts"_s);
    const auto entry = [this](const QString &text, const QString &name, std::optional<ZoneKind> kind) {
        QAction *action = m_menu->addAction(text, this, [this, kind] { mark(kind); });
        action->setObjectName(u"part "_s + name);
        action->setCheckable(true);
        action->setData(kind ? int(*kind) : -1);
    };
    for (const ZoneKind kind : kinds)
        entry(titleOf(kind), nameOf(kind), kind);
    m_menu->addSeparator();
    entry(tr("Plain Text"), u"plain"_s, std::nullopt);
    connect(m_menu, &QMenu::aboutToShow, this, &PartsController::update);
    const auto enable = [this] { m_menu->setEnabled(m_workspace.article() && m_workspace.isWritable()); };
    connect(&workspace, &Workspace::articleOpened, this, enable);
    connect(&workspace, &Workspace::articleClosed, this, enable);
    enable();
}

void PartsController::update()
{
    const OpenArticle *open = m_workspace.article();
    const qsizetype at = open ? open->positions.toCodePoints({m_view.caret(), m_view.caret()}).begin : 0;
    bool any = false;
    for (QAction *action : m_menu->actions()) {
        const bool is = open && std::ranges::any_of(open->zones, [&](const Zone &zone) {
            return int(zone.kind) == action->data().toInt() && zone.range.contains(at);
        });
        action->setChecked(is);
        any = any || is;
    }
    m_menu->actions().back()->setChecked(!any);
}

void PartsController::mark(std::optional<ZoneKind> kind)
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !m_workspace.requireCoder())
        return;
    Utf16Range place = m_view.selection();
    if (place.isEmpty())
        place = paragraphAround(open->text, m_view.caret());
    place = trimmed(open->text, place);
    if (place.isEmpty())
        return;
    const ZonesOf article{open->article.id, open->zones, [this] { return m_workspace.allot<ZoneTag>(); }};
    const QString passage = shortened(open->text.sliced(place.begin, place.length()), 40);
    m_workspace.commit(setZone(article, open->positions.toCodePoints(place), kind, passage));
}

} // namespace galley
