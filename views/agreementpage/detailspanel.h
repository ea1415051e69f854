// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <summary/reliabilityrow.h>
#include <summary/texttable.h>

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QTabWidget;
class QTextBrowser;

namespace galley {

class ConfusionView;
class FigureTable;

/// What stands behind one row: a tab for each way to look at it.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget *parent = nullptr);

    void setRow(const ReliabilityRow &row, const Thresholds &thresholds); ///< what is known of it without its details
    void setDetails(const RowDetails &details); ///< of the row that was set
    void clear();
    void setThresholds(const Thresholds &thresholds);

    int window() const; ///< articles that are measured together over time
    void setWindow(int articles);
    TextTable shownTable() const; ///< of the tab that is open, with a caption; empty: it is no table

signals:
    void casesWanted(const galley::ComparisonFilter &filter);
    void windowChanged();

private:
    FigureTable *addTable(const QString &title, const QString &id, std::vector<MeasuredPart> RowDetails::*parts);
    QWidget *buildTime();
    QWidget *buildConfusion();
    QWidget *buildPlan();
    void showTables(bool keepRows);
    void showConfusion();
    void showPlan();

    ReliabilityRow m_row;
    QString m_detailed; ///< the row whose details are shown
    Thresholds m_thresholds;
    RowDetails m_details;
    QTabWidget *m_tabs;
    FigureTable *m_pairs = nullptr, *m_values = nullptr, *m_articles = nullptr, *m_time = nullptr, *m_coefficients = nullptr;
    QSpinBox *m_window = nullptr;
    QLabel *m_timeNote = nullptr;
    QComboBox *m_pair = nullptr;
    ConfusionView *m_confusion = nullptr;
    QDoubleSpinBox *m_halfWidth = nullptr;
    QLabel *m_plan = nullptr;
    QTextBrowser *m_conventions = nullptr;
};

} // namespace galley
