// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting.h"

#include "coderedits.h"

#include <base/outputfile.h>

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <memory>

namespace galley {

namespace {

struct Export
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

template<typename Row>
QString namesOf(const std::vector<Row> &rows)
{
    QStringList names;
    for (const Row &row : rows)
        names += row.name;
    return names.join(QStringLiteral(", "));
}

bool goesOut(const ExportFilter &filter, CoderId coder)
{
    return filter.coders.empty() || std::ranges::contains(filter.coders, coder);
}

const char *wordOf(RulingHow how)
{
    switch (how) {
    case RulingHow::Accepted:
        return "accepted";
    case RulingHow::Union:
        return "union";
    case RulingHow::Intersection:
        return "intersection";
    case RulingHow::Edited:
        return "edited";
    case RulingHow::Nobody:
        break;
    }
    return "nobody";
}

/// The UUIDs of annotations that are there.
Result<std::vector<std::string>> uuidsOf(const ProjectStore &store, const std::vector<AnnotationId> &annotations)
{
    std::vector<std::string> uuids;
    for (const AnnotationId id : annotations) {
        const auto annotation = store.annotation(id);
        if (!annotation)
            return std::unexpected(annotation.error());
        if (*annotation)
            uuids.push_back((*annotation)->uuid.toString(QUuid::WithoutBraces).toStdString());
    }
    return uuids;
}

/// Those that go out: of the layers wanted, and not blind to who exports.
Result<std::vector<RulingRow>> rulingRows(const ProjectStore &store, const ExportFilter &filter, const Codebook &codebook, const std::vector<Coder> &coders)
{
    const auto rulings = store.rulings();
    if (!rulings)
        return std::unexpected(rulings.error());
    std::vector<RulingRow> rows;
    for (const Ruling &ruling : *rulings) {
        if (!filter.sight.sees(ruling) || (!filter.layers.empty() && !std::ranges::contains(filter.layers, ruling.layer)))
            continue;
        const auto article = store.article(ruling.article);
        auto about = uuidsOf(store, ruling.about), results = uuidsOf(store, ruling.results);
        if (!article || !about || !results)
            return std::unexpected(!article ? article.error() : !about ? about.error() : results.error());
        const Layer *layer = codebook.layer(ruling.layer);
        const auto by = std::ranges::find(coders, ruling.by, &Coder::id);
        rows.push_back({article->uuid.toString(QUuid::WithoutBraces).toStdString(), layer ? layer->name.toStdString() : std::string(), std::move(*about), std::move(*results),
                        wordOf(ruling.how), ruling.reason.toStdString(), ruling.category.toStdString(), by == coders.end() ? std::string() : by->name.toStdString(),
                        ruling.created.toUTC().toString(Qt::ISODateWithMs).toStdString()});
    }
    return rows;
}

/// Of these coders; what the layers and who may not see it leave out is in it, for how far an export is needs no more.
qint64 annotationsOf(const Counts &counts, const ExportFilter &filter)
{
    qint64 number = 0;
    for (const auto &[coder, count] : counts.byCoder) {
        if (filter.coders.empty() ? coder != consensusCoder().id : goesOut(filter, coder))
            number += count;
    }
    return number;
}

/// The dataset, of which it is told how much has been taken.
StreamedDataset told(StreamedDataset dataset, qint64 inAll, const ExportTold &tell)
{
    const auto step = [done = std::make_shared<qint64>(0), inAll, tell] {
        constexpr qint64 often = 1000;
        if (++*done % often == 0)
            tell(std::min(*done, inAll), inAll);
    };
    dataset.articles = [step, articles = std::move(dataset.articles)](const StreamedDataset::TakeArticle &take) {
        return articles([&](const ArticleRow &row) {
            step();
            return take(row);
        });
    };
    dataset.annotations = [step, annotations = std::move(dataset.annotations)](const ExportFilter &wanted, const StreamedDataset::TakeAnnotation &take) {
        return annotations(wanted, [&](const AnnotationRow &row) {
            step();
            return take(row);
        });
    };
    return dataset;
}

} // namespace

Result<ExportFilter> filterNamed(const ProjectStore &store, const QStringList &coders, const QStringList &layers)
{
    const auto codebook = store.codebook();
    const auto known = store.coders();
    if (!codebook || !known)
        return std::unexpected(!codebook ? codebook.error() : known.error());
    ExportFilter filter;
    for (const QString &name : coders) {
        if (const Coder *coder = coderNamed(*known, name)) { // also a person of the consensus' name, in a project from before there was one
            filter.coders.push_back(coder->id);
        } else if (isConsensusName(name)) {
            filter.coders.push_back(consensusCoder().id);
        } else if (name == QLatin1StringView("all")) {
            for (const Coder &person : *known)
                filter.coders.push_back(person.id);
            filter.coders.push_back(consensusCoder().id);
        } else {
            return failed(Export::tr("there is no coder “%1”; the coders are: %2").arg(name, namesOf(*known)));
        }
    }
    for (const QString &name : layers) {
        const Layer *layer = codebook->layer(name);
        if (!layer)
            return failed(Export::tr("there is no layer “%1”; the layers are: %2").arg(name, namesOf(codebook->layers())));
        filter.layers.push_back(layer->id);
    }
    return filter;
}

Result<StreamedDataset> datasetOf(const ProjectStore &store, const ExportFilter &filter)
{
    auto codebook = store.codebook();
    auto coders = store.coders();
    auto actors = store.actors();
    auto samples = store.samples();
    const auto families = store.hasFamilies();
    const auto unseen = store.actorsUnseen(filter.sight);
    const Error *failure = !codebook ? &codebook.error()
        : !coders                    ? &coders.error()
        : !actors                    ? &actors.error()
        : !unseen                    ? &unseen.error()
        : !samples                   ? &samples.error()
        : !families                  ? &families.error()
                                     : nullptr;
    if (failure)
        return std::unexpected(*failure);
    std::optional<std::vector<RulingRow>> rulings;
    if (std::ranges::contains(filter.coders, consensusCoder().id)) {
        auto rows = rulingRows(store, filter, *codebook, *coders);
        if (!rows)
            return std::unexpected(rows.error());
        rulings = std::move(*rows);
    }
    coders->push_back(consensusCoder());
    std::erase_if(*coders, [&](const Coder &coder) {
        return !goesOut(filter, coder.id) || (filter.coders.empty() && coder.role == CoderRole::Consensus);
    });
    std::erase_if(*actors, [&](const Actor &actor) { return std::ranges::binary_search(*unseen, actor.id); });
    const auto articles = [&store, filter](const StreamedDataset::TakeArticle &take) {
        if (filter.coders.empty() && filter.sight.seesAll())
            return store.forEachArticle(take);
        return store.forEachArticle([&](ArticleRow row) {
            std::erase_if(row.progress, [&](const Progress &progress) { return !goesOut(filter, progress.coder) || !filter.sight.sees(progress); });
            return take(row);
        });
    };
    const auto annotations = [&store, filter](const ExportFilter &wanted, const StreamedDataset::TakeAnnotation &take) {
        return store.forEachAnnotation({wanted.withUncodedArticles, filter.coders, filter.layers, filter.sight}, take);
    };
    return StreamedDataset{std::move(*codebook),
                           std::move(*coders),
                           std::move(*actors),
                           std::move(*samples),
                           *families,
                           articles,
                           annotations,
                           std::move(rulings)};
}

Result<qint64> exportTo(const ProjectStore &store, QIODevice &device, const QString &format, const WriteOptions &options, const ExportFilter &filter, const ExportTold &tell)
{
    return writerNamed(format).and_then([&](const Writer *writer) {
        return datasetOf(store, filter).and_then([&](StreamedDataset dataset) {
            if (!tell)
                return writer->write(dataset, device, options);
            return store.counts().and_then([&](const Counts &counts) {
                const qint64 inAll = annotationsOf(counts, filter) + (writer->withArticles ? counts.articles : 0);
                return writer->write(told(std::move(dataset), inAll, tell), device, options);
            });
        });
    });
}

Result<qint64> exportToFolder(const ProjectStore &store, const QString &path, const QString &format, const WriteOptions &options, const ExportFilter &filter)
{
    const auto writer = writerNamed(format);
    if (!writer)
        return std::unexpected(writer.error());
    if (!(*writer)->writeFiles)
        return failed(Export::tr("“%1” is one file, not a folder of them.").arg(format));
    const QDir folder(path);
    if (folder.exists() && !folder.isEmpty())
        return failed(Export::tr("The folder %1 holds something already; choose one that is empty, or a name that is free.").arg(path));
    if (!folder.mkpath(QStringLiteral(".")))
        return failed(Export::tr("The folder %1 cannot be made.").arg(path));
    const TakeFile take = [&](const QString &name, const QByteArray &bytes) -> Result<> {
        OutputFile file(folder.filePath(name));
        if (file.open() && file.write(bytes) && file.commit())
            return {};
        return failed(Export::tr("The file %1 cannot be written.").arg(folder.filePath(name)), file.errorString());
    };
    return datasetOf(store, filter).and_then([&](const StreamedDataset &dataset) { return (*writer)->writeFiles(dataset, take, options); });
}

Result<qint64> exportToFile(const ProjectStore &store, const QString &path, const QString &format, const WriteOptions &options, const ExportFilter &filter)
{
    if (const auto known = writerNamed(format); !known)
        return std::unexpected(known.error());
    OutputFile file(path);
    if (!file.open())
        return failed(Export::tr("The file %1 cannot be written.").arg(path), file.errorString());
    auto rows = exportTo(store, file.device(), format, options, filter);
    if (rows && !file.commit())
        return failed(Export::tr("The file %1 cannot be written.").arg(path), file.errorString());
    return rows;
}

} // namespace galley
