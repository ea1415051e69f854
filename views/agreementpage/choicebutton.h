// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <vector>

namespace galley {

/// Some of several, or all of them: a button that says which, with a menu that stays open while boxes are ticked.
class ChoiceButton : public QToolButton
{
    Q_OBJECT

public:
    using Named = std::pair<qint64, QString>;

    /// `all`: what it says where all are meant, "All layers"; `name`: of what is chosen, for screen readers.
    ChoiceButton(const QString &name, const QString &all, QWidget *parent);

    void setChoices(const std::vector<Named> &choices);
    void setChosen(const std::vector<qint64> &ids); ///< what is not among the choices is left out; empty: all
    const std::vector<qint64> &chosen() const { return m_chosen; }

signals:
    void chosenChanged(); ///< by the user

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void mark(const std::vector<qint64> &ids);

    QString m_name, m_all;
    QMenu *m_menu;
    std::vector<Named> m_choices;
    std::vector<qint64> m_chosen;
};

} // namespace galley
