// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <color/layershape.h>

#include <QStyledItemDelegate>

#include <functional>

namespace galley {

/// A cell of a line that has a passage in the middle: what is before it ends where it begins. Headings go over the whole line.
class PassageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Which columns are the passage and what is around it, and where a line's heading and colour come from. What is behind the passage is
    /// painted right behind it, in its column; its own is to be hidden.
    struct Look
    {
        int left = -1, passage = -1, right = -1;
        int headingRole = -1, countRole = -1;
        int swatch = -1, marks = -1; ///< columns
        std::function<QColor(const QModelIndex &)> color = {};
        std::function<LayerShape(const QModelIndex &)> shape = {};
        int flaggedRole = -1, memoRole = -1;
    };

    PassageDelegate(Look look, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QString &heading) const;
    void paintMarks(QPainter &painter, const QRect &rect, const QModelIndex &index, const QColor &ink) const;

    Look m_look;
};

} // namespace galley
