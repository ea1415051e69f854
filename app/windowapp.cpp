// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowapp.h"

#include "areas.h"
#include "console.h"
#include "display.h"
#include "frame/mainwindow.h"
#include "settings.h"

#include <project/workspace.h>
#include <widgets/theme.h>

#include <QAction>
#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <QTranslator>

namespace galley {

using namespace Qt::StringLiterals;

void prepareApplication()
{
    QCoreApplication::setApplicationName(u"galley"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GALLEY_VERSION));
    // The texts are English; English too has plurals, which come from a translation. The user's language, where there is one, goes before.
    static QTranslator english, own, qt;
    if (english.load(u":/galley/translations/galley_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    if (own.load(QLocale(), u"galley"_s, u"_"_s, u":/galley/translations"_s))
        QCoreApplication::installTranslator(&own);
    if (qt.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

int runWindow(int argc, char **argv, const QString &project)
{
    if (!displayIsThere() && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        console::failure(u"there is no display to show a window on; the commands work without one (galley --help)"_s);
        return console::Failed;
    }
    QApplication application(argc, argv);
    prepareApplication();
    QGuiApplication::setDesktopFileName(u"org.galley.Galley"_s);
    Settings settings;
    applyTheme(themeNamed(settings.value(Setting::Theme).toString())); // before any widget takes colours from the palette
    MainWindow window(settings, areas);
    window.show();
    if (!project.isEmpty())
        QTimer::singleShot(0, &window, [&window, project] { window.openProject(project); });
    return QApplication::exec();
}

bool renderWindow(int argc, char **argv, const WindowPicture &picture)
{
    QTemporaryDir home; // the picture is of a first start, and leaves the user's settings alone
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    prepareApplication();
    Settings settings;
    settings.set(Setting::Theme, picture.theme);
    settings.set(Setting::ShowOthers, true);
    applyTheme(themeNamed(picture.theme));
    MainWindow window(settings, areas);
    window.resize(1440, 900);
    window.show();
    Workspace &workspace = window.workspace();
    if (!workspace.openProject(picture.project))
        return false;
    if (!workspace.coders().empty())
        workspace.setCoder(workspace.coders().front().id);
    const auto perform = [&](const QString &action) { window.findChild<QAction *>(action)->trigger(); };
    for (int i = 0; i < picture.article; ++i)
        perform(u"nextArticle"_s);
    perform(u"nextAnnotation"_s);
    if (!picture.place.isEmpty())
        perform(u"place-"_s + picture.place);
    constexpr int moments = 20;
    for (int moment = 0; moment < moments; ++moment) { // cues, what is compared, quotes: they come from other threads, and some ask for more
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QThread::msleep(50);
    }
    return window.grab().save(picture.file);
}

} // namespace galley
