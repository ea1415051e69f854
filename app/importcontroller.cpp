// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importcontroller.h"

#include "actions.h"
#include "filechoice.h"
#include "previewing.h"
#include <importing/readingpool.h>
#include "settings.h"
#include <project/workspace.h>

#include <panels/importpreview.h>
#include <panels/importreportpanel.h>
#include <importing/importing.h>
#include <importing/sources.h>
#include <widgets/messagebar.h>
#include <widgets/progressline.h>

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sliceMilliseconds = 12; // less than a frame: the window stays alive

ShownImport shown(const ImportReport &report)
{
    ShownImport result;
    result.articles = report.articles;
    result.annotations = report.annotations;
    result.coders = report.coders;
    for (const ImportFailure &failure : report.failures)
        result.skipped.push_back({place(failure.file, failure.line), failure.reason});
    for (const ImportSkip &skip : report.skipped)
        result.skipped.push_back({place(skip.file, skip.line), skip.reason});
    for (const ImportRevision &revision : report.revisions) {
        QString text = summaryOf(revision);
        for (const std::vector<QString> &quotes : {revision.ambiguous, revision.gone}) {
            for (const QString &quote : quotes)
                text += u"\n“%1”"_s.arg(quote);
        }
        result.remarks.push_back({place(revision.file, revision.line), text + u'.'});
    }
    for (const ImportGuess &guess : report.guesses)
        result.remarks.push_back({place(guess.file, 0), ImportController::tr("It came in, but does not say its encoding: %1 was guessed. Where it reads wrong, undo the "
                                                                             "import and state the encoding when you import it again.").arg(guess.encoding)});
    return result;
}

} // namespace

ImportController::ImportController(Workspace &workspace, Settings &settings, ProgressLine &progress, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_progress(progress)
    , m_window(window)
    , m_import(makeAction(this, {"import", tr("&Import Articles…"), "import", {Qt::CTRL | Qt::Key_I}, [this] { ask(); }}))
    , m_paste(makeAction(this, {"pasteArticle", tr("&Paste as Article…"), "", {QKeySequence::Paste}, [this] { pasteArticle(); }}))
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &ImportController::slice);
    connect(&m_progress, &ProgressLine::cancelRequested, this, [this] {
        stop();
        emit reported(passing(tr("The import was cancelled; nothing was brought in.")));
    });
    const auto update = [this] {
        m_import->setEnabled(m_workspace.isWritable() && !isRunning());
        m_paste->setEnabled(m_workspace.isWritable());
    };
    connect(&workspace, &Workspace::projectOpened, this, update);
    connect(&workspace, &Workspace::projectClosing, this, &ImportController::stop);
    connect(&workspace, &Workspace::projectClosed, this, update);
    update();
}

ImportController::~ImportController() = default;

void ImportController::ask()
{
    if (!m_workspace.requireCoder())
        return;
    QStringList patterns;
    for (const Reader *reader : sourceReaders()) {
        for (const char *suffix : reader->suffixes)
            patterns.append(u"*."_s + QLatin1StringView(suffix));
    }
    chooseFiles(m_window, m_settings, {tr("Import Articles"), tr("Articles (%1);;All files (*)").arg(patterns.join(u' '))},
                [this](const QStringList &files) { offerFiles(files); });
}

void ImportController::pasteArticle()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (data->hasUrls()) {
        QStringList files;
        for (const QUrl &url : data->urls())
            files += url.isLocalFile() ? url.toLocalFile() : QString();
        files.removeAll(QString());
        if (!files.isEmpty())
            return offerFiles(files);
    }
    if (data->text().trimmed().isEmpty()) {
        emit reported(passing(tr("The clipboard holds no text.")));
        return;
    }
    m_pasted = std::make_unique<QTemporaryDir>();
    QFile file(m_pasted->filePath(tr("clipboard") + (data->hasHtml() ? u".html"_s : u".txt"_s)));
    const QString page = u"<!doctype html><meta charset=utf-8>"_s + data->html();
    if (!m_pasted->isValid() || !file.open(QIODevice::WriteOnly) || file.write((data->hasHtml() ? page : data->text()).toUtf8()) < 0) {
        emit m_workspace.failed({tr("What was pasted could not be written to a temporary file."), file.errorString()});
        return;
    }
    file.close();
    offerFiles({file.fileName()});
}

void ImportController::offerFiles(const QStringList &paths)
{
    if (isRunning() || !m_workspace.requireCoder())
        return;
    m_offering = true;
    m_options = {};
    importFiles(paths);
}

void ImportController::importFiles(const QStringList &paths)
{
    if (isRunning() || !m_workspace.project())
        return;
    m_jobs.clear();
    for (const QString &file : filesIn(paths))
        m_jobs.push_back({file, nullptr, m_options});
    begin();
}

void ImportController::begin()
{
    const Coder *coder = m_workspace.coder();
    auto importer = m_workspace.isWritable()
        ? Importer::begin(m_workspace.project()->store(), {coder ? coder->id : CoderId()})
        : failed(tr("This project is open for reading only; nothing can be imported."));
    if (!importer) {
        endOffer();
        emit m_workspace.failed(importer.error());
        return;
    }
    m_importer = std::make_unique<Importer>(std::move(*importer));
    m_reading = std::make_unique<ReadingPool>(m_jobs);
    m_import->setEnabled(false);
    m_progress.begin(m_offering ? tr("Reading…") : tr("Importing…"));
    m_slices.start();
}

void ImportController::slice()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < sliceMilliseconds) {
        const auto batch = m_reading->poll();
        if (!batch) {
            if (m_reading->atEnd())
                m_offering ? offer() : finish();
            else
                m_slices.setInterval(5); // nothing is ready yet
            return;
        }
        m_slices.setInterval(0);
        if (auto taken = takeBatch(*m_importer, *batch); !taken) {
            stop();
            emit m_workspace.failed(taken.error());
            return;
        }
    }
    m_progress.setProgress(m_reading->bytesRead(), m_reading->bytesInAll());
    m_progress.setText(tr("Importing… %1 articles, %2 annotations").arg(m_importer->report().articles).arg(m_importer->report().annotations));
}

/// All is read, nothing is kept yet: now it is seen, and kept or not.
void ImportController::offer()
{
    m_slices.stop();
    m_progress.end();
    ShownPreview preview = previewOf(m_importer->report());
    addColumns(preview, m_jobs);
    if (!preview.columns.isEmpty() && m_options.columns.isEmpty()) {
        m_options.columns = m_settings.meaningsOf(preview.columns);
        if (!m_options.columns.isEmpty())
            return readAgain();
    }
    if (!m_preview) {
        m_preview = new ImportPreview(columnMeanings(), statableEncodings(), m_window);
        m_preview->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_preview, &ImportPreview::accepted, this, &ImportController::finish);
        connect(m_preview, &ImportPreview::rejected, this, &ImportController::stop);
        connect(m_preview, &ImportPreview::encodingStated, this, [this](const QString &encoding) {
            m_options.encoding = encoding;
            readAgain();
        });
        connect(m_preview, &ImportPreview::columnStated, this, [this, columns = preview.columns](const QString &column, const QString &field) {
            for (QString &other : m_options.columns) { // a field has one column
                if (other == field)
                    other.clear();
            }
            m_options.columns.insert(column, field);
            m_settings.setMeaningsOf(columns, m_options.columns);
            readAgain();
        });
        m_preview->open();
    }
    m_preview->setPreview(preview);
}

void ImportController::readAgain()
{
    m_slices.stop();
    m_reading.reset();
    m_importer.reset();
    if (m_preview)
        m_preview->setBusy();
    for (ReadingPool::Job &job : m_jobs)
        job.options = m_options;
    begin();
}

void ImportController::endOffer()
{
    m_offering = false;
    m_options = {};
    if (ImportPreview *preview = std::exchange(m_preview, nullptr)) {
        preview->disconnect(this);
        preview->close();
    }
}

void ImportController::finish()
{
    const auto report = m_importer->finish(m_workspace.stamp());
    stop();
    if (!report) {
        emit m_workspace.failed(report.error());
        return;
    }
    m_workspace.announceImport(report->change);
    const ShownImport last = shown(*report);
    const bool remarks = !last.skipped.empty() || !last.remarks.empty();
    QString text = tr("%n articles imported", nullptr, report->articles);
    if (report->annotations > 0)
        text += tr(", %n annotations", nullptr, report->annotations);
    if (!last.skipped.empty())
        text += tr("; %n items left out", nullptr, int(last.skipped.size()));
    if (!report->revisions.empty())
        text += tr("; %n have a corrected text", nullptr, int(report->revisions.size()));
    if (!report->guesses.empty())
        text += tr("; the encoding of %n files was guessed", nullptr, int(report->guesses.size()));
    if (m_report)
        m_report->hide(); // it is of another import
    emit reported({report->losses() == 0 ? Message::Info : Message::Warning, text + u'.', {},
                   remarks ? Message::Action{tr("Details"), [this, last] { showReport(last); }} : Message::Action(), remarks ? 0 : 8, u"import"_s});
}

void ImportController::showReport(const ShownImport &report)
{
    if (!m_report) {
        m_report = new ImportReportPanel(m_window);
        m_report->setWindowFlags(Qt::Dialog);
        m_report->setWindowTitle(tr("Import"));
        m_report->resize(560, 420);
        connect(m_report, &ImportReportPanel::closed, m_report, &QWidget::hide);
        connect(m_report, &ImportReportPanel::undoRequested, this, [this] {
            m_report->hide();
            m_workspace.undo();
        });
    }
    m_report->setReport(report);
    m_report->show();
}

void ImportController::stop()
{
    endOffer();
    m_slices.stop();
    m_reading.reset();
    m_importer.reset();
    m_progress.end();
    m_import->setEnabled(m_workspace.isWritable());
}

} // namespace galley
