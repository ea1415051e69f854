// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace galley {

struct ShownImport
{
    struct Skipped
    {
        QString where;  ///< file and line or record: "reuters.csv:14"
        QString reason; ///< "The same text is already in the project."

        bool operator==(const Skipped &) const = default;
    };

    qint64 articles = 0;
    qint64 annotations = 0;
    qint64 coders = 0;
    std::vector<Skipped> skipped;
    bool cancelled = false;
    std::vector<Skipped> remarks = {}; ///< files that came in with a remark

    bool operator==(const ShownImport &) const = default;
};

/// What an import brought in, what it left out and why. Shown where the articles are, until closed.
class ImportReportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportPanel(QWidget *parent = nullptr);

    void setReport(const ShownImport &report);
    QString asText() const; ///< for the clipboard

signals:
    void undoRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dress();

    ShownImport m_report;
    QLabel *m_icon;
    QLabel *m_summary;
    QLabel *m_skippedHeading;
    QTreeWidget *m_skipped;
    QPushButton *m_copy;
    QPushButton *m_undo;
};

} // namespace galley
