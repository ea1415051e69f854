// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importprivate.h"

#include <versions/carrying.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

/// The part of an import that recognises an article it knows in a corrected text, and takes what was coded along to it.
namespace galley {

namespace {

/// What says that two texts are versions of one article, beside its UUID; none of it is proof, so the texts are compared.
QStringList identitiesOf(const Article &article, const QString &path)
{
    QStringList identities;
    const auto add = [&](const QStringList &parts) { identities += parts.join(QChar(u'\n')); };
    if (!article.url.isEmpty())
        add({QStringLiteral("url"), article.url});
    const QString name = QFileInfo(path).fileName();
    if (const QString id = article.fields.value(QStringLiteral("id")); !id.isEmpty())
        add({QStringLiteral("id"), id, article.outlet, name});
    else if (!name.isEmpty() && !article.title.isEmpty())
        add({QStringLiteral("title"), article.title, article.outlet, name});
    return identities;
}

/// Words between white space; of scripts that write none between them, each character.
std::vector<QStringView> wordsOf(QStringView text)
{
    const auto alone = [](QChar c) {
        return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana
            || c.script() == QChar::Script_Thai;
    };
    std::vector<QStringView> words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace() && !alone(text[end]))
            ++end;
        if (end == at)
            ++end;
        if (!text[at].isSpace())
            words.push_back(text.sliced(at, end - at));
        at = end;
    }
    return words;
}

/// How many of the words of the shorter text stand in both, 0 to 1: quick, and enough to tell a corrected article from the
/// next one under the same address.
double wordsInCommon(const QString &a, const QString &b)
{
    QHash<QStringView, int> words;
    qsizetype common = 0;
    const auto inA = wordsOf(a), inB = wordsOf(b);
    const qsizetype ofA = qsizetype(inA.size()), ofB = qsizetype(inB.size());
    for (const QStringView word : inA)
        ++words[word];
    for (const QStringView word : inB) {
        const auto known = words.find(word);
        if (known != words.end() && *known > 0) {
            --*known;
            ++common;
        }
    }
    return ofA && ofB ? double(common) / double(std::min(ofA, ofB)) : 0;
}

} // namespace

QString summaryOf(const ImportRevision &revision)
{
    QString text = Importing::tr("“%1” has a corrected text").arg(revision.title);
    QStringList parts;
    if (revision.same > 0)
        parts += Importing::tr("%n annotations stay as they are", nullptr, revision.same);
    if (revision.moved > 0)
        parts += Importing::tr("%n moved along", nullptr, revision.moved);
    if (const int open = int(revision.ambiguous.size() + revision.gone.size()); open > 0)
        parts += Importing::tr("%n stay with the text before and are to be looked at", nullptr, open);
    return parts.isEmpty() ? text : text + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

void Importer::Private::remember(ArticleId id, const Article &article, const QString &path)
{
    for (const QString &identity : identitiesOf(article, path))
        identities.insert(identity, id);
}

Result<ArticleId> Importer::Private::earlierVersion(const ReadArticle &read, std::optional<ArticleId> sameUuid)
{
    constexpr double likely = 0.6;
    constexpr double related = 0.5; // beyond what any two texts of a language have in common
    if (read.source) // Galley's own export says itself what revises what
        return sameUuid.value_or(ArticleId{});
    if (sameUuid) {
        const auto text = session.text(*sameUuid);
        if (!text)
            return std::unexpected(text.error());
        const auto decided = options.decisions.value(keyOfArticle(source.path, number)).revision;
        const bool alike = wordsInCommon(*text, read.text) >= related;
        if (!alike)
            doubted = text->section(u'\n', 0, 0).simplified().left(80);
        if (alike ? decided.value_or(true) : decided.value_or(options.sameIdIsRevision))
            return *sameUuid;
        if (alike || decided)
            return ArticleId{};
        note(Importing::tr("“%1” has the id of an article that is there and few words in common with it: it came in as an article of "
                           "its own, not as its corrected text. Is it one, the ids of the file are to be looked at.").arg(read.article.title), true);
        return ArticleId{};
    }
    for (const QString &identity : identitiesOf(read.article, source.path)) {
        const ArticleId known = identities.value(identity);
        if (!known)
            continue;
        const auto text = session.text(known);
        if (!text)
            return std::unexpected(text.error());
        if (wordsInCommon(*text, read.text) >= likely)
            return known;
    }
    return ArticleId{};
}

/// Passages that are found move to the corrected text; those that may be in several places or are gone stay where they
/// are and are listed, so that nothing is dropped.
Result<> Importer::Private::carryOver(ArticleId before, ArticleId after, const QString &title, const QString &text)
{
    const auto oldText = session.text(before);
    const auto annotations = oldText ? session.annotations(before) : std::unexpected(oldText.error());
    if (!annotations)
        return std::unexpected(annotations.error());
    ImportRevision revision{source.path, line, title, before, after, 0, 0, {}, {}};
    const TextMatch match(*oldText, text);
    const TextPositions positions(text);
    for (const Annotation &annotation : *annotations) {
        auto [state, moved] = carried(match, {text, positions}, annotation);
        if (state == AnchorState::Ambiguous || state == AnchorState::Gone) {
            (state == AnchorState::Gone ? revision.gone : revision.ambiguous).push_back(annotation.quote);
            continue;
        }
        ++(state == AnchorState::Same ? revision.same : revision.moved);
        moved.article = after;
        if (const Result<> done = session.apply(modified(annotation, moved)); !done)
            return done;
    }
    report.revisions.push_back(std::move(revision));
    return moveProgress(before, after);
}

/// Who was done with the article is done with its correction, unless there is something to look at.
Result<> Importer::Private::moveProgress(ArticleId before, ArticleId after)
{
    const auto rows = session.progress(before);
    if (!rows)
        return std::unexpected(rows.error());
    const bool review = !report.revisions.back().ambiguous.empty() || !report.revisions.back().gone.empty();
    for (const Progress &progress : *rows) {
        Progress moved = progress;
        moved.article = after;
        if (review)
            moved.state = ProgressState::InProgress;
        if (const Result<> done = session.apply(modified(progress, moved)); !done)
            return done;
    }
    return {};
}

} // namespace galley
