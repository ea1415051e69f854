// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

#include <unistd.h>

namespace galley::console {

namespace {

bool progressShown = false;
int outError = 0; ///< the first one of standard output

bool write(FILE *stream, const QByteArray &bytes)
{
    errno = 0;
    const bool whole = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size());
    return std::fflush(stream) == 0 && whole;
}

} // namespace

void out(const QString &line)
{
    endProgress();
    out(line.toUtf8() + '\n');
}

void out(const QByteArray &bytes)
{
    endProgress();
    if (!outError && !write(stdout, bytes))
        outError = errno ? errno : EIO;
}

void json(const QJsonDocument &document)
{
    out(document.toJson(QJsonDocument::Compact) + '\n');
}

QString whyNotWritten()
{
    return outError ? qt_error_string(outError) : QString();
}

void note(const QString &line)
{
    endProgress();
    write(stderr, line.toUtf8() + '\n');
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
