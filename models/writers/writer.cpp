// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "writer.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace galley {

using namespace Qt::StringLiterals;

// Each stands in its file.
extern const Writer csvWriter, jsonlWriter, bratWriter;

namespace {

struct WriterText
{
    Q_DECLARE_TR_FUNCTIONS(galley::Writer)
};

// In the order in which they are offered, the usual one first.
const std::array all{
    csvWriter,
    jsonlWriter,
    bratWriter,
};

} // namespace

std::span<const Writer> writers()
{
    return all;
}

Result<const Writer *> writerNamed(QStringView name)
{
    const auto found = std::ranges::find_if(all, [&](const Writer &writer) { return name == QLatin1StringView(writer.name); });
    if (found != all.end())
        return &*found;
    QStringList known;
    for (const Writer &writer : all)
        known += QString::fromLatin1(writer.name);
    return failed(WriterText::tr("“%1” is no format of exports; there are: %2").arg(name, known.join(", "_L1)));
}

const Writer *writerForFile(QStringView fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QStringView ending = dot < 0 ? QStringView() : fileName.sliced(dot + 1);
    const auto found = std::ranges::find_if(
        all, [&](const Writer &writer) { return ending.compare(QLatin1StringView(writer.suffix), Qt::CaseInsensitive) == 0; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace galley
