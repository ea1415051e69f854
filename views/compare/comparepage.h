// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace galley {

class ArticleView;
class ComparisonFilters;
class ComparisonListModel;
class EmptyState;
class SettlingPanel;

/// The place where coders' work stands side by side: the queue, the article with a track a coder, what is to hold.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    ComparePage(ComparisonListModel *model, QWidget *parent);

    ArticleView &view() const { return *m_view; }
    ComparisonFilters &filters() const { return *m_filters; }
    SettlingPanel &settling() const { return *m_settling; }

    int currentRow() const; ///< -1: none
    void setCurrentRow(int row);
    void focusQueue();
    void setCount(const QString &text); ///< "12 of 41 open"
    void setTitle(const QString &title); ///< of the article

    /// In place of all of it, where there is nothing to compare; an empty heading: there is.
    void setNothing(const QString &heading, const QString &text, const QString &button = {});

signals:
    void currentRowChanged(int row);
    void nothingPressed();
    void themeChanged();

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
};

} // namespace galley
