// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <newsfacts.h>
#include <readers/article/documenttext.h>
#include <readers/office/ziparchive.h>
#include <reading.h>

#include <QJsonArray>

#include <algorithm>

/// What the tests of DOCX, ODT and RTF share.
namespace galley::testing {

inline QStringList paragraphsOf(const DocumentText &document)
{
    QStringList paragraphs;
    for (const TextParagraph &paragraph : document.paragraphs)
        paragraphs.push_back(paragraph.text);
    return paragraphs;
}

/// Paragraphs between bars.
inline QString shown(const Result<DocumentText> &text)
{
    return text ? paragraphsOf(*text).join(u'|') : QStringLiteral("error: ") + text.error().message;
}

inline qsizetype nonEmptyOf(const QStringList &paragraphs)
{
    return std::ranges::count_if(paragraphs, [](const QString &text) { return !text.trimmed().isEmpty(); });
}

/// What is said where a document cannot be read.
inline QString saidOf(const QByteArray &document, const QString &fileName)
{
    const auto result = reading(document, fileName);
    return result.info ? result.problems().join(u' ') : result.info.error().message;
}

/// The bytes of an entry of a ZIP archive, or nothing.
inline QByteArray entryOf(const QByteArray &archive, const QString &name)
{
    const auto opened = ZipArchive::open(archive);
    return opened && opened->contains(name) ? opened->contents(name).value_or(QByteArray()) : QByteArray();
}

inline bool holdsAny(const QByteArray &bytes, std::initializer_list<const char *> marks)
{
    return std::ranges::any_of(marks, [&](const char *mark) { return bytes.contains(mark); });
}

/// The facts join the text nodes of a paragraph, without the elements for blanks, tabs, line ends and hyphens.
inline QString joined(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace() || c == u'\u00AD' || c == u'\u2011' || c == u'-'; });
}

/// Is what the facts quote of a paragraph here? They run text boxes and notes into the paragraph that holds them, and a box
/// twice where it is written in two forms: so a quote may be made of several stretches.
inline bool isQuotedOf(const QString &quote, const QStringList &paragraphs)
{
    const QString all = joined(paragraphs.join(u'|'));
    QString rest = joined(quote);
    constexpr int mostStretches = 6;
    constexpr qsizetype shortestStretch = 8;
    for (int stretch = 0; stretch < mostStretches && !rest.isEmpty(); ++stretch) {
        qsizetype length = rest.size();
        while (length > 0 && !all.contains(QStringView(rest).first(length)))
            --length;
        if (length < std::min(rest.size(), shortestStretch))
            return false;
        rest.remove(0, length);
    }
    return rest.isEmpty();
}

/// Those of the quotes that are not here.
inline QStringList notQuoted(const QJsonArray &quotes, const QStringList &paragraphs)
{
    QStringList missing;
    for (const QJsonValue &quote : quotes) {
        if (!isQuotedOf(quote.toString(), paragraphs))
            missing.push_back(quote.toString());
    }
    return missing;
}

} // namespace galley::testing
