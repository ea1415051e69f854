// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <review/comparedgroup.h>

#include <QStyledItemDelegate>

namespace galley {

/// A sign for each kind of difference, so that none is told by colour alone.
QString signOf(Difference kind);

/// A group in the list: its kind, the passage, who has what.
class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override; ///< the same for all
};

} // namespace galley
