// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreader.h"

#include "pdfpages.h"
#include "pdftext.h"

#include <base/part.h>
#include <readers/article/textaccount.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QDeadlineTimer>
#include <QIODevice>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestPdf = 512'000'000;
constexpr int mostPages = 5000;
constexpr qint64 longestReading = 60'000; // milliseconds
constexpr std::array<const char *, 1> pdfSuffixes{"pdf"};

/// Text that a document has about itself may hold anything.
QString clean(QString text)
{
    text.remove(QChar(u'\0'));
    return text.isValidUtf16() ? text.simplified() : QString();
}

Article statedByPdf(const PdfContents &contents)
{
    Article stated;
    for (const auto &[key, written] : contents.properties) {
        const QString value = clean(written);
        if (key == "Title"_L1)
            stated.title = value;
        else if (key == "Author"_L1)
            stated.authors = value;
        else if (!value.isEmpty())
            stated.fields.insert(key, value);
    }
    stated.fields.insert(u"pages"_s, QString::number(contents.pageCount));
    return stated;
}

Result<PdfContents> pdfContentsOf(const QByteArray &bytes)
{
    static const auto part = partEntry("pdf", "galleyReadPdf");
    if (!part)
        return failed(Readers::tr("What reads PDF cannot be loaded; Galley is not installed completely."), part.error());
    PdfContents contents;
    reinterpret_cast<GalleyReadPdf *>(*part)(bytes, mostPages, QDeadlineTimer(longestReading), contents);
    return contents;
}

Result<DocumentText> pdfTextOf(const QByteArray &bytes)
{
    auto contents = pdfContentsOf(bytes);
    if (!contents)
        return std::unexpected(contents.error());
    if (contents->state == PdfContents::State::Damaged)
        return failed(Readers::tr("The PDF is damaged and cannot be read."));
    if (contents->state == PdfContents::State::Locked)
        return failed(Readers::tr("The PDF is protected with a password; it has to be saved without one first."));
    DocumentText read;
    if (contents->pageCount > std::ssize(contents->pages))
        read.remarks.push_back(Readers::tr("Only the first %L1 of %L2 pages were read.").arg(contents->pages.size()).arg(contents->pageCount));
    if (std::ranges::all_of(contents->pages, [](const PdfPage &page) { return page.lines.empty(); }))
        return failed(Readers::tr("The PDF holds no text, only pictures of pages; its text has to be recognised (OCR) first."));
    read.stated = statedByPdf(*contents);
    qint64 printed = 0;
    for (const PdfPage &page : contents->pages) {
        for (const PdfLine &line : page.lines)
            printed += inkOf(line.text);
    }
    read.paragraphs = paragraphsOf(std::move(contents->pages));
    for (const TextParagraph &paragraph : read.paragraphs) {
        read.account.took(paragraph.text);
        printed -= inkOf(paragraph.text);
    }
    // What divided a word at the end of a line is a soft hyphen now, which nobody sees.
    read.account.left(QString(std::max<qint64>(printed, 0), u'-'), LeftOutReason::Label, {}, false);
    for (const auto &[key, written] : contents->properties) {
        if (const QString value = clean(written); !value.isEmpty())
            read.account.left(value, LeftOutReason::Metadata);
    }
    return read;
}

Result<ReadInfo> readPdf(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestPdf);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto document = pdfTextOf(*bytes);
    if (!document)
        return std::unexpected(document.error());
    ReadInfo info{{}, sha256Of(*bytes)};
    info.characters = accountOf(*document).characters();
    takeDocument(std::move(*document), take);
    return info;
}

/// Something may stand before the mark, and does in files from mail.
bool isPdf(const FileHead &head)
{
    return head.bytes.first(std::min<qsizetype>(head.bytes.size(), 1024)).trimmed().startsWith("%PDF-");
}

} // namespace

const Reader pdfReader{"pdf", [] { return Readers::tr("PDF"); }, pdfSuffixes, isPdf, readPdf, true};

} // namespace galley
