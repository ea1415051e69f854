// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nestedfile.h"

#include "articlefields.h"

#include <readers/readerfor.h>
#include <readers/readertext.h>

#include <QIODevice>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepestNested = 5; // archives can hold themselves
thread_local int nestedDepth = 0;

struct OneDeeper
{
    OneDeeper() { ++nestedDepth; }
    ~OneDeeper() { --nestedDepth; }
};

QString ofFile(const QString &name, const QString &reason)
{
    return name + u": "_s + reason;
}

} // namespace

bool isHiddenEntry(const QString &name)
{
    const QStringList parts = name.split(u'/');
    return name.endsWith(u'/') || std::ranges::any_of(parts, [](const QString &part) { return part.startsWith(u'.') || part == "__MACOSX"_L1; })
        || parts.back() == "Thumbs.db"_L1 || parts.back() == "desktop.ini"_L1;
}

bool readNested(QIODevice &device, const QString &name, const ReadOptions &options, const TakeRecord &take, std::optional<qint64> &characters)
{
    const OneDeeper deeper;
    const auto problem = [&](const QString &reason, bool remark) { return take({0, ReadProblem{ofFile(name, reason), remark}}); };
    if (nestedDepth > deepestNested)
        return problem(Readers::tr("Archives within archives go too deep; the inner ones were left out."), false);
    constexpr qint64 looked = 1 << 16;
    const auto reader = readerFor(device.peek(looked), name);
    if (!reader)
        return problem(reader.error().message, false);
    bool more = true;
    const auto info = (*reader)->read(device, name, options, [&](ReadRecord record) {
        if (auto *read = std::get_if<ReadArticle>(&record.value))
            addField(read->article, u"file"_s, name);
        else if (auto *found = std::get_if<ReadProblem>(&record.value))
            found->reason = ofFile(name, found->reason);
        more = take(std::move(record));
        return more;
    });
    if (!more)
        return false;
    if (!info)
        return problem(info.error().message, false);
    characters = characters && info->characters ? std::optional(*characters + *info->characters) : std::nullopt;
    if (info->encodingGuessed && !problem(Readers::tr("encoding guessed: %1").arg(info->encoding), true))
        return false;
    for (const QString &remark : info->remarks) {
        if (!problem(remark, true))
            return false;
    }
    return true;
}

} // namespace galley
