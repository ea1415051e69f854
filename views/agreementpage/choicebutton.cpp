// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicebutton.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

ChoiceButton::ChoiceButton(const QString &name, const QString &all, QWidget *parent)
    : QToolButton(parent)
    , m_name(name)
    , m_all(all)
    , m_menu(new QMenu(this))
{
    m_menu->setAccessibleName(name);
    m_menu->installEventFilter(this);
    setMenu(m_menu);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    mark(m_chosen);
    hide(); // there is nothing to choose from
}

void ChoiceButton::setChoices(const std::vector<Named> &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    m_menu->clear();
    QAction *all = m_menu->addAction(m_all);
    all->setCheckable(true);
    m_menu->addSeparator();
    for (const auto &[id, name] : choices) {
        QAction *action = m_menu->addAction(QString(name).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setData(id);
    }
    setVisible(!choices.empty());
    setChosen(m_chosen);
}

void ChoiceButton::setChosen(const std::vector<qint64> &ids)
{
    std::vector<qint64> known;
    for (const auto &[id, name] : m_choices) {
        if (std::ranges::contains(ids, id))
            known.push_back(id);
    }
    mark(known);
}

/// A click or Return ticks a box and leaves the menu open: one chooses several.
bool ChoiceButton::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    const bool pressed = event->type() == QEvent::MouseButtonRelease || (key && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Space || key->key() == Qt::Key_Enter));
    QAction *action = pressed ? m_menu->activeAction() : nullptr;
    if (watched != m_menu || !action || !action->isCheckable())
        return QToolButton::eventFilter(watched, event);
    action->toggle();
    if (action->data().isNull())
        mark({});
    else
        take();
    emit chosenChanged();
    return true;
}

void ChoiceButton::take()
{
    std::vector<qint64> ids;
    for (const QAction *action : m_menu->actions()) {
        if (action->isChecked() && !action->data().isNull())
            ids.push_back(action->data().toLongLong());
    }
    mark(ids);
}

void ChoiceButton::mark(const std::vector<qint64> &ids)
{
    m_chosen = ids.size() == m_choices.size() ? std::vector<qint64>() : ids;
    QStringList names;
    for (QAction *action : m_menu->actions()) {
        const bool isAll = action->data().isNull();
        action->setChecked(isAll ? m_chosen.empty() : std::ranges::contains(m_chosen, action->data().toLongLong()));
        if (!isAll && action->isChecked())
            names += action->text();
    }
    const QString text = m_chosen.empty() ? m_all : names.size() <= 2 ? names.join(u", "_s) : tr("%1 and %Ln more", nullptr, int(names.size() - 1)).arg(names.front());
    setText(text);
    setAccessibleName(u"%1: %2"_s.arg(m_name, QString(text).replace("&&"_L1, "&"_L1)));
    setToolTip(accessibleName());
}

} // namespace galley
