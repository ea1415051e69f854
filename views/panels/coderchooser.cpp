// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coderchooser.h"

#include <items/folding.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(CoderRole role)
{
    return role == CoderRole::Lead ? CoderChooser::tr("Lead") : CoderChooser::tr("Coder");
}

} // namespace

CoderChooser::CoderChooser(QWidget *parent)
    : QWidget(parent)
    , m_existing(new QWidget(this))
    , m_list(new QListWidget(m_existing))
    , m_continue(new QPushButton(tr("Continue"), m_existing))
    , m_newHeading(headingLabel({}, this))
    , m_name(new QLineEdit(this))
    , m_role(new QComboBox(this))
    , m_hint(secondaryLabel({}, this))
    , m_create(new QPushButton(tr("Begin Coding"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    constexpr int width = 420;
    constexpr double titleSize = 1.5;
    setAccessibleName(tr("Who is coding?"));
    auto *title = new QLabel(tr("Who is coding?"), this);
    title->setFont(scaledFont(QFont(u"Noto Serif"_s, font().pointSize()), titleSize, true));
    auto *why = secondaryLabel(tr("Every annotation carries its coder’s name, so that a team’s work can be compared."), this);
    why->setWordWrap(true);
    auto *column = new QWidget(this);
    column->setFixedWidth(width);
    auto *rows = new QVBoxLayout(column);
    rows->setSpacing(metrics::near);
    rows->addWidget(title);
    rows->addWidget(why);
    rows->addSpacing(metrics::near);
    buildKnown();
    rows->addWidget(m_existing);
    rows->addSpacing(metrics::near);
    rows->addWidget(m_newHeading);
    rows->addLayout(buildNew());
    rows->addWidget(m_hint);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_create);
    rows->addLayout(buttons);
    auto *centred = new QHBoxLayout;
    centred->addStretch();
    centred->addWidget(column);
    centred->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(centred);
    layout->addStretch(3);
    connect(m_cancel, &QPushButton::clicked, this, &CoderChooser::cancelled);
    setCancellable(false);
    setCoders({}, {}, {});
}

void CoderChooser::buildKnown()
{
    m_list->setAccessibleName(tr("Coders of this project"));
    m_list->setIconSize({metrics::icon, metrics::icon});
    m_list->setSpacing(metrics::hair);
    m_list->setTabKeyNavigation(false);
    m_continue->setAccessibleName(tr("Continue as the selected coder"));
    auto *known = new QVBoxLayout(m_existing);
    known->setContentsMargins({});
    known->setSpacing(metrics::near);
    known->addWidget(m_list);
    known->addWidget(m_continue, 0, Qt::AlignRight);
    connect(m_list, &QListWidget::itemActivated, this, &CoderChooser::choose);
    connect(m_continue, &QPushButton::clicked, this, &CoderChooser::choose);
}

QLayout *CoderChooser::buildNew()
{
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name or initials"));
    m_role->setAccessibleName(tr("Role"));
    m_role->view()->setAccessibleName(tr("Role"));
    m_role->addItem(tr("Coder — reads and codes"), std::to_underlying(CoderRole::Coder));
    m_role->addItem(tr("Lead — also edits the codebook and reviews"), std::to_underlying(CoderRole::Lead));
    m_hint->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(metrics::near);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Role"), m_role);
    connect(m_name, &QLineEdit::textChanged, this, &CoderChooser::check);
    connect(m_name, &QLineEdit::returnPressed, this, &CoderChooser::create);
    connect(m_create, &QPushButton::clicked, this, &CoderChooser::create);
    return form;
}

void CoderChooser::setCoders(const std::vector<Coder> &coders, CoderId current, const QString &suggestion)
{
    constexpr int mostShown = 6;
    m_coders = coders;
    m_list->clear();
    for (const Coder &coder : coders) {
        auto *item = new QListWidgetItem(icon(coder.role == CoderRole::Lead ? u"people"_s : u"coder"_s), coder.name, m_list);
        item->setSizeHint({0, metrics::far + metrics::tight});
        item->setToolTip(wordOf(coder.role));
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(coder.name, wordOf(coder.role)));
        if (coder.id == current)
            m_list->setCurrentItem(item);
    }
    if (!coders.empty() && !m_list->currentItem())
        m_list->setCurrentRow(0);
    constexpr int row = metrics::far + metrics::tight + 2 * metrics::hair;
    m_list->setFixedHeight(row * std::clamp(int(coders.size()), 1, mostShown) + 2 * m_list->frameWidth());
    m_continue->setDefault(!coders.empty());
    m_create->setDefault(coders.empty());
    m_existing->setVisible(!coders.empty());
    m_newHeading->setText(coders.empty() ? tr("Enter your name") : tr("Somebody new"));
    const bool taken = std::ranges::any_of(coders, [&](const Coder &coder) { return folded(coder.name) == folded(suggestion); });
    m_name->setText(taken ? QString() : suggestion);
    m_name->selectAll();
    m_role->setCurrentIndex(coders.empty() ? 1 : 0); // who begins a project leads it
    check();
}

void CoderChooser::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void CoderChooser::check()
{
    const QString name = m_name->text().simplified();
    const bool taken = std::ranges::any_of(m_coders, [&](const Coder &coder) { return folded(coder.name) == folded(name); });
    m_create->setEnabled(!name.isEmpty() && !taken);
    m_hint->setText(taken ? tr("There is a coder with this name. Choose it above, or take another name.") : QString());
    m_hint->setAccessibleName(taken ? m_hint->text() : tr("Hint"));
    m_hint->setVisible(taken);
}

void CoderChooser::choose()
{
    if (const int row = m_list->currentRow(); row >= 0)
        emit coderChosen(m_coders[size_t(row)].id);
}

void CoderChooser::create()
{
    if (m_create->isEnabled())
        emit coderCreated(m_name->text().simplified(), CoderRole(m_role->currentData().toInt()));
}

void CoderChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_cancel->isVisible())
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

void CoderChooser::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_coders.empty())
        m_name->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace galley
