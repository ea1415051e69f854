// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace galley {

/// A counter-based generator (Philox4x32-10; Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
/// Stream n of a seed is the same whoever draws it when, so replicates may run on any number of threads.
class Random
{
public:
    Random(quint64 seed, quint64 stream);

    quint32 next();
    quint64 next64()
    {
        const quint64 high = next();
        return high << 32 | next();
    }
    double uniform() { return double(next64() >> 11) * 0x1p-53; } ///< [0, 1)
    quint32 below(quint32 bound);                                 ///< [0, bound), each equally likely; bound > 0
    double normal();                                              ///< mean 0, standard deviation 1 (Box-Muller)

private:
    void refill();

    std::array<quint32, 2> m_key;
    std::array<quint32, 4> m_counter;
    std::array<quint32, 4> m_block{};
    int m_left = 0;
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace galley
