// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/rows.h>

#include <QAbstractTableModel>
#include <QHash>

#include <map>
#include <vector>

namespace galley {

/// The articles of a project as one coder sees them: headline, outlet, date, how far they are. In order of import.
/// Single rows follow a change by id; after a bulk edit it asks to be filled again.
class ArticleListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { HeadlineColumn, OutletColumn, DateColumn, ProgressColumn, ColumnCount };
    /// Progress as an int that sorts: what ProgressRole and the filter speak.
    enum Progress { NotBegun, InProgress, Done };
    enum Role {
        ArticleIdRole = Qt::UserRole, ///< qint64
        HeadlineRole,
        OutletRole,
        RevisedRole, ///< there is a corrected text, and something is left to be looked at in this one
        PublishedRole, ///< ISO 8601 as far as known
        DateRole,      ///< the same for people, in the locale's manner
        AnnotationCountRole,
        ProgressRole,
        LengthRole, ///< code points
    };

    explicit ArticleListModel(QObject *parent = nullptr);

    /// `coder`: whose annotations and progress the summaries count; `selves`: in these articles another's.
    void reset(std::vector<ArticleSummary> articles, CoderId coder, std::map<ArticleId, CoderId> selves = {});
    void follow(const Change &change); ///< connect to Project::changed

    int row(ArticleId id) const; ///< -1: not in it
    const ArticleSummary *summary(ArticleId id) const;
    const std::vector<ArticleSummary> &articles() const { return m_articles; }
    QModelIndex indexOf(ArticleId id) const { return row(id) < 0 ? QModelIndex() : index(row(id), 0); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void needsReload(); ///< rows came or went in bulk: call reset() with what the store has now

private:
    void follow(const Edit<Article> &edit);
    void follow(const Edit<Annotation> &edit);
    void follow(const Edit<galley::Progress> &edit);
    void insert(const Article &article);
    void remove(ArticleId id);
    void renumber();
    void told(int row);
    template<typename Row> bool isCounted(const Row &row) const;
    QVariant display(const ArticleSummary &article, int column) const;

    std::vector<ArticleSummary> m_articles;
    QHash<ArticleId, int> m_rows;
    CoderId m_coder;
    std::map<ArticleId, CoderId> m_selves;
};

} // namespace galley
