// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <importing/readingpool.h>

#include <panels/importreportpanel.h>

#include <QObject>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

class QAction;

namespace galley {

class ImportPreview;
class Importer;
class ProgressLine;
class Settings;
class Workspace;
struct Message;

/// Brings files into the project: they are read on a thread of their own and written here in slices, so the window
/// stays alive; all in one transaction, so that cancelling leaves nothing behind.
class ImportController : public QObject
{
    Q_OBJECT

public:
    ImportController(Workspace &workspace, Settings &settings, ProgressLine &progress, QWidget *window);
    ~ImportController() override;

    QAction *importAction() const { return m_import; }
    QAction *pasteAction() const { return m_paste; }
    void ask();
    void pasteArticle(); ///< what the clipboard holds: files, a piece of a web page, or text
    void offerFiles(const QStringList &paths);  ///< shows what would come in, and brings it in if it is wanted
    void importFiles(const QStringList &paths); ///< without asking
    bool isRunning() const { return m_importer != nullptr; }

signals:
    void reported(const galley::Message &message);

private:
    void begin();
    void slice();
    void offer();
    void finish();
    void showReport(const ShownImport &report);
    void stop(); ///< rolls back
    void endOffer();
    void readAgain();

    Workspace &m_workspace;
    Settings &m_settings;
    ProgressLine &m_progress;
    QWidget *m_window;
    ImportReportPanel *m_report = nullptr;
    ImportPreview *m_preview = nullptr;
    std::vector<ReadingPool::Job> m_jobs;
    ReadOptions m_options; ///< as stated in the preview
    bool m_offering = false;
    QAction *m_import;
    QAction *m_paste;
    std::unique_ptr<QTemporaryDir> m_pasted; ///< what was pasted, as a file, as long as it may be read again
    QTimer m_slices;
    std::unique_ptr<ReadingPool> m_reading;
    std::unique_ptr<Importer> m_importer;
};

} // namespace galley
