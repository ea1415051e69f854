// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <readers/json/jsonparser.h>

#include <QJsonDocument>

using namespace galley;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzzing::bytesOf(data, size);
    fuzzing::readAll("jsonl", bytes, u"input");
    // Where the fast parser takes an object, it is the one that Qt's finds. (Qt's drops byte order marks.)
    if (const auto object = JsonParser().object(bytes); object && !bytes.contains("\xEF\xBB\xBF") && QJsonDocument::fromJson(bytes).object() != *object)
        abort();
    return 0;
}
