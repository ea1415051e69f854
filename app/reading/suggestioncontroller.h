// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/suggestion.h>

#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

class QAction;
class QToolButton;

namespace galley {

class ArticleView;
class CodingController;
class Desk;
class SuggestionBook;
class Workspace;

/// Suggestions while reading: shown beside the annotations, gone through by key, also into other articles, accepted or dismissed. Their marks have
/// the negative of their ids for keys, so that none is taken for an annotation.
class SuggestionController : public QObject
{
    Q_OBJECT

public:
    SuggestionController(Desk &desk, ArticleView &view, CodingController &coding);

    QList<QAction *> answerActions() const { return m_answers; } ///< for the Code menu
    QList<QAction *> movingActions() const { return m_moves; }   ///< for the Go menu
    QToolButton *statusButton() const { return m_button; }

    void setDark(bool dark);
    void step(int direction); ///< to the next that waits, or the one before, also in another article
    void accept();
    void acceptAs();
    void dismiss();

private:
    void makeActions();
    void showMarks(); ///< all anew: there are none in the view
    void updateMarks();
    void follow(qint64 markKey);
    void showState();
    std::optional<Suggestion> current() const;
    std::optional<Suggestion> chosen(); ///< the current one; where there is none the next is gone to, and nothing is done
    void choose(const Suggestion &suggestion);
    bool stepHere(int direction);
    void commitAndStep(const Suggestion &suggestion, CodeId as);
    void goOnBehind(const Suggestion &answered);

    Desk &m_desk;
    Workspace &m_workspace;
    ArticleView &m_view;
    CodingController &m_coding;
    SuggestionBook &m_book;
    QList<QAction *> m_answers, m_moves;
    QToolButton *m_button;
    QSet<qint64> m_shown; ///< keys of marks
    SuggestionId m_current;
    bool m_dark = false;
};

} // namespace galley
