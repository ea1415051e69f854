// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markchooser.h"

#include "popup.h"

#include <widgets/metrics.h>

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

MarkChooser::MarkChooser(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_list(new QListWidget(this))
{
    setAccessibleName(tr("Annotations at this place"));
    setFrameShape(QFrame::StyledPanel);
    m_list->setAccessibleName(accessibleName());
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::tight, metrics::tight, metrics::tight, metrics::tight);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, &MarkChooser::choose);
    connect(m_list, &QListWidget::itemEntered, m_list, qOverload<QListWidgetItem *>(&QListWidget::setCurrentItem));
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && isVisible())
            emit highlighted(item->data(ChoiceKeyRole).toLongLong());
    });
}

void MarkChooser::open(const std::vector<MarkChoice> &choices, QPoint globalPosition)
{
    constexpr int width = 320;
    constexpr int mostShown = 8;
    m_chosen = false;
    m_list->clear();
    for (const MarkChoice &choice : choices) {
        auto *item = new QListWidgetItem(choice.label, m_list);
        item->setData(ChoiceKeyRole, choice.key);
        item->setData(ChoiceColorRole, choice.color);
        item->setData(ChoiceShapeRole, int(choice.shape));
        item->setData(ChoiceDetailRole, choice.detail);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(choice.label, choice.detail));
    }
    const int rows = std::clamp(m_list->count(), 1, mostShown);
    resize(width, rows * std::max(m_list->sizeHintForRow(0), metrics::far) + 2 * (metrics::tight + frameWidth()));
    moveOnScreen(this, globalPosition);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
    m_list->setCurrentRow(0);
}

void MarkChooser::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const qint64 key = item->data(ChoiceKeyRole).toLongLong();
    m_chosen = true;
    hide();
    emit chosen(key);
}

bool MarkChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape)
        hide();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        choose();
    else
        return QFrame::eventFilter(watched, event);
    return true;
}

void MarkChooser::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (!m_chosen)
        emit dismissed();
}

} // namespace galley
