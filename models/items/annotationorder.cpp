// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotationorder.h"

#include "codernames.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Ids in the order of their names: numbers are compared a million times, not names.
template<typename Tag>
using Ranks = std::unordered_map<Id<Tag>, qint64>;

qint64 codeRank(const AnnotationNames &names, const Ranks<struct CodeTag> &codes, const ListedAnnotation &one)
{
    const Layer *layer = names.codebook.layer(one.layer);
    const auto code = codes.find(one.code);
    constexpr qint64 apart = 1 << 20;
    return (layer ? layer->position : 0) * apart + (code == codes.end() ? -1 : code->second);
}

/// Annotations by what they are to be sorted by.
class Keys
{
public:
    Keys(const AnnotationNames &names, const std::vector<ListedArticle> &articles)
        : m_names(names)
        , m_articles(articles)
    {
        qint64 place = 0;
        for (const Code &code : names.codebook.codes()) // in the order of the codebook, which is the one coders know
            m_codes.emplace(code.id, place++);
        std::vector<const Coder *> coders;
        for (const Coder &coder : names.coders)
            coders.push_back(&coder);
        std::ranges::sort(coders, [](const Coder *a, const Coder *b) { return a->name.localeAwareCompare(b->name) < 0; });
        place = 0;
        for (size_t at = 0; at < coders.size(); ++at) { // who is to be read as one has one name
            place += at > 0 && coders[at]->name != coders[at - 1]->name;
            m_coders.emplace(coders[at]->id, place);
        }
    }

    std::vector<qint64> of(const std::vector<ListedAnnotation> &annotations, AnnotationOrder order)
    {
        std::vector<qint64> keys;
        keys.reserve(annotations.size());
        const std::vector<qint64> dates = order == AnnotationOrder::Published ? byDate() : std::vector<qint64>();
        for (const ListedAnnotation &one : annotations) {
            switch (order) {
            case AnnotationOrder::Reading:
                keys.push_back(one.article);
                break;
            case AnnotationOrder::Code:
                keys.push_back(codeRank(m_names, m_codes, one));
                break;
            case AnnotationOrder::Coder:
                keys.push_back(m_coders.contains(one.coder) ? m_coders[one.coder] : -1);
                break;
            case AnnotationOrder::Published:
                keys.push_back(dates[size_t(one.article)]);
                break;
            case AnnotationOrder::LastCoded:
                keys.push_back(-one.modified);
                break;
            }
        }
        return keys;
    }

private:
    std::vector<qint64> byDate() const
    {
        std::vector<size_t> places(m_articles.size());
        std::iota(places.begin(), places.end(), size_t(0));
        std::ranges::stable_sort(places, {}, [this](size_t place) { return QStringView(m_articles[place].published); });
        std::vector<qint64> ranks(m_articles.size());
        for (size_t rank = 0; rank < places.size(); ++rank)
            ranks[places[rank]] = qint64(rank);
        return ranks;
    }

    const AnnotationNames &m_names;
    const std::vector<ListedArticle> &m_articles;
    Ranks<struct CodeTag> m_codes;
    Ranks<struct CoderTag> m_coders;
};

void sortBy(const std::vector<qint64> &keys, std::vector<qint32> &places)
{
    const auto key = [&](qint32 place) { return keys[size_t(place)]; };
    if (!std::ranges::is_sorted(places, {}, key))
        std::ranges::stable_sort(places, {}, key);
}

std::optional<AnnotationOrder> orderOf(AnnotationGrouping grouping)
{
    switch (grouping) {
    case AnnotationGrouping::None:
        break;
    case AnnotationGrouping::Code:
        return AnnotationOrder::Code;
    case AnnotationGrouping::Article:
        return AnnotationOrder::Reading;
    case AnnotationGrouping::Coder:
        return AnnotationOrder::Coder;
    }
    return std::nullopt;
}

QString groupTitleOf(const ListedAnnotation &one, const std::vector<ListedArticle> &articles, const AnnotationNames &names, AnnotationGrouping grouping)
{
    if (grouping == AnnotationGrouping::Code)
        return names.code(one.layer, one.code);
    return grouping == AnnotationGrouping::Coder ? names.coder(one.coder) : articles[size_t(one.article)].title;
}

} // namespace

QString AnnotationNames::code(LayerId layer, CodeId code) const
{
    const Layer *of = codebook.layer(layer);
    const QString layerName = of ? of->name : QString();
    if (!code)
        return layerName;
    return codebook.layers().size() > 1 ? layerName + u" / "_s + codebook.path(code) : codebook.path(code);
}

QString AnnotationNames::coder(CoderId id) const
{
    return nameOf(id, coders);
}

ArrangedAnnotations arranged(std::shared_ptr<const std::vector<ListedArticle>> articles, std::vector<ListedAnnotation> annotations, const AnnotationNames &names,
                             AnnotationOrder order, AnnotationGrouping grouping)
{
    ArrangedAnnotations result{std::move(articles), std::move(annotations)};
    Keys keys(names, *result.articles);
    std::vector<qint32> places(result.annotations.size());
    std::iota(places.begin(), places.end(), 0);
    sortBy(keys.of(result.annotations, order), places);
    const auto groupedBy = orderOf(grouping);
    const std::vector<qint64> groups = groupedBy ? keys.of(result.annotations, *groupedBy) : std::vector<qint64>();
    if (!groupedBy) {
        result.rows = std::move(places);
        return result;
    }
    sortBy(groups, places);
    std::optional<qint64> last;
    for (const qint32 place : places) {
        if (last != groups[size_t(place)]) {
            last = groups[size_t(place)];
            result.rows.push_back(-1 - qint32(result.groups.size()));
            result.groups.push_back({groupTitleOf(result.annotations[size_t(place)], *result.articles, names, grouping)});
        }
        ++result.groups.back().count;
        result.rows.push_back(place);
    }
    return result;
}

} // namespace galley
