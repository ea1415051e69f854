// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// A mail (RFC 5322 with MIME): its subject is the headline, its header goes to fields. Attached texts and articles, mails
/// among them, become articles of their own; what else is attached is named.
extern const Reader emlReader;

} // namespace galley
