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
    void itComesIntoAnotherProjectAndOnlyOnce();
    void itIsLeftAsItWas();
    void whatIsNoProjectIsRefused_data();
    void whatIsNoProjectIsRefused();

private:
    QString path() const { return m_folder->filePath(u"source.galley"_s); }
    std::vector<ReadRecord> records(const QString &file);

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
    const auto store = ProjectStore::open(path(), ProjectStore::Mode::ReadOnly);
    QVERIFY(store);
    QBuffer lines;
    QVERIFY(lines.open(QIODevice::ReadWrite));
    QVERIFY(exportTo(*store, lines, u"jsonl"_s, {}));
    lines.seek(0);
    std::vector<size_t> expected;
    QVERIFY(readerNamed(u"jsonl")->read(lines, u"a", {}, [&](const ReadRecord &record) {
        if (!std::holds_alternative<ReadCodebook>(record.value))
            expected.push_back(record.value.index());
        return true;
    }));
    std::vector<size_t> found;
    int articles = 0;
    for (const ReadRecord &record : records(path())) {
        found.push_back(record.value.index());
        if (const auto *read = std::get_if<ReadArticle>(&record.value); read && read->text == text) {
            ++articles;
            QCOMPARE(read->article.outlet, u"The Paper"_s);
            QCOMPARE(read->article.fields.value(u"LOAD-DATE"_s), u"May 4, 2023"_s);
            QCOMPARE(read->zones.size(), size_t(1));
        }
    }
    QCOMPARE(articles, 1);
    QCOMPARE(found, expected);
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
