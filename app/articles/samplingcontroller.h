// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>
#include <sampling/sample.h>

#include <QObject>

#include <vector>

class QAction;

namespace galley {

class ArticlesController;
class Desk;
class Workspace;

/// Draws samples, and offers those there are as sets of articles to the list.
class SamplingController : public QObject
{
    Q_OBJECT

public:
    SamplingController(Desk &desk, ArticlesController &articles);

    QAction *drawAction() const { return m_draw; }
    void ask();

private:
    void draw(const std::vector<Article> &frame, const SampleRequest &request, const QString &name);
    void listSets();

    Desk &m_desk;
    Workspace &m_workspace;
    ArticlesController &m_articles;
    QAction *m_draw;
};

} // namespace galley
