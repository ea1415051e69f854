// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "projectfile.h"
#include "searchedproject.h"

#include "../console.h"
#include "../cueplaces.h"

#include <project/sight.h>
#include <project/suggesting.h>
#include <project/suggestionedits.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct SuggestOptions
{
    std::string path, layer, code, query, cues, coder, withdraw;
    bool regex = false, dryRun = false, list = false, json = false;
};

Result<SuggestionRequest> requestMeant(const Codebook &codebook, CoderId coder, const SuggestOptions &what)
{
    const QString name = QString::fromStdString(what.layer);
    const Layer *layer = codebook.layer(name);
    if (!layer)
        return failed(QCoreApplication::translate("Command", "there is no layer “%1”").arg(name));
    SuggestionRequest request{layer->id, {}, coder, coder, what.cues.empty() ? originOfSearch(QString::fromStdString(what.query), what.regex) : originOfCues(QString::fromStdString(what.cues))};
    if (!what.code.empty()) {
        const auto code = codeMeant(codebook, name + u'/' + QString::fromStdString(what.code));
        if (!code)
            return std::unexpected(code.error());
        request.code = *code;
    } else if (codebook.principalVariable(layer->id)) {
        return failed(QCoreApplication::translate("Command", "“%1” is coded by a code: --code says which one is suggested").arg(layer->name));
    }
    return request;
}

void tell(const SuggestionOutcome &outcome, const QString &origin, const SuggestOptions &what)
{
    using Row = std::tuple<const char *, qint64, QString>;
    const std::vector<Row> rows{
        {"suggested", outcome.added, QCoreApplication::translate("Command", "suggested")},
        {"same_passage", outcome.samePlace, QCoreApplication::translate("Command", "in a passage that is suggested by another hit")},
        {"already_coded", outcome.coded, QCoreApplication::translate("Command", "already coded so")},
        {"already_suggested", outcome.known, QCoreApplication::translate("Command", "already suggested, or answered")},
        {"left_out", outcome.leftOut, QCoreApplication::translate("Command", "in parts that the layer leaves out")},
        {"across_paragraphs", outcome.paragraphs, QCoreApplication::translate("Command", "across paragraphs, which the layer forbids")},
        {"overlapping", outcome.overlapping, QCoreApplication::translate("Command", "share text with what is coded, which the layer forbids")}};
    if (what.json) {
        QJsonObject object{{u"origin"_s, origin}, {u"hits"_s, outcome.places()}, {u"dry_run"_s, what.dryRun}};
        for (const auto &[name, number, words] : rows)
            object[QLatin1StringView(name)] = number;
        console::json(QJsonDocument(object));
        return;
    }
    for (size_t at = 0; at < rows.size(); ++at) {
        const auto &[name, number, words] = rows[at];
        if (at == 0 || number > 0) // none suggested is told too
            console::out(QString::number(number) + u'\t' + words);
    }
}

Result<FoundPlaces> searchedPlaces(const ProjectStore &store, const SearchRequest &search)
{
    const auto project = SearchedProject::open(store);
    if (!project)
        return std::unexpected(project.error());
    FoundPlaces places;
    return project->search(search, [&](const std::vector<SearchHit> &hits, const std::vector<SearchedArticle> &) {
        for (const auto &[article, ranges] : placesOf(hits))
            places[article].insert(places[article].end(), ranges.begin(), ranges.end());
    }).transform([&] { return places; });
}

Result<FoundPlaces> cuedPlaces(const ProjectStore &store, const QString &kind)
{
    const CueFinder finder(cueFolders(store.path()));
    for (const QString &problem : finder.problems())
        console::failure(problem);
    QStringList kinds;
    for (const CueSet &set : finder.available())
        kinds += set.kinds;
    kinds.removeDuplicates();
    if (!kinds.contains(kind))
        return failed(QCoreApplication::translate("Command", "there are no cues “%1”; there are: %2").arg(kind, kinds.join(u", "_s)));
    return cuePlaces(finder, store, {}, kind, {}, {});
}

Result<> make(ProjectStore &store, CoderId coder, const SuggestOptions &what)
{
    const SearchRequest search{.query = QString::fromStdString(what.query), .isRegex = what.regex, .withRemarks = false, .width = 0};
    const auto codebook = store.codebook();
    auto request = codebook.and_then([&](const Codebook &book) { return requestMeant(book, coder, what); });
    const auto readable = what.cues.empty() ? checkQuery(search.query, search.isRegex) : Result<>();
    const auto sight = coder ? sightOf(store, coder) : Result<Sight>();
    if (!request || !readable)
        return std::unexpected(!request ? request.error() : readable.error());
    if (!sight)
        return std::unexpected(sight.error());
    request->sight = *sight;
    const auto places = what.cues.empty() ? searchedPlaces(store, search) : cuedPlaces(store, QString::fromStdString(what.cues));
    const auto outcome = places.and_then([&](const FoundPlaces &found) { return suggest(store, *request, found); });
    if (!outcome)
        return std::unexpected(outcome.error());
    if (const auto written = what.dryRun || outcome->change.isEmpty() ? Result<>() : store.apply(outcome->change, stampOf(coder)); !written)
        return written;
    tell(*outcome, request->origin, what);
    return {};
}

struct SuggestionNames
{
    Codebook codebook;
    std::vector<Article> articles;
    std::vector<Coder> coders;

    QString coder(CoderId id) const
    {
        const auto found = std::ranges::find(coders, id, &Coder::id);
        return found == coders.end() ? QString() : found->name;
    }
};

QJsonObject told(const Suggestion &suggestion, const Article &article, const QString &text, const SuggestionNames &names)
{
    const TextPositions positions(text);
    const bool whole = suggestion.ranges.empty();
    const auto named = [&](CoderId id) { return id ? QJsonValue(names.coder(id)) : QJsonValue(); };
    return {{u"suggestion"_s, uuidOf(suggestion.id.value).toString(QUuid::WithoutBraces)},
            {u"article"_s, article.uuid.toString(QUuid::WithoutBraces)},
            {u"layer"_s, names.codebook.layer(suggestion.layer)->name},
            {u"code"_s, suggestion.code ? QJsonValue(names.codebook.path(suggestion.code)) : QJsonValue()},
            {u"start"_s, whole ? QJsonValue() : QJsonValue(suggestion.ranges.front().begin)},
            {u"end"_s, whole ? QJsonValue() : QJsonValue(suggestion.ranges.back().end)},
            {u"text"_s, quoteOf(text, positions, suggestion.ranges)},
            {u"for"_s, named(suggestion.coder)},
            {u"by"_s, named(suggestion.by)},
            {u"origin"_s, suggestion.origin}};
}

/// Those that wait for the coder; without one, all that are open.
Result<std::map<ArticleId, std::vector<Suggestion>>> openOnes(const ProjectStore &store, CoderId coder)
{
    if (coder) {
        const auto sight = sightOf(store, coder);
        return sight ? waitingSuggestions(store, *sight, coder) : std::unexpected(sight.error());
    }
    return store.suggestions().transform([](const std::vector<Suggestion> &all) {
        std::map<ArticleId, std::vector<Suggestion>> open;
        for (const Suggestion &suggestion : all) {
            if (suggestion.state == SuggestionState::Open)
                open[suggestion.article].push_back(suggestion);
        }
        return open;
    });
}

Result<> list(const ProjectStore &store, CoderId coder, const SuggestOptions &what)
{
    auto codebook = store.codebook();
    auto articles = store.articles();
    auto coders = store.coders();
    const auto open = openOnes(store, coder);
    if (!codebook || !articles)
        return std::unexpected(!codebook ? codebook.error() : articles.error());
    if (!coders || !open)
        return std::unexpected(!coders ? coders.error() : open.error());
    const SuggestionNames names{std::move(*codebook), std::move(*articles), std::move(*coders)};
    QJsonArray array;
    for (const Article &article : names.articles) {
        const auto here = open->find(article.id);
        if (here == open->end())
            continue;
        const auto text = store.text(article.id);
        if (!text)
            return std::unexpected(text.error());
        for (const Suggestion &suggestion : here->second) {
            if (!names.codebook.layer(suggestion.layer))
                continue;
            const QJsonObject object = told(suggestion, article, *text, names);
            if (what.json)
                array.append(object);
            else
                console::out(QStringList{object["for"_L1].toString(), object["code"_L1].isNull() ? object["layer"_L1].toString() : object["layer"_L1].toString() + u" / "_s + object["code"_L1].toString(),
                                         article.title, object["text"_L1].toString().simplified(), suggestion.origin}.join(u'\t'));
        }
    }
    if (what.json)
        console::json(QJsonDocument(array));
    return {};
}

Result<> withdraw(ProjectStore &store, std::optional<CoderId> coder, const SuggestOptions &what)
{
    auto suggestions = store.suggestions();
    if (!suggestions)
        return std::unexpected(suggestions.error());
    if (coder)
        std::erase_if(*suggestions, [&](const Suggestion &suggestion) { return suggestion.coder != *coder; });
    const QString origin = QString::fromStdString(what.withdraw);
    const Change change = withdrawSuggestions(*suggestions, origin);
    if (change.isEmpty())
        return failed(QCoreApplication::translate("Command", "nothing is open that comes from “%1”; --list tells the origins there are").arg(origin));
    if (const auto written = what.dryRun ? Result<>() : store.apply(change, stampOf(coder.value_or(CoderId()))); !written)
        return written;
    if (what.json)
        console::json(QJsonDocument(QJsonObject{{u"origin"_s, origin}, {u"withdrawn"_s, qint64(change.edits.size())}, {u"dry_run"_s, what.dryRun}}));
    else
        console::out(change.text);
    return {};
}

int runSuggest(const SuggestOptions &what)
{
    const QString path = QString::fromStdString(what.path);
    auto store = openProject(path, what.list || what.dryRun ? ProjectStore::Mode::ReadOnly : ProjectStore::Mode::ReadWrite);
    if (!store)
        return console::Failed;
    const auto coder = coderMeant(*store, QString::fromStdString(what.coder));
    const auto done = coder.and_then([&](std::optional<CoderId> meant) -> Result<> {
        const CoderId who = meant.value_or(CoderId());
        if (what.list)
            return list(*store, who, what);
        return what.withdraw.empty() ? make(*store, who, what) : withdraw(*store, meant, what);
    });
    if (!done) {
        console::failure(done.error(), path);
        return console::Failed;
    }
    return console::Done;
}

} // namespace

void addSuggestCommand(CLI::App &app, Run &run)
{
    auto what = std::make_shared<SuggestOptions>();
    CLI::App *command = app.add_subcommand("suggest", "Suggest a code where a search finds something; coders accept or dismiss it in the window, and until then it counts for nothing");
    command->add_option("project", what->path, "The project file")->required();
    CLI::Option *layer = command->add_option("--layer", what->layer, "The layer that is suggested");
    command->add_option("--code", what->code, "The code of it")->needs(layer);
    CLI::Option *from = command->add_option("--from-search", what->query, "Where: at the hits of this search, written as for galley search")->needs(layer);
    CLI::Option *cues = command->add_option("--from-cues", what->cues, "Where: at the cues of this kind, or the words of this list, as galley cues names them")->needs(layer)->excludes(from);
    command->add_flag("--regex", what->regex, "The query is a regular expression, as it is written")->needs(from);
    command->add_option("--as", what->coder, "Suggested to this coder, by whom it is made; without it, to all, which blind sets do not show");
    CLI::Option *list = command->add_flag("--list", what->list, "Tell what is open: of the coder named by --as what waits for them");
    CLI::Option *withdraw = command->add_option("--withdraw", what->withdraw, "Take away what is open of this origin, in the words that --list tells; what was answered stays");
    CLI::Option *dryRun = command->add_flag("--dry-run", what->dryRun, "Say what would be done, and write nothing");
    list->excludes(from)->excludes(cues)->excludes(withdraw)->excludes(dryRun);
    withdraw->excludes(from)->excludes(cues);
    command->add_flag("--json", what->json, "As JSON: numbers of what became of the hits; of --list [{\"suggestion\",\"article\",\"layer\",\"code\",\"start\",\"end\",\"text\",\"for\",\"by\",\"origin\"}], places in code points");
    command->callback([what, list, withdraw, from, cues, &run] {
        if (list->empty() && withdraw->empty() && from->empty() && cues->empty())
            throw CLI::RequiredError("--from-search, --from-cues, --list or --withdraw");
        run = [what] { return runSuggest(*what); };
    });
}

} // namespace galley
