// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <readers/text/decoding.h>

using namespace galley;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzzing::bytesOf(data, size);
    const auto reader = readerFor(bytes, u"input");
    fuzzing::require(reader ? *reader != nullptr : !reader.error().message.isEmpty(), "there is a reader or a reason");
    fuzzing::readAll("text", bytes, u"input");
    const auto utf8 = decodedToUtf8(bytes);
    const auto text = decoded(bytes);
    fuzzing::require(utf8.has_value() == text.has_value() || bytes.contains('\0'), "both ways of decoding agree");
    if (text && utf8) {
        QString same = fromValidUtf8(utf8->bytes);
        unifyLineEnds(same);
        fuzzing::require(same == text->text, "both ways of decoding give the same text");
    }
    for (const char *name : {"UTF-16LE", "UTF-32BE", "windows-1252", "Shift_JIS"}) {
        if (const auto forced = decoded(bytes, QString::fromLatin1(name)))
            fuzzing::require(forced->text.isValidUtf16(), "decoded text is whole characters");
    }
    return 0;
}
