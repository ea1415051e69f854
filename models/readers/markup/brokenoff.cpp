// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokenoff.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <vector>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct OpenElement
{
    QString name; ///< with its prefix
    qsizetype begin;
    qint64 line;
    QSet<QString> ended; ///< names of the elements in it that were ended
};

QString wordsOf(QString xml)
{
    static const QRegularExpression markup(u"<!\\[CDATA\\[|\\]\\]>|<[^<>]*>?"_s);
    return xml.replace(markup, u" "_s).simplified();
}

} // namespace

std::optional<BrokenOff> brokenOff(const QString &text)
{
    QXmlStreamReader xml(text);
    std::vector<OpenElement> open;
    qsizetype readTo = 0;
    qint64 line = 1;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Invalid)
            break;
        readTo = qsizetype(xml.characterOffset());
        line = xml.lineNumber();
        if (token == QXmlStreamReader::StartElement) {
            const qsizetype begin = text.lastIndexOf(u'<', readTo - 1);
            open.push_back({xml.qualifiedName().toString(), begin, line, {}});
        } else if (token == QXmlStreamReader::EndElement) {
            const QString name = open.back().name;
            open.pop_back();
            if (!open.empty())
                open.back().ended.insert(name);
        }
    }
    if (xml.error() != QXmlStreamReader::PrematureEndOfDocumentError || open.empty())
        return std::nullopt;
    size_t whole = open.size(); // so many of the open elements stay
    for (size_t at = 1; at < open.size() && whole == open.size(); ++at) {
        if (open[at - 1].ended.contains(open[at].name))
            whole = at;
    }
    if (whole == open.size() && open.back().ended.isEmpty())
        return std::nullopt;
    const qsizetype end = whole < open.size() ? open[whole].begin : readTo;
    if (end <= 0 || end > text.size())
        return std::nullopt;
    BrokenOff broken{text.first(end), wordsOf(text.sliced(end)), whole < open.size() ? open[whole].line : line};
    for (size_t at = whole; at > 0; --at)
        broken.whole += "</"_L1 + open[at - 1].name + u'>';
    return broken;
}

} // namespace galley
