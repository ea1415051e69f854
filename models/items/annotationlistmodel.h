// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "annotationorder.h"

#include <domain/change.h>

#include <QAbstractTableModel>
#include <QHash>

namespace galley {

/// Annotations of the whole project, each a row with its quote in context. Only what is looked at is read: a row that has not been
/// asks for it by detailsWanted(), and shows its code, article and coder meanwhile.
class AnnotationListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CodeColumn, LeftColumn, QuoteColumn, RightColumn, ArticleColumn, DateColumn, CoderColumn, MarkColumn, ColumnCount };
    enum Role {
        HeadingRole = Qt::UserRole, ///< of a group: "Economic"; empty where the row is an annotation
        CountRole,                  ///< int, of a heading
        CodeRole,                   ///< qint64: whose colour stands before it
        FlaggedRole,
        MemoRole, ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(ArrangedAnnotations list, AnnotationNames names);
    void setNames(AnnotationNames names); ///< the same list
    void clear() { show({}, {}); }
    void follow(const Change &change); ///< what is shown and was altered one by one, at once; what came is for who reads the list anew

    std::vector<AnnotationId> takeWanted(); ///< rows near those that asked, which are not asked for again
    void addDetails(const std::vector<AnnotationInContext> &details);

    qsizetype annotationCount() const { return qsizetype(m_list.annotations.size()); }
    const ListedAnnotation *annotationAt(int row) const; ///< null: a heading
    const ListedArticle &articleOf(const ListedAnnotation &annotation) const { return (*m_list.articles)[size_t(annotation.article)]; }
    int rowOf(AnnotationId id) const; ///< -1: it is not shown
    const AnnotationNames &names() const { return m_names; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void detailsWanted();

private:
    const AnnotationInContext *details(int row) const;
    QString text(int row, int column) const;
    QString toolTip(int row, int column) const;
    void remove(const QSet<qint64> &gone);

    ArrangedAnnotations m_list;
    AnnotationNames m_names;
    QHash<qint64, AnnotationInContext> m_details;
    mutable QHash<qint64, int> m_wanted; ///< with its row
    mutable QSet<qint64> m_asked;        ///< and not yet told
    mutable bool m_isAsking = false;
};

} // namespace galley
