// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <items/team.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;

namespace galley {

class TeamTable;

/// The place Team: who takes part, what is to be coded, how far it is, and on top what is to be done next. Only a lead alters
/// anything; whoever else comes here sees how far they are themselves.
class TeamPage : public QWidget
{
    Q_OBJECT

public:
    explicit TeamPage(QWidget *parent = nullptr);

    void setTeam(const Team &team);
    const Team &team() const { return m_team; }
    void takeFocus();

signals:
    void stepRequested(galley::TeamStep step);
    void addCoderRequested();
    void renameRequested(galley::CoderId coder);
    void roleRequested(galley::CoderId coder, galley::CoderRole role);
    void packetsRequested(const std::vector<galley::CoderId> &coders); ///< empty: of everybody
    void makeSetRequested();
    void assignRequested(galley::SetId set);
    void handOnRequested(galley::SetId set);
    void blindRequested(galley::SetId set, bool blind);
    void removeSetRequested(galley::SetId set);
    void mergeRequested();
    void compareRequested();

private:
    QWidget *buildStep();
    QWidget *buildCoders();
    QWidget *buildSets();
    QWidget *buildProgress();
    void showStep();
    void showCoders();
    void showSets();
    void showProgress();
    void enableButtons();
    const Coder *chosenCoder() const;
    const TeamSet *chosenSet() const;

    Team m_team;
    TeamStep m_step = TeamStep::Nothing;
    QWidget *m_stepLine;
    QLabel *m_stepTitle;
    QLabel *m_stepText;
    QPushButton *m_stepButton;
    QSplitter *m_columns;
    QWidget *m_setup;
    TeamTable *m_coders;
    TeamTable *m_sets;
    TeamTable *m_progress;
    QPushButton *m_rename, *m_role, *m_packets;
    QPushButton *m_assign, *m_handOn, *m_blind, *m_remove;
    QPushButton *m_merge, *m_compare;
    QLabel *m_warnings;
    QLabel *m_rule;
};

} // namespace galley
