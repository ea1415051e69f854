// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "setdialog.h"

#include <items/folding.h>
#include <items/team.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString purposeOf(SetKind kind)
{
    switch (kind) {
    case SetKind::Training:
        return SetDialog::tr("To learn the codebook, before it counts.");
    case SetKind::Reliability:
        return SetDialog::tr("Coded by several apart, to measure how far they agree.");
    case SetKind::Main:
        return SetDialog::tr("The study itself.");
    case SetKind::Retest:
        return SetDialog::tr("Coded once more by those who coded it, to see how far they agree with themselves. It stands in their queue like any other article, and their first work in it is hidden from them.");
    }
    return {};
}

} // namespace

SetDialog::SetDialog(const std::vector<SetSource> &sources, const QStringList &taken, const std::vector<Coder> &golden, QWidget *parent)
    : QDialog(parent)
    , m_sources(sources)
    , m_name(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_purpose(secondaryLabel({}, this))
    , m_source(new QComboBox(this))
    , m_gold(new QComboBox(this))
    , m_blind(new QCheckBox(tr("Blind: its coders see nothing of each other’s work"), this))
    , m_seed(new QLineEdit(QString::number(QRandomGenerator::system()->bounded(1'000'000U)), this))
    , m_hint(secondaryLabel({}, this))
{
    setObjectName(u"setDialog"_s);
    setWindowTitle(tr("New Set"));
    setAccessibleName(windowTitle());
    for (const QString &name : taken)
        m_taken << folded(name);
    for (const SetKind kind : {SetKind::Reliability, SetKind::Main, SetKind::Training, SetKind::Retest})
        m_kind->addItem(titleOf(kind), std::to_underlying(kind));
    for (const SetSource &source : sources)
        m_source->addItem(tr("%1 (%Ln articles)", nullptr, source.articles).arg(source.title));
    m_gold->setObjectName(u"goldAnswers"_s);
    m_gold->addItem(tr("None: no feedback"), qint64(0));
    for (const Coder &coder : golden)
        m_gold->addItem(coder.role == CoderRole::Consensus ? tr("The consensus: what was settled") : tr("As %1 coded").arg(coder.name), coder.id.value);
    m_gold->setToolTip(tr("Who marks an article of the set as done is told at once what the gold answers have."));
    m_name->setPlaceholderText(tr("Pilot"));
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(u"\\d{1,19}"_s), m_seed));
    m_seed->setToolTip(tr("The order of the articles follows from it: the same seed gives the same order again, on any computer."));
    auto *form = m_form = new QFormLayout;
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &label, QWidget *field) {
        field->setAccessibleName(label.isEmpty() ? m_blind->text() : label);
        form->addRow(label, field);
    };
    add(tr("Name"), m_name);
    add(tr("Kind"), m_kind);
    form->addRow(QString(), m_purpose);
    add(tr("Articles"), m_source);
    add(tr("Gold answers"), m_gold);
    add(QString(), m_blind);
    add(tr("Seed"), m_seed);
    for (QComboBox *box : {m_kind, m_source, m_gold})
        box->view()->setAccessibleName(box->accessibleName());
    m_purpose->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = box->addButton(tr("Make"), QDialogButtonBox::AcceptRole);
    m_make->setDefault(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::margin);
    rows->addLayout(form);
    rows->addWidget(m_hint);
    rows->addWidget(box);
    setMinimumWidth(460);
    connect(m_name, &QLineEdit::textChanged, this, &SetDialog::check);
    connect(m_seed, &QLineEdit::textChanged, this, &SetDialog::check);
    connect(m_source, &QComboBox::currentIndexChanged, this, &SetDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SetDialog::showKind);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showKind();
    check();
}

QString SetDialog::name() const
{
    return m_name->text().simplified();
}

SetKind SetDialog::kind() const
{
    return SetKind(m_kind->currentData().toInt());
}

bool SetDialog::isBlind() const
{
    return m_blind->isChecked();
}

int SetDialog::source() const
{
    return m_source->currentIndex();
}

CoderId SetDialog::gold() const
{
    return {kind() == SetKind::Training ? m_gold->currentData().toLongLong() : 0};
}

quint64 SetDialog::seed() const
{
    return m_seed->text().toULongLong();
}

/// Agreement is of what was coded apart.
void SetDialog::showKind()
{
    m_purpose->setText(purposeOf(kind()));
    const bool training = kind() == SetKind::Training;
    const bool again = kind() == SetKind::Retest;
    m_blind->setChecked(kind() == SetKind::Reliability || training || again); // an answer that is seen before teaches nothing
    m_blind->setEnabled(!again); // their own first work too is hidden from who codes once more
    m_form->setRowVisible(m_gold, training);
}

void SetDialog::check()
{
    const bool taken = m_taken.contains(folded(name()));
    const bool any = source() >= 0 && m_sources[size_t(source())].articles > 0;
    m_make->setEnabled(!name().isEmpty() && !taken && any && !m_seed->text().isEmpty());
    m_hint->setText(taken ? tr("There is a set with this name.") : any ? QString() : tr("There is no article in it."));
    m_hint->setVisible(!m_hint->text().isEmpty());
}

} // namespace galley
