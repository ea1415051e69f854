// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importcontroller.h"

#include "../areas.h"
#include "../frame/actions.h"
#include "../frame/desk.h"
#include "../frame/filechoice.h"
#include "../settings.h"
#include "previewing.h"

#include <domain/shortened.h>
#include <importing/sources.h>
#include <panels/importpreview.h>
#include <panels/importreportpanel.h>
#include <project/projectfile.h>
#include <project/workspace.h>
#include <widgets/progressline.h>

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMimeData>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QUrl>
#include <QtConcurrentRun>

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
                text += u'\n' + quoted(quote);
        }
        result.remarks.push_back({place(revision.file, revision.line), text + u'.'});
    }
    for (const ImportLeftOut &leftOut : report.leftOut) {
        for (const LeftOutText &what : leftOut.what) {
            if (what.prose)
                result.remarks.push_back({place(leftOut.file, leftOut.line), ImportController::tr("Left out: %1: “%2”").arg(summaryOf(what), what.begins)});
        }
    }
    for (const ImportGuess &guess : report.guesses)
        result.remarks.push_back({place(guess.file, 0), ImportController::tr("It came in, but does not say its encoding: %1 was guessed. Where it reads wrong, undo the "
                                                                             "import and state the encoding when you import it again.").arg(guess.encoding)});
    return result;
}

/// To stop reading may take as long as one record of a big file, which the window does not wait for.
void retire(std::unique_ptr<ReadingPool> pool)
{
    QThreadPool::globalInstance()->start([old = std::shared_ptr<ReadingPool>(std::move(pool))]() mutable { old.reset(); });
}

} // namespace

ImportController::ImportController(Desk &desk)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_settings(desk.settings)
    , m_progress(desk.addProgress())
    , m_import(makeAction(this, {"import", tr("&Import Articles…"), "import", {Qt::CTRL | Qt::Key_I}, [this] { ask(); }}))
    , m_folder(makeAction(this, {"importFolder", tr("Import a F&older…"), "", {}, [this] { askFolder(); }}))
    , m_paste(makeAction(this, {"pasteArticle", tr("&Paste as Article…"), "", {QKeySequence::Paste}, [this] { pasteArticle(); }}))
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &ImportController::slice);
    connect(&m_progress, &ProgressLine::cancelRequested, this, [this] {
        stop();
        m_desk.say(passing(tr("The import was cancelled; nothing was brought in.")));
    });
    connect(&m_workspace, &Workspace::projectOpened, this, &ImportController::updateActions);
    connect(&m_workspace, &Workspace::projectClosing, this, &ImportController::stop);
    connect(&m_workspace, &Workspace::projectClosed, this, &ImportController::updateActions);
    updateActions();
}

ImportController::~ImportController()
{
    if (const auto *beginning = std::get_if<Beginning>(&m_state))
        abandon(*beginning);
    if (auto *keeping = std::get_if<Keeping>(&m_state))
        keeping->work.waitForFinished();
}

void ImportController::updateActions()
{
    m_import->setEnabled(m_workspace.isWritable() && !isRunning());
    m_folder->setEnabled(m_import->isEnabled());
    m_paste->setEnabled(m_workspace.isWritable());
}

void ImportController::ask()
{
    if (!m_workspace.requireCoder())
        return;
    QStringList patterns;
    for (const Reader *reader : sourceReaders()) {
        for (const char *suffix : reader->suffixes)
            patterns.append(u"*."_s + QLatin1StringView(suffix));
    }
    chooseFiles(&m_desk.window, m_settings, {tr("Import Articles"), tr("Articles (%1);;All files (*)").arg(patterns.join(u' '))},
                [this](const QStringList &files) { offerFiles(files); });
}

void ImportController::askFolder()
{
    if (m_workspace.requireCoder())
        chooseFolder(&m_desk.window, m_settings, tr("Import a Folder"), [this](const QString &folder) { offerFiles({folder}); });
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
        m_desk.say(passing(tr("The clipboard holds no text.")));
        return;
    }
    const auto folder = std::make_shared<QTemporaryDir>(); // as long as it may be read again
    QFile file(folder->filePath(tr("clipboard") + (data->hasHtml() ? u".html"_s : u".txt"_s)));
    const QString page = u"<!doctype html><meta charset=utf-8>"_s + data->html();
    if (!folder->isValid() || !file.open(QIODevice::WriteOnly) || file.write((data->hasHtml() ? page : data->text()).toUtf8()) < 0) {
        m_desk.fail({tr("What was pasted could not be written to a temporary file."), file.errorString()});
        return;
    }
    file.close();
    if (mayBegin())
        start({.jobs = jobsFor({file.fileName()}), .pasted = folder}, Purpose::Offer);
}

bool ImportController::mayBegin()
{
    return !isRunning() && m_workspace.requireCoder();
}

std::vector<ReadingPool::Job> ImportController::jobsFor(const QStringList &paths)
{
    std::vector<ReadingPool::Job> jobs;
    for (const QString &file : filesIn(paths))
        jobs.push_back({file, nullptr, {}});
    return jobs;
}

void ImportController::offerFiles(const QStringList &paths)
{
    if (mayBegin())
        start({.jobs = jobsFor(paths)}, Purpose::Offer);
}

void ImportController::importFiles(const QStringList &paths)
{
    if (mayBegin())
        start({.jobs = jobsFor(paths)}, Purpose::Keep);
}

void ImportController::start(Source source, Purpose purpose, ImportPreview *preview)
{
    Project &project = *m_workspace.project();
    auto session = project.store().beginImport();
    if (!session) {
        m_state = Idle();
        close(preview);
        m_desk.fail(session.error());
        return;
    }
    const auto begun = std::make_shared<Begun>();
    const auto work = [begun, held = std::make_shared<ImportSession>(std::move(*session)), file = ProjectFile(project),
                       options = ImportOptions{.coder = project.coder(), .takenIn = source.takenIn, .decisions = source.decisions, .lists = purpose == Purpose::Offer}] {
        ImportSession own = std::move(*held);
        begun->importer = file.open().and_then([&](const ProjectStore &reading) {
            return Importer::begin(std::move(own), reading, options, [&] { return !begun->stopped; });
        });
    };
    auto beginning = QtConcurrent::run(work);
    m_state = Beginning{std::move(source), purpose, begun, beginning, preview};
    updateActions();
    m_progress.begin(purpose == Purpose::Offer ? tr("Reading…") : tr("Importing…"));
    // What is finished already is gone on with at once, which leaves the state: `beginning` has to outlive it.
    beginning.then(this, [this, begun] {
        if (!begun->stopped)
            read(std::get<Beginning>(std::exchange(m_state, Idle())));
    });
}

void ImportController::read(Beginning begun)
{
    auto importer = *std::exchange(begun.begun->importer, std::nullopt);
    if (!importer) {
        m_progress.end();
        close(begun.preview);
        updateActions();
        m_desk.fail(importer.error());
        return;
    }
    for (ReadingPool::Job &job : begun.source.jobs) {
        job.options = begun.source.options;
        job.options.encoding = begun.source.encodings.value(job.file, begun.source.options.encoding);
    }
    auto pool = std::make_unique<ReadingPool>(begun.source.jobs);
    m_state = Reading{std::move(begun.source), begun.purpose, std::move(*importer), std::move(pool), begun.preview};
    m_slices.start();
}

/// It lets go of the project at once: others may want to write.
void ImportController::abandon(const Beginning &begun)
{
    begun.begun->stopped = true;
    QFuture(begun.work).waitForFinished(); // for one row of the list of articles
    begun.begun->importer.reset();
}

void ImportController::slice()
{
    auto &[source, purpose, importer, pool, preview] = std::get<Reading>(m_state);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < sliceMilliseconds) {
        const auto batch = pool->poll();
        if (!batch && pool->atEnd())
            return finishReading();
        m_slices.setInterval(batch ? 0 : 5); // nothing is ready yet
        if (!batch)
            return;
        if (auto taken = takeBatch(importer, *batch); !taken) {
            stop();
            m_desk.fail(taken.error());
            return;
        }
    }
    m_progress.setProgress(pool->bytesRead(), pool->bytesInAll());
    m_progress.setText(tr("Importing… %1 articles, %2 annotations").arg(importer.report().articles).arg(importer.report().annotations));
}

void ImportController::finishReading()
{
    Reading read = std::get<Reading>(std::exchange(m_state, Idle()));
    m_slices.stop();
    m_progress.end();
    if (read.purpose == Purpose::Offer)
        offer(std::move(read));
    else
        keep(std::move(read.importer));
}

QHash<QByteArray, ArticleDecision> decisionsOf(const ImportPreview &preview)
{
    QHash<QByteArray, ArticleDecision> decisions;
    for (const auto &[key, said] : preview.decisions().asKeyValueRange())
        decisions.insert(key, {said.wanted, said.title, said.outlet, said.published, said.revision});
    return decisions;
}

/// All is read, nothing is kept yet: now it is seen, and kept or not.
void ImportController::offer(Reading read)
{
    ShownPreview preview = previewOf(read.importer.report());
    addColumns(preview, read.source.jobs);
    m_state = Offered{std::move(read.source), std::move(read.importer), read.preview};
    Offered &offered = std::get<Offered>(m_state);
    if (!preview.columns.isEmpty() && offered.source.options.columns.isEmpty()) {
        const auto known = m_settings.meaningsOf(preview.columns);
        if (!known.isEmpty())
            return readAgain([&](Source &source) { source.options.columns = known; });
    }
    if (!offered.preview)
        offered.preview = makePreview(preview.columns);
    offered.preview->setPreview(preview);
}

ImportPreview *ImportController::makePreview(const QStringList &columns)
{
    auto *preview = new ImportPreview(columnMeanings(), statableEncodings(), &m_desk.window);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &ImportPreview::accepted, this, [this] {
        if (!std::holds_alternative<Offered>(m_state))
            return;
        Offered offered = std::get<Offered>(std::exchange(m_state, Idle()));
        const bool decided = offered.source.decisions != decisionsOf(*offered.preview);
        offered.source.decisions = decisionsOf(*offered.preview);
        close(offered.preview);
        if (!decided)
            return keep(std::move(offered.importer));
        { const Importer undone = std::move(offered.importer); } // lets go of the project before another import begins
        start(std::move(offered.source), Purpose::Keep);
    });
    connect(preview, &ImportPreview::rejected, this, &ImportController::stop);
    connect(preview, &ImportPreview::encodingStated, this, [this](const QString &path, const QString &encoding) {
        readAgain([&](Source &source) {
            if (path.isEmpty())
                source.encodings.clear();
            (path.isEmpty() ? source.options.encoding : source.encodings[path]) = encoding;
        });
    });
    connect(preview, &ImportPreview::delimiterStated, this, [this](char delimiter) {
        readAgain([&](Source &source) { source.options.delimiter = delimiter; });
    });
    connect(preview, &ImportPreview::datesStated, this, [this](int order) {
        readAgain([&](Source &source) { source.options.dates = DateOrder(order); });
    });
    connect(preview, &ImportPreview::decided, this, [this, preview] {
        readAgain([&](Source &source) { // what else was decided waits until it is accepted: the list is to show what was read
            for (const auto &[key, said] : preview->decisions().asKeyValueRange()) {
                if (said.revision)
                    source.decisions[key].revision = said.revision;
            }
        });
    });
    connect(preview, &ImportPreview::takenIn, this, [this](const QByteArray &key) {
        readAgain([&](Source &source) { source.takenIn.insert(key); });
    });
    connect(preview, &ImportPreview::columnStated, this, [this, columns](const QString &column, const QString &field) {
        readAgain([&](Source &source) {
            ReadOptions &options = source.options;
            for (QString &other : options.columns) { // a field has one column
                if (other == field)
                    other.clear();
            }
            options.columns.insert(column, field);
            m_settings.setMeaningsOf(columns, options.columns);
        });
    });
    preview->open();
    return preview;
}

/// With what was stated in the preview, which stays.
void ImportController::readAgain(const std::function<void(Source &)> &state)
{
    m_slices.stop();
    State before = std::exchange(m_state, Idle());
    Source source;
    ImportPreview *preview = nullptr;
    if (auto *beginning = std::get_if<Beginning>(&before)) {
        abandon(*beginning);
        source = std::move(beginning->source);
        preview = beginning->preview;
    } else if (auto *reading = std::get_if<Reading>(&before)) {
        source = std::move(reading->source);
        preview = reading->preview;
        retire(std::move(reading->pool));
    } else if (auto *offered = std::get_if<Offered>(&before)) {
        source = std::move(offered->source);
        preview = offered->preview;
    } else {
        return;
    }
    before = Idle(); // lets go of the project before another import begins
    state(source);
    if (preview)
        preview->setBusy();
    start(std::move(source), Purpose::Offer, preview);
}

void ImportController::close(ImportPreview *preview)
{
    if (!preview)
        return;
    preview->disconnect(this);
    preview->close();
}

void ImportController::keep(Importer importer)
{
    const auto work = [held = std::make_shared<Importer>(std::move(importer)), stamp = m_workspace.stamp()] {
        Importer finishing = std::move(*held); // gone before others hear of it: they may want to write
        return finishing.finish(stamp);
    };
    m_progress.begin(tr("Saving…"), false);
    auto saving = QtConcurrent::run(work);
    m_state = Keeping{saving};
    updateActions();
    saving.then(this, [this](const Result<ImportReport> &report) {
        if (!std::holds_alternative<Keeping>(m_state)) // the project was closed meanwhile, with what came in
            return;
        m_state = Idle();
        m_progress.end();
        updateActions();
        if (report)
            tell(*report);
        else
            m_desk.fail(report.error());
    });
}

void ImportController::tell(const ImportReport &report)
{
    m_workspace.announceImport(report.change);
    const ShownImport last = shown(report);
    const bool remarks = !last.skipped.empty() || !last.remarks.empty();
    QString text = tr("%n articles imported", nullptr, report.articles);
    if (report.annotations > 0)
        text += tr(", %n annotations", nullptr, report.annotations);
    if (!last.skipped.empty())
        text += tr("; %n items left out", nullptr, int(last.skipped.size()));
    if (!report.revisions.empty())
        text += tr("; %n have a corrected text", nullptr, int(report.revisions.size()));
    if (!report.guesses.empty())
        text += tr("; the encoding of %n files was guessed", nullptr, int(report.guesses.size()));
    if (m_report)
        m_report->hide(); // it is of another import
    m_desk.say({report.losses() == 0 ? Message::Info : Message::Warning, text + u'.', {},
                   remarks ? Message::Action{tr("Details"), [this, last] { showReport(last); }} : Message::Action(), remarks ? 0 : 8, u"import"_s});
}

void ImportController::showReport(const ShownImport &report)
{
    if (!m_report) {
        m_report = new ImportReportPanel(&m_desk.window);
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

/// Rolls back.
void ImportController::stop()
{
    m_slices.stop();
    m_progress.end();
    State before = std::exchange(m_state, Idle());
    if (auto *beginning = std::get_if<Beginning>(&before)) {
        abandon(*beginning);
        close(beginning->preview);
    } else if (auto *reading = std::get_if<Reading>(&before)) {
        retire(std::move(reading->pool));
        close(reading->preview);
    } else if (auto *offered = std::get_if<Offered>(&before)) {
        close(offered->preview);
    } else if (auto *keeping = std::get_if<Keeping>(&before)) {
        keeping->work.waitForFinished(); // it is on its way to the disk
    }
    before = Idle();
    updateActions();
}

Contribution importArea(Desk &desk)
{
    auto *import = new ImportController(desk);
    Contribution area;
    area.menus = {{menu::fileImport, {import->importAction(), import->folderAction()}}, {menu::editPaste, {import->pasteAction()}}};
    area.takeFiles = [import](const QStringList &files) {
        import->offerFiles(files);
        return QStringList();
    };
    return area;
}

} // namespace galley
