// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlecolumns.h"

#include <readers/article/textaccount.h>

#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <algorithm>
#include <set>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// What R, Python and Excel write where there is no value; as they write it, since "na" may be a word.
bool isMissing(QStringView cell)
{
    static const std::set<QStringView> markers{u"NA", u"N/A", u"#N/A", u"<NA>", u"NaN", u"nan", u"NULL", u"null", u"None"};
    constexpr qsizetype longest = 20; // with blanks around it
    return cell.size() <= longest && markers.contains(cell.trimmed());
}

} // namespace

QStringList CellRemarks::sentences() const
{
    QStringList counts, sentences;
    for (const auto &[mark, count] : missing.asKeyValueRange())
        counts += Readers::tr("“%1” (%n cells)", nullptr, count).arg(mark);
    if (!counts.isEmpty())
        sentences += Readers::tr("Taken as missing: %1").arg(counts.join(", "_L1));
    if (tagged > 0)
        sentences += tagsRemark(tagged);
    return sentences;
}

ArticleColumns::ArticleColumns(std::span<const QString> header, const QMap<QString, QString> &stated)
    : m_fields(header.size())
{
    QMap<QString, int> seen;
    for (const QString &cell : header) {
        const QString name = cell.trimmed();
        const int before = name.isEmpty() || articleFieldNamed(name) ? 0 : seen[name]++;
        m_names.push_back(before == 0 ? name : u"%1 (%2)"_s.arg(name).arg(before + 1));
    }
    std::set<ArticleField> taken;
    for (size_t at = 0; at < m_names.size(); ++at) {
        const auto field = articleFieldNamed(stated.value(m_names[at]));
        if (field && taken.insert(*field).second)
            m_fields[at] = field;
    }
    for (const bool ownNames : {true, false}) {
        for (size_t at = 0; at < m_names.size(); ++at) {
            const auto field = stated.contains(m_names[at]) ? std::nullopt : articleFieldNamed(m_names[at]);
            if (field && isOwnName(*field, m_names[at].toLower()) == ownNames && taken.insert(*field).second)
                m_fields[at] = field;
        }
    }
}

bool ArticleColumns::hasText() const
{
    return std::ranges::contains(m_fields, std::optional(ArticleField::Text));
}

qsizetype ArticleColumns::known() const
{
    return std::ranges::count_if(m_fields, [](const auto &field) { return field.has_value(); });
}

QString ArticleColumns::whyNoText() const
{
    const QStringList names(m_names.begin(), m_names.end());
    return Readers::tr(
               "No column holds the text of the articles; it has to be called “text”, “body” or “content”. The columns are: %1")
        .arg(names.join(", "_L1).left(500));
}

ReadValue ArticleColumns::article(std::span<const QString> cells, CellRemarks &remarks) const
{
    ReadArticle read;
    QString id;
    for (size_t at = 0; at < m_names.size(); ++at) {
        const QString &cell = cells[at];
        if (m_fields[at] && isMissing(cell)) {
            if (m_fields[at] != ArticleField::Published) // which tells it itself
                ++remarks.missing[cell.trimmed()];
        } else if (m_fields[at] == ArticleField::Id)
            id = cell.trimmed();
        else if (m_fields[at] == ArticleField::Text)
            read.text = cell;
        else if (m_fields[at])
            setField(read, *m_fields[at], cell.trimmed());
        else if (!cell.isEmpty() && !m_names[at].isEmpty())
            addField(read.article, m_names[at], cell);
    }
    unifyLineEnds(read.text);
    if (const QString why = completed(read, id, !read.article.title.isEmpty()); !why.isEmpty())
        return ReadProblem{why};
    remarks.tagged += holdsTags(read.text);
    TextAccount account;
    for (size_t at = 0; at < m_names.size(); ++at) {
        if (m_fields[at] && m_fields[at] != ArticleField::Published && isMissing(cells[at]))
            account.left(cells[at], LeftOutReason::Metadata);
        else if (m_fields[at] == ArticleField::Published && !read.article.published.isEmpty())
            account.stated(cells[at]);
        else if (m_fields[at] == ArticleField::Text && read.text.size() == cells[at].size())
            account.took(cells[at]); // all of it, but for the line ends
        else
            account.holds(cells[at], LeftOutReason::Metadata);
    }
    account.settle(read);
    return read;
}

} // namespace galley
