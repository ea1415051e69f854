// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookcompletion.h"

#include "codebookkeys.h"

#include <domain/article.h>
#include <domain/codebook.h>

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// A line as far as completing asks: "  - name: Economic" is at 4, begins an entry at 2, has the key "name" and the value "Economic".
struct SourceLine
{
    int indent = 0;      ///< of the key
    int entry = -1;      ///< of the "-" that begins an entry
    QString key;
    QString value;
    bool isEmpty = false;
};

SourceLine sourceLine(const QString &line)
{
    static const QRegularExpression form(u"^( *)((?:- *)?)(?:([A-Za-z_]+) *:(?: +(.*))?)?"_s);
    const auto match = form.match(line);
    SourceLine read;
    read.entry = match.capturedLength(2) > 0 ? int(match.capturedLength(1)) : -1;
    read.indent = int(match.capturedLength(1) + match.capturedLength(2));
    read.key = match.captured(3);
    read.value = match.captured(4).trimmed();
    if (read.value.size() > 1 && (read.value.startsWith(u'"') || read.value.startsWith(u'\'')) && read.value.endsWith(read.value.front()))
        read.value = read.value.sliced(1, read.value.size() - 2);
    read.isEmpty = line.trimmed().isEmpty() || line.trimmed().startsWith(u'#');
    return read;
}

QStringList partsOfArticles()
{
    QStringList parts{u"boilerplate"_s};
    for (int kind = int(ZoneKind::Headline); kind <= int(ZoneKind::Quote); ++kind)
        parts += nameOf(ZoneKind(kind));
    return parts;
}

class Completing
{
public:
    Completing(const QString &text, int caret)
        : m_caret(caret)
    {
        const QString before = text.left(caret);
        m_at = int(before.count(u'\n'));
        m_typed = before.sliced(before.lastIndexOf(u'\n') + 1);
        for (const QString &line : text.split(u'\n'))
            m_lines.push_back(sourceLine(line));
        m_lines[size_t(m_at)] = sourceLine(m_typed); // what stands behind the caret is to be replaced or was there before
    }

    CodebookCompletion result() const
    {
        static const QRegularExpression key(u"^ *(?:- *)?([A-Za-z_]*)$"_s), value(u"^ *(?:- *)?([A-Za-z_]+) *: +(\\S.*|)$"_s), item(u"^ *- +(\\S.*|)$"_s);
        const SourceLine &here = m_lines[size_t(m_at)];
        const auto list = listAround();
        if (const auto match = item.match(m_typed); list && (*list == "shown_when"_L1 || *list == "required_when"_L1 || *list == "leave_out"_L1) && match.hasMatch())
            return offered(match.captured(1), valuesOf(*list));
        if (const auto match = value.match(m_typed); match.hasMatch())
            return offered(match.captured(2), valuesOf(here.key));
        if (const auto match = key.match(m_typed); match.hasMatch())
            return offered(match.captured(1), freeKeys(), u": "_s);
        return {};
    }

private:
    CodebookCompletion offered(const QString &typed, const QStringList &words, const QString &behind = {}) const
    {
        CodebookCompletion completion{m_caret - int(typed.size()), {}};
        for (const QString &word : words) {
            if (word.startsWith(typed, Qt::CaseInsensitive) && word != typed)
                completion.words += word + (behind.isEmpty() || isList(word) ? (behind.isEmpty() ? QString() : u":"_s) : behind);
        }
        return completion;
    }

    static bool isList(const QString &key) { return key == "layers"_L1 || key == "variables"_L1 || key == "codes"_L1; }

    /// Where the keys of the part stand that the caret is in.
    int level() const
    {
        return m_lines[size_t(m_at)].indent;
    }

    /// The line above that opens what stands at that depth: less indented, with a key and nothing behind it. A list may stand as far out as
    /// its key, behind a "-".
    std::optional<size_t> openerOf(int indent, bool isEntry, size_t below) const
    {
        for (size_t line = below; line-- > 0;) {
            const SourceLine &one = m_lines[line];
            if (one.isEmpty || one.key.isEmpty())
                continue;
            if (one.indent < indent || (isEntry && one.indent == indent && one.entry < 0 && one.value.isEmpty()))
                return line;
        }
        return std::nullopt;
    }

    /// Its first line: the one with the "-".
    size_t beginOfPart() const
    {
        for (size_t line = size_t(m_at) + 1; line-- > 0;) {
            const SourceLine &one = m_lines[line];
            if (!one.isEmpty && one.indent == level() && one.entry >= 0)
                return line;
            if (!one.isEmpty && one.indent < level())
                return line + 1;
        }
        return 0;
    }

    /// The key of the list that the caret's part is an entry of: "codes"; nothing at the top.
    std::optional<QString> listAround() const
    {
        if (level() == 0)
            return std::nullopt;
        const size_t begin = beginOfPart();
        const int entry = m_lines[begin].entry;
        const auto opener = openerOf(entry >= 0 ? entry : level(), entry >= 0, begin);
        return opener ? std::optional(m_lines[*opener].key) : std::nullopt;
    }

    QStringList freeKeys() const
    {
        const auto list = listAround();
        QStringList keys = level() == 0 ? keysOfCodebook() : list == u"layers"_s ? keysOfLayer() : list == u"variables"_s ? keysOfVariable() : list == u"codes"_s ? keysOfCode() : QStringList();
        const size_t begin = beginOfPart();
        for (size_t line = begin; line < m_lines.size(); ++line) {
            const SourceLine &one = m_lines[line];
            const bool isNext = !one.isEmpty && (one.indent < level() || (line > begin && one.indent == level() && one.entry >= 0));
            if (isNext && level() > 0)
                break;
            if (int(line) != m_at && one.indent == level())
                keys.removeAll(one.key);
        }
        return keys;
    }

    QStringList valuesOf(const QString &key) const
    {
        if (key == "type"_L1)
            return {u"code"_s, u"ordinal"_s, u"number"_s, u"boolean"_s, u"text"_s, u"date"_s, u"actor"_s};
        if (key == "unit"_L1)
            return {nameOf(LayerUnit::Span), nameOf(Snap::Sentence), nameOf(Snap::Paragraph), nameOf(LayerUnit::Article)};
        if (key == "snap"_L1)
            return {nameOf(Snap::Free), nameOf(Snap::Word)};
        if (key == "overlap"_L1)
            return {nameOf(Overlap::Any), nameOf(Overlap::Stacked), nameOf(Overlap::None)};
        if (key == "scale"_L1)
            return {u"interval"_s, u"ratio"_s};
        if (key == "leave_out"_L1)
            return partsOfArticles();
        if (key == "required"_L1 || key == "multiple"_L1 || key == "retired"_L1 || key == "across_paragraphs"_L1)
            return {u"true"_s, u"false"_s};
        if (key == "default"_L1)
            return namesBelow(variableHere());
        if (key == "shown_when"_L1 || key == "required_when"_L1)
            return conditions();
        return {};
    }

    /// The line that begins the variable the caret is in, or a part of it.
    size_t variableHere() const
    {
        for (size_t line = size_t(m_at) + 1; line-- > 0;) {
            if (const auto name = nameOfVariableAt(line); !name.isEmpty() && m_lines[line].indent <= level())
                return line;
        }
        return m_lines.size();
    }

    QString nameOfVariableAt(size_t line) const
    {
        const SourceLine &one = m_lines[line];
        if (one.entry < 0)
            return {};
        const auto opener = openerOf(one.entry, true, line);
        if (!opener || m_lines[*opener].key != "variables"_L1)
            return {};
        for (size_t at = line; at < m_lines.size() && (at == line || (m_lines[at].isEmpty || m_lines[at].indent >= one.indent)); ++at) {
            if (at > line && m_lines[at].entry >= 0 && m_lines[at].entry <= one.entry)
                break;
            if (m_lines[at].indent == one.indent && m_lines[at].key == "name"_L1)
                return m_lines[at].value;
        }
        return {};
    }

    /// Of the codes of the variable that begins there.
    QStringList namesBelow(size_t variable) const
    {
        QStringList names;
        if (variable >= m_lines.size())
            return names;
        for (size_t line = variable + 1; line < m_lines.size(); ++line) {
            const SourceLine &one = m_lines[line];
            if (!one.isEmpty && (one.indent < m_lines[variable].indent || (one.entry >= 0 && one.entry <= m_lines[variable].entry)))
                break;
            if (one.key == "name"_L1 && one.indent > m_lines[variable].indent)
                names += one.value;
        }
        return names;
    }

    /// "relevance = relevant", for each variable of the layer in front of the one at the caret.
    QStringList conditions() const
    {
        QStringList words;
        const size_t here = variableHere();
        if (here >= m_lines.size())
            return words;
        for (size_t line = here; line-- > 0;) {
            if (!m_lines[line].isEmpty && m_lines[line].indent < m_lines[here].entry)
                break; // of another layer
            const QString name = m_lines[line].indent == m_lines[here].indent ? nameOfVariableAt(line) : QString();
            if (name.isEmpty())
                continue;
            QStringList values = namesBelow(line);
            if (values.isEmpty())
                values = {u"true"_s, u"false"_s};
            QStringList own;
            for (const QString &value : values)
                own += u"%1 = %2"_s.arg(name, value);
            words = own + words;
        }
        return words;
    }

    int m_caret;
    int m_at = 0; ///< the caret's line
    QString m_typed;
    std::vector<SourceLine> m_lines;
};

} // namespace

CodebookCompletion completionAt(const QString &text, int caret)
{
    return Completing(text, std::clamp(caret, 0, int(text.size()))).result();
}

} // namespace galley
