// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace galley {

/// "Who is coding?": one of the project's coders, or a new one. A page, shown before anything can be coded.
class CoderChooser : public QWidget
{
    Q_OBJECT

public:
    explicit CoderChooser(QWidget *parent = nullptr);

    /// `suggestion`: the name offered for a new coder, e.g. the login's. `current` is preselected.
    void setCoders(const std::vector<Coder> &coders, CoderId current, const QString &suggestion);
    void setCancellable(bool cancellable);

signals:
    void coderChosen(galley::CoderId coder);
    void coderCreated(const QString &name, galley::CoderRole role);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildKnown();
    QLayout *buildNew();
    void choose();
    void create();
    void check();

    std::vector<Coder> m_coders;
    QWidget *m_existing;
    QListWidget *m_list;
    QPushButton *m_continue;
    QLabel *m_newHeading;
    QLineEdit *m_name;
    QComboBox *m_role;
    QLabel *m_hint;
    QPushButton *m_create;
    QPushButton *m_cancel;
};

} // namespace galley
