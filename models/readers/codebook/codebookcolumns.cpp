// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookcolumns.h"

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t mostRowsAbove = 20; // titles and remarks above the header of a table

/// Lower case, letters and digits alone: "Code_Name" and "code name" are one.
QString foldedHeader(const QString &header)
{
    QString folded;
    for (const QChar c : header.toCaseFolded()) {
        if (c.isLetterOrNumber())
            folded += c;
    }
    return folded;
}

/// The key that a header stands for; empty where it is none.
QString codebookKey(const QString &header)
{
    static const std::map<QString, QStringList> known{
        {u"name"_s, {u"name"_s, u"codename"_s, u"label"_s, u"codelabel"_s, u"valuelabel"_s, u"title"_s, u"tag"_s, u"theme"_s, u"kategorie"_s, u"frame"_s}},
        {u"code"_s, {u"code"_s, u"codes"_s}},
        {u"path"_s, {u"path"_s, u"codepath"_s, u"fullpath"_s, u"fullname"_s}},
        {u"parent"_s, {u"parent"_s, u"parentcode"_s, u"parentname"_s, u"parentid"_s, u"below"_s, u"group"_s, u"codegroup"_s, u"category"_s, u"parentcategory"_s, u"supercode"_s, u"obercode"_s,
                       u"oberkategorie"_s, u"hauptkategorie"_s}},
        {u"layer"_s, {u"layer"_s}},
        {u"variable"_s, {u"variable"_s, u"variablename"_s, u"dimension"_s}},
        {u"definition"_s, {u"definition"_s, u"description"_s, u"memo"_s, u"codememo"_s, u"comment"_s, u"fulldefinition"_s, u"meaning"_s, u"explanation"_s, u"beschreibung"_s}},
        {u"include"_s, {u"include"_s, u"inclusion"_s, u"inclusioncriteria"_s, u"whentouse"_s, u"usefor"_s, u"useitfor"_s, u"codingrule"_s, u"codingrules"_s, u"kodierregel"_s, u"kodierregeln"_s}},
        {u"exclude"_s, {u"exclude"_s, u"exclusion"_s, u"exclusioncriteria"_s, u"whennottouse"_s, u"donotuseitfor"_s}},
        {u"examples"_s, {u"examples"_s, u"example"_s, u"anchorexample"_s, u"anchorexamples"_s, u"typicalexemplars"_s, u"ankerbeispiel"_s, u"ankerbeispiele"_s, u"beispiel"_s, u"beispiele"_s}},
        {u"counter_examples"_s, {u"counterexamples"_s, u"counterexample"_s, u"notthese"_s, u"atypicalexemplars"_s, u"closebutno"_s}},
        {u"hint"_s, {u"hint"_s, u"shortdefinition"_s, u"briefdefinition"_s, u"shortdescription"_s}},
        {u"aliases"_s, {u"aliases"_s, u"alias"_s, u"synonyms"_s, u"othernames"_s, u"abbreviation"_s}},
        {u"value"_s, {u"value"_s, u"number"_s, u"no"_s, u"nr"_s, u"nummer"_s, u"numericcode"_s, u"codenumber"_s, u"codevalue"_s}},
        {u"key"_s, {u"key"_s, u"shortcut"_s, u"hotkey"_s}},
        {u"color"_s, {u"color"_s, u"colour"_s, u"codecolor"_s, u"codecolour"_s, u"farbe"_s}},
        {u"retired"_s, {u"retired"_s}},
        {u"id"_s, {u"id"_s, u"guid"_s, u"uuid"_s, u"codeid"_s}},
        {u"unit"_s, {u"unit"_s}},
        {u"leave_out"_s, {u"leaveout"_s}},
        {u"snap"_s, {u"snap"_s}},
        {u"overlap"_s, {u"overlap"_s}},
        {u"across_paragraphs"_s, {u"acrossparagraphs"_s}},
        {u"type"_s, {u"type"_s, u"variabletype"_s}},
        {u"required"_s, {u"required"_s}},
        {u"multiple"_s, {u"multiple"_s}},
        {u"minimum"_s, {u"minimum"_s}},
        {u"maximum"_s, {u"maximum"_s}},
        {u"scale"_s, {u"scale"_s}},
        {u"default"_s, {u"default"_s}},
        {u"shown_when"_s, {u"shownwhen"_s}},
        {u"required_when"_s, {u"requiredwhen"_s}},
    };
    const QString folded = foldedHeader(header);
    for (const auto &[key, names] : known) {
        if (names.contains(folded))
            return key;
    }
    return {};
}

} // namespace

std::optional<CodebookColumns> CodebookColumns::in(const std::vector<CodebookRow> &rows)
{
    for (size_t at = 0; at < std::min(rows.size(), mostRowsAbove); ++at) {
        CodebookColumns columns;
        columns.m_header = at;
        for (size_t column = 0; column < rows[at].cells.size(); ++column) {
            const QString written = rows[at].cells[column].simplified();
            const QString key = codebookKey(written);
            if (!key.isEmpty() && columns.m_places.try_emplace(key, column).second)
                columns.m_written[key] = written;
            else if (!written.isEmpty())
                columns.m_unknown += written;
        }
        // "category" is above a name, and a name of its own where nothing else is one.
        if (!columns.has(u"name"_s) && !columns.has(u"code"_s) && !columns.has(u"path"_s) && columns.has(u"parent"_s))
            columns.take(u"parent"_s, u"name"_s);
        if (columns.has(u"name"_s) || columns.has(u"code"_s) || columns.has(u"path"_s))
            return columns;
    }
    return std::nullopt;
}

QString CodebookColumns::cell(const CodebookRow &row, const QString &key) const
{
    const auto place = m_places.find(key);
    if (place == m_places.end() || place->second >= row.cells.size())
        return {};
    QString text = row.cells[place->second];
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').trimmed();
}

void CodebookColumns::take(const QString &key, const QString &as)
{
    const auto place = m_places.find(key);
    if (place == m_places.end())
        return;
    if (as.isEmpty() || has(as))
        m_unknown += m_written[key];
    else
        m_places[as] = place->second;
    m_places.erase(key);
}

} // namespace galley
