// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <testing.h>

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The desktop files, judged by the tools that read them.
class DesktopTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theDesktopEntryIsValid();
    void theMetainfoIsValid();
    void projectsAreKnownByNameAndByContent_data();
    void projectsAreKnownByNameAndByContent();

private:
    QTemporaryDir m_data;
};

namespace {

QString desktopFile(const QString &name)
{
    return QStringLiteral(GALLEY_SOURCE) + u"/resources/desktop/"_s + name;
}

/// What the tool says when it objects; nothing when it is content.
QString complaint(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(tool, arguments);
    if (!process.waitForFinished())
        return process.errorString();
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
}

/// The first 100 bytes of an SQLite database of an application.
QByteArray database(const QByteArray &applicationId)
{
    QByteArray header("SQLite format 3\0", 16);
    header.append(84, '\0');
    return header.replace(68, 4, applicationId);
}

} // namespace

void DesktopTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"update-mime-database"_s).isEmpty())
        return;
    const QDir mime(m_data.filePath(u"mime"_s));
    QVERIFY(mime.mkpath(u"packages"_s));
    QVERIFY(QFile::copy(desktopFile(u"org.galley.Galley-mime.xml"_s), mime.filePath(u"packages/org.galley.Galley.xml"_s)));
    QCOMPARE(complaint(u"update-mime-database"_s, {mime.path()}), QString());
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path()));
}

void DesktopTest::theDesktopEntryIsValid()
{
    const QString tool = u"desktop-file-validate"_s;
    if (QStandardPaths::findExecutable(tool).isEmpty())
        QSKIP("desktop-file-validate is not installed");
    QCOMPARE(complaint(tool, {desktopFile(u"org.galley.Galley.desktop"_s)}), QString());
}

void DesktopTest::theMetainfoIsValid()
{
    const QString tool = u"appstreamcli"_s;
    if (QStandardPaths::findExecutable(tool).isEmpty())
        QSKIP("appstreamcli is not installed");
    const QString noHomepageYet = u"--override=url-homepage-missing=info"_s;
    const QString metainfo = desktopFile(u"org.galley.Galley.metainfo.xml"_s);
    QCOMPARE(complaint(tool, {u"validate"_s, u"--no-net"_s, u"--no-color"_s, noHomepageYet, metainfo}), QString());
}

void DesktopTest::projectsAreKnownByNameAndByContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("type");
    const QString ours = u"application/vnd.galley.project"_s;
    QTest::newRow("a project") << u"study.galley"_s << database("GLLY") << ours;
    QTest::newRow("a project under another name") << u"study.backup"_s << database("GLLY") << ours;
    QTest::newRow("an empty file") << u"new.galley"_s << QByteArray() << ours;
    QTest::newRow("another database") << u"something"_s << database("ABCD") << u"application/vnd.sqlite3"_s;
}

void DesktopTest::projectsAreKnownByNameAndByContent()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    if (!QFile::exists(m_data.filePath(u"mime/mime.cache"_s)))
        QSKIP("update-mime-database is not installed");
    QFile file(m_data.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    const QMimeType type = QMimeDatabase().mimeTypeForFile(file.fileName());
    QTEST(type.name(), "type");
    QVERIFY(type.inherits(u"application/vnd.sqlite3"_s));
}

GALLEY_TEST(DesktopTest)
#include "tst_desktop.moc"
