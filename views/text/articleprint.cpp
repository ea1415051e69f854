// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleprint.h"

#include "articlelayout.h"
#include "displayedtext.h"
#include "marginlayout.h"
#include "markpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPalette>
#include <QTextDocument>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace galley {

namespace {

constexpr qreal unitsPerInch = 96; // everything is laid out in CSS pixels and scaled to the device
constexpr qreal footerRoom = 30;

/// A stretch of the article that goes onto one page.
struct Sheet
{
    qreal top;
    qreal bottom;
};

/// A row of the list at the end.
struct Entry
{
    int mark = 0;
    int count = 0;  ///< annotations with this code; 0: this row is one of them
    QString text;
};

qreal lineBottom(const ArticleLayout &layout, const ArticleLayout::Line &line)
{
    return line.textBottom + layout.style().roomFor(slotsUsed(layout.pieces(line.range)));
}

std::vector<Sheet> sheetsOf(const ArticleLayout &layout, qreal height)
{
    std::vector<Sheet> sheets;
    qreal top = 0;
    const auto breakAt = [&](qreal y) {
        sheets.push_back({top, y});
        top = y;
    };
    for (int paragraph = 0; paragraph < layout.paragraphCount(); ++paragraph) {
        const int count = layout.lineCount(paragraph);
        for (int i = 0; i < count; ++i) {
            const ArticleLayout::Line line = layout.line(paragraph, i);
            if (lineBottom(layout, line) - top <= height)
                continue;
            // A paragraph's first line does not stay behind alone.
            const bool orphan = i == 1 && layout.top(paragraph) > top;
            breakAt(orphan ? layout.top(paragraph) : line.top());
        }
    }
    const qreal end = layout.paragraphCount() > 0 ? layout.bottom(layout.paragraphCount() - 1) : height;
    sheets.push_back({top, std::max(end, top + 1)});
    return sheets;
}

/// The codes in order of first use, each followed by its annotations.
std::vector<Entry> entriesOf(const ArticleLayout &layout, const QString &text)
{
    std::vector<Entry> entries;
    std::vector<std::vector<Entry>> byCode;
    std::unordered_set<qint64> seen;
    for (int i = 0; i < layout.marks().size(); ++i) {
        const Mark &mark = layout.marks().mark(i);
        if (!seen.insert(mark.key).second)
            continue;
        const auto sameCode = [&](const std::vector<Entry> &code) { return layout.marks().mark(code.front().mark).label == mark.label; };
        auto code = std::ranges::find_if(byCode, sameCode);
        if (code == byCode.end())
            code = byCode.insert(code, {{i, 0, mark.label.simplified()}});
        const Utf16Range range = layout.marks().laned(i).range;
        const QString quote = text.sliced(range.begin, std::max<qsizetype>(range.length(), 0)).simplified();
        code->front().count += 1;
        code->push_back({i, 0, mark.detail.isEmpty() ? quote : mark.detail.simplified()});
    }
    for (const std::vector<Entry> &code : byCode)
        entries.insert(entries.end(), code.begin(), code.end());
    return entries;
}

class Press
{
public:
    Press(QPaintDevice &device, std::function<bool()> newPage, const Page &page, const std::vector<Mark> &marks, const PrintStyle &style);
    int print();

private:
    void printSheet(const Sheet &sheet);
    void printEntries(size_t first);
    void printEntry(const Entry &entry, qreal y);
    void printFooter(int number, int count);
    qreal entryHeight() const { return labelHeight(m_layout->style()) + 4; }
    size_t entriesPerPage() const { return size_t(std::max(1.0, (m_size.height() - footerRoom) / entryHeight() - 2)); }

    std::function<bool()> m_newPage;
    QPainter m_painter;
    QTextDocument m_document;
    ArticleLayout *m_layout;
    QString m_text;
    QString m_footer;
    qreal m_scale = 1;
    QSizeF m_size;
    qreal m_names = 0; ///< width of the margin
    std::vector<Entry> m_entries;
};

Press::Press(QPaintDevice &device, std::function<bool()> newPage, const Page &page, const std::vector<Mark> &marks,
             const PrintStyle &style)
    : m_newPage(std::move(newPage))
    , m_layout(new ArticleLayout(&m_document))
    , m_text(page.text)
    , m_footer(style.footer)
{
    if (!m_painter.begin(&device))
        return;
    m_scale = device.logicalDpiX() / unitsPerInch;
    m_size = QSizeF(device.width(), device.height()) / m_scale;
    m_names = marks.empty() ? 0 : std::clamp(m_size.width() * 0.25, 60.0, 180.0);

    QFont font = style.font;
    font.setPixelSize(std::max(1, qRound(style.points * unitsPerInch / 72)));
    font.setHintingPreference(QFont::PreferNoHinting);
    QPalette paper;
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    m_document.setUseDesignMetrics(true);
    m_document.setUndoRedoEnabled(false);
    m_layout->setStyle(articleStyle(font, 1, paper));
    m_document.setDocumentLayout(m_layout);
    m_layout->setPage(page);
    m_document.setPlainText(displayedText(page.text));
    m_layout->setColumn(4, int(m_size.width() - m_names) - 8);
    m_layout->setMarks(marks);
    m_entries = entriesOf(*m_layout, m_text);
    if (m_footer.isEmpty())
        m_footer = page.title.isEmpty() ? m_text.trimmed().section(u'\n', 0, 0) : page.title;
}

int Press::print()
{
    if (!m_painter.isActive())
        return 0;
    m_painter.scale(m_scale, m_scale);
    const std::vector<Sheet> sheets = sheetsOf(*m_layout, m_size.height() - footerRoom);
    const size_t perPage = entriesPerPage();
    const int count = int(sheets.size() + (m_entries.size() + perPage - 1) / perPage);
    int number = 0;
    const auto nextPage = [&] { return number++ == 0 || m_newPage(); };
    for (const Sheet &sheet : sheets) {
        if (!nextPage())
            return 0;
        printSheet(sheet);
        printFooter(number, count);
    }
    for (size_t first = 0; first < m_entries.size(); first += perPage) {
        if (!nextPage())
            return 0;
        printEntries(first);
        printFooter(number, count);
    }
    return m_painter.end() ? number : 0;
}

void Press::printSheet(const Sheet &sheet)
{
    m_painter.save();
    m_painter.setClipRect(QRectF(0, 0, m_size.width(), sheet.bottom - sheet.top));
    m_painter.save();
    m_painter.translate(0, -sheet.top);
    QAbstractTextDocumentLayout::PaintContext context;
    context.cursorPosition = -1;
    context.clip = QRectF(0, sheet.top, m_size.width(), sheet.bottom - sheet.top);
    m_layout->draw(&m_painter, context);
    m_painter.restore();
    if (m_names > 0) {
        const std::vector<Bracket> brackets = collectBrackets(*m_layout, sheet.top, sheet.bottom - 1);
        const qreal left = m_size.width() - m_names + 6;
        const qreal names = left + bracketsWidth(brackets);
        const QRectF area(names, 0, m_size.width() - names, std::max(sheet.bottom - sheet.top, labelHeight(m_layout->style()) * 2));
        paintBrackets(m_painter, *m_layout, brackets, placeLabels(brackets, labelHeight(m_layout->style()), area), left);
    }
    m_painter.restore();
}

void Press::printEntries(size_t first)
{
    const ArticleStyle &style = m_layout->style();
    m_painter.setFont(style.subheading);
    m_painter.setPen(style.text);
    m_painter.drawText(QRectF(0, 0, m_size.width(), 2 * entryHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                       QCoreApplication::translate("galley::printArticle", "Annotations"));
    const size_t last = std::min(m_entries.size(), first + entriesPerPage());
    for (size_t i = first; i < last; ++i)
        printEntry(m_entries[i], 2 * entryHeight() + qreal(i - first) * entryHeight());
}

void Press::printEntry(const Entry &entry, qreal y)
{
    const ArticleStyle &style = m_layout->style();
    const bool code = entry.count > 0;
    Mark mark = m_layout->marks().mark(entry.mark);
    mark.others &= !code; // the code itself is no one's
    QFont font = style.sign;
    font.setBold(code);
    const QString text = code ? QCoreApplication::translate("galley::printArticle", "%1 (%n)", nullptr, entry.count).arg(entry.text) : entry.text;
    const qreal middle = y + entryHeight() / 2;
    paintStroke(m_painter, {code ? 0.0 : 24.0, middle}, {code ? 16.0 : 34.0, middle}, mark, code ? 4 : 2);
    qreal left = code ? 24 : 42;
    if (!code && mark.flagged) {
        paintFlag(m_painter, {left, y + entryHeight() - 5}, entryHeight() - 10, mark.color);
        left += 10;
    }
    m_painter.setFont(font);
    m_painter.setPen(code ? style.text : style.muted);
    const QRectF room(left, y, m_size.width() - left, entryHeight());
    m_painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, QFontMetricsF(font).elidedText(text, Qt::ElideRight, room.width()));
}

void Press::printFooter(int number, int count)
{
    const ArticleStyle &style = m_layout->style();
    const QRectF room(0, m_size.height() - footerRoom + 8, m_size.width(), footerRoom - 8);
    m_painter.setFont(style.sign);
    m_painter.setPen(style.muted);
    const QString title = QFontMetricsF(style.sign).elidedText(m_footer.simplified(), Qt::ElideRight, room.width() - 90);
    m_painter.drawText(room, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, title);
    m_painter.drawText(room, Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine,
                       QCoreApplication::translate("galley::printArticle", "%1 of %2", "page number").arg(number).arg(count));
}

} // namespace

int printArticle(QPagedPaintDevice &device, const Page &page, const std::vector<Mark> &marks, const PrintStyle &style)
{
    return printArticle(device, [&device] { return device.newPage(); }, page, marks, style);
}

int printArticle(QPaintDevice &device, const std::function<bool()> &newPage, const Page &page, const std::vector<Mark> &marks,
                 const PrintStyle &style)
{
    return Press(device, newPage, page, marks, style).print();
}

} // namespace galley
