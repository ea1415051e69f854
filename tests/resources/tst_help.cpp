// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cues/cues.h>

#include <testing.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QApplication>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <limits>

using namespace galley;
using namespace Qt::StringLiterals;

class HelpTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPageBeginsWithItsTitle();
    void everyPageIsSetAsText();
    void theExampleOfACueDefinitionWorks();
    void thePageOnExportNamesEveryColumn();
};

namespace {

QString page(const QString &name)
{
    QFile file(u":/galley/help/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList pages()
{
    QStringList names = QDir(u":/galley/help"_s).entryList({u"*.md"_s}, QDir::Files);
    std::ranges::sort(names, {}, [](const QString &name) { // by their numbers, and what has none last
        bool isNumbered = false;
        const int number = name.section(u'-', 0, 0).toInt(&isNumbered);
        return std::pair(isNumbered ? number : std::numeric_limits<int>::max(), name);
    });
    return names;
}

} // namespace

void HelpTest::everyPageBeginsWithItsTitle()
{
    QStringList titles;
    for (const QString &name : pages())
        titles << page(name).section(u'\n', 0, 0);
    QCOMPARE(titles, QStringList({u"# First project in five minutes"_s, u"# Coding by keyboard"_s, u"# Codebooks"_s, u"# Cues"_s,
                                  u"# The project file"_s, u"# Export"_s, u"# Agreement between coders"_s, u"# Sampling"_s, u"# Importing articles"_s, u"# Comparing and settling"_s, u"# A study with several coders"_s, u"# Finding again"_s,
                                  u"# Help"_s}));
}

void HelpTest::everyPageIsSetAsText()
{
    for (const QString &name : pages()) {
        QTextDocument document;
        document.setMarkdown(page(name));
        const QString text = document.toPlainText();
        QVERIFY2(text.size() > (name == "index.md"_L1 ? 100 : 500), qPrintable(name));
        QVERIFY2(name == "index.md"_L1 || page(u"index.md"_s).contains(u'(' + name + u')'), qPrintable(name));
        const bool markupLeft = text.contains("**"_L1) || text.contains("```"_L1) || text.contains("\n#"_L1);
        QVERIFY2(!markupLeft, qPrintable(name));
    }
}

void HelpTest::theExampleOfACueDefinitionWorks()
{
    static const QRegularExpression block(u"```xml\\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    const QString example = block.match(page(u"4-cues.md"_s)).captured(1);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"alarm.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(example.toUtf8()) > 0);
    file.close();

    const CueFinder finder({folder.path()});
    QCOMPARE(finder.problems(), QStringList());
    QCOMPARE(finder.cues(u"A looming crisis, he said.", u"Alarm"_s, false).size(), 2u);
}

void HelpTest::thePageOnExportNamesEveryColumn()
{
    const QString text = page(u"6-export.md"_s);
    const QString columns = u"annotation_id article_id title outlet published url layer code start end ranges quote coder status memo "
                            "created modified"_s;
    for (const QString &column : columns.split(u' '))
        QVERIFY2(text.contains(u'`' + column + u'`'), qPrintable(column));
}

GALLEY_WINDOW_TEST(HelpTest)
#include "tst_help.moc"
