// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchexpression.h"

#include "failure.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Reads what was typed from left to right.
class Expression
{
public:
    Expression(const QString &typed, bool unfinished)
        : m_typed(typed)
        , m_unfinished(unfinished)
    {
    }

    Result<QString> read()
    {
        while (m_at < m_typed.size()) {
            if (const auto read = readNext(); !read)
                return std::unexpected(read.error());
        }
        if (m_depth > 0)
            return failed(Store::tr("A bracket is open and not closed: put a ) where it ends."));
        if (!m_hasWord)
            return failed(Store::tr("There is no word in it to search for. Signs are found by a regular expression."));
        return m_parts.join(u' ');
    }

private:
    Result<> readNext()
    {
        const QChar c = m_typed[m_at];
        if (c.isSpace()) {
            ++m_at;
        } else if (c == u'"') {
            return readPhrase();
        } else if (c == u'(') {
            ++m_depth;
            begin();
            take(u"("_s);
        } else if (c == u')') {
            if (--m_depth < 0)
                return failed(Store::tr("A bracket is closed that was not opened: put a ( where it begins."));
            m_near = false;
            take(u")"_s);
            m_isOperand = true;
        } else if ((c == u',' && m_near) || (c == u'+' && isAlone())) {
            m_isOperand = false;
            take(QString(c));
        } else if (c == u'^' && m_at + 1 < m_typed.size() && !m_typed[m_at + 1].isSpace()) {
            begin();
            take(QString(c));
        } else {
            readWord();
        }
        return {};
    }

    /// Of what is looked for; where nothing stands between it and what was before, both are. FTS5 itself lets that be said of words, and not of brackets.
    void begin()
    {
        if (std::exchange(m_isOperand, false) && !m_near)
            m_parts << u"AND"_s;
    }

    void take(const QString &sign)
    {
        m_parts << sign;
        ++m_at;
    }

    bool isAlone() const { return m_at + 1 >= m_typed.size() || m_typed[m_at + 1].isSpace() || m_typed[m_at + 1] == u'"'; }

    Result<> readPhrase()
    {
        const qsizetype end = m_typed.indexOf(u'"', m_at + 1);
        if (end < 0)
            return failed(Store::tr("A quotation mark is open and not closed: put a \" where the phrase ends."));
        add(m_typed.sliced(m_at + 1, end - m_at - 1));
        m_at = end + 1;
        if (m_at < m_typed.size() && m_typed[m_at] == u'*')
            take(u"*"_s);
        return {};
    }

    void readWord()
    {
        const qsizetype from = m_at;
        while (m_at < m_typed.size() && !m_typed[m_at].isSpace() && !u"()\""_s.contains(m_typed[m_at]) && !(m_near && m_typed[m_at] == u','))
            ++m_at;
        QString word = m_typed.sliced(from, m_at - from);
        const bool isLast = m_at == m_typed.size();
        if (word == "NEAR"_L1 && m_at < m_typed.size() && m_typed[m_at] == u'(') {
            begin();
            m_parts << u"NEAR("_s;
            ++m_at;
            ++m_depth;
            m_near = true;
            return;
        }
        if (word == "AND"_L1 || word == "OR"_L1 || word == "NOT"_L1 || (m_near && !m_parts.isEmpty() && m_parts.last() == ","_L1)) {
            m_parts << word;
            m_isOperand = false;
            return;
        }
        static const QRegularExpression field(u"^(title|headline|outlet|text):"_s, QRegularExpression::CaseInsensitiveOption);
        if (const auto match = field.match(word); match.hasMatch()) {
            const QString named = match.captured(1).toLower();
            begin();
            m_parts << (named == "headline"_L1 ? u"title"_s : named) + u" :"_s;
            word = word.sliced(match.capturedLength());
            if (word.isEmpty())
                return;
        }
        const bool isBeginning = word.size() > 1 && word.endsWith(u'*');
        if (isBeginning)
            word.chop(1);
        const bool hasWord = add(word);
        if (hasWord && (isBeginning || (m_unfinished && isLast)))
            m_parts << u"*"_s;
    }

    bool add(QString words)
    {
        const bool hasWord = std::ranges::any_of(words.toUcs4(), [](uint sign) { return QChar::isLetterOrNumber(sign); });
        m_hasWord = m_hasWord || hasWord;
        begin();
        m_isOperand = true;
        m_parts << u'"' + words.replace(u'"', u' ') + u'"';
        return hasWord;
    }

    const QString &m_typed;
    bool m_unfinished;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_near = false; ///< inside of NEAR( )
    bool m_hasWord = false;
    bool m_isOperand = false; ///< what was read last
    QStringList m_parts;
};

} // namespace

Result<QString> searchExpression(const QString &typed, bool unfinished)
{
    return Expression(typed, unfinished).read();
}

Error searchError(std::string_view said)
{
    const QString detail = QString::fromUtf8(said.data(), qsizetype(said.size()));
    static const QRegularExpression near(u"near \"(.*)\""_s);
    const QString place = near.match(detail).captured(1);
    const QString how = Store::tr("Write words, \"phrases\", the beginning of a word*, AND, OR, NOT between them, NEAR(a b, 5), title: or outlet: before them.");
    return {(place.isEmpty() ? Store::tr("The search is not complete.") : Store::tr("The search cannot be read at “%1”.").arg(place)) + u' ' + how, detail};
}

} // namespace galley
