// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawsql.h"
#include "sampleproject.h"

#include <store/backup.h>

#include <testing.h>

#include <thread>

using namespace galley;
using namespace galley::sample;

/// Copies beside the file: checked, rotated, made while somebody codes.
class BackupTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aBackupIsAProject();
    void nothingNewNeedsNoBackup();
    void onlySoManyAreKept();
    void otherFilesInTheFolderAreLeftAlone();
    void anUnreadableBackupIsNoReasonToSkip();
    void aDamagedProjectReplacesNoBackup();
    void backupsAreMadeWhileSomebodyCodes();
    void theStructureIsCheckedOnRequest();
    void aCopyIsWholeAndReplacesOnlyWhatItMay();
    void aCheckpointLeavesNothingBesideTheFile();
    void aReaderThatHoldsStillSeesOneState();

private:
    QString path() const { return m_folder->filePath(u"my project.galley"_s); }
    void code();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
};

void BackupTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(project(path()));
}

void BackupTest::code()
{
    taken(m_store->apply({u"code"_s, {added(annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{0, 9}}))}}, stamp()));
}

void BackupTest::aBackupIsAProject()
{
    code();
    const auto made = taken(backUpIfChanged(path()));
    QVERIFY(made);
    QVERIFY(made->startsWith(m_folder->filePath(u"my project.galley.backups/my project."_s)));
    ProjectStore copy = taken(ProjectStore::open(*made, ProjectStore::Mode::ReadWrite));
    QCOMPARE(taken(copy.annotations({1})).size(), size_t(1));
    QVERIFY(taken(copy.check()).empty());
    taken(copy.undo(stamp()));
}

void BackupTest::nothingNewNeedsNoBackup()
{
    QVERIFY(taken(backUpIfChanged(path())));
    QVERIFY(!taken(backUpIfChanged(path())));
    code();
    QVERIFY(taken(backUpIfChanged(path())));
    taken(m_store->undo(stamp()));
    QVERIFY(taken(backUpIfChanged(path())));
    QVERIFY(!taken(backUpIfChanged(path())));
}

void BackupTest::onlySoManyAreKept()
{
    QStringList made;
    for (int round = 0; round < 6; ++round) {
        code();
        made.prepend(*taken(backUpIfChanged(path(), 3)));
    }
    QCOMPARE(backupsOf(path()), made.first(3));
}

void BackupTest::otherFilesInTheFolderAreLeftAlone()
{
    const QString kept = taken(backUpAs(path(), u"before cleaning"_s));
    QFile note(backupFolder(path()) + u"/note.txt"_s);
    QVERIFY(note.open(QIODevice::WriteOnly));
    for (int round = 0; round < 3; ++round) {
        code();
        taken(backUpIfChanged(path(), 1));
    }
    QVERIFY(QFile::exists(kept));
    QVERIFY(note.exists());
    QCOMPARE(backupsOf(path()).size(), 1);
}

void BackupTest::anUnreadableBackupIsNoReasonToSkip()
{
    QFile first(*taken(backUpIfChanged(path())));
    QVERIFY(first.resize(100));
    QVERIFY(taken(backUpIfChanged(path())));
}

void BackupTest::aDamagedProjectReplacesNoBackup()
{
    code();
    const QString good = *taken(backUpIfChanged(path(), 1));
    code();
    m_store.reset();
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 4096; at + 4096 < file.size(); at += 8192) {
        file.seek(at);
        file.write(QByteArray(64, '\xff'));
    }
    file.close();
    QVERIFY(!backUpIfChanged(path(), 1));
    QCOMPARE(backupsOf(path()), QStringList{good});
    QCOMPARE(QDir(backupFolder(path())).entryList(QDir::Files).size(), 1);
    QVERIFY(!quickCheck(path()).value_or(std::vector<Problem>{{}}).empty());
}

void BackupTest::backupsAreMadeWhileSomebodyCodes()
{
    std::atomic<bool> done = false;
    int made = 0;
    std::jthread worker([&] {
        while (!done)
            made += taken(backUpIfChanged(path())).has_value();
    });
    for (int round = 0; round < 100; ++round)
        code();
    done = true;
    worker.join();
    QVERIFY(made > 0);
    for (const QString &copy : backupsOf(path()))
        QVERIFY(taken(taken(ProjectStore::open(copy, ProjectStore::Mode::ReadOnly)).check()).empty());
}

void BackupTest::theStructureIsCheckedOnRequest()
{
    QVERIFY(taken(quickCheck(path())).empty());
    QVERIFY(!quickCheck(m_folder->path()));
}

void BackupTest::aCopyIsWholeAndReplacesOnlyWhatItMay()
{
    code();
    const QString copy = m_folder->filePath(u"for Ben.galley"_s);
    taken(saveCopy(path(), copy));
    code();
    taken(saveCopy(path(), copy)); // and again, in its place
    QCOMPARE(taken(taken(ProjectStore::open(copy, ProjectStore::Mode::ReadOnly)).counts()).annotations, 2);
    QVERIFY(!QFile::exists(copy + u".partial"_s));
    QVERIFY(!saveCopy(path(), path()));
    {
        const ProjectStore elsewhere = taken(ProjectStore::open(copy, ProjectStore::Mode::ReadWrite));
        if (QFile::exists(copy + u"-wal"_s))
            QVERIFY(!saveCopy(path(), copy)); // somebody works in it
    }
    QVERIFY(!saveCopy(path(), m_folder->filePath(u"no such folder/copy.galley"_s)));
    QCOMPARE(taken(m_store->counts()).annotations, 2);
}

void BackupTest::aCheckpointLeavesNothingBesideTheFile()
{
    code();
    code();
    QVERIFY(taken(m_store->checkpoint()));
    const QString copy = m_folder->filePath(u"copy.galley"_s);
    QVERIFY(QFile::copy(path(), copy)); // the file alone, as a file manager does it
    QCOMPARE(taken(taken(ProjectStore::open(copy, ProjectStore::Mode::ReadOnly)).counts()).annotations, 2);
    const ImportSession session = taken(m_store->beginImport());
    QVERIFY(!taken(m_store->checkpoint())); // not now
}

void BackupTest::aReaderThatHoldsStillSeesOneState()
{
    code();
    ProjectStore reader = taken(ProjectStore::open(path(), ProjectStore::Mode::ReadOnly));
    taken(reader.holdStill());
    code();
    QCOMPARE(taken(reader.counts()).annotations, 1);
    QCOMPARE(taken(m_store->counts()).annotations, 2);
    QVERIFY(!m_store->holdStill()); // it is there to write
}

GALLEY_TEST(BackupTest)
#include "tst_backup.moc"
