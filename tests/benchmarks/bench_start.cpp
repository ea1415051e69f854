// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the first painted window: `bench_start galley`; `bench_empty` is its peer.
// Given a project instead of this word: from opening it to the painted list and article, the time of a filter, and the memory taken.
#include <app/areas.h>
#include <app/frame/mainwindow.h>
#include <app/settings.h>
#include <project/workspace.h>

#include <panels/articlelistpanel.h>
#include <widgets/theme.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

double residentMebibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void paint(QWidget &window)
{
    window.repaint();
    QCoreApplication::processEvents();
}

int openProject(const QString &path)
{
    Settings settings;
    MainWindow window(settings, areas);
    window.show();
    paint(window);
    QElapsedTimer timer;
    timer.start();
    window.openProject(path);
    paint(window);
    std::printf("open the project             %8.0f ms  to the painted window; %.0f MiB at most\n", double(timer.nsecsElapsed()) / 1e6, residentMebibytes());
    ArticleFilterProxy &filter = window.findChild<ArticleListPanel *>()->filter();
    for (const QString &typed : {u"7"_s, u"77"_s, u"headline 77"_s}) {
        timer.restart();
        filter.setText(typed);
        QCoreApplication::processEvents(); // what has changed is painted
        std::printf("filter the list by %-11s %8.1f ms  %d of the articles\n", qPrintable(typed), double(timer.nsecsElapsed()) / 1e6, filter.rowCount());
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"galley-bench"_s);
    const QString what = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"galley"_s;
    Settings settings;
    applyTheme(themeNamed(settings.value(Setting::Theme).toString()));
    if (what != "galley"_L1)
        return openProject(what);
    MainWindow window(settings, areas);
    window.show();
    paint(window);
    return 0;
}
