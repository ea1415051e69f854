// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMap>
#include <QStringList>

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTreeWidget;

namespace galley {

/// What an import would bring in, before it does.
struct ShownPreview
{
    struct Row
    {
        QString title, outlet, published, language, file, parts;
        QString beginning; ///< of the text
        QList<std::pair<QString, QString>> fields;
        bool revision = false;
        struct LeftOut
        {
            QString why, begins;
            QByteArray key;
            bool prose = false;
        };
        std::vector<LeftOut> leftOut = {}; ///< what the source holds and the text does not
    };
    struct Remark
    {
        QString where, what;
    };

    QString summary;
    std::vector<Row> rows; ///< the first of them
    qint64 articles = 0;
    bool any = false; ///< there is something to bring in
    std::vector<Remark> remarks;
    QStringList encodings; ///< found, each once
    QStringList columns;   ///< of a table, by name; empty where it is none
    QMap<QString, QString> meanings; ///< of its columns: a field's own name, or "" for further information
};

/// Shows an import before it happens: articles with their fields and parts, what is left out and why; the encoding and the
/// meaning of a table's columns can be corrected, and everything is then read again.
class ImportPreview : public QDialog
{
    Q_OBJECT

public:
    /// `fields`: own name and title of what a column can mean. `encodings`: those that can be stated.
    ImportPreview(const QList<std::pair<QString, QString>> &fields, const QStringList &encodings, QWidget *parent = nullptr);

    void setPreview(const ShownPreview &preview);
    void setBusy(); ///< while it is read again

signals:
    void encodingStated(const QString &encoding); ///< empty: as found
    void columnStated(const QString &column, const QString &field);
    void takenIn(const QByteArray &key); ///< a passage that was left out

private:
    void showRow(int row);
    void showColumns();
    void showLeftOut(const ShownPreview::Row *row);
    void takeIn();

    QList<std::pair<QString, QString>> m_fieldNames;
    ShownPreview m_preview;
    QLabel *m_summary;
    QComboBox *m_encoding;
    QWidget *m_columnsPart;
    QFormLayout *m_columns;
    QTableWidget *m_articles;
    QPlainTextEdit *m_text;
    QWidget *m_leftOutPart;
    QTreeWidget *m_leftOut;
    QPushButton *m_takeIn;
    QTreeWidget *m_remarks;
    QPushButton *m_import;
};

} // namespace galley
