// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace galley {

class TickList;

/// Somebody leaves: who takes over what they have not done.
class HandOnDialog : public QDialog
{
    Q_OBJECT

public:
    /// What it would do in words, and whether it does anything.
    struct Outcome
    {
        QString text;
        bool does = false;
    };
    using Preview = std::function<Outcome(CoderId from, const std::vector<CoderId> &to)>;

    /// `leaving`: who has something of the set.
    HandOnDialog(const QString &set, const std::vector<Coder> &leaving, const std::vector<Coder> &coders, Preview preview, QWidget *parent);

    CoderId from() const;
    std::vector<CoderId> to() const;

private:
    void offer();
    void look();

    std::vector<Coder> m_all;
    Preview m_preview;
    QComboBox *m_from;
    TickList *m_to;
    QLabel *m_told;
    QPushButton *m_accept;
};

} // namespace galley
