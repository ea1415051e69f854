// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detailspanel.h"

#include "confusionview.h"
#include "figuretable.h"

#include <summary/moreunits.h>
#include <summary/summarytables.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// A page of a tab: a line with what can be set, and what it is about below.
QVBoxLayout *pageOf(QWidget *page)
{
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(metrics::near, metrics::near, metrics::near, 0);
    rows->setSpacing(metrics::near);
    return rows;
}

QHBoxLayout *settingLine(const QString &text, QWidget *field, QWidget *page)
{
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(text, page);
    label->setBuddy(field);
    line->addWidget(label);
    line->addWidget(field);
    line->addStretch(1);
    return line;
}

} // namespace

DetailsPanel::DetailsPanel(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
{
    m_tabs->setObjectName(u"agreementDetails"_s);
    m_tabs->setAccessibleName(tr("What stands behind the figure"));
    m_tabs->setDocumentMode(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);
    m_pairs = addTable(tr("Coders"), u"pairTable"_s, &RowDetails::pairs);
    m_values = addTable(tr("Values"), u"valueTable"_s, &RowDetails::values);
    m_tabs->addTab(buildConfusion(), tr("Confusion"));
    m_articles = addTable(tr("Articles"), u"articleTable"_s, &RowDetails::articles);
    m_tabs->addTab(buildTime(), tr("Time"));
    m_tabs->addTab(buildPlan(), tr("More Units"));
    auto *method = new QWidget(this);
    auto *rows = pageOf(method);
    m_coefficients = new FigureTable(tr("Coefficients"), method);
    m_coefficients->setObjectName(u"coefficientTable"_s);
    m_conventions = new QTextBrowser(method);
    m_conventions->setObjectName(u"conventions"_s);
    m_conventions->setAccessibleName(tr("How it is computed"));
    m_conventions->setFrameShape(QFrame::NoFrame);
    auto *sides = new QHBoxLayout;
    sides->addWidget(m_coefficients, 3);
    sides->addWidget(m_conventions, 2);
    rows->addLayout(sides, 1);
    m_tabs->addTab(method, tr("Method"));
}

FigureTable *DetailsPanel::addTable(const QString &title, const QString &id, std::vector<MeasuredPart> RowDetails::*parts)
{
    auto *table = new FigureTable(title, m_tabs);
    table->setObjectName(id);
    m_tabs->addTab(table, title);
    connect(table, &FigureTable::rowActivated, this, [this, parts](int row) {
        if (size_t(row) < (m_details.*parts).size())
            emit casesWanted((m_details.*parts)[size_t(row)].cases);
    });
    return table;
}

QWidget *DetailsPanel::buildTime()
{
    auto *page = new QWidget(this);
    auto *rows = pageOf(page);
    m_window = new QSpinBox(page);
    m_window->setObjectName(u"timeWindow"_s);
    m_window->setRange(1, 100'000);
    m_window->setValue(20);
    m_window->setKeyboardTracking(false);
    m_window->setAccessibleName(tr("Articles together"));
    m_timeNote = secondaryLabel({}, page);
    m_timeNote->setWordWrap(true);
    m_time = new FigureTable(tr("Agreement over time"), page);
    m_time->setObjectName(u"timeTable"_s);
    auto *line = settingLine(tr("Articles &together:"), m_window, page);
    line->insertWidget(2, m_timeNote, 100);
    rows->addLayout(line);
    rows->addWidget(m_time, 1);
    connect(m_window, &QSpinBox::valueChanged, this, &DetailsPanel::windowChanged);
    connect(m_time, &FigureTable::rowActivated, this, [this] { emit casesWanted(m_row.cases); });
    return page;
}

QWidget *DetailsPanel::buildConfusion()
{
    auto *page = new QWidget(this);
    auto *rows = pageOf(page);
    m_pair = new QComboBox(page);
    m_pair->setObjectName(u"confusionPair"_s);
    m_pair->setAccessibleName(tr("Coders compared"));
    m_pair->view()->setAccessibleName(m_pair->accessibleName());
    m_pair->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_confusion = new ConfusionView(page);
    m_confusion->setObjectName(u"confusion"_s);
    auto *line = settingLine(tr("&Rows and columns:"), m_pair, page);
    line->insertWidget(2, secondaryLabel(tr("Framed: both chose the same. Return shows the cases."), page));
    rows->addLayout(line);
    rows->addWidget(m_confusion, 1);
    connect(m_pair, &QComboBox::currentIndexChanged, this, &DetailsPanel::showConfusion);
    connect(m_confusion, &ConfusionView::cellActivated, this, [this](int row, int column) { emit casesWanted(m_confusion->table().casesAt(row, column)); });
    return page;
}

QWidget *DetailsPanel::buildPlan()
{
    auto *page = new QWidget(this);
    auto *rows = pageOf(page);
    m_halfWidth = new QDoubleSpinBox(page);
    m_halfWidth->setObjectName(u"halfWidth"_s);
    m_halfWidth->setAccessibleName(tr("Half-width of the interval that is wanted"));
    m_halfWidth->setLocale(QLocale::c());
    m_halfWidth->setRange(0.005, 0.5);
    m_halfWidth->setDecimals(3);
    m_halfWidth->setSingleStep(0.01);
    m_halfWidth->setValue(0.05);
    m_halfWidth->setPrefix(u"± "_s);
    m_plan = new QLabel(page);
    m_plan->setObjectName(u"plan"_s);
    m_plan->setWordWrap(true);
    m_plan->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    rows->addLayout(settingLine(tr("&Interval wanted:"), m_halfWidth, page));
    rows->addWidget(m_plan);
    rows->addStretch(1);
    connect(m_halfWidth, &QDoubleSpinBox::valueChanged, this, &DetailsPanel::showPlan);
    return page;
}

void DetailsPanel::setRow(const ReliabilityRow &row, const Thresholds &thresholds)
{
    m_row = row;
    m_thresholds = thresholds;
    if (m_detailed != row.name())
        setDetails({}); // another row's are not this one's
    m_conventions->setPlainText(row.measure.coefficient.conventions.join(u'\n'));
    showPlan();
}

void DetailsPanel::setDetails(const RowDetails &details)
{
    m_details = details;
    showTables(std::exchange(m_detailed, m_row.name()) == m_row.name());
    const QString before = m_pair->currentText();
    {
        const QSignalBlocker quiet(m_pair);
        m_pair->clear();
        for (const ConfusionTable &table : m_details.confusions)
            m_pair->addItem(tr("%1 (rows), %2 (columns)").arg(table.first, table.second));
        m_pair->setCurrentIndex(std::max(0, m_pair->findText(before)));
    }
    showConfusion();
    m_timeNote->setText(m_details.timeNote);
    m_timeNote->setToolTip(m_details.timeNote);
}

void DetailsPanel::clear()
{
    m_conventions->clear();
    m_plan->clear();
    setDetails({});
}

void DetailsPanel::setThresholds(const Thresholds &thresholds)
{
    m_thresholds = thresholds;
    showTables(true);
    showPlan();
}

int DetailsPanel::window() const
{
    return m_window->value();
}

void DetailsPanel::setWindow(int articles)
{
    const QSignalBlocker quiet(m_window);
    m_window->setValue(articles);
}

TextTable DetailsPanel::shownTable() const
{
    TextTable table;
    if (const auto *figures = m_tabs->currentWidget()->findChild<FigureTable *>(); figures || qobject_cast<FigureTable *>(m_tabs->currentWidget()))
        table = (figures ? figures : qobject_cast<FigureTable *>(m_tabs->currentWidget()))->table();
    else if (m_tabs->currentWidget()->isAncestorOf(m_confusion) && !m_confusion->table().values.isEmpty())
        table = confusionTable(m_confusion->table());
    table.caption = table.caption.isEmpty() ? u"%1 – %2"_s.arg(m_row.name(), m_tabs->tabText(m_tabs->currentIndex())) : u"%1 – %2"_s.arg(m_row.name(), table.caption);
    return table;
}

void DetailsPanel::showTables(bool keepRows)
{
    m_pairs->setTable(partsTable(m_details.pairs, PartKind::Pair, m_thresholds), keepRows);
    m_values->setTable(partsTable(m_details.values, PartKind::Value, m_thresholds), keepRows);
    m_articles->setTable(partsTable(m_details.articles, PartKind::Article, m_thresholds), keepRows);
    m_time->setTable(partsTable(m_details.windows, PartKind::Window, m_thresholds), keepRows);
    m_coefficients->setTable(partsTable(m_details.coefficients, PartKind::Coefficient, m_thresholds), keepRows);
}

void DetailsPanel::showConfusion()
{
    const int pair = m_pair->currentIndex();
    m_confusion->setTable(pair < 0 || size_t(pair) >= m_details.confusions.size() ? ConfusionTable() : m_details.confusions[size_t(pair)]);
}

void DetailsPanel::showPlan()
{
    m_plan->setText(u"<p>"_s + planFor(m_row, m_thresholds, m_halfWidth->value()).join(u"</p><p>"_s) + u"</p>"_s);
}

} // namespace galley
