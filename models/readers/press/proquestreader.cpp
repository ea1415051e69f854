// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "proquestreader.h"

#include "languagename.h"

#include <readers/article/publisheddate.h>
#include <readers/article/statedarticle.h>
#include <readers/readertext.h>
#include <readers/text/plaintext.h>
#include <readers/text/wholetext.h>

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> proquestSuffixes{"proquest"};

const QRegularExpression &proquestRule()
{
    static const QRegularExpression rule(u"^\\s*_{20,}\\s*$"_s);
    return rule;
}

/// "Document 1 of 12"
const QRegularExpression &proquestMarker()
{
    static const QRegularExpression marker(u"^\\s*(?:Document|Dokument|Documento) \\d+ (?:of|von|de|di) \\d+\\s*$"_s);
    return marker;
}

struct ProquestDocument
{
    QStringList lines;
    int line = 0;
};

class ProquestArticle
{
public:
    explicit ProquestArticle(const ProquestDocument &document) : m_document(document) {}

    StatedArticle read()
    {
        m_stated.line = m_document.line;
        for (const QString &line : m_document.lines)
            take(line);
        end();
        if (m_stated.body.empty() && !m_abstract.isEmpty())
            addParagraphs(m_abstract);
        else
            addField(m_stated.article, u"Abstract"_s, m_abstract.join(u' ').simplified());
        return std::move(m_stated);
    }

private:
    void take(const QString &line)
    {
        static const QRegularExpression field(u"^(Full text|Abstract|[A-Z][A-Za-z/()' -]{1,40}): ?(.*)$"_s);
        const auto match = field.match(line);
        // Within the full text a line with a colon is a line of the text, but for those that only the database has.
        const bool begins = match.hasMatch() && (m_name != "Full text"_L1 || endsText(match.captured(1)));
        if (begins) {
            end();
            m_name = match.captured(1);
            m_value = {match.captured(2)};
        } else if (proquestMarker().match(line).hasMatch()) {
            addField(m_stated.article, u"document"_s, line.simplified());
        } else {
            m_value += line;
        }
    }

    static bool endsText(const QString &name)
    {
        static const QSet<QString> after{u"Subject"_s, u"Location"_s, u"People"_s, u"Company / organization"_s, u"Title"_s, u"Publication title"_s,
            u"First page"_s, u"Pages"_s, u"Publication year"_s, u"Publication date"_s, u"Copyright"_s, u"Credit"_s, u"Business indexing term"_s,
            u"Identifier / keyword"_s, u"Illustration"_s, u"Number of pages"_s, u"Publication subject"_s, u"Classification"_s};
        return after.contains(name);
    }

    void end()
    {
        Article &article = m_stated.article;
        const QString text = m_value.join(u' ').simplified();
        if (m_name.isEmpty() && article.title.isEmpty())
            article.title = text;
        else if (m_name.isEmpty())
            addField(article, u"notice"_s, text);
        else if (m_name == "Full text"_L1)
            addParagraphs(m_value);
        else if (m_name == "Abstract"_L1)
            m_abstract = m_value;
        else if (m_name == "Author"_L1)
            article.authors = authorsOf(text);
        else if (m_name == "Publication title"_L1)
            article.outlet = text.section(u';', 0, 0).trimmed();
        else if (m_name == "Publication date"_L1)
            article.published = isoDate(text);
        else if (m_name == "Section"_L1)
            article.section = text;
        else if (m_name == "First page"_L1 || (m_name == "Pages"_L1 && article.page.isEmpty()))
            article.page = text;
        else if (m_name == "Language of publication"_L1 || m_name == "Language"_L1)
            article.language = languageTag(text);
        else if (m_name == "ProQuest document ID"_L1 || m_name != "Title"_L1 || text != article.title)
            addField(article, m_name, text);
        if (m_name == "Document URL"_L1 && article.url.isEmpty() && isWebAddress(text))
            article.url = text;
        m_name.clear();
        m_value.clear();
    }

    void addParagraphs(const QStringList &lines)
    {
        static const QRegularExpression blank(u"\\n[ \\t]*\\n"_s);
        for (const QString &paragraph : lines.join(u'\n').split(blank, Qt::SkipEmptyParts)) {
            if (!paragraph.trimmed().isEmpty())
                m_stated.body.push_back({paragraph.trimmed()});
        }
    }

    static QString authorsOf(const QString &text)
    {
        QStringList people;
        for (const QString &one : text.split(u';', Qt::SkipEmptyParts)) {
            const QStringList parts = one.split(u',');
            people += parts.size() == 2 ? parts[1].simplified() + u' ' + parts[0].simplified() : one.simplified();
        }
        return people.join("; "_L1);
    }

    const ProquestDocument &m_document;
    StatedArticle m_stated;
    QString m_name;
    QStringList m_value, m_abstract;
};

/// Fields that every document of the database has.
bool isProquestDocument(const ProquestDocument &document)
{
    int known = 0;
    for (const QString &line : document.lines) {
        known += line.startsWith("Full text:"_L1) || line.startsWith("ProQuest document ID:"_L1) || line.startsWith("Publication title:"_L1)
            || line.startsWith("Publication date:"_L1) || line.startsWith("Abstract:"_L1);
    }
    return known >= 2;
}

std::vector<ProquestDocument> proquestDocuments(const QString &text)
{
    std::vector<ProquestDocument> documents(1);
    int number = 0;
    for (const QStringView line : qTokenize(text, u'\n')) {
        ++number;
        if (proquestRule().matchView(line).hasMatch())
            documents.push_back({{}, number + 1});
        else if (!(line.trimmed().isEmpty() && documents.back().lines.isEmpty()))
            documents.back().lines += line.toString();
    }
    return documents;
}

Result<ReadInfo> readProquest(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    bool any = false;
    FileAccount account(take);
    QStringList others;
    for (const ProquestDocument &document : proquestDocuments(whole->text)) {
        if (!isProquestDocument(document)) {
            others += document.lines.join(u' ').simplified();
            continue;
        }
        any = true;
        StatedArticle stated = ProquestArticle(document).read();
        for (const QString &line : document.lines)
            stated.account.holds(line, LeftOutReason::Label);
        if (!give(std::move(stated), account.take()))
            return whole->info;
    }
    if (!any)
        return failed(Readers::tr("No document of ProQuest was found in it."));
    for (const QString &other : std::as_const(others)) {
        if (!account.leave(0, other, LeftOutReason::Part))
            return whole->info;
    }
    whole->info.characters = inkOf(whole->text);
    account.close(*whole->info.characters, LeftOutReason::Label);
    return whole->info;
}

bool isProquest(const FileHead &head)
{
    if (head.text.startsWith('<') || head.text.startsWith('{') || !head.text.contains("____________________"))
        return false;
    return head.text.contains("ProQuest") && (head.text.contains("Full text:") || head.text.contains("ProQuest document ID:") || head.text.contains("Publication info:"));
}

} // namespace

const Reader proquestReader{"proquest", [] { return Readers::tr("ProQuest (text)"); }, proquestSuffixes, isProquest, readProquest, true, nullptr, true};

} // namespace galley
