// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <domain/codingset.h>

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace galley {

/// What a set can be made of.
struct SetSource
{
    QString title; ///< "All articles"
    int articles = 0;
};

/// A new set of articles to be coded: what for, which, and whether its coders see each other's work.
class SetDialog : public QDialog
{
    Q_OBJECT

public:
    /// `golden`: whose answers may be the gold ones of a training set.
    SetDialog(const std::vector<SetSource> &sources, const QStringList &taken, const std::vector<Coder> &golden, QWidget *parent);

    QString name() const;
    SetKind kind() const;
    bool isBlind() const;
    int source() const; ///< its place among those given
    quint64 seed() const;
    CoderId gold() const; ///< 0: nobody’s

private:
    void showKind();
    void check();

    QFormLayout *m_form;
    std::vector<SetSource> m_sources;
    QStringList m_taken;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLabel *m_purpose;
    QComboBox *m_source;
    QComboBox *m_gold;
    QCheckBox *m_blind;
    QLineEdit *m_seed;
    QLabel *m_hint;
    QPushButton *m_make;
};

} // namespace galley
