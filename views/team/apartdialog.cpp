// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apartdialog.h"

#include "teamtable.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

ApartDialog::ApartDialog(QWidget *parent)
    : QDialog(parent)
    , m_table(new TeamTable(tr("To be looked at"), u"people"_s, {tr("What"), tr("What stands"), tr("The other version")}, this))
{
    setObjectName(u"versionsDialog"_s);
    setWindowTitle(tr("Altered on Two Copies"));
    setAccessibleName(windowTitle());
    m_table->view().setObjectName(u"versions"_s);
    m_table->view().setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->view().setWordWrap(true);
    m_table->view().horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->empty().setTexts(tr("Nothing is to be looked at"), tr("Where copies of the project altered one thing differently, the later version stands and the other is kept here."));
    m_take = m_table->addButton(u"takeVersion"_s, tr("Take the Other"));
    m_keep = m_table->addButton(u"keepVersion"_s, tr("Keep What Stands"));
    m_both = m_table->addButton(u"keepBoth"_s, tr("Keep Both"));
    m_go = m_table->addButton(u"goToVersion"_s, tr("Go There"));
    const auto act = [this](QPushButton *button, const QKeySequence &key, void (ApartDialog::*requested)(int)) {
        button->setToolTip(tr("%1 (%2)").arg(button->text(), key.toString(QKeySequence::NativeText)));
        connect(button, &QPushButton::clicked, this, [this, requested] { emit(this->*requested)(chosen()); });
        connect(new QShortcut(key, &m_table->view(), nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, button, &QPushButton::click);
    };
    act(m_take, QKeySequence(Qt::Key_T), &ApartDialog::takeRequested);
    act(m_keep, QKeySequence(Qt::Key_K), &ApartDialog::keepRequested);
    act(m_both, QKeySequence(Qt::Key_B), &ApartDialog::bothRequested);
    act(m_go, QKeySequence(Qt::Key_Return), &ApartDialog::goRequested);
    connect(m_table, &TeamTable::chosenChanged, this, &ApartDialog::enableButtons);
    auto *why = secondaryLabel(tr("Two copies of the project altered these without knowing of each other. The later stands; each decision is an entry of the history and can be undone."), this);
    why->setWordWrap(true);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::near);
    rows->addWidget(why);
    rows->addWidget(m_table, 1);
    rows->addWidget(box);
    resize(840, 420);
    enableButtons();
}

void ApartDialog::setVersions(const std::vector<ShownApart> &versions)
{
    const int was = std::max(chosen(), 0);
    m_versions = versions;
    std::vector<ValueRow> rows;
    for (size_t at = 0; at < versions.size(); ++at)
        rows.push_back({qint64(at) + 1, {{versions[at].what, {}, versions[at].what}, {versions[at].stands, {}, versions[at].stands}, {versions[at].other, {}, versions[at].other}}});
    m_table->setRows(std::move(rows));
    m_table->view().resizeRowsToContents();
    if (!versions.empty())
        m_table->choose(std::min(was, int(versions.size()) - 1) + 1);
    enableButtons();
}

int ApartDialog::chosen() const
{
    const std::vector<qint64> ids = m_table->chosen();
    return ids.empty() || size_t(ids.front()) > m_versions.size() ? -1 : int(ids.front()) - 1;
}

void ApartDialog::enableButtons()
{
    const int at = chosen();
    m_take->setEnabled(at >= 0);
    m_keep->setEnabled(at >= 0);
    m_both->setEnabled(at >= 0 && m_versions[size_t(at)].mayBeBoth);
    m_go->setEnabled(at >= 0 && m_versions[size_t(at)].isSeen);
}

} // namespace galley
