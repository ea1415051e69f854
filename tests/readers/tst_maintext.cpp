// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <shownarticle.h>

#include <readers/markup/htmlblocks.h>

#include <KCompressionDevice>

#include <testing.h>

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// What of a page is its article, and what the page says about it.
class MainTextTest : public QObject
{
    Q_OBJECT

private slots:
    void lessons_data();
    void lessons();
    void benchmarkPagesGiveTheirBodies();
    void pagesOfReadingModesGiveWhatTheyState();
    void pagesOfReadingModesGiveTheirTexts();
};

namespace {

using Shingles = std::map<QStringList, int>;

struct Match
{
    QString page;
    double common = 0, surplus = 0, missing = 0;

    bool isPerfect() const { return surplus == 0 && missing == 0; }
    double precision() const { return isPerfect() ? 1 : common == 0 ? 0 : common / (common + surplus); }
    double recall() const { return isPerfect() ? 1 : common == 0 ? 0 : common / (common + missing); }
};

/// Every four words that follow each other.
Shingles shinglesOf(const QString &text, qsizetype length = 4)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}_]+"_s);
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();)
        words.push_back(found.next().captured());
    Shingles shingles;
    for (qsizetype at = 0; !words.isEmpty() && (at == 0 || at + length <= words.size()); ++at)
        ++shingles[words.mid(at, length)];
    return shingles;
}

/// As the article extraction benchmark of Zyte counts.
Match comparedBy(const Shingles &words, const Shingles &statedWords, const QString &page);

Match compared(const QString &found, const QString &stated, const QString &page)
{
    return comparedBy(shinglesOf(found), shinglesOf(stated), page);
}

/// Words alone, in whatever order.
Match comparedByWord(const QString &found, const QString &stated, const QString &page)
{
    return comparedBy(shinglesOf(found, 1), shinglesOf(stated, 1), page);
}

Match comparedBy(const Shingles &words, const Shingles &statedWords, const QString &page)
{
    Match match{page};
    Shingles open = statedWords;
    for (const auto &[shingle, count] : words) {
        const int common = std::min(count, open.contains(shingle) ? open[shingle] : 0);
        match.common += common;
        match.surplus += count - common;
        if (common > 0)
            open[shingle] -= common;
    }
    for (const auto &[shingle, count] : open)
        match.missing += count;
    return match;
}

double report(const char *what, std::vector<Match> matches)
{
    double precision = 0, recall = 0, found = 0;
    for (const Match &match : matches) {
        precision += match.precision();
        recall += match.recall();
        found += match.common + match.surplus > 0;
    }
    precision /= std::max(found, 1.0);
    recall /= double(std::max<size_t>(matches.size(), 1));
    const double f1 = 2 * precision * recall / std::max(precision + recall, 1e-9);
    qInfo("%s, %zu pages: F1 %.4f, precision %.4f, recall %.4f", what, matches.size(), f1, precision, recall);
    std::ranges::sort(matches, {}, [](const Match &match) { return match.precision() + match.recall(); });
    for (const Match &match : matches | std::views::take(8))
        qInfo("  %s: precision %.3f, recall %.3f", qPrintable(match.page.left(24)), match.precision(), match.recall());
    return f1;
}

/// The text without what Galley marks as headline, captions and photo credits: the benchmark asks for the body alone.
QString bodyOf(const ReadArticle &read)
{
    const TextPositions positions(read.text);
    QString body = read.text;
    for (const Zone &zone : read.zones) {
        if (zone.kind != ZoneKind::Headline && zone.kind != ZoneKind::Caption && zone.kind != ZoneKind::PhotoCredit)
            continue;
        const Utf16Range range = positions.toUtf16(zone.range);
        for (qsizetype at = range.begin; at < range.end; ++at)
            body[at] = u'\n';
    }
    return body;
}

QString withoutHeadline(const ReadArticle &read)
{
    const auto headline = std::ranges::find(read.zones, ZoneKind::Headline, &Zone::kind);
    const TextPositions positions(read.text);
    return headline == read.zones.end() ? read.text : QString(read.text).remove(0, positions.toUtf16(headline->range.end));
}

QByteArray unpacked(const QString &path)
{
    KCompressionDevice device(path, KCompressionDevice::GZip);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

/// Letters as they are, white space as one blank, quotes straight.
QString plain(QString text)
{
    return text.replace(u'’', u'\'').replace(u'‘', u'\'').simplified();
}

/// "By A and B" and "A; B" name the same.
QStringList namesIn(const QString &byline)
{
    static const QRegularExpression between(u"\\s*(?:[,;]|\\band\\b)\\s*"_s);
    // "… - Apr 16, 2015 8:02 pm": what has a day or a time in it tells when, not who.
    static const QRegularExpression when(
        u"[\\s,|–—-]*\\b(?:updated |published )?\\p{Lu}\\p{L}{2,9}\\.? \\d{1,2},? \\d{4}\\b.*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression dash(u"[\\s–—-]+$"_s);
    const QString first = byline.trimmed().section(u'\n', 0, 0); // below it stands where they work
    QString names = first.simplified().remove(when).remove(dash);
    if (names.startsWith("by "_L1, Qt::CaseInsensitive))
        names.remove(0, 3);
    return names.split(between, Qt::SkipEmptyParts);
}

constexpr std::array paragraphs{"first_long_paragraph"_L1, "last_long_paragraph"_L1};

int factsIn(const QJsonObject &fact)
{
    int count = 0;
    for (const auto name : {"title"_L1, "byline"_L1, "publishedTime"_L1, "lang"_L1, paragraphs[0], paragraphs[1]})
        count += !fact.value(name).toString().isEmpty();
    return count;
}

/// What is not as the facts say, by the names of the facts.
QMap<QString, QString> differences(const ReadArticle &read, const QJsonObject &fact)
{
    QMap<QString, QString> wrong;
    const auto check = [&](QLatin1StringView name, const QString &found, const auto &normal) {
        const QString stated = fact.value(name).toString();
        if (!stated.isEmpty() && normal(stated) != normal(found))
            wrong.insert(name, u"it is “%1”, not “%2”"_s.arg(found, stated));
    };
    check("title"_L1, read.article.title, plain);
    check("byline"_L1, read.article.authors, namesIn);
    check("lang"_L1, read.article.language, [](const QString &tag) { return tag; });
    check("publishedTime"_L1, read.article.published,
        [](QString time) { return QDateTime::fromString(time.replace(u' ', u'T'), Qt::ISODate); });
    for (const auto name : paragraphs) {
        if (const QString paragraph = fact.value(name).toString(); !plain(read.text).contains(plain(paragraph)))
            wrong.insert(name, u"“%1” is missing"_s.arg(paragraph));
    }
    return wrong;
}

} // namespace

void MainTextTest::lessons_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(GALLEY_TEST_DATA "/readers/pages"));
    for (const QString &file : folder.entryList({u"*.html"_s}))
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void MainTextTest::lessons()
{
    QFETCH(QString, name);
    const auto articles = reading(contents(name), name).all<ReadArticle>();
    QCOMPARE(articles.size(), size_t(1));
    QVERIFY(isGolden(shown(articles[0]), name.chopped(5) + u".article"_s));
}

void MainTextTest::benchmarkPagesGiveTheirBodies()
{
    const QString folder = newsFolder() + u"/html_aeb/"_s;
    SKIP_WITHOUT(folder + u"ground-truth.json"_s);
    const QJsonObject truth = QJsonDocument::fromJson(contents(folder + u"ground-truth.json"_s)).object();
    std::vector<Match> bodies, texts;
    for (auto page = truth.begin(); page != truth.end(); ++page) {
        const QByteArray html = unpacked(folder + u"html/"_s + page.key() + u".html.gz"_s);
        if (html.isEmpty())
            continue;
        const auto articles = reading(html, u"page.html"_s).all<ReadArticle>();
        const QString stated = page.value().toObject().value("articleBody"_L1).toString();
        bodies.push_back(compared(articles.empty() ? QString() : bodyOf(articles[0]), stated, page.key()));
        texts.push_back(compared(articles.empty() ? QString() : articles[0].text, stated, page.key()));
    }
    if (bodies.empty())
        QSKIP("none of the benchmark's pages is here");
    // Galley keeps leads and pictures' captions, which the benchmark does not count.
    report("whole texts, with headlines and captions", texts);
    QVERIFY(report("bodies", bodies) >= 0.985);
}

void MainTextTest::pagesOfReadingModesGiveWhatTheyState()
{
    const QJsonObject facts = newsFacts().value("html"_L1).toObject().value("readability"_L1).toObject();
    QMap<QString, QString> failing;
    QStringList pages;
    int all = 0;
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        const QByteArray page = contents(newsFolder() + u"/html_readability/"_s + fact.key() + u"/source.html"_s);
        if (page.isEmpty())
            continue;
        const auto articles = reading(page, u"page.html"_s).all<ReadArticle>();
        const QJsonObject stated = fact.value().toObject();
        pages += u"html_readability/"_s + fact.key();
        all += factsIn(stated);
        if (articles.empty())
            failing.insert(pages.back() + u" article"_s, u"there is none"_s);
        else
            for (const auto &[name, what] : differences(articles[0], stated).asKeyValueRange())
                failing.insert(pages.back() + u' ' + name, what);
    }
    if (all == 0)
        QSKIP("the shared pages with their true titles and bylines are not here");
    qInfo("%d of %d facts of pages hold", all - int(failing.size()), all);
    QCOMPARE(unexpected(failing, pages), QStringList());
}

/// Of every second page, by name, nothing was looked at while the rules were made.
void MainTextTest::pagesOfReadingModesGiveTheirTexts()
{
    const QString folder = newsFolder() + u"/html_readability/"_s;
    SKIP_WITHOUT(folder);
    std::array<std::vector<Match>, 2> halves;
    const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (qsizetype at = 0; at < names.size(); ++at) {
        const auto articles = reading(contents(folder + names[at] + u"/source.html"_s), u"page.html"_s).all<ReadArticle>();
        const auto expected = HtmlTree::parse(contents(folder + names[at] + u"/expected.html"_s));
        QVERIFY(expected);
        QStringList blocks;
        for (const HtmlBlock &block : htmlBlocks(*expected))
            blocks += block.text;
        const QString found = articles.empty() ? QString() : withoutHeadline(articles[0]);
        halves[size_t(at % 2)].push_back(comparedByWord(found, blocks.join(u'\n'), names[at]));
    }
    report("texts of reading modes, pages looked at", halves[0]);
    QVERIFY(report("texts of reading modes, pages held out", halves[1]) >= 0.975);
}

GALLEY_TEST(MainTextTest)
#include "tst_maintext.moc"
