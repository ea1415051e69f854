// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagebar.h"

#include "icons.h"
#include "metrics.h"
#include "pieces.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimerEvent>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(Message::Kind kind)
{
    return kind == Message::Failure ? Tone::Bad : kind == Message::Warning ? Tone::Warning : Tone::Plain;
}

QString iconOf(Message::Kind kind)
{
    return kind == Message::Failure ? u"error"_s : kind == Message::Warning ? u"warning"_s : u"info"_s;
}

QString wordOf(Message::Kind kind)
{
    return kind == Message::Failure ? MessageBar::tr("Error") : kind == Message::Warning ? MessageBar::tr("Warning") : MessageBar::tr("Note");
}

} // namespace

bool Message::saysTheSame(const Message &other) const
{
    return kind == other.kind && text == other.text && detail == other.detail && action.text == other.action.text;
}

Message passing(const QString &text)
{
    Message message{Message::Info, text};
    message.seconds = 8;
    return message;
}

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_waiting(secondaryLabel({}, this))
    , m_detail(secondaryLabel({}, this))
    , m_more(new QToolButton(this))
    , m_action(new QPushButton(this))
    , m_close(iconButton(u"close"_s, tr("Close this message (Esc)"), this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setText(tr("Details"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setAccessibleName(tr("Show details"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::margin, metrics::tight, metrics::near, metrics::tight);
    rows->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::near);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_action),
                          static_cast<QWidget *>(m_close)})
        line->addWidget(part);
    rows->addLayout(line);
    rows->addWidget(m_detail);
    m_detail->setContentsMargins(metrics::icon + metrics::near, 0, 0, metrics::tight);
    connect(m_more, &QToolButton::toggled, m_detail, &QLabel::setVisible);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closeCurrent);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const std::function<void()> run = m_messages.first().action.run;
        closeCurrent();
        if (run)
            run();
    });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true); // as tall as its text needs at this width
    setSizePolicy(policy);
    showCurrent();
}

void MessageBar::post(const Message &message)
{
    if (message.text.isEmpty())
        return;
    for (QList<Message> *messages : {&m_messages, &m_elsewhere}) {
        messages->removeIf([&](const Message &other) {
            return other.saysTheSame(message) || (!message.topic.isEmpty() && other.topic == message.topic);
        });
    }
    if (!message.place.isEmpty() && message.place != m_place) {
        m_elsewhere.append(message);
        showCurrent();
        return;
    }
    const bool shown = !m_messages.isEmpty() && m_messages.first().kind == Message::Failure;
    auto place = m_messages.end();
    if (message.kind == Message::Failure) {
        place = std::find_if(m_messages.begin() + (shown ? 1 : 0), m_messages.end(),
                             [](const Message &other) { return other.kind != Message::Failure; });
    }
    m_messages.insert(place, message);
    showCurrent();
}

void MessageBar::closeCurrent()
{
    if (!m_messages.isEmpty())
        m_messages.removeFirst();
    showCurrent();
}

void MessageBar::setPlace(const QString &place)
{
    if (place == m_place)
        return;
    m_place = place;
    const auto isOfAnother = [&](const Message &message) { return !message.place.isEmpty() && message.place != place; };
    QList<Message> known = std::exchange(m_messages, {}) + std::exchange(m_elsewhere, {});
    known.removeIf([&](const Message &message) { return message.seconds > 0 && isOfAnother(message); });
    for (const Message &message : known)
        (isOfAnother(message) ? m_elsewhere : m_messages).append(message);
    std::ranges::stable_sort(m_messages, std::ranges::greater(), [](const Message &message) { return message.kind == Message::Failure; });
    showCurrent();
}

void MessageBar::clear()
{
    m_messages.clear();
    m_elsewhere.clear();
    showCurrent();
    for (QLabel *label : {m_text, m_detail}) { // what was told may be for nobody any more
        label->clear();
        label->setAccessibleName(tr("Message"));
    }
    setAccessibleName(tr("Message"));
}

void MessageBar::showCurrent()
{
    if (m_timer)
        killTimer(std::exchange(m_timer, 0));
    setVisible(!m_messages.isEmpty());
    if (m_messages.isEmpty())
        return;
    const Message &message = m_messages.first();
    m_text->setText(message.text);
    m_text->setAccessibleName(tr("%1: %2").arg(wordOf(message.kind), message.text));
    m_icon->setAccessibleName(wordOf(message.kind));
    setAccessibleName(m_text->accessibleName());
    m_detail->setText(message.detail);
    m_detail->setAccessibleName(message.detail);
    m_more->setVisible(!message.detail.isEmpty());
    m_more->setChecked(false);
    m_detail->setVisible(false);
    m_action->setText(message.action.text);
    m_action->setAccessibleName(message.action.text.isEmpty() ? tr("Action") : message.action.text);
    m_action->setVisible(!message.action.text.isEmpty());
    const qsizetype waiting = m_messages.size() - 1;
    m_waiting->setText(tr("%n more", nullptr, int(waiting)));
    m_waiting->setVisible(waiting > 0);
    dress();
    if (message.seconds > 0)
        m_timer = startTimer(message.seconds * 1000);
}

void MessageBar::dress()
{
    const Message::Kind kind = m_messages.isEmpty() ? Message::Info : m_messages.first().kind;
    m_icon->setPixmap(icon(iconOf(kind), toneColor(toneOf(kind), palette())).pixmap(QSize(metrics::icon, metrics::icon), devicePixelRatioF()));
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor tone = toneColor(toneOf(m_messages.isEmpty() ? Message::Info : m_messages.first().kind), palette());
    QColor wash = tone;
    wash.setAlphaF(isDark(palette()) ? 0.16f : 0.10f);
    painter.fillRect(rect(), raised(palette()));
    painter.fillRect(rect(), wash);
    painter.fillRect(QRect(0, 0, 3, height()), tone);
    painter.fillRect(QRect(0, height() - 1, width(), 1), hairline(palette()));
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closeCurrent();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return QFrame::timerEvent(event);
    if (!underMouse()) // somebody may be reading it
        closeCurrent();
}

} // namespace galley
