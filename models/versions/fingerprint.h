// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QStringView>

#include <limits>
#include <vector>

namespace galley {

/// What is kept of a text to tell whether another is a copy of it: its shingles, each five words in a row, as hashes. Words are
/// compared without case, accents and punctuation; a script that writes no spaces counts by characters. The same on any machine.
struct Fingerprint
{
    std::vector<quint32> shingles; ///< ascending, each once; of a long text only those up to `bound`
    quint32 bound = std::numeric_limits<quint32>::max();
    qsizetype words = 0;

    bool operator==(const Fingerprint &) const = default;
};

/// Of the parts of a text that count, in code points and in order; what was left out between two parts parts no words.
/// Leave out what an outlet puts under every article, see isBoilerplate().
Fingerprint fingerprintOf(QStringView text, const std::vector<Range> &parts);
Fingerprint fingerprintOf(QStringView text);

} // namespace galley
