// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printcontroller.h"

#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "../presentation.h"
#include "../settings.h"

#include <text/articleprint.h>
#include <text/articleview.h>

#include <QPrintDialog>
#include <QPrinter>

namespace galley {

using namespace Qt::StringLiterals;

PrintController::PrintController(Desk &desk, ArticleView &view)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_view(view)
    , m_actions({
          makeAction(this, {"print", tr("&Print Article…"), "print", {QKeySequence::Print}, [this] { print(); }}),
          makeAction(this, {"printPdf", tr("Save Article as P&DF…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, [this] { printToFile(); }}),
      })
{
    const auto update = [this] {
        for (QAction *action : m_actions)
            action->setEnabled(m_desk.workspace.article());
    };
    connect(&desk.workspace, &Workspace::articleOpened, this, update);
    connect(&desk.workspace, &Workspace::articleClosed, this, update);
    update();
}

void PrintController::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(*printer); });
    dialog->open();
}

void PrintController::printToFile()
{
    chooseNewFile(&m_desk.window, m_desk.settings, {tr("Save Article as PDF"), tr("PDF (*.pdf)"), u"article.pdf"_s, u"pdf"_s}, [this](const QString &path) {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printTo(printer);
    });
}

void PrintController::printTo(QPrinter &printer)
{
    const OpenArticle *open = m_desk.workspace.article();
    if (!open)
        return;
    printer.setDocName(open->article.title);
    const std::vector<Mark> marks = marksOf(m_desk.workspace, m_desk.settings.value(Setting::ShowOthers).toBool(), false);
    if (printArticle(printer, m_view.page(), marks, {m_view.font(), 10.5, {}}) == 0)
        m_desk.fail({tr("The article could not be printed."), printer.outputFileName()});
}

} // namespace galley
