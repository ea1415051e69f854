// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <domain/nameduuid.h>
#include <domain/identity.h>

#include <sampling/samplerecord.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace galley {

namespace {

struct Samples
{
    Q_DECLARE_TR_FUNCTIONS(Samples)
};

QJsonObject recordOf(const StoredSample &stored)
{
    return QJsonDocument::fromJson(stored.record.toUtf8()).object();
}

} // namespace

Result<std::vector<Article>> sampleFrame(const ProjectStore &store)
{
    auto articles = store.articles();
    if (!articles)
        return articles;
    QSet<ArticleId> revised;
    for (const Article &article : *articles) {
        if (article.revises)
            revised.insert(article.revises);
    }
    std::erase_if(*articles, [&](const Article &article) { return revised.contains(article.id); });
    return articles;
}

Result<Change> addSample(const std::vector<StoredSample> &known, SampleId fresh, const QString &name, const Sample &sample)
{
    StoredSample stored{fresh, uuidOf(fresh.value), name.simplified(), {}};
    for (int number = 1; stored.name.isEmpty(); ++number) {
        const QString free = Samples::tr("Sample %1").arg(number);
        if (!sampleNamed(known, free))
            stored.name = free;
    }
    if (sampleNamed(known, stored.name))
        return failed(Samples::tr("There is already a sample “%1”.").arg(stored.name));
    stored.record = QString::fromUtf8(QJsonDocument(sampleRecord(sample)).toJson(QJsonDocument::Compact));
    return Change{Samples::tr("Draw %n articles as “%1”", nullptr, int(sample.articles.size())).arg(stored.name), {added(stored)}};
}

const StoredSample *sampleNamed(const std::vector<StoredSample> &known, const QString &name)
{
    const QUuid uuid = uuidWritten(name);
    const auto found = std::ranges::find_if(known, [&](const StoredSample &sample) {
        return sample.name.compare(name.simplified(), Qt::CaseInsensitive) == 0 || (!uuid.isNull() && sample.uuid == uuid);
    });
    return found == known.end() ? nullptr : &*found;
}

Result<Sample> sampleOf(const StoredSample &stored)
{
    return sampleFrom(recordOf(stored));
}

Result<Sample> drawnAgain(const StoredSample &stored, const std::vector<Article> &frame)
{
    return drawnAgain(frame, recordOf(stored));
}

} // namespace galley
