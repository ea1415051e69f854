// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison.h"

#include <project/workspace.h>

#include <QObject>

class QAction;

namespace galley {

class ComparePage;
class Desk;
class SettlingController;

/// The place where coders' work is compared: reads it on another thread, shows a disagreement with its article.
class CompareController : public QObject
{
    Q_OBJECT

public:
    explicit CompareController(Desk &desk);

    ComparePage *page();
    SettlingController &settling() const { return *m_settling; }
    QList<QAction *> actions() const { return m_actions; }
    void shown();

private:
    void makeActions();
    void refresh();
    void take(Result<Comparison> comparison);
    void showNothing();
    void follow(const Change &change);
    void followRulings(const Change &change);
    void applyFilters();
    void lookAt(const ComparisonFilter &filter);
    QString said(const ComparedGroup &group) const;
    std::vector<CommentThread> threadsOn(const ComparedGroup &group) const;
    CommentSubject subjectOf(const ComparedGroup &group) const;
    void stepToOther();
    void hideNames(bool hidden);
    void showCount();
    void showWhyNone();
    int differences() const;

    void showRow(int row);
    void showGroup(size_t group);
    void showReadings();
    void showPrecedents();
    void showArticle(ArticleId article);
    void showMarks();
    void showPair();
    std::vector<CodeId> codesInQuestion(const ComparedGroup &group) const;
    void step(int direction);
    void openInReading();
    void comment();
    std::optional<size_t> groupWith(AnnotationId annotation) const;

    Desk &m_desk;
    Workspace &m_workspace;
    ComparisonListModel *m_model;
    ComparePage *m_page = nullptr;
    ShownComparison m_shown;
    SettlingController *m_settling;
    int m_round = 0;                   ///< of reading: what an earlier one found is not wanted any more
    bool m_stale = true;               ///< something that is compared was altered since it was read
    bool m_namesHidden = false;
    std::vector<CoderId> m_again;      ///< somebody and their second self, where these two are looked at
    QAction *m_sideBySide, *m_showAll;
    QList<QAction *> m_actions;
};

} // namespace galley
