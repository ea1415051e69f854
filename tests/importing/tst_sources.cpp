// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.h"

#include <project/exporting.h>
#include <importing/sources.h>

#include <testing.h>

#include <QBuffer>
#include <QCryptographicHash>

using namespace galley;
using namespace galley::sample;

/// A project as a source for another.
class SourcesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aProjectIsKnownByItsContent();
    void itGivesWhatItsLinesWouldButTheCodebook();
    void itStopsWhereNoMoreIsWanted();
    void itComesIntoAnotherProjectAndOnlyOnce();
    void itIsLeftAsItWas();
    void whatIsNoProjectIsRefused_data();
    void whatIsNoProjectIsRefused();

private:
    QString path() const { return m_folder->filePath(u"source.galley"_s); }
    std::vector<ReadRecord> records(const QString &file);
    void addEverything();

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString text = u"🙂 Taxes rose. The 🛡️ alliance met; taxes rose again."_s;

ImportReport importedInto(ProjectStore &store, const std::vector<ReadRecord> &records)
{
    Importer importer = taken(Importer::begin(store, {CoderId{1}}));
    importer.beginFile(u"source.galley"_s);
    for (const ReadRecord &record : records)
        taken(importer.take(record));
    taken(importer.endFile(ReadInfo{u"UTF-8"_s, "5ha"}));
    return taken(importer.finish(stamp()));
}

/// Everything a record says, in words.
struct Printer
{
    QString operator()(const ReadArticle &read) const
    {
        const Article &article = read.article;
        QStringList parts{u"article"_s, article.uuid.toString(), read.key, article.title, article.outlet, article.authors, article.published,
                          article.section, article.page, article.language, article.url, read.text, read.family.toString(), read.revises.toString(),
                          QString::number(article.containment.value_or(-1)), QString::number(read.zonesStated)};
        for (const auto &[name, value] : article.fields.asKeyValueRange())
            parts += name + u'=' + value;
        for (const Zone &zone : read.zones)
            parts += u"%1 %2-%3"_s.arg(nameOf(zone.kind)).arg(zone.range.begin).arg(zone.range.end);
        for (const LeftOutText &left : article.leftOut)
            parts += u"left out %1 %2 %3"_s.arg(nameOf(left.reason)).arg(left.characters).arg(left.begins);
        if (read.source)
            parts += read.source->path + u' ' + QString::fromLatin1(read.source->sha256) + u' ' + read.source->encoding;
        parts += QString::number(article.length) + QString::fromLatin1(article.textSha256);
        return parts.join(u" | "_s);
    }
    QString operator()(const ReadAnnotation &read) const
    {
        QStringList parts{u"annotation"_s, read.uuid.toString(), read.article, read.coder, read.layer, read.code, read.quote.value_or(u"none"_s), read.memo,
                          nameOf(read.status), QString::number(read.revision.value_or(-1)), read.origin.toString(), QString::number(read.inherited),
                          read.created.toString(Qt::ISODateWithMs), read.modified.toString(Qt::ISODateWithMs)};
        for (const auto &[begin, end] : read.ranges)
            parts += u"%1-%2"_s.arg(begin).arg(end);
        QStringList values;
        for (const auto &[name, words] : read.values)
            values += name + u": "_s + QStringList(words.begin(), words.end()).join(u", "_s);
        values.sort(); // JSON keeps no order of its keys
        return (parts + values).join(u" | "_s);
    }
    QString operator()(const ReadCoder &read) const { return u"coder %1 %2 %3"_s.arg(read.coder.name, read.coder.uuid.toString(), nameOf(read.coder.role)); }
    QString operator()(const ReadProgress &read) const { return u"progress %1 %2 %3"_s.arg(read.article, read.coder, nameOf(read.state)); }
    QString operator()(const ReadSample &read) const { return u"sample %1 %2 %3"_s.arg(read.uuid.toString(), read.name, read.record); }
    QString operator()(const ReadCodebook &) const { return u"codebook"_s; }
    QString operator()(const ReadProblem &read) const { return read.reason; }
    QString operator()(const ReadLeftOut &read) const { return u"left out %1 %2"_s.arg(nameOf(read.what.reason)).arg(read.what.characters); }
};

QString print(const ReadValue &value)
{
    return std::visit(Printer{}, value);
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

void SourcesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    ProjectStore store = project(path());
    ReadArticle read = readArticle(u"a"_s, text, u"The Paper"_s);
    read.zones = {{{}, {}, ZoneKind::Headline, {0, 13}}};
    read.article.fields.insert(u"LOAD-DATE"_s, u"May 4, 2023"_s);
    ReadCoder coder;
    coder.coder.name = u"Bo"_s;
    ReadAnnotation annotation = readAnnotation(u"a"_s, {{2, 7}}, u"Taxes"_s);
    annotation.coder = u"Bo"_s;
    importedInto(store, {{1, coder}, {2, read}, {3, annotation}});
}

/// A row of every kind and a value of every kind.
void SourcesTest::addEverything()
{
    ProjectStore store = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
    ReadAnnotation stance = readAnnotation(u"a"_s, {{2, 7}, {14, 17}}, {});
    stance.article = taken(store.articles()).front().uuid.toString(QUuid::WithoutBraces);
    stance.layer = u"Stance"_s;
    stance.code = u"against"_s;
    stance.ranges = {{0, 9}, {23, 26}};
    stance.values = {{u"target"_s, {u"Town council"_s, u"Ministry"_s}}, {u"strength"_s, {u"0.25"_s}}, {u"sure"_s, {u"true"_s}},
                     {u"note"_s, {u"said \"no\""_s}}, {u"since"_s, {u"2023-05"_s}}};
    stance.memo = u"two\nlines"_s;
    stance.status = AnnotationStatus::Flagged;
    ReadAnnotation whole = stance;
    whole.layer = u"Article"_s;
    whole.code.clear();
    whole.ranges.clear();
    whole.values = {{u"tone"_s, {u"good"_s}}};
    const ReadProgress done{stance.article, u"Ben"_s, ProgressState::Done};
    const ReadSample sample{QUuid::createUuid(), u"Draw"_s, u"{\"seed\":1}"_s};
    const ImportReport report = importedInto(store, {{1, stance}, {2, whole}, {3, done}, {4, sample}});
    QVERIFY2(report.failures.empty() && report.annotations == 2, qPrintable(lines(report).join(u'\n')));
}

std::vector<ReadRecord> SourcesTest::records(const QString &file)
{
    std::vector<ReadRecord> result;
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return result;
    const auto reader = sourceReaderFor(device.peek(4096), file);
    const auto info = (*reader)->read(device, file, {}, [&](ReadRecord record) {
        result.push_back(std::move(record));
        return true;
    });
    if (!info)
        qWarning().noquote() << info.error().message;
    return result;
}

void SourcesTest::aProjectIsKnownByItsContent()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(sourceReaderFor(file.peek(4096), u"renamed.txt"_s).value(), &projectReader);
    QCOMPARE(sourceReaderNamed(u"galley"), &projectReader);
    QCOMPARE(sourceReaderNamed(u"text"), readerNamed(u"text"));
    QCOMPARE(sourceReaders().size(), readers().size() + 1);
    QVERIFY(!sourceReaderFor(QByteArrayView("SQLite format 3\0and more of another program", 43), u"a.galley"));
    QCOMPARE(sourceReaderFor("Words.", u"a.txt").value(), readerNamed(u"text"));
}

void SourcesTest::itGivesWhatItsLinesWouldButTheCodebook()
{
    addEverything();
    const auto store = ProjectStore::open(path(), ProjectStore::Mode::ReadOnly);
    QVERIFY(store);
    QBuffer lines;
    QVERIFY(lines.open(QIODevice::ReadWrite));
    QVERIFY(exportTo(*store, lines, u"jsonl"_s, {}));
    lines.seek(0);
    QStringList expected;
    QVERIFY(readerNamed(u"jsonl")->read(lines, u"a", {}, [&](const ReadRecord &record) {
        if (!std::holds_alternative<ReadCodebook>(record.value))
            expected += print(record.value);
        return true;
    }));
    QStringList found;
    for (const ReadRecord &record : records(path()))
        found += print(record.value);
    QCOMPARE(found.join(u'\n'), expected.join(u'\n'));
    for (const char *what : {"LOAD-DATE=May 4, 2023", "headline 0-13", "coder Bo", "done", "Stance", "strength: 0.25", "sure: true",
                             "note: said \"no\"", "sample", "flagged"})
        QVERIFY2(found.join(u'\n').contains(QLatin1StringView(what)), what);
}

void SourcesTest::itStopsWhereNoMoreIsWanted()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    int taken = 0;
    QVERIFY(projectReader.read(file, u"source.galley", {}, [&](const ReadRecord &) { return ++taken < 2; }));
    QCOMPARE(taken, 2);
}

void SourcesTest::itComesIntoAnotherProjectAndOnlyOnce()
{
    ProjectStore target = project(m_folder->filePath(u"target.galley"_s));
    const ImportReport report = importedInto(target, records(path()));
    QVERIFY(report.failures.empty());
    QCOMPARE(report.articles, 1); // the others of a sample project are in both
    QCOMPARE(report.annotations, 1);
    const ImportReport again = importedInto(target, records(path()));
    QCOMPARE(again.articles, 0);
    QVERIFY(again.annotationsAlreadyThere >= 1);
    QCOMPARE(again.annotations, 0);
}

void SourcesTest::itIsLeftAsItWas()
{
    const QByteArray before = hashOf(path());
    QVERIFY(!records(path()).empty());
    QCOMPARE(hashOf(path()), before);
}

void SourcesTest::whatIsNoProjectIsRefused_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {100, 512, 4096, 5000})
        QTest::addRow("%d bytes of one", int(size)) << qsizetype(size);
}

void SourcesTest::whatIsNoProjectIsRefused()
{
    QFETCH(qsizetype, size);
    QFile whole(path());
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile cut(m_folder->filePath(u"cut.galley"_s));
    QVERIFY(cut.open(QIODevice::ReadWrite | QIODevice::Truncate) && cut.write(whole.read(size)) == size && cut.flush());
    const auto info = projectReader.read(cut, u"cut.galley", {}, [](const ReadRecord &) { return true; });
    QVERIFY(!info);
    QVERIFY(!info.error().message.isEmpty());
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QVERIFY(!projectReader.read(buffer, u"a.galley", {}, [](const ReadRecord &) { return true; }));
}

GALLEY_TEST(SourcesTest)
#include "tst_sources.moc"
