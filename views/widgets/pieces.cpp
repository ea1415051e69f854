// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pieces.h"

#include "icons.h"
#include "metrics.h"
#include "theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QToolButton>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Text that stands back, in whatever theme is on.
class SecondaryLabel : public QLabel
{
public:
    SecondaryLabel(const QString &text, QWidget *parent)
        : QLabel(text, parent)
    {
        setFont(scaledFont(font(), metrics::small));
        dress();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        const bool theme = event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange;
        if (theme || event->type() == QEvent::ParentChange)
            dress();
    }

private:
    void dress()
    {
        QPalette own;
        own.setColor(QPalette::WindowText, secondaryText(own));
        if (palette().color(QPalette::WindowText) != own.color(QPalette::WindowText)) // setting it is such a change again
            setPalette(own);
    }
};

} // namespace

QFont scaledFont(const QFont &font, double factor, bool bold)
{
    QFont scaled = font;
    if (font.pointSizeF() > 0)
        scaled.setPointSizeF(font.pointSizeF() * factor);
    else
        scaled.setPixelSize(qRound(font.pixelSize() * factor));
    if (bold)
        scaled.setWeight(QFont::DemiBold);
    return scaled;
}

QToolButton *iconButton(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({metrics::icon, metrics::icon});
    button->setAutoRaise(true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLineEdit *filterField(const QString &placeholder, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(placeholder);
    field->setClearButtonEnabled(true);
    field->addAction(icon(u"find"_s), QLineEdit::LeadingPosition);
    const auto buttons = field->findChildren<QToolButton *>(); // Qt names none of these for screen readers
    for (QToolButton *button : buttons)
        button->setAccessibleName(button == buttons.front() ? QCoreApplication::translate("Pieces", "Clear")
                                                             : QCoreApplication::translate("Pieces", "Search"));
    return field;
}

QLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    return new SecondaryLabel(text, parent);
}

QLabel *headingLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(scaledFont(label->font(), metrics::heading, true));
    return label;
}

void paintKeyCap(QPainter &painter, const QRect &rect, const QString &key, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF cap = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hairline(palette).darker(isDark(palette) ? 80 : 112));
    painter.setBrush(raised(palette));
    painter.drawRoundedRect(cap, 3, 3);
    painter.drawLine(QPointF(cap.left() + 2, cap.bottom() - 1), QPointF(cap.right() - 2, cap.bottom() - 1));
    painter.setPen(secondaryText(palette));
    painter.drawText(rect.adjusted(0, 0, 0, -1), Qt::AlignCenter, key);
    painter.restore();
}

RowInk paintRowGround(QPainter &painter, const QStyleOptionViewItem &row)
{
    const bool selected = row.state & QStyle::State_Selected;
    if (selected)
        painter.fillRect(row.rect, row.palette.color(QPalette::Active, QPalette::Highlight));
    else if (row.state & QStyle::State_MouseOver)
        painter.fillRect(row.rect, row.palette.color(QPalette::AlternateBase));
    const QColor strong = row.palette.color(QPalette::Active, selected ? QPalette::HighlightedText : QPalette::Text);
    return {selected, strong, selected ? strong : secondaryText(row.palette)};
}

void paintSwatch(QPainter &painter, const QRect &rect, const QColor &color, LayerShape shape, const QColor &ring)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ring.isValid() ? QPen(ring, 1) : QPen(Qt::NoPen));
    painter.setBrush(color);
    painter.drawPath(outlineOf(shape, ring.isValid() ? QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5) : QRectF(rect)));
    painter.restore();
}

QPixmap swatch(const QColor &color, const QWidget *on, LayerShape shape)
{
    constexpr int side = 12;
    const qreal scale = on->devicePixelRatioF();
    QPixmap pixmap(QSize(side, side) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSwatch(painter, {0, 0, side, side}, color, shape);
    return pixmap;
}

void readByRows(QTableView &table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace galley
