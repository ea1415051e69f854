// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptystate.h"

#include "icons.h"
#include "metrics.h"
#include "pieces.h"
#include "theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_heading(headingLabel({}, this))
    , m_text(secondaryLabel({}, this))
    , m_layout(new QVBoxLayout(this))
{
    m_text->setFont(font());
    for (QLabel *label : {m_icon, m_heading, m_text}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(label != m_icon);
        m_layout->addWidget(label);
    }
    m_layout->insertStretch(0, 2);
    m_layout->addStretch(3);
    m_layout->setContentsMargins(metrics::far, metrics::far, metrics::far, metrics::far);
    m_layout->setSpacing(metrics::near);
    dress();
}

void EmptyState::setTexts(const QString &heading, const QString &text)
{
    m_heading->setText(heading);
    m_text->setText(text);
    m_icon->setAccessibleName(heading);
    setAccessibleName(heading);
    setAccessibleDescription(text);
}

QPushButton *EmptyState::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(text);
    button->setDefault(m_layout->count() == 5);
    if (m_layout->count() == 5) // the first one keeps its distance from the text
        m_layout->insertSpacing(m_layout->count() - 1, metrics::near);
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        dress();
}

void EmptyState::dress()
{
    constexpr int side = 40;
    m_icon->setPixmap(icon(m_iconName, hairline(palette()).darker(isDark(palette()) ? 65 : 130)).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace galley
