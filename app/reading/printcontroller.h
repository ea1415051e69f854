// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QPrinter;

namespace galley {

class ArticleView;
class Desk;

/// The article on paper or as PDF, with its marks.
class PrintController : public QObject
{
    Q_OBJECT

public:
    PrintController(Desk &desk, ArticleView &view);

    QList<QAction *> actions() const { return m_actions; }

private:
    void print();
    void printToFile();
    void printTo(QPrinter &printer);

    Desk &m_desk;
    ArticleView &m_view;
    QList<QAction *> m_actions;
};

} // namespace galley
