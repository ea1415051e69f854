// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coderdialog.h"

#include <items/folding.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

CoderDialog::CoderDialog(const std::vector<Coder> &known, const Coder *who, QWidget *parent)
    : QDialog(parent)
    , m_known(known)
    , m_who(who ? who->id : CoderId())
    , m_name(new QLineEdit(who ? who->name : QString(), this))
    , m_hint(secondaryLabel({}, this))
{
    setObjectName(u"coderDialog"_s);
    setWindowTitle(who ? tr("Rename “%1”").arg(who->name) : tr("Add a Coder"));
    setAccessibleName(windowTitle());
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name or initials"));
    m_name->selectAll();
    auto *form = new QFormLayout;
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name"), m_name);
    if (!who) {
        m_role = new QComboBox(this);
        m_role->setAccessibleName(tr("Role"));
        m_role->view()->setAccessibleName(tr("Role"));
        m_role->addItem(tr("Coder — reads and codes"), std::to_underlying(CoderRole::Coder));
        m_role->addItem(tr("Lead — also sets up the study and reviews"), std::to_underlying(CoderRole::Lead));
        form->addRow(tr("Role"), m_role);
    }
    m_hint->setWordWrap(true);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = box->addButton(who ? tr("Rename") : tr("Add"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::margin);
    rows->addLayout(form);
    rows->addWidget(m_hint);
    rows->addWidget(box);
    setMinimumWidth(380);
    connect(m_name, &QLineEdit::textChanged, this, &CoderDialog::check);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

QString CoderDialog::name() const
{
    return m_name->text().simplified();
}

CoderRole CoderDialog::role() const
{
    return m_role ? CoderRole(m_role->currentData().toInt()) : CoderRole::Coder;
}

void CoderDialog::check()
{
    const bool taken = std::ranges::any_of(m_known, [&](const Coder &coder) { return coder.id != m_who && folded(coder.name) == folded(name()); });
    const bool settled = isConsensusName(name());
    m_accept->setEnabled(!name().isEmpty() && !taken && !settled);
    m_hint->setText(taken ? tr("There is a coder with this name.") : settled ? tr("This is what is settled among coders, and no name for one.") : QString());
    m_hint->setVisible(taken || settled);
}

} // namespace galley
