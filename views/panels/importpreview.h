// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
class QTableWidget;
class QTableWidgetItem;
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
    QMap<QString, QString> encodingOf; ///< found, by path
    QString ambiguousDate; ///< one of those that can be read with the day or with the month first; empty: there is none
    int ambiguousDates = 0;
    bool isDelimited = false; ///< a table in a text
    QStringList columns;   ///< of a table, by name; empty where it is none
    QMap<QString, QString> meanings; ///< of its columns: a field's own name, or "" for further information
};

/// What was said of single articles in a preview, by their keys.
struct PreviewDecision
{
    bool wanted = true;
    std::optional<QString> title, outlet, published;
    std::optional<bool> revision; ///< it is the corrected text of the article that has its id

    bool operator==(const PreviewDecision &) const = default;
};

/// Shows an import before it happens: articles with their fields and parts, what is left out and why. The encoding of each file,
/// how a table and its dates are written and what its columns mean can be stated, and everything is then read again; articles can
/// be unticked, and their headline, outlet and date corrected.
class ImportPreview : public QDialog
{
    Q_OBJECT

public:
    /// `fields`: own name and title of what a column can mean. `encodings`: those that can be stated.
    ImportPreview(const QList<std::pair<QString, QString>> &fields, const QStringList &encodings, QWidget *parent = nullptr);

    ~ImportPreview() override;

    void setPreview(const ShownPreview &preview);
    void setBusy(); ///< while it is read again
    const QMap<QByteArray, PreviewDecision> &decisions() const { return m_decisions; } ///< those that alter something

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
    void fillRow(int row);
    void take(const QTableWidgetItem &item);
    PreviewDecision decisionOf(const ShownPreview::Row &row) const;
    void decide(const ShownPreview::Row &row, const PreviewDecision &decision);
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
    QMap<QByteArray, PreviewDecision> m_decisions;
    bool m_filling = false;
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
