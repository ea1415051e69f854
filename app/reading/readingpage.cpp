// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readingpage.h"

#include "../frame/desk.h"

#include <project/workspace.h>
#include <text/articleview.h>
#include <widgets/emptystate.h>
#include <widgets/findbar.h>

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

ReadingPage::ReadingPage(Desk &desk)
    : QWidget(&desk.window)
    , m_workspace(desk.workspace)
    , m_stack(new QStackedWidget(this))
    , m_view(new ArticleView)
    , m_position(new QLabel(&desk.window))
{
    hide(); // until the frame shows it
    m_view->setObjectName(u"articleView"_s);
    m_position->setAccessibleName(tr("Selection and position"));
    auto *nothing = new EmptyState(u"article"_s);
    nothing->setTexts(tr("No article is open"), tr("Choose one from the list, or bring articles in: drop files on this window."));
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    connect(nothing->addButton(tr("Import articles…")), &QPushButton::clicked, this, [&desk] { desk.perform("import"); });
    connect(m_view, &ArticleView::filesDropped, &desk, &Desk::takeFiles);
    connect(m_view, &QTextEdit::cursorPositionChanged, this, &ReadingPage::showPosition);
    connect(m_view, &QTextEdit::selectionChanged, this, &ReadingPage::showPosition);
    for (auto signal : {&Workspace::articleOpened, &Workspace::articleClosed}) {
        connect(&m_workspace, signal, this, [this] {
            m_stack->setCurrentIndex(m_workspace.article() ? 1 : 0);
            showPosition();
        });
    }
}

void ReadingPage::addFindBar(FindBar *bar)
{
    layout()->addWidget(bar);
}

void ReadingPage::takeFocus()
{
    if (m_workspace.article())
        m_view->setFocus();
}

void ReadingPage::showPosition()
{
    const OpenArticle *open = m_workspace.article();
    if (!open) {
        m_position->clear();
        return;
    }
    const Utf16Range selected = m_view->selection();
    const Range range = open->positions.toCodePoints(selected);
    m_position->setText(selected.isEmpty() ? tr("Position %1 of %2").arg(range.begin).arg(open->article.length)
                                           : tr("Selected %1–%2 (%n characters)", nullptr, int(range.length())).arg(range.begin).arg(range.end));
}

} // namespace galley
