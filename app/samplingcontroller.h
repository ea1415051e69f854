// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace galley {

class ArticlesController;
class Workspace;
struct Message;

/// Draws samples, and offers those there are as sets of articles to the list.
class SamplingController : public QObject
{
    Q_OBJECT

public:
    SamplingController(Workspace &workspace, ArticlesController &articles, QWidget *window);

    QAction *drawAction() const { return m_draw; }
    void ask();

signals:
    void reported(const galley::Message &message);

private:
    void listSets();

    Workspace &m_workspace;
    ArticlesController &m_articles;
    QWidget *m_window;
    QAction *m_draw;
};

} // namespace galley
