// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <QAbstractTableModel>

#include <vector>

namespace galley {

/// The annotations of one article by all coders, in reading order; those of the whole article come first.
class AnnotationTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CodeColumn, QuoteColumn, LayerColumn, CoderColumn, MemoColumn, ColumnCount };
    enum Role {
        AnnotationRole = Qt::UserRole, ///< galley::Annotation
        AnnotationIdRole,              ///< qint64
        CodeIdRole,                    ///< qint64
        FlaggedRole,
        SortRole, ///< reading order
    };

    explicit AnnotationTableModel(QObject *parent = nullptr);

    void reset(ArticleId article, std::vector<Annotation> annotations);
    void setCodebook(const Codebook &codebook);
    void setCoders(std::vector<Coder> coders);
    void follow(const Change &change); ///< connect to Project::changed

    ArticleId article() const { return m_article; }
    const std::vector<Annotation> &annotations() const { return m_rows; }
    const Annotation *annotation(AnnotationId id) const;
    int row(AnnotationId id) const; ///< -1: not in it

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void needsReload(); ///< annotations came or went in bulk: call reset() with what the store has now

private:
    void follow(const Edit<Annotation> &edit);
    void insert(const Annotation &annotation);
    void remove(const Annotation &annotation);
    void replace(const Annotation &after);
    QString display(const Annotation &annotation, int column) const;

    ArticleId m_article;
    std::vector<Annotation> m_rows;
    Codebook m_codebook;
    std::vector<Coder> m_coders;
};

/// How an annotation is called where there is room for one line: its code's path, else its layer's name.
QString labelOf(const Annotation &annotation, const Codebook &codebook);

QString nameOf(CoderId id, const std::vector<Coder> &coders); ///< empty where nobody has this id

} // namespace galley
