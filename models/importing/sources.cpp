// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources.h"

#include "datasetrecords.h"

#include <project/exporting.h>

#include <base/sha256.h>
#include <store/projectstore.h>

#include <QCoreApplication>
#include <QFileDevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::ProjectSource)
};

constexpr std::array<const char *, 1> suffixes{"galley"};

bool recognises(const FileHead &head)
{
    constexpr qsizetype idPlace = 68; // of SQLite's application id
    return head.bytes.startsWith("SQLite format 3") && head.bytes.size() >= idPlace + 4
        && head.bytes.sliced(idPlace, 4) == QByteArrayView("GLLY");
}

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    const auto *file = qobject_cast<QFileDevice *>(&device);
    if (!file)
        return failed(Tr::tr("A project is read from a file only."));
    const auto store = ProjectStore::open(file->fileName(), ProjectStore::Mode::ReadOnly);
    if (!store)
        return std::unexpected(store.error());
    const auto given = datasetOf(*store).and_then([&](const StreamedDataset &dataset) { return giveRecords(dataset, take); });
    if (!given)
        return std::unexpected(given.error());
    if (!device.seek(0))
        return failed(device.errorString());
    Sha256 hash;
    constexpr qint64 block = 1 << 20;
    for (QByteArray part = device.read(block); !part.isEmpty(); part = device.read(block))
        hash.add(part);
    return device.atEnd() ? Result<ReadInfo>(ReadInfo{u"UTF-8"_s, hash.hex()}) : failed(device.errorString());
}

} // namespace

const Reader projectReader{"galley", [] { return Tr::tr("Galley project"); }, suffixes, recognises, read};

std::vector<const Reader *> sourceReaders()
{
    std::vector<const Reader *> all{&projectReader};
    for (const Reader &reader : readers())
        all.push_back(&reader);
    return all;
}

const Reader *sourceReaderNamed(QStringView name)
{
    return name == QLatin1StringView(projectReader.name) ? &projectReader : readerNamed(name);
}

Result<const Reader *> sourceReaderFor(QByteArrayView head, QStringView fileName)
{
    return recognises({head, {}, fileName}) ? &projectReader : readerFor(head, fileName);
}

} // namespace galley
