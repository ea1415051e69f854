// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"

#include "../console.h"

#include <project/coderedits.h>
#include <project/commentedits.h>
#include <project/sight.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Asked
{
    std::string path, add, article, reply, close, reopen, by, to, waitingFor;
    std::vector<std::string> about;
    bool flag = false, open = false, json = false;

    bool alters() const { return !add.empty() || !close.empty() || !reopen.empty(); }
};

/// What is known when something is said, or told.
struct Discussion
{
    std::vector<Coder> coders;
    std::vector<CommentThread> threads;

    QString nameOf(CoderId id) const
    {
        const auto coder = std::ranges::find(coders, id, &Coder::id);
        return coder == coders.end() ? QString() : coder->name;
    }
};

Result<Discussion> discussionIn(const ProjectStore &store)
{
    auto coders = store.coders();
    const auto comments = store.comments();
    if (!coders || !comments)
        return std::unexpected(!coders ? coders.error() : comments.error());
    return Discussion{std::move(*coders), threadsOf(*comments)};
}

QString idText(qint64 id)
{
    return uuidOf(id).toString(QUuid::WithoutBraces);
}

Result<CoderId> coderWanted(const ProjectStore &store, const std::string &name, const QString &option)
{
    return coderMeant(store, QString::fromStdString(name)).and_then([&](std::optional<CoderId> coder) -> Result<CoderId> {
        if (coder)
            return *coder;
        return failed(QCoreApplication::translate("Command", "say who: %1 NAME").arg(option));
    });
}

/// The thread that a comment of this id begins or is in.
Result<CommentThread> threadWith(const Discussion &discussion, const std::string &id)
{
    const CommentId wanted{idOf(QUuid::fromString(QString::fromStdString(id)))};
    const auto thread = std::ranges::find_if(discussion.threads, [&](const CommentThread &one) { return std::ranges::contains(one.comments, wanted, &Comment::id); });
    if (thread != discussion.threads.end())
        return *thread;
    return failed(QCoreApplication::translate("Command", "there is no comment “%1”; “galley comments” tells their ids").arg(QString::fromStdString(id)));
}

/// What --about and --article say, with the annotation that is to be flagged.
Result<std::pair<CommentSubject, std::vector<Annotation>>> subjectMeant(const ProjectStore &store, const Asked &what)
{
    std::pair<CommentSubject, std::vector<Annotation>> meant;
    for (const std::string &id : what.about) {
        const auto annotation = store.annotation({idOf(QUuid::fromString(QString::fromStdString(id)))});
        if (!annotation)
            return std::unexpected(annotation.error());
        if (!*annotation)
            return failed(QCoreApplication::translate("Command", "there is no annotation “%1”").arg(QString::fromStdString(id)));
        if (meant.first.article && meant.first.article != (*annotation)->article)
            return failed(QCoreApplication::translate("Command", "a comment is about annotations of one article"));
        meant.first.article = (*annotation)->article;
        meant.first.about.push_back((*annotation)->id);
        meant.second.push_back(**annotation);
    }
    std::ranges::sort(meant.first.about);
    if (what.article.empty() || !what.about.empty())
        return meant;
    return articleMeant(store, QString::fromStdString(what.article)).transform([&](ArticleId article) {
        meant.first.article = article;
        return meant;
    });
}

Result<Change> said(ProjectStore &store, const Discussion &discussion, const Asked &what, const Stamp &stamp)
{
    const QString text = QString::fromStdString(what.add);
    const auto id = store.allot<CommentTag>();
    if (!what.reply.empty())
        return threadWith(discussion, what.reply).and_then([&](const CommentThread &thread) { return addReply(thread, id, text, stamp); });
    const auto to = coderMeant(store, QString::fromStdString(what.to));
    const auto subject = subjectMeant(store, what);
    const auto sight = sightOf(store, stamp.coder);
    const auto codebook = store.codebook();
    if (!to || !subject)
        return std::unexpected(!to ? to.error() : subject.error());
    if (!sight || !codebook)
        return std::unexpected(!sight ? sight.error() : codebook.error());
    if (what.flag && subject->second.size() != 1)
        return failed(QCoreApplication::translate("Command", "--flag takes one annotation: --about ID"));
    return addComment({id, subject->first, text, to->value_or(CoderId())}, discussion.coders, *sight, stamp).transform([&](Change change) {
        return what.flag ? withFlag(*codebook, subject->second.front(), std::move(change), stamp.at) : change;
    });
}

Result<> alter(ProjectStore &store, const Asked &what)
{
    const auto by = coderWanted(store, what.by, u"--by"_s);
    const auto discussion = discussionIn(store);
    if (!by || !discussion)
        return std::unexpected(!by ? by.error() : discussion.error());
    const Stamp stamp = stampOf(*by);
    const auto change = !what.add.empty() ? said(store, *discussion, what, stamp)
                                          : threadWith(*discussion, what.close.empty() ? what.reopen : what.close).transform([&](const CommentThread &thread) {
                                                return setClosed(thread, !what.close.empty());
                                            });
    if (!change)
        return std::unexpected(change.error());
    return change->isEmpty() ? Result<>() : store.apply(*change, stamp);
}

Result<std::vector<CommentThread>> wanted(const ProjectStore &store, const Discussion &discussion, const Asked &what)
{
    std::vector<CommentThread> threads = discussion.threads;
    if (what.open)
        std::erase_if(threads, [](const CommentThread &thread) { return thread.isClosed(); });
    if (!what.waitingFor.empty()) {
        const auto coder = coderWanted(store, what.waitingFor, u"--waiting-for"_s);
        if (!coder)
            return std::unexpected(coder.error());
        std::erase_if(threads, [&](const CommentThread &thread) { return !waitsFor(thread, *coder); });
    }
    if (!what.article.empty() && !what.alters()) {
        const auto article = articleMeant(store, QString::fromStdString(what.article));
        if (!article)
            return std::unexpected(article.error());
        std::erase_if(threads, [&](const CommentThread &thread) { return thread.first().article != *article; });
    }
    return threads;
}

Result<> print(const ProjectStore &store, const Asked &what)
{
    const auto discussion = discussionIn(store);
    const auto threads = discussion ? wanted(store, *discussion, what) : std::unexpected(discussion.error());
    const auto articles = store.articles();
    if (!threads || !articles)
        return std::unexpected(!threads ? threads.error() : articles.error());
    QJsonArray list;
    for (const CommentThread &thread : *threads) {
        const auto article = std::ranges::find(*articles, thread.first().article, &Article::id);
        for (const Comment &comment : thread.comments) {
            QJsonArray about;
            for (const AnnotationId id : comment.about) {
                const auto annotation = store.annotation(id);
                about.append(annotation && *annotation ? (*annotation)->uuid.toString(QUuid::WithoutBraces) : idText(id.value));
            }
            list.append(QJsonObject{{u"id"_s, idText(comment.id.value)},
                                    {u"thread"_s, idText(thread.first().id.value)},
                                    {u"article"_s, article == articles->end() ? QJsonValue() : QJsonValue(article->uuid.toString(QUuid::WithoutBraces))},
                                    {u"annotations"_s, about},
                                    {u"by"_s, discussion->nameOf(comment.by)},
                                    {u"to"_s, comment.to ? QJsonValue(discussion->nameOf(comment.to)) : QJsonValue()},
                                    {u"text"_s, comment.text},
                                    {u"closed"_s, thread.isClosed()},
                                    {u"created"_s, comment.created.toString(Qt::ISODateWithMs)}});
            if (!what.json) {
                const QString who = comment.to ? discussion->nameOf(comment.by) + u" → "_s + discussion->nameOf(comment.to) : discussion->nameOf(comment.by);
                console::out(QStringList{comment.replyTo ? u"  "_s + who : who, comment.replyTo || article == articles->end() ? QString() : article->title,
                                         QString(comment.text).replace(u'\n', u' '), comment.replyTo ? QString() : idText(comment.id.value)}.join(u'\t'));
            }
        }
    }
    if (what.json)
        console::json(QJsonDocument(list));
    return {};
}

int comments(const Asked &what)
{
    const QString path = QString::fromStdString(what.path);
    auto store = openProject(path, what.alters() ? ProjectStore::Mode::ReadWrite : ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    const Result<> done = (what.alters() ? alter(*store, what) : Result<>()).and_then([&] { return print(*store, what); });
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addCommentsCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<Asked>();
    CLI::App *command = app.add_subcommand("comments", "Tell what was said about codings, say something, reply, or close what is settled");
    command->add_option("project", asked->path, "The project file")->required();
    CLI::Option *add = command->add_option("--add", asked->add, "What is said");
    CLI::Option *about = command->add_option("--about", asked->about, "The annotations it is about, by their ids, with commas")->delimiter(',')->needs(add);
    CLI::Option *article = command->add_option("--article", asked->article, "The article it is about; without --add: only what is about this one");
    CLI::Option *reply = command->add_option("--reply", asked->reply, "The comment that --add replies to")->needs(add)->excludes(about)->excludes(article);
    command->add_option("--to", asked->to, "To whom; without it, to all")->needs(add)->excludes(reply);
    command->add_option("--by", asked->by, "Who says it");
    command->add_flag("--flag", asked->flag, "Flag the annotation as well")->needs(about);
    CLI::Option *close = command->add_option("--close", asked->close, "A comment whose thread is settled")->excludes(add);
    command->add_option("--reopen", asked->reopen, "A comment whose thread is open again")->excludes(add)->excludes(close);
    command->add_option("--waiting-for", asked->waitingFor, "Only what waits for an answer of this coder");
    command->add_flag("--open", asked->open, "Only what is not closed");
    command->add_flag("--json", asked->json, "As JSON: one object for each comment, thread by thread, the newest first");
    command->callback([asked, &run] { run = [asked] { return comments(*asked); }; });
}

} // namespace galley
