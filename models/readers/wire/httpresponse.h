// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mimeheader.h"

#include <domain/error.h>

#include <QByteArray>

namespace galley {

/// What a web server answered, as an archive keeps it.
struct HttpResponse
{
    int status = 0;
    MimeValue type;
    QByteArray body; ///< chunks joined, decompressed
};

/// Fails where it is no response, or compressed in a way that is not read.
Result<HttpResponse> httpResponse(const QByteArray &bytes);

} // namespace galley
