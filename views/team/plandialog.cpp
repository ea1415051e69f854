// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plandialog.h"

#include "ticklist.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

PlanDialog::PlanDialog(PlanBasis basis, Planner planner, QWidget *parent)
    : QDialog(parent)
    , m_basis(std::move(basis))
    , m_planner(std::move(planner))
{
    setObjectName(u"planDialog"_s);
    setWindowTitle(tr("Assign “%1”").arg(m_basis.set));
    setAccessibleName(windowTitle());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::apart);
    columns->addWidget(buildAsked());
    columns->addWidget(buildPlan(), 1);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_assign = box->addButton(tr("Assign"), QDialogButtonBox::AcceptRole);
    m_assign->setDefault(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::apart);
    rows->addLayout(columns, 1);
    rows->addWidget(box);
    resize(860, 520);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PlanDialog::showCounts);
    makePlan();
}

QWidget *PlanDialog::buildAsked()
{
    constexpr int width = 220;
    auto *asked = new QWidget(this);
    asked->setFixedWidth(width);
    m_coders = new TickList(tr("Who codes"), asked);
    m_coders->setObjectName(u"planCoders"_s);
    std::vector<Coder> coding; // a lead seldom codes too
    std::ranges::copy_if(m_basis.coders, std::back_inserter(coding), [](const Coder &coder) { return coder.role == CoderRole::Coder; });
    m_coders->setCoders(m_basis.coders, false);
    for (int row = 0; row < m_coders->count(); ++row)
        m_coders->item(row)->setCheckState(coding.empty() || m_basis.coders[size_t(row)].role == CoderRole::Coder ? Qt::Checked : Qt::Unchecked);
    m_perArticle = new QSpinBox(asked);
    m_perArticle->setRange(1, std::max(1, int(m_basis.coders.size())));
    m_perArticle->setValue(std::min(2, int(std::max<size_t>(1, coding.size()))));
    m_perArticle->setAccessibleName(tr("Coders per article"));
    m_seed = new QLineEdit(QString::number(QRandomGenerator::system()->bounded(1'000'000U)), asked);
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(u"\\d{1,19}"_s), m_seed));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("Lots follow from it: the same seed gives the same plan again."));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(metrics::near);
    form->addRow(tr("Coders per article"), m_perArticle);
    form->addRow(tr("Seed"), m_seed);
    auto *rows = new QVBoxLayout(asked);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addWidget(headingLabel(tr("Who codes"), asked));
    rows->addWidget(m_coders, 1);
    rows->addLayout(form);
    connect(m_coders, &TickList::tickedChanged, this, &PlanDialog::makePlan);
    connect(m_perArticle, &QSpinBox::valueChanged, this, &PlanDialog::makePlan);
    connect(m_seed, &QLineEdit::textChanged, this, &PlanDialog::makePlan);
    return asked;
}

QWidget *PlanDialog::buildPlan()
{
    constexpr int titleWidth = 260;
    auto *shown = new QWidget(this);
    m_table = new QTableView(shown);
    m_table->setObjectName(u"plan"_s);
    m_table->setAccessibleName(tr("The plan: who codes which article"));
    m_table->setModel(&m_model);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->resizeSection(0, titleWidth);
    m_counts = secondaryLabel({}, shown);
    m_counts->setObjectName(u"planCounts"_s);
    m_counts->setWordWrap(true);
    auto *hint = secondaryLabel(tr("Everybody gets about the same number and meets everybody about as often. Tick and untick to change it."), shown);
    hint->setWordWrap(true);
    auto *rows = new QVBoxLayout(shown);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addWidget(headingLabel(tr("The plan"), shown));
    rows->addWidget(hint);
    rows->addWidget(m_table, 1);
    rows->addWidget(m_counts);
    return shown;
}

/// Anew, as asked for now: what was ticked by hand belonged to another plan.
void PlanDialog::makePlan()
{
    const std::vector<CoderId> ticked = m_coders->ticked();
    const Outcome outcome = m_planner(ticked, m_perArticle->value(), m_seed->text().toULongLong());
    m_problem = outcome.problem;
    std::vector<Coder> columns;
    std::ranges::copy_if(m_basis.coders, std::back_inserter(columns), [&](const Coder &coder) {
        return std::ranges::contains(ticked, coder.id) || std::ranges::contains(m_basis.assigned, coder.id, &PlanModel::Pair::second);
    });
    m_model.setUp(m_basis.articles, std::move(columns), m_basis.assigned, outcome.plan);
    for (int column = 1; column < m_model.columnCount(); ++column)
        m_table->horizontalHeader()->resizeSection(column, std::clamp(m_table->horizontalHeader()->sectionSizeHint(column), 56, 140));
    showCounts();
}

void PlanDialog::showCounts()
{
    constexpr size_t mostPairs = 15;
    const PlanModel::Counts counts = m_model.counts();
    const auto nameOf = [this](CoderId id) {
        const auto coder = std::ranges::find(m_basis.coders, id, &Coder::id);
        return coder == m_basis.coders.end() ? QString() : coder->name;
    };
    QStringList loads, pairs;
    for (const Coder &coder : m_model.coders()) {
        const auto load = counts.articles.find(coder.id);
        loads << tr("%1 %2").arg(coder.name).arg(load == counts.articles.end() ? 0 : load->second);
    }
    for (const auto &[pair, together] : counts.together)
        pairs << tr("%1 and %2 %3").arg(nameOf(pair.first), nameOf(pair.second)).arg(together);
    const int planned = int(m_model.planned().size());
    QStringList lines;
    if (!m_problem.isEmpty())
        lines << m_problem;
    if (!loads.isEmpty())
        lines << tr("Articles: %1").arg(loads.join(u", "_s));
    if (!pairs.isEmpty() && counts.together.size() <= mostPairs)
        lines << tr("The same articles: %1").arg(pairs.join(u", "_s));
    if (planned == 0 && m_problem.isEmpty())
        lines << tr("Nothing new: all of this is assigned already.");
    m_counts->setText(lines.join(u'\n'));
    m_counts->setAccessibleName(m_counts->text());
    m_assign->setEnabled(planned > 0);
}

} // namespace galley
