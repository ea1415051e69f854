// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace galley {

class ArticleView;
class Desk;
class FindBar;
class Workspace;

/// The article in the middle of the window, or what to do while there is none; below it the find bar, once there is one.
class ReadingPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingPage(Desk &desk);

    ArticleView &view() const { return *m_view; }
    QLabel *position() const { return m_position; } ///< for the status bar: where the caret is, what is selected
    void addFindBar(FindBar *bar);
    void takeFocus(); ///< where there is an article

private:
    void showPosition();

    Workspace &m_workspace;
    QStackedWidget *m_stack;
    ArticleView *m_view;
    QLabel *m_position;
};

} // namespace galley
