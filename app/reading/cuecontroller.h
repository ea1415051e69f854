// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cues/cues.h>
#include <project/suggesting.h>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

class QAction;
class QActionGroup;
class QMenu;

namespace galley {

class ArticleView;
class CodingController;
class Desk;
class ProgressLine;
class Settings;
class Workspace;

/// Cues in the text: which set, which of its kinds are shown, the analyst's own from the folder beside the project, read again when they are
/// altered; and suggestions made of them.
class CueController : public QObject
{
    Q_OBJECT

public:
    CueController(Desk &desk, ArticleView &view, CodingController &coding);
    ~CueController() override;

    QAction *showAction() const { return m_showCues; }
    QMenu *setMenu() const { return m_setMenu; }
    QMenu *kindMenu() const { return m_kindMenu; }
    QList<QMenu *> suggestMenus() const { return {m_suggestHere, m_suggestAll}; } ///< a kind each: in the open article, in all that the list shows

    void setDark(bool dark);

private:
    struct Cueing;

    void prepare();
    void forget(); ///< definitions may be others now
    void watch();
    void show();
    void fillSetMenu();
    void fillKindMenus(const QString &set);
    QString shownSet() const;
    void setKindShown(const QString &kind, bool shown);
    void suggest(const QString &kind, bool all);
    void suggest(const QString &kind, bool all, CodeId code);
    void take(const Result<SuggestionOutcome> &outcome, CodeId code);

    Desk &m_desk;
    Workspace &m_workspace;
    Settings &m_settings;
    ArticleView &m_view;
    CodingController &m_coding;
    std::shared_ptr<Cueing> m_cues;
    std::vector<CueSet> m_sets;
    QAction *m_showCues;
    QMenu *m_setMenu, *m_kindMenu, *m_suggestHere, *m_suggestAll;
    QStringList m_kindsOffered;
    QFileSystemWatcher m_watcher;
    QTimer m_altered; ///< a file is often written in several steps
    ProgressLine *m_progress = nullptr;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false); ///< of making suggestions
    bool m_hadProblems = false;
    bool m_dark = false;
};

} // namespace galley
