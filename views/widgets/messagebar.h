// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace galley {

struct Message
{
    enum Kind { Info, Warning, Failure };

    struct Action
    {
        QString text; ///< of the button; empty: there is none
        std::function<void()> run = {};
    };

    Kind kind = Info;
    QString text;
    QString detail = {}; ///< shown on demand
    Action action = {};
    int seconds = 0;    ///< goes by itself after so long; 0: stays until closed
    QString topic = {}; ///< of what is told anew each time: a later message of the same topic takes the place of this one
    QString place = {}; ///< where it is of use: it is shown only there; empty: everywhere

    bool saysTheSame(const Message &other) const;
};

/// A note that goes by itself.
Message passing(const QString &text);

/// A bar at the top of the window that says what happened, each message at the place concerned. Several messages queue: the next shows when one is
/// closed. The same message twice is shown once, as the later one has it. A failure goes before what is waiting.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void post(const Message &message);
    void info(const QString &text) { post(passing(text)); }
    void warn(const QString &text, const QString &detail = {}) { post({Message::Warning, text, detail}); }
    void fail(const QString &text, const QString &detail = {}) { post({Message::Failure, text, detail}); }
    void closeCurrent();
    void clear();
    void setPlace(const QString &place); ///< what is of another waits there; what goes by itself is gone

    const QList<Message> &messages() const { return m_messages; } ///< of this place; the first is the one shown

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void showCurrent();
    void dress();

    QList<Message> m_messages;
    QList<Message> m_elsewhere;
    QString m_place;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_waiting;
    QLabel *m_detail;
    QToolButton *m_more;
    QPushButton *m_action;
    QToolButton *m_close;
    int m_timer = 0;
};

} // namespace galley
