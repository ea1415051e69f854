// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo.h"

#include <importing/importing.h>
#include <readers/codebook/builtincodebooks.h>
#include <readers/registry.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

Result<> importSamples(ProjectStore &store)
{
    auto importer = Importer::begin(store, {});
    if (!importer)
        return std::unexpected(importer.error());
    const QString name = u":/galley/samples/demo.jsonl"_s;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    importer->beginFile(name);
    Result<> taken;
    const auto info = readerNamed(u"jsonl")->read(file, name, {}, [&](ReadRecord record) {
        taken = importer->take(record);
        return taken.has_value();
    });
    if (!taken)
        return taken;
    if (auto ended = importer->endFile(info); !ended)
        return ended;
    if (!importer->report().failures.empty())
        return failed(importer->report().failures.front().reason);
    const Stamp stamp{{}, QDateTime::currentDateTimeUtc()};
    return importer->finish(stamp).transform([](const ImportReport &) {});
}

} // namespace

Result<QString> demoProject(const QString &folder)
{
    const QDir place(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/demo"_s : folder);
    const QString path = place.absoluteFilePath(u"Demo.galley"_s);
    if (QFileInfo::exists(path))
        return path;
    if (!QDir().mkpath(place.absolutePath()))
        return failed(QCoreApplication::translate("Demo", "The folder %1 cannot be made.").arg(place.absolutePath()));
    const auto codebook = builtInCodebook(u"default");
    if (!codebook)
        return std::unexpected(codebook.error());
    // Made under another name first: a demo that is interrupted is made anew the next time.
    const QString partial = place.absoluteFilePath(u"Demo.partial.galley"_s);
    QFile::remove(partial);
    {
        auto store = ProjectStore::create(partial, *codebook, {{}, QDateTime::currentDateTimeUtc()});
        if (!store)
            return std::unexpected(store.error());
        if (auto filled = importSamples(*store); !filled)
            return std::unexpected(filled.error());
    }
    if (!QFile::rename(partial, path))
        return failed(QCoreApplication::translate("Demo", "The demo project %1 cannot be made.").arg(path));
    return path;
}

} // namespace galley
