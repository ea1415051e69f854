// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mimeheader.h"

#include <domain/error.h>

#include <QByteArray>

#include <utility>
#include <vector>

namespace galley {

/// A message, or a part of one: its header fields and the bytes below them, which it points into.
struct MimeEntity
{
    std::vector<std::pair<QByteArray, QByteArray>> fields; ///< as written, unfolded
    QByteArrayView body;

    QByteArray field(const char *name) const; ///< the first of this name in any case; empty where there is none
    MimeValue type() const; ///< plain text where none is stated
    QString fileName() const;
    bool isStatedAttachment() const;
    bool isAttached() const; ///< says that it is, or has a file's name
};

/// Parts header from body. A message may have blank lines above its header; a part that begins with one has no header.
MimeEntity mimeMessage(QByteArrayView bytes);
MimeEntity mimePart(QByteArrayView bytes);

/// The parts of a multipart body; what stands before the first and behind the last boundary is for old programs.
std::vector<QByteArrayView> mimeParts(QByteArrayView body, const QByteArray &boundary);

/// The body's bytes, its transfer encoding undone.
Result<QByteArray> transferDecoded(const MimeEntity &entity);

/// Do these bytes begin with the header of a mail?
bool beginsMail(QByteArrayView bytes);

} // namespace galley
