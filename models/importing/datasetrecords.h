// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>
#include <writers/streameddataset.h>

namespace galley {

/// Gives a dataset as records: coders, articles each with its progress, annotations, samples; not its codebook, which is the other
/// team's. The same as by way of the lossless export. Ends without an error where no more is wanted.
Result<> giveRecords(const StreamedDataset &dataset, const TakeRecord &take);

} // namespace galley
