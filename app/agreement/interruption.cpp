// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.h"

#include <csignal>

namespace galley {

namespace {

volatile std::sig_atomic_t interrupted = 0;

} // namespace

Interruption::Interruption()
    : m_previous(std::signal(SIGINT, [](int) { interrupted = 1; }))
{
}

Interruption::~Interruption()
{
    std::signal(SIGINT, m_previous);
}

bool Interruption::wanted()
{
    return interrupted != 0;
}

} // namespace galley
