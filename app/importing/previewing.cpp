// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "previewing.h"

#include "../presentation.h"

#include <importing/importing.h>
#include <importing/sources.h>
#include <readers/tables/articlecolumns.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStringConverter>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct Previewing
{
    Q_DECLARE_TR_FUNCTIONS(Previewing)
};

/// "Headline, Byline, 3 × Caption"
QString partsOf(const std::vector<ZoneKind> &kinds)
{
    std::vector<std::pair<ZoneKind, int>> counts;
    for (const ZoneKind kind : kinds) {
        const auto known = std::ranges::find(counts, kind, &std::pair<ZoneKind, int>::first);
        known == counts.end() ? void(counts.emplace_back(kind, 1)) : void(++known->second);
    }
    QStringList parts;
    for (const auto &[kind, count] : counts)
        parts += count > 1 ? u"%1 × %2"_s.arg(count).arg(titleOf(kind)) : titleOf(kind);
    return parts.join(u", "_s);
}

ShownPreview::Row rowOf(const ImportedArticle &shown)
{
    const Article &article = shown.article;
    ShownPreview::Row row{article.title, article.outlet, article.published, article.language, place(shown.file, shown.line),
                          partsOf(shown.parts), shown.beginning, {}, shown.revision, keyOfArticle(shown.file, shown.number), shown.file, shown.doubted};
    const auto field = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            row.fields.append({name, value});
    };
    field(Previewing::tr("Authors"), article.authors);
    field(Previewing::tr("Section"), article.section);
    field(Previewing::tr("Page"), article.page);
    field(Previewing::tr("Address"), article.url);
    for (const auto &[name, value] : article.fields.asKeyValueRange())
        field(name, value);
    for (const ImportedArticle::LeftOut &passage : shown.leftOut)
        row.leftOut.push_back({galley::summaryOf(passage.what), passage.what.begins, passage.key, passage.what.prose});
    return row;
}

QString summaryOf(const ImportReport &report)
{
    QStringList parts{Previewing::tr("%n articles come in", nullptr, report.articles)};
    if (report.annotations > 0) {
        QStringList by;
        for (const auto &[name, count] : report.annotationsBy.asKeyValueRange())
            by += Previewing::tr("%1 by %2").arg(QLocale().toString(count), name);
        parts += Previewing::tr("%n annotations", nullptr, report.annotations) + (by.isEmpty() ? QString() : u" (%1)"_s.arg(by.join(u", "_s)));
    }
    if (!report.revisions.empty())
        parts += Previewing::tr("%n of them with a corrected text", nullptr, int(report.revisions.size()));
    if (!report.skipped.empty())
        parts += Previewing::tr("%n are there already or empty", nullptr, int(report.skipped.size()));
    if (const auto count = std::ranges::count_if(report.leftOut, [](const ImportLeftOut &one) { return std::ranges::any_of(one.what, &LeftOutText::prose); }))
        parts += Previewing::tr("%n with sentences left out", nullptr, int(count));
    if (!report.failures.empty())
        parts += Previewing::tr("%n remarks", nullptr, int(report.failures.size()));
    return parts.join(u", "_s);
}

} // namespace

QString place(const QString &file, int line)
{
    const QString name = QFileInfo(file).fileName();
    return line > 0 ? u"%1:%2"_s.arg(name).arg(line) : name;
}

ShownPreview previewOf(const ImportReport &report)
{
    ShownPreview preview;
    preview.summary = summaryOf(report);
    preview.articles = report.articles;
    preview.any = report.articles + report.annotations + report.coders + report.codes > 0;
    preview.rows = {report.listed->size(), [listed = report.listed](size_t at) { return rowOf((*listed)[at]); }};
    for (const ImportFailure &failure : report.failures)
        preview.remarks.push_back({place(failure.file, failure.line), failure.reason});
    for (const ImportSkip &skip : report.skipped)
        preview.remarks.push_back({place(skip.file, skip.line), skip.reason});
    for (const ImportRevision &revision : report.revisions)
        preview.remarks.push_back({place(revision.file, revision.line), galley::summaryOf(revision)});
    for (const ImportGuess &guess : report.guesses)
        preview.remarks.push_back({place(guess.file, 0), Previewing::tr("The encoding was guessed: %1.").arg(guess.encoding)});
    preview.encodings = report.encodings;
    preview.encodingOf = report.encodingOf;
    preview.ambiguousDate = report.ambiguousDates.example;
    preview.ambiguousDates = report.ambiguousDates.count;
    return preview;
}

void addColumns(ShownPreview &preview, const std::vector<ReadingPool::Job> &jobs)
{
    for (const ReadingPool::Job &job : jobs) {
        QFile file(job.file);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto found = job.reader ? Result<const Reader *>(job.reader) : sourceReaderFor(file.peek(1 << 16), job.file);
        if (!found || !(*found)->columns)
            continue;
        const auto names = (*found)->columns(file, job.options);
        if (!names)
            continue;
        const ArticleColumns columns(std::vector<QString>(names->begin(), names->end()), job.options.columns);
        preview.columns = *names;
        preview.isDelimited = QLatin1StringView((*found)->name) == "csv"_L1;
        for (size_t at = 0; at < columns.size(); ++at)
            preview.meanings.insert((*names)[qsizetype(at)].trimmed(), columns.field(at) ? ownNameOf(*columns.field(at)) : QString());
        return;
    }
}

QList<std::pair<QString, QString>> columnMeanings()
{
    const std::pair<ArticleField, QString> titles[] = {
        {ArticleField::Text, Previewing::tr("Text")},          {ArticleField::Title, Previewing::tr("Headline")},
        {ArticleField::Outlet, Previewing::tr("Outlet")},      {ArticleField::Authors, Previewing::tr("Authors")},
        {ArticleField::Published, Previewing::tr("Date")},     {ArticleField::Section, Previewing::tr("Section")},
        {ArticleField::Page, Previewing::tr("Page")},          {ArticleField::Language, Previewing::tr("Language")},
        {ArticleField::Url, Previewing::tr("Address (URL)")},  {ArticleField::Id, Previewing::tr("Number or id")},
    };
    QList<std::pair<QString, QString>> meanings;
    for (const auto &[field, title] : titles)
        meanings.append({ownNameOf(field), title});
    return meanings;
}

QStringList statableEncodings()
{
    QStringList encodings{u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"windows-1252"_s, u"ISO-8859-15"_s, u"windows-1250"_s, u"windows-1251"_s,
            u"KOI8-R"_s, u"windows-1253"_s, u"windows-1254"_s, u"windows-1255"_s, u"windows-1256"_s, u"windows-1257"_s, u"windows-1258"_s,
            u"GB18030"_s, u"Big5"_s, u"Shift_JIS"_s, u"EUC-JP"_s, u"EUC-KR"_s, u"IBM850"_s, u"macintosh"_s};
    // Below these, all that ICU knows.
    QStringList others = QStringConverter::availableCodecs();
    others.removeIf([&](const QString &name) { return name.contains(u',') || name == "Locale"_L1 || encodings.contains(name, Qt::CaseInsensitive); });
    others.sort(Qt::CaseInsensitive);
    others.removeDuplicates();
    return others.isEmpty() ? encodings : encodings + QStringList{QString()} + others;
}

} // namespace galley
