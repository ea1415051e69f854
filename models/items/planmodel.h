// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QAbstractTableModel>

#include <map>
#include <set>
#include <vector>

namespace galley {

/// Who is to code which article, to be looked at and changed before it is made: a row per article, a column per coder, and how
/// much everybody would have. What is assigned already is shown and stays.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Pair = std::pair<ArticleId, CoderId>;
    struct PlannedArticle
    {
        ArticleId id;
        QString title;
    };

    explicit PlanModel(QObject *parent = nullptr);

    /// `assigned` may name coders that are not among `coders`.
    void setUp(std::vector<PlannedArticle> articles, std::vector<Coder> coders, const std::vector<Pair> &assigned, const std::vector<Pair> &planned);

    std::vector<Pair> planned() const; ///< in the order of the articles, then of the coders
    struct Counts
    {
        std::map<CoderId, int> articles;                     ///< of each coder, with what is assigned already
        std::map<std::pair<CoderId, CoderId>, int> together; ///< that both code; the smaller id first
    };
    Counts counts() const;
    const std::vector<Coder> &coders() const { return m_coders; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    Pair pairAt(const QModelIndex &index) const;
    bool codes(ArticleId article, CoderId coder) const { return m_assigned.contains({article, coder}) || m_planned.contains({article, coder}); }

    std::vector<PlannedArticle> m_articles;
    std::vector<Coder> m_coders;
    std::set<Pair> m_assigned, m_planned;
};

} // namespace galley
