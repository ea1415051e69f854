// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A coding action (change to durable row) beside a bare INSERT and COMMIT in the same file at the same `synchronous`.
#include "timing.h"

#include <project/annotationedits.h>
#include <project/coderedits.h>
#include <importing/importing.h>
#include <readers/codebook/builtincodebooks.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstdio>

#include <sqlite3.h>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

constexpr int turns = 6;
constexpr int actions = 50; // in a turn

void run(sqlite3 *database, const char *sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql, sqlite3_errmsg(database));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString path = QDir::current().filePath(u"bench-coding.galley"_s);
    QFile::remove(path);
    auto store = ProjectStore::create(path, *builtInCodebook(u"default"), {{}, QDateTime::currentDateTimeUtc()});
    auto importer = Importer::begin(*store, {});
    importer->beginFile(u"bench"_s);
    ReadArticle article;
    article.text = u"A line of the harbour report. "_s.repeated(200);
    if (!importer->take({1, article}) || !importer->finish({{}, QDateTime::currentDateTimeUtc()}))
        qFatal("no article");
    const Change addition = *addCoder({}, u"Ada"_s);
    const CoderId coder = coderIn(addition).id;
    if (!store->apply(addition, {{}, QDateTime::currentDateTimeUtc()}))
        qFatal("no coder");
    const Codebook codebook = *store->codebook();
    const ArticleId id = store->articleSummaries({})->front().id;
    const QString text = *store->text(id);
    const TextPositions positions(text);

    sqlite3 *bare = nullptr;
    sqlite3_open(path.toUtf8().constData(), &bare);
    run(bare, "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; CREATE TABLE bare (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, quote TEXT)");
    std::vector<double> ours, theirs;
    // In turns of some actions each: two connections that alternate at every action would throw each other's cache away.
    for (int turn = 0; turn < turns; ++turn) {
        for (int i = 0; i < actions; ++i) {
            ours.push_back(milliseconds([&] {
                const Stamp now{coder, QDateTime::currentDateTimeUtc()};
                const auto change = annotate(codebook, {text, positions}, {store->allot<AnnotationTag>(), id, codebook.layers().front().id, coder,
                                                              codebook.codes().front().id, {{i, i + 40}}, {}, {}}, now.at);
                if (!change || !store->apply(*change, now))
                    qFatal("not coded");
            }));
        }
        for (int i = 0; i < actions; ++i) {
            const QByteArray sql = "BEGIN IMMEDIATE; INSERT INTO bare (a, b, quote) VALUES (" + QByteArray::number(i) + ", "
                + QByteArray::number(i + 40) + ", 'A line of the harbour report. A line of'); COMMIT";
            theirs.push_back(milliseconds([&] { run(bare, sql.constData()); }));
        }
    }
    sqlite3_close(bare);
    std::printf("coding action                %8.3f ms  bare INSERT+COMMIT %.3f ms   ratio %.2f (medians of %d)\n", median(ours), median(theirs),
                median(ours) / median(theirs), turns * actions);
}
