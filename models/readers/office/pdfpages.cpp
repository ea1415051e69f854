// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdfpages.h"

#include <poppler-qt6.h>

#include <QDateTime>

#include <algorithm>

using namespace galley;

namespace {

using namespace Qt::StringLiterals;

/// Does a word go on the line that ends with `last`? Beside it in either direction: Arabic lines run to the left.
bool isBeside(const QRectF &word, const QRectF &line, const QRectF &last)
{
    const double overlap = std::min(word.bottom(), line.bottom()) - std::max(word.top(), line.top());
    const double least = std::min(word.height(), line.height());
    const double gap = std::max(word.left() - last.right(), last.left() - word.right());
    return overlap > least * 0.5 && gap > -0.3 * least && gap < 1.2 * least;
}

/// The pieces of a page's lines. A page that takes longer comes without any.
PdfPage linesOf(const Poppler::Page &page, const QDeadlineTimer &deadline)
{
    PdfPage result{page.pageSizeF().height(), {}};
    const auto isLate = [](const QVariant &time) { return QDeadlineTimer::current().deadline() > time.toLongLong(); };
    const auto words = page.textList(Poppler::Page::Rotate0, isLate, deadline.deadline());
    QRectF last;
    bool blank = false;
    for (const auto &word : words) {
        const QRectF box = word->boundingBox();
        if (word->text().trimmed().isEmpty() || box.height() <= 0)
            continue;
        if (result.lines.empty() || !isBeside(box, result.lines.back().box, last)) {
            result.lines.push_back({word->text(), box, box.height(), box.width()});
        } else {
            PdfLine &line = result.lines.back();
            const double gap = std::max(box.left() - last.right(), last.left() - box.right());
            if (blank || gap > line.height * 0.15)
                line.text += u' ';
            line.text += word->text();
            line.box |= box;
            if (word->text().size() > 3)
                line.height = std::max(line.height, box.height());
        }
        last = box;
        blank = word->hasSpaceAfter();
    }
    return result;
}

std::vector<std::pair<QString, QString>> propertiesOf(const Poppler::Document &document)
{
    std::vector<std::pair<QString, QString>> properties;
    for (const QString &key : document.infoKeys()) {
        const bool isDate = key == "CreationDate"_L1 || key == "ModDate"_L1;
        const QDateTime date = isDate ? document.date(key) : QDateTime();
        properties.emplace_back(key, date.isValid() ? date.toUTC().toString(Qt::ISODate) : document.info(key));
    }
    return properties;
}

} // namespace

void galleyReadPdf(const QByteArray &bytes, int mostPages, const QDeadlineTimer &deadline, PdfContents &contents)
{
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    const auto document = Poppler::Document::loadFromData(bytes);
    if (!document)
        return;
    contents.state = document->isLocked() ? PdfContents::State::Locked : PdfContents::State::Read;
    if (document->isLocked())
        return;
    contents.properties = propertiesOf(*document);
    contents.pageCount = document->numPages();
    for (int at = 0; at < std::min(contents.pageCount, mostPages) && !deadline.hasExpired(); ++at) {
        if (const auto page = document->page(at))
            contents.pages.push_back(linesOf(*page, deadline));
    }
}
