// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting.h"

#include <writers/csvwriter.h>
#include <writers/jsonlwriter.h>

#include <QCoreApplication>
#include <QSaveFile>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct People
{
    Codebook codebook;
    std::vector<Coder> coders;
    std::vector<Actor> actors;
};

Result<People> peopleOf(const ProjectStore &store)
{
    auto codebook = store.codebook();
    auto coders = store.coders();
    auto actors = store.actors();
    if (!codebook || !coders || !actors)
        return std::unexpected(!codebook ? codebook.error() : !coders ? coders.error() : actors.error());
    return People{std::move(*codebook), std::move(*coders), std::move(*actors)};
}

Result<qint64> exportCsv(const ProjectStore &store, QIODevice &device, const People &people, const ExportOptions &options)
{
    const auto families = store.hasFamilies();
    if (!families)
        return std::unexpected(families.error());
    CsvWriter writer(device, people.codebook, people.coders, people.actors, {options.bom, options.excelSafe, *families});
    qint64 rows = 0;
    const auto written = store.forEachAnnotation({options.allArticles, {}, {}}, [&](const AnnotationRow &row) {
        ++rows;
        return writer.write(row);
    });
    if (!written)
        return std::unexpected(written.error());
    return writer.finish().transform([=] { return rows; });
}

Result<qint64> exportJsonl(const ProjectStore &store, QIODevice &device, const People &people)
{
    JsonlWriter writer(device, people.codebook, people.coders, people.actors);
    qint64 lines = 1 + qint64(people.coders.size());
    if (auto written = writer.write(people.codebook); !written)
        return std::unexpected(written.error());
    for (const Coder &coder : people.coders) {
        if (auto written = writer.write(coder); !written)
            return std::unexpected(written.error());
    }
    const auto count = [&](const auto &row) {
        ++lines;
        return writer.write(row);
    };
    if (auto written = store.forEachArticle([&](const ArticleRow &row) { return count(row); }); !written)
        return std::unexpected(written.error());
    if (auto written = store.forEachAnnotation({}, [&](const AnnotationRow &row) { return count(row); }); !written)
        return std::unexpected(written.error());
    const auto samples = store.samples();
    if (!samples)
        return std::unexpected(samples.error());
    for (const StoredSample &sample : *samples) {
        if (auto written = count(sample); !written)
            return std::unexpected(written.error());
    }
    return writer.finish().transform([=] { return lines; });
}

} // namespace

Result<qint64> exportTo(const ProjectStore &store, QIODevice &device, const QString &format, const ExportOptions &options)
{
    const auto people = peopleOf(store);
    if (!people)
        return std::unexpected(people.error());
    return format == "jsonl"_L1 ? exportJsonl(store, device, *people) : exportCsv(store, device, *people, options);
}

Result<qint64> exportToFile(const ProjectStore &store, const QString &path, const QString &format, const ExportOptions &options)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(QCoreApplication::translate("Export", "The file %1 cannot be written.").arg(path), file.errorString());
    auto rows = exportTo(store, file, format, options);
    if (rows && !file.commit())
        return failed(QCoreApplication::translate("Export", "The file %1 cannot be written.").arg(path), file.errorString());
    return rows;
}

} // namespace galley
