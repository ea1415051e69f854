// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordlist.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <map>
#include <vector>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct WordLists
{
    Q_DECLARE_TR_FUNCTIONS(WordLists)
};

/// What an entry matches, without what must stand around it.
QString pattern(const QString &entry)
{
    const bool begins = entry.endsWith(u'*');
    const QStringList words = (begins ? entry.chopped(1) : entry).split(u' ', Qt::SkipEmptyParts);
    QStringList escaped;
    for (const QString &word : words)
        escaped << QRegularExpression::escape(word).replace(u"\\’"_s, u"['’]"_s).replace(u"\\'"_s, u"['’]"_s);
    return escaped.join(u"\\s+"_s) + (begins ? uR"([\p{L}\p{M}\p{N}_]*)"_s : QString());
}

/// One expression for all that begin with one letter: of a thousand words few are tried at each place, and the longest first.
std::vector<QString> expressionsOf(QStringList entries)
{
    std::ranges::stable_sort(entries, std::ranges::greater(), &QString::size);
    std::map<QString, QStringList> byLetter;
    for (const QString &entry : entries)
        byLetter[entry.left(entry.front().isHighSurrogate() ? 2 : 1).toCaseFolded()] << pattern(entry);
    QStringList groups;
    for (const auto &[letter, patterns] : byLetter)
        groups << patterns.join(u'|');
    std::vector<QString> expressions;
    for (const QString &group : groups)
        expressions.push_back(uR"((?<![\p{L}\p{M}\p{N}_])(?:%1)(?![\p{L}\p{M}\p{N}_]))"_s.arg(group));
    return expressions;
}

QString problemIn(const QString &entry)
{
    const qsizetype star = entry.indexOf(u'*');
    if (entry == u'*')
        return WordLists::tr("a * alone would mark every word");
    if (std::ranges::any_of(entry, [](QChar c) { return c.category() == QChar::Other_Control; }))
        return WordLists::tr("it has a character that is none of a text");
    if (star >= 0 && star + 1 < entry.size())
        return WordLists::tr("a * stands at the end of a word alone");
    return {};
}

} // namespace

Result<QByteArray> definitionOfWords(const QByteArray &list, const QString &name)
{
    QStringList entries;
    int number = 0;
    for (QByteArray bytes : list.split('\n')) {
        ++number;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        if (number == 1 && bytes.startsWith("\xEF\xBB\xBF"))
            bytes = bytes.sliced(3);
        QString line = decoder(bytes);
        if (decoder.hasError())
            return failed(WordLists::tr("line %1: it is not written in UTF-8").arg(number));
        const qsizetype remark = line.indexOf(u'#');
        const QString entry = (remark < 0 ? line : line.first(remark)).simplified();
        if (entry.isEmpty())
            continue;
        if (const QString problem = problemIn(entry); !problem.isEmpty())
            return failed(WordLists::tr("line %1: %2").arg(number).arg(problem));
        entries << entry;
    }
    if (entries.isEmpty())
        return failed(WordLists::tr("line %1: the list has no words").arg(1));
    QString rules;
    for (const QString &expression : expressionsOf(entries))
        rules += u"<RegExpr String=\"%1\" insensitive=\"true\" attribute=\"Word\" context=\"#stay\"/>\n"_s.arg(expression.toHtmlEscaped());
    return uR"(<language name="%1" version="1" kateversion="5.0" section="News" extensions="">
<highlighting><contexts><context name="Text" attribute="Text" lineEndContext="#stay">
%2</context></contexts>
<itemDatas><itemData name="Text" defStyleNum="dsNormal"/><itemData name="%1" defStyleNum="dsAttribute"/></itemDatas>
</highlighting></language>
)"_s.arg(name.toHtmlEscaped(), rules.replace(u"attribute=\"Word\""_s, u"attribute=\"%1\""_s.arg(name.toHtmlEscaped()))).toUtf8();
}

} // namespace galley
