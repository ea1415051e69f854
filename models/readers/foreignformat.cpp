// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreignformat.h"

#include "readertext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QString byMagic(QByteArrayView head)
{
    if (head.startsWith("PK\x03\x04"))
        return Readers::tr("It is a ZIP archive of a program, or a document in one that holds no articles (.pptx, .ods).");
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return Readers::tr("It is a document of an old office program (.doc, .xls, .ppt).");
    if (head.startsWith(QByteArrayView("7z\xBC\xAF\x27\x1C", 6)) || head.startsWith("Rar!\x1A\x07"))
        return Readers::tr("It is an archive of 7-Zip or RAR, which has to be unpacked first.");
    if (head.startsWith("SQLite format 3"))
        return Readers::tr("It is a database; a Galley project is opened, not imported.");
    return {};
}

/// Texts of other programs that hold articles or subtitles, which would else come in as one text with all its marks.
QString byFirstWords(QByteArrayView start)
{
    static const QRegularExpression references(u"\\A(?:%0 [A-Z][^\\n]*\\r?\\n%[A-Z0-9] |@(?:article|misc|book|online|newspaper|inproceedings)\\s*\\{)"_s, QRegularExpression::CaseInsensitiveOption);
    if (start.startsWith("[Script Info]"))
        return Readers::tr("It is a script of subtitles (ASS, SSA); these have to be saved as SubRip (.srt) or WebVTT first.");
    if ((start.startsWith('%') || start.startsWith('@')) && references.match(QString::fromUtf8(start.first(std::min<qsizetype>(start.size(), 500)))).hasMatch())
        return Readers::tr("It is a list of references of EndNote or BibTeX; it has to be saved as RIS first.");
    return {};
}

/// Text has hardly any control characters. Escape is left out: Japanese mail shifts its alphabets with it.
bool isBinary(QByteArrayView head, QByteArrayView start)
{
    if (start.isEmpty() && head.contains('\0'))
        return true;
    const auto isControl = [](char c) { return uchar(c) < 0x20 && !QByteArrayView("\t\n\v\f\r\x1A\x1B").contains(c); };
    return std::ranges::count_if(start, isControl) * 50 > start.size();
}

bool isHtmlElement(const QByteArray &name)
{
    static const QSet<QByteArray> names{
        "html",  "head",   "body",   "title",      "meta", "link",    "script",  "style",   "base",       "noscript", "p",
        "div",   "span",   "a",      "b",          "i",    "u",       "s",       "em",      "strong",     "small",    "big",
        "font",  "center", "sub",    "sup",        "q",    "cite",    "code",    "pre",     "blockquote", "h1",       "h2",
        "h3",    "h4",     "h5",     "h6",         "ul",   "ol",      "li",      "dl",      "dt",         "dd",       "table",
        "thead", "tbody",  "tr",     "td",         "th",   "caption", "article", "section", "main",       "header",   "footer",
        "nav",   "aside",  "figure", "figcaption", "img",  "picture", "video",   "audio",   "iframe",     "form",     "button",
        "input", "label",  "br",     "hr",         "time", "address", "details"};
    return names.contains(name);
}

/// XML that is no web page, which its own reader has taken by now: declared as such, or with a root that HTML does not
/// know and that is closed again. "<Name withheld>" in a text is neither.
QString foreignXml(QByteArrayView start)
{
    static const QRegularExpression root(
        u"\\A(?:<\\?xml[^>]*\\?>\\s*)?(?:<!--.*?-->\\s*|<\\?[^>]*>\\s*)*(?:<!DOCTYPE\\s+([A-Za-z][\\w:.-]*)|<([A-Za-z][\\w:.-]*)[\\s/>])"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const bool declared = start.startsWith("<?xml");
    if (!start.startsWith('<'))
        return {};
    const QString text = QString::fromUtf8(start);
    const auto match = root.match(text);
    const QString doctype = match.captured(1), element = match.captured(2);
    const QString name = doctype.isEmpty() ? element : doctype;
    const bool html = isHtmlElement(name.toLower().toLatin1());
    const bool closed = text.contains(u"</"_s + name + u'>') || text.contains(u"xmlns"_s);
    if (!declared && (html || name.isEmpty() || (doctype.isEmpty() && !closed)))
        return {};
    return name.isEmpty() || html ? Readers::tr("It is XML that is no web page.")
                                  : Readers::tr("It is XML of another kind, with the root “%1”.").arg(name);
}

} // namespace

QString whyForeign(QByteArrayView head, QByteArrayView start)
{
    start = start.trimmed();
    QString found = byMagic(head);
    if (found.isEmpty() && isBinary(head, start))
        found = Readers::tr("It is a binary file.");
    if (found.isEmpty())
        found = byFirstWords(start);
    if (found.isEmpty())
        found = foreignXml(start);
    return found.isEmpty() ? found
                           : found + u' '
            + Readers::tr("Articles are read from text, web pages, documents, PDF, mail, feeds, agencies' and press databases' formats, "
                     "tables, JSON, subtitles and archives of these.");
}

} // namespace galley
