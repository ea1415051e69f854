// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QFile>

#include <cstdio>

#include <unistd.h>

namespace galley::console {

namespace {

bool progressShown = false;

void write(FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void out(const QString &line)
{
    endProgress();
    write(stdout, line);
}

void note(const QString &line)
{
    endProgress();
    write(stderr, line);
}

void failure(const QString &reason, const QString &file, int line)
{
    QString text = QStringLiteral("galley: ");
    if (!file.isEmpty())
        text += file + (line > 0 ? QStringLiteral(":%1: ").arg(line) : QStringLiteral(": "));
    note(text + reason);
}

void failure(const Error &error, const QString &file)
{
    failure(error.detail.isEmpty() ? error.message : QStringLiteral("%1 (%2)").arg(error.message, error.detail), file);
}

bool errorIsTerminal()
{
    static const bool terminal = isatty(STDERR_FILENO) != 0;
    return terminal;
}

void progress(const QString &line)
{
    if (!errorIsTerminal())
        return;
    const QByteArray bytes = "\r\033[K" + line.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
    progressShown = true;
}

void endProgress()
{
    if (!progressShown)
        return;
    std::fwrite("\r\033[K", 1, 4, stderr);
    progressShown = false;
}

} // namespace galley::console
