// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <widgets/messagebar.h>

#include <QMainWindow>
#include <QUrl>

class QBoxLayout;

namespace galley {

class ProgressLine;
class Settings;
class Workspace;

/// What the frame does for the areas: they share the workspace and the settings, and reach each other only through it.
class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(Workspace &openedWorkspace, Settings &itsSettings, QMainWindow &itsWindow);

    Workspace &workspace;
    Settings &settings;
    QMainWindow &window; ///< what dialogs belong to

    QWidget *centre() const { return m_centre; } ///< messages, what the frame puts between, progress

    void say(Message message); ///< where the window is now; a failure is shown wherever it goes
    void fail(const Error &error) { m_messages->fail(error.message, error.detail); }
    MessageBar &messages() { return *m_messages; }
    ProgressLine &addProgress(); ///< a line of one's own below the page

    /// Opens a project in place of the one there is; an error is shown.
    bool openProject(const QString &path);
    void takeFiles(const QList<QUrl> &files) { emit filesCame(files); } ///< that were dropped
    void perform(const char *action); ///< one that another area offers, by its name
    void showCovers() { emit coversChanged(); } ///< what a cover's isWanted() says has changed
    void goTo(const char *place) { emit placeWanted(QLatin1StringView(place)); }
    bool isAt(const char *place) const { return m_place == QLatin1StringView(place); }

signals:
    void filesCame(const QList<QUrl> &files);
    void coversChanged();
    void placeWanted(QLatin1StringView name);

private:
    friend class MainWindow;

    QLatin1StringView m_place; ///< where the window is; the frame says so
    QWidget *m_centre;
    QBoxLayout *m_column;
    MessageBar *m_messages;
};

} // namespace galley
