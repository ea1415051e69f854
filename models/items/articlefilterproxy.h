// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "articlelistmodel.h"
#include "filterkeys.h"

#include <QAbstractProxyModel>
#include <QByteArray>
#include <QSet>

#include <compare>
#include <optional>
#include <vector>

namespace galley {

/// The article list as it is looked at: filtered by text and progress, sorted by a column.
/// A filter that changes resets it (QSortFilterProxyModel tells every gap apart, which takes minutes for 100,000 rows);
/// single articles come, go and change row by row. One article can be pinned, so that what is being coded
/// does not vanish when its progress no longer fits the filter; a set has only its own articles.
class ArticleFilterProxy : public QAbstractProxyModel
{
    Q_OBJECT

public:
    enum class ProgressFilter { All, NotBegun, InProgress, Done };
    /// No column: order of import.
    static constexpr int ImportOrder = -1;

    explicit ArticleFilterProxy(QObject *parent = nullptr);

    void setArticles(ArticleListModel *model);
    void setText(const QString &text); ///< every word must occur in the headline or outlet, in any case and accent
    /// Only these, in whose texts something was found; nullopt: nothing is asked of the texts. The pinned one stays.
    void setFound(std::optional<QSet<ArticleId>> articles);
    void setProgress(ProgressFilter filter);
    void setSet(std::optional<QSet<ArticleId>> articles); ///< only these; nullopt: all
    /// Only these, what is not done first, and where no other order is chosen in this one; nullopt: all.
    void setQueue(const std::optional<std::vector<ArticleId>> &articles);
    void setPinned(ArticleId article);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    QString text() const { return m_text; }
    ProgressFilter progress() const { return m_progress; }
    bool isFiltered() const { return !m_words.isEmpty() || m_found || m_progress != ProgressFilter::All || m_set || m_queue; }
    std::vector<ArticleId> fitting() const; ///< what is shown, without one that is only pinned

    QModelIndex indexOf(ArticleId id) const; ///< invalid where it is filtered out

    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;

private:
    void refilter();
    std::vector<int> filtered() const;
    void order(std::vector<int> &rows) const;
    bool accepts(int sourceRow) const;
    bool fits(int sourceRow) const;
    bool isInSet(ArticleId article) const;
    bool isMisplaced(int row) const;
    std::strong_ordering inQueue(const ArticleSummary &left, const ArticleSummary &right) const;
    bool before(int a, int b) const;
    void buildKeys() const;
    void forgetKeys();
    void prepareKeys();
    int place(int sourceRow) const;
    void follow(int first, int last);
    void followInserted(int first, int last);
    void followRemoved(int first, int last);
    void mapBack();
    void show(int sourceRow);
    void hide(int sourceRow);

    ArticleListModel *m_model = nullptr;
    QString m_text;
    QList<QByteArray> m_words;
    ProgressFilter m_progress = ProgressFilter::All;
    std::optional<QSet<ArticleId>> m_set;
    std::optional<QSet<ArticleId>> m_found;
    std::optional<QHash<ArticleId, int>> m_queue; ///< the place of each
    ArticleId m_pinned;
    int m_column = ImportOrder;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    mutable FilterKeys m_keys; ///< by source row: what the text filter searches; empty until it is made or needed
    int m_keysAsked = 0;                    ///< tells whether keys that were being made are still of these articles
    std::vector<int> m_rows;                ///< by proxy row: the source row
    std::vector<int> m_places;              ///< by source row: the proxy row, or -1
};

} // namespace galley
