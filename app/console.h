// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QString>

class QJsonDocument;

/// What the command line prints. Results go to standard output, everything else to standard error.
namespace galley::console {

void out(const QString &line);
void out(const QByteArray &bytes); ///< as they are
void json(const QJsonDocument &document); ///< on one line
/// Why not all of the results could be written (the disk is full, nobody reads them); empty where they were.
QString whyNotWritten();
void note(const QString &line); ///< progress and remarks, on standard error
/// `galley: FILE:LINE: reason`; without a line where it means nothing, without a file where there is none.
void failure(const QString &reason, const QString &file = {}, int line = 0);
void failure(const Error &error, const QString &file = {});

bool errorIsTerminal();
/// Rewrites one line of a terminal; does nothing elsewhere.
void progress(const QString &line);
void endProgress();

constexpr int Done = 0;
constexpr int Failed = 1; ///< something in the input could not be done; all that could be was
constexpr int Usage = 2;

} // namespace galley::console
