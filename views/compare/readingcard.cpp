// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readingcard.h"

#include <domain/shortened.h>
#include <text/markpainter.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleWidth = 28; ///< of the stroke that is this coder's in the text

QString htmlOf(const ShownReading::Part &part)
{
    QString html = u"<b>%1</b>"_s.arg(part.code.toHtmlEscaped());
    if (part.flagged)
        html += u" ⚑"_s;
    if (!part.quote.isEmpty())
        html += u"<br>"_s + quoted(part.quote).toHtmlEscaped();
    for (const QString &value : part.values)
        html += u"<br>"_s + value.toHtmlEscaped();
    if (!part.memo.isEmpty())
        html += u"<br><i>%1</i>"_s.arg(part.memo.toHtmlEscaped());
    return html;
}

} // namespace

ReadingCard::ReadingCard(const ShownReading &reading, QAction *accept, QWidget *parent)
    : QFrame(parent)
    , m_reading(reading)
    , m_name(headingLabel(reading.coder, this))
{
    setAccessibleName(tr("Reading of %1").arg(reading.coder));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setIndent(sampleWidth + metrics::near);
    QStringList parts;
    for (const ShownReading::Part &part : reading.parts)
        parts += htmlOf(part);
    auto *body = new QLabel(parts.isEmpty() ? u"<i>%1</i>"_s.arg(tr("marked nothing here")) : parts.join(u"<br>"_s), this);
    body->setTextFormat(Qt::RichText);
    body->setWordWrap(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->setAccessibleName(tr("What %1 has").arg(reading.coder));
    auto *head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    if (accept && !reading.parts.empty()) {
        auto *button = new QToolButton(this);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setText(tr("Accept  %1").arg(accept->shortcut().toString(QKeySequence::NativeText)));
        button->setAccessibleName(tr("Accept the reading of %1").arg(reading.coder));
        button->setEnabled(accept->isEnabled());
        connect(button, &QToolButton::clicked, accept, &QAction::trigger);
        head->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::near);
    column->setSpacing(metrics::tight);
    column->addLayout(head);
    column->addWidget(body);
}

void ReadingCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hairline(palette()));
    painter.setBrush(raised(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    Mark mark;
    mark.color = m_reading.parts.empty() ? secondaryText(palette()) : m_reading.parts.front().color;
    mark.track = m_reading.track;
    const qreal y = m_name->geometry().center().y();
    paintStroke(painter, QPointF(m_name->x(), y), QPointF(m_name->x() + sampleWidth, y), mark, 4);
}

} // namespace galley
