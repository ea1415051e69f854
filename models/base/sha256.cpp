// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sha256.h"

#include <openssl/evp.h>

#include <new>

namespace galley {

namespace {

struct Free
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

using Context = std::unique_ptr<EVP_MD_CTX, Free>;

/// Found once: each look-up of an algorithm by the library costs as much as a short text's digest.
const EVP_MD *algorithm()
{
    static const EVP_MD *const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (!found)
        throw std::bad_alloc();
    return found;
}

Context newContext()
{
    Context context(EVP_MD_CTX_new());
    if (!context)
        throw std::bad_alloc();
    return context;
}

QByteArray finished(EVP_MD_CTX *context)
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char *>(digest.data()), nullptr);
    return digest.toHex();
}

} // namespace

struct Sha256::Private
{
    Context context = newContext();
};

Sha256::Sha256()
    : d(std::make_unique<Private>())
{
    EVP_DigestInit_ex(d->context.get(), algorithm(), nullptr);
}

Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(d->context.get(), bytes.data(), size_t(bytes.size()));
}

QByteArray Sha256::hex() const
{
    const Context copy = newContext(); // more may be added
    EVP_MD_CTX_copy_ex(copy.get(), d->context.get());
    return finished(copy.get());
}

QByteArray sha256Of(QByteArrayView bytes)
{
    QByteArray digest(32, Qt::Uninitialized);
    EVP_Digest(bytes.data(), size_t(bytes.size()), reinterpret_cast<unsigned char *>(digest.data()), nullptr, algorithm(), nullptr);
    return digest.toHex();
}

} // namespace galley
