// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/article.h>
#include <domain/codebook.h>
#include <domain/range.h>

#include <vector>

namespace galley {

/// The stretches that stay of a text when others are taken out, and where positions come to lie then. Code points.
class Remainder
{
public:
    Remainder(qint64 length, std::vector<Range> taken);

    qint64 length() const { return position(m_length); }
    qint64 position(qint64 original) const;
    Range range(Range original) const { return {position(original.begin), position(original.end)}; } ///< may become empty

private:
    qint64 m_length;
    std::vector<Range> m_taken; ///< sorted, apart
};

/// Those of the zones that the layer leaves out, and those of the kinds given.
std::vector<Range> leftOut(const std::vector<Zone> &zones, const Layer &layer, const std::vector<ZoneKind> &excluded = {});

} // namespace galley
