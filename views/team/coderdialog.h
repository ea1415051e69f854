// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QDialog>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace galley {

/// The name of somebody who takes part, and their role where they are new.
class CoderDialog : public QDialog
{
    Q_OBJECT

public:
    /// `who`: who is given another name; nullptr: somebody new.
    CoderDialog(const std::vector<Coder> &known, const Coder *who, QWidget *parent);

    QString name() const;
    CoderRole role() const;

private:
    void check();

    std::vector<Coder> m_known;
    CoderId m_who;
    QLineEdit *m_name;
    QComboBox *m_role = nullptr;
    QLabel *m_hint;
    QPushButton *m_accept;
};

} // namespace galley
