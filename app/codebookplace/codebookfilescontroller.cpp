// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookfilescontroller.h"

#include "../codebookchoice.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "../precedentbook.h"

#include <base/outputfile.h>
#include <project/workspace.h>
#include <writers/codebookformat.h>
#include <writers/codebookwriter.h>

#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>
#include <QtConcurrentRun>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// "Table (CSV) (*.csv);;…", the first proposed.
QString exportFilters()
{
    QStringList filters;
    for (const CodebookFormat &format : codebookFormats())
        filters += u"%1 (*.%2)"_s.arg(format.title(), format.suffixes.join(u" *."_s));
    return filters.join(u";;"_s);
}

} // namespace

CodebookFilesController::CodebookFilesController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_files({
          makeAction(this, {"importCodebook", tr("&Import Codebook…"), "import", {}, [this] { askImport(); }}),
          makeAction(this, {"exportCodebook", tr("&Export Codebook…"), "export", {}, [this] { askExport(); }}),
      })
    , m_printing({
          makeAction(this, {"printCodebook", tr("&Print Codebook…"), "print", {QKeySequence::Print}, [this] { print(); }}),
          makeAction(this, {"printCodebookPdf", tr("Save Codebook as P&DF…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, [this] { askPdf(); }}),
      })
{
    PrecedentBook::of(m_workspace); // it reads when a project is opened
}

void CodebookFilesController::askImport()
{
    chooseFile(&m_desk.window, m_desk.settings, {tr("Import Codebook"), tr("Codebooks (%1)").arg(codebookPatterns().join(u' '))}, [this](const QString &path) { importFrom(path); });
}

void CodebookFilesController::importFrom(const QString &path)
{
    QtConcurrent::run([path, name = m_workspace.codebook().name()] { return codebookNamed(path, name); }).then(this, [this, path, of = m_workspace.project()](const Result<IncomingCodebook> &read) {
        if (!m_workspace.project() || m_workspace.project() != of)
            return;
        if (read)
            propose(*read, path);
        else
            m_desk.fail({tr("The codebook could not be read."), read.error().message});
    });
}

void CodebookFilesController::propose(const IncomingCodebook &read, const QString &path)
{
    emit proposed(QString::fromUtf8(codebookToYaml(read.codebook)));
    const QString text = tr("“%1” is read. It becomes the codebook when you apply it.").arg(QFileInfo(path).fileName());
    if (read.remarks.isEmpty())
        m_desk.messages().info(text);
    else
        m_desk.say({Message::Warning, text + u' ' + read.remarks.front(), read.remarks.join(u'\n')});
}

void CodebookFilesController::askExport()
{
    chooseNewFile(&m_desk.window, m_desk.settings, {tr("Export Codebook"), exportFilters(), u"codebook"_s, u"yaml"_s}, [this](const QString &path) { exportTo(path); });
}

void CodebookFilesController::exportTo(const QString &path)
{
    const Codebook &codebook = m_workspace.codebook();
    const auto format = codebookFormatFor(path);
    const auto bytes = format.and_then([&](const CodebookFormat *known) {
        return writtenCodebook(*known, codebook, known->withRulings ? PrecedentBook::of(m_workspace).byCode({codebook, m_workspace.coders()}) : RulingsByCode());
    });
    if (!bytes)
        return m_desk.fail(bytes.error());
    OutputFile file(path);
    if (!file.open() || !file.write(*bytes) || !file.commit())
        return m_desk.fail({tr("The codebook could not be written."), file.errorString()});
    const QString text = tr("The codebook is written to “%1”.").arg(QFileInfo(path).fileName());
    const QStringList lost = (*format)->lost(codebook);
    if (lost.isEmpty())
        m_desk.messages().info(text);
    else
        m_desk.say({Message::Info, text + u' ' + lost.front(), lost.join(u'\n')});
}

QString CodebookFilesController::html() const
{
    return QString::fromUtf8(codebookToHtml(m_workspace.codebook(), PrecedentBook::of(m_workspace).byCode({m_workspace.codebook(), m_workspace.coders()})));
}

void CodebookFilesController::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), &m_desk.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { printTo(*printer); });
    dialog->open();
}

void CodebookFilesController::askPdf()
{
    chooseNewFile(&m_desk.window, m_desk.settings, {tr("Save Codebook as PDF"), tr("PDF (*.pdf)"), u"codebook.pdf"_s, u"pdf"_s}, [this](const QString &path) {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printTo(printer);
    });
}

void CodebookFilesController::printTo(QPrinter &printer)
{
    printer.setDocName(m_workspace.codebook().name());
    QTextDocument page;
    page.setDefaultFont(QFont(u"Noto Serif"_s, 11)); // the sizes of headings follow it
    page.setHtml(html());
    page.print(&printer);
    if (printer.printerState() == QPrinter::Error || (!printer.outputFileName().isEmpty() && QFileInfo(printer.outputFileName()).size() == 0))
        m_desk.fail({tr("The codebook could not be printed."), printer.outputFileName()});
}

} // namespace galley
