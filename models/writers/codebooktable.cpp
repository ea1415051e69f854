// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebooktable.h"

#include "codebooklines.h"
#include "jsontext.h"

#include <domain/codepath.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <vector>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

const QStringList &tableColumns()
{
    static const QStringList columns{u"layer"_s, u"variable"_s, u"parent"_s, u"name"_s, u"value"_s, u"definition"_s, u"include"_s, u"exclude"_s, u"examples"_s, u"counter_examples"_s,
                                     u"hint"_s, u"aliases"_s, u"key"_s, u"color"_s, u"retired"_s, u"unit"_s, u"leave_out"_s, u"snap"_s, u"overlap"_s, u"across_paragraphs"_s,
                                     u"type"_s, u"required"_s, u"multiple"_s, u"minimum"_s, u"maximum"_s, u"scale"_s, u"default"_s, u"shown_when"_s, u"required_when"_s, u"id"_s};
    return columns;
}

/// A row begins with each map; what it is about shows in the lists it stands in.
class TableOut
{
public:
    QByteArray csv() const
    {
        QByteArray bytes = tableColumns().join(u',').toUtf8() + "\r\n";
        for (const auto &row : m_rows) {
            QStringList cells;
            for (const QString &column : tableColumns()) {
                const auto cell = row.find(column);
                cells += cell == row.end() ? QString() : quotedCell(cell->second);
            }
            bytes += cells.join(u',').toUtf8() + "\r\n";
        }
        return bytes;
    }

    void list(const char *key) { m_lists.push_back(QLatin1StringView(key)); }
    void endList() { m_lists.pop_back(); }
    void map()
    {
        std::map<QString, QString> row;
        if (m_lists.size() > 1)
            row[u"layer"_s] = m_names[0];
        if (m_lists.size() > 2)
            row[u"variable"_s] = m_names[1];
        for (size_t above = 2; above < m_names.size(); ++above)
            row[u"parent"_s] = pathBelow(row[u"parent"_s], m_names[above]);
        m_rows.push_back(std::move(row));
        m_names.emplace_back();
    }
    void endMap() { m_names.pop_back(); }
    void text(const char *key, const QString &text)
    {
        const QString column = QString::fromLatin1(key);
        if (text.isEmpty())
            return;
        if (column == "name"_L1)
            m_names.back() = text;
        const QString about = m_lists.back() == "layers"_L1 ? u"layer"_s : m_lists.back() == "variables"_L1 ? u"variable"_s : u"name"_s;
        m_rows.back()[column == "name"_L1 ? about : column == "description"_L1 ? u"definition"_s : column] = text;
    }
    void texts(const char *key, const QStringList &texts)
    {
        QStringList lines;
        for (const QString &text : texts)
            lines += QString(text).replace(u'\n', u' ');
        text(key, lines.join(qstrcmp(key, "aliases") == 0 && !lines.join(QString()).contains(u';') ? u"; "_s : u"\n"_s));
    }
    void id(const QUuid &uuid, const QUuid &derived)
    {
        if (!uuid.isNull() && uuid != derived)
            text("id", plain(uuid));
    }
    void flag(const char *key, bool flag) { text(key, flag ? u"true"_s : QString()); }
    void no(const char *key) { text(key, u"false"_s); }
    void number(const char *key, std::optional<double> number) { text(key, number ? QString::fromStdString(numberText(*number)) : QString()); }

private:
    static QString quotedCell(QString text)
    {
        const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r') || text.contains(u';') || text.contains(u'\t') || text.contains(u'|');
        return quoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
    }

    std::vector<QLatin1StringView> m_lists;
    std::vector<QString> m_names; ///< of the layer, the variable, and the codes that are open
    std::vector<std::map<QString, QString>> m_rows;
};

} // namespace

QByteArray codebookToCsv(const Codebook &codebook)
{
    TableOut out;
    CodebookLines(out, codebook).layers();
    return out.csv();
}

QStringList lostInTable(const Codebook &codebook)
{
    int lines = 0, names = 0;
    const auto withLines = [](const QString &text) { return text.contains(u'\n'); };
    for (const Code &code : codebook.codes()) {
        lines += std::ranges::any_of(code.examples, withLines) || std::ranges::any_of(code.counterExamples, withLines);
        names += code.aliases.size() == 1 && code.aliases.front().contains(u';');
    }
    QStringList lost{QCoreApplication::translate("CodebookFormat", "A table has no place for the name of the codebook, “%1”: who reads it takes that of the file.").arg(codebook.name())};
    if (lines > 0)
        lost += QCoreApplication::translate("CodebookFormat", "The examples of %n codes are over several lines; in a cell each has one.", nullptr, lines);
    if (names > 0)
        lost += QCoreApplication::translate("CodebookFormat", "The other name of %n codes holds “;”, at which a table parts names.", nullptr, names);
    return lost;
}

} // namespace galley
