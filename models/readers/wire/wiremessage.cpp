// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiremessage.h"

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>
#include <QRegularExpression>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestWireFile = 64'000'000;

constexpr char16_t startOfHeading = 1, startOfText = 2, endOfText = 3, endOfTransmission = 4;

/// Where the character stands next; the text's end where it does not.
qsizetype next(const QString &text, char16_t c, qsizetype from)
{
    const qsizetype at = text.indexOf(QChar(c), from);
    return at < 0 ? text.size() : at;
}

/// Escapes, shifts and the like, which say something to printers only.
QString withoutControls(QString text)
{
    return text.removeIf([](QChar c) { return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || c.unicode() == 0x7F; });
}

WireMessage messageIn(const QString &text, qsizetype begin, qsizetype end)
{
    WireMessage message;
    const qsizetype textAt = std::min(next(text, startOfText, begin), end);
    const qsizetype endAt = std::min(next(text, endOfText, textAt), end);
    message.header = text.sliced(begin, textAt - begin);
    message.isText = textAt < end;
    if (!message.isText)
        return message;
    message.isWhole = endAt < end;
    message.text = withoutControls(text.sliced(textAt + 1, endAt - textAt - 1));
    if (message.isWhole)
        message.trailer = withoutControls(text.sliced(endAt + 1, end - endAt - 1));
    return message;
}

bool isBlankLine(QStringView line)
{
    return line.trimmed().isEmpty();
}

bool isIndented(QStringView line)
{
    return line.startsWith(u'\t') || line.startsWith("  "_L1);
}

bool isListed(QStringView line)
{
    static const QRegularExpression mark(u"^\\s*(?:[-*+•#]+\\s|\\d{1,2}[.)]\\s|[*_=-]{3,}|\\*( \\*)+)"_s);
    return mark.matchView(line).hasMatch();
}

} // namespace

bool isWireRow(QStringView line)
{
    const QStringView inside = line.trimmed();
    return inside.contains("   "_L1) || inside.contains(u'\t') || (inside.count(u';') >= 3 && !inside.contains("; "_L1));
}

Result<WireFile> wireFile(QByteArray bytes, const QString &encoding)
{
    // Fillers between messages, and the line ends of printers that needed time to return.
    bytes.removeIf([](char c) { return c == '\0' || c == '\x7F' || c == '\x16'; });
    bytes.replace("\r\r\n", "\r\n");
    const auto whole = decoded(bytes, encoding);
    if (!whole)
        return std::unexpected(whole.error());
    WireFile file{{}, whole->encoding, whole->guessed, whole->remarks};
    const QString &text = whole->text;
    int line = 1;
    qsizetype counted = 0;
    for (qsizetype at = next(text, startOfHeading, 0); at < text.size(); at = next(text, startOfHeading, at + 1)) {
        line += int(QStringView(text).sliced(counted, at - counted).count(u'\n'));
        counted = at;
        const qsizetype end = std::min(next(text, startOfHeading, at + 1), next(text, endOfTransmission, at + 1));
        file.messages.push_back(messageIn(text, at + 1, end));
        file.messages.back().line = line;
    }
    return file;
}

QByteArrayView wireHeader(QByteArrayView bytes)
{
    constexpr qsizetype longestLead = 200, longestHeader = 1000;
    const qsizetype begin = bytes.first(std::min(bytes.size(), longestLead)).indexOf('\x01');
    if (begin < 0)
        return {};
    const qsizetype textAt = bytes.first(std::min(bytes.size(), begin + longestHeader)).indexOf('\x02', begin);
    const qsizetype lineAt = bytes.indexOf('\n', begin + 4); // a line end may follow SOH
    if (textAt < 0 || lineAt < 0 || lineAt > textAt)
        return {};
    // Other binary files may hold these two bytes as well.
    const auto isPlain = [](char c) {
        return (uchar(c) >= 0x20 && uchar(c) < 0x80) || QByteArrayView("\0\x01\t\n\r\x11\x12\x13\x14\x16\x1F", 11).contains(c);
    };
    return std::ranges::all_of(bytes.first(lineAt), isPlain) ? bytes.first(textAt) : QByteArrayView();
}

QStringList wireParagraphs(const std::vector<WireLine> &lines)
{
    constexpr qsizetype narrowest = 50, widest = 120;
    qsizetype width = narrowest;
    for (const WireLine &line : lines)
        width = std::max(width, line.text.trimmed().size());
    const bool wrapped = width <= widest;
    QStringList paragraphs;
    bool begins = true;
    const WireLine *before = nullptr;
    for (const WireLine &line : lines) {
        const QString text = line.text.trimmed();
        if (isBlankLine(text)) {
            begins = true;
            continue;
        }
        const bool row = isWireRow(line.text);
        // "- Reporting by: …" runs on in lines with a small indent.
        const bool item = before && !begins && before->text.startsWith("- "_L1) && line.text.startsWith("  "_L1)
            && !line.text.startsWith("   "_L1);
        const bool afterRow = before && isWireRow(before->text);
        if (begins || !wrapped || (isIndented(line.text) && !(row && afterRow) && !item)) {
            paragraphs.push_back(text);
        } else {
            // A line that is not full was meant to end.
            const bool full = before->text.trimmed().size() * 10 >= width * 6;
            const bool joins = full && !before->ends && !row && !afterRow && !isListed(line.text);
            paragraphs.back() += joins ? u' ' : u'\n';
            paragraphs.back() += text;
        }
        before = &line;
        begins = false;
    }
    return paragraphs;
}

Result<ReadInfo> readMessages(QIODevice &device, const ReadOptions &options, const TakeRecord &take,
    void (*state)(const WireMessage &message, StatedArticle &stated), const QString &none)
{
    const auto bytes = readWhole(device, largestWireFile);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto file = wireFile(*bytes, options.encoding);
    if (!file)
        return std::unexpected(file.error());
    if (file->messages.empty())
        return failed(none);
    FileAccount account(take);
    qint64 characters = 0;
    const auto giveMessage = [&](const WireMessage &message) {
        if (!message.isText)
            return take({message.line, ReadProblem{Readers::tr("The message has a header, but no text.")}});
        StatedArticle stated;
        state(message, stated);
        if (!message.isWhole)
            stated.remarks += Readers::tr("The message is cut off; what is there was taken.");
        stated.line = message.line;
        for (const QString &part : {message.header, message.text, message.trailer})
            stated.account.holds(part, LeftOutReason::Label);
        return give(std::move(stated), account.take());
    };
    for (const WireMessage &message : file->messages) {
        characters += inkOf(message.header) + inkOf(message.text) + inkOf(message.trailer);
        if (!giveMessage(message))
            break;
    }
    account.close(characters, LeftOutReason::Part);
    return ReadInfo{file->encoding, sha256Of(*bytes), file->guessed, file->remarks, characters};
}

} // namespace galley
