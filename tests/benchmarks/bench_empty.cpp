// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What any program with a window takes to show it: a program of its own, since loading Galley's libraries is part of what is compared.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 820);
    window.show();
    window.repaint();
    QCoreApplication::processEvents();
    return 0;
}
