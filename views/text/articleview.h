// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/mark.h>

#include <QTextEdit>

#include <vector>

namespace galley {

/// The article with its marks: a read-only text with a caret, each mark on a lane of its own below the line,
/// and a bracket with the code's name in the margin. Positions are UTF-16 units of Page::text.
class ArticleView : public QTextEdit
{
    Q_OBJECT

public:
    explicit ArticleView(QWidget *parent = nullptr);
    ~ArticleView() override;

    void setPage(Page page); ///< also clears marks and cues and puts the caret at the beginning
    const Page &page() const;

    void setMarks(std::vector<Mark> marks); ///< in any order
    void addMarks(const std::vector<Mark> &marks);   ///< costs the paragraphs they touch
    void removeMarks(qint64 key);
    std::vector<Mark> marks(qint64 key) const;

    qint64 currentMark() const; ///< 0: none
    void setCurrentMark(qint64 key); ///< washes its extent and brings it into view; emits currentMarkChanged
    std::vector<qint64> marksAt(int position) const; ///< innermost first
    void nextMark();     ///< from the caret or the current mark, in reading order
    void previousMark();

    Utf16Range selection() const; ///< snapped to graphemes; empty at the caret
    void setSelection(Utf16Range range);

    struct CueFormat { Utf16Range range; QColor foreground; bool bold = false; bool italic = false; QString name; };
    void setCues(std::vector<CueFormat> cues);

    void setReadingFont(const QFont &font); ///< family and size of the body; headlines follow
    void setMeasure(int characters);        ///< width of the column in average characters; 0 fills the window
    qreal zoom() const;
    void setZoom(qreal factor); ///< 1 is the reading font's own size
    void setMarginVisible(bool visible);

    int laneCount() const;

signals:
    void currentMarkChanged(qint64 key);
    void markHovered(qint64 key); ///< 0: none
    /// Several marks lie under a click: the owner offers a choice at `globalPosition`.
    void marksClicked(const QList<qint64> &keys, QPoint globalPosition);
    void characterTyped(const QString &character); ///< a printable key without Ctrl/Alt, for code keys
    void filesDropped(const QList<QUrl> &files);
    void zoomChanged(qreal factor);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
