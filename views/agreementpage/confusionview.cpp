// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "confusionview.h"

#include <color/contrast.h>
#include <widgets/metrics.h>

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

constexpr int shareRole = Qt::UserRole, sameRole = Qt::UserRole + 1;

QColor blended(const QColor &from, const QColor &to, double share)
{
    const auto mixed = [=](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return QColor(mixed(from.red(), to.red()), mixed(from.green(), to.green()), mixed(from.blue(), to.blue()));
}

class HeatDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        // The root keeps small counts visible beside large ones. From the ground to the text's colour: it is a scale of grey at once.
        constexpr double darkest = 0.75;
        const QPalette &palette = option.palette;
        const double share = std::sqrt(index.data(shareRole).toDouble()) * darkest;
        const QColor ground = blended(palette.color(QPalette::Base), palette.color(QPalette::Text), share);
        painter->fillRect(option.rect, ground);
        const QColor base = palette.color(QPalette::Base), text = palette.color(QPalette::Text);
        painter->setPen(contrast(base, ground) > contrast(text, ground) ? base : text);
        QFont font = option.font;
        font.setBold(index.data(sameRole).toBool());
        painter->setFont(font);
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
        painter->setBrush(Qt::NoBrush);
        if (index.data(sameRole).toBool()) {
            painter->setPen(QPen(palette.color(QPalette::Text), 1));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(palette.color(QPalette::Highlight), 3));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
    }
};

} // namespace

class ConfusionView::Model : public QAbstractTableModel
{
public:
    explicit Model(ConfusionView *view)
        : QAbstractTableModel(view)
        , m_table(view->m_table)
    {
    }

    void change(const std::function<void()> &how)
    {
        beginResetModel();
        how();
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_table.values.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return rowCount(parent); }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (section < 0 || section >= m_table.values.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_table.values[section];
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return ConfusionView::tr("%1: %2").arg(orientation == Qt::Horizontal ? m_table.second : m_table.first, m_table.values[section]);
        return {};
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const qint64 units = m_table.at(index.row(), index.column());
        switch (role) {
        case Qt::DisplayRole:
            return units > 0 ? QString::number(units) : QString();
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return ConfusionView::tr("%1: %2, %3: %4 – %Ln times", nullptr, int(units))
                .arg(m_table.first, m_table.values[index.row()], m_table.second, m_table.values[index.column()]);
        case shareRole:
            return m_table.most() > 0 ? double(units) / double(m_table.most()) : 0.0;
        case sameRole:
            return index.row() == index.column();
        default:
            return {};
        }
    }

private:
    const ConfusionTable &m_table;
};

ConfusionView::ConfusionView(QWidget *parent)
    : QTableView(parent)
    , m_model(new Model(this))
{
    setModel(m_model);
    setItemDelegate(new HeatDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        header->setSectionResizeMode(QHeaderView::Fixed);
        header->setHighlightSections(true);
        header->setTextElideMode(Qt::ElideRight);
    }
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + metrics::margin);
    verticalHeader()->setMaximumWidth(260);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { emit cellActivated(index.row(), index.column()); });
}

void ConfusionView::setTable(const ConfusionTable &table)
{
    m_model->change([&] { m_table = table; });
    int widest = 0;
    for (const QString &value : table.values)
        widest = std::max(widest, horizontalHeader()->fontMetrics().horizontalAdvance(value));
    horizontalHeader()->setDefaultSectionSize(std::clamp(widest + metrics::far, 56, 120));
    setAccessibleName(tr("Values of %1 against those of %2").arg(table.first, table.second));
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()})
        header->setAccessibleName(accessibleName());
    if (!table.values.isEmpty())
        setCurrentIndex(m_model->index(0, 0));
}

void ConfusionView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit cellActivated(currentIndex().row(), currentIndex().column());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace galley
