// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <importing/importing.h>
#include <importing/readingpool.h>
#include <panels/importreportpanel.h>

#include <QFuture>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <variant>

class QAction;
class QTemporaryDir;

namespace galley {

class Desk;
class ImportPreview;
class ProgressLine;
class Settings;
class Workspace;

/// Brings files into the project: they are read on threads of their own and written here in slices, so the window
/// stays alive; all in one transaction, so that cancelling leaves nothing behind.
class ImportController : public QObject
{
    Q_OBJECT

public:
    explicit ImportController(Desk &desk);
    ~ImportController() override;

    QAction *importAction() const { return m_import; }
    QAction *folderAction() const { return m_folder; }
    QAction *pasteAction() const { return m_paste; }
    void ask();
    void askFolder();
    void pasteArticle(); ///< what the clipboard holds: files, a piece of a web page, or text
    void offerFiles(const QStringList &paths);  ///< shows what would come in, and brings it in if it is wanted
    void importFiles(const QStringList &paths); ///< without asking
    bool isRunning() const { return !std::holds_alternative<Idle>(m_state); }
    bool isSaving() const { return std::holds_alternative<Keeping>(m_state); } ///< what was read is wanted, and on its way to the disk

private:
    enum class Purpose { Offer, Keep };

    /// What is read, and what was stated of it.
    struct Source
    {
        std::vector<ReadingPool::Job> jobs = {};
        ReadOptions options = {};
        QSet<QByteArray> takenIn = {}; ///< passages that are wanted though their reader left them out
        QMap<QString, QString> encodings = {}; ///< of single files
        QHash<QByteArray, ArticleDecision> decisions = {}; ///< on single articles
        std::shared_ptr<QTemporaryDir> pasted = {}; ///< where it lies, if it came from the clipboard
    };
    struct Idle
    {
    };
    /// What the project holds is looked at, on another thread.
    struct Begun
    {
        std::atomic<bool> stopped = false;
        std::optional<Result<Importer>> importer; ///< when that is done
    };
    struct Beginning
    {
        Source source;
        Purpose purpose;
        std::shared_ptr<Begun> begun;
        QFuture<void> work;
        ImportPreview *preview;
    };
    struct Reading
    {
        Source source;
        Purpose purpose;
        Importer importer;
        std::unique_ptr<ReadingPool> pool;
        ImportPreview *preview; ///< null, or of what was read before
    };
    struct Offered
    {
        Source source;
        Importer importer;
        ImportPreview *preview;
    };
    /// It is written out, on another thread; from here on it is there, and taken back only by undo.
    struct Keeping
    {
        QFuture<Result<ImportReport>> work;
    };
    using State = std::variant<Idle, Beginning, Reading, Offered, Keeping>;

    static std::vector<ReadingPool::Job> jobsFor(const QStringList &paths);
    bool mayBegin();
    void start(Source source, Purpose purpose, ImportPreview *preview = nullptr);
    void read(Beginning begun);
    void slice();
    void finishReading();
    void offer(Reading read);
    ImportPreview *makePreview(const QStringList &columns);
    void readAgain(const std::function<void(Source &)> &state);
    void keep(Importer importer);
    void tell(const ImportReport &report);
    void stop();
    static void abandon(const Beginning &begun);
    void close(ImportPreview *preview);
    void showReport(const ShownImport &report);
    void updateActions();

    Desk &m_desk;
    Workspace &m_workspace;
    Settings &m_settings;
    ProgressLine &m_progress;
    QAction *m_import;
    QAction *m_folder;
    QAction *m_paste;
    QTimer m_slices;
    State m_state;
    ImportReportPanel *m_report = nullptr;
};

} // namespace galley
