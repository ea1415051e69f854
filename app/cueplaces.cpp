// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cueplaces.h"

#include <domain/textpositions.h>
#include <store/projectstore.h>

#include <QCoreApplication>
#include <QLocale>
#include <QStandardPaths>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

QString cueSetOf(const std::vector<CueSet> &sets, const QString &chosen, const QString &language)
{
    if (std::ranges::contains(sets, chosen, &CueSet::name))
        return chosen;
    if (!language.isEmpty())
        return cueSetFor(sets, language); // none rather than one of another language
    const QString usual = cueSetFor(sets, QLocale().bcp47Name());
    return usual.isEmpty() ? cueSetFor(sets, u"en") : usual;
}

Result<> forEachCued(const CueFinder &finder, const ProjectStore &store, const QString &chosen, const std::function<bool()> &goOn,
                     const std::function<void(const Article &, const QString &, const std::vector<Cue> &)> &take)
{
    const std::vector<CueSet> sets = finder.available();
    const auto articles = store.articles();
    if (!articles)
        return std::unexpected(articles.error());
    for (const Article &article : *articles) {
        if (goOn && !goOn())
            return {};
        const auto text = store.text(article.id);
        if (!text)
            return std::unexpected(text.error());
        take(article, *text, finder.cues(*text, withWordLists(sets, cueSetOf(sets, chosen, article.language)), false));
    }
    return {};
}

Result<FoundPlaces> cuePlaces(const CueFinder &finder, const ProjectStore &store, const QString &chosen, const QString &kind, const std::vector<ArticleId> &articles,
                              const std::function<bool()> &goOn)
{
    const std::vector<CueSet> sets = finder.available();
    std::vector<ArticleId> wanted = articles;
    if (wanted.empty()) {
        const auto all = store.articles();
        if (!all)
            return std::unexpected(all.error());
        std::ranges::transform(*all, std::back_inserter(wanted), &Article::id);
    }
    FoundPlaces places;
    for (const ArticleId id : wanted) {
        if (goOn && !goOn())
            return places;
        const auto article = store.article(id);
        const auto text = article ? store.text(id) : std::unexpected(article.error());
        if (!text)
            return std::unexpected(text.error());
        const TextPositions positions(*text);
        for (const Cue &cue : finder.cues(*text, withWordLists(sets, cueSetOf(sets, chosen, article->language)), false)) {
            if (cue.name == kind)
                places[id].push_back(positions.toCodePoints(cue.range));
        }
    }
    return places;
}

QString originOfCues(const QString &kind)
{
    return QCoreApplication::translate("Cues", "cues “%1”").arg(kind);
}

QStringList cueFolders(const QString &projectPath)
{
    QStringList folders{QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/cues"_s};
    if (!projectPath.isEmpty())
        folders << cueFolderOf(projectPath);
    return folders;
}

} // namespace galley
