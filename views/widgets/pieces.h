// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <color/layershape.h>

#include <QColor>
#include <QPixmap>
#include <QString>

class QFont;
class QLabel;
class QLineEdit;
class QPainter;
class QRect;
class QStyleOptionViewItem;
class QPalette;
class QTableView;
class QToolButton;
class QWidget;

/// Small pieces that several panels are made of.
namespace galley {

QFont scaledFont(const QFont &font, double factor, bool bold = false);

/// A flat button with only an icon: `text` is its tooltip and accessible name.
QToolButton *iconButton(const QString &iconName, const QString &text, QWidget *parent);

/// A line to filter a list by: search icon, clear button, name for screen readers.
QLineEdit *filterField(const QString &placeholder, QWidget *parent);

/// A label for text that stands back; follows the theme.
QLabel *secondaryLabel(const QString &text, QWidget *parent);
QLabel *headingLabel(const QString &text, QWidget *parent);

/// A key as it looks on the keyboard.
void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const QPalette &palette);

/// The colours of what is written on a row of a list.
struct RowInk
{
    bool selected = false;
    QColor strong, weak;
};

/// Paints the ground of a row, as it is selected or under the mouse.
RowInk paintRowGround(QPainter &painter, const QStyleOptionViewItem &row);

/// A code's colour as a rounded square.
/// `ring`: around it, where it lies on a colour that may be its own.
void paintSwatch(QPainter &painter, const QRect &rect, const QColor &color, LayerShape shape = LayerShape::Square, const QColor &ring = {});
QPixmap swatch(const QColor &color, const QWidget *on, LayerShape shape = LayerShape::Square);

/// A table that is read row by row: nothing is edited in its cells, Tab leads out of it, and neither lines nor numbers stand between.
void readByRows(QTableView &table);

} // namespace galley
