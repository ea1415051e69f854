// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressreading.h"

#include <newsfacts.h>
#include <readers/article/writtendate.h>

#include <testing.h>

#include <QJsonArray>
#include <QRegularExpression>

using namespace galley;
using namespace galley::testing;

/// What the facts say of the samples of press databases, whichever they are.
class PressFactsTest : public QObject
{
    Q_OBJECT

private slots:
    void databases_data();
    void databases();
    void solutions_data();
    void solutions();
    void covers_data();
    void covers();
    void reuters_data();
    void reuters();
};

namespace {

using Articles = std::vector<ReadArticle>;

/// Rows for the entries of "db" whose name ends so and that are there.
void rows(const QString &ending, bool like)
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");
    SKIP_WITHOUT(newsFolder());
    const QJsonObject facts = newsFacts().value("db"_L1).toObject();
    bool any = false;
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        const QString path = newsFolder() + "/db/"_L1 + fact.key();
        if (fact.key().endsWith(ending) == like && QFile::exists(path)) {
            QTest::newRow(qPrintable(fact.key())) << path << fact.value().toObject();
            any = true;
        }
    }
    if (!any) // another folder may lack a kind: that is no reason to stop
        QTest::newRow("none of this kind") << QString() << QJsonObject();
}

QStringList strings(const QJsonValue &values)
{
    QStringList result;
    for (const QJsonValue &value : values.toArray())
        result.push_back(value.toVariant().toString());
    return result;
}

/// Does one of the articles have this value, or what begins with it, in a field?
bool isField(const Articles &articles, const QString &value, bool begins = false)
{
    return std::ranges::any_of(articles, [&](const ReadArticle &read) {
        return std::ranges::any_of(read.article.fields,
            [&](const QString &field) { return begins ? field.startsWith(value) : field == value; });
    });
}

QString words(const QString &text)
{
    return QString(text).replace(QChar(QChar::Nbsp), u' ').simplified();
}

bool hasTitle(const Articles &articles, const QString &title)
{
    const QString sought = words(title);
    return std::ranges::any_of(articles, [&](const ReadArticle &read) {
        const QString found = words(read.article.title);
        return found == sought || found + u';' == sought || sought.startsWith(found + u';');
    });
}

/// UTF-8 read as a Western charset: its bytes are pairs and triples that no text has.
bool holdsMojibake(const QString &text)
{
    static const QRegularExpression pairs(u"[ÃÂ][\\x{80}-\\x{BF}\\x{0152}\\x{0153}\\x{0178}\\x{201A}-\\x{201E}\\x{2020}-\\x{2022}]|â€[\\x{80}-\\x{2122}]"_s);
    return pairs.match(text).hasMatch();
}

/// As precise as what was read; a day where only the day is known.
bool isDate(const QString &published, const QString &fact)
{
    return !published.isEmpty() && fact.startsWith(QString(published.left(10)));
}

} // namespace

void PressFactsTest::databases_data()
{
    rows(u".json"_s, false);
}

void PressFactsTest::databases()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    if (path.isEmpty())
        QSKIP("no sample of this kind is here");
    const QByteArray bytes = contents(path);
    const auto reader = readerFor(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 4096)), path);
    QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
    const QLatin1StringView name((*reader)->name);
    const bool general = name == "text"_L1 || name == "html"_L1 || name == "rtf"_L1 || name == "csv"_L1;
    const bool marked = fact.value("marker_count"_L1).toInt() > 0 || fact.contains("article_divs"_L1)
        || fact.contains("articles"_L1) || !fact.value("documents_markers"_L1).toArray().isEmpty();
    if (general && !marked)
        QSKIP("the archive is none that has a reader of its own");
    QVERIFY2(!general, name.data());
    const Reading result = reading(bytes, path);
    QVERIFY2(result.info, result.info ? "" : qPrintable(result.info.error().message));
    const Articles articles = result.all<ReadArticle>();
    QVERIFY(!articles.empty());
    if (qEnvironmentVariableIsSet("GALLEY_SHOW"))
        qInfo().noquote() << shownRecords(result);
    for (const ReadArticle &read : articles) {
        QVERIFY(!read.article.title.isEmpty());
        const QString &published = read.article.published; // what is no date is told
        QVERIFY2(isoDateWritten(published) || (!published.isEmpty() && !result.problems().filter(published).isEmpty()),
            qPrintable(read.article.title + u": "_s + published));
        QVERIFY(!read.text.contains(QChar(0xFFFD)));
        QVERIFY2(!holdsMojibake(read.text + read.article.title + read.article.outlet), qPrintable(read.article.title));
    }
    // Every marker begins an article, unless there is nothing behind it.
    const auto empty = result.problems().filter(u"has no text"_s).size();
    if (const QJsonValue count = fact.value("marker_count"_L1); count.toInt() > 0)
        QCOMPARE(int(articles.size() + size_t(empty)), count.toInt());
    else if (const auto markers = fact.value("documents_markers"_L1).toArray(); !markers.isEmpty())
        QVERIFY(articles.size() >= size_t(markers.size()));
    for (const char *count : {"article_divs", "articles"}) {
        if (fact.contains(QLatin1StringView(count)))
            QCOMPARE(int(articles.size() + size_t(empty)), fact.value(QLatin1StringView(count)).toInt());
    }
    for (const char *key : {"headlines", "headlines_field"}) {
        for (const QString &title : strings(fact.value(QLatin1StringView(key))))
            QVERIFY2(hasTitle(articles, title), qPrintable(title));
    }
    for (const char *key : {"length_fields", "load_dates", "languages", "word_counts"}) {
        for (const QString &value : strings(fact.value(QLatin1StringView(key))))
            QVERIFY2(isField(articles, value) || isField(articles, value + " words"_L1), qPrintable(value));
    }
    for (const QString &id : strings(fact.value("document_ids"_L1))) // the facts have only what all of one day share
        QVERIFY2(isField(articles, id, true), qPrintable(id));
    const QJsonArray paragraphs = fact.value("paragraphs"_L1).toArray();
    for (qsizetype at = 0; at < paragraphs.size(); ++at)
        QCOMPARE_GE(articles.at(size_t(at)).text.count(u"\n\n"_s) + 1, paragraphs[at].toInt());
    for (const QString &date : strings(fact.value("dates"_L1))) {
        const QString iso = isoDateWritten(date).value_or(date);
        QVERIFY2(std::ranges::any_of(articles, [&](const ReadArticle &read) { return read.article.published == iso; }),
            qPrintable(date));
    }
    for (const QString &outlet : strings(fact.value("sources"_L1)))
        QVERIFY(std::ranges::any_of(articles, [&](const ReadArticle &read) { return read.article.outlet == outlet; }));
}

void PressFactsTest::solutions_data()
{
    rows(u"_body_sols.json"_s, true);
}

void PressFactsTest::solutions()
{
    QFETCH(QString, path);
    const QString source = QString(path).replace("_body_sols.json"_L1, ".txt"_L1);
    SKIP_WITHOUT(source);
    const Articles articles = reading(contents(source), source).all<ReadArticle>();
    const QJsonArray solutions = QJsonDocument::fromJson(contents(path)).array();
    QCOMPARE(qsizetype(articles.size()), solutions.size());
    for (qsizetype at = 0; at < solutions.size(); ++at) {
        const ReadArticle &read = articles[size_t(at)];
        const QJsonObject solution = solutions[at].toObject();
        const auto text = [&](const char *key) { return solution.value(QLatin1StringView(key)).toString(); };
        const QByteArray where = text("title").toUtf8();
        if (text("title") != "No title found!"_L1)
            QVERIFY2(hasTitle({read}, text("title")), where.constData());
        QVERIFY2(isDate(read.article.published, text("date")), qPrintable(text("title") + read.article.published));
        QVERIFY2(words(read.article.section) == words(text("section")), where.constData());
        // Where the rights stand above the outlet, the solution takes their owner for it.
        QVERIFY2(read.article.outlet == text("medium") || read.article.fields.value(u"COPYRIGHT"_s).contains(text("medium")),
            qPrintable(read.article.outlet));
        if (solution.contains("author"_L1))
            QVERIFY2(read.article.authors.contains(text("author")), where.constData());
        if (solution.contains("length_int"_L1)) {
            const QString length = QString::number(solution.value("length_int"_L1).toInt());
            const auto isLength = [&](QString field) { return field.remove(u',').startsWith(length); };
            QVERIFY2(std::ranges::any_of(read.article.fields, isLength), where.constData());
        }
        // Every paragraph, word for word; the solutions leave some fields within the text, which have places of their own.
        static const QRegularExpression blank(u"\\n\\s*\\n"_s), field(u"^\\p{Lu}[\\p{Lu} ]+:\\s*"_s);
        const QString all = words(read.text);
        for (const QString &paragraph : text("text").split(blank, Qt::SkipEmptyParts)) {
            const QString value = words(QString(paragraph).remove(field));
            QVERIFY2(all.contains(words(paragraph)) || all.contains(value) || isField({read}, value), qPrintable(paragraph));
        }
    }
}

void PressFactsTest::covers_data()
{
    rows(u"_header_sols.json"_s, true);
}

void PressFactsTest::covers()
{
    QFETCH(QString, path);
    const QString source = QString(path).replace("_header_sols.json"_L1, ".txt"_L1);
    SKIP_WITHOUT(source);
    const Articles articles = reading(contents(source), source).all<ReadArticle>();
    const QJsonObject solution = QJsonDocument::fromJson(contents(path)).object();
    for (auto entry = solution.begin(); entry != solution.end(); ++entry)
        QCOMPARE(words(articles.at(0).article.fields.value(entry.key())), words(entry.value().toString()));
}

void PressFactsTest::reuters_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");
    SKIP_WITHOUT(newsFolder());
    const QJsonObject facts = newsFacts().value("reuters21578"_L1).toObject();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        QTest::newRow(qPrintable(fact.key())) << newsFolder() + "/reuters21578/"_L1 + fact.key() << fact.value().toObject();
}

void PressFactsTest::reuters()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    if (path.isEmpty())
        QSKIP("no sample of this kind is here");
    SKIP_WITHOUT(path);
    const Reading result = reading(contents(path), path);
    QVERIFY2(result.info, result.info ? "" : qPrintable(result.info.error().message));
    const Articles articles = result.all<ReadArticle>();
    QCOMPARE(int(articles.size()), fact.value("documents"_L1).toInt());
    QMap<QString, int> types, topics, fields;
    int titles = 0, ends = 0;
    for (const ReadArticle &read : articles) {
        ++types[read.article.fields.value(u"TYPE"_s)];
        for (const QString &topic : read.article.fields.value(u"TOPICS"_s).split(u"; "_s, Qt::SkipEmptyParts))
            ++topics[topic];
        for (const QString &field : read.article.fields.keys())
            ++fields[field];
        titles += std::ranges::any_of(read.zones, [](const Zone &zone) { return zone.kind == ZoneKind::Headline; });
        ends += read.text.trimmed().endsWith("reuter"_L1, Qt::CaseInsensitive);
        QVERIFY(!read.text.contains(u"&#"_s));
        QVERIFY(!read.text.contains(QChar(0xFFFD)));
        QVERIFY2(!holdsMojibake(read.text + read.article.title + read.article.outlet), qPrintable(read.article.title));
    }
    const QJsonObject expected = fact.value("text_types"_L1).toObject();
    for (auto type = expected.begin(); type != expected.end(); ++type)
        QCOMPARE(types.value(type.key()), type.value().toInt());
    QCOMPARE(titles, fact.value("with_title"_L1).toInt());
    QCOMPARE(fields.value(u"DATELINE"_s), fact.value("with_dateline"_L1).toInt());
    QCOMPARE(fields.value(u"TOPICS"_s), fact.value("with_topics"_L1).toInt());
    QCOMPARE_GE(ends, fact.value("bodies_ending_in_Reuter"_L1).toInt());
    for (const QJsonValue &topic : fact.value("top_topics"_L1).toArray())
        QCOMPARE(topics.value(topic[0].toString()), topic[1].toInt());
    const auto check = [](const ReadArticle &read, const QJsonObject &one) {
        QCOMPARE(read.article.fields.value(u"NEWID"_s), one.value("id"_L1).toString());
        if (const QString title = words(one.value("title"_L1).toString()); !title.isEmpty())
            QCOMPARE(read.article.title, title);
        QCOMPARE(read.article.published, isoDateWritten(one.value("date"_L1).toString()));
        QCOMPARE(read.article.fields.value(u"DATELINE"_s), one.value("dateline"_L1).toString().trimmed());
        QVERIFY(words(read.text).contains(words(one.value("body"_L1).toString())));
        QCOMPARE(read.article.fields.value(u"TYPE"_s), one.value("type"_L1).toString());
        QCOMPARE(read.article.fields.value(u"TOPICS"_s), strings(one.value("topics"_L1)).join(u"; "_s));
    };
    check(articles.front(), fact.value("first"_L1).toObject());
    check(articles.back(), fact.value("last"_L1).toObject());
}

GALLEY_TEST(PressFactsTest)
#include "tst_pressfacts.moc"
