// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style.h"

#include "icons.h"
#include "metrics.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr double corner = 4;
constexpr int scrollBarWidth = 12;
constexpr int smallestThumb = 32;

/// Seen against page and panel: 3 : 1, as outlines of controls should be.
QColor outline(const QStyleOption *option)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    return isDark(option->palette) ? QColor(enabled ? 0xff77777c : 0xff46474c) : QColor(enabled ? 0xff938e84 : 0xffcfcbc2);
}

QColor accent(const QStyleOption *option)
{
    return option->palette.color(QPalette::Active, QPalette::Highlight);
}

QColor wash(const QStyleOption *option, float strength)
{
    QColor color = option->palette.color(QPalette::WindowText);
    color.setAlphaF(strength);
    return color;
}

void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

QColor backgroundOf(const QAbstractScrollArea &area)
{
    return area.viewport()->palette().color(area.viewport()->backgroundRole());
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = enabled && option->state & QStyle::State_HasFocus;
    const QColor fill = option->palette.color(enabled ? QPalette::Base : QPalette::Window);
    box(painter, option->rect, fill, focus ? accent(option) : outline(option), focus ? 1.6 : 1);
}

void drawCheck(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool selected = option->state & QStyle::State_Selected;
    const QRect square = option->rect;
    const QColor fill = on && enabled ? accent(option) : option->palette.color(QPalette::Base);
    box(painter, square, fill, selected ? option->palette.color(QPalette::HighlightedText) : on && enabled ? accent(option) : outline(option));
    if (option->state & QStyle::State_On)
        icon(u"done"_s, option->palette.color(enabled ? QPalette::HighlightedText : QPalette::WindowText)).paint(painter, square.adjusted(1, 1, -1, -1));
}

void drawPushButton(const QStyleOption *option, QPainter *painter)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool isDefault = button && button->features & QStyleOptionButton::DefaultButton;
    const bool focus = enabled && option->state & QStyle::State_HasFocus;
    QColor fill = option->palette.color(QPalette::Button);
    if (isDefault && enabled)
        fill = accent(option);
    box(painter, option->rect, fill, isDefault && enabled ? accent(option) : focus ? accent(option) : outline(option), focus ? 1.6 : 1);
    if (option->state & QStyle::State_Sunken)
        box(painter, option->rect, wash(option, 0.14f), {});
    else if (enabled && option->state & QStyle::State_MouseOver)
        box(painter, option->rect, wash(option, 0.05f), {});
    if (isDefault && focus) // on the accent the ring would not be seen
        box(painter, option->rect.adjusted(2, 2, -2, -2), {}, option->palette.color(QPalette::HighlightedText));
}

/// Flat until it is touched; one that is switched on says so by colour and outline.
void drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool flat = option->state & QStyle::State_AutoRaise;
    if (on) {
        QColor fill = accent(option);
        fill.setAlphaF(isDark(option->palette) ? 0.42f : 0.20f);
        box(painter, option->rect, fill, enabled ? accent(option) : outline(option), 1.2);
    } else if (!flat) {
        box(painter, option->rect, option->palette.color(QPalette::Button), outline(option));
    }
    if (option->state & QStyle::State_Sunken)
        box(painter, option->rect, wash(option, 0.14f), {});
    else if (enabled && option->state & QStyle::State_MouseOver)
        box(painter, option->rect, wash(option, 0.07f), {});
    if (enabled && option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange)
        box(painter, option->rect, {}, accent(option), 1.6);
}

void drawBranch(const QStyleOption *option, QPainter *painter)
{
    if (!(option->state & QStyle::State_Children))
        return;
    constexpr int side = metrics::margin;
    const QRect mark(option->rect.center().x() - side / 2 + 1, option->rect.center().y() - side / 2 + 1, side, side);
    const QColor color = option->state & QStyle::State_Selected ? option->palette.color(QPalette::HighlightedText) : secondaryText(option->palette);
    icon(option->state & QStyle::State_Open ? u"down"_s : u"expand"_s, color).paint(painter, mark);
}

void drawScrollBar(const QStyleOptionSlider *option, const QRect &thumb, QPainter *painter, const QWidget *widget)
{
    const bool inPage = widget && widget->parentWidget() && qobject_cast<QAbstractScrollArea *>(widget->parentWidget()->parentWidget());
    const auto *area = inPage ? static_cast<QAbstractScrollArea *>(widget->parentWidget()->parentWidget()) : nullptr;
    painter->fillRect(option->rect, area ? backgroundOf(*area) : option->palette.color(QPalette::Window));
    if (option->minimum == option->maximum)
        return;
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const int inset = active ? 2 : 3;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(wash(option, active ? 0.50f : 0.32f));
    const QRect bar = thumb.adjusted(inset, inset, -inset, -inset);
    const double radius = std::min(bar.width(), bar.height()) / 2.0;
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

void drawCombo(const QStyleOptionComboBox *option, const QRect &arrow, QPainter *painter)
{
    QStyleOption field = *option;
    field.state.setFlag(QStyle::State_HasFocus, option->state & QStyle::State_HasFocus);
    drawField(&field, painter);
    constexpr int side = metrics::margin;
    const QRect mark(arrow.center().x() - side / 2, arrow.center().y() - side / 2 + 1, side, side);
    const bool enabled = option->state & QStyle::State_Enabled;
    icon(u"down"_s, enabled ? secondaryText(option->palette) : outline(option)).paint(painter, mark);
}

void drawProgress(const QStyleOptionProgressBar *option, QPainter *painter, bool groove)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QRectF bar = option->rect;
    const double radius = bar.height() / 2;
    if (groove) {
        painter->setBrush(hairline(option->palette));
    } else {
        const double span = double(option->maximum) - option->minimum;
        if (span > 0)
            bar.setWidth(bar.width() * (option->progress - option->minimum) / span);
        painter->setBrush(accent(option));
    }
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

} // namespace

GalleyStyle::GalleyStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void GalleyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth > 0)
            drawField(option, painter);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame: {
        const bool focus = option->state & State_HasFocus && !qobject_cast<const QAbstractItemView *>(widget);
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        return box(painter, option->rect, area ? backgroundOf(*area) : QColor(), focus ? accent(option) : outline(option), focus ? 1.6 : 1);
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheck(option, painter);
    case PE_PanelButtonCommand:
        return drawPushButton(option, painter);
    case PE_PanelButtonTool:
        return drawToolButton(option, painter);
    case PE_IndicatorBranch:
        return drawBranch(option, painter);
    case PE_FrameFocusRect:
        if (!widget || qobject_cast<const QAbstractItemView *>(widget))
            return; // a view (which leaves itself out for whole rows): the selection says it
        return box(painter, option->rect, {}, accent(option), 1.2);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void GalleyStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        const bool busy = bar && bar->minimum == 0 && bar->maximum == 0 && element == CE_ProgressBarContents;
        if (bar && !busy)
            return drawProgress(bar, painter, element == CE_ProgressBarGroove);
        break;
    }
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features & QStyleOptionButton::DefaultButton && option->state & State_Enabled) {
            QStyleOptionButton onAccent = *button;
            onAccent.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
            return QProxyStyle::drawControl(element, &onAccent, painter, widget);
        }
        break;
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.window());
        return;
    case CE_Splitter: {
        const bool upright = option->state & State_Horizontal;
        const QPoint middle = option->rect.center();
        painter->fillRect(upright ? QRect(middle.x(), option->rect.top(), 1, option->rect.height())
                                  : QRect(option->rect.left(), middle.y(), option->rect.width(), 1),
                          hairline(option->palette));
        return;
    }
    case CE_HeaderSection:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), hairline(option->palette));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void GalleyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(slider, subControlRect(control, option, SC_ScrollBarSlider, widget), painter, widget);
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawCombo(combo, subControlRect(control, option, SC_ComboBoxArrow, widget), painter);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect GalleyStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (!bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool lying = bar->orientation == Qt::Horizontal;
    const int room = lying ? bar->rect.width() : bar->rect.height();
    const qint64 span = qint64(bar->maximum) - bar->minimum;
    const int length = span <= 0 ? room : int(std::clamp<qint64>(qint64(room) * bar->pageStep / (span + bar->pageStep), std::min(smallestThumb, room), room));
    const int begin = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, room - length, bar->upsideDown);
    const auto stretch = [&](int from, int size) {
        const QRect rect = lying ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSubLine: // no arrows: wheel, keys and the thumb do it
    case SC_ScrollBarAddLine:
        return {};
    case SC_ScrollBarSubPage:
        return stretch(0, begin);
    case SC_ScrollBarAddPage:
        return stretch(begin + length, room - begin - length);
    case SC_ScrollBarSlider:
        return stretch(begin, length);
    default:
        return stretch(0, room);
    }
}

QSize GalleyStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    constexpr int controlHeight = 28;
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.rwidth() += metrics::apart;
        result.setHeight(std::max(result.height(), controlHeight));
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            result.setHeight(std::max(result.height(), controlHeight));
        break;
    case CT_ComboBox:
        result.setHeight(std::max(result.height(), controlHeight));
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button && button->icon.isNull())
            result = {result.width() + metrics::near, std::max(result.height(), controlHeight)};
        break;
    case CT_ItemViewItem:
        result.setHeight(result.height() + metrics::hair);
        break;
    default:
        break;
    }
    return result;
}

int GalleyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return 3; // the round corners show inside the frame
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return metrics::icon;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return metrics::icon;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int GalleyStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0; // the only icons that would not be of our set
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace galley
