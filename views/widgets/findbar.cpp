// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findbar.h"

#include "metrics.h"
#include "pieces.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace galley {

using namespace Qt::StringLiterals;

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(filterField(tr("Find in this article"), this))
    , m_result(secondaryLabel({}, this))
    , m_previous(iconButton(u"up"_s, tr("Previous match (Shift+Enter)"), this))
    , m_next(iconButton(u"down"_s, tr("Next match (Enter)"), this))
    , m_case(iconButton(u"match-case"_s, tr("Match case"), this))
    , m_words(iconButton(u"whole-words"_s, tr("Whole words"), this))
{
    setAccessibleName(tr("Find in this article"));
    m_case->setCheckable(true);
    m_words->setCheckable(true);
    auto *close = iconButton(u"close"_s, tr("Close (Esc)"), this);
    m_result->setMinimumWidth(m_result->fontMetrics().horizontalAdvance(tr("No matches")) + metrics::near);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::margin, metrics::tight, metrics::near, metrics::tight);
    layout->setSpacing(metrics::tight);
    m_field->setMaximumWidth(360);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_case);
    layout->addWidget(m_words);
    layout->addSpacing(metrics::near);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addSpacing(metrics::tight);
    layout->addWidget(m_result);
    layout->addStretch();
    layout->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::changed);
    connect(m_case, &QToolButton::toggled, this, &FindBar::changed);
    connect(m_words, &QToolButton::toggled, this, &FindBar::changed);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    clearResult();
    hide();
}

void FindBar::open(const QString &text)
{
    show();
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().isEmpty())
        emit requestChanged(request());
}

FindRequest FindBar::request() const
{
    return {m_field->text(), m_case->isChecked(), m_words->isChecked()};
}

void FindBar::setResult(int current, int count)
{
    const bool nothing = count == 0 && !m_field->text().isEmpty();
    m_result->setText(nothing    ? tr("No matches")
                      : current > 0 ? tr("%1 of %2").arg(current).arg(count)
                      : count == 1  ? tr("1 match")
                                    : tr("%n matches", nullptr, count));
    m_result->setAccessibleName(m_result->text());
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    QPalette colors;
    if (nothing)
        colors.setColor(QPalette::Text, toneColor(Tone::Bad, colors));
    m_field->setPalette(colors);
}

void FindBar::clearResult()
{
    setResult(0, 0);
    m_result->clear();
    m_result->setAccessibleName(tr("Matches"));
}

void FindBar::changed()
{
    if (m_field->text().isEmpty())
        clearResult();
    emit requestChanged(request());
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        emit closed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->modifiers() & Qt::ShiftModifier ? emit previousRequested() : emit nextRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace galley
