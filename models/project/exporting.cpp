// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting.h"

#include <base/outputfile.h>

#include <QCoreApplication>

namespace galley {

Result<StreamedDataset> datasetOf(const ProjectStore &store)
{
    auto codebook = store.codebook();
    auto coders = store.coders();
    auto actors = store.actors();
    auto samples = store.samples();
    const auto families = store.hasFamilies();
    const Error *failure = !codebook ? &codebook.error()
        : !coders                    ? &coders.error()
        : !actors                    ? &actors.error()
        : !samples                   ? &samples.error()
        : !families                  ? &families.error()
                                     : nullptr;
    if (failure)
        return std::unexpected(*failure);
    return StreamedDataset{std::move(*codebook),
                           std::move(*coders),
                           std::move(*actors),
                           std::move(*samples),
                           *families,
                           [&store](const auto &take) { return store.forEachArticle(take); },
                           [&store](const ExportFilter &filter, const auto &take) { return store.forEachAnnotation(filter, take); }};
}

Result<qint64> exportTo(const ProjectStore &store, QIODevice &device, const QString &format, const WriteOptions &options)
{
    return writerNamed(format).and_then([&](const Writer *writer) {
        return datasetOf(store).and_then([&](const StreamedDataset &dataset) { return writer->write(dataset, device, options); });
    });
}

Result<qint64> exportToFile(const ProjectStore &store, const QString &path, const QString &format, const WriteOptions &options)
{
    if (const auto known = writerNamed(format); !known)
        return std::unexpected(known.error());
    OutputFile file(path);
    if (!file.open())
        return failed(QCoreApplication::translate("Export", "The file %1 cannot be written.").arg(path), file.errorString());
    auto rows = exportTo(store, file.device(), format, options);
    if (rows && !file.commit())
        return failed(QCoreApplication::translate("Export", "The file %1 cannot be written.").arg(path), file.errorString());
    return rows;
}

} // namespace galley
