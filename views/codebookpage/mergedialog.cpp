// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedialog.h"

#include <widgets/metrics.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

MergeDialog::MergeDialog(const Codebook &codebook, CodeId from, QWidget *parent)
    : QDialog(parent)
    , m_filter(new QLineEdit(this))
    , m_codes(new QListWidget(this))
    , m_touched(new QLabel(this))
    , m_some(new QListWidget(this))
    , m_merge(nullptr)
{
    setObjectName(u"mergeCodes"_s);
    setWindowTitle(tr("Merge Codes"));
    const Code *code = codebook.code(from);
    auto *what = new QLabel(tr("“%1” is given up. Whatever has it has this code then:").arg(codebook.path(from)), this);
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    m_filter->setObjectName(u"mergeFilter"_s);
    m_filter->setAccessibleName(tr("Find a code"));
    m_filter->setPlaceholderText(tr("Find a code"));
    m_filter->setClearButtonEnabled(true);
    m_codes->setObjectName(u"mergeTargets"_s);
    m_codes->setAccessibleName(tr("Code that stays"));
    for (const Code *other : code ? codebook.codes(code->variable) : std::vector<const Code *>()) {
        if (other->id == from)
            continue;
        auto *item = new QListWidgetItem(codebook.path(other->id), m_codes);
        item->setData(Qt::UserRole, other->id.value);
        item->setToolTip(other->definition);
    }
    m_touched->setObjectName(u"mergeTouched"_s);
    m_touched->setWordWrap(true);
    m_touched->setTextFormat(Qt::PlainText);
    m_touched->setText(tr("Choose a code to see what that touches."));
    m_some->setObjectName(u"mergePassages"_s);
    m_some->setAccessibleName(tr("Some of the passages"));
    m_some->setWordWrap(true);
    m_some->setSelectionMode(QAbstractItemView::NoSelection);
    m_some->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_merge = buttons->addButton(tr("Merge"), QDialogButtonBox::AcceptRole);
    m_merge->setObjectName(u"mergeNow"_s);
    m_merge->setEnabled(false);
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(metrics::near);
    rows->addWidget(what);
    rows->addWidget(m_filter);
    rows->addWidget(m_codes, 3);
    rows->addWidget(m_touched);
    rows->addWidget(m_some, 2);
    rows->addWidget(buttons);
    resize(520, 560);
    connect(m_filter, &QLineEdit::textChanged, this, &MergeDialog::filter);
    connect(m_codes, &QListWidget::currentItemChanged, this, &MergeDialog::ask);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit mergeWanted(into());
        accept();
    });
    m_filter->setFocus();
}

CodeId MergeDialog::into() const
{
    const QListWidgetItem *item = m_codes->currentItem();
    return item && !item->isHidden() ? CodeId{item->data(Qt::UserRole).toLongLong()} : CodeId();
}

void MergeDialog::filter()
{
    for (int row = 0; row < m_codes->count(); ++row)
        m_codes->item(row)->setHidden(!m_codes->item(row)->text().contains(m_filter->text().trimmed(), Qt::CaseInsensitive));
    ask();
}

void MergeDialog::ask()
{
    m_merge->setEnabled(false);
    m_some->clear();
    m_touched->setText(into() ? tr("Looking for what has it…") : tr("Choose a code to see what that touches."));
    if (into())
        emit previewWanted(into());
}

void MergeDialog::setPreview(CodeId ofCode, const MergePreview &preview)
{
    if (ofCode != into())
        return;
    m_touched->setText(preview.whyNot.isEmpty() ? preview.touched : preview.whyNot);
    m_some->clear();
    m_some->addItems(preview.some);
    m_merge->setEnabled(preview.whyNot.isEmpty());
}

} // namespace galley
