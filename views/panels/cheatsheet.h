// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QLineEdit;
class QLabel;
class QScrollArea;

namespace galley {

struct Shortcut
{
    QString group;
    QString text;
    QString keys; ///< as QKeySequence shows them; several separated by ", "

    bool operator==(const Shortcut &) const = default;
};

/// All shortcuts by group, to look something up by what it does or by its key.
class CheatSheet : public QDialog
{
    Q_OBJECT

public:
    explicit CheatSheet(QWidget *parent = nullptr);

    void setShortcuts(const std::vector<Shortcut> &shortcuts); ///< groups in order of first mention
    int shown() const; ///< how many fit the search

private:
    void fill();

    std::vector<Shortcut> m_shortcuts;
    QLineEdit *m_search;
    QScrollArea *m_area;
    QLabel *m_nothing;
    int m_shown = 0;
};

} // namespace galley
