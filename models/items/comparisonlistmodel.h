// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/coder.h>
#include <review/acceptance.h>

#include <QAbstractListModel>
#include <QHash>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace galley {

/// What the ids of a comparison stand for, as people read it.
struct ComparisonNames
{
    Codebook codebook;
    std::vector<Coder> coders;               ///< by name, the order in which their work is told
    std::vector<Actor> actors = {};
    std::unordered_map<ArticleId, QString> titles = {}; ///< of articles

    QString coder(CoderId id) const;
    QString code(const Annotation &annotation) const; ///< its path, or the layer's name where the layer has none
};

/// The groups that coders' work falls into, as far as they are wanted, in their order.
class ComparisonListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< Difference as int
        SettledRole,
        QuoteRole,    ///< of the passage; empty where it is the whole article
        ReadingsRole, ///< QStringList: "Ada: Economic", "Ben: —"
        ArticleRole,  ///< its headline
        LayerRole,
    };
    using Groups = std::shared_ptr<const std::vector<ComparedGroup>>;
    using Accepts = std::function<bool(const ComparedGroup &, bool settled)>;

    explicit ComparisonListModel(QObject *parent = nullptr);

    void setComparison(Groups groups, ComparisonNames names, const std::vector<Ruling> &rulings);
    void setCoderNames(std::vector<Coder> coders); ///< other names for the same people: while they are hidden
    void setRulings(const std::vector<Ruling> &rulings);
    void setAccepts(Accepts accepts);
    void clear();

    const ComparisonNames &names() const { return m_names; }
    const std::vector<ComparedGroup> &groups() const { return *m_groups; }
    bool isSettled(size_t group) const { return m_settled[group]; }
    size_t groupAt(int row) const { return m_shown[size_t(row)]; } ///< its place in groups()
    int rowOf(size_t group) const;                                 ///< -1: it is not shown
    /// The next of those shown that is not settled, from the beginning again after the last; nothing where all are.
    std::optional<size_t> openAfter(size_t group) const;
    int openCount() const { return m_open; }                       ///< disagreements, of all groups, that are not settled

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void settle(const std::vector<Ruling> &rulings);
    void show();
    QStringList readings(const ComparedGroup &group) const;

    Groups m_groups;
    ComparisonNames m_names;
    Accepts m_accepts;
    std::vector<bool> m_settled; ///< group by group
    std::vector<size_t> m_shown;
    int m_open = 0;
};

} // namespace galley
