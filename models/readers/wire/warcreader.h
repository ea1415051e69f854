// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Web archives (WARC 1.0 and 1.1, plain or with gzip): every page that a server answered with is an article, read as a
/// saved page is; its address and the day it was kept are stated by the archive. Requests, revisits and pictures are counted.
extern const Reader warcReader;

} // namespace galley
