// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Searching a project: `bench_search FOLDER ARTICLES`. Makes a project of invented news in the folder where there is none, then tells how long its index
// takes, and for several searches the time until the first hits are there and until all are.
#include "inventedcorpus.h"
#include "taken.h"
#include "timing.h"

#include <domain/identity.h>
#include <project/searching.h>
#include <store/projectstore.h>

#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

void makeProject(const QString &path, qint64 number)
{
    const testing::InventedCorpus corpus(number, 20261130);
    ProjectStore store = taken(ProjectStore::create(path, Codebook(), {{}, QDateTime::currentDateTimeUtc()}));
    ImportSession session = taken(store.beginImport());
    const SourceId source = taken(session.add(Source{{}, u"invented"_s, QByteArray(64, 'a'), u"UTF-8"_s}));
    for (qint64 at = 0; at < number; ++at) {
        const QString text = corpus.text(at);
        Article article;
        article.source = source;
        article.uuid = QUuid::createUuid();
        article.title = text.section(u'\n', 0, 0);
        article.outlet = u"Outlet %1"_s.arg(at % 200);
        article.published = corpus.published(at);
        taken(session.add(article, text.toUtf8(), {}));
    }
    taken(session.commit(u"Import"_s, {{}, QDateTime::currentDateTimeUtc()}));
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    const QDir folder(QString::fromLocal8Bit(arguments[1]));
    const QString path = folder.filePath(u"search.galley"_s);
    if (!QFileInfo::exists(path))
        std::printf("make the project             %9.0f ms\n", milliseconds([&] { makeProject(path, QByteArray(arguments[2]).toLongLong()); }));
    const ProjectLists lists = taken(ProjectLists::open(path));
    const auto articles = taken(lists.articles());
    std::printf("%zu articles, the project file has %lld MB\n", articles.size(), QFileInfo(path).size() / 1000000);
    std::optional<SearchIndex> index;
    std::printf("open the index               %9.1f ms\n", milliseconds([&] { index.emplace(taken(SearchIndex::open(folder.filePath(u"cache"_s), lists))); }));
    qint64 wanted = 0;
    const double made = milliseconds([&] {
        taken(index->catchUp(lists, [&](qint64, qint64 inAll) {
            wanted = std::max(wanted, inAll);
            return true;
        }));
    });
    std::printf("take in %-8lld articles     %9.0f ms\n", wanted, made);
    std::printf("catch up with nothing new    %9.1f ms\n", milliseconds([&] { taken(index->catchUp(lists)); }));
    QString text;
    taken(lists.forEachText({articles[articles.size() / 2].id}, [&](size_t, std::string_view utf8) {
        text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
        return true;
    }));
    QStringList words = text.section(u"\n\n"_s, 1).split(u' ', Qt::SkipEmptyParts); // as frequent as words of a text are
    words.removeIf([](const QString &word) { return !std::ranges::all_of(word, [](QChar c) { return c.isLetter(); }) || word.size() < 5; });
    const QStringList queries{words[0], words[1] + u' ' + words[2], u'"' + words[3] + u"\" OR "_s + words[4], words[5].first(3) + u'*', u"NEAR("_s + words[1] + u' ' + words[2] + u", 20)"_s, u"title:"_s + words[6], u"nonesuch"_s};
    for (const bool isRegex : {false, true}) {
        for (const QString &query : isRegex ? QStringList{u"\\b"_s + words[0] + u"\\b"_s} : queries) {
            std::vector<double> first, all, list;
            SearchOutcome outcome;
            for (int time = 0; time < 5; ++time) {
                QElapsedTimer timer;
                timer.start();
                double soonest = -1;
                outcome = taken(search(lists, *index, {.query = query, .isRegex = isRegex, .withRemarks = false, .mostHits = 20000}, {.take = [&](std::vector<SearchHit>, std::vector<SearchedArticle>) {
                    if (soonest < 0)
                        soonest = double(timer.nsecsElapsed()) / 1e6;
                }}));
                all.push_back(double(timer.nsecsElapsed()) / 1e6);
                first.push_back(soonest < 0 ? all.back() : soonest);
                if (!isRegex)
                    list.push_back(milliseconds([&] { (void)index->articlesWith(query); }));
            }
            std::printf("%-34s first %8.1f ms  all %9.1f ms  for the list %7.1f ms  %lld hits in %lld articles\n", qPrintable(query), median(first), median(all), list.empty() ? 0 : median(list), outcome.hits,
                        outcome.articles);
        }
    }
    return 0;
}
