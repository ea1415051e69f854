// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourceeditor.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace galley {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Paints what it was told; a line that was typed in since is painted anew with the next.
class SourceEditor::Highlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void set(std::vector<SourceStretch> stretches)
    {
        m_stretches = std::move(stretches);
        rehighlight();
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const size_t line = size_t(currentBlock().blockNumber());
        for (auto stretch = std::ranges::lower_bound(m_stretches, line, {}, &SourceStretch::line); stretch != m_stretches.end() && stretch->line == line; ++stretch) {
            QTextCharFormat format;
            if (stretch->color.isValid())
                format.setForeground(stretch->color);
            if (stretch->bold)
                format.setFontWeight(QFont::DemiBold);
            if (stretch->offset < text.size())
                setFormat(stretch->offset, stretch->length, format);
        }
    }

private:
    std::vector<SourceStretch> m_stretches; ///< by line
};

/// A completer passes the keys of its popup on to here, past all filters of events.
class SourceEditor::Text : public QPlainTextEdit
{
public:
    explicit Text(SourceEditor &editor)
        : QPlainTextEdit(&editor)
        , m_editor(editor)
    {
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (m_editor.takesKey(*event))
            event->accept();
        else
            QPlainTextEdit::keyPressEvent(event);
    }

private:
    SourceEditor &m_editor;
};

SourceEditor::SourceEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(new Text(*this))
    , m_highlighter(new Highlighter(m_text->document()))
    , m_problems(new QListWidget(this))
    , m_outcome(secondaryLabel({}, this))
    , m_apply(new QPushButton(tr("&Apply"), this))
    , m_reset(new QPushButton(tr("&Discard"), this))
    , m_pause(new QTimer(this))
    , m_completer(new QCompleter(this))
{
    setAccessibleName(tr("Source"));
    m_text->setObjectName(u"codebookSource"_s);
    m_text->setAccessibleName(tr("The codebook as YAML"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_completer->setWidget(m_text);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // what fits has been found already
    m_completer->popup()->setObjectName(u"sourceCompletions"_s);
    m_completer->popup()->setAccessibleName(tr("What may stand here"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SourceEditor::take);
    m_problems->setObjectName(u"sourceProblems"_s);
    m_problems->setAccessibleName(tr("What is wrong with it"));
    m_problems->setWordWrap(true);
    m_problems->setMaximumHeight(110);
    m_problems->hide();
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName(u"sourceOutcome"_s);
    m_apply->setObjectName(u"applySource"_s);
    m_reset->setObjectName(u"discardSource"_s);
    m_pause->setSingleShot(true);
    m_pause->setInterval(250ms);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_apply);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addWidget(m_text, 1);
    rows->addWidget(m_problems);
    rows->addLayout(buttons);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_apply->setEnabled(false); // until it is checked
        m_reset->setEnabled(isAltered());
        m_pause->start();
        if (m_completer->popup()->isVisible()) // it passes the keys on to the text
            QTimer::singleShot(0, this, [this] { offer(true); });
    });
    connect(m_pause, &QTimer::timeout, this, &SourceEditor::checkWanted);
    connect(m_problems, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) { goTo(item->data(Qt::UserRole).toInt()); });
    connect(m_problems, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) { goTo(item->data(Qt::UserRole).toInt()); });
    connect(m_apply, &QPushButton::clicked, this, &SourceEditor::applied);
    connect(m_reset, &QPushButton::clicked, this, &SourceEditor::resetWanted);
}

void SourceEditor::setSource(const QString &yaml)
{
    m_known = yaml;
    if (m_text->toPlainText() != yaml)
        m_text->setPlainText(yaml);
    m_reset->setEnabled(false);
    setChecked({}, {});
    emit checkWanted();
}

void SourceEditor::propose(const QString &yaml)
{
    QTextCursor cursor(m_text->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(yaml); // Ctrl+Z in the source takes it back
    m_text->moveCursor(QTextCursor::Start);
    emit checkWanted();
}

bool SourceEditor::isAltered() const
{
    return m_text->toPlainText() != m_known;
}

QString SourceEditor::source() const
{
    return m_text->toPlainText();
}

void SourceEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_text->setReadOnly(readOnly);
}

void SourceEditor::setChecked(const std::vector<SourceProblem> &problems, const QString &outcome)
{
    m_problems->clear();
    for (const SourceProblem &problem : problems) {
        auto *item = new QListWidgetItem(problem.line > 0 ? tr("Line %1: %2").arg(problem.line).arg(problem.text) : problem.text, m_problems);
        item->setData(Qt::UserRole, problem.line);
    }
    m_problems->setVisible(!problems.empty());
    m_outcome->setText(outcome);
    m_apply->setEnabled(problems.empty() && isAltered() && !m_readOnly);
}

/// Of itself once two letters are there; with Ctrl+Space at any time.
void SourceEditor::offer(bool asked)
{
    const int caret = m_text->textCursor().position();
    const auto [begin, words] = m_complete && !m_readOnly && !m_text->textCursor().hasSelection() ? m_complete(m_text->toPlainText(), caret) : std::pair<int, QStringList>();
    if (words.isEmpty() || (!asked && caret - begin < 2)) {
        m_completer->popup()->hide();
        return;
    }
    m_begin = begin;
    m_completer->setModel(new QStringListModel(words, m_completer));
    QRect at = m_text->cursorRect();
    at.translate(m_text->viewport()->pos());
    at.setWidth(std::min(360, m_completer->popup()->sizeHintForColumn(0) + 2 * metrics::apart));
    m_completer->complete(at);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void SourceEditor::take(const QString &word)
{
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(m_begin, QTextCursor::KeepAnchor);
    cursor.insertText(word);
    m_text->setTextCursor(cursor);
}

bool SourceEditor::takesKey(const QKeyEvent &key)
{
    const bool isOpen = m_completer->popup()->isVisible();
    if (key.key() == Qt::Key_Space && key.modifiers() == Qt::ControlModifier) {
        offer(true);
        return true;
    }
    if (isOpen && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab)) {
        const QString word = m_completer->popup()->currentIndex().data().toString();
        m_completer->popup()->hide();
        take(word);
        return true;
    }
    if (isOpen && key.key() == Qt::Key_Escape) {
        m_completer->popup()->hide();
        return true;
    }
    if (!isOpen && !key.text().isEmpty() && key.text().front().isPrint() && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        QTimer::singleShot(0, this, [this] { offer(false); }); // when it has been typed
    return false;
}

void SourceEditor::setStretches(const std::vector<SourceStretch> &stretches)
{
    const QSignalBlocker quiet(m_text); // colours are no text
    m_highlighter->set(stretches);
}

void SourceEditor::goTo(int line)
{
    if (line < 1)
        return;
    m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(line - 1)));
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace galley
