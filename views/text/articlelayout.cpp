// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlelayout.h"

#include "linegeometry.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace galley {

namespace {

constexpr int headRoom = 28;
constexpr int footRoom = 64;
constexpr qsizetype longParagraph = 8000;

bool isBlank(QStringView text)
{
    return std::ranges::all_of(text, [](QChar character) { return character.isSpace() || character == u'\u200B'; });
}

} // namespace

ArticleLayout::ArticleLayout(QTextDocument *document)
    : QAbstractTextDocumentLayout(document)
{
}

void ArticleLayout::setPage(const Page &page)
{
    m_page = page;
    m_zones = page.zones;
    m_cues.clear();
    m_marks.replace({}, page.text.size());
    m_highlights = {};
    m_head.set(page);
    m_state = {};
}

void ArticleLayout::setStyle(const ArticleStyle &style)
{
    m_style = style;
    document()->setDefaultFont(style.body);
    forget();
}

void ArticleLayout::setColumn(int left, int width)
{
    width = std::max(width, 40);
    if (left == m_left && width == m_width)
        return;
    const bool rewraps = width != m_width;
    m_left = left;
    m_width = width;
    if (rewraps)
        forget();
}

void ArticleLayout::setCues(std::vector<CueFormat> cues)
{
    std::vector<qsizetype> begins(m_paragraphs.size());
    std::ranges::transform(m_paragraphs, begins.begin(), &Paragraph::begin);
    m_cues = cutToParagraphs(std::move(cues), begins, m_page.text.size());
    for (Paragraph &paragraph : m_paragraphs)
        paragraph.wrapped = paragraph.placed = false;
}

void ArticleLayout::setMarks(std::vector<Mark> marks)
{
    unplace(m_marks.replace(std::move(marks), m_page.text.size()));
}

void ArticleLayout::addMarks(const std::vector<Mark> &marks)
{
    unplace(m_marks.add(marks));
}

void ArticleLayout::removeMarks(qint64 key)
{
    unplace(m_marks.remove(key));
}

void ArticleLayout::unplace(const std::vector<Utf16Range> &ranges)
{
    for (const Utf16Range &range : ranges) {
        for (int i = paragraphOf(range.begin); i < paragraphCount() && m_paragraphs[size_t(i)].begin < range.end; ++i)
            m_paragraphs[size_t(i)].placed = false;
    }
}

void ArticleLayout::documentChanged(int, int, int)
{
    // QTextDocument also calls this for page sizes and fonts, which are ours to decide.
    const State state{document()->revision(), document()->characterCount()};
    if (std::exchange(m_state, state) == state)
        return;
    readParagraphs();
    forget();
}

void ArticleLayout::readParagraphs()
{
    m_paragraphs.clear();
    m_paragraphs.reserve(size_t(document()->blockCount()));
    qsizetype blanks = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        Paragraph paragraph;
        paragraph.begin = block.position();
        paragraph.end = block.position() + block.length() - 1;
        const QStringView text = QStringView(m_page.text).mid(paragraph.begin, paragraph.end - paragraph.begin);
        const auto wide = std::ranges::count_if(text, [](QChar character) { return character >= u'\u2E80'; });
        paragraph.weight = int(text.size() + wide);
        paragraph.blank = isBlank(text);
        paragraph.mixed = mixesDirections(text);
        blanks += paragraph.blank ? 1 : 0;
        m_paragraphs.push_back(paragraph);
    }
    // Where blank lines part the paragraphs, a single line break is only a line's end.
    m_looseLines = blanks * 8 < qsizetype(m_paragraphs.size());
}

void ArticleLayout::findMetadataPlace()
{
    m_metadataParagraph = -1;
    const auto headline = std::ranges::find(m_zones, ZoneStyle::Headline, &StyledZone::style);
    if (m_head.titleHeight() == 0 && headline != m_zones.end() && !headline->range.isEmpty() && headline->range.begin < m_page.text.size())
        m_metadataParagraph = paragraphOf(std::min(headline->range.end, m_page.text.size()) - 1);
}

void ArticleLayout::forget()
{
    m_head.arrange(m_style, m_width);
    findMetadataPlace();
    std::vector<int> heights(m_paragraphs.size());
    for (size_t i = 0; i < m_paragraphs.size(); ++i) {
        m_paragraphs[i].wrapped = m_paragraphs[i].placed = false;
        heights[i] = estimate(m_paragraphs[i]) + gapBelow(int(i));
    }
    m_heights.assign(std::move(heights));
    m_sizeChanged = true;
}

int ArticleLayout::estimate(const Paragraph &paragraph) const
{
    if (paragraph.blank)
        return 0;
    const qreal perLine = std::max(1.0, 0.97 * m_width / std::max(1.0, m_style.characterWidth));
    return int(std::ceil(std::max(1.0, paragraph.weight / perLine))) * m_style.lineHeight;
}

int ArticleLayout::gapBelow(int index) const
{
    const bool metadata = index == m_metadataParagraph;
    const int extra = metadata && m_head.metadataHeight() > 0 ? m_head.metadataHeight() + m_style.paragraphGap : 0;
    const auto blankAt = [this](int i) { return i >= 0 && i < paragraphCount() && m_paragraphs[size_t(i)].blank; };
    if (blankAt(index)) // several blank lines in a row are hardly more than one
        return extra + (blankAt(index - 1) ? m_style.paragraphGap / 2 : m_style.paragraphGap);
    return extra + (m_looseLines && !blankAt(index + 1) ? m_style.paragraphGap : 0);
}

int ArticleLayout::headHeight() const
{
    int height = headRoom;
    if (m_head.titleHeight() > 0)
        height += m_head.titleHeight() + m_style.paragraphGap / 2;
    if (m_metadataParagraph < 0 && m_head.metadataHeight() > 0)
        height += m_head.metadataHeight() + m_style.paragraphGap * 2;
    return height;
}

QPointF ArticleLayout::titlePosition() const
{
    return QPointF(m_left, headRoom);
}

qreal ArticleLayout::metadataTop() const
{
    if (m_metadataParagraph < 0)
        return headHeight() - m_head.metadataHeight() - m_style.paragraphGap * 2;
    return bottom(m_metadataParagraph) - gapBelow(m_metadataParagraph) + m_style.paragraphGap / 4;
}

QTextLayout *ArticleLayout::textLayout(int paragraph) const
{
    return document()->findBlockByNumber(paragraph).layout();
}

bool ArticleLayout::settle(int index) const
{
    if (m_paragraphs[size_t(index)].placed)
        return false;
    // Laziness: what is asked for becomes exact; nothing that was told before is another paragraph's business.
    auto *self = const_cast<ArticleLayout *>(this);
    self->wrap(index);
    const int height = self->place(index);
    const int delta = height - m_heights.height(index);
    if (delta != 0) {
        self->m_heights.setHeight(index, height);
        self->m_sizeChanged = true;
        emit self->paragraphResized(top(index), delta);
    }
    return true;
}

void ArticleLayout::wrap(int index)
{
    Paragraph &paragraph = m_paragraphs[size_t(index)];
    if (paragraph.wrapped)
        return;
    paragraph.wrapped = true;
    const QTextBlock block = document()->findBlockByNumber(index);
    QTextLayout *layout = block.layout();
    const bool rightToLeft = block.textDirection() == Qt::RightToLeft;
    QTextOption option;
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(document()->useDesignMetrics());
    layout->setTextOption(option);
    // Analysing a text anew at every paint is cheap while paragraphs are of usual length, and saves their memory.
    layout->setCacheEnabled(paragraph.end - paragraph.begin > longParagraph);
    const auto formats = paragraphFormats(paragraphRange(index), m_zones, m_cues, m_style);
    if (layout->formats() != formats)
        layout->setFormats(formats);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine())
        line.setLineWidth(m_width);
    layout->endLayout();
}

int ArticleLayout::place(int index)
{
    Paragraph &paragraph = m_paragraphs[size_t(index)];
    paragraph.placed = true;
    QTextLayout *layout = textLayout(index);
    if (paragraph.blank) { // less tall than a line: its text or caret may reach into the room around it
        const int height = gapBelow(index);
        for (int i = 0; i < layout->lineCount(); ++i)
            layout->lineAt(i).setPosition({0, (height - layout->lineAt(i).height()) / 2});
        return height;
    }
    int y = 0;
    for (int i = 0; i < layout->lineCount(); ++i) {
        QTextLine line = layout->lineAt(i);
        line.setPosition({0, qreal(y)});
        const qsizetype begin = paragraph.begin + line.textStart();
        const Pieces shown = pieces({begin, std::min(begin + line.textLength(), paragraph.end)});
        const int places = slotsUsed(shown);
        const bool large = line.height() > m_style.lineHeight; // a headline brings room of its own
        y += int(std::ceil(line.height())) + (large && places == 0 ? m_style.leading / 4 : m_style.roomFor(places));
    }
    return y + gapBelow(index);
}

void ArticleLayout::announceSize()
{
    if (!std::exchange(m_sizeChanged, false))
        return;
    emit documentSizeChanged(documentSize());
}

QSizeF ArticleLayout::documentSize() const
{
    return {qreal(m_left + m_width), qreal(headHeight() + m_heights.total() + footRoom)};
}

QRectF ArticleLayout::frameBoundingRect(QTextFrame *) const
{
    return {QPointF(), documentSize()};
}

QRectF ArticleLayout::blockBoundingRect(const QTextBlock &block) const
{
    const int index = block.blockNumber();
    if (!block.isValid() || index >= paragraphCount())
        return {};
    settle(index);
    return {qreal(m_left), top(index), qreal(m_width), qreal(m_heights.height(index))};
}

qreal ArticleLayout::top(int paragraph) const
{
    return qreal(headHeight() + m_heights.top(paragraph));
}

} // namespace galley
