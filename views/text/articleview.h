// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/findtext.h>
#include <text/mark.h>
#include <text/textformats.h>
#include <domain/textsteps.h>

#include <QTextEdit>

#include <memory>
#include <vector>

namespace galley {

class ArticleLayout;
class BracketMargin;

/// The article with its marks: a read-only text with a caret, each mark on a lane of its own below the line,
/// and a bracket with the code's name in the margin. Positions are UTF-16 units of Page::text.
///
/// Keys, beside Qt's own for characters, lines, pages and the whole text: Ctrl+Left/Right a word of the text's language,
/// which a double click selects; Alt+Left/Right a sentence, Ctrl+Up/Down a paragraph, with Shift to extend; Escape clears the selection, then the current mark; Space pages.
/// None of these is taken from a QAction that uses it, and neither are undo, cut and paste.
class ArticleView : public QTextEdit
{
    Q_OBJECT

public:
    using CueFormat = galley::CueFormat;

    explicit ArticleView(QWidget *parent = nullptr);
    ~ArticleView() override;

    void setPage(Page page); ///< also clears marks, cues and find hits and puts the caret at the beginning
    const Page &page() const;

    void setMarks(std::vector<Mark> marks); ///< in any order
    void addMarks(const std::vector<Mark> &marks);   ///< costs the paragraphs they touch
    void removeMarks(qint64 key);
    std::vector<Mark> marks(qint64 key) const; ///< in reading order

    qint64 currentMark() const; ///< 0: none
    void setCurrentMark(qint64 key); ///< washes its extent and brings it into view; emits currentMarkChanged
    qint64 hoveredMark() const; ///< 0: none
    std::vector<qint64> marksAt(int position) const; ///< of the character there; innermost first
    void nextMark();     ///< from the caret or the current mark, in reading order; the caret goes with it
    void previousMark();
    void cycleMarks();   ///< makes the next of those at the caret current, innermost first

    int caret() const;
    Utf16Range selection() const; ///< snapped to graphemes; empty at the caret
    void setSelection(Utf16Range range);
    /// Moves the caret as caretMoved says; `direction` < 0 is towards the beginning.
    void moveBy(TextUnit unit, int direction, bool extend);
    void moveBySentence(int direction, bool extend) { moveBy(TextUnit::Sentence, direction, extend); }
    void moveByParagraph(int direction, bool extend) { moveBy(TextUnit::Paragraph, direction, extend); }
    void select(TextUnit unit); ///< the unit at the caret
    void selectWord() { select(TextUnit::Word); }
    void selectSentence() { select(TextUnit::Sentence); }
    void selectParagraph() { select(TextUnit::Paragraph); }

    /// The passages that are values of the current mark; they are gone when another becomes current.
    void setRoles(std::vector<RoleMark> roles);
    void setArcsVisible(bool visible); ///< thin arcs from the current mark to them

    void setCues(std::vector<CueFormat> cues); ///< in any order
    void setFindHits(std::vector<Utf16Range> hits, int current = -1); ///< as findAll gives them; brings the current one into view

    void setMeasure(int characters);        ///< width of the column in average characters; 0 fills the window
    qreal zoom() const;
    void setZoom(qreal factor); ///< 1 is the reading font's own size; kept within 0.5 and 4
    void setMarginVisible(bool visible);

    int print(QPagedPaintDevice &device, const QString &footer = {}) const; ///< as printArticle

    int laneCount() const;
    void scrollToPosition(int position); ///< brings the line into view, with some text around it
    const ArticleLayout &articleLayout() const; ///< where everything is, in document coordinates: the viewport's plus the scroll bar's value
    BracketMargin *margin() const;

signals:
    void currentMarkChanged(qint64 key);
    void markHovered(qint64 key); ///< 0: none
    /// Several marks lie under a click: the owner offers a choice at `globalPosition`. Innermost first.
    void marksClicked(const QList<qint64> &keys, QPoint globalPosition);
    void characterTyped(const QString &character); ///< a printable key without Ctrl/Alt, for code keys; not Space
    void returnPressed(bool shift);
    void filesDropped(const QList<QUrl> &files);
    void zoomChanged(qreal factor);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
