// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/projectstore.h>
#include <writers/writer.h>

#include <functional>

namespace galley {

/// Whose work and which layers go out, by names; the consensus by its own. What is empty stands for all who code, and all layers.
/// An error says what there is.
Result<ExportFilter> filterNamed(const ProjectStore &store, const QStringList &coders, const QStringList &layers);

/// What a project holds of these coders and layers, as writers take it: a view, as long as the store lives.
Result<StreamedDataset> datasetOf(const ProjectStore &store, const ExportFilter &filter = {});

/// How far an export is, in rows of any kind; told now and then.
using ExportTold = std::function<void(qint64 done, qint64 inAll)>;

/// Streams the dataset to a device in the format of that name; an unknown one is an error that names those there are.
/// Gives the number of rows or lines, without the header.
Result<qint64> exportTo(const ProjectStore &store, QIODevice &device, const QString &format, const WriteOptions &options,
                        const ExportFilter &filter = {}, const ExportTold &tell = {});

/// The same into a file, which is there whole or not at all.
Result<qint64> exportToFile(const ProjectStore &store, const QString &path, const QString &format, const WriteOptions &options,
                        const ExportFilter &filter = {});

/// A format of several files into a folder, which is made or holds nothing: what is there is not written over.
Result<qint64> exportToFolder(const ProjectStore &store, const QString &folder, const QString &format, const WriteOptions &options,
                              const ExportFilter &filter = {});

} // namespace galley
