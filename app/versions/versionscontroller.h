// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

class QAction;

namespace galley {

class Desk;
class ProgressLine;
class Workspace;

/// Stories that came in several versions: found in the background, compared side by side, coded once.
class VersionsController : public QObject
{
    Q_OBJECT

public:
    explicit VersionsController(Desk &desk);
    ~VersionsController() override;

    QAction *findAction() const { return m_find; }
    QAction *showAction() const { return m_show; }

    void find(bool asked); ///< asked: with progress and a word at the end, whatever it is
    void findAfterImport(); ///< where the project is small enough for nobody to notice
    void showVersions();

private:
    using Found = Result<std::optional<Change>>;
    using Stopped = std::shared_ptr<std::atomic<bool>>;

    void take(const Found &found, bool asked);
    void stop();
    void carryOver(ArticleId from, const std::vector<ArticleId> &to);
    void update();

    Desk &m_desk;
    Workspace &m_workspace;
    QAction *m_find;
    QAction *m_show;
    Stopped m_stopped;                  ///< of the search that goes on; null: none does
    ProgressLine *m_progress = nullptr; ///< made when it is first needed
};

} // namespace galley
