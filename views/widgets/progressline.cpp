// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressline.h"

#include "metrics.h"
#include "pieces.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(iconButton(u"close"_s, tr("Cancel"), this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setMinimumWidth(120);
    m_bar->setAccessibleName(tr("Progress"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::near, metrics::hair, metrics::near, metrics::hair);
    layout->setSpacing(metrics::near);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_text->setText(tr("Stopping…"));
        emit cancelRequested();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void ProgressLine::begin(const QString &text, bool cancellable)
{
    m_cancel->setVisible(cancellable);
    m_cancel->setEnabled(true);
    m_bar->setRange(0, 0);
    setText(text);
    show();
}

void ProgressLine::setProgress(qint64 done, qint64 total)
{
    constexpr int steps = 1000; // QProgressBar counts in int, imports may count bytes
    m_bar->setRange(0, total > 0 ? steps : 0);
    if (total > 0)
        m_bar->setValue(int(std::clamp<qint64>(done * steps / total, 0, steps)));
}

void ProgressLine::setText(const QString &text)
{
    m_text->setText(text);
    m_bar->setAccessibleDescription(text);
}

void ProgressLine::end()
{
    hide();
}

bool ProgressLine::isActive() const
{
    return !isHidden();
}

} // namespace galley
