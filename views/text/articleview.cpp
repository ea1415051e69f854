// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleprint.h"
#include "articleview_p.h"
#include "displayedtext.h"

#include <domain/textpositions.h>

#include <QMimeData>
#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace galley {

ArticleView::ArticleView(QWidget *parent)
    : QTextEdit(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->readingFont = defaultReadingFont();
    auto *document = new QTextDocument(this);
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    d->layout = new ArticleLayout(document);
    d->margin = new BracketMargin(this, d->layout);
    d->layout->setStyle(articleStyle(d->readingFont, d->zoom, palette()));
    document->setDocumentLayout(d->layout); // the document owns it from here
    setDocument(document);

    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Article text"));

    connect(d->layout, &ArticleLayout::paragraphResized, this, [this](qreal top, int delta) { d->paragraphResized(top, delta); });
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] { d->caretMoved(); });
    connect(d->margin, &BracketMargin::hovered, this, [this](qint64 key) { d->hover(key); });
    connect(d->margin, &BracketMargin::clicked, this, [this](const QList<qint64> &keys, QPoint position) {
        d->click({keys.begin(), keys.end()}, position);
    });
    d->restyle();
}

ArticleView::~ArticleView()
{
    // The document goes in the base class's destructor and would still call back.
    if (d->layout)
        disconnect(d->layout, nullptr, this, nullptr);
    disconnect(this, &QTextEdit::cursorPositionChanged, this, nullptr);
    delete d->margin;
}

void ArticleView::setPage(Page page)
{
    const bool hadMark = d->layout->highlights().current != 0;
    d->hover(0);
    d->page = std::move(page);
    d->holding = true;
    d->layout->setPage(d->page);
    document()->setPlainText(displayedText(d->page.text));
    verticalScrollBar()->setValue(0);
    setTextCursor(QTextCursor(document()));
    d->restore({});
    d->describe();
    if (hadMark)
        emit currentMarkChanged(0);
}

const Page &ArticleView::page() const
{
    return d->page;
}

void ArticleView::setMarks(std::vector<Mark> marks)
{
    d->keepInPlace([&] { d->layout->setMarks(std::move(marks)); });
    d->dropStaleMarks();
}

void ArticleView::addMarks(const std::vector<Mark> &marks)
{
    d->keepInPlace([&] { d->layout->addMarks(marks); });
    d->describe();
}

void ArticleView::removeMarks(qint64 key)
{
    d->keepInPlace([&] { d->layout->removeMarks(key); });
    d->dropStaleMarks();
}

std::vector<Mark> ArticleView::marks(qint64 key) const
{
    std::vector<Mark> found;
    for (const int index : d->layout->marks().withKey(key))
        found.push_back(d->layout->marks().mark(index));
    return found;
}

int ArticleView::laneCount() const
{
    return d->layout->marks().laneCount();
}

int ArticleView::caret() const
{
    return textCursor().position();
}

Utf16Range ArticleView::selection() const
{
    const QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        return {cursor.position(), cursor.position()};
    // Within the paragraphs concerned: clusters do not cross line breaks, and the article may be long.
    const QStringView text = d->page.text;
    const Utf16Range around{paragraphAround(text, cursor.selectionStart()).begin, paragraphAround(text, cursor.selectionEnd()).end};
    const Utf16Range snapped = snappedToGraphemes(text.sliced(around.begin, around.length()),
                                                  {cursor.selectionStart() - around.begin, cursor.selectionEnd() - around.begin});
    return {snapped.begin + around.begin, snapped.end + around.begin};
}

void ArticleView::setSelection(Utf16Range range)
{
    const auto within = [this](qsizetype position) { return int(std::clamp<qsizetype>(position, 0, d->page.text.size())); };
    QTextCursor cursor = textCursor();
    cursor.setPosition(within(range.begin));
    cursor.setPosition(within(std::max(range.begin, range.end)), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void ArticleView::moveBy(TextUnit unit, int direction, bool extend)
{
    QTextCursor cursor = textCursor();
    qsizetype target = caretMoved(d->page.text, cursor.position(), unit, direction, d->page.language);
    const auto blanks = [&] { return trimmed(d->page.text, {cursor.position(), target}).isEmpty(); };
    if (extend && direction > 0 && !cursor.hasSelection() && blanks()) { // behind what was coded just now: the next one is meant
        cursor.setPosition(int(target));
        target = caretMoved(d->page.text, target, unit, direction, d->page.language);
    }
    cursor.setPosition(int(target), extend ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    setTextCursor(cursor);
    d->revealHead();
}

void ArticleView::select(TextUnit unit)
{
    setSelection(unitAt(d->page.text, caret(), unit, d->page.language));
}

QMimeData *ArticleView::createMimeDataFromSelection() const
{
    // The document's own text has other blanks and line ends than the article.
    const Utf16Range range = selection();
    auto *data = new QMimeData;
    data->setText(d->page.text.sliced(range.begin, range.length()));
    return data;
}

void ArticleView::setCues(std::vector<CueFormat> cues)
{
    d->keepInPlace([&] { d->layout->setCues(std::move(cues)); });
}

void ArticleView::setFindHits(std::vector<Utf16Range> hits, int current)
{
    Highlights &highlights = d->layout->highlights();
    highlights.finds = std::move(hits);
    highlights.currentFind = current;
    if (current >= 0 && size_t(current) < highlights.finds.size())
        scrollToPosition(int(highlights.finds[size_t(current)].begin));
    viewport()->update();
}

void ArticleView::setMeasure(int characters)
{
    d->measure = std::max(characters, 0);
    d->keepInPlace([&] { d->arrangeColumn(); });
}

qreal ArticleView::zoom() const
{
    return d->zoom;
}

void ArticleView::setZoom(qreal factor)
{
    factor = std::clamp(factor, 0.5, 4.0);
    if (qFuzzyCompare(factor, d->zoom))
        return;
    d->zoom = factor;
    d->restyle();
    emit zoomChanged(factor);
}

void ArticleView::setMarginVisible(bool visible)
{
    d->marginVisible = visible;
    d->margin->setVisible(visible);
    d->keepInPlace([&] { d->arrangeColumn(); });
}

int ArticleView::print(QPagedPaintDevice &device, const QString &footer) const
{
    std::vector<Mark> coded = d->layout->marks().all();
    std::erase_if(coded, &Mark::suggested); // on paper a question mark would stay for ever
    return printArticle(device, d->page, coded, {d->readingFont, PrintStyle().points, footer});
}

const ArticleLayout &ArticleView::articleLayout() const
{
    return *d->layout;
}

BracketMargin *ArticleView::margin() const
{
    return d->margin;
}

} // namespace galley
