// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Listing what was coded: `bench_annotationlist FOLDER ARTICLES`, ten annotations in each. Makes such a project in the folder where there is none, then tells
// how long the beginning of the list takes, the whole of it, and some filters.
#include "taken.h"
#include "timing.h"

#include <base/random.h>
#include <domain/identity.h>
#include <store/projectlists.h>
#include <store/projectstore.h>

#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

Codebook codebook()
{
    Layer layer;
    layer.id = {1};
    layer.name = u"Framing"_s;
    Variable variable;
    variable.id = {1};
    variable.layer = {1};
    variable.name = u"frame"_s;
    std::vector<Code> codes(20);
    for (size_t at = 0; at < codes.size(); ++at) {
        codes[at].id = {qint64(at) + 1};
        codes[at].variable = {1};
        codes[at].name = u"Frame %1"_s.arg(at);
        codes[at].position = int(at);
    }
    return Codebook(u"Invented"_s, 1, {layer}, {variable}, codes);
}

void makeProject(const QString &path, qint64 number)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ProjectStore store = taken(ProjectStore::create(path, codebook(), {{}, now}));
    Coder coder;
    coder.id = coderId(u"Ada");
    coder.uuid = uuidOf(coder.id.value);
    coder.name = u"Ada"_s;
    taken(store.apply({u"Coder"_s, {added(coder)}}, {{}, now}));
    const Codebook made = taken(store.codebook());
    ImportSession session = taken(store.beginImport());
    const SourceId source = taken(session.add(Source{{}, u"invented"_s, QByteArray(64, 'a'), u"UTF-8"_s}));
    Random random(20261130, 1);
    const QString sentence = u"The council of the harbour town warned of a threat to the strait and of a toll. "_s;
    for (qint64 at = 0; at < number; ++at) {
        const QString text = u"Headline %1\n\n"_s.arg(at) + sentence.repeated(12);
        Article article;
        article.source = source;
        article.uuid = QUuid::createUuid();
        article.title = u"Headline %1"_s.arg(at);
        article.outlet = u"Outlet %1"_s.arg(at % 200);
        article.published = u"2026-0%1-1%2"_s.arg(at % 9 + 1).arg(at % 10);
        const ArticleId id = taken(session.add(article, text.toUtf8(), {}));
        for (int times = 0; times < 10; ++times) {
            Annotation annotation;
            annotation.id = session.allot<AnnotationTag>();
            annotation.uuid = uuidOf(annotation.id.value);
            annotation.article = id;
            annotation.layer = made.layers().front().id;
            annotation.coder = coder.id;
            annotation.code = made.codes()[random.below(quint32(made.codes().size()))].id;
            const qsizetype begin = 20 + qsizetype(random.below(800));
            annotation.ranges = {{begin, begin + 40}};
            annotation.quote = text.sliced(begin, 40);
            annotation.memo = random.below(100) == 0 ? u"A doubtful case"_s : QString();
            annotation.status = random.below(100) == 0 ? AnnotationStatus::Flagged : AnnotationStatus::Coded;
            annotation.created = annotation.modified = now;
            taken(session.add(annotation));
        }
    }
    taken(session.commit(u"Import"_s, {{}, now}));
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    const QString path = QDir(QString::fromLocal8Bit(arguments[1])).filePath(u"annotations.galley"_s);
    if (!QFileInfo::exists(path))
        std::printf("make the project            %9.0f ms\n", milliseconds([&] { makeProject(path, QByteArray(arguments[2]).toLongLong()); }));
    const ProjectLists lists = taken(ProjectLists::open(path));
    std::vector<ListedArticle> articles;
    std::printf("the articles                %9.1f ms\n", milliseconds([&] { articles = taken(lists.articles()); }));
    const auto told = [&](const char *what, const AnnotationQuery &query, qint64 lookAtMost) {
        std::vector<double> times;
        std::vector<ListedAnnotation> found;
        for (int time = 0; time < 3; ++time)
            times.push_back(milliseconds([&] { found = taken(lists.annotations(articles, query, lookAtMost)); }));
        std::printf("%-27s %9.1f ms  %zu annotations\n", what, median(times), found.size());
        return found;
    };
    told("the beginning", {}, 2000);
    const auto all = told("all", {}, 0);
    told("flagged", {.flagged = true}, 0);
    told("with a word in quote or memo", {.texts = [](std::string_view quote, std::string_view memo) { return quote.find("toll") != quote.npos || memo.find("toll") != memo.npos; }}, 0);
    std::vector<AnnotationId> shown;
    for (size_t at = all.size() / 2; at < std::min(all.size(), all.size() / 2 + 100); ++at)
        shown.push_back(all[at].id);
    std::printf("100 rows with their context %9.1f ms\n", milliseconds([&] { taken(lists.inContext(shown, 60)); }));
    return 0;
}
