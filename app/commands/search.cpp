// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"
#include "searchedproject.h"

#include "../console.h"

#include <items/hitlistmodel.h>
#include <project/searching.h>
#include <project/sight.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct SearchAsked
{
    std::string path, query, looker;
    int width = 60;
    bool regex = false, remarks = false, articles = false, json = false;
};

QString nameOf(FoundIn in)
{
    switch (in) {
    case FoundIn::Text:
        return u"text"_s;
    case FoundIn::Title:
        return u"title"_s;
    case FoundIn::Outlet:
        return u"outlet"_s;
    case FoundIn::Memo:
        return u"memo"_s;
    case FoundIn::Comment:
        return u"comment"_s;
    }
    return {};
}

QJsonValue idText(const QUuid &uuid)
{
    return uuid.isNull() ? QJsonValue() : QJsonValue(uuid.toString(QUuid::WithoutBraces));
}

QUuid uuidIn(const ProjectLists &lists, AnnotationId id)
{
    const auto read = lists.inContext({id}, 0);
    return read && !read->empty() ? read->front().annotation.uuid : QUuid();
}

/// Places are of the article's text; what is found elsewhere says where, and has none in it.
QJsonObject jsonOf(const SearchHit &hit, const ProjectLists &lists, const ArticleNames &names)
{
    const ListedArticle *article = names.article(hit.article);
    QJsonObject object{{u"article"_s, article ? idText(article->uuid) : QJsonValue()}, {u"start"_s, hit.range.begin}, {u"end"_s, hit.range.end}, {u"left"_s, hit.left}, {u"hit"_s, hit.hit}, {u"right"_s, hit.right}};
    if (hit.in == FoundIn::Text)
        return object;
    object[u"start"_s] = object[u"end"_s] = QJsonValue();
    object[u"in"_s] = nameOf(hit.in);
    if (hit.annotation)
        object[u"annotation"_s] = idText(uuidIn(lists, hit.annotation));
    return object;
}

/// Prints as it is found.
class Printing
{
public:
    Printing(const SearchAsked &asked, const ProjectLists &lists, const ArticleNames &names)
        : m_asked(asked)
        , m_lists(lists)
        , m_names(names)
    {
        if (asked.json)
            console::out(QByteArray("["));
    }

    void take(const std::vector<SearchHit> &hits, const std::vector<SearchedArticle> &articles)
    {
        for (const SearchHit &hit : m_asked.articles ? std::vector<SearchHit>() : hits)
            m_asked.json ? object(jsonOf(hit, m_lists, m_names)) : console::out(QStringList{title(hit.article), oneLine(hit.left), oneLine(hit.hit), oneLine(hit.right)}.join(u'\t'));
        for (const SearchedArticle &one : m_asked.articles ? articles : std::vector<SearchedArticle>()) {
            if (m_asked.json)
                object({{u"article"_s, m_names.article(one.article) ? idText(m_names.article(one.article)->uuid) : QJsonValue()}, {u"title"_s, title(one.article)}, {u"hits"_s, one.hits}, {u"words"_s, one.words}, {u"per_thousand"_s, one.perThousand()}});
            else
                console::out(QStringList{title(one.article), QString::number(one.hits), QString::number(one.words), QString::number(one.perThousand(), 'f', 2)}.join(u'\t'));
        }
    }

    void end()
    {
        if (m_asked.json)
            console::out(QByteArray("]\n"));
    }

private:
    static QString oneLine(QString text) { return text.replace(u'\n', u' ').replace(u'\t', u' '); }

    QString title(ArticleId id) const
    {
        const ListedArticle *article = m_names.article(id);
        return article ? oneLine(article->title) : QString();
    }

    void object(const QJsonObject &object)
    {
        console::out((std::exchange(m_isFirst, false) ? QByteArray() : QByteArray(",\n")) + QJsonDocument(object).toJson(QJsonDocument::Compact));
    }

    const SearchAsked &m_asked;
    const ProjectLists &m_lists;
    const ArticleNames &m_names;
    bool m_isFirst = true;
};

Result<> searchAndPrint(const ProjectStore &store, const SearchAsked &asked)
{
    SearchRequest request{.query = QString::fromStdString(asked.query), .isRegex = asked.regex, .withRemarks = asked.remarks && !asked.articles, .width = asked.width};
    if (const auto readable = checkQuery(request.query, request.isRegex); !readable)
        return readable;
    const auto looker = coderMeant(store, QString::fromStdString(asked.looker));
    if (!looker)
        return std::unexpected(looker.error());
    const auto sight = *looker ? sightOf(store, **looker) : Result<Sight>();
    const auto project = SearchedProject::open(store);
    if (!sight || !project)
        return std::unexpected(!sight ? sight.error() : project.error());
    auto articles = project->lists.articles();
    if (!articles)
        return std::unexpected(articles.error());
    request.sight = *sight;
    const ArticleNames names(std::move(*articles));
    Printing printing(asked, project->lists, names);
    const auto done = project->search(request, [&](const std::vector<SearchHit> &hits, const std::vector<SearchedArticle> &found) { printing.take(hits, found); });
    printing.end();
    return done;
}

int search(const SearchAsked &asked)
{
    const QString path = QString::fromStdString(asked.path);
    auto store = openProject(path, ProjectStore::Mode::ReadOnly);
    if (!store)
        return console::Failed;
    if (const auto done = store->holdStill().and_then([&] { return searchAndPrint(*store, asked); }); !done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addSearchCommand(CLI::App &app, Run &run)
{
    auto asked = std::make_shared<SearchAsked>();
    CLI::App *command = app.add_subcommand("search", "Find words, or a regular expression, in the texts of all articles, each with what is around it");
    command->add_option("project", asked->path, "The project file")->required();
    command->add_option("query", asked->query, "Words that all occur, \"a phrase\", beginning*, AND, OR, NOT, NEAR(a b, 5), title:word, outlet:word, text:word")->required();
    command->add_flag("--regex", asked->regex, "The query is a regular expression, as it is written: (?i) for any case");
    command->add_flag("--remarks", asked->remarks, "Also in memos and comments");
    command->add_flag("--articles", asked->articles, "How often in which article, and in a thousand of its words, instead of the places");
    command->add_option("--width", asked->width, "Characters told before and behind")->check(CLI::Range(0, 1000))->capture_default_str();
    command->add_option("--as", asked->looker, "Memos and comments that this coder may see: nothing of others in blind sets");
    command->add_flag("--json", asked->json, "As JSON: an array of objects with article, start, end, left, hit, right; places in code points");
    command->callback([asked, &run] { run = [asked] { return search(*asked); }; });
}

} // namespace galley
