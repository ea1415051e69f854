// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing.h"

#include <project/codebookedits.h>
#include <project/coderedits.h>
#include "importprivate.h"

#include <domain/identity.h>
#include <domain/nameduuid.h>
#include <base/sha256.h>
#include <readers/article/publisheddate.h>
#include <readers/article/textaccount.h>

#include <readers/article/writtendate.h>

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QString reasonFor(SkipReason why)
{
    switch (why) {
    case SkipReason::AlreadyThere:
        return Importing::tr("it is in the project already");
    case SkipReason::Duplicate:
        return Importing::tr("the project has an article with the same text");
    case SkipReason::Unwanted:
        return Importing::tr("it was not wanted");
    case SkipReason::Empty:
        break;
    }
    return Importing::tr("it has no text");
}

bool isBlank(const QString &text)
{
    return trimmed(text, {0, text.size()}).isEmpty();
}

/// As most dates are by now: "2023", "2023-05", "2023-05-04" and what of the time follows.
bool isIsoDay(QStringView date)
{
    const auto figures = [&](qsizetype at, qsizetype count) {
        return date.size() >= at + count && std::ranges::all_of(date.sliced(at, count), [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    if (!figures(0, 4) || date.size() == 4)
        return date.size() == 4 && figures(0, 4);
    const int month = date[4] == u'-' && figures(5, 2) ? date.sliced(5, 2).toInt() : 0;
    if (month < 1 || month > 12 || date.size() == 7)
        return month >= 1 && month <= 12;
    return date[7] == u'-' && figures(8, 2) && QDate(date.first(4).toInt(), month, date.sliced(8, 2).toInt()).isValid()
        && (date.size() == 10 || date[10] == u'T');
}

QString historyText(const ImportReport &report)
{
    const QString articles = Importing::tr("%n articles", nullptr, report.articles);
    const QString annotations = Importing::tr("%n annotations", nullptr, report.annotations);
    if (report.articles && report.annotations)
        return Importing::tr("Import %1 and %2").arg(articles, annotations);
    return Importing::tr("Import %1").arg(report.annotations ? annotations : report.articles ? articles : Importing::tr("coders and codebook"));
}

} // namespace

QByteArray keyOf(const QString &file, int line, const LeftPassage &passage)
{
    return sha256Of(file.toUtf8() + '\0' + QByteArray::number(line) + '\0' + passage.text.toUtf8());
}

QByteArray keyOfArticle(const QString &file, int number)
{
    return file.toUtf8() + '\0' + QByteArray::number(number);
}

Importer::Private::Private(ImportSession opened, const ImportOptions &with)
    : session(std::move(opened))
    , options(with)
    , now(QDateTime::currentDateTimeUtc())
{
}

void Importer::Private::note(const QString &reason, bool remark)
{
    report.failures.push_back({source.path, line, reason, remark});
}

void Importer::Private::skip(const Article &article, SkipReason why)
{
    report.skipped.push_back({source.path, line, article.title, why, reasonFor(why)});
}

Result<> Importer::Private::takeRecord(const ReadRecord &record)
{
    line = record.line;
    return std::visit([this](const auto &value) { return take(value); }, record.value);
}

Result<> Importer::Private::take(const ReadProblem &problem)
{
    note(problem.reason, problem.remark);
    return {};
}

void Importer::Private::addUp(const LeftOutText &what)
{
    std::vector<LeftOutText> &all = report.leftOutInAll;
    const auto known = std::ranges::find_if(all, [&](const LeftOutText &one) { return one.reason == what.reason && one.prose == what.prose; });
    if (known == all.end()) {
        all.push_back(what);
        return;
    }
    known->characters += what.characters;
    known->paragraphs += what.paragraphs;
}

Result<> Importer::Private::take(const ReadLeftOut &leftOut)
{
    report.leftOut.push_back({source.path, line, {}, {leftOut.what}});
    addUp(leftOut.what);
    return {};
}

Result<> Importer::Private::take(const ReadArticle &stated)
{
    ReadArticle read = stated;
    for (size_t at = read.leftOut.size(); at-- > 0 && !(options.takenIn.isEmpty() && options.takenInFor.isEmpty());) {
        const LeftPassage &passage = read.leftOut[at];
        const bool asked = passage.what.prose && options.takenInFor.contains(passage.what.reason);
        if (asked || (!options.takenIn.isEmpty() && options.takenIn.contains(keyOf(source.path, line, passage))))
            takeIn(read, at);
    }
    ++number;
    doubted.clear();
    const ArticleDecision decision = options.decisions.value(keyOfArticle(source.path, number));
    read.article.title = decision.title.value_or(read.article.title);
    read.article.outlet = decision.outlet.value_or(read.article.outlet);
    read.article.published = decision.published ? isoDate(*decision.published) : read.article.published;
    if (!decision.wanted) {
        skip(read.article, SkipReason::Unwanted);
        return {};
    }
    if (isBlank(read.text)) {
        skip(read.article, SkipReason::Empty);
        return {};
    }
    if (read.text.contains(QChar(0))) {
        note(Importing::tr("The text of “%1” contains the character U+0000; it is no plain text.").arg(read.article.title));
        return {};
    }
    const QByteArray utf8 = read.text.toUtf8();
    const QByteArray hash = sha256Of(utf8);
    std::optional<ArticleId> known;
    if (!read.article.uuid.isNull()) {
        const auto same = session.articleWith(read.article.uuid);
        if (!same)
            return std::unexpected(same.error());
        known = *same;
    }
    const auto duplicate = session.duplicateOf(hash, read.article.outlet);
    if (!duplicate)
        return std::unexpected(duplicate.error());
    if (*duplicate) {
        if (!read.key.isEmpty())
            articles.insert(read.key, **duplicate);
        if (read.shared || sharedArticles.contains(**duplicate))
            return {};
        skip(read.article, known ? SkipReason::AlreadyThere : SkipReason::Duplicate);
        return {};
    }
    const auto earlier = earlierVersion(read, known);
    if (!earlier)
        return std::unexpected(earlier.error());
    ReadArticle row = std::move(read);
    row.article.textSha256 = hash;
    row.article.revises = *earlier;
    if (known)
        row.article.uuid = namedUuid({row.article.uuid.toString(), QString::fromLatin1(hash)});
    return store(row, utf8);
}

/// What the record says of its origin, else the file being read.
Result<SourceId> Importer::Private::sourceOf(const ReadArticle &read)
{
    if (read.source)
        return session.add(*read.source);
    if (!source.id) {
        const auto added = session.add(source);
        if (!added)
            return added;
        source.id = *added;
    }
    return source.id;
}

Result<> Importer::Private::store(const ReadArticle &read, const QByteArray &utf8)
{
    const auto from = sourceOf(read);
    if (!from)
        return std::unexpected(from.error());
    Article article = read.article;
    article.source = *from;
    const bool clear = article.published.isEmpty() || isIsoDay(article.published);
    if (!clear && isAmbiguousDate(article.published)) {
        ambiguousDates += article.published;
        if (report.ambiguousDates.count++ == 0)
            report.ambiguousDates.example = article.published;
    } else if (!clear && !read.source && !read.toldOfDate && !isoDateWritten(article.published)) {
        strangeDates += article.published;
    }
    const auto taken = article.uuid.isNull() ? Result<bool>(true) : session.hadOtherText(article.uuid, article.textSha256);
    if (!taken)
        return std::unexpected(taken.error());
    if (article.uuid.isNull()) // an article of one text is one thing, whichever copy takes it in
        article.uuid = namedUuid({u"article", QString::fromLatin1(article.textSha256), article.outlet});
    else if (*taken)
        article.uuid = namedUuid({article.uuid.toString(), QString::fromLatin1(article.textSha256)});
    article.length = TextPositions(read.text).codePoints();
    std::vector<Zone> zones = read.zones;
    const auto outside = [&](const Zone &zone) { return zone.range.begin < 0 || zone.range.isEmpty() || zone.range.end > article.length; };
    if (std::erase_if(zones, outside) > 0)
        note(Importing::tr("A zone of “%1” is outside its text and was left out.").arg(article.title));
    const auto id = session.add(article, utf8, zones);
    if (!id)
        return std::unexpected(id.error());
    if (!read.key.isEmpty())
        articles.insert(read.key, *id);
    if (read.shared)
        sharedArticles.insert(*id);
    if (!read.family.isNull() || !read.revises.isNull())
        kin.emplace_back(*id, read.family, read.revises);
    if (options.lists)
        list(read, article, zones);
    for (const LeftPassage &passage : read.leftOut)
        addUp(passage.what);
    // What an export says of an article's source was told when that was read.
    if (!read.leftOut.empty() && std::ranges::any_of(article.leftOut, &LeftOutText::prose))
        report.leftOut.push_back({source.path, line, article.title, article.leftOut});
    ++report.articles;
    if (article.revises)
        return carryOver(article.revises, *id, article.title, read.text);
    return {};
}

/// A hundred thousand of them are to fit into memory.
void Importer::Private::list(const ReadArticle &read, const Article &article, const std::vector<Zone> &zones)
{
    constexpr size_t mostInFull = 1000;
    constexpr qsizetype shownLength = 2000, shortLength = 300;
    const bool full = report.listed->size() < mostInFull;
    ImportedArticle &shown = report.listed->emplace_back(source.path, line, full ? article : Article(), std::vector<ZoneKind>());
    if (!full) {
        shown.article.title = article.title;
        shown.article.outlet = article.outlet;
        shown.article.published = article.published;
        shown.article.language = article.language;
        shown.article.authors = article.authors;
    }
    shown.beginning = read.text.left(full ? shownLength : shortLength);
    if (shown.beginning.size() < read.text.size())
        shown.beginning += u'…';
    std::ranges::transform(zones, std::back_inserter(shown.parts), &Zone::kind);
    shown.revision = bool(article.revises);
    shown.number = number;
    shown.doubted = doubted;
    for (const LeftPassage &passage : read.leftOut) {
        if (full || passage.what.prose)
            shown.leftOut.push_back({passage.what, keyOf(source.path, line, passage)});
    }
}

Result<> Importer::Private::linkKin()
{
    for (const auto &[article, family, revises] : kin) {
        if (const Result<> done = session.link(article, family, revises); !done)
            return done;
    }
    for (const auto &[annotation, origin] : origins) {
        if (const Result<> done = session.link(annotation, origin); !done)
            return done;
    }
    return {};
}

Result<> Importer::Private::apply(const Change &change)
{
    for (const AnyEdit &edit : change.edits) {
        if (const Result<> done = session.apply(edit); !done)
            return done;
    }
    if (change.codebookName) {
        if (const Result<> done = session.renameCodebook(*change.codebookName); !done)
            return done;
    }
    return {};
}

Result<> Importer::Private::take(const ReadCoder &read)
{
    const auto byUuid = std::ranges::find_if(coders, [&](const Coder &coder) { return coder.uuid == read.coder.uuid; });
    const Coder *known = byUuid != coders.end() && !read.coder.uuid.isNull() ? &*byUuid : coderNamed(coders, read.coder.name);
    if (!known) {
        const bool isConsensus = isConsensusName(read.coder.name); // of an export that has it
        Result<Change> change = addCoder(coders, read.coder.name, isConsensus ? CoderRole::Consensus : read.coder.role);
        if (!change) {
            note(change.error().message);
            return {};
        }
        Coder &coder = *std::get<Edit<Coder>>(change->edits.front()).after;
        if (!read.coder.uuid.isNull() && !isConsensus) {
            coder.uuid = read.coder.uuid;
            coder.id = {idOf(coder.uuid)};
        }
        if (const Result<> done = apply(*change); !done)
            return done;
        coders.push_back(coder);
        ++report.coders;
        known = &coders.back();
    }
    if (!read.coder.uuid.isNull())
        coderKeys.insert(read.coder.uuid.toString(QUuid::WithoutBraces), known->id);
    return {};
}

Result<> Importer::Private::take(const ReadCodebook &read)
{
    const bool replace = codebookIsUntouched && options.replaceUntouchedCodebook;
    const auto use = session.codebookUse();
    if (!use)
        return std::unexpected(use.error());
    const Result<Change> change = adoptCodebook(codebook, read.codebook, replace ? Adoption::Replace : Adoption::AddMissing, *use, idsFrom(session));
    if (!change) {
        note(change.error().message);
        return {};
    }
    if (const Result<> done = apply(*change); !done)
        return done;
    const auto recorded = session.recordRevision(*change, replace ? std::optional(read.codebook.revision()) : std::nullopt, now);
    if (!recorded)
        return std::unexpected(recorded.error());
    codebookIsUntouched = false;
    report.codes += int(std::ranges::count_if(change->edits, [](const AnyEdit &edit) {
        const auto *code = std::get_if<Edit<Code>>(&edit);
        return code && code->after;
    }));
    const Codebook after = withChange(codebook, *change);
    const int revision = replace ? std::max(read.codebook.revision(), codebook.revision()) : codebook.revision() + (change->isEmpty() ? 0 : 1);
    codebook = Codebook(after.name(), revision, after.layers(), after.variables(), after.codes(), *recorded);
    codes.clear();
    return {};
}

/// One that is there already, or another of the same name, stays as it is.
Result<> Importer::Private::take(const ReadSample &read)
{
    const auto same = [&](const StoredSample &known) {
        return known.uuid == read.uuid || known.name.compare(read.name, Qt::CaseInsensitive) == 0;
    };
    if (read.uuid.isNull() || read.name.isEmpty() || std::ranges::any_of(samples, same))
        return {};
    const StoredSample sample{SampleId{idOf(read.uuid)}, read.uuid, read.name, read.record};
    samples.push_back(sample);
    return session.apply(added(sample));
}

// -- the importer ------------------------------------------------------------------------------------------------

Importer::Importer(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

Importer::Importer(Importer &&) noexcept = default;
Importer &Importer::operator=(Importer &&) noexcept = default;
Importer::~Importer() = default;

Result<Importer> Importer::begin(ProjectStore &store, const ImportOptions &options)
{
    return store.beginImport().and_then([&](ImportSession &&session) { return begin(std::move(session), store, options, [] { return true; }); });
}

Result<Importer> Importer::begin(ImportSession session, const ProjectStore &reading, const ImportOptions &options, const std::function<bool()> &goOn)
{
    const auto codebook = reading.codebook();
    const auto coders = reading.coders();
    const auto actors = reading.actors();
    const auto isCoded = reading.hasAnnotations();
    const auto samples = reading.samples();
    const auto consensus = reading.hasConsensus();
    const Error *failure = !codebook ? &codebook.error()
        : !coders                    ? &coders.error()
        : !actors                    ? &actors.error()
        : !isCoded                   ? &isCoded.error()
        : !samples                   ? &samples.error()
        : !consensus                 ? &consensus.error()
                                     : nullptr;
    if (failure)
        return std::unexpected(*failure);
    auto d = std::make_unique<Private>(std::move(session), options);
    d->codebook = *codebook;
    d->codebookIsUntouched = codebook->revision() == 1 && !*isCoded;
    d->coders = *coders;
    if (*consensus)
        d->coders.push_back(consensusCoder());
    d->samples = *samples;
    for (const Actor &actor : *actors)
        d->actors.insert(actor.name.toCaseFolded(), actor.id);
    bool wanted = true;
    const auto known = d->session.forEachOrigin([&](const Article &article, const QString &path) {
        d->remember(article.id, article, path);
        return wanted = goOn();
    });
    if (!known)
        return std::unexpected(known.error());
    if (!wanted)
        return failed(Importing::tr("The import was given up."));
    return Importer(std::move(d));
}

Result<CoderId> Importer::codeAs(const QString &name)
{
    ReadCoder read;
    read.coder.name = name;
    if (const Result<> taken = d->take(read); !taken)
        return std::unexpected(taken.error());
    const Coder *coder = coderNamed(d->coders, name);
    if (!coder)
        return failed(Importing::tr("“%1” is no name for a coder.").arg(name));
    d->options.coder = coder->id;
    return coder->id;
}

void Importer::beginFile(const QString &path)
{
    d->source = Source{{}, path, {}, {}};
    d->line = 0;
    d->number = 0;
    d->articles.clear();
    d->repeats.clear();
    d->ambiguousDates.clear();
    d->strangeDates.clear();
    d->coderKeys.clear();
}

Result<> Importer::take(const ReadRecord &record)
{
    return d->takeRecord(record);
}

Result<> Importer::endFile(const Result<ReadInfo> &info)
{
    d->repeating = true;
    for (const ReadRecord &record : std::exchange(d->waiting, {})) {
        if (const Result<> taken = d->takeRecord(record); !taken)
            return taken;
    }
    d->repeating = false;
    d->line = 0;
    if (!info) {
        d->note(info.error().message);
        return {};
    }
    for (const QString &remark : info->remarks)
        d->note(remark, true);
    if (const qsizetype count = d->ambiguousDates.size(); count > 0)
        d->note(Importing::tr("%n dates such as “%1” can be read with the day or with the month first. They stay as written until that is stated (--dates dmy or mdy).", nullptr, int(count)).arg(d->ambiguousDates.front()), true);
    if (const qsizetype count = d->strangeDates.size(); count > 0)
        d->note(Importing::tr("%n dates such as “%1” are not understood or cannot be. They stay as they are written.", nullptr, int(count)).arg(d->strangeDates.front()), true);
    if (!d->source.id)
        return {};
    d->source.sha256 = info->sha256;
    d->source.encoding = info->encoding;
    d->report.encodingOf.insert(d->source.path, info->encoding);
    if (!d->report.encodings.contains(info->encoding))
        d->report.encodings.append(info->encoding);
    if (info->encodingGuessed)
        d->report.guesses.push_back({d->source.path, info->encoding});
    return d->session.set(d->source);
}

const ImportReport &Importer::report() const
{
    return d->report;
}

Result<ImportReport> Importer::finish(const Stamp &stamp, const QString &text)
{
    if (const Result<> linked = d->linkKin(); !linked)
        return std::unexpected(linked.error());
    Result<Change> change = d->session.commit(text.isEmpty() ? historyText(d->report) : text, stamp);
    if (!change)
        return std::unexpected(change.error());
    d->report.change = std::move(*change);
    return d->report;
}

} // namespace galley
