// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QPushButton;

namespace galley {

class TeamTable;

/// A row that was altered on two copies, as it is shown: what it is, what stands, what the other copy says.
struct ShownApart
{
    QString what, stands, other;
    bool isSeen = false;      ///< it is in an article, and can be gone to
    bool mayBeBoth = false;   ///< both can be kept
};

/// What two copies altered without knowing of each other, each decided by one key: T takes the other version, K keeps what stands,
/// B keeps both of an annotation, Return goes where it is.
class ApartDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ApartDialog(QWidget *parent = nullptr);

    void setVersions(const std::vector<ShownApart> &versions); ///< the row chosen stays the one at its place

signals:
    void takeRequested(int version);
    void keepRequested(int version);
    void bothRequested(int version);
    void goRequested(int version);

private:
    int chosen() const; ///< -1: none
    void enableButtons();

    std::vector<ShownApart> m_versions;
    TeamTable *m_table;
    QPushButton *m_take, *m_keep, *m_both, *m_go;
};

} // namespace galley
