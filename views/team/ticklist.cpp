// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticklist.h"

#include <QSignalBlocker>

namespace galley {

TickList::TickList(const QString &name, QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(name);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::itemChanged, this, &TickList::tickedChanged);
}

void TickList::setCoders(const std::vector<Coder> &coders, bool ticked)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const Coder &coder : coders) {
        auto *item = new QListWidgetItem(coder.name, this);
        item->setData(Qt::UserRole, coder.id.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    if (count() > 0)
        setCurrentRow(0);
}

std::vector<CoderId> TickList::ticked() const
{
    std::vector<CoderId> coders;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            coders.push_back({item(row)->data(Qt::UserRole).toLongLong()});
    }
    return coders;
}

} // namespace galley
