// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <reading.h>

#include <testing.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Real files of the wire formats, feeds and mail against what is known about them, field by field.
class WireFactsTest : public QObject
{
    Q_OBJECT

private slots:
    void realFilesComeInAsStated_data();
    void realFilesComeInAsStated();
};

namespace {

/// The facts were counted without regard to white space between elements.
QString bare(QString text)
{
    static const QRegularExpression blank(u"\\s+"_s);
    return text.remove(blank);
}

QString zoneText(const ReadArticle &read, ZoneKind kind)
{
    const TextPositions positions(read.text);
    for (const Zone &zone : read.zones) {
        const Utf16Range range = positions.toUtf16(zone.range);
        if (zone.kind == kind)
            return read.text.sliced(range.begin, range.length());
    }
    return {};
}

QStringList paragraphsOf(const ReadArticle &read)
{
    QStringList paragraphs = read.text.split(u"\n\n"_s);
    for (QString &paragraph : paragraphs)
        paragraph = bare(paragraph);
    return paragraphs;
}

QString filePath(const QString &name)
{
    const QString folder = newsFolder();
    if (name.contains(u'/'))
        return folder + u'/' + name;
    for (const QString &inside : {u"/wire/"_s, u"/iptc/"_s}) {
        if (QFile::exists(folder + inside + name))
            return folder + inside + name;
    }
    return folder + u"/wire/"_s + name;
}

} // namespace

class Facts
{
public:
    Facts(const QJsonObject &fact, const Reading &result)
        : m_fact(fact)
        , m_result(result)
        , m_articles(result.all<ReadArticle>())
    {
    }

    /// What does not hold, in words.
    QStringList failures()
    {
        const QString format = text("format"_L1);
        if (!m_result.info)
            require(false, m_result.info.error().message);
        else if (format == "nitf"_L1 || format.startsWith("news"_L1, Qt::CaseInsensitive) || format == "packageItem"_L1)
            checkXml();
        else if (format == "ninjs"_L1)
            checkNinjs();
        else if (format == "IPTC 7901"_L1)
            check7901();
        else if (format == "ANPA 1312"_L1)
            checkAnpa();
        else if (m_fact.contains("subject"_L1))
            checkMail();
        else if (m_fact.contains("post_types"_L1))
            checkWordPress();
        else if (m_fact.contains("root"_L1))
            checkFeed();
        else if (m_fact.contains("types"_L1))
            checkArchive();
        else
            require(false, u"nothing is known about this format"_s);
        return m_failures;
    }

private:
    QString text(QLatin1StringView name) const { return m_fact.value(name).toString(); }
    QStringList texts(QLatin1StringView name) const { return m_fact.value(name).toVariant().toStringList(); }
    bool isStated(QLatin1StringView name) const { return m_fact.contains(name) && !m_fact.value(name).isNull(); }

    void require(bool kept, const QString &what)
    {
        if (!kept)
            m_failures.push_back(what);
    }
    void compare(const QString &found, const QString &expected, QLatin1StringView what)
    {
        // Line ends of the markup are white space.
        require(found.simplified() == expected.simplified(), u"%1: “%2” instead of “%3”"_s.arg(what, found, expected));
    }

    /// An item without text is no article, but its headline is named in the remark. Text may stand without paragraphs.
    void checkRemark()
    {
        const QString problems = m_result.problems().join(u'\n');
        const auto ours = std::ranges::find(m_articles, text("headline"_L1).simplified(),
            [](const ReadArticle &read) { return read.article.title.simplified(); });
        if (ours != m_articles.end())
            return require(bare(ours->text).size() > bare(ours->article.title).size(), u"an article although there is no text"_s);
        require(!problems.isEmpty() && problems.contains(text("headline"_L1)), u"no remark names the headline: "_s + problems);
    }

    /// The facts tell of the first headline in the file, which may be that of a package.
    const ReadArticle &told() const
    {
        const auto ours = std::ranges::find(m_articles, text("headline"_L1).simplified(),
            [](const ReadArticle &read) { return read.article.title.simplified(); });
        return ours == m_articles.end() ? m_articles.front() : *ours;
    }

    /// Those of all articles in the file; notes to editors, which may be marked up as well, are fields.
    void checkParagraphs()
    {
        QStringList paragraphs, fields;
        for (const ReadArticle &read : m_articles) {
            paragraphs += paragraphsOf(read);
            fields += read.article.fields.values();
        }
        require(paragraphs.size() >= m_fact.value("paragraphs"_L1).toInt(), u"too few paragraphs: %1"_s.arg(paragraphs.size()));
        // What the source has as one element may be several paragraphs, as agencies print them.
        for (const QLatin1StringView name : {"first"_L1, "last"_L1}) {
            const QString begin = bare(text(name));
            bool found = bare(fields.join(u'\n')).contains(begin);
            for (qsizetype at = 0; at < paragraphs.size() && !found; ++at)
                found = QStringList(paragraphs.sliced(at)).join(QString()).startsWith(begin);
            require(found, u"no paragraph begins: "_s + text(name));
        }
    }

    void checkXml()
    {
        if (m_fact.value("declaration_contradicted_by_bytes"_L1).toBool())
            compare(m_result.info->encoding, u"UTF-8"_s, "encoding"_L1);
        if (m_fact.value("paragraphs"_L1).toInt() == 0) {
            checkRemark();
            return;
        }
        const auto count = m_fact.value("news_items"_L1).toInt(1);
        require(int(m_articles.size()) <= count && int(m_result.records.size()) >= count,
            u"%1 articles"_s.arg(m_articles.size()));
        if (m_articles.empty())
            return require(false, m_result.problems().join(u'\n'));
        const ReadArticle &read = told();
        const auto &fields = read.article.fields;
        if (isStated("headline"_L1))
            require(read.article.title.simplified() == text("headline"_L1).simplified()
                || m_result.problems().join(u'\n').contains(text("headline"_L1)),
                u"headline: "_s + read.article.title);
        if (isStated("title"_L1))
            compare(fields.value(u"title"_s, read.article.title), text("title"_L1), "title"_L1);
        if (isStated("byline"_L1)) // "CONDON<byttl>AP" was counted as one word
            compare(bare(zoneText(read, ZoneKind::Byline)), bare(text("byline"_L1)), "byline"_L1);
        if (isStated("dateline"_L1))
            compare(bare(fields.value(u"dateline"_s)), bare(text("dateline"_L1)), "dateline"_L1);
        if (isStated("date_issue"_L1))
            compare(fields.value(u"date.issue"_s), text("date_issue"_L1), "date of issue"_L1);
        if (isStated("version_created"_L1))
            compare(fields.value(u"versionCreated"_s, fields.value(u"ThisRevisionCreated"_s)), text("version_created"_L1),
                "version created"_L1);
        if (isStated("date_issue"_L1) || isStated("version_created"_L1))
            require(QDateTime::fromString(read.article.published, Qt::ISODate).isValid(),
                u"published: "_s + read.article.published);
        if (isStated("language"_L1))
            compare(read.article.language, text("language"_L1), "language"_L1);
        checkParagraphs();
    }

    void checkNinjs()
    {
        if (m_fact.value("body_chars_raw"_L1).toInt() == 0) {
            checkRemark();
            return;
        }
        if (m_articles.empty())
            return require(false, m_result.problems().join(u'\n'));
        const ReadArticle &read = m_articles.front();
        compare(read.article.title, text("headline"_L1), "headline"_L1);
        if (isStated("byline"_L1))
            compare(zoneText(read, ZoneKind::Byline), text("byline"_L1), "byline"_L1);
        if (isStated("date"_L1))
            compare(read.article.fields.value(u"versioncreated"_s), text("date"_L1), "date"_L1);
        compare(read.article.language, text("language"_L1), "language"_L1);
        if (isStated("located"_L1))
            require(read.article.fields.value(u"located"_s).contains(text("located"_L1)), u"located"_s);
        require(bare(read.text).contains(bare(text("body_text_start"_L1))), u"begin of the body"_s);
        require(bare(read.text).contains(bare(text("body_text_end"_L1))), u"end of the body"_s);
        require(read.text.split(u"\n\n"_s).size() >= m_fact.value("p_elements"_L1).toInt(), u"too few paragraphs"_s);
    }

    void check7901()
    {
        if (m_articles.size() != 1)
            return require(false, u"%1 articles"_s.arg(m_articles.size()));
        const ReadArticle &read = m_articles.front();
        compare(read.article.fields.value(u"header"_s), text("header"_L1).trimmed(), "header"_L1);
        compare(read.article.fields.value(u"slug"_s), text("slug"_L1).trimmed(), "slug"_L1);
        const QString first = text("first_line"_L1).remove(u'=').trimmed();
        require(read.text.startsWith(first), u"first line: "_s + first);
        // A word that is set above the headline is a paragraph of its own here, and so is what an indent begins.
        const auto kickers = std::ranges::count(read.zones, ZoneKind::Kicker, &Zone::kind);
        require(read.text.split(u"\n\n"_s).size() - kickers >= m_fact.value("blank_line_paragraphs"_L1).toInt(),
            u"%1 paragraphs"_s.arg(read.text.split(u"\n\n"_s).size()));
        if (isStated("dateline"_L1))
            require(zoneText(read, ZoneKind::Dateline).startsWith(text("dateline"_L1)), u"dateline"_s);
        const QString trailer = text("trailer"_L1).section(u'\n', 0, 0).trimmed();
        compare(read.article.fields.value(u"date-time"_s), trailer, "trailer"_L1);
        require(QDateTime::fromString(read.article.published, Qt::ISODate).isValid(), u"published: "_s + read.article.published);
    }

    void checkAnpa()
    {
        if (m_articles.size() != 1)
            return require(false, u"%1 articles"_s.arg(m_articles.size()));
        const ReadArticle &read = m_articles.front();
        const QString all = bare(read.text + QStringList(read.article.fields.values()).join(u'\n'));
        for (QString line : texts("lines_before_first_paragraph"_L1)) {
            line.replace(u"``"_s, u"“"_s).replace(u"''"_s, u"”"_s).replace(u" _ "_s, u" — "_s);
            line.remove(QRegularExpression(u"^\\^|[<=>]+\\s*$"_s));
            for (const QString &part : line.split(QRegularExpression(u"[<=>]+\\s*\\^"_s))) // several heads in a line
                require(all.contains(bare(part)), u"lost: "_s + part);
        }
        require(paragraphsOf(read).size() >= m_fact.value("paragraph_lines"_L1).toInt(), u"too few paragraphs"_s);
        require(!read.text.contains(u"``"_s) && !read.text.contains(u"''"_s) && !read.text.contains(u'^'),
            u"typesetters' signs"_s);
        if (isStated("dateline"_L1))
            require(zoneText(read, ZoneKind::Dateline).startsWith(text("dateline"_L1)), u"dateline"_s);
        if (isStated("trailer"_L1))
            compare(read.article.fields.value(u"trailer"_s), text("trailer"_L1).remove(u'<').trimmed(), "trailer"_L1);
        require(!read.article.title.isEmpty() && !read.article.title.contains(u'^'), u"title: "_s + read.article.title);
    }

    void checkMail()
    {
        // Of a mail without text of its own a remark names the subject; what it holds comes in all the same.
        const QString problems = m_result.problems().join(u'\n');
        if (problems.contains(u"no text"_s))
            return require(text("subject"_L1).isEmpty() || problems.contains(text("subject"_L1).simplified()), problems);
        // The first article is the mail, each attachment that is text another one; the first part may be named too.
        qsizetype attachments = 0;
        for (const QJsonValue &part : m_fact.value("parts"_L1).toArray()) {
            const bool named = !part[2].isNull() && QFileInfo(part[2].toString()).completeSuffix() != QString();
            attachments += named && part[0].toString() == "text/plain"_L1;
        }
        const bool firstIsNamed = !m_fact.value("parts"_L1).toArray().first()[2].isNull();
        if (qsizetype(m_articles.size()) < std::max<qsizetype>(1, 1 + attachments - firstIsNamed))
            return require(false, u"%1 articles"_s.arg(m_articles.size()));
        const ReadArticle &read = m_articles.front();
        if (!text("subject"_L1).isEmpty())
            compare(bare(read.article.title), bare(text("subject"_L1)), "subject"_L1);
        if (!text("from"_L1).isEmpty())
            compare(read.article.fields.value(u"From"_s), text("from"_L1), "from"_L1);
        if (text("date"_L1) != "None"_L1)
            compare(read.article.fields.value(u"Date"_s), text("date"_L1), "date"_L1);
    }

    /// The titles in order; entries without text are named in remarks.
    void checkTitles(const QStringList &expected)
    {
        QStringList titles;
        for (const ReadRecord &record : m_result.records) {
            const auto *read = std::get_if<ReadArticle>(&record.value);
            const auto *problem = std::get_if<ReadProblem>(&record.value);
            const QString named = problem ? problem->reason.section(u"”: "_s, 0, 0).mid(1) : QString();
            titles.push_back(read ? read->article.title : named);
        }
        // A title may hold markup, which is none of its words.
        static const QRegularExpression markup(u"<[^>]*>|&#?\\w+;"_s);
        for (const QString &title : expected) {
            const bool marked = title.contains(markup);
            require(marked || titles.contains(title.simplified()) || m_result.problems().join(u'\n').contains(title.simplified()),
                u"no entry: "_s + title);
        }
        require(int(m_articles.size()) <= m_fact.value("items"_L1).toInt(), u"%1 articles"_s.arg(m_articles.size()));
    }

    void checkFeed()
    {
        checkTitles(texts("titles"_L1));
        for (qsizetype at = 0; at < qsizetype(m_articles.size()) && m_articles.size() == size_t(texts("links"_L1).size()); ++at) {
            if (!texts("links"_L1)[at].isEmpty())
                compare(m_articles[size_t(at)].article.url, texts("links"_L1)[at], "link"_L1);
            const QString date = texts("dates"_L1)[at];
            const QString kept = QStringList(m_articles[size_t(at)].article.fields.values()).join(u'\n');
            require(date.isEmpty() || kept.contains(date), u"date: "_s + date);
        }
    }

    void checkWordPress()
    {
        checkTitles(texts("item_titles"_L1));
        const QStringList authors = texts("authors"_L1);
        const QStringList dates = texts("pubDates"_L1);
        for (const ReadArticle &read : m_articles) {
            require(authors.contains(read.article.fields.value(u"dc:creator"_s)), u"author: "_s + read.article.authors);
            require(m_fact.value("post_types"_L1).toObject().contains(read.article.fields.value(u"post_type"_s)), u"post type"_s);
            require(!read.article.fields.value(u"status"_s).isEmpty(), u"status"_s);
        }
        const QString kept = std::accumulate(m_articles.begin(), m_articles.end(), QString(),
            [](const QString &all, const ReadArticle &read) { return all + read.article.fields.value(u"pubDate"_s) + u'\n'; });
        for (const QString &date : dates)
            require(kept.contains(date), u"date: "_s + date);
    }

    void checkArchive()
    {
        const QJsonObject types = m_fact.value("types"_L1).toObject();
        require(int(m_articles.size()) <= types.value("response"_L1).toInt() + types.value("resource"_L1).toInt()
                + types.value("conversion"_L1).toInt(),
            u"%1 articles"_s.arg(m_articles.size()));
        const QStringList targets = texts("targets"_L1);
        for (const ReadArticle &read : m_articles)
            require(targets.contains(read.article.url), u"address: "_s + read.article.url);
        require(!m_articles.empty() || !m_result.problems().isEmpty(), u"nothing is said"_s);
    }

    const QJsonObject &m_fact;
    const Reading &m_result;
    std::vector<ReadArticle> m_articles;
    QStringList m_failures;
};

void WireFactsTest::realFilesComeInAsStated_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");
    const QJsonObject facts = newsFacts();
    const auto add = [&](const QString &name, const QJsonValue &fact) {
        if (QFile::exists(filePath(name)))
            QTest::newRow(qPrintable(name)) << filePath(name) << fact.toObject();
    };
    const QJsonObject wire = facts.value("wire"_L1).toObject();
    for (auto entry = wire.begin(); entry != wire.end(); ++entry)
        add(entry.key(), entry.value());
    const QJsonObject misc = facts.value("misc"_L1).toObject();
    for (auto entry = misc.begin(); entry != misc.end(); ++entry) {
        const bool ours = entry.key().startsWith("feeds/"_L1) || entry.key().startsWith("warc/"_L1)
            || entry.key().endsWith(".eml"_L1)
            || entry.key().endsWith(".rss"_L1);
        if (ours) {
            // A feed may lie among the office documents.
            const QString here = entry.key();
            const QString there = u"office/"_s + here.section(u'/', -1);
            add(QFile::exists(filePath(here)) ? here : there, entry.value());
        }
    }
    if (wire.isEmpty())
        QTest::newRow("none") << QString() << QJsonObject();
}

void WireFactsTest::realFilesComeInAsStated()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    if (path.isEmpty())
        QSKIP("the shared test material is not here");
    const Reading result = reading(contents(path), path.section(u'/', -1));
    const QStringList failures = Facts(fact, result).failures();
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
}

GALLEY_TEST(WireFactsTest)
#include "tst_wirefacts.moc"
