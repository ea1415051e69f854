// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unitsdialog.h"

#include "ticklist.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace galley {

using namespace Qt::StringLiterals;

UnitsDialog::UnitsDialog(const std::vector<Layer> &layers, const std::vector<Coder> &coders, bool hasConsensus, QWidget *parent)
    : QDialog(parent)
    , m_layer(addChoice(tr("Layer"), u"unitsLayer"_s))
    , m_from(addChoice(tr("Units are what is marked by"), u"unitsFrom"_s))
    , m_to(new TickList(tr("Who codes them"), this))
    , m_withCodes(new QCheckBox(tr("Give the codes as &well, so that only the other variables are to be coded"), this))
{
    setObjectName(u"unitsDialog"_s);
    setWindowTitle(tr("Give Units to Be Coded"));
    setAccessibleName(windowTitle());
    for (const Layer &layer : layers)
        m_layer->addItem(layer.name, layer.id.value);
    if (hasConsensus)
        m_from->addItem(tr("What was settled"), consensusCoder().id.value);
    for (const Coder &coder : coders)
        m_from->addItem(coder.name, coder.id.value);
    m_to->setCoders(coders, false);
    m_withCodes->setAccessibleName(tr("With the codes"));
    auto *why = secondaryLabel(tr("Each of them gets every unit as an annotation of their own, without a code. Its place is fixed; agreement then is of what they say about it."), this);
    why->setWordWrap(true);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = box->addButton(tr("Give Units"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_layer->accessibleName(), m_layer);
    form->addRow(m_from->accessibleName(), m_from);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::near);
    rows->addWidget(why);
    rows->addLayout(form);
    rows->addWidget(headingLabel(tr("Who codes them"), this));
    rows->addWidget(m_to, 1);
    rows->addWidget(m_withCodes);
    rows->addWidget(box);
    resize(460, 420);
    const auto check = [this] { m_accept->setEnabled(m_layer->count() > 0 && !to().empty()); };
    connect(m_to, &TickList::tickedChanged, this, check);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QComboBox *UnitsDialog::addChoice(const QString &name, const QString &id)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(id);
    choice->setAccessibleName(name);
    choice->view()->setAccessibleName(name);
    return choice;
}

LayerId UnitsDialog::layer() const
{
    return {m_layer->currentData().toLongLong()};
}

CoderId UnitsDialog::from() const
{
    return {m_from->currentData().toLongLong()};
}

std::vector<CoderId> UnitsDialog::to() const
{
    return m_to->ticked();
}

bool UnitsDialog::withCodes() const
{
    return m_withCodes->isChecked();
}

} // namespace galley
