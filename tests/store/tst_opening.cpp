// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawsql.h"
#include "sampleproject.h"

#include <store/backup.h>
#include <store/failure.h>
#include <store/openfile.h>
#include <store/storagekind.h>
#include <store/storeprivate.h>

#include <domain/identity.h>

#include <testing.h>

#include <QLockFile>
#include <QProcess>

#include <unistd.h>

using namespace galley;
using namespace galley::sample;

/// Whatever is wrong with a file, it gets its own message and is left as it was.
class OpeningTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsNoProjectIsToldApart_data();
    void whatIsNoProjectIsToldApart();
    void aTruncatedFileIsRefusedAtEveryLength();
    void anAlteredSchemaIsRefused_data();
    void anAlteredSchemaIsRefused();
    void statisticsAreNoAlteration();
    void aNewerVersionIsRefusedByItsNumber();
    void anOlderVersionIsBackedUpAndBroughtUp();
    void aProjectOfVersionOneIsBroughtUp();
    void whatWasCodedInVersionThreeIsThereWithItsHistory();
    void twoCopiesBroughtUpApartAreTheSame();
    void aMigrationThatFailsLeavesTheFile();
    void theSecondWriterIsToldWhoHoldsIt();
    void readersComeWithoutTheLock();
    void theLockOfADeadProcessIsTakenOver();
    void aForeignTransactionIsWaitedForThenNamed();
    void aReadOnlyPlaceCanBeRead();
    void aFileIsMadeWholeOrNotAtAll();
    void nothingIsLeftBesideAClosedProject();
    void theConnectionIsHardened();
    void thePlaceDecidesTheJournal_data();
    void thePlaceDecidesTheJournal();

private:
    QString path(const QString &name = u"p.galley"_s) const { return m_folder->filePath(name); }
    QString refusal(ProjectStore::Mode mode = ProjectStore::Mode::ReadWrite, const QString &name = u"p.galley"_s) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void OpeningTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    project(path());
}

QString OpeningTest::refusal(ProjectStore::Mode mode, const QString &name) const
{
    const auto store = ProjectStore::open(path(name), mode);
    return store ? u"opened"_s : store.error().message;
}

void OpeningTest::whatIsNoProjectIsToldApart_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << u"missing"_s << u"There is no file “%1”."_s;
    QTest::newRow("folder") << u"folder"_s << u"“%1” is a folder, not a project file."_s;
    QTest::newRow("empty") << u"empty"_s << u"The file “%1” is empty; it is not a Galley project."_s;
    QTest::newRow("text") << u"text"_s << u"“%1” is not a Galley project."_s;
    QTest::newRow("one byte") << u"x"_s << u"“%1” is not a Galley project."_s;
    QTest::newRow("foreign") << u"foreign"_s << u"“%1” belongs to another program; it is a database, but not a Galley project."_s;
    QTest::newRow("device") << u"device"_s << u"The file “%1” cannot be read: its permissions do not allow it."_s;
}

void OpeningTest::whatIsNoProjectIsToldApart()
{
    QFETCH(QString, kind);
    QFETCH(QString, message);
    QString name = u"other"_s;
    if (kind == "folder"_L1)
        QDir(m_folder->path()).mkdir(name);
    else if (kind == "empty"_L1)
        write(path(name), {});
    else if (kind == "text"_L1)
        write(path(name), QByteArray(5000, 'a'));
    else if (kind == "x"_L1)
        write(path(name), "x");
    else if (kind == "foreign"_L1)
        raw::Database(path(name)).rows("CREATE TABLE t (a)");
    else if (kind == "device"_L1)
        name = u"/dev/null"_s;
    const QString given = kind == "device"_L1 ? name : path(name);
    for (const auto mode : {ProjectStore::Mode::ReadOnly, ProjectStore::Mode::ReadWrite}) {
        const auto store = ProjectStore::open(given, mode);
        QVERIFY(!store);
        QCOMPARE(store.error().message, message.arg(given));
    }
}

void OpeningTest::aTruncatedFileIsRefusedAtEveryLength()
{
    const QByteArray whole = contents(path());
    for (qsizetype length = 1; length < whole.size(); length += length < 200 ? 7 : 1777) {
        write(path(), whole.first(length));
        const QString message = refusal();
        QVERIFY2(message.contains(u"cut off"_s) || message.contains(u"damaged"_s) || (length < 16 && message.contains(u"not a Galley project"_s)),
                 qPrintable(u"%1: %2"_s.arg(length).arg(message)));
        QCOMPARE(contents(path()), whole.first(length));
    }
}

void OpeningTest::anAlteredSchemaIsRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("a trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON annotation BEGIN DELETE FROM coder; END");
    QTest::newRow("a table") << QByteArray("CREATE TABLE more (a)");
    QTest::newRow("a view") << QByteArray("DROP VIEW article_view; CREATE VIEW article_view AS SELECT 1");
    QTest::newRow("a column") << QByteArray("ALTER TABLE coder ADD COLUMN wage TEXT");
    QTest::newRow("no index") << QByteArray("DROP INDEX annotation_reading_order");
    QTest::newRow("a table named like an index") << QByteArray("CREATE TABLE sqlite_stats (a)");
}

void OpeningTest::anAlteredSchemaIsRefused()
{
    QFETCH(QByteArray, sql);
    const QStringList done = raw::Database(path()).rows(sql);
    if (!done.isEmpty())
        QVERIFY2(done.front().contains(u"reserved for internal use"_s), qPrintable(done.front()));
    else
        QVERIFY(refusal().contains(u"altered by another program"_s));
}

void OpeningTest::statisticsAreNoAlteration()
{
    QCOMPARE(raw::Database(path()).rows("ANALYZE"), QStringList());
    QCOMPARE(refusal(), u"opened"_s);
}

void OpeningTest::aNewerVersionIsRefusedByItsNumber()
{
    raw::Database(path()).rows("UPDATE meta SET value = '9.1' WHERE key = 'galley'; PRAGMA user_version = 77");
    const QByteArray before = contents(path());
    QCOMPARE(refusal(), u"The project needs a newer Galley: its file is of version 77, this Galley knows up to version 7. It was made with Galley 9.1."_s);
    QCOMPARE(contents(path()), before);
}

void OpeningTest::anOlderVersionIsBackedUpAndBroughtUp()
{
    const int now = migrations().back().version;
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    steps.push_back({now + 1, "ALTER TABLE coder ADD COLUMN email TEXT NOT NULL DEFAULT ''"});
    steps.push_back({now + 2, "CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT; INSERT INTO team (name) SELECT name FROM coder"});
    const OpenOptions options{steps};
    const auto opened = [&](ProjectStore::Mode mode) {
        return attempt([&] { return openFile(path(), mode, options).connection->number("PRAGMA user_version"); });
    };
    QCOMPARE(opened(ProjectStore::Mode::ReadOnly).error().message,
             u"The project is of an older version (%1). Open it for writing once; it is then brought up to version %2."_s.arg(now).arg(now + 2));
    QCOMPARE(taken(opened(ProjectStore::Mode::ReadWrite)), now + 2);
    QCOMPARE(taken(opened(ProjectStore::Mode::ReadOnly)), now + 2);
    QCOMPARE(raw::Database(path()).rows("SELECT name || email FROM coder UNION ALL SELECT name FROM team"), QStringList({u"Ada"_s, u"Ben"_s, u"Ada"_s, u"Ben"_s}));
    const QStringList copies = QDir(backupFolder(path())).entryList(QDir::Files);
    QCOMPARE(copies.size(), 1);
    QVERIFY(copies.front().startsWith(u"p.version-%1."_s.arg(now)));
    const ProjectStore copy = taken(ProjectStore::open(backupFolder(path()) + u'/' + copies.front(), ProjectStore::Mode::ReadOnly));
    QVERIFY(taken(copy.check()).empty());
    QCOMPARE(refusal().left(34), u"The project needs a newer Galley: "_s);
}

/// A real file of version 1: with the tables of that version and nothing of later ones.
void OpeningTest::aProjectOfVersionOneIsBroughtUp()
{
    const QString old = path(u"old.galley"_s);
    {
        raw::Database made(old);
        made.rows(QByteArray::fromStdString(migrations().front().sql));
        made.rows("PRAGMA user_version = 1; PRAGMA application_id = " + QByteArray::number(applicationId)
            + "; "
                  "INSERT INTO article VALUES (1, '0b8a1c5e-0000-4000-8000-000000000001', NULL, 'T', 'O', '', '', '', '', 'en', '', 1, "
                  "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', '{}', 0); "
                  "INSERT INTO article_text VALUES (1, 'abc')");
    }
    const ProjectStore store = taken(ProjectStore::open(old, ProjectStore::Mode::ReadWrite));
    QCOMPARE(raw::Database(old).rows("PRAGMA user_version"), QStringList{QString::number(migrations().back().version)});
    const ArticleId id{idOf(QUuid::fromString(u"0b8a1c5e-0000-4000-8000-000000000001"))};
    QCOMPARE(taken(store.text(id)), u"abc"_s);
    QVERIFY(!taken(store.article(id)).family && !taken(store.hasFamilies()));
    QVERIFY(taken(store.samples()).empty());
    QCOMPARE(QDir(backupFolder(old)).entryList(QDir::Files).size(), 1);
}

namespace {

/// A file as version 3 made it: a codebook, two coders, an article that was imported with a zone, and three codings of which
/// one was undone.
void makeVersionThree(const QString &path)
{
    raw::Database made(path);
    for (const Migration &step : migrations().first(3))
        made.rows(QByteArray::fromStdString(step.sql));
    made.rows("PRAGMA user_version = 3; PRAGMA application_id = " + QByteArray::number(applicationId) + R"sql(;
        INSERT INTO meta VALUES ('uuid', '0b8a1c5e-0000-4000-8000-00000000000f'), ('created', '2026-01-02T03:04:05.000Z'), ('galley', '0.1.0');
        INSERT INTO source VALUES (1, '/articles/a.txt', 'aa', 'UTF-8');
        INSERT INTO article (id, uuid, source, title, outlet, authors, published, section, page, language, url, length, text_sha256, fields)
            VALUES (1, '0b8a1c5e-0000-4000-8000-000000000001', 1, 'T', 'O', '', '', '', '', 'en', '', 3,
                    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', '{}');
        INSERT INTO article_text VALUES (1, 'abc');
        INSERT INTO zone VALUES (1, 1, 'headline', 0, 1, 0);
        INSERT INTO layer (id, uuid, name, unit, description, position) VALUES (1, '0b8a1c5e-0000-4000-8000-000000000002', 'Framing', 'span', '', 1);
        INSERT INTO variable VALUES (1, '0b8a1c5e-0000-4000-8000-000000000003', 1, 'frame', 'code', '', 0, 0, NULL, NULL, 1, 0);
        INSERT INTO code VALUES (1, '0b8a1c5e-0000-4000-8000-000000000004', 1, NULL, 'Security', NULL, '', '', '', '[]', '', '', 1, 0);
        INSERT INTO coder VALUES (1, '0b8a1c5e-0000-4000-8000-000000000005', 'Ada', 'lead', 0), (2, '0b8a1c5e-0000-4000-8000-000000000006', 'Ben', 'coder', 0);
        INSERT INTO codebook_revision VALUES (1, 'Old', '2026-01-02T03:04:05.000Z', NULL, 'New project');
        INSERT INTO annotation (id, uuid, article, layer, coder, code, start, end, quote, memo, status, revision, created, modified, deleted) VALUES
            (1, '0b8a1c5e-0000-4000-8000-000000000011', 1, 1, 1, 1, 0, 1, 'a', '', 'coded', 1, '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z', 0),
            (2, '0b8a1c5e-0000-4000-8000-000000000012', 1, 1, 2, 1, 1, 2, 'b', 'm', 'coded', 1, '2026-01-02T03:04:06.000Z', '2026-01-02T03:04:06.000Z', 0),
            (3, '0b8a1c5e-0000-4000-8000-000000000013', 1, 1, 1, 1, 2, 3, 'c', '', 'coded', 1, '2026-01-02T03:04:07.000Z', '2026-01-02T03:04:07.000Z', 1);
        INSERT INTO progress VALUES (1, 1, 1, 'done', 0);
        INSERT INTO operation VALUES
            (1, '0b8a1c5e-0000-4000-8000-000000000021', '2026-01-02T03:04:05.000Z', NULL, 'Import', 'do', NULL, 'applied', 2,
             '{"edits":[{"rows":"article","first":1,"last":1,"added":true},{"rows":"zone","first":1,"last":1,"added":true}]}'),
            (2, '0b8a1c5e-0000-4000-8000-000000000022', '2026-01-02T03:04:06.000Z', 1, 'Code a', 'do', NULL, 'applied', 1,
             '{"edits":[{"row":"annotation","after":{"id":1,"uuid":"0b8a1c5e-0000-4000-8000-000000000011","article":1,"layer":1,"coder":1,"code":1,"ranges":[[0,1]],"quote":"a","created":"2026-01-02T03:04:05.678Z","modified":"2026-01-02T03:04:05.678Z"}}]}'),
            (3, '0b8a1c5e-0000-4000-8000-000000000023', '2026-01-02T03:04:07.000Z', 2, 'Code b', 'do', NULL, 'applied', 1,
             '{"edits":[{"row":"annotation","after":{"id":2,"uuid":"0b8a1c5e-0000-4000-8000-000000000012","article":1,"layer":1,"coder":2,"code":1,"ranges":[[1,2]],"quote":"b","memo":"m","created":"2026-01-02T03:04:06.000Z","modified":"2026-01-02T03:04:06.000Z"}}]}'),
            (4, '0b8a1c5e-0000-4000-8000-000000000024', '2026-01-02T03:04:08.000Z', 1, 'Code c', 'do', NULL, 'undone', 1,
             '{"edits":[{"row":"annotation","after":{"id":3,"uuid":"0b8a1c5e-0000-4000-8000-000000000013","article":1,"layer":1,"coder":1,"code":1,"ranges":[[2,3]],"quote":"c","created":"2026-01-02T03:04:07.000Z","modified":"2026-01-02T03:04:07.000Z"}}]}'),
            (5, '0b8a1c5e-0000-4000-8000-000000000025', '2026-01-02T03:04:09.000Z', 1, 'Code c', 'undo', 4, 'applied', 1, NULL))sql");
}

QStringList quotesIn(const ProjectStore &store)
{
    QStringList quotes;
    taken(store.forEachAnnotation({}, [&](const AnnotationRow &row) -> Result<> {
        quotes += QString::fromUtf8(row.quote);
        return {};
    }));
    return quotes;
}

} // namespace

void OpeningTest::whatWasCodedInVersionThreeIsThereWithItsHistory()
{
    const QString old = path(u"three.galley"_s);
    makeVersionThree(old);
    ProjectStore store = taken(ProjectStore::open(old, ProjectStore::Mode::ReadWrite));
    QCOMPARE(quotesIn(store), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(taken(store.check()).empty());
    QVERIFY(taken(store.rulings()).empty() && !taken(store.hasConsensus()));
    const auto article = taken(store.articles()).front();
    QCOMPARE(taken(store.zones(article.id)).size(), size_t(1));
    QCOMPARE(taken(store.progress(article.id)).front().state, ProgressState::Done);
    QCOMPARE(taken(store.codebook()).name(), u"Old"_s);
    const CoderId ada{idOf(QUuid::fromString(u"0b8a1c5e-0000-4000-8000-000000000005"))};
    const auto annotations = taken(store.annotations(article.id));
    QCOMPARE(annotations.front().uuid, QUuid::fromString(u"0b8a1c5e-0000-4000-8000-000000000011"));
    QCOMPARE(annotations.front().created, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), QTimeZone::UTC));
    QCOMPARE(taken(store.codebook()).numberOf(annotations.front().revision), 1);

    QCOMPARE(taken(store.nextRedo(ada))->text, u"Code c"_s);
    taken(store.redo({ada, time()}, ada));
    QCOMPARE(quotesIn(store), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    taken(store.undo({ada, time()}, ada));
    QCOMPARE(taken(store.nextUndo(ada))->text, u"Code a"_s); // not Ben's, which is newer
    taken(store.undo({ada, time()}, ada));
    QCOMPARE(quotesIn(store), QStringList{u"b"_s});
    QVERIFY(!taken(store.nextUndo(ada)));
    taken(store.undo({ada, time()})); // anyone's
    taken(store.undo({ada, time()}));
    QVERIFY(taken(store.articles()).empty());
}

void OpeningTest::twoCopiesBroughtUpApartAreTheSame()
{
    const auto content = [&](const QString &name) {
        makeVersionThree(path(name));
        taken(ProjectStore::open(path(name), ProjectStore::Mode::ReadWrite));
        QStringList rows;
        for (const char *table : {"article", "zone", "layer", "variable", "code", "coder", "annotation", "progress", "source", "codebook_revision", "operation"})
            rows += raw::Database(path(name)).rows(QByteArray("SELECT * FROM ") + table + " ORDER BY id");
        return rows;
    };
    QCOMPARE(content(u"one.galley"_s), content(u"two.galley"_s));
}

void OpeningTest::aMigrationThatFailsLeavesTheFile()
{
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    const int now = steps.back().version;
    steps.push_back({now + 1, "ALTER TABLE coder ADD COLUMN email TEXT NOT NULL DEFAULT ''"});
    steps.push_back({now + 2, "UPDATE coder SET nonsense = 1"});
    QVERIFY(!attempt([&] { return openFile(path(), ProjectStore::Mode::ReadWrite, OpenOptions{steps}).path; }));
    steps.back().sql = "PRAGMA ignore_check_constraints = ON; UPDATE article SET source = 99";
    QVERIFY(!attempt([&] { return openFile(path(), ProjectStore::Mode::ReadWrite, OpenOptions{steps}).path; }));
    QCOMPARE(refusal(), u"opened"_s);
}

void OpeningTest::theSecondWriterIsToldWhoHoldsIt()
{
    const ProjectStore first = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
    const QString message = refusal();
    QVERIFY2(message.contains(u"process %1 on %2"_s.arg(getpid()).arg(QSysInfo::machineHostName())), qPrintable(message));
}

void OpeningTest::readersComeWithoutTheLock()
{
    ProjectStore writer = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite));
    ProjectStore reader = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadOnly));
    const Annotation row = annotation(writer.allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
    taken(writer.apply({u"code"_s, {added(row)}}, stamp()));
    QVERIFY(taken(reader.annotation(row.id)) == row);
    QCOMPARE(reader.apply({u"code"_s, {removed(row)}}, stamp()).error().message, u"The project is open for reading only."_s);
    QVERIFY(!reader.undo(stamp()));
    QVERIFY(!reader.beginImport());
}

void OpeningTest::theLockOfADeadProcessIsTakenOver()
{
    QProcess dead;
    dead.start(u"true"_s, {});
    const qint64 process = dead.processId();
    QVERIFY(dead.waitForFinished());
    write(path() + u".lock"_s, u"%1\nghost\n%2\n%3\n%3\n"_s.arg(process).arg(QSysInfo::machineHostName(), QString::fromLatin1(QSysInfo::bootUniqueId())).toUtf8());
    QCOMPARE(refusal(), u"opened"_s);
    write(path() + u".lock"_s, u"%1\nghost\nanother-computer\n\n\n"_s.arg(process).toUtf8());
    QVERIFY(refusal().contains(u"on another-computer"_s));
}

void OpeningTest::aForeignTransactionIsWaitedForThenNamed()
{
    raw::Database other(path());
    other.rows("PRAGMA busy_timeout = 0");
    OpenOptions options;
    options.busyTimeout = 20;
    ProjectStore store(std::make_unique<ProjectStore::Private>(openFile(path(), ProjectStore::Mode::ReadWrite, options),
                                                               ProjectStore::Mode::ReadWrite, options));
    QCOMPARE(other.rows("BEGIN IMMEDIATE"), QStringList());
    const Annotation row = annotation(store.allot<AnnotationTag>(), {1}, firstText, {{0, 9}});
    QCOMPARE(store.apply({u"code"_s, {added(row)}}, stamp()).error().message,
             u"Another program is writing to the project file. Close it there and try again."_s);
    other.rows("COMMIT");
    taken(store.apply({u"code"_s, {added(row)}}, stamp()));
}

void OpeningTest::aReadOnlyPlaceCanBeRead()
{
    taken(ProjectStore::open(path(), ProjectStore::Mode::ReadWrite)); // leaves it in WAL mode
    QFile::setPermissions(path(), QFile::Permissions::fromInt(0x4044));
    QFile::setPermissions(m_folder->path(), QFile::Permissions::fromInt(0x5055)); // read and enter, for everybody
    // Permissions do not bind root: then a process without its rights has to look.
    const bool isRoot = geteuid() == 0;
    if (isRoot)
        QCOMPARE(setresuid(65534, 65534, 0), 0);
    const auto reader = ProjectStore::open(path(), ProjectStore::Mode::ReadOnly);
    const QString read = reader ? taken(reader->text({1})) : reader.error().message + reader.error().detail;
    const QString readOnlyFile = refusal();
    if (isRoot)
        QCOMPARE(setresuid(0, 0, 0), 0);
    QFile::setPermissions(path(), QFile::Permissions::fromInt(0x6066));
    if (isRoot)
        QCOMPARE(setresuid(65534, 65534, 0), 0);
    const QString readOnlyFolder = refusal();
    if (isRoot)
        QCOMPARE(setresuid(0, 0, 0), 0);
    QFile::setPermissions(m_folder->path(), QFile::Permissions::fromInt(0x7000));
    QCOMPARE(read, firstText);
    QCOMPARE(readOnlyFile, u"The project file “%1” can only be read: its permissions do not allow changes."_s.arg(path()));
    QCOMPARE(readOnlyFolder, u"The project can only be read: nothing can be written in the folder “%1”."_s.arg(m_folder->path()));
}

void OpeningTest::aFileIsMadeWholeOrNotAtAll()
{
    QCOMPARE(ProjectStore::create(path(), codebook(), stamp()).error().message, u"There is already a file “%1”."_s.arg(path()));
    QVERIFY(!ProjectStore::create(path(u"no/such/folder.galley"_s), codebook(), stamp()));
    const Codebook bad(u"bad"_s, 1, {}, {variable(1, 7, u"of no layer"_s, VariableType::Text)}, {});
    QVERIFY(!ProjectStore::create(path(u"bad.galley"_s), bad, stamp()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"p.galley"_s});
}

void OpeningTest::nothingIsLeftBesideAClosedProject()
{
    for (const auto mode : {ProjectStore::Mode::ReadWrite, ProjectStore::Mode::ReadOnly})
        QVERIFY(taken(taken(ProjectStore::open(path(), mode)).text({1})).size() > 0);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"p.galley"_s});
}

void OpeningTest::theConnectionIsHardened()
{
    const OpenFile file = openFile(path(), ProjectStore::Mode::ReadWrite);
    QCOMPARE(file.connection->number("PRAGMA trusted_schema"), 0);
    QCOMPARE(file.connection->number("PRAGMA foreign_keys"), 1);
    QCOMPARE(file.connection->number("PRAGMA cell_size_check"), 1);
    QCOMPARE(file.connection->number("PRAGMA synchronous"), 2);
    QCOMPARE(file.connection->word("PRAGMA journal_mode"), u"wal"_s);
    QVERIFY(!attempt([&] { file.connection->run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'coder'"); }));
    QVERIFY(!attempt([&] { file.connection->run("SELECT load_extension('x')"); }));
    QVERIFY(!attempt([&] { file.connection->run("UPDATE article_text SET body = 'x'"); }));
    QVERIFY(!attempt([&] { file.connection->run("DELETE FROM article_text"); }));
}

void OpeningTest::thePlaceDecidesTheJournal_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<StorageKind>("kind");
    QTest::newRow("local") << u"/home/a/p.galley"_s << QByteArray("ext4") << StorageKind::Local;
    QTest::newRow("memory") << u"/tmp/p.galley"_s << QByteArray("tmpfs") << StorageKind::Local;
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "CIFS"})
        QTest::newRow(type) << u"/home/a/p.galley"_s << QByteArray(type) << StorageKind::Network;
    QTest::newRow("share") << u"//server/share/p.galley"_s << QByteArray() << StorageKind::Network;
    for (const char *folder : {"Dropbox", "Dropbox (Firm)", "OneDrive", "OneDrive - Firm", "Google Drive", "GoogleDrive", "Nextcloud", "nextcloud", "iCloud Drive", ".sync"})
        QTest::newRow(folder) << u"/home/a/%1/b/p.galley"_s.arg(QLatin1StringView(folder)) << QByteArray("ext4") << StorageKind::Synced;
    QTest::newRow("a name alone") << u"/home/a/Dropbox"_s << QByteArray("ext4") << StorageKind::Local;
    QTest::newRow("a longer word") << u"/home/a/Dropboxes/p.galley"_s << QByteArray("ext4") << StorageKind::Local;
}

void OpeningTest::thePlaceDecidesTheJournal()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, type);
    QFETCH(StorageKind, kind);
    QCOMPARE(storageKind(path, type), kind);
    if (kind != StorageKind::Synced)
        return;
    const QString folder = m_folder->filePath(QStringList(path.split(u'/').sliced(3, 1)).join(u'/'));
    QVERIFY(QDir().mkpath(folder));
    project(folder + u"/p.galley"_s);
    const OpenFile file = openFile(folder + u"/p.galley"_s, ProjectStore::Mode::ReadWrite);
    QCOMPARE(file.connection->word("PRAGMA journal_mode"), u"delete"_s);
}

GALLEY_TEST(OpeningTest)
#include "tst_opening.moc"
