// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace galley {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. OpenSSL's, as it uses the processor's own instructions: hashing
/// the texts and the files took a fifth to a third of an import with QCryptographicHash.
class Sha256
{
public:
    Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    ~Sha256();

    void add(QByteArrayView bytes);
    QByteArray hex() const; ///< of what was added so far, in lower case

private:
    struct Private;
    std::unique_ptr<Private> d;
};

QByteArray sha256Of(QByteArrayView bytes); ///< likewise

} // namespace galley
