// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparisonlistmodel.h"

#include "codernames.h"

#include <domain/shortened.h>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

QString ComparisonNames::coder(CoderId id) const
{
    return nameOf(id, coders);
}

QString ComparisonNames::code(const Annotation &annotation) const
{
    if (annotation.code)
        return codebook.path(annotation.code);
    const Layer *layer = codebook.layer(annotation.layer);
    return layer ? layer->name : QString();
}

ComparisonListModel::ComparisonListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_groups(std::make_shared<const std::vector<ComparedGroup>>())
    , m_accepts([](const ComparedGroup &, bool) { return true; })
{
}

void ComparisonListModel::setComparison(Groups groups, ComparisonNames names, const std::vector<Ruling> &rulings)
{
    beginResetModel();
    m_groups = std::move(groups);
    m_names = std::move(names);
    settle(rulings);
    show();
    endResetModel();
}

void ComparisonListModel::setCoderNames(std::vector<Coder> coders)
{
    m_names.coders = std::move(coders);
    if (!m_shown.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void ComparisonListModel::setRulings(const std::vector<Ruling> &rulings)
{
    beginResetModel();
    settle(rulings);
    show();
    endResetModel();
}

void ComparisonListModel::setAccepts(Accepts accepts)
{
    beginResetModel();
    m_accepts = std::move(accepts);
    show();
    endResetModel();
}

void ComparisonListModel::clear()
{
    setComparison(std::make_shared<const std::vector<ComparedGroup>>(), {}, {});
}

void ComparisonListModel::settle(const std::vector<Ruling> &rulings)
{
    const Settled settled(rulings);
    m_settled.assign(m_groups->size(), false);
    m_open = 0;
    for (size_t i = 0; i < m_groups->size(); ++i) {
        const ComparedGroup &group = (*m_groups)[i];
        m_settled[i] = settled.contains(group);
        m_open += !m_settled[i] && group.kind != Difference::Agreement;
    }
}

void ComparisonListModel::show()
{
    m_shown.clear();
    for (size_t i = 0; i < m_groups->size(); ++i) {
        if (m_accepts((*m_groups)[i], m_settled[i]))
            m_shown.push_back(i);
    }
}

int ComparisonListModel::rowOf(size_t group) const
{
    const auto row = std::ranges::lower_bound(m_shown, group);
    return row != m_shown.end() && *row == group ? int(row - m_shown.begin()) : -1;
}

std::optional<size_t> ComparisonListModel::openAfter(size_t group) const
{
    std::optional<size_t> first;
    for (const size_t shown : m_shown) {
        if (m_settled[shown])
            continue;
        if (shown > group)
            return shown;
        if (!first)
            first = shown;
    }
    return first;
}

int ComparisonListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QStringList ComparisonListModel::readings(const ComparedGroup &group) const
{
    QStringList readings;
    for (const Coder &coder : m_names.coders) {
        if (!std::ranges::binary_search(group.coders, coder.id))
            continue;
        QStringList codes;
        for (const Annotation &annotation : annotationsOf(group, coder.id))
            codes += m_names.code(annotation);
        readings += coder.name + u": "_s + (codes.isEmpty() ? u"—"_s : codes.join(u" + "_s));
    }
    return readings;
}

QVariant ComparisonListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const size_t at = groupAt(index.row());
    const ComparedGroup &group = (*m_groups)[at];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{textOf(group.kind) + (m_settled[at] ? tr(", settled") : QString()), data(index, QuoteRole).toString(), readings(group).join(u"; "_s),
                           data(index, ArticleRole).toString()}
            .join(u". "_s);
    case Qt::ToolTipRole: // what the row has no room for
        return QStringList{group.annotations.front().quote.isEmpty() ? data(index, LayerRole).toString() : quoted(shortened(group.annotations.front().quote, 600)), readings(group).join(u'\n'),
                           textOf(group.kind) + u" · "_s + data(index, ArticleRole).toString()}
            .join(u'\n');
    case KindRole:
        return int(group.kind);
    case SettledRole:
        return bool(m_settled[at]);
    case QuoteRole:
        return shortened(group.annotations.front().quote, 160);
    case ReadingsRole:
        return readings(group);
    case ArticleRole: {
        const auto title = m_names.titles.find(group.article);
        return title == m_names.titles.end() ? QString() : title->second;
    }
    case LayerRole: {
        const Layer *layer = m_names.codebook.layer(group.layer);
        return layer ? layer->name : QString();
    }
    default:
        return {};
    }
}

} // namespace galley
