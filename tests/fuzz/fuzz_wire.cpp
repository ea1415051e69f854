// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <array>

using namespace galley;

/// The first byte chooses the reader.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr std::array readers{
        "nitf", "newsml-g2", "newsml12", "ninjs", "feeds", "wxr", "eml", "iptc7901", "anpa", "warc"};
    if (size > 0)
        fuzzing::readAll(readers[data[0] % readers.size()], fuzzing::bytesOf(data + 1, size - 1), u"input");
    return 0;
}
