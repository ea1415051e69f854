// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QTableWidget;

namespace galley {

/// An actor: their names, their kind, and what they were from when to when. What was typed counts when the focus leaves its field.
class ActorForm : public QWidget
{
    Q_OBJECT

public:
    explicit ActorForm(QWidget *parent = nullptr);

    void setActor(const Actor &actor);
    void setReadOnly(bool readOnly);
    void focusName();
    void commit();

signals:
    void edited(const galley::Actor &actor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showAttributes(const std::vector<ActorAttribute> &attributes);
    std::vector<ActorAttribute> attributes() const;
    Actor typed() const;

    Actor m_actor;
    bool m_readOnly = false;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QPlainTextEdit *m_aliases;
    QTableWidget *m_attributes;
};

QString nameForPeople(ActorKind kind); ///< "person", in the user's language

} // namespace galley
