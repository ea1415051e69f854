// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../agreement/summaryjson.h"
#include "commands.h"

#include <agreement/reliabilitysummary.h>

namespace galley {

/// `galley agreement PROJECT --summary`: what the window's place Agreement shows.
struct SummaryOptions
{
    bool wanted = false, json = false;
    std::string format = "text", spans = "fit";
    std::vector<double> thresholds; ///< empty: those of the study
    int window = 20;
    double halfWidth = 0.05;
};

void addTo(CLI::App &command, SummaryOptions &options, CLI::Option *project);

/// Tables for people or a methods section, or JSON.
Result<QString> summaryOf(const ProjectStore &store, const ComparedParts &parts, const SummaryRequest &request, const SummaryOptions &options, const SummaryParts &behind);

} // namespace galley
