// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "risreader.h"

#include "languagename.h"

#include <readers/article/publisheddate.h>
#include <readers/article/statedarticle.h>
#include <readers/readertext.h>
#include <readers/text/wholetext.h>

#include <QRegularExpression>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> risSuffixes{"ris"};

/// "Lee, Ann" as "Ann Lee".
QString personOf(const QString &name)
{
    const QStringList parts = name.split(u',');
    return parts.size() == 2 ? (parts[1].trimmed() + u' ' + parts[0].trimmed()).trimmed() : name.simplified();
}

/// "2020/03/03/", "2020/03//", "2020///": year, month, day and whatever else.
QString risDate(const QString &date)
{
    const QStringList parts = date.split(u'/');
    QStringList known;
    for (const QString &part : parts.first(std::min<qsizetype>(3, parts.size()))) {
        if (part.trimmed().isEmpty())
            break;
        known += part.trimmed().rightJustified(2, u'0');
    }
    return parts.size() > 1 ? isoDate(known.join(u'-')) : isoDate(date.trimmed());
}

/// One record, tag by tag.
class RisRecord
{
public:
    void take(const QString &line, const QString &tag, const QString &value)
    {
        Article &article = m_stated.article;
        const bool person = tag == "AU"_L1 || tag == "A1"_L1, date = tag == "DA"_L1 || tag == "PY"_L1 || tag == "Y1"_L1;
        m_stated.account.left(signsAround(line, value), LeftOutReason::Label);
        if (person || date || tag == "LA"_L1)
            m_stated.account.stated(value); // in another form
        else
            m_stated.account.holds(value, LeftOutReason::Metadata);
        if (tag == "TI"_L1 || tag == "T1"_L1 || (tag == "CT"_L1 && article.title.isEmpty()))
            article.title = value;
        else if (person)
            m_authors += personOf(value);
        else if ((tag == "T2"_L1 || tag == "JO"_L1 || tag == "JF"_L1 || tag == "JA"_L1) && article.outlet.isEmpty())
            article.outlet = value;
        else if (tag == "DA"_L1 || ((tag == "PY"_L1 || tag == "Y1"_L1) && article.published.isEmpty()))
            article.published = risDate(value);
        else if (tag == "SP"_L1)
            article.page = value;
        else if (tag == "UR"_L1 && article.url.isEmpty())
            article.url = value;
        else if (tag == "LA"_L1)
            article.language = languageTag(value);
        else if (tag == "AB"_L1 || tag == "N2"_L1)
            addText(m_abstract, value);
        else if (tag == "N1"_L1)
            addText(m_notes, value);
        else
            addField(article, tag, value);
        m_last = tag;
    }

    /// A line without a tag goes on with the one before.
    void goOn(const QString &line)
    {
        m_stated.account.holds(line, LeftOutReason::Metadata);
        if (m_last == "AB"_L1 || m_last == "N2"_L1)
            m_abstract += line;
        else if (m_last == "N1"_L1)
            m_notes += line;
        else if (!line.trimmed().isEmpty())
            addField(m_stated.article, m_last, line.trimmed());
    }

    StatedArticle article(int line)
    {
        m_stated.line = line;
        m_stated.article.authors = m_authors.join("; "_L1);
        const bool abstract = !m_abstract.join(QString()).trimmed().isEmpty();
        m_stated.body.push_back({(abstract ? m_abstract : m_notes).join(u'\n')});
        if (abstract)
            addField(m_stated.article, u"N1"_s, m_notes.join(u'\n'));
        return std::move(m_stated);
    }

private:
    static void addText(QStringList &text, const QString &value)
    {
        if (!text.contains(value)) // many write the abstract under both of its tags
            text += value;
    }

    StatedArticle m_stated;
    QStringList m_authors, m_abstract, m_notes;
    QString m_last;
};

const QRegularExpression &risTag()
{
    static const QRegularExpression tag(u"^([A-Z][A-Z0-9])  ?-(?: (.*))?$"_s);
    return tag;
}

Result<ReadInfo> readRis(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    FileAccount account(take);
    std::optional<RisRecord> record;
    int number = 0, begin = 0;
    for (const QStringView line : qTokenize(whole->text, u'\n')) {
        ++number;
        const auto match = risTag().matchView(line);
        const QString tag = match.captured(1), value = match.captured(2).trimmed();
        if (tag == "TY"_L1) {
            if (record && !give(std::exchange(record, std::nullopt)->article(begin), account.take()))
                return whole->info; // the one before has no end
            record.emplace();
            begin = number;
            record->take(line.toString(), tag, value);
        } else if (tag == "ER"_L1 && record) {
            if (!give(std::exchange(record, std::nullopt)->article(begin), account.take()))
                return whole->info;
        } else if (record && match.hasMatch()) {
            record->take(line.toString(), tag, value);
        } else if (record) {
            record->goOn(line.toString());
        } else if (!account.leave(number, line.toString(), LeftOutReason::Part)) {
            return whole->info;
        }
    }
    if (record)
        give(record->article(begin), account.take());
    whole->info.characters = inkOf(whole->text);
    account.close(*whole->info.characters, LeftOutReason::Label);
    return whole->info;
}

bool isRis(const FileHead &head)
{
    static const QRegularExpression begins(u"^\\s*TY  ?- *[A-Z]{2,8}\\s*\\n(?:[A-Z][A-Z0-9]  ?-|\\s*$)"_s);
    return begins.match(QString::fromUtf8(head.text.first(std::min<qsizetype>(head.text.size(), 500))).replace(u'\r', QString())).hasMatch();
}

} // namespace

const Reader risReader{"ris", [] { return Readers::tr("References (RIS)"); }, risSuffixes, isRis, readRis, false, nullptr, true};

} // namespace galley
