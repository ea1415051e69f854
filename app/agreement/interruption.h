// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace galley {

/// While one lives, Ctrl+C asks long work to end instead of ending the program.
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    static bool wanted();

private:
    void (*m_previous)(int);
};

} // namespace galley
