// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdftext.h"

#include "pdforder.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// Lines that stand below each other, as a column does.
struct PdfColumn
{
    double left = 0, right = 0;
};

/// What is usual in the document.
struct PdfMeasure
{
    double height = 0; ///< of letters
    double pitch = 0;  ///< from line to line, in heights
};

bool isHyphen(QChar c)
{
    return c == u'-' || c == u'\u2010' || c == u'\u00AD';
}

/// Does a line end within a word?
bool isDivided(const QString &text)
{
    return text.size() > 1 && isHyphen(text.back()) && text[text.size() - 2].isLetter();
}

bool endsPdfSentence(QStringView text)
{
    while (!text.isEmpty() && QStringView(u"\"”“»«’')]").contains(text.back()))
        text.chop(1);
    return !text.isEmpty() && QStringView(u".!?:…。！？").contains(text.back());
}

bool beginsItem(const QString &text)
{
    static const QRegularExpression item(u"^(?:[•·▪■●○◦‣–—*-]|\\(?\\d{1,3}[.)]|\\(?[a-z][.)])\\s"_s);
    return item.match(text).hasMatch();
}

bool isWrittenWithoutSpaces(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana
        || (c.unicode() >= 0x3000 && c.unicode() < 0x3040);
}

bool isBelow(const PdfLine &line, const PdfLine &above)
{
    const double step = line.box.top() - above.box.top();
    const bool aligned = line.box.left() < above.box.right() && line.box.right() > above.box.left();
    return aligned && step > 0 && step < 4 * std::max(line.height, above.height);
}

bool areAlike(const PdfLine &one, const PdfLine &other)
{
    return std::abs(one.height - other.height) < 0.15 * std::max(one.height, other.height);
}

double median(std::vector<double> values, double otherwise)
{
    if (values.empty())
        return otherwise;
    const auto middle = values.begin() + qsizetype(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

PdfMeasure measureOf(const std::vector<PdfPage> &pages)
{
    std::vector<double> heights, pitches;
    for (const PdfPage &page : pages) {
        for (size_t at = 0; at < page.lines.size(); ++at) {
            const PdfLine &line = page.lines[at];
            if (line.chrome)
                continue;
            heights.insert(heights.end(), size_t(line.text.size() / 20) + 1, line.height);
            if (at > 0 && isBelow(line, page.lines[at - 1]) && areAlike(line, page.lines[at - 1]))
                pitches.push_back((line.box.top() - page.lines[at - 1].box.top()) / line.height);
        }
    }
    // A few lines say little: they may be paragraphs of one line each.
    const double widest = pitches.size() < 5 ? 1.5 : 3;
    return {median(std::move(heights), 10), std::min(median(std::move(pitches), 1.2), widest)};
}

/// How wide the column of each line is: lines that follow each other downwards and overlap belong together.
std::vector<PdfColumn> pdfColumnsOf(const std::vector<PdfLine> &lines)
{
    std::vector<PdfColumn> columns(lines.size());
    for (size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
        PdfColumn column{lines[begin].box.left(), lines[begin].box.right()};
        for (end = begin + 1; end < lines.size() && isBelow(lines[end], lines[end - 1]); ++end) {
            column.left = std::min(column.left, lines[end].box.left());
            column.right = std::max(column.right, lines[end].box.right());
        }
        std::fill(columns.begin() + qsizetype(begin), columns.begin() + qsizetype(end), column);
    }
    return columns;
}

class PdfParagraphs
{
public:
    explicit PdfParagraphs(PdfMeasure measure)
        : m_measure(measure)
    {
    }

    void add(const PdfPage &page);
    std::vector<TextParagraph> finish();

private:
    bool goesOn(const PdfLine &line) const;
    bool goesOnBelow(const PdfLine &line) const;
    void join(const QString &text);
    void end();

    PdfMeasure m_measure;
    std::vector<TextParagraph> m_paragraphs;
    std::vector<QString> m_chrome; ///< behind the paragraph at work
    QString m_text;
    double m_height = 0; // of its first line
    bool m_isItem = false;
    bool m_isFirst = true; // the line before is the first of its paragraph
    PdfLine m_last;
    PdfColumn m_column; // of the line before
    bool m_samePage = false;
    double m_largest = 0;
    qsizetype m_headline = -1; ///< the paragraph in the largest letters of the first page
};

void PdfParagraphs::add(const PdfPage &page)
{
    std::vector<PdfLine> lines;
    std::vector<std::pair<double, QString>> edges;
    for (const PdfLine &line : page.lines) {
        if (line.chrome)
            edges.emplace_back(line.box.top(), line.text);
        else
            lines.push_back(line);
    }
    std::ranges::sort(edges);
    const auto feet = std::ranges::find_if(edges, [&](const auto &edge) { return edge.first > page.height / 2; });
    for (auto head = edges.begin(); head != feet; ++head)
        m_chrome.push_back(head->second);
    const auto columns = pdfColumnsOf(lines);
    m_samePage = false;
    for (size_t at = 0; at < lines.size(); ++at) {
        const PdfLine &line = lines[at];
        const bool on = !m_text.isEmpty() && goesOn(line);
        if (!on) {
            end();
            m_height = line.height;
            m_isItem = beginsItem(line.text);
        }
        join(line.text);
        m_isFirst = !on;
        m_last = line;
        m_column = columns[at];
        m_samePage = true;
    }
    for (auto foot = feet; foot != edges.end(); ++foot)
        m_chrome.push_back(foot->second);
}

bool PdfParagraphs::goesOn(const PdfLine &line) const
{
    const bool rows = line.row || (m_last.row && !beginsItem(m_last.text));
    if (rows || !areAlike(line, m_last) || beginsItem(line.text))
        return false;
    if (m_samePage && isBelow(line, m_last))
        return goesOnBelow(line);
    // In another column or on another page: only where the sentence goes on.
    const bool full = m_last.box.right() > m_column.left + 0.8 * (m_column.right - m_column.left);
    return isDivided(m_last.text) || line.text.front().isLower() || (full && !m_isFirst && !endsPdfSentence(m_last.text));
}

bool PdfParagraphs::goesOnBelow(const PdfLine &line) const
{
    if (isDivided(m_last.text))
        return true;
    const double step = line.box.top() - m_last.box.top();
    if (step > line.height * (m_measure.pitch * 1.2 + 0.1) && step > line.height * 1.3)
        return false;
    const double height = line.height;
    const double middle = std::abs(line.box.center().x() - m_last.box.center().x());
    const bool centred = middle < height * 0.3 && std::abs(line.box.left() - m_last.box.left()) > height;
    if (centred)
        return true;
    if (line.box.left() > m_last.box.left() + height * 0.7 && !(m_isFirst && m_isItem) && !line.text.front().isLower())
        return false; // the first line of a paragraph is indented
    if (line.box.left() < m_last.box.left() - height * 0.7 && m_isItem && !m_isFirst)
        return false; // an item's later lines are
    // Where the next word would have had room, the line was ended on purpose.
    const bool room = m_last.box.right() + height * 0.3 + line.firstWord < m_column.right - height * 0.5;
    const bool half = m_last.box.right() < m_column.left + 0.7 * (m_column.right - m_column.left);
    return !room || (!endsPdfSentence(m_last.text) && (!half || line.text.front().isLower()));
}

void PdfParagraphs::join(const QString &text)
{
    if (m_text.isEmpty()) {
        m_text = text;
        return;
    }
    const bool ideographs = isWrittenWithoutSpaces(m_text.back()) && isWrittenWithoutSpaces(text.front());
    if (isDivided(m_text) && text.front().isLower())
        m_text.back() = u'\u00AD';
    else if (!isDivided(m_text) && !ideographs)
        m_text += u' ';
    m_text += text;
}

void PdfParagraphs::end()
{
    if (!m_text.isEmpty()) {
        if (m_headline < 0 || m_height > m_largest * 1.05) {
            if (m_height > m_measure.height * 1.3 && m_text.size() <= 300 && m_paragraphs.size() < 8 && !beginsItem(m_text)) {
                m_headline = qsizetype(m_paragraphs.size());
                m_largest = m_height;
            }
        }
        m_paragraphs.push_back({std::exchange(m_text, {}), std::nullopt});
    }
    for (QString &edge : m_chrome)
        m_paragraphs.push_back({std::move(edge), ZoneKind::Chrome});
    m_chrome.clear();
}

std::vector<TextParagraph> PdfParagraphs::finish()
{
    end();
    if (m_headline >= 0)
        m_paragraphs[size_t(m_headline)].zone = ZoneKind::Headline;
    return std::move(m_paragraphs);
}

} // namespace

std::vector<TextParagraph> paragraphsOf(std::vector<PdfPage> pages)
{
    markChrome(pages);
    for (PdfPage &page : pages) {
        const auto chrome = std::ranges::stable_partition(page.lines, [](const PdfLine &line) { return !line.chrome; });
        std::vector<PdfLine> edges(chrome.begin(), chrome.end());
        page.lines.erase(chrome.begin(), chrome.end());
        page.lines = inReadingOrder(std::move(page.lines));
        std::ranges::move(edges, std::back_inserter(page.lines));
    }
    PdfParagraphs paragraphs(measureOf(pages));
    for (const PdfPage &page : pages)
        paragraphs.add(page);
    return paragraphs.finish();
}

} // namespace galley
