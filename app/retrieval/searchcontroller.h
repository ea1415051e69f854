// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/hitlistmodel.h>
#include <project/searching.h>

#include <QObject>

#include <atomic>
#include <memory>

class QAction;

namespace galley {

class Desk;
class SearchPage;
class TextIndex;
class Workspace;

/// The place where words are found in all articles, memos and comments.
class SearchController : public QObject
{
    Q_OBJECT

public:
    explicit SearchController(Desk &desk);
    ~SearchController() override;

    SearchPage *page(); ///< made when first gone to
    void shown();
    QList<QAction *> actions() const { return {m_find}; }

private:
    void forget(); ///< nothing of what another coder may see stays
    void search();
    void add(std::vector<SearchHit> hits, const std::vector<SearchedArticle> &articles);
    void finish(const Result<SearchOutcome> &outcome);
    void sort();
    void tell();
    void show(const SearchHit &hit);
    void showArticle(ArticleId article);

    Desk &m_desk;
    Workspace &m_workspace;
    TextIndex &m_index;
    std::shared_ptr<std::atomic<int>> m_round = std::make_shared<std::atomic<int>>(0); ///< of asking: what an earlier one asked for is not wanted any more
    HitListModel *m_hits;
    DispersionModel *m_articles;
    HitListModel::Names m_names; ///< null until they are read, and after one was altered
    SearchOutcome m_outcome;
    SearchPage *m_page = nullptr;
    bool m_searching = false;
    bool m_isFresh = false; ///< what is shown is of an earlier query until the first of this one comes
    QAction *m_find;
};

} // namespace galley
