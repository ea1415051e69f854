// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlguard.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

bool isBlankByte(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// Never nest by themselves: void, or closed by the next of their kind.
bool opensNothing(const QByteArray &name)
{
    static const QSet<QByteArray> names{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot",
        "colgroup", "html", "head", "body"};
    return names.contains(name);
}

bool isFormatting(const QByteArray &name)
{
    static const QSet<QByteArray> names{
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
    return names.contains(name);
}

bool holdsRawText(const QByteArray &name)
{
    static const QSet<QByteArray> names{"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};
    return names.contains(name);
}

class TagScanner
{
public:
    explicit TagScanner(QByteArrayView page)
        : m_page(page)
    {
    }

    HtmlLoad load()
    {
        while ((m_at = m_page.indexOf('<', m_at)) >= 0)
            step();
        return m_load;
    }

private:
    char here() const { return m_at < m_page.size() ? m_page[m_at] : '\0'; }

    void step()
    {
        if (m_page.sliced(m_at).startsWith("<!--")) {
            const qsizetype begin = std::exchange(m_at, commentEnd());
            m_load.unread.push_back({begin, m_at});
            return;
        }
        const qsizetype tag = m_at;
        ++m_at;
        const bool closes = here() == '/';
        m_at += closes;
        const QByteArray name = tagName();
        if (name.isEmpty())
            return;
        const bool closed = skipAttributes();
        count(name, closes, closed);
        if (closes || !holdsRawText(name))
            return;
        const qsizetype begin = m_at;
        skipRawText(name);
        if (begin >= m_at)
            return;
        const bool linkedData = m_page.sliced(tag, begin - tag).contains("ld+json");
        if (name == "style" || (name == "script" && !linkedData && !holdsScript(begin)))
            m_load.unread.push_back({begin, m_at});
    }

    /// "<!-->" and "<!--->" are empty; "--!>" ends one too.
    qsizetype commentEnd() const
    {
        const QByteArrayView rest = m_page.sliced(m_at + 4);
        if (rest.startsWith('>') || rest.startsWith("->"))
            return m_at + 4 + rest.indexOf('>') + 1;
        for (qsizetype at = rest.indexOf("--"); at >= 0; at = rest.indexOf("--", at + 1)) {
            const QByteArrayView end = rest.sliced(at + 2);
            if (end.startsWith('>') || end.startsWith("!>"))
                return m_at + 4 + at + (end.startsWith('>') ? 3 : 4);
        }
        return m_page.size();
    }

    /// A script that writes a script may go on behind the first end tag.
    bool holdsScript(qsizetype begin) const { return m_page.sliced(begin, m_at - begin).contains("<!--"); }

    QByteArray tagName()
    {
        const qsizetype begin = m_at;
        if (!std::isalpha(uchar(here())))
            return {};
        while (m_at < m_page.size() && !isBlankByte(here()) && here() != '>' && here() != '/')
            ++m_at;
        return m_page.sliced(begin, std::min<qsizetype>(m_at - begin, 40)).toByteArray().toLower();
    }

    /// To behind the tag's end; true for one that closes itself (<br/>).
    bool skipAttributes()
    {
        int attributes = 0;
        bool closed = false;
        while (m_at < m_page.size() && here() != '>') {
            if (isBlankByte(here()) || here() == '/') {
                closed = here() == '/';
                ++m_at;
                continue;
            }
            closed = false;
            ++attributes;
            while (m_at < m_page.size() && !isBlankByte(here()) && here() != '>' && here() != '/' && here() != '=')
                ++m_at;
            skipValue();
        }
        ++m_at;
        m_load.attributes = std::max(m_load.attributes, attributes);
        return closed;
    }

    void skipValue()
    {
        if (here() != '=')
            return;
        ++m_at;
        while (isBlankByte(here()))
            ++m_at;
        if (here() == '"' || here() == '\'') {
            const qsizetype end = m_page.indexOf(here(), m_at + 1);
            m_at = end < 0 ? m_page.size() : end + 1;
            return;
        }
        while (m_at < m_page.size() && !isBlankByte(here()) && here() != '>')
            ++m_at;
    }

    void skipRawText(const QByteArray &name)
    {
        const QByteArray end = "</" + name;
        while ((m_at = m_page.indexOf("</", m_at)) >= 0) {
            if (m_page.sliced(m_at).first(std::min(end.size(), m_page.size() - m_at)).compare(end, Qt::CaseInsensitive) == 0)
                return;
            m_at += 2;
        }
        m_at = m_page.size();
    }

    void count(const QByteArray &name, bool closes, bool closed)
    {
        m_load.reopenings += m_formatting;
        // Only foreign elements may close themselves; counting HTML's as open errs on the safe side for them.
        if (opensNothing(name) || (closed && !closes && !isFormatting(name) && name != "div"))
            return;
        int &open = m_open[name];
        const int change = closes ? (open > 0 ? -1 : 0) : 1;
        open += change;
        m_depth += change;
        m_formatting += isFormatting(name) ? change : 0;
        m_load.depth = std::max(m_load.depth, m_depth);
    }

    QByteArrayView m_page;
    qsizetype m_at = 0;
    QHash<QByteArray, int> m_open;
    int m_depth = 0;
    int m_formatting = 0;
    HtmlLoad m_load;
};

} // namespace

HtmlLoad htmlLoad(QByteArrayView page)
{
    return TagScanner(page).load();
}

bool isBearable(const HtmlLoad &load)
{
    return load.depth <= 2000 && load.attributes <= 4000 && load.reopenings <= 5'000'000;
}

QByteArray withoutUnread(QByteArrayView page, const HtmlLoad &load)
{
    QByteArray read;
    read.reserve(page.size());
    qsizetype from = 0;
    for (const HtmlLoad::Part &part : load.unread) {
        read += page.sliced(from, part.begin - from);
        from = part.end;
    }
    read += page.sliced(from);
    return read;
}

} // namespace galley
