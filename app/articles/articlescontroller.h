// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/rows.h>

#include <QList>
#include <QObject>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

class QAction;

namespace galley {

class ArticleListModel;
class ArticleListPanel;
class Desk;
struct OpenArticle;
class Settings;
class Workspace;

/// The list of articles, moving through it, and marking articles done.
class ArticlesController : public QObject
{
    Q_OBJECT

public:
    explicit ArticlesController(Desk &desk);

    ArticleListPanel *panel(); ///< made when it is first asked for, the start page needs none
    QList<QAction *> actions() const { return m_actions; }
    QList<QAction *> fileActions() const { return {m_correct, m_retire}; }

    void openNeighbour(int step);
    void resume(); ///< opens the article read last, else the first

private:
    void reload();
    void reloadQueue();
    void findInTexts(const QString &query);
    void begin();
    std::optional<ArticleId> firstOpen() const; ///< of the queue
    std::optional<ArticleId> unfinished(qint64 id) const;
    void openNextInQueue();
    void tellQueueDone();
    void tellGaps(const OpenArticle &article);
    Result<> countAgain(std::vector<ArticleSummary> &summaries) const;
    QString coderUuid() const;
    void open(ArticleId article);
    void markDone(bool thenNext);
    void dropIrrelevant(); ///< says so where the codebook asks, marks it done, and opens the next
    void openNext(ArticleId neighbour);
    void correct();
    void askWhyRetired();
    void retire(ArticleId article, const QString &reason);
    void updateActions();

    Desk &m_desk;
    Workspace &m_workspace;
    Settings &m_settings;
    ArticleListModel *m_model;
    ArticleListPanel *m_panel = nullptr;
    std::vector<ArticleId> m_queue; ///< of who codes
    std::shared_ptr<std::atomic<int>> m_textRound; ///< of asking for texts: what an earlier one asked for is not wanted any more
    QList<QAction *> m_actions;
    QAction *m_next;
    QAction *m_previous;
    QAction *m_nextInQueue;
    QAction *m_done;
    QAction *m_doneNext;
    QAction *m_irrelevant;
    QAction *m_correct;
    QAction *m_retire;
};

} // namespace galley
