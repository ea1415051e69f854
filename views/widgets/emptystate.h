// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace galley {

/// What a panel shows while it has nothing to show: what this place is for and what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);

    void setTexts(const QString &heading, const QString &text);
    QPushButton *addButton(const QString &text); ///< the first one is the one to press

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_heading;
    QLabel *m_text;
    QVBoxLayout *m_layout;
};

} // namespace galley
