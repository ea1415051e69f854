// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worktimes.h"

#include <algorithm>

namespace galley {

WorkTimes workTimes(std::vector<WorkStep> steps, std::chrono::milliseconds pause)
{
    std::ranges::stable_sort(steps, {}, [](const WorkStep &step) { return std::pair(step.coder, step.at); });
    WorkTimes times;
    const WorkStep *last = nullptr;
    for (const WorkStep &step : steps) {
        if (step.article) {
            ArticleTime &time = times[{step.coder, step.article}];
            const std::chrono::milliseconds gap(last && last->coder == step.coder ? last->at.msecsTo(step.at) : 0);
            time.spent += gap <= pause ? gap : std::chrono::milliseconds();
            time.days.insert(step.at.toLocalTime().date());
        }
        last = &step;
    }
    return times;
}

} // namespace galley
