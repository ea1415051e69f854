// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agreementfilter.h"

#include <summary/texttable.h>

#include <QWidget>

#include <map>

class QLabel;
class QMenu;
class QStackedWidget;

namespace galley {

class AgreementFilterBar;
class DetailsPanel;
class EmptyState;
class FigureTable;
class ProgressLine;

/// Why there is nothing to show.
enum class NoAgreement { OneCoder, NothingCodedByTwo, FilteredAway, Blind };

/// How reliable each thing is that the codebook asks for, the worst first, and what stands behind the row that is chosen.
class AgreementPage : public QWidget
{
    Q_OBJECT

public:
    explicit AgreementPage(QWidget *parent = nullptr);

    void setChoices(const AgreementChoices &choices);
    void setFilter(const AgreementFilter &filter);
    void setMayDecide(bool may); ///< on the thresholds, for all who work on the study
    AgreementFilter filter() const;
    int window() const;
    void setWindow(int articles);

    void showRows(const std::vector<ReliabilityRow> &rows, const QStringList &statements); ///< asks for the details of the chosen one
    void showDetails(const RowDetails &details);
    void showNothing(NoAgreement why);
    void clear(); ///< nothing is known yet

    void beginWork(const QString &what);
    void setWorkDone(int percent);
    void endWork();
    void takeFocus();

signals:
    void filterChanged(); ///< other rows are wanted
    void settingsChanged(); ///< of how the same rows are judged and looked at
    void detailsWanted(int row);
    void casesWanted(const galley::ComparisonFilter &filter);
    void stopRequested();
    void teamRequested();
    void mergeRequested();
    void coderRequested(); ///< somebody else is to look at it
    void left(); ///< it is not seen any more

protected:
    void hideEvent(QHideEvent *event) override;

private:
    EmptyState *addEmpty(NoAgreement why, const QString &id, const QString &heading, const QString &text);
    void addEmptyStates();
    void buildFigures();
    QMenu *buildCopyMenu();
    void showTable();
    void choose(int row);
    void takeFilter();
    void copy(const TextTable &table, TableFormat format);

    std::vector<ReliabilityRow> m_rows;
    AgreementFilter m_known;
    QStringList m_statements;
    AgreementFilterBar *m_filters;
    QLabel *m_compared;
    QLabel *m_advice;
    FigureTable *m_table;
    DetailsPanel *m_details;
    QStackedWidget *m_stack;
    QWidget *m_figures;
    QWidget *m_nothingYet;
    std::map<NoAgreement, EmptyState *> m_empty;
    ProgressLine *m_progress;
};

} // namespace galley
