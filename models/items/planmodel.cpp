// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "planmodel.h"

#include <algorithm>

namespace galley {

PlanModel::PlanModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PlanModel::setUp(std::vector<PlannedArticle> articles, std::vector<Coder> coders, const std::vector<Pair> &assigned, const std::vector<Pair> &planned)
{
    beginResetModel();
    m_articles = std::move(articles);
    m_coders = std::move(coders);
    m_assigned = {assigned.begin(), assigned.end()};
    m_planned = {planned.begin(), planned.end()};
    endResetModel();
}

std::vector<PlanModel::Pair> PlanModel::planned() const
{
    std::vector<Pair> pairs;
    for (const PlannedArticle &article : m_articles) {
        for (const Coder &coder : m_coders) {
            if (m_planned.contains({article.id, coder.id}))
                pairs.emplace_back(article.id, coder.id);
        }
    }
    return pairs;
}

PlanModel::Counts PlanModel::counts() const
{
    std::map<ArticleId, std::vector<CoderId>> who;
    for (const std::set<Pair> *pairs : {&m_assigned, &m_planned}) {
        for (const auto &[article, coder] : *pairs)
            who[article].push_back(coder);
    }
    Counts counts;
    for (const auto &[article, coders] : who) {
        for (size_t one = 0; one < coders.size(); ++one) {
            ++counts.articles[coders[one]];
            for (size_t other = 0; other < one; ++other)
                ++counts.together[std::minmax(coders[one], coders[other])];
        }
    }
    return counts;
}

PlanModel::Pair PlanModel::pairAt(const QModelIndex &index) const
{
    return {m_articles[size_t(index.row())].id, m_coders[size_t(index.column()) - 1].id};
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_articles.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + int(m_coders.size());
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    return section == 0 ? tr("Article") : m_coders[size_t(section) - 1].name;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlannedArticle &article = m_articles[size_t(index.row())];
    if (index.column() == 0)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? article.title : QVariant();
    const Pair pair = pairAt(index);
    const bool assigned = m_assigned.contains(pair);
    switch (role) {
    case Qt::CheckStateRole:
        return int(codes(pair.first, pair.second) ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return assigned ? tr("Assigned already") : QVariant();
    case Qt::AccessibleTextRole:
        return (assigned ? tr("%1 codes “%2” already") : codes(pair.first, pair.second) ? tr("%1 is to code “%2”") : tr("%1 is not to code “%2”"))
            .arg(m_coders[size_t(index.column()) - 1].name, article.title);
    }
    return {};
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const Pair pair = pairAt(index);
    if (value.toInt() == Qt::Checked)
        m_planned.insert(pair);
    else
        m_planned.erase(pair);
    emit dataChanged(index, index);
    return true;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == 0)
        return plain;
    return m_assigned.contains(pairAt(index)) ? Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : plain | Qt::ItemIsUserCheckable;
}

} // namespace galley
