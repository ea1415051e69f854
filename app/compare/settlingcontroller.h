// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison.h"

#include <QObject>

class QAction;

namespace galley {

class ArticleView;
class CodePalette;
class ComparePage;
class Desk;

/// Turns keys into rulings on what is shown. What coders did is never altered.
class SettlingController : public QObject
{
    Q_OBJECT

public:
    SettlingController(Desk &desk, const ShownComparison &shown, const ComparisonListModel &model);

    QList<QAction *> actions() const { return m_actions; }
    void attach(ComparePage &page);
    void updateActions(); ///< what is shown has changed
    void endEditing();
    bool isEditing() const { return m_draft.has_value(); }

signals:
    void editingEnded(); ///< without a ruling

private:
    void makeActions();
    bool maySettle();
    void settle(const Result<Decision> &decision);
    void settleAnew(const Decision &decision);
    void takeOther();
    bool commit(const Decision &decision);
    void settleMany(const Acceptance &acceptance);
    void accept(int coder);
    void beginEditing();
    void takePassage(const ArticleView &view);
    void settleTogether(RulingHow how);
    void chooseCode();
    void takeCode(CodeId code);
    void addActor(VariableId variable, const QString &name);
    void takeEdited();
    RulingNote note() const;
    MeasuredText text() const { return {m_shown.article->text, m_shown.article->positions}; }

    Desk &m_desk;
    Workspace &m_workspace;
    const ShownComparison &m_shown;
    const ComparisonListModel &m_model;
    ComparePage *m_page = nullptr;
    CodePalette *m_palette = nullptr;
    std::optional<Annotation> m_draft; ///< while one is edited
    QList<QAction *> m_actions, m_accept, m_decide;
    QAction *m_union, *m_intersection, *m_takeOther;
};

} // namespace galley
