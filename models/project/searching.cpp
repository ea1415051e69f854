// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searching.h"

#include <domain/comment.h>
#include <domain/passage.h>
#include <store/searchexpression.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct Searching
{
    Q_DECLARE_TR_FUNCTIONS(Searching)
};

constexpr size_t firstHits = 60;  ///< told as soon as they are there
constexpr size_t laterHits = 4000;
constexpr qint64 patience = 60; ///< ms; what is there by then is told, however few

Result<QRegularExpression> regexOf(const QString &written)
{
    if (written.isEmpty())
        return failed(Searching::tr("There is nothing in it to search for."));
    QRegularExpression regex(written, QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption);
    if (!regex.isValid())
        return failed(Searching::tr("The regular expression cannot be read at its sign %1: %2.").arg(regex.patternErrorOffset() + 1).arg(regex.errorString()));
    return regex;
}

/// Gathers what is found, and tells it in pieces.
class HitTelling
{
public:
    HitTelling(const SearchRequest &request, const SearchFollower &follower)
        : m_request(request)
        , m_follower(follower)
    {
        m_last.start();
    }

    /// All hits in a text; ranges in reading order.
    void add(const SearchHit &at, const QString &text, const std::vector<Range> &ranges)
    {
        const TextPositions positions(text);
        for (const Range &range : ranges) {
            ++outcome.hits;
            if (m_request.mostHits > 0 && m_told >= m_request.mostHits)
                continue;
            ++m_told;
            SearchHit &hit = m_hits.emplace_back(at);
            PassageInContext passage = passageAt({text, positions}, range, m_request.width);
            hit.range = range;
            hit.left = std::move(passage.left);
            hit.hit = std::move(passage.hit);
            hit.right = std::move(passage.right);
        }
    }

    bool isFull() const { return m_request.mostHits > 0 && m_told >= m_request.mostHits; }

    void addArticle(const SearchedArticle &article)
    {
        ++outcome.articles;
        m_articles.push_back(article);
    }

    /// What is there by now, if it is enough; false: nobody wants more.
    bool tell(bool all = false)
    {
        const bool isTime = !m_hits.empty() && m_last.elapsed() >= patience;
        if (all || isTime || m_hits.size() >= m_next || m_articles.size() >= laterHits) {
            m_follower.take(std::exchange(m_hits, {}), std::exchange(m_articles, {}));
            m_next = laterHits;
            m_last.restart();
        }
        return m_follower.goOn();
    }

    SearchOutcome outcome;

private:
    const SearchRequest &m_request;
    const SearchFollower &m_follower;
    std::vector<SearchHit> m_hits;
    std::vector<SearchedArticle> m_articles;
    size_t m_next = firstHits;
    QElapsedTimer m_last; ///< that something was told
    qint64 m_told = 0;
};

QString textOf(const ProjectLists &project, ArticleId article, QByteArray &utf8)
{
    (void)project.forEachText({article}, [&](size_t, std::string_view text) {
        utf8 = QByteArray(text.data(), qsizetype(text.size()));
        return true;
    });
    return QString::fromUtf8(utf8);
}

/// What is found in the headline or the outlet alone is told where the text has that headline, else by itself.
void addOutside(const SearchIndex &index, const IndexedHits &hits, const QString &text, HitTelling &telling)
{
    const ListedArticle *article = index.article(hits.article);
    if (!article)
        return;
    for (const auto &[in, runs, field] : {std::tuple(FoundIn::Title, &hits.title, &article->title), std::tuple(FoundIn::Outlet, &hits.outlet, &article->outlet)}) {
        if (runs->empty())
            continue;
        const QByteArray utf8 = field->toUtf8();
        std::vector<Range> ranges = toCodePoints(std::string_view(utf8.constData(), size_t(utf8.size())), index.places({utf8.constData(), size_t(utf8.size())}, *runs));
        const qsizetype place = in == FoundIn::Title ? text.indexOf(*field) : -1;
        if (place < 0) {
            telling.add({in, hits.article}, *field, ranges);
            continue;
        }
        const qsizetype shift = TextPositions(text).toCodePoint(place);
        for (Range &range : ranges)
            range = {range.begin + shift, range.end + shift};
        telling.add({FoundIn::Text, hits.article}, text, ranges);
    }
}

Result<> searchWords(const ProjectLists &project, const SearchIndex &index, const SearchRequest &request, HitTelling &telling)
{
    return index.find(request.query, [&](const IndexedHits &hits) {
        telling.addArticle({hits.article, qint64(hits.text.size()), hits.words});
        if (telling.isFull()) {
            telling.outcome.hits += qint64(hits.text.empty() ? hits.title.size() + hits.outlet.size() : hits.text.size());
            return telling.tell();
        }
        QByteArray utf8;
        const QString text = textOf(project, hits.article, utf8);
        const std::string_view bytes(utf8.constData(), size_t(utf8.size()));
        if (!hits.text.empty())
            telling.add({FoundIn::Text, hits.article}, text, toCodePoints(bytes, index.places(bytes, hits.text)));
        else
            addOutside(index, hits, text, telling);
        return telling.tell();
    });
}

/// Where the expression matches something; nothing where it came to no end.
std::optional<std::vector<Range>> matchesIn(const QRegularExpression &regex, const QString &text)
{
    std::vector<Range> ranges;
    std::optional<TextPositions> positions;
    for (qsizetype from = 0; from <= text.size();) {
        const QRegularExpressionMatch match = regex.match(text, from);
        if (!match.isValid())
            return std::nullopt;
        if (!match.hasMatch())
            break;
        from = std::max(match.capturedEnd(), from + 1);
        if (match.capturedLength() == 0) {
            from = match.capturedStart() + 1; // nothing is no hit
            continue;
        }
        if (!positions)
            positions.emplace(text);
        ranges.push_back(positions->toCodePoints(Utf16Range{match.capturedStart(), match.capturedEnd()}));
    }
    return ranges;
}

Result<> searchByRegex(const ProjectLists &project, const SearchIndex &index, const QRegularExpression &regex, HitTelling &telling)
{
    const auto articles = project.articles();
    if (!articles)
        return std::unexpected(articles.error());
    std::vector<ArticleId> ids;
    ids.reserve(articles->size());
    for (const ListedArticle &article : *articles)
        ids.push_back(article.id);
    return project.forEachText(ids, [&](size_t place, std::string_view utf8) {
        const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
        const auto ranges = matchesIn(regex, text);
        if (!ranges)
            ++telling.outcome.gaveUp;
        if (ranges && !ranges->empty()) {
            telling.addArticle({ids[place], qint64(ranges->size()), index.wordsIn(utf8)});
            telling.add({FoundIn::Text, ids[place]}, text, *ranges);
        }
        return telling.tell();
    });
}

/// Memos and comments alter, so they are in no index: those that are seen are looked through.
using TakeRemark = std::function<bool(const SearchHit &at, const QString &text)>;

Result<> forEachRemark(const ProjectLists &project, const Sight &sight, const std::function<bool()> &goOn, const TakeRemark &take)
{
    const auto articles = project.articles();
    const auto comments = project.comments();
    if (!articles || !comments)
        return std::unexpected(!articles ? articles.error() : comments.error());
    const auto withMemo = project.annotations(*articles, {.withMemo = true, .sight = sight}, 0, goOn);
    if (!withMemo)
        return std::unexpected(withMemo.error());
    for (const ListedAnnotation &one : *withMemo) {
        const auto read = project.inContext({one.id}, 0);
        if (!read)
            return std::unexpected(read.error());
        if (!read->empty() && !take({FoundIn::Memo, read->front().annotation.article, one.id}, read->front().annotation.memo))
            return {};
    }
    for (const Comment &comment : *comments) {
        const AnnotationId about = comment.about.empty() ? AnnotationId() : comment.about.front();
        if (sight.sees(comment) && !take({FoundIn::Comment, comment.article, about}, comment.text))
            return {};
    }
    return {};
}

} // namespace

Result<> checkQuery(const QString &query, bool isRegex)
{
    if (isRegex)
        return regexOf(query).transform([](const QRegularExpression &) { });
    return searchExpression(query).transform([](const QString &) { });
}

Result<SearchOutcome> search(const ProjectLists &project, const SearchIndex &index, const SearchRequest &request, const SearchFollower &follower)
{
    HitTelling telling(request, follower);
    const auto regex = request.isRegex ? regexOf(request.query) : Result<QRegularExpression>();
    if (!regex)
        return std::unexpected(regex.error());
    const auto read = request.isRegex ? searchByRegex(project, index, *regex, telling) : searchWords(project, index, request, telling);
    if (!read)
        return std::unexpected(read.error());
    if (!request.withRemarks || !telling.tell(true))
        return telling.tell(true), telling.outcome;
    const auto remarks = request.isRegex ? Result<RemarkSearch>() : RemarkSearch::open(request.query);
    if (!remarks)
        return std::unexpected(remarks.error());
    const auto remarked = forEachRemark(project, request.sight, follower.goOn, [&](const SearchHit &at, const QString &text) {
        const auto ranges = request.isRegex ? matchesIn(*regex, text).value_or(std::vector<Range>()) : remarks->hitsIn(text);
        if (!ranges.empty())
            telling.add(at, text, ranges);
        return telling.tell();
    });
    telling.tell(true);
    if (!remarked)
        return std::unexpected(remarked.error());
    return telling.outcome;
}

} // namespace galley
