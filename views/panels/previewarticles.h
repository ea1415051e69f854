// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QMap>

#include <functional>
#include <optional>
#include <vector>

namespace galley {

/// An article that would come in.
struct PreviewRow
{
    QString title, outlet, published, language, file, parts;
    QString beginning; ///< of the text
    QList<std::pair<QString, QString>> fields;
    bool revision = false;
    QByteArray key; ///< names the article
    QString path;   ///< of its file
    QString doubted; ///< of the article that has its id and few words in common with it
    struct LeftOut
    {
        QString why, begins;
        QByteArray key;
        bool prose = false;
    };
    std::vector<LeftOut> leftOut = {}; ///< what the source holds and the text does not
};

/// Any number of them; each is made when it is asked for.
struct PreviewRows
{
    size_t count = 0;
    std::function<PreviewRow(size_t)> row = {};
};

/// What was said of single articles in a preview, by their keys.
struct PreviewDecision
{
    bool wanted = true;
    std::optional<QString> title, outlet, published;
    std::optional<bool> revision; ///< it is the corrected text of the article that has its id

    bool operator==(const PreviewDecision &) const = default;
};

/// The articles that would come in, as they were read, with what was decided on them: ticked or not, headline, outlet and date
/// corrected.
class PreviewArticles : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, OutletColumn, DateColumn, LanguageColumn, FileColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const PreviewRows &rows); ///< what was decided stays: articles keep their keys
    PreviewRow row(int row) const { return m_rows.row(size_t(row)); }
    const QMap<QByteArray, PreviewDecision> &decisions() const { return m_decisions; } ///< those that alter something
    PreviewDecision decision(int row) const { return m_decisions.value(this->row(row).key); }
    void decide(int row, const PreviewDecision &decision);
    void want(const std::vector<int> &rows, bool wanted);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void decided();

private:
    void keep(const QByteArray &key, const PreviewDecision &decision);
    void changed(int first, int last);
    static QVariant fontOf(const PreviewDecision &decision, int column);

    PreviewRows m_rows;
    QMap<QByteArray, PreviewDecision> m_decisions;
};

} // namespace galley
