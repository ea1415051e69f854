// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <string>

class QIODevice;

namespace galley {

/// Text on its way to a device, in large pieces.
class OutputBuffer
{
public:
    explicit OutputBuffer(QIODevice &device);

    std::string text; ///< append here

    /// Writes when enough has gathered; fails when the device takes no more (a full disk).
    Result<> drain();
    /// Writes everything.
    Result<> finish();

private:
    QIODevice &m_device;
};

} // namespace galley
