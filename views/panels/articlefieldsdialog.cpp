// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlefieldsdialog.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

ArticleFieldsDialog::ArticleFieldsDialog(const QString &title, const QString &outlet, const QString &published, QWidget *parent)
    : QDialog(parent)
    , m_title(new QLineEdit(title, this))
    , m_outlet(new QLineEdit(outlet, this))
    , m_published(new QLineEdit(published, this))
{
    setWindowTitle(tr("Correct Article"));
    setAccessibleName(windowTitle());
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const auto &[field, name, label] : {std::tuple(m_title, u"correctedTitle"_s, tr("&Headline")), std::tuple(m_outlet, u"correctedOutlet"_s, tr("&Outlet")),
             std::tuple(m_published, u"correctedDate"_s, tr("&Date"))}) {
        field->setObjectName(name);
        field->setAccessibleName(QString(label).remove(u'&'));
        form->addRow(label, field);
    }
    m_title->setMinimumWidth(420);
    m_published->setPlaceholderText(u"2023-05-04"_s);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *correct = box->addButton(tr("Correct"), QDialogButtonBox::AcceptRole);
    correct->setDefault(true);
    for (QAbstractButton *button : box->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(metrics::margin);
    auto *note = secondaryLabel(tr("Lists, samples and exports follow. The text stays as its source has it."), this);
    note->setWordWrap(true);
    rows->addWidget(note);
    rows->addLayout(form);
    rows->addWidget(box);
    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_title, &QLineEdit::textChanged, correct, [correct](const QString &text) { correct->setEnabled(!text.trimmed().isEmpty()); });
}

QString ArticleFieldsDialog::title() const
{
    return m_title->text();
}

QString ArticleFieldsDialog::outlet() const
{
    return m_outlet->text();
}

QString ArticleFieldsDialog::published() const
{
    return m_published->text();
}

} // namespace galley
