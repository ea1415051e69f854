// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/textpositions.h>
#include <readers/registry.h>

#include <QBuffer>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What libFuzzer calls with each input; 0: go on.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace galley::fuzzing {

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

/// A promise of the readers was broken: end as a crash does, so that the input is kept.
inline void require(bool kept, const char *promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// What holds for every article, wherever it came from.
inline void check(const ReadArticle &read)
{
    require(!read.text.isEmpty(), "an article has text");
    require(read.text.isValidUtf16(), "a text is whole characters");
    require(!read.text.contains(QChar(u'\0')), "a text holds no NUL");
    require(!read.text.contains(u'\r'), "line ends are LF");
    const qsizetype length = TextPositions(read.text).codePoints();
    for (const Zone &zone : read.zones)
        require(zone.range.begin >= 0 && zone.range.begin < zone.range.end && zone.range.end <= length,
            "a zone lies within its text");
}

/// Reads everything with one reader and checks what comes.
inline void readAll(const char *reader, QByteArray bytes, QStringView fileName)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto info = readerNamed(QString::fromLatin1(reader))->read(buffer, fileName, {}, [](const ReadRecord &record) {
        require(record.line >= 0, "lines are counted from 1");
        if (const auto *article = std::get_if<ReadArticle>(&record.value))
            check(*article);
        if (const auto *annotation = std::get_if<ReadAnnotation>(&record.value)) {
            for (const auto &[begin, end] : annotation->ranges)
                require(begin < end, "a range is not empty");
        }
        if (const auto *problem = std::get_if<ReadProblem>(&record.value))
            require(!problem->reason.isEmpty(), "a problem has a reason");
        return true;
    });
    require(info || !info.error().message.isEmpty(), "an error has a message");
}

} // namespace galley::fuzzing
