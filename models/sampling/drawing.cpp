// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"

#include "drawingprivate.h"
#include "strata.h"

#include <base/sha256.h>

#include <algorithm>
#include <map>
#include <ranges>

namespace galley {

using namespace drawing;

namespace {

using namespace Qt::StringLiterals;

/// Why this cannot be drawn from whatever articles.
QString problemOf(const SampleRequest &request)
{
    const bool weeks = request.method == SampleMethod::ConstructedWeek;
    if (request.size < (weeks ? 0 : 1))
        return weeks ? Tr::tr("The number of articles for each date cannot be negative.")
                     : Tr::tr("A sample needs a size of at least one article.");
    if (weeks && request.weeks < 1)
        return Tr::tr("At least one constructed week has to be drawn.");
    if (request.method == SampleMethod::Stratified && request.stratifyBy.isEmpty())
        return Tr::tr("A stratified sample needs the field whose values are the strata.");
    if (request.from.isValid() && request.to.isValid() && request.from > request.to)
        return Tr::tr("The span ends on %1, before it begins on %2.")
            .arg(request.to.toString(Qt::ISODate), request.from.toString(Qt::ISODate));
    return {};
}

using Named = std::pair<QByteArray, const Article *>;

/// By UUID as text: the order of QUuid itself differs between versions of Qt.
std::vector<Named> sorted(std::span<const Article> articles)
{
    std::vector<Named> named;
    named.reserve(articles.size());
    for (const Article &article : articles)
        named.emplace_back(article.uuid.toByteArray(QUuid::WithoutBraces), &article);
    std::ranges::sort(named, {}, &Named::first);
    return named;
}

QByteArray hashOf(const std::vector<Named> &frame)
{
    Sha256 hash;
    for (const QByteArray &uuid : frame | std::views::keys) {
        hash.add(uuid);
        hash.add("\n");
    }
    return hash.hex();
}

bool asksForDates(const SampleRequest &request)
{
    return request.method == SampleMethod::ConstructedWeek || request.from.isValid() || request.to.isValid();
}

/// The articles that may be drawn; the others are counted in the sample.
Articles eligible(const std::vector<Named> &frame, Sample &sample)
{
    Articles articles;
    std::ranges::copy(frame | std::views::values, std::back_inserter(articles));
    const SampleRequest &request = sample.request;
    if (request.oneOfEachStory)
        sample.leftOut.copies = int(std::erase_if(articles, [](const Article *article) { return article->family && article->family != article->id; }));
    if (!asksForDates(request))
        return articles;
    std::erase_if(articles, [&, &out = sample.leftOut](const Article *article) {
        const QDate day = dayOf(*article);
        if (!day.isValid())
            ++(article->published.isEmpty() ? out.undated : out.partlyDated);
        else if ((request.from.isValid() && day < request.from) || (request.to.isValid() && day > request.to))
            ++out.outsideSpan;
        else
            return false;
        return true;
    });
    return articles;
}

Sample stratified(Sample sample, const Articles &articles)
{
    const SampleRequest &request = sample.request;
    std::map<QString, Articles> strata;
    for (const Article *article : articles)
        strata[fieldOf(*article, request.stratifyBy)].push_back(article);
    std::vector<int> sizes;
    for (const auto &[value, stratum] : strata)
        sizes.push_back(int(stratum.size()));
    const std::vector<int> shares = sharesOf(sizes, request.size, request.allocation);
    for (const auto &[value, stratum] : strata) {
        const size_t at = sample.strata.size();
        const int count = std::min(shares[at], sizes[at]);
        take(sample, some(stratum, size_t(count), Random(request.seed, at)));
        sample.strata.push_back({value, sizes[at], shares[at], count});
    }
    return sample;
}

} // namespace

QDate drawing::dayOf(const Article &article)
{
    const QStringView published = article.published;
    const bool full = published.size() == 10 || (published.size() > 10 && (published[10] == u'T' || published[10] == u' '));
    return full ? QDate::fromString(published.first(10), Qt::ISODate) : QDate();
}

void drawing::take(Sample &sample, const Articles &chosen)
{
    for (const Article *article : chosen)
        sample.articles.push_back({article->id, article->uuid});
}

QByteArray frameHash(std::span<const Article> articles)
{
    return hashOf(sorted(articles));
}

Result<Sample> drawn(std::span<const Article> articles, const SampleRequest &request)
{
    if (const QString problem = problemOf(request); !problem.isEmpty())
        return failed(problem);
    if (articles.empty())
        return failed(Tr::tr("There are no articles to draw from."));
    if (request.method == SampleMethod::Stratified) {
        const QStringList known = fieldNames(articles);
        if (!known.contains(request.stratifyBy))
            return failed(Tr::tr("No article has a field “%1”.").arg(request.stratifyBy), known.join(", "_L1));
    }

    const std::vector<Named> frame = sorted(articles);
    if (const auto twice = std::ranges::adjacent_find(frame, {}, &Named::first); twice != frame.end())
        return failed(Tr::tr("The article “%1” is there twice.").arg(twice->second->title), QString::fromLatin1(twice->first));

    Sample sample;
    sample.request = request;
    sample.frameSize = int(frame.size());
    sample.frameHash = hashOf(frame);
    const Articles from = eligible(frame, sample);
    if (from.empty() && sample.leftOut.outsideSpan == 0)
        return failed(Tr::tr("None of the articles states the day it was published on."));
    if (from.empty())
        return failed(Tr::tr("None of the articles was published within the span."));

    if (request.method == SampleMethod::ConstructedWeek)
        return constructedWeeks(std::move(sample), from);
    if (size_t(request.size) > from.size())
        return failed(Tr::tr("The sample is to have %1 articles, but there are only %2 to draw from.")
                          .arg(request.size).arg(from.size()));
    if (request.method == SampleMethod::Stratified)
        return stratified(std::move(sample), from);
    take(sample, some(from, size_t(request.size), Random(request.seed, 0)));
    return sample;
}

} // namespace galley
