// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mimeentity.h"
#include <readers/article/statedarticle.h>

namespace galley {

/// What a mail says itself, and what it brings along.
struct MailBody
{
    Prose prose;
    std::vector<MimeEntity> attachments; ///< they point into the mail's bytes
    TextAccount account; ///< all text of its parts, also of those that say the same in another form
    QStringList losses; ///< sentences about parts that could not be read
    QStringList remarks; ///< about those that were read, with bytes that are no text
};

/// Walks the parts of a message: plain text before HTML, unless it does no more than point to that; everything else is an attachment.
MailBody mailBody(const MimeEntity &message);

} // namespace galley
