// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <reading.h>

#include <testing.h>

#include <QDir>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Small files of every wire format, feed, mail and archive, and all that comes out of them.
class WireFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void files_data();
    void files();
};

namespace {

QString shown(const ReadArticle &read)
{
    const Article &article = read.article;
    QString out;
    const auto line = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            out += QLatin1StringView(name) + u": "_s + value + u'\n';
    };
    line("title", article.title);
    line("outlet", article.outlet);
    line("authors", article.authors);
    line("published", article.published);
    line("section", article.section);
    line("page", article.page);
    line("language", article.language);
    line("url", article.url);
    for (auto field = article.fields.begin(); field != article.fields.end(); ++field)
        line(qPrintable(u"field "_s + field.key()), field.value());
    for (const QString &zone : zoneLines(read.text, read.zones))
        line("zone", zone);
    return out + u"\n"_s + read.text + u"\n"_s;
}

/// Every record in order, each below the line it begins on.
QString shown(const Reading &result)
{
    QString out = result.info ? u"encoding: "_s + result.info->encoding : u"error: "_s + result.info.error().message;
    out += u'\n';
    for (const ReadRecord &record : result.records) {
        out += u"\n===== %1\n"_s.arg(record.line);
        if (const auto *read = std::get_if<ReadArticle>(&record.value))
            out += shown(*read);
        else if (const auto *problem = std::get_if<ReadProblem>(&record.value))
            out += u"problem: "_s + problem->reason + u'\n';
        else if (const auto *left = std::get_if<ReadLeftOut>(&record.value))
            out += u"left out: %1 characters, %2\n"_s.arg(left->what.characters).arg(nameOf(left->what.reason));
    }
    return out;
}

} // namespace

void WireFilesTest::files_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(GALLEY_TEST_DATA "/readers/wire"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        if (!name.endsWith(".expected"_L1))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void WireFilesTest::files()
{
    QFETCH(QString, path);
    // Content alone tells what it is.
    const QString found = shown(reading(contents(path), u"input"_s));
    const QString expected = path + u".expected"_s;
    if (qEnvironmentVariableIsSet("GALLEY_ACCEPT")) {
        QFile file(expected);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(found.toUtf8()) >= 0);
    }
    QCOMPARE(found, QString::fromUtf8(contents(expected)));
}

GALLEY_TEST(WireFilesTest)
#include "tst_wirefiles.moc"
