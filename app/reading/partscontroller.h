// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>

#include <QObject>

#include <optional>

class QMenu;

namespace galley {

class ArticleView;
class Workspace;

/// Corrects the parts of an article that were found by rule: what is selected, else the paragraph at the caret, becomes a
/// headline, a caption, site text … or none of these.
class PartsController : public QObject
{
    Q_OBJECT

public:
    PartsController(Workspace &workspace, ArticleView &view, QObject *parent = nullptr);

    QMenu *menu() const { return m_menu; } ///< a submenu of the Code menu and of the article's context menu

    void mark(std::optional<ZoneKind> kind);

private:
    void update(); ///< checks what the place at the caret is

    Workspace &m_workspace;
    ArticleView &m_view;
    QMenu *m_menu;
};

} // namespace galley
