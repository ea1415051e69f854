// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QKeyEvent;

/// What the popups that offer a choice share.
namespace galley {

enum ChoiceRole {
    ChoiceKeyRole = Qt::UserRole, ///< qint64, handed back
    ChoiceColorRole,              ///< QColor
    ChoiceShapeRole,              ///< int: a LayerShape
    ChoiceDetailRole,             ///< a second, weaker line
    ChoiceCapRole,                ///< a key that does the same
    ChoicePlacesRole,             ///< QList<int>: letters of the text to make bold
};

/// A choice as swatch, text, detail below it, and key cap.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Places a popup at a point, or where it still fits on that screen.
void moveOnScreen(QWidget *popup, QPoint globalPosition);

/// Lets `receiver` handle the key. True, for event filters.
bool forward(QKeyEvent *key, QWidget *receiver);

} // namespace galley
