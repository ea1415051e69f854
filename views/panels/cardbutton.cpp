// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardbutton.h"

#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int textLeft = metrics::margin + metrics::largeIcon - 4 + metrics::margin;

} // namespace

CardButton::CardButton(const QString &iconName, const QString &text, const QString &detail, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_detail(detail)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(detail);
    setToolTip(detail);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CardButton::setFaded(bool faded)
{
    m_faded = faded;
    update();
}

void CardButton::setWordWrap(bool wrap)
{
    m_wrap = wrap;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(wrap);
    setSizePolicy(policy);
    updateGeometry();
}

void CardButton::setCorner(QWidget *widget)
{
    m_corner = widget;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, metrics::near, 0);
    layout->addStretch();
    layout->addWidget(widget);
}

int CardButton::textWidth(int width) const
{
    return width - textLeft - metrics::margin - (m_corner ? m_corner->sizeHint().width() + metrics::tight : 0);
}

int CardButton::detailTop() const
{
    return metrics::near + fontMetrics().lineSpacing() + metrics::hair;
}

/// A layout asks for the same few widths again and again, and breaking lines is dear.
int CardButton::wrappedHeight(int width) const
{
    const auto known = m_wrappedHeights.constFind(width);
    if (known != m_wrappedHeights.cend())
        return *known;
    const QFontMetrics small(scaledFont(font(), metrics::small));
    return *m_wrappedHeights.insert(width, small.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, m_detail).height());
}

QRect CardButton::detailRect(int width) const
{
    const int room = textWidth(width);
    if (m_wrap)
        return {textLeft, detailTop(), room, wrappedHeight(room)};
    return {textLeft, detailTop(), room, m_detail.isEmpty() ? 0 : QFontMetrics(scaledFont(font(), metrics::small)).lineSpacing()};
}

int CardButton::heightForWidth(int width) const
{
    return detailRect(width).bottom() + 1 + metrics::near;
}

QSize CardButton::sizeHint() const
{
    constexpr int width = 320;
    return {width, heightForWidth(width)};
}

QSize CardButton::minimumSizeHint() const
{
    constexpr int width = 160;
    return {width, detailTop() + QFontMetrics(scaledFont(font(), metrics::small)).lineSpacing() + metrics::near};
}

void CardButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_wrappedHeights.clear();
    QAbstractButton::changeEvent(event);
}

void CardButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &colors = palette();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool chosen = isCheckable() && isChecked();
    QColor fill = raised(colors);
    if (isDown() || chosen) {
        fill = colors.color(QPalette::Highlight);
        fill.setAlphaF(chosen ? 0.14f : 0.22f);
    } else if (underMouse()) {
        fill = colors.color(QPalette::Button).lighter(isDark(colors) ? 112 : 101);
    }
    const bool strong = hasFocus() || chosen;
    painter.setPen(QPen(strong ? colors.color(QPalette::Highlight) : hairline(colors), hasFocus() ? 1.6 : 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(frame, metrics::radius, metrics::radius);

    const QColor weak = m_faded ? colors.color(QPalette::Disabled, QPalette::WindowText) : secondaryText(colors);
    constexpr int side = metrics::largeIcon - 4;
    const QRect mark(metrics::margin, metrics::near + (fontMetrics().lineSpacing() - side) / 2 + metrics::hair, side, side);
    galley::icon(m_iconName, m_faded ? weak : toneColor(Tone::Plain, colors)).paint(&painter, mark);
    painter.setPen(m_faded ? weak : colors.color(QPalette::WindowText));
    painter.setFont(scaledFont(font(), 1, true));
    const QRect line(textLeft, metrics::near, textWidth(width()), fontMetrics().lineSpacing());
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
    const QFont small = scaledFont(font(), metrics::small);
    painter.setFont(small);
    painter.setPen(weak);
    const QRect below = detailRect(width());
    if (m_wrap)
        painter.drawText(below, Qt::TextWordWrap, m_detail);
    else
        painter.drawText(below, Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(small).elidedText(m_detail, m_elide, below.width()));
}

void CardButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace galley
