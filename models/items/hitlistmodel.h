// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/listedannotation.h>
#include <domain/searchhit.h>

#include <QAbstractTableModel>
#include <QHash>

#include <memory>
#include <vector>

namespace galley {

enum class HitOrder { Found, Left, Right, Article, Published };

/// Articles of a project by their ids, for lists that name them.
class ArticleNames
{
public:
    ArticleNames() = default;
    explicit ArticleNames(std::vector<ListedArticle> articles);

    const ListedArticle *article(ArticleId id) const; ///< null: there is none
    int placeOf(ArticleId id) const { return m_places.value(id, -1); } ///< in the order of import
    bool isEmpty() const { return m_articles.empty(); }

private:
    std::vector<ListedArticle> m_articles;
    QHash<ArticleId, int> m_places;
};

/// Places of hits in another order: by what stands left of them, the nearest word first, by what stands right of them, by article … On any thread.
std::vector<qint32> inOrder(const std::vector<SearchHit> &hits, const ArticleNames &names, HitOrder order);

/// What was searched for, each place a line with what is around it.
class HitListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LeftColumn, HitColumn, RightColumn, WhereColumn, ArticleColumn, DateColumn, ColumnCount };
    using Names = std::shared_ptr<const ArticleNames>;
    using Hits = std::shared_ptr<std::vector<SearchHit>>;

    explicit HitListModel(QObject *parent = nullptr);

    void clear();
    void setNames(Names names) { m_names = std::move(names); }
    void add(std::vector<SearchHit> hits); ///< behind the others
    void setOrder(std::vector<qint32> order); ///< of all there are
    const std::vector<SearchHit> &hits() const { return *m_hits; }
    const Names &names() const { return m_names; }
    const SearchHit &hitAt(int row) const { return (*m_hits)[size_t(m_order[size_t(row)])]; }
    int rowOf(ArticleId article) const; ///< the first in it; -1: there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Names m_names = std::make_shared<const ArticleNames>();
    std::shared_ptr<std::vector<SearchHit>> m_hits = std::make_shared<std::vector<SearchHit>>();
    std::vector<qint32> m_order;
};

/// How often it stands in which article: hits, words, hits in a thousand words.
class DispersionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ArticleColumn, OutletColumn, DateColumn, HitsColumn, WordsColumn, PerThousandColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void setNames(HitListModel::Names names) { m_names = std::move(names); }
    void add(const std::vector<SearchedArticle> &articles);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< -1: as found
    const SearchedArticle &articleAt(int row) const { return m_articles[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    HitListModel::Names m_names = std::make_shared<const ArticleNames>();
    std::vector<SearchedArticle> m_articles;
};

} // namespace galley
