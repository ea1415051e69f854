// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handondialog.h"

#include "ticklist.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

HandOnDialog::HandOnDialog(const QString &set, const std::vector<Coder> &leaving, const std::vector<Coder> &coders, Preview preview, QWidget *parent)
    : QDialog(parent)
    , m_all(coders)
    , m_preview(std::move(preview))
    , m_from(new QComboBox(this))
    , m_to(new TickList(tr("Who takes over"), this))
    , m_told(secondaryLabel({}, this))
{
    setObjectName(u"handOnDialog"_s);
    setWindowTitle(tr("Hand On Articles of “%1”").arg(set));
    setAccessibleName(windowTitle());
    m_from->setAccessibleName(tr("Who leaves"));
    m_from->view()->setAccessibleName(tr("Who leaves"));
    for (const Coder &coder : leaving)
        m_from->addItem(coder.name, coder.id.value);
    m_told->setWordWrap(true);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = box->addButton(tr("Hand On"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    auto *why = secondaryLabel(tr("What they have not done goes to others, in balance. What they did stays theirs."), this);
    why->setWordWrap(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::near);
    rows->addWidget(why);
    rows->addWidget(headingLabel(tr("Who leaves"), this));
    rows->addWidget(m_from);
    rows->addWidget(headingLabel(tr("Who takes over"), this));
    rows->addWidget(m_to, 1);
    rows->addWidget(m_told);
    rows->addWidget(box);
    resize(400, 420);
    connect(m_from, &QComboBox::currentIndexChanged, this, &HandOnDialog::offer);
    connect(m_to, &TickList::tickedChanged, this, &HandOnDialog::look);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    offer();
}

CoderId HandOnDialog::from() const
{
    return {m_from->currentData().toLongLong()};
}

std::vector<CoderId> HandOnDialog::to() const
{
    return m_to->ticked();
}

void HandOnDialog::offer()
{
    std::vector<Coder> others;
    std::ranges::copy_if(m_all, std::back_inserter(others), [this](const Coder &coder) { return coder.id != from() && coder.role == CoderRole::Coder; });
    m_to->setCoders(others, true);
    look();
}

void HandOnDialog::look()
{
    const Outcome outcome = m_preview(from(), to());
    m_told->setText(outcome.text);
    m_told->setAccessibleName(outcome.text);
    m_accept->setEnabled(outcome.does);
}

} // namespace galley
