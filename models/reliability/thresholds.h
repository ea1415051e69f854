// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace galley {

/// From which coefficient on a study takes a variable as reliable, and from which for tentative conclusions only; as Krippendorff (2019,
/// 12.9) proposes them unless the study states its own.
struct Thresholds
{
    double reliable = 0.8;
    double tentative = 0.667;

    bool operator==(const Thresholds &) const = default;
};

} // namespace galley
