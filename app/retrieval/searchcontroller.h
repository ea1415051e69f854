// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/hitlistmodel.h>
#include <project/searching.h>
#include <project/suggesting.h>

#include <QObject>

#include <atomic>
#include <memory>

class QAction;

namespace galley {

class CodePalette;
class Desk;
class ProgressLine;
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
    QList<QAction *> suggestActions() const { return {m_suggestChosen, m_suggestAll, m_suggestToAll}; } ///< of a code, where something was found

private:
    void forget(); ///< nothing of what another coder may see stays
    void search();
    void add(std::vector<SearchHit> hits, const std::vector<SearchedArticle> &articles);
    void finish(const Result<SearchOutcome> &outcome);
    void sort();
    enum class Asked { Chosen, All, AllOfEverybody };
    void suggest(Asked asked);
    void suggest(Asked asked, CodeId code);
    void takeSuggestions(const Result<SuggestionOutcome> &outcome, CodeId code);
    void updateActions();
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
    QAction *m_suggestChosen, *m_suggestAll, *m_suggestToAll;
    CodePalette *m_palette = nullptr;
    std::function<void(CodeId)> m_codeChosen; ///< what the palette was opened for
    ProgressLine *m_progress = nullptr;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false); ///< of making suggestions
};

} // namespace galley
