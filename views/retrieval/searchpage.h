// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/hitlistmodel.h>

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace galley {

class EmptyState;
class KwicTable;
class ProgressLine;

/// Words or a regular expression, and where they stand in the articles: line by line, or how often in which article.
class SearchPage : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPage(QWidget *parent = nullptr);

    void setModels(HitListModel *hits, DispersionModel *articles); ///< not owned
    QString query() const;
    void setQuery(const QString &query);
    bool isRegex() const;
    HitOrder order() const;
    void setActions(const QList<QAction *> &actions); ///< what can be done with what was found
    std::vector<SearchHit> chosenHits() const; ///< of the lines, in their order
    void setTold(const QString &text);    ///< how much was found, or what is going on
    void setProblem(const QString &text); ///< what is wrong with the query; empty: nothing
    void setTakingIn(qint64 done, qint64 inAll); ///< into the index; 0 of 0: nothing is
    void setHasArticles(bool has);
    void setSearching(bool searching);
    void takeFocus();
    void focusQuery();

signals:
    void searchRequested();
    void orderChanged();
    void chosenChanged();
    void hitActivated(const galley::SearchHit &hit);
    void articleActivated(galley::ArticleId article);
    void cancelRequested(); ///< of what is being taken in
    void importRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    void showRight();
    KwicTable *shownTable() const;

    HitListModel *m_hits = nullptr;
    DispersionModel *m_articles = nullptr;
    bool m_hasArticles = true;
    bool m_searching = false;
    QTimer m_typing;
    QLineEdit *m_field;
    QCheckBox *m_regex;
    QComboBox *m_order;
    QTabBar *m_tabs;
    QToolButton *m_act;
    QLabel *m_told, *m_problem;
    QStackedWidget *m_stack;
    EmptyState *m_nothing, *m_noArticles;
    KwicTable *m_lines, *m_dispersion;
    ProgressLine *m_progress;
};

} // namespace galley
