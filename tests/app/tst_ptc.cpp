// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <project/exporting.h>
#include <importing/importing.h>
#include <readers/text/decoding.h>
#include <readers/codebook/codebookfile.h>
#include <readers/registry.h>

#include <testing.h>

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

const QString folder = galley::testing::newsFolder() + u"/ptc"_s;

struct Span
{
    QString article, label;
    qint64 start = 0, end = 0;

    auto operator<=>(const Span &) const = default;
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What is written down twice is one span.
std::set<Span> spans()
{
    std::set<Span> result;
    for (const QByteArray &line : contents(folder + u"/task2-TC.labels"_s).split('\n')) {
        const QList<QByteArray> columns = line.split('\t');
        if (columns.size() == 4)
            result.insert({QString::fromUtf8(columns[0]), QString::fromUtf8(columns[1]), columns[2].toLongLong(), columns[3].toLongLong()});
    }
    return result;
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// Unlike QString::fromUcs4, with a byte order mark that it begins with.
QString textOf(const QList<uint> &codePoints)
{
    QString text;
    for (const uint codePoint : codePoints)
        text += QStringView(QChar::fromUcs4(codePoint));
    return text;
}

} // namespace

/// A real corpus of propaganda spans comes in through a small converter, every span exact.
class PtcTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everySpanComesInWithItsExactQuote();
    void utf16OffsetsGiveTheSameSpans();
    void importedAgainNothingIsNew();

private:
    QByteArray converted(OffsetUnit unit) const;
    void import(const QByteArray &jsonl);

    std::vector<Span> m_spans;
    std::map<QString, QList<uint>> m_texts; ///< code points by article
    QTemporaryDir m_folder;
    std::unique_ptr<ProjectStore> m_store;
    ImportReport m_report;
};

void PtcTest::initTestCase()
{
    if (!QDir(folder).exists())
        QSKIP("The shared corpus news/ptc is not there.");
    for (const QFileInfo &file : QDir(folder + u"/articles"_s).entryInfoList({u"article*.txt"_s}, QDir::Files, QDir::Name))
        m_texts[file.completeBaseName().mid(7)] = fromValidUtf8(contents(file.filePath())).toUcs4(); // with its byte order mark, which the offsets count
    std::ranges::copy_if(spans(), std::back_inserter(m_spans), [&](const Span &span) { return m_texts.contains(span.article); });
    QVERIFY(!m_texts.empty() && !m_spans.empty());
}

QByteArray PtcTest::converted(OffsetUnit unit) const
{
    QByteArray jsonl;
    for (const auto &[id, codePoints] : m_texts)
        jsonl += line({{u"type"_s, u"article"_s}, {u"id"_s, id}, {u"title"_s, id},
                       {u"text"_s, textOf(codePoints)}});
    for (const Span &span : m_spans) {
        const QList<uint> &text = m_texts.at(span.article);
        const auto part = [&](qint64 from, qint64 to) { return textOf(text.sliced(from, to - from)); };
        const bool utf16 = unit == OffsetUnit::Utf16;
        const qint64 start = utf16 ? part(0, span.start).size() : span.start;
        const qint64 end = utf16 ? part(0, span.end).size() : span.end;
        jsonl += line({{u"type"_s, u"annotation"_s}, {u"article"_s, span.article}, {u"coder"_s, u"PTC"_s}, {u"layer"_s, u"Propaganda"_s},
                       {u"code"_s, span.label}, {u"offset_unit"_s, utf16 ? u"utf16"_s : u"codepoint"_s},
                       {u"ranges"_s, QJsonArray{QJsonArray{start, end}}}, {u"quote"_s, part(span.start, span.end)}});
    }
    return jsonl;
}

void PtcTest::import(const QByteArray &jsonl)
{
    QByteArray yaml = "galley_codebook: 1\nname: Propaganda techniques\nlayers:\n  - name: Propaganda\n    unit: span\n    variables:\n"
                      "      - name: technique\n        type: code\n        codes:\n";
    std::set<QString> labels;
    for (const Span &span : m_spans)
        labels.insert(span.label);
    for (const QString &label : labels)
        yaml += "          - name: \"" + label.toUtf8() + "\"\n";
    const auto codebook = codebookFromYaml(yaml, u"ptc.yaml");
    QVERIFY2(codebook, codebook ? "" : qPrintable(codebook.error().message));
    const QString path = m_folder.filePath(u"ptc.galley"_s);
    if (!m_store) {
        auto store = ProjectStore::create(path, *codebook, {{}, QDateTime::currentDateTimeUtc()});
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        m_store = std::make_unique<ProjectStore>(std::move(*store));
    }
    auto importer = Importer::begin(*m_store, {});
    QVERIFY(importer);
    importer->beginFile(u"ptc.jsonl"_s);
    QByteArray bytes = jsonl;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto info = readerNamed(u"jsonl")->read(buffer, u"ptc.jsonl", {}, [&](const ReadRecord &record) { return importer->take(record).has_value(); });
    QVERIFY(importer->endFile(info));
    const auto report = importer->finish({{}, QDateTime::currentDateTimeUtc()});
    QVERIFY(report);
    m_report = *report;
}

void PtcTest::everySpanComesInWithItsExactQuote()
{
    import(converted(OffsetUnit::CodePoint));
    for (const ImportFailure &failure : m_report.failures)
        qWarning() << failure.line << failure.reason;
    QCOMPARE(m_report.articles, int(m_texts.size()));
    QCOMPARE(m_report.annotations, int(m_spans.size()));
    QVERIFY(m_report.failures.empty());

    std::multiset<QString> stored, wanted;
    QVERIFY(m_store->forEachArticle([&](const ArticleRow &row) -> Result<> {
        const QList<uint> text = QString::fromUtf8(row.text.data(), qsizetype(row.text.size())).toUcs4();
        const auto annotations = m_store->annotations(row.article.id);
        for (const Annotation &annotation : *annotations) {
            const Range range = annotation.ranges.at(0);
            const QString slice = QString::fromUcs4(reinterpret_cast<const char32_t *>(text.data()) + range.begin, range.length());
            if (slice != annotation.quote)
                return failed(annotation.quote);
            stored.insert(u"%1 %2 %3 %4"_s.arg(row.article.title).arg(range.begin).arg(range.end).arg(m_store->codebook()->path(annotation.code)));
        }
        return {};
    }));
    for (const Span &span : m_spans) {
        const qint64 mark = m_texts.at(span.article).value(0) == QChar::ByteOrderMark; // no text that is kept has one
        wanted.insert(u"%1 %2 %3 %4"_s.arg(span.article).arg(span.start - mark).arg(span.end - mark).arg(span.label));
    }
    QCOMPARE(stored, wanted);
    QVERIFY(m_store->check()->empty());
}

void PtcTest::utf16OffsetsGiveTheSameSpans()
{
    import(converted(OffsetUnit::Utf16));
    QCOMPARE(m_report.annotations, 0); // they are the ones that are there
    QCOMPARE(m_report.annotationsAlreadyThere, int(m_spans.size()));
    QVERIFY(m_report.failures.empty());
}

void PtcTest::importedAgainNothingIsNew()
{
    const auto before = m_store->history(10);
    import(converted(OffsetUnit::CodePoint));
    QCOMPARE(m_report.articles, 0);
    QCOMPARE(m_report.annotations, 0);
    QCOMPARE(m_store->history(10)->size(), before->size());
}

GALLEY_TEST(PtcTest)
#include "tst_ptc.moc"
