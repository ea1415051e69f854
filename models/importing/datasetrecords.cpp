// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasetrecords.h"

#include <domain/labels.h>
#include <domain/rangetext.h>

namespace galley {

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QUuid uuidOf(std::string_view utf8)
{
    return QUuid::fromString(QLatin1StringView(utf8.data(), qsizetype(utf8.size())));
}

QDateTime timeOf(std::string_view utf8)
{
    return QDateTime::fromString(textOf(utf8), Qt::ISODateWithMs).toUTC();
}

QString keyOf(const QUuid &uuid)
{
    return uuid.toString(QUuid::WithoutBraces);
}

/// What only the other project knows is left out: ids and what follows from the text.
ReadArticle recordOf(const ArticleRow &row)
{
    ReadArticle read;
    read.article = row.article;
    read.article.id = {};
    read.article.source = {};
    read.article.length = 0;
    read.article.textSha256.clear();
    read.article.family = {};
    read.article.revises = {};
    read.key = keyOf(row.article.uuid);
    read.text = textOf(row.text);
    read.zones = row.zones;
    for (Zone &zone : read.zones)
        zone = {{}, {}, zone.kind, zone.range};
    read.zonesStated = true;
    read.family = row.family;
    read.revises = row.revises;
    if (!row.source.path.isEmpty() || !row.source.sha256.isEmpty() || !row.source.encoding.isEmpty())
        read.source = Source{{}, row.source.path, row.source.sha256, row.source.encoding};
    return read;
}

/// By the codebook's order; a variable that takes one value has one.
std::vector<std::pair<QString, std::vector<QString>>> valuesOf(const AnnotationRow &row, const Labels &labels)
{
    std::vector<std::pair<QString, std::vector<QString>>> values;
    for (const Labels::Column &column : labels.columns()) {
        if (column.passage)
            continue;
        std::vector<QString> words;
        for (const VariableValue &value : row.values) {
            if (value.variable == column.variable && (words.empty() || column.multiple))
                words.push_back(QString::fromStdString(labels.text(value.value)));
        }
        if (!words.empty())
            values.emplace_back(QString::fromStdString(column.name), std::move(words));
    }
    return values;
}

using StatedRanges = std::vector<std::pair<qint64, qint64>>;

StatedRanges statedRanges(const std::vector<Range> &ranges)
{
    StatedRanges stated;
    for (const Range &range : ranges)
        stated.emplace_back(range.begin, range.end);
    return stated;
}

std::vector<std::pair<QString, std::vector<ReadPassage>>> passagesOf(const AnnotationRow &row, const Labels &labels)
{
    std::vector<std::pair<QString, std::vector<ReadPassage>>> passages;
    for (const VariableValue &value : row.values) {
        const auto *passage = std::get_if<Passage>(&value.value);
        const int column = labels.column(value.variable);
        if (!passage || column < 0)
            continue;
        const QString name = QString::fromStdString(labels.columns()[size_t(column)].name);
        if (passages.empty() || passages.back().first != name)
            passages.emplace_back(name, std::vector<ReadPassage>());
        passages.back().second.push_back({statedRanges(passage->ranges), passage->quote});
    }
    return passages;
}

ReadAnnotation recordOf(const AnnotationRow &row, const Labels &labels)
{
    ReadAnnotation read;
    read.uuid = uuidOf(row.annotationUuid);
    read.article = textOf(row.articleUuid);
    read.coder = textOf(labels.coder(row.coder));
    read.layer = textOf(labels.layer(row.layer));
    read.code = textOf(labels.code(row.code));
    read.ranges = statedRanges(rangesIn(row.ranges));
    if (!read.ranges.empty())
        read.quote = textOf(row.quote);
    read.values = valuesOf(row, labels);
    read.passages = passagesOf(row, labels);
    read.memo = textOf(row.memo);
    read.status = annotationStatusNamed(textOf(row.status)).value_or(AnnotationStatus::Coded);
    if (row.revision > 0)
        read.revision = row.revision;
    read.origin = uuidOf(row.originUuid);
    read.inherited = row.inherited;
    read.created = timeOf(row.created);
    read.modified = timeOf(row.modified);
    return read;
}

} // namespace

Result<> giveRecords(const StreamedDataset &dataset, const TakeRecord &take)
{
    const Labels labels(dataset.codebook, dataset.coders, dataset.actors);
    bool wanted = true;
    const auto give = [&](ReadValue value) -> Result<> {
        wanted = wanted && take({0, std::move(value)});
        return wanted ? Result<>() : failed({}); // which ends the stream
    };
    Result<> done;
    for (const Coder &coder : dataset.coders)
        done = done.and_then([&] { return give(ReadCoder{{{}, coder.uuid, coder.name, coder.role}}); });
    const auto giveArticle = [&](const ArticleRow &row) {
        Result<> given = give(recordOf(row));
        for (const Progress &progress : row.progress) {
            given = given.and_then(
                [&] { return give(ReadProgress{keyOf(row.article.uuid), textOf(labels.coder(progress.coder)), progress.state}); });
        }
        return given;
    };
    done = done.and_then([&] { return dataset.articles(giveArticle); });
    done = done.and_then([&] {
        return dataset.annotations({}, [&](const AnnotationRow &row) { return give(recordOf(row, labels)); });
    });
    for (const StoredSample &sample : dataset.samples)
        done = done.and_then([&] { return give(ReadSample{sample.uuid, sample.name, sample.record}); });
    return wanted ? done : Result<>();
}

} // namespace galley
