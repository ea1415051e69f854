// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"

#include <cmath>
#include <numbers>

namespace galley {

Random::Random(quint64 seed, quint64 stream)
    : m_key{quint32(seed), quint32(seed >> 32)}
    , m_counter{0, 0, quint32(stream), quint32(stream >> 32)}
{
}

void Random::refill()
{
    std::array<quint32, 4> x = m_counter;
    std::array<quint32, 2> key = m_key;
    for (int round = 0; round < 10; ++round) {
        const quint64 first = quint64(0xD2511F53u) * x[0];
        const quint64 second = quint64(0xCD9E8D57u) * x[2];
        x = {quint32(second >> 32) ^ x[1] ^ key[0], quint32(second), quint32(first >> 32) ^ x[3] ^ key[1], quint32(first)};
        key[0] += 0x9E3779B9u;
        key[1] += 0xBB67AE85u;
    }
    m_block = x;
    m_left = 4;
    if (++m_counter[0] == 0)
        ++m_counter[1];
}

quint32 Random::next()
{
    if (m_left == 0)
        refill();
    return m_block[size_t(4 - m_left--)];
}

quint32 Random::below(quint32 bound)
{
    // Lemire 2019: a multiplication, and a rejection so seldom that the modulus hardly counts.
    quint64 product = quint64(next()) * bound;
    if (quint32(product) < bound) {
        const quint32 threshold = (0u - bound) % bound;
        while (quint32(product) < threshold)
            product = quint64(next()) * bound;
    }
    return quint32(product >> 32);
}

double Random::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    const double angle = 2 * std::numbers::pi * uniform();
    m_spare = radius * std::sin(angle);
    m_hasSpare = true;
    return radius * std::cos(angle);
}

} // namespace galley
