// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/articlestyle.h>
#include <text/heighttree.h>
#include <text/mark.h>
#include <text/markindex.h>
#include <text/pagehead.h>
#include <text/textformats.h>

#include <QAbstractTextDocumentLayout>
#include <QTextLine>

#include <vector>

namespace galley {

/// What is shown over the text for the moment.
struct Highlights
{
    qint64 hovered = 0; ///< a mark's key; 0: none
    qint64 current = 0;
    std::vector<Utf16Range> finds; ///< in reading order, not overlapping
    int currentFind = -1;
    std::vector<RoleMark> roles; ///< of the current mark, in reading order
    bool arcs = false;           ///< from the mark to them
    bool caretOn = true; ///< the phase of its blinking
};

/// The layout of an article: paragraph by paragraph, every line as tall as its lanes need.
/// A paragraph is wrapped when it is first looked at; before, its height is an estimate. Who shows it follows
/// paragraphResized to keep what is visible in place. Positions are UTF-16 units, distances logical pixels.
class ArticleLayout : public QAbstractTextDocumentLayout
{
    Q_OBJECT

public:
    /// One line of a wrapped paragraph, in document coordinates.
    struct Line
    {
        int paragraph = 0;
        QTextLine line;
        QPointF origin;       ///< of the paragraph: add what QTextLine says
        Utf16Range range;     ///< of the text; without the line break
        qreal textBottom = 0; ///< lanes begin below
        qreal top() const { return origin.y() + line.y(); }
    };

    /// A piece of a mark on a line; LinePiece::member is the mark's index.
    using Pieces = std::vector<LinePiece>;

    explicit ArticleLayout(QTextDocument *document);

    /// To be called before the document gets the page's text; clears marks, cues and highlights.
    void setPage(const Page &page);
    void setStyle(const ArticleStyle &style);
    void setColumn(int left, int width);
    void setCues(std::vector<CueFormat> cues); ///< in any order
    void setMarks(std::vector<Mark> marks);
    void addMarks(const std::vector<Mark> &marks);
    void removeMarks(qint64 key);

    const ArticleStyle &style() const { return m_style; }
    const std::vector<StyledZone> &zones() const { return m_zones; }
    const std::vector<CueFormat> &cues() const { return m_cues; } ///< cut to paragraphs, in reading order
    const MarkIndex &marks() const { return m_marks; }
    Highlights &highlights() { return m_highlights; }
    const Highlights &highlights() const { return m_highlights; }
    const PageHead &head() const { return m_head; }
    QPointF titlePosition() const;
    int metadataParagraph() const { return m_metadataParagraph; } ///< the paragraph it follows; -1: the head of the page
    qreal metadataTop() const;

    int columnLeft() const { return m_left; }
    int columnWidth() const { return m_width; }
    int paragraphCount() const { return int(m_paragraphs.size()); }
    int paragraphAt(qreal y) const;
    int paragraphOf(qsizetype position) const;
    Utf16Range paragraphRange(int paragraph) const; ///< without the line break
    bool isSettled(int paragraph) const { return m_paragraphs[size_t(paragraph)].placed; }
    bool isMixed(int paragraph) const { return m_paragraphs[size_t(paragraph)].mixed; } ///< of writing directions
    bool settle(int paragraph) const; ///< wraps and places it; false where it was already
    qreal top(int paragraph) const;
    qreal bottom(int paragraph) const { return top(paragraph) + m_heights.height(paragraph); }
    QTextLayout *textLayout(int paragraph) const;

    // The following settle the paragraphs they tell of.
    int lineCount(int paragraph) const;
    Line line(int paragraph, int index) const;
    Line lineOf(qsizetype position) const;
    int lineIndexAt(int paragraph, qreal y) const; ///< the line whose band, lanes included, covers `y`, or the nearest
    Pieces pieces(Utf16Range line) const;
    qreal laneTop(const Line &line, int slot) const { return line.textBottom + m_style.laneInset + slot * m_style.lanePitch; }
    std::vector<QRectF> rects(const Line &line, Utf16Range range) const; ///< of the text; several where directions mix
    QRectF countRect(const Line &line, int folded) const; ///< of the "+n" beside the line
    /// The marks at a point: those of the lane, the count or else the character there; innermost first.
    std::vector<int> marksAt(QPointF point) const;
    qsizetype characterAt(QPointF point) const; ///< -1 where there is none

    void draw(QPainter *painter, const PaintContext &context) override;
    int hitTest(const QPointF &point, Qt::HitTestAccuracy accuracy) const override;
    int pageCount() const override { return 1; }
    QSizeF documentSize() const override;
    QRectF frameBoundingRect(QTextFrame *frame) const override;
    QRectF blockBoundingRect(const QTextBlock &block) const override;

    void announceSize(); ///< tells the text edit of a changed height, if there is one to tell

signals:
    /// The height of a paragraph became known or changed; `top` is its place.
    void paragraphResized(qreal top, int delta);

protected:
    void documentChanged(int from, int removed, int added) override;

private:
    struct Paragraph
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        int weight = 0; ///< its length in average characters, for the estimate
        bool blank = false;
        bool mixed = false; ///< of writing directions
        bool wrapped = false;
        bool placed = false;
    };

    /// By which a change of the text is told; one of them alone may stay through setPlainText.
    struct State
    {
        int revision = -1;
        int characters = -1;
        bool operator==(const State &) const = default;
    };

    void readParagraphs();
    void findMetadataPlace();
    void forget(); ///< what was wrapped; the estimates take its place
    void unplace(const std::vector<Utf16Range> &ranges);
    int estimate(const Paragraph &paragraph) const;
    int gapBelow(int paragraph) const;
    int headHeight() const;
    void wrap(int paragraph);
    int place(int paragraph); ///< sets the lines; returns the height
    Line lineIn(int paragraph, int index) const;

    Page m_page;
    std::vector<StyledZone> m_zones;
    std::vector<CueFormat> m_cues;
    MarkIndex m_marks;
    Highlights m_highlights;
    ArticleStyle m_style;
    PageHead m_head;
    int m_left = 0;
    int m_width = 1;
    State m_state;
    int m_metadataParagraph = -1;
    bool m_looseLines = true; ///< each line break ends a paragraph; false where blank lines do
    bool m_sizeChanged = false;
    std::vector<Paragraph> m_paragraphs;
    HeightTree m_heights;
};

} // namespace galley
