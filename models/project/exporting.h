// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/projectstore.h>
#include <writers/writer.h>

namespace galley {

/// Whose work and which layers go out, by names; the consensus by its own. What is empty stands for all who code, and all layers.
/// An error says what there is.
Result<ExportFilter> filterNamed(const ProjectStore &store, const QStringList &coders, const QStringList &layers);

/// What a project holds of these coders and layers, as writers take it: a view, as long as the store lives.
Result<StreamedDataset> datasetOf(const ProjectStore &store, const ExportFilter &filter = {});

/// Streams the dataset to a device in the format of that name; an unknown one is an error that names those there are.
/// Gives the number of rows or lines, without the header.
Result<qint64> exportTo(const ProjectStore &store, QIODevice &device, const QString &format, const WriteOptions &options,
                        const ExportFilter &filter = {});

/// The same into a file, which is there whole or not at all.
Result<qint64> exportToFile(const ProjectStore &store, const QString &path, const QString &format, const WriteOptions &options,
                        const ExportFilter &filter = {});

} // namespace galley
