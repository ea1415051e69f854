// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/mark.h>

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace galley {

class ArticleView;
class CodeGuidance;
class ComparisonFilters;
class ComparisonListModel;
class EmptyState;
class SettlingPanel;
class SideBySide;

/// The place where coders' work stands side by side: the queue, the article with a track a coder, what is to hold.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    ComparePage(ComparisonListModel *model, QWidget *parent);

    ArticleView &view() const { return *m_view; }
    ComparisonFilters &filters() const { return *m_filters; }
    SettlingPanel &settling() const { return *m_settling; }
    CodeGuidance &guidance() const { return *m_guidance; }
    SideBySide &sideBySide() const { return *m_pair; }
    QList<ArticleView *> views() const; ///< of the same article: all coders over each other, and two beside each other

    int currentRow() const; ///< -1: none
    void setCurrentRow(int row);
    void focusQueue();
    void setCount(const QString &text); ///< "12 of 41 open"
    void setTitle(const QString &title); ///< of the article

    void setPage(const Page &page);
    void setMarks(const std::vector<Mark> &marks); ///< of all coders, a track each
    void setCurrentMark(qint64 key);
    void setSideBySide(bool beside); ///< or over each other
    bool isSideBySide() const;
    void setModes(QAction *sideBySide, QAction *showAll);

    /// In place of the list, where it is empty: why; an empty heading: it is not.
    void setNoneListed(const QString &heading, const QString &text);

    /// In place of all of it, where there is nothing to compare; an empty heading: there is.
    void setNothing(const QString &heading, const QString &text, const QString &button = {});

signals:
    void currentRowChanged(int row);
    void nothingPressed();
    void themeChanged();
    void markChosen(qint64 key);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildQueue(ComparisonListModel *model);
    QWidget *buildText();

    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    QPushButton *m_button;
    ComparisonFilters *m_filters;
    QListView *m_queue;
    QLabel *m_count;
    QLabel *m_title;
    ArticleView *m_view;
    SettlingPanel *m_settling;
    CodeGuidance *m_guidance;
    SideBySide *m_pair;
    QStackedWidget *m_texts, *m_list;
    EmptyState *m_none;
    QPushButton *m_showAll;
    QToolButton *m_beside;
    std::vector<Mark> m_marks;
};

} // namespace galley
