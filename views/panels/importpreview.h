// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "previewarticles.h"

#include <QDialog>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLayout;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTreeWidget;

namespace galley {

/// What an import would bring in, before it does.
struct ShownPreview
{
    using Row = PreviewRow;
    struct Remark
    {
        QString where, what;
    };

    QString summary;
    PreviewRows rows;
    qint64 articles = 0;
    bool any = false; ///< there is something to bring in
    std::vector<Remark> remarks;
    QStringList encodings; ///< found, each once
    QMap<QString, QString> encodingOf; ///< found, by path
    QString ambiguousDate; ///< one of those that can be read with the day or with the month first; empty: there is none
    int ambiguousDates = 0;
    bool isDelimited = false; ///< a table in a text
    QStringList columns;   ///< of a table, by name; empty where it is none
    QMap<QString, QString> meanings; ///< of its columns: a field's own name, or "" for further information
};

/// Shows an import before it happens: articles with their fields and parts, what is left out and why. The encoding of each file,
/// how a table and its dates are written and what its columns mean can be stated, and everything is then read again; articles can
/// be unticked, one or many at once, and their headline, outlet and date corrected.
class ImportPreview : public QDialog
{
    Q_OBJECT

public:
    /// `fields`: own name and title of what a column can mean. `encodings`: those that can be stated.
    ImportPreview(const QList<std::pair<QString, QString>> &fields, const QStringList &encodings, QWidget *parent = nullptr);

    ~ImportPreview() override;

    void setPreview(const ShownPreview &preview);
    void setBusy(); ///< while it is read again
    const QMap<QByteArray, PreviewDecision> &decisions() const { return m_articles->decisions(); } ///< those that alter something

signals:
    void encodingStated(const QString &path, const QString &encoding); ///< of that file, or of all; empty: as found
    void delimiterStated(char delimiter); ///< 0: as found
    void datesStated(int order); ///< 0: as written, 1: day first, 2: month first
    void decided(); ///< something that has to be read again to be seen
    void columnStated(const QString &column, const QString &field);
    void takenIn(const QByteArray &key); ///< a passage that was left out

private:
    QLayout *buildStatements();
    QWidget *buildDoubt();
    void showRow(int row);
    void showFiles();
    void showSummary();
    void showColumns();
    void showLeftOut(const ShownPreview::Row *row);
    void takeIn();

    QList<std::pair<QString, QString>> m_fieldNames;
    ShownPreview m_preview;
    QLabel *m_summary;
    QComboBox *m_encoding;
    QComboBox *m_file; ///< whose encoding
    QLabel *m_delimiterLabel;
    QComboBox *m_delimiter;
    QLabel *m_datesLabel;
    QComboBox *m_dates;
    QWidget *m_doubtPart;
    QLabel *m_doubtLabel;
    QComboBox *m_doubt;
    QWidget *m_columnsPart;
    QFormLayout *m_columns;
    PreviewArticles *m_articles;
    QTableView *m_list;
    QPlainTextEdit *m_text;
    QWidget *m_leftOutPart;
    QTreeWidget *m_leftOut;
    QPushButton *m_takeIn;
    QTreeWidget *m_remarks;
    QPushButton *m_import;
};

} // namespace galley
