// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdflines.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// The words of a page edge mean the same with other figures in them.
QString withoutFigures(const QString &text)
{
    QString plain;
    for (const QChar c : text.simplified()) {
        if (!c.isDigit())
            plain += c.toLower();
        else if (!plain.endsWith(u'#'))
            plain += u'#';
    }
    return plain;
}

/// "7", "- 7 -", "Page 7 of 9", "Seite 7/9", "vii".
bool isPageNumber(const QString &text)
{
    static const QRegularExpression number(
        u"^[-–—|\\s]*(?:\\p{L}{1,7}\\.?\\s*)?(?:\\d{1,4}|[ivxlc]{1,6})"
        "(?:\\s*(?:\\p{L}{1,3}|/)\\s*\\d{1,4})?[-–—|\\s]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression figures(u"^[-–—|\\s]*(?:\\d{1,4}|[ivxlc]{1,6})[-–—|\\s]*$"_s);
    static const QRegularExpression named(
        u"^(?:page|seite|s\\.|p\\.|pág\\.?|página|pagina|sivu|sida|side|strona|str\\.|стр\\.?|страница|oldal)\\s"_s,
        QRegularExpression::CaseInsensitiveOption);
    return figures.match(text).hasMatch() || (named.match(text).hasMatch() && number.match(text).hasMatch());
}

struct Edge
{
    size_t page = 0;
    size_t line = 0;
    QString words; ///< with the edge they stand at
};

/// The outermost lines at the top and the bottom of a page.
std::vector<Edge> edgesOf(const PdfPage &page, size_t number)
{
    std::vector<Edge> edges;
    for (size_t at = 0; at < page.lines.size(); ++at) {
        const QRectF &box = page.lines[at].box;
        const bool top = box.bottom()<page.height * 0.12, bottom = box.top()> page.height * 0.88;
        if (top || bottom)
            edges.push_back({number, at, (top ? u"^"_s : u"$"_s) + withoutFigures(page.lines[at].text)});
    }
    return edges;
}

} // namespace

void markChrome(std::vector<PdfPage> &pages)
{
    std::vector<Edge> edges;
    for (size_t page = 0; page < pages.size(); ++page)
        std::ranges::move(edgesOf(pages[page], page), std::back_inserter(edges));
    QHash<QString, QSet<size_t>> where;
    for (const Edge &edge : edges)
        where[edge.words].insert(edge.page);
    for (const Edge &edge : edges) {
        PdfLine &line = pages[edge.page].lines[edge.line];
        // Heads of left and right pages differ, those of chapters too: three times is enough, or each time of two.
        const qsizetype times = where.value(edge.words).size();
        const bool repeated = times >= 3 || (times == 2 && pages.size() <= 4);
        line.chrome = repeated || isPageNumber(line.text);
    }
}

} // namespace galley
