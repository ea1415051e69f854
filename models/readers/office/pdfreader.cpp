// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfreader.h"

#include "pdftext.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <poppler-qt6.h>

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

Article statedByPdf(const Poppler::Document &document)
{
    Article stated;
    for (const QString &key : document.infoKeys()) {
        QString value = clean(document.info(key));
        if (key == "CreationDate"_L1 || key == "ModDate"_L1) {
            if (const QDateTime date = document.date(key); date.isValid())
                value = date.toUTC().toString(Qt::ISODate);
        }
        if (key == "Title"_L1)
            stated.title = value;
        else if (key == "Author"_L1)
            stated.authors = value;
        else if (!value.isEmpty())
            stated.fields.insert(key, value);
    }
    stated.fields.insert(u"pages"_s, QString::number(document.numPages()));
    return stated;
}

Result<DocumentText> pdfTextOf(const QByteArray &bytes)
{
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    const auto document = Poppler::Document::loadFromData(bytes);
    if (!document)
        return failed(Readers::tr("The PDF is damaged and cannot be read."));
    if (document->isLocked())
        return failed(Readers::tr("The PDF is protected with a password; it has to be saved without one first."));
    const int count = document->numPages();
    const QDeadlineTimer deadline(longestReading);
    std::vector<PdfPage> pages;
    for (int at = 0; at < std::min(count, mostPages) && !deadline.hasExpired(); ++at) {
        if (const auto page = document->page(at))
            pages.push_back(linesOf(*page, deadline));
    }
    DocumentText read;
    if (count > mostPages || deadline.hasExpired())
        read.remarks.push_back(Readers::tr("Only the first %L1 of %L2 pages were read.").arg(pages.size()).arg(count));
    if (std::ranges::all_of(pages, [](const PdfPage &page) { return page.lines.empty(); }))
        return failed(Readers::tr("The PDF holds no text, only pictures of pages; its text has to be recognised (OCR) first."));
    read.stated = statedByPdf(*document);
    read.paragraphs = paragraphsOf(std::move(pages));
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
    takeDocument(std::move(*document), take);
    return ReadInfo{{}, sha256Of(*bytes)};
}

/// Something may stand before the mark, and does in files from mail.
bool isPdf(const FileHead &head)
{
    return head.bytes.first(std::min<qsizetype>(head.bytes.size(), 1024)).trimmed().startsWith("%PDF-");
}

} // namespace

const Reader pdfReader{"pdf", [] { return Readers::tr("PDF"); }, pdfSuffixes, isPdf, readPdf, true};

} // namespace galley
