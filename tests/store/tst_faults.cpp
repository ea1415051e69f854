// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "failingdisk.h"
#include "rawsql.h"
#include "sampleproject.h"

#include <store/backup.h>
#include <store/storeprivate.h>

#include <testing.h>

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

using namespace galley;
using namespace galley::sample;

/// Disks fill up, processes are killed, bits flip: nothing acknowledged is lost and nothing crashes.
class FaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { failingdisk::install(); }
    void init();
    void aFullDiskLeavesTheProjectAsItWas_data();
    void aFullDiskLeavesTheProjectAsItWas();
    void aFullDiskEndsAnImportWithoutATrace();
    void noProjectIsMadeOnAFullDisk();
    void aKilledProcessLosesNoAcknowledgedAction_data();
    void aKilledProcessLosesNoAcknowledgedAction();
    void flippedBitsNeverCrash_data();
    void flippedBitsNeverCrash();
    void hostileContentIsReadAndReported();
    void anAlteredTextIsNoticed();

private:
    QString path() const { return m_folder->filePath(u"p.galley"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QStringList lines(const std::vector<Problem> &problems)
{
    QStringList result;
    for (const Problem &problem : problems)
        result += problem.where + u": "_s + problem.what;
    return result;
}

/// Every read there is; results do not matter, only that they come.
void readEverything(const ProjectStore &store)
{
    static_cast<void>(store.codebook());
    static_cast<void>(store.codebookUse());
    static_cast<void>(store.coders());
    static_cast<void>(store.actors());
    static_cast<void>(store.counts());
    static_cast<void>(store.nextUndo());
    static_cast<void>(store.nextRedo());
    static_cast<void>(store.history(1000));
    for (const auto &summary : store.articleSummaries({1}).value_or(std::vector<ArticleSummary>())) {
        static_cast<void>(store.article(summary.id));
        static_cast<void>(store.text(summary.id));
        static_cast<void>(store.zones(summary.id));
        static_cast<void>(store.progress(summary.id));
        static_cast<void>(store.annotations(summary.id));
    }
    size_t bytes = 0;
    static_cast<void>(store.forEachAnnotation({true, {}, {}}, [&](const AnnotationRow &row) -> Result<> {
        bytes += row.quote.size() + row.memo.size() + row.title.size() + row.ranges.size() + row.values.size();
        return {};
    }));
    static_cast<void>(store.forEachArticle([&](const ArticleRow &row) -> Result<> {
        bytes += row.text.size();
        return {};
    }));
    static_cast<void>(store.check());
}

/// Annotations with several ranges and values, progress, undone and discarded history.
void fill(ProjectStore &store)
{
    const Actor actor = sample::actor(store.allot<ActorTag>(), u"NATO"_s);
    taken(store.apply({u"actor"_s, {added(actor)}}, stamp()));
    for (int round = 0; round < 40; ++round) {
        Annotation row = annotation(store.allot<AnnotationTag>(), {1}, firstText, {{0, 9}, {14, 19 + round}}, {4});
        row.layer = {2};
        row.memo = QString(round * 20, u'm');
        row.values = {{{3}, actor.id}, {{4}, round / 2.0}, {{5}, round % 2 == 0}, {{6}, u"note"_s}};
        taken(store.apply({u"code"_s, {added(row)}}, stamp()));
        if (round % 5 == 0)
            taken(store.undo(stamp()));
    }
    taken(store.apply({u"done"_s, {added(Progress{progressId({1}, {1}), {1}, {1}, ProgressState::Done})}}, stamp()));
    taken(store.undo(stamp()));
}

} // namespace

void FaultsTest::init()
{
    failingdisk::writesLeft = -1;
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    project(path());
}

void FaultsTest::aFullDiskLeavesTheProjectAsItWas_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<QString>("message");
    QTest::newRow("full") << SQLITE_FULL << u"There is no space left to write the project. Nothing was changed; free some space and try again."_s;
    QTest::newRow("failing") << SQLITE_IOERR_WRITE << u"The project could not be written: the disk or the network folder refused it. Nothing was changed."_s;
}

void FaultsTest::aFullDiskLeavesTheProjectAsItWas()
{
    QFETCH(int, failure);
    QFETCH(QString, message);
    failingdisk::failure = failure;
    ProjectStore store = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
    const Annotation row = annotation(store.allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
    const auto history = taken(store.history(10));
    int refused = 0;
    for (int writes = 0;; ++writes) {
        failingdisk::writesLeft = writes;
        const auto done = store.apply({u"code"_s, {added(row)}}, stamp());
        failingdisk::writesLeft = -1;
        if (done)
            break;
        ++refused;
        QCOMPARE(done.error().message, message);
        QVERIFY(!taken(store.annotation(row.id)));
        QVERIFY(taken(store.history(10)) == history);
    }
    QVERIFY(refused > 3);
    QVERIFY(taken(store.annotation(row.id)) == row);
    failingdisk::writesLeft = 1;
    QVERIFY(!store.undo(stamp()));
    failingdisk::writesLeft = -1;
    QVERIFY(taken(store.annotation(row.id)) == row);
    taken(store.undo(stamp()));
    QCOMPARE(lines(taken(store.check())), QStringList());
}

void FaultsTest::aFullDiskEndsAnImportWithoutATrace()
{
    failingdisk::failure = SQLITE_FULL;
    ProjectStore store = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
    for (const int writes : {0, 3, 200}) {
        ImportSession session = taken(store.beginImport());
        failingdisk::writesLeft = writes;
        bool failed = false;
        for (int number = 0; number < 50 && !failed; ++number)
            failed = !session.add(article(u"A %1"_s.arg(number)), QByteArray(20000, char('a' + number % 26)), {});
        failed = failed || !session.commit(u"Import"_s, stamp());
        failingdisk::writesLeft = -1;
        QVERIFY(failed);
    }
    QCOMPARE(taken(store.articleSummaries({})).size(), size_t(2));
    QCOMPARE(lines(taken(store.check())), QStringList());
    ImportSession session = taken(store.beginImport());
    taken(session.add(article(u"A"_s), "text", {}));
    taken(session.commit(u"Import"_s, stamp()));
}

void FaultsTest::noProjectIsMadeOnAFullDisk()
{
    failingdisk::failure = SQLITE_FULL;
    failingdisk::writesLeft = 5;
    QVERIFY(!ProjectStore::create(m_folder->filePath(u"new.galley"_s), codebook(), stamp()));
    failingdisk::writesLeft = 0;
    QVERIFY(!backUpIfChanged(path()));
    failingdisk::writesLeft = 30;
    QVERIFY(!backUpIfChanged(path()));
    failingdisk::writesLeft = -1;
    QVERIFY(backupsOf(path()).isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"p.galley"_s});
    QCOMPARE(QDir(backupFolder(path())).entryList(QDir::Files), QStringList());
}

void FaultsTest::aKilledProcessLosesNoAcknowledgedAction_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void FaultsTest::aKilledProcessLosesNoAcknowledgedAction()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QProcess helper;
    helper.start(QCoreApplication::applicationDirPath() + u"/codinghelper"_s, {path(), u"200"_s});
    QVERIFY(helper.waitForStarted());
    // Killed after a random number of acknowledged actions, wherever the next one is by then.
    QByteArray said;
    const int enough = random.bounded(150);
    while (said.count('\n') < enough && helper.waitForReadyRead(10000))
        said += helper.readAllStandardOutput();
    QThread::usleep(random.bounded(3000u));
    helper.kill();
    QVERIFY(helper.waitForFinished());
    said += helper.readAllStandardOutput();
    QCOMPARE(helper.readAllStandardError(), QByteArray());

    const QByteArrayList acknowledged = said.left(said.lastIndexOf('\n') + 1).split('\n');
    ProjectStore store = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
    QSet<QByteArray> found;
    for (const Annotation &row : taken(store.annotations({1})))
        found.insert(row.uuid.toByteArray(QUuid::WithoutBraces));
    for (const QByteArray &uuid : acknowledged)
        QVERIFY2(uuid.isEmpty() || found.contains(uuid), uuid.constData());
    QVERIFY(found.size() <= acknowledged.size()); // at most one was under way
    QCOMPARE(lines(taken(store.check())), QStringList());
    for (qsizetype at = 0; at < found.size(); ++at)
        taken(store.undo(stamp()));
    QVERIFY(taken(store.annotations({1})).empty());
}

void FaultsTest::flippedBitsNeverCrash_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void FaultsTest::flippedBitsNeverCrash()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    {
        ProjectStore store = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
        fill(store);
    }
    QFile original(path());
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray whole = original.readAll();
    const QString broken = m_folder->filePath(u"broken.galley"_s);
    int opened = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes = whole;
        const int flips = 1 + random.bounded(round % 2 ? 3 : 40);
        for (int flip = 0; flip < flips; ++flip)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        for (const char *beside : {"", "-wal", "-shm", "-journal", ".lock"})
            QFile::remove(broken + QLatin1StringView(beside));
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        if (const auto reader = ProjectStore::open(broken, ProjectStore::Mode::ReadOnly)) {
            ++opened;
            readEverything(*reader);
        } else {
            QVERIFY(!reader.error().message.isEmpty());
        }
        auto writer = ProjectStore::open(broken, ProjectStore::Mode::ReadWrite);
        if (!writer)
            continue;
        static_cast<void>(writer->undo(stamp()));
        static_cast<void>(writer->redo(stamp()));
        const Annotation row = annotation(writer->allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
        static_cast<void>(writer->apply({u"code"_s, {added(row)}}, stamp()));
        static_cast<void>(backUpIfChanged(broken));
        readEverything(*writer);
    }
    QVERIFY(opened > 0);
}

void FaultsTest::hostileContentIsReadAndReported()
{
    {
        ProjectStore store = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
        fill(store);
    }
    raw::Database file(path());
    const auto trigger = file.rows("SELECT sql FROM sqlite_schema WHERE name = 'operation_is_immutable'").join(u'\n').toUtf8();
    // The annotations and the entries of the history, counted from the first.
    const auto annotation = [](int place) { return "(SELECT id FROM annotation ORDER BY id LIMIT 1 OFFSET " + QByteArray::number(place - 1) + ")"; };
    const auto entry = [](int time) { return "id >> 36 = " + QByteArray::number(time); };
    QCOMPARE(file.rows("PRAGMA ignore_check_constraints = ON; DROP TRIGGER operation_is_immutable;"
                       "UPDATE code SET parent = 2 WHERE id = 1;"
                       "UPDATE code SET examples = '[1,{\"a\":[' WHERE id = 3;"
                       "UPDATE article SET fields = '[[[[', length = -5, title = CAST(x'ff00fe' AS TEXT) WHERE id = 1;"
                       "UPDATE annotation SET start = 900, end = 5, ranges = '[[9,1],[-7,99999999999],[\"a\"],3]' WHERE id = " + annotation(2) + ";"
                       "UPDATE annotation SET ranges = 'nonsense', created = -9223372036854775807, status = '?' WHERE id = " + annotation(3) + ";"
                       "UPDATE annotation SET start = -4, end = 9223372036854775807, ranges = NULL, uuid = '' WHERE id = " + annotation(4) + ";"
                       "UPDATE annotation_value SET variable = 7, text = NULL WHERE annotation = " + annotation(5) + ";"
                       "UPDATE operation SET payload = '{\"edits\":[{\"row\":\"annotation\"}]}' WHERE " + entry(3) + ";"
                       "UPDATE operation SET payload = NULL, at = '' WHERE " + entry(4) + ";" + trigger),
             QStringList());
    QVERIFY(!ProjectStore::open(path(), ProjectStore::Mode::ReadOnly)); // small enough to be checked at once
    OpenOptions options;
    options.checkedAtOnce = 0;
    const ProjectStore store(std::make_unique<ProjectStore::Private>(openFile(path(), ProjectStore::Mode::ReadOnly, options),
                                                                     ProjectStore::Mode::ReadOnly, options));
    readEverything(store);
    const QStringList problems = lines(taken(store.check()));
    for (const char *expected : {"code “Security”: it stands below itself", "history entry 3: it no longer says what it changed",
                                 "history entry 4", "is not one of the article's text", "it has “?” where status is stated"})
        QVERIFY2(problems.join(u'\n').contains(QString::fromUtf8(expected)), qPrintable(QString::fromUtf8(expected) + u"\n"_s + problems.join(u'\n')));
    QVERIFY(file.rows("SELECT * FROM annotation_view").size() > 20);
}

void FaultsTest::anAlteredTextIsNoticed()
{
    raw::Database file(path());
    QCOMPARE(file.rows("DROP TRIGGER article_text_is_immutable; UPDATE article_text SET body = replace(body, 'alliance', 'Alliance') WHERE article = 1;"
                       "CREATE TRIGGER article_text_is_immutable BEFORE UPDATE ON article_text BEGIN\n"
                       "    SELECT RAISE(ABORT, 'the text of an article never changes');\nEND;"),
             QStringList());
    const ProjectStore store = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadOnly));
    QVERIFY(store.text({1}).error().message.startsWith(u"The text of “First” is not the one that was imported"_s));
    QCOMPARE(taken(store.text({2})), secondText);
    QVERIFY(!store.forEachArticle([](const ArticleRow &) -> Result<> { return {}; }));
    QCOMPARE(lines(taken(store.check())).size(), 1);
}

GALLEY_TEST(FaultsTest)
#include "tst_faults.moc"
