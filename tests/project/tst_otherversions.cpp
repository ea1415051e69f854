// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/otherversions.h>

#include <testing.h>

#include <algorithm>

using namespace galley;
using namespace galley::sample;
using namespace Qt::StringLiterals;

/// What two copies altered without knowing of each other is told in words and decided in one step: for the other version, for the
/// one that stands, or, where an annotation became two, for both.
class OtherVersionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatACopySaysOtherwiseIsToldInWords();
    void whatDiffersInAValueIsSeen();
    void aRowIsDecided_data();
    void aRowIsDecided();
    void aCodersAnnotationThatBecameTwoIsDecided_data();
    void aCodersAnnotationThatBecameTwoIsDecided();
    void whatWasRemovedOnOneCopyIsDecided_data();
    void whatWasRemovedOnOneCopyIsDecided();
    void decisionsAreTakenBack();
    void othersWorkIsNotTold();

private:
    QString path(const QString &name) const { return m_folder->filePath(name + u".galley"_s); }
    ProjectStore open(const QString &name) { return taken(ProjectStore::open(path(name), ProjectStore::Mode::ReadWrite)); }
    /// On each copy, the same change made of what it holds there, a minute later each.
    void apart(const std::function<Change(const ProjectStore &)> &ours, const std::function<Change(const ProjectStore &)> &theirs)
    {
        QVERIFY(QFile::copy(path(u"a"_s), path(u"b"_s)));
        ProjectStore a = open(u"a"_s);
        taken(a.apply(ours(a), stamp(1)));
        {
            ProjectStore b = open(u"b"_s);
            taken(b.apply(theirs(b), stamp(2)));
        }
        taken(a.merge(path(u"b"_s), stamp(3)));
    }
    void renameApart()
    {
        const auto to = [](const QString &name) {
            return [name](const ProjectStore &store) {
                const Code before = *taken(store.codebook()).code(CodeId{3});
                Code after = before;
                after.name = name;
                return Change{u"Rename"_s, {modified(before, after)}};
            };
        };
        apart(to(u"Economy"_s), to(u"Economics"_s));
    }
    static std::function<Change(const ProjectStore &)> recoded(qint64 code)
    {
        return [code](const ProjectStore &store) {
            const Annotation before = taken(store.annotations({1})).front();
            Annotation after = before;
            after.code = {code};
            return Change{u"Recode"_s, {modified(before, after)}};
        };
    }
    static Change removedIn(const ProjectStore &store) { return {u"Delete"_s, {removed(taken(store.annotations({1})).front())}}; }
    /// "2,3": the codes of the coder's annotations at that place.
    static QString codesIn(const ProjectStore &store)
    {
        QStringList codes;
        const auto all = taken(store.annotations({1}));
        for (const Annotation &one : all) {
            if (one.coder == all.front().coder && one.ranges == all.front().ranges)
                codes += QString::number(one.code.value);
        }
        codes.sort();
        return codes.join(u',');
    }
    static Change chosen(const OtherVersion &version, const QString &how)
    {
        return how == u"take" ? version.take : how == u"keep" ? version.keep : *version.both;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OtherVersionsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    ProjectStore store = project(path(u"a"_s));
    const ArticleId article{1};
    taken(store.apply({u"Code"_s, {added(annotation(store.allot<AnnotationTag>(), article, taken(store.text(article)), {{0, 8}}, {1}))}}, stamp()));
}

void OtherVersionsTest::whatACopySaysOtherwiseIsToldInWords()
{
    renameApart();
    const ProjectStore store = open(u"a"_s);
    const auto versions = taken(otherVersions(store));
    QCOMPARE(versions.size(), size_t(1));
    QVERIFY2(versions[0].what.startsWith(u"Code “"_s), qPrintable(versions[0].what));
    QCOMPARE(QSet<QString>({versions[0].stands, versions[0].other}), QSet<QString>({u"name: Economy"_s, u"name: Economics"_s}));
    QCOMPARE(versions[0].stands, u"name: "_s + taken(store.codebook()).code(CodeId{3})->name);
    QVERIFY(!versions[0].both);
}

void OtherVersionsTest::whatDiffersInAValueIsSeen()
{
    const auto noted = [](const QString &note) {
        return [note](const ProjectStore &store) {
            const Annotation before = taken(store.annotations({1})).front();
            Annotation after = before;
            after.values = {{{6}, note}};
            return Change{u"Note"_s, {modified(before, after)}};
        };
    };
    apart(noted(u"doubtful"_s), noted(u"certain"_s));
    const auto versions = taken(otherVersions(open(u"a"_s)));
    QCOMPARE(versions.size(), size_t(1));
    const QStringList said{versions[0].stands, versions[0].other};
    QVERIFY2(said.join(u' ').contains(u"note: doubtful"_s) && said.join(u' ').contains(u"note: certain"_s), qPrintable(said.join(u'\n')));
    QVERIFY(versions[0].stands != versions[0].other);
}

void OtherVersionsTest::aRowIsDecided_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("for the other") << u"take"_s;
    QTest::newRow("for the one that stands") << u"keep"_s;
}

void OtherVersionsTest::aRowIsDecided()
{
    QFETCH(QString, how);
    renameApart();
    {
        ProjectStore store = open(u"a"_s);
        const OtherVersion version = taken(otherVersions(store)).front();
        taken(store.apply(chosen(version, how), stamp(4)));
        QVERIFY(taken(otherVersions(store)).empty());
        QCOMPARE(u"name: "_s + taken(store.codebook()).code(CodeId{3})->name, how == u"take" ? version.other : version.stands);
    }
    ProjectStore other = open(u"b"_s); // what was decided goes along
    taken(other.merge(path(u"a"_s), stamp(5)));
    QVERIFY(taken(otherVersions(other)).empty());
    QCOMPARE(taken(other.codebook()).code(CodeId{3})->name, taken(open(u"a"_s).codebook()).code(CodeId{3})->name);
}

void OtherVersionsTest::aCodersAnnotationThatBecameTwoIsDecided_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("for the other") << u"take"_s;
    QTest::newRow("for the one that stands") << u"keep"_s;
    QTest::newRow("both") << u"both"_s;
}

void OtherVersionsTest::aCodersAnnotationThatBecameTwoIsDecided()
{
    QFETCH(QString, how);
    apart(recoded(2), recoded(3));
    ProjectStore store = open(u"a"_s);
    QCOMPARE(codesIn(store), u"2,3"_s);
    const auto versions = taken(otherVersions(store));
    QCOMPARE(versions.size(), size_t(1));
    QVERIFY(versions[0].both);
    const QString standing = QString::number(taken(store.annotation(versions[0].annotation))->code.value);
    const QString other = standing == u"2" ? u"3"_s : u"2"_s;
    taken(store.apply(chosen(versions[0], how), stamp(4)));
    QVERIFY(taken(otherVersions(store)).empty());
    QCOMPARE(codesIn(store), how == u"take" ? other : how == u"keep" ? standing : u"2,3"_s);
    QVERIFY(taken(store.check()).empty());
}

void OtherVersionsTest::whatWasRemovedOnOneCopyIsDecided_data()
{
    QTest::addColumn<bool>("removedLater");
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("codes");
    QTest::newRow("the removal stands, the other is taken") << true << u"take"_s << u"2"_s;
    QTest::newRow("the removal stands and is kept") << true << u"keep"_s << QString();
    QTest::newRow("the code stands, the removal is taken") << false << u"take"_s << QString();
    QTest::newRow("the code stands and is kept") << false << u"keep"_s << u"2"_s;
}

void OtherVersionsTest::whatWasRemovedOnOneCopyIsDecided()
{
    QFETCH(bool, removedLater);
    QFETCH(QString, how);
    QFETCH(QString, codes);
    const auto twice = [](ProjectStore &store) { // so that what follows is later in the order of all copies
        StudyChoice choice{studyChoiceId(u"reliable from"), u"reliable from"_s, u"0.8"_s};
        taken(store.apply({u"Decide"_s, {added(choice)}}, stamp(1)));
    };
    QVERIFY(QFile::copy(path(u"a"_s), path(u"b"_s)));
    {
        ProjectStore b = open(u"b"_s);
        twice(b);
        taken(b.apply(removedLater ? removedIn(b) : recoded(2)(b), stamp(2)));
    }
    ProjectStore store = open(u"a"_s);
    taken(store.apply(removedLater ? recoded(2)(store) : removedIn(store), stamp(1)));
    taken(store.merge(path(u"b"_s), stamp(3)));
    const auto versions = taken(otherVersions(store));
    QCOMPARE(versions.size(), size_t(1));
    taken(store.apply(chosen(versions[0], how), stamp(4)));
    QVERIFY(taken(otherVersions(store)).empty());
    QCOMPARE(codesIn(store), codes);
    QVERIFY(taken(store.check()).empty());
}

void OtherVersionsTest::decisionsAreTakenBack()
{
    apart(recoded(2), recoded(3));
    ProjectStore store = open(u"a"_s);
    taken(store.apply(taken(otherVersions(store)).front().take, stamp(4)));
    QVERIFY(codesIn(store) != u"2,3"_s);
    taken(store.undo(stamp(5)));
    QCOMPARE(codesIn(store), u"2,3"_s);
}

void OtherVersionsTest::othersWorkIsNotTold()
{
    apart(recoded(2), recoded(3));
    const ProjectStore store = open(u"a"_s);
    const auto versions = taken(otherVersions(store));
    QCOMPARE(versions.size(), size_t(1));
    const CoderId whose = versions[0].coder;
    QVERIFY(seenBy(Sight(CoderId{whose.value + 1}, {ArticleId{1}}), versions).empty());
    QCOMPARE(seenBy(Sight(whose, {ArticleId{1}}), versions).size(), size_t(1));
    QCOMPARE(seenBy(Sight(), versions).size(), size_t(1));
}

GALLEY_TEST(OtherVersionsTest)
#include "tst_otherversions.moc"
