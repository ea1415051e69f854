// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>
#include <sampling/sample.h>
#include <store/projectstore.h>

/// Samples of a project's articles: drawn, kept, found again.
namespace galley {

/// What samples are drawn from: every article in its newest text.
Result<std::vector<Article>> sampleFrame(const ProjectStore &store);

/// Keeps a sample under a name that no other has. `name` empty: "Sample 1".
Result<Change> addSample(const std::vector<StoredSample> &known, SampleId fresh, const QString &name, const Sample &sample);

/// The sample a name or a UUID means; null where there is none.
const StoredSample *sampleNamed(const std::vector<StoredSample> &known, const QString &name);

Result<Sample> sampleOf(const StoredSample &stored);

/// Reads the record and draws once more from the articles there are now; the error says what has changed since.
Result<Sample> drawnAgain(const StoredSample &stored, const std::vector<Article> &frame);

} // namespace galley
