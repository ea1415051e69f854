// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

class QAction;
class QProgressDialog;
class QWidget;

namespace galley {

class Workspace;
struct Message;

/// Stories that came in several versions: found in the background, compared side by side, coded once.
class VersionsController : public QObject
{
    Q_OBJECT

public:
    VersionsController(Workspace &workspace, QWidget *window);
    ~VersionsController() override;

    QAction *findAction() const { return m_find; }
    QAction *showAction() const { return m_show; }

    void find(bool asked); ///< asked: with progress and a word at the end, whatever it is
    void findAfterImport(); ///< where the project is small enough for nobody to notice
    void showVersions();

signals:
    void reported(const galley::Message &message);

private:
    using Found = Result<std::optional<Change>>;

    void found();
    void stop();
    void carryOver(ArticleId from, const std::vector<ArticleId> &to);
    void update();

    Workspace &m_workspace;
    QWidget *m_window;
    QAction *m_find;
    QAction *m_show;
    QFutureWatcher<Found> m_watcher;
    std::shared_ptr<std::atomic<bool>> m_stopped;
    std::unique_ptr<QProgressDialog> m_progress;
    bool m_asked = false;
};

} // namespace galley
