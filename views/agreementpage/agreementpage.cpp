// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreementpage.h"

#include "detailspanel.h"
#include "figuretable.h"
#include "filterbar.h"

#include <summary/summarytables.h>
#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/progressline.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

AgreementPage::AgreementPage(QWidget *parent)
    : QWidget(parent)
    , m_filters(new AgreementFilterBar(this))
    , m_compared(secondaryLabel({}, this))
    , m_advice(new QLabel(this))
    , m_table(new FigureTable(tr("Reliability, the worst first"), this))
    , m_details(new DetailsPanel(this))
    , m_stack(new QStackedWidget(this))
    , m_figures(new QWidget(this))
    , m_nothingYet(new QWidget(this))
    , m_progress(new ProgressLine(this))
{
    setObjectName(u"agreementPage"_s);
    setAccessibleName(tr("Agreement"));
    m_table->setObjectName(u"reliabilityTable"_s);
    m_compared->setObjectName(u"compared"_s);
    m_advice->setObjectName(u"advice"_s);
    for (QLabel *label : {m_compared, m_advice}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *copyButton = new QToolButton(this);
    copyButton->setObjectName(u"copyAgreement"_s);
    copyButton->setText(tr("Copy"));
    copyButton->setAccessibleName(tr("Copy as a table"));
    copyButton->setMenu(buildCopyMenu());
    copyButton->setPopupMode(QToolButton::InstantPopup);
    copyButton->setFocusPolicy(Qt::StrongFocus);
    m_filters->line()->addWidget(copyButton);

    m_stack->addWidget(m_nothingYet);
    m_stack->addWidget(m_figures);
    buildFigures();
    addEmptyStates();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::margin, metrics::near, metrics::margin, 0);
    rows->setSpacing(metrics::near);
    rows->addWidget(m_filters);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_progress);
    connect(m_filters, &AgreementFilterBar::filterChanged, this, &AgreementPage::takeFilter);
    connect(m_table, &FigureTable::rowChosen, this, &AgreementPage::choose);
    connect(m_table, &FigureTable::rowActivated, this, [this](int row) { emit casesWanted(m_rows[size_t(row)].cases); });
    connect(m_details, &DetailsPanel::casesWanted, this, &AgreementPage::casesWanted);
    connect(m_details, &DetailsPanel::windowChanged, this, [this] {
        emit settingsChanged();
        if (m_table->currentRow() >= 0)
            emit detailsWanted(m_table->currentRow());
    });
    connect(m_progress, &ProgressLine::cancelRequested, this, &AgreementPage::stopRequested);
}

/// The table above, and what stands behind its chosen row below.
void AgreementPage::buildFigures()
{
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->setAccessibleName(tr("Agreement"));
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_table);
    halves->addWidget(m_details);
    halves->setStretchFactor(0, 5);
    halves->setStretchFactor(1, 4);
    auto *figures = new QVBoxLayout(m_figures);
    figures->setContentsMargins({});
    figures->setSpacing(metrics::near);
    figures->addWidget(m_compared);
    figures->addWidget(m_advice);
    figures->addWidget(halves, 1);
}

EmptyState *AgreementPage::addEmpty(NoAgreement why, const QString &id, const QString &heading, const QString &text)
{
    auto *empty = new EmptyState(u"agreement"_s, this);
    empty->setObjectName(id);
    empty->setTexts(heading, text);
    m_stack->addWidget(empty);
    m_empty[why] = empty;
    return empty;
}

/// Each says why there is nothing, and does what can be done about it.
void AgreementPage::addEmptyStates()
{
    const auto offerTeam = [this](EmptyState *empty) {
        connect(empty->addButton(tr("Go to the Team")), &QPushButton::clicked, this, &AgreementPage::teamRequested);
        connect(empty->addButton(tr("Merge Copies…")), &QPushButton::clicked, this, &AgreementPage::mergeRequested);
    };
    offerTeam(addEmpty(NoAgreement::OneCoder, u"oneCoder"_s, tr("Agreement takes two coders"),
        tr("So far one person codes in this project. Add coders and give two of them the same articles, or merge the copies in which others coded.")));
    offerTeam(addEmpty(NoAgreement::NothingCodedByTwo, u"nothingByTwo"_s, tr("No article was coded by two"),
        tr("Give the same articles to two coders each – some fifty, or a tenth of all, is usual for a pilot – or merge the copies that came back. An article counts for a coder "
           "who marked something in it or set it to done.")));
    auto *filtered = addEmpty(NoAgreement::FilteredAway, u"filteredAway"_s, tr("Nothing is left to compare"), tr("With these layers, coders and sets no article was coded by two."));
    connect(filtered->addButton(tr("Compare Everything")), &QPushButton::clicked, this, [this] {
        setFilter({.spans = m_known.spans, .thresholds = m_known.thresholds});
        emit filterChanged();
    });
    auto *blind = addEmpty(NoAgreement::Blind, u"blind"_s, tr("Blind sets are not compared here"),
        tr("What two coders coded so far is in blind sets, and while you code you see nothing of what others do there. A lead sees how far the coders agree."));
    connect(blind->addButton(tr("Who Is Coding…")), &QPushButton::clicked, this, &AgreementPage::coderRequested);
}

QMenu *AgreementPage::buildCopyMenu()
{
    auto *menu = new QMenu(this);
    menu->setAccessibleName(tr("Copy as a table"));
    const auto add = [&](const QString &id, const QString &text, TableFormat format, bool details) {
        QAction *action = menu->addAction(text);
        action->setObjectName(id + nameOf(format));
        connect(action, &QAction::triggered, this, [this, format, details] {
            TextTable table = details ? m_details->shownTable() : summaryTable(m_rows, m_known.thresholds);
            if (!details)
                table.notes = m_statements + table.notes;
            copy(table, format);
        });
    };
    add(u"copy-"_s, tr("Table as &Text"), TableFormat::Text, false);
    add(u"copy-"_s, tr("Table as &Markdown"), TableFormat::Markdown, false);
    add(u"copy-"_s, tr("Table as &LaTeX"), TableFormat::Latex, false);
    add(u"copy-"_s, tr("Table as &CSV"), TableFormat::Csv, false);
    menu->addSeparator();
    add(u"copyDetails-"_s, tr("Details as Text"), TableFormat::Text, true);
    add(u"copyDetails-"_s, tr("Details as Markdown"), TableFormat::Markdown, true);
    add(u"copyDetails-"_s, tr("Details as LaTeX"), TableFormat::Latex, true);
    add(u"copyDetails-"_s, tr("Details as CSV"), TableFormat::Csv, true);
    return menu;
}

void AgreementPage::copy(const TextTable &table, TableFormat format)
{
    if (!table.isEmpty())
        QGuiApplication::clipboard()->setText(written(table, format));
}

void AgreementPage::setChoices(const AgreementChoices &choices)
{
    m_filters->setChoices(choices);
}

void AgreementPage::setMayDecide(bool may)
{
    m_filters->setMayDecide(may);
}

void AgreementPage::setFilter(const AgreementFilter &filter)
{
    m_filters->setFilter(filter);
    m_known = m_filters->filter();
}

AgreementFilter AgreementPage::filter() const
{
    return m_known;
}

int AgreementPage::window() const
{
    return m_details->window();
}

void AgreementPage::setWindow(int articles)
{
    m_details->setWindow(articles);
}

/// Other thresholds judge the same figures; all else makes others.
void AgreementPage::takeFilter()
{
    const AgreementFilter before = std::exchange(m_known, m_filters->filter());
    AgreementFilter judgedAnew = before;
    judgedAnew.thresholds = m_known.thresholds;
    if (judgedAnew != m_known) {
        emit filterChanged();
        return;
    }
    showTable();
    m_details->setThresholds(m_known.thresholds);
    emit settingsChanged();
}

void AgreementPage::showRows(const std::vector<ReliabilityRow> &rows, const QStringList &statements)
{
    m_rows = rows;
    m_statements = statements;
    m_compared->setText(statements.join(u' '));
    const bool noneDefined = !rows.empty() && std::ranges::none_of(rows, [](const ReliabilityRow &row) { return row.measure.isDefined(); });
    m_advice->setVisible(noneDefined || rows.empty());
    m_advice->setText(rows.empty() ? tr("Two coders had these articles, and neither marked or answered anything in these layers.")
                                   : tr("No coefficient is defined yet. The last column says why for each; where all values are the same, code articles in which they differ, and "
                                        "where nothing was coded by two, let a second coder code it."));
    showTable();
    if (rows.empty())
        m_details->clear();
    m_stack->setCurrentWidget(m_figures);
}

void AgreementPage::showTable()
{
    m_table->setTable(summaryTable(m_rows, m_known.thresholds));
}

void AgreementPage::choose(int row)
{
    m_details->setRow(m_rows[size_t(row)], m_known.thresholds);
    emit detailsWanted(row);
}

void AgreementPage::showDetails(const RowDetails &details)
{
    m_details->setDetails(details);
}

void AgreementPage::showNothing(NoAgreement why)
{
    m_rows.clear();
    m_statements.clear();
    m_table->setTable({});
    m_details->clear();
    m_stack->setCurrentWidget(m_empty[why]);
}

void AgreementPage::clear()
{
    m_rows.clear();
    m_statements.clear();
    m_table->setTable({});
    m_details->clear();
    m_stack->setCurrentWidget(m_nothingYet);
}

void AgreementPage::beginWork(const QString &what)
{
    m_progress->begin(what);
}

void AgreementPage::setWorkDone(int percent)
{
    m_progress->setProgress(percent, 100);
}

void AgreementPage::endWork()
{
    m_progress->end();
}

void AgreementPage::takeFocus()
{
    if (m_stack->currentWidget() == m_figures)
        m_table->setFocus();
    else if (auto *button = m_stack->currentWidget()->findChild<QPushButton *>())
        button->setFocus();
}

void AgreementPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit left();
}

} // namespace galley
