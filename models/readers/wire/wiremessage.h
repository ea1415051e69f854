// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/statedarticle.h>

#include <domain/error.h>

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

/// What the formats of the teleprinter share: messages between control characters, and lines as wide as the paper.
namespace galley {

/// One message between SOH and EOT.
struct WireMessage
{
    QString header;  ///< before STX
    QString text;    ///< between STX and ETX
    QString trailer; ///< behind ETX
    int line = 0;    ///< of the file, from 1, where it begins
    bool isText = false;   ///< there is an STX
    bool isWhole = false;  ///< there is an ETX
};

struct WireFile
{
    std::vector<WireMessage> messages;
    QString encoding;
    bool guessed = false;
    QStringList remarks = {};
};
Result<WireFile> wireFile(QByteArray bytes, const QString &encoding);

/// The header of the first message, control characters and all, with what stands before it; empty where the bytes do not
/// begin with one.
QByteArrayView wireHeader(QByteArrayView bytes);

struct WireLine
{
    QString text;
    bool ends = false; ///< the source says that the line ends here
};

/// Several columns.
bool isWireRow(QStringView line);

/// Reads a file of such messages: `state` says what one states. `none` is the error where there is no message.
Result<ReadInfo> readMessages(QIODevice &device, const ReadOptions &options, const TakeRecord &take,
    void (*state)(const WireMessage &message, StatedArticle &stated), const QString &none);

/// Lines joined to paragraphs. A paragraph begins after a blank line or with an indent; tables and lists keep their lines.
QStringList wireParagraphs(const std::vector<WireLine> &lines);

} // namespace galley
