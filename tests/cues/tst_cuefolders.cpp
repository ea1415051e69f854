// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cues/cues.h>
#include <cues/readable.h>

#include <testing.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

/// Definitions that analysts put into a folder of their own.
class CueFoldersTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theReadmesExampleWorks();
    void aDefinitionCanAddToOurs();
    void aFolderThatIsNotThereIsNoProblem();
    void aBrokenFileIsNamedAndTheOthersStay();
    void aNameCanBeTakenOnlyOnce();
    void aProgrammingLanguagesNameIsRefused();
    void aDefinitionForANewerLibraryIsRefused();
    void loudColoursAreMadeReadable();
    void aDefinitionThatNeverAdvancesEnds();

private:
    void put(const QString &name, const QByteArray &xml) const;
    QString pathOf(const QString &name) const { return QDir::toNativeSeparators(QDir(m_folder->path()).filePath(name)); }
    CueFinder finder() const { return CueFinder({m_folder->path()}); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray definition(const QByteArray &name, const QByteArray &rules, const QByteArray &style = "defStyleNum=\"dsAlert\"",
                      const QByteArray &version = "5.0")
{
    return "<language name=\"" + name + "\" version=\"1\" kateversion=\"" + version + "\" section=\"News\" extensions=\"\">"
           "<highlighting>"
           "<contexts><context name=\"Text\" attribute=\"Text\" lineEndContext=\"#stay\">" + rules + "</context></contexts>"
           "<itemDatas><itemData name=\"Text\" defStyleNum=\"dsNormal\"/><itemData name=\"Loaded word\" " + style + "/></itemDatas>"
           "</highlighting></language>";
}

const QByteArray loaded = "<WordDetect String=\"crisis\" attribute=\"Loaded word\" context=\"#stay\"/>";

QStringList kinds(const std::vector<Cue> &cues)
{
    QStringList result;
    for (const Cue &cue : cues)
        result << cue.name;
    return result;
}

QStringList names(const CueFinder &finder)
{
    QStringList result;
    for (const CueSet &set : finder.available()) {
        if (!set.ours)
            result << set.name;
    }
    return result;
}

} // namespace

void CueFoldersTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void CueFoldersTest::put(const QString &name, const QByteArray &xml) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(xml), xml.size());
}

void CueFoldersTest::theReadmesExampleWorks()
{
    QFile readme(QStringLiteral(GALLEY_SOURCE) + u"/resources/cues/README.md"_s);
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QByteArray text = readme.readAll();
    const qsizetype begin = text.indexOf("```xml\n") + 7;
    const QByteArray example = text.sliced(begin, text.indexOf("```", begin) - begin);
    QCOMPARE(example.count('\n'), 15);
    put(u"example.xml"_s, example);

    const CueFinder found = finder();
    QCOMPARE(found.problems(), QStringList());
    QCOMPARE(names(found), QStringList{u"Urgency"_s});
    QCOMPARE(cueSetFor(found.available(), u"en"), u"News cues (English)"_s);
    QCOMPARE(kinds(found.cues(u"A looming crisis, he said, will not wait until it is too late.", u"Urgency"_s, false)),
             QStringList({u"Alarm"_s, u"Alarm"_s, u"Deadline"_s}));
}

void CueFoldersTest::aDefinitionCanAddToOurs()
{
    put(u"more.xml"_s, definition("News and loaded words", loaded + "<IncludeRules context=\"##News cues (English)\"/>"));
    const CueFinder found = finder();
    QCOMPARE(found.problems(), QStringList());
    QCOMPARE(kinds(found.cues(u"\"It is,\" she said of the crisis.", u"News and loaded words"_s, false)),
             QStringList({u"Quotation"_s, u"Attribution verb"_s, u"Loaded word"_s}));
}

void CueFoldersTest::aFolderThatIsNotThereIsNoProblem()
{
    const CueFinder found({m_folder->filePath(u"nowhere"_s)});
    QCOMPARE(found.problems(), QStringList());
    QCOMPARE(found.available().size(), 2u);
}

void CueFoldersTest::aBrokenFileIsNamedAndTheOthersStay()
{
    put(u"a.xml"_s, "<language name=\"Broken\"");
    put(u"b.xml"_s, definition("Sound", loaded));
    put(u"notes.md"_s, "no definition, not looked at");
    const CueFinder found = finder();
    QCOMPARE(names(found), QStringList{u"Sound"_s});
    QCOMPARE(found.problems().size(), 1);
    QVERIFY2(found.problems().front().startsWith(pathOf(u"a.xml"_s) + u": line 1: "_s), qPrintable(found.problems().front()));
}

void CueFoldersTest::aNameCanBeTakenOnlyOnce()
{
    put(u"a.xml"_s, definition("Mine", loaded));
    put(u"b.xml"_s, definition("Mine", loaded));
    put(u"c.xml"_s, definition("News cues (English)", loaded));
    const CueFinder found = finder();
    QCOMPARE(names(found), QStringList{u"Mine"_s});
    const QString taken = u"%1: there is a definition named “%2” already; give this one another name"_s;
    QCOMPARE(found.problems(), QStringList({taken.arg(pathOf(u"b.xml"_s), u"Mine"_s),
                                            taken.arg(pathOf(u"c.xml"_s), u"News cues (English)"_s)}));
}

void CueFoldersTest::aProgrammingLanguagesNameIsRefused()
{
    put(u"a.xml"_s, definition("C++", loaded));
    const CueFinder found = finder();
    QCOMPARE(names(found), QStringList());
    QCOMPARE(found.problems().size(), 1);
    QVERIFY(found.problems().front().startsWith(pathOf(u"a.xml"_s)));
    QVERIFY(found.cues(u"int main", u"C++"_s, false).empty());
}

void CueFoldersTest::aDefinitionForANewerLibraryIsRefused()
{
    put(u"a.xml"_s, definition("Mine", loaded, "defStyleNum=\"dsAlert\"", "99.0"));
    const CueFinder found = finder();
    QCOMPARE(names(found), QStringList());
    QCOMPARE(found.problems().size(), 1);
}

void CueFoldersTest::loudColoursAreMadeReadable()
{
    put(u"a.xml"_s, definition("Mine", loaded, "defStyleNum=\"dsNormal\" color=\"#ffff00\" bold=\"1\""));
    const CueFinder found = finder();
    for (const bool dark : {false, true}) {
        const auto cues = found.cues(u"A crisis.", u"Mine"_s, dark);
        QCOMPARE(kinds(cues), QStringList{u"Loaded word"_s});
        QVERIFY(cues.front().bold);
        QVERIFY(contrast(cues.front().foreground, QColor::fromRgb(dark ? lightestDarkPage : darkestLightPage)) >= readableContrast);
    }
}

void CueFoldersTest::aDefinitionThatNeverAdvancesEnds()
{
    put(u"a.xml"_s, definition("Mine", "<DetectChar char=\"c\" lookAhead=\"true\" context=\"Text\"/>" + loaded));
    QCOMPARE(finder().problems(), QStringList());
    QVERIFY(finder().cues(u"A crisis.", u"Mine"_s, false).size() <= 1);
}

GALLEY_TEST(CueFoldersTest)
#include "tst_cuefolders.moc"
