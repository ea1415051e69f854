// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/articlefilterproxy.h>

#include <QUrl>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;
class QToolButton;

namespace galley {

class EmptyState;

/// Articles that belong together, as a sample does.
struct ArticleSet
{
    QString name;
    QSet<ArticleId> articles;
};

/// The articles of the project: filtered as one types, sorted, opened by click or Enter.
class ArticleListPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ArticleListPanel(QWidget *parent = nullptr);

    void setModel(ArticleListModel *model); ///< not owned
    void setCurrentArticle(ArticleId article); ///< selects and pins it; emits nothing
    ArticleId currentArticle() const { return m_current; }
    /// The article `step` rows from the current one in the order shown; 0 where there is none.
    ArticleId neighbour(int step) const;
    void focusFilter();
    void setSets(const std::vector<ArticleSet> &sets); ///< that the list can be narrowed to
    void showSet(const QString &name);
    void setQueue(const std::vector<ArticleId> &articles); ///< assigned to who codes, in their order; offered where there are any
    void showQueue(bool shown);
    bool isQueueShown() const;
    /// What stands behind "text:" in the filter, that is to be looked for in the texts; empty: nothing. What it gives goes to filter().setFound().
    QString wantedInTexts() const;
    void setTextsProblem(const QString &text); ///< why nothing is looked for in the texts; empty: it is

    ArticleFilterProxy &filter() { return m_proxy; }

signals:
    void articleActivated(galley::ArticleId article);
    void filesDropped(const QList<QUrl> &files);
    void importRequested();
    void textsWanted(const QString &query); ///< wantedInTexts() is another
    void queueShown(bool shown); ///< somebody chose it, or something else instead

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildFilters();
    void offerSets();
    void takeText(const QString &text);
    void narrow();
    void showRight();
    void reselect();
    void activate(const QModelIndex &index);

    ArticleFilterProxy m_proxy;
    ArticleListModel *m_model = nullptr;
    ArticleId m_current;
    QLineEdit *m_field;
    QComboBox *m_progress;
    QComboBox *m_set;
    std::vector<ArticleSet> m_sets;
    std::vector<ArticleId> m_queue;
    QToolButton *m_sort;
    QLabel *m_count;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    EmptyState *m_nothingFits;
};

} // namespace galley
