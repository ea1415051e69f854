// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <domain/textpositions.h>
#include <readers/standoff/bratrecords.h>
#include <readers/text/decoding.h>

using namespace galley;

/// Whatever a file of annotations says: what is taken of it is in the text, and each of its ranges is one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = decoded(fuzzing::bytesOf(data, size));
    if (!text)
        return 0;
    const brat::SourceText source(QStringLiteral("Ministers met today.\r\n\r\nThe alliance 🛡️ raised its guard; taxes rose too."));
    const brat::File file = brat::parsed(text->text);
    const brat::Counting counting = brat::countingOf(source, file.textBounds);
    const qsizetype length = source.positions().codePoints();
    for (const ReadRecord &record : brat::recordsOf(file, counting, {}, {})) {
        const auto *annotation = std::get_if<ReadAnnotation>(&record.value);
        if (!annotation)
            continue;
        qint64 last = 0;
        for (const auto &[begin, end] : annotation->ranges) {
            if (begin < last || end <= begin || end > length)
                abort();
            last = end;
        }
    }
    return 0;
}
