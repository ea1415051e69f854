// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tarreader.h"

#include <readers/article/nestedfile.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <KArchiveDirectory>
#include <KArchiveFile>
#include <KTar>

#include <QBuffer>
#include <QMap>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestTar = 2'000'000'000;
constexpr std::array<const char *, 1> tarSuffixes{"tar"};

/// The files below a folder of the archive, by their names.
void addTarFiles(const KArchiveDirectory &folder, const QString &path, int depth, QMap<QString, const KArchiveFile *> &files)
{
    constexpr int deepest = 50;
    const QStringList names = folder.entries();
    for (const QString &name : names) {
        const KArchiveEntry *entry = folder.entry(name);
        if (entry->isFile() && entry->symLinkTarget().isEmpty() && !isHiddenEntry(path + name))
            files.insert(path + name, static_cast<const KArchiveFile *>(entry));
        else if (entry->isDirectory() && depth < deepest)
            addTarFiles(*static_cast<const KArchiveDirectory *>(entry), path + name + u'/', depth + 1, files);
    }
}

Result<ReadInfo> readTar(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestTar);
    if (!bytes)
        return std::unexpected(bytes.error());
    ReadInfo info{{}, sha256Of(*bytes), false, {}, 0};
    QBuffer packed(&*bytes);
    KTar archive(&packed);
    if (!archive.open(QIODevice::ReadOnly))
        return failed(Readers::tr("The archive is damaged: %1").arg(archive.errorString()));
    QMap<QString, const KArchiveFile *> files;
    addTarFiles(*archive.directory(), {}, 0, files);
    if (files.isEmpty())
        take({0, ReadProblem{Readers::tr("The archive holds no files.")}});
    for (const auto &[name, file] : files.asKeyValueRange()) {
        QByteArray contents = file->data();
        if (contents.size() < file->size()) {
            if (!take({0, ReadProblem{name + u": "_s + Readers::tr("It is cut off.")}}))
                break;
            continue;
        }
        QBuffer buffer(&contents);
        buffer.open(QIODevice::ReadOnly);
        if (!readNested(buffer, name, options, take, info.characters))
            break;
    }
    return info;
}

bool isTar(const FileHead &head)
{
    constexpr qsizetype place = 257;
    return head.bytes.size() >= place + 5 && head.bytes.sliced(place, 5) == "ustar";
}

} // namespace

const Reader tarReader{"tar", [] { return Readers::tr("Archive of articles (TAR)"); }, tarSuffixes, isTar, readTar, true};

} // namespace galley
