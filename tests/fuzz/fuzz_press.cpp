// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <readers/article/writtendate.h>

#include <array>

using namespace galley;

/// The first byte chooses the reader of a press database.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr std::array readers{
        "nexis", "nexis-html", "factiva-html", "factiva-xml", "europresse", "defacto", "reuters-sgml", "apa"};
    const QByteArray bytes = fuzzing::bytesOf(data, size);
    if (bytes.isEmpty())
        return 0;
    fuzzing::readAll(readers[uint8_t(bytes.front() - '0') % readers.size()], bytes.sliced(1), u"input");
    const auto date = isoDateWritten(QString::fromUtf8(bytes.sliced(1, std::min<qsizetype>(bytes.size() - 1, 60))));
    fuzzing::require(!date || isoDateWritten(*date) == date, "a date that was read is ISO 8601");
    return 0;
}
