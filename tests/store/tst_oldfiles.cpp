// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that today's code did not make: what they hold to the letter is what Galley wrote when it wrote that version.
#include "rawsql.h"
#include "sampleproject.h"

#include <testing.h>

using namespace galley;
using namespace galley::sample;

class OldFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatTwoCodersDidIsThereWithItsHistory_data();
    void whatTwoCodersDidIsThereWithItsHistory();
    void twoCopiesBroughtUpApartAreTheSame_data();
    void twoCopiesBroughtUpApartAreTheSame();
    void theDemoOfVersionThreeIsBroughtUp();
    void theDemoOfVersionFourIsBroughtUp();
    void theDemoOfVersionFiveIsBroughtUp();
    void theDemoOfVersionSixIsBroughtUp();
    void theRulesOfVersionSixAreBroughtUp();

private:
    QString copyOf(const QString &file, const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QStringList quotesIn(const ProjectStore &store)
{
    QStringList quotes;
    taken(store.forEachAnnotation({}, [&](const AnnotationRow &row) -> Result<> {
        quotes += QString::fromUtf8(row.quote);
        return {};
    }));
    return quotes;
}

CoderId idOfCoder(const ProjectStore &store, const QString &name)
{
    for (const Coder &coder : taken(store.coders())) {
        if (coder.name == name)
            return coder.id;
    }
    return {};
}

} // namespace

void OldFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
}

QString OldFilesTest::copyOf(const QString &file, const QString &name) const
{
    const QString copy = m_folder->filePath(name);
    if (!QFile::copy(QStringLiteral(GALLEY_TEST_DATA) + u"/store/"_s + file, copy))
        qFatal("%s is not there", qPrintable(file));
    QFile::setPermissions(copy, QFile::Permissions::fromInt(0x6066));
    return copy;
}

void OldFilesTest::whatTwoCodersDidIsThereWithItsHistory_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("second"); // quotes of the second article
    QTest::addColumn<qsizetype>("samples");
    QTest::newRow("version 1") << u"version1.galley"_s << QStringList{u"second"_s} << qsizetype(0);
    QTest::newRow("version 2") << u"version2.galley"_s << QStringList{u"second"_s, u"article"_s} << qsizetype(1);
}

void OldFilesTest::whatTwoCodersDidIsThereWithItsHistory()
{
    QFETCH(QString, file);
    QFETCH(QStringList, second);
    QFETCH(qsizetype, samples);
    ProjectStore store = taken(ProjectStore::open(copyOf(file, u"old.galley"_s), ProjectStore::Mode::ReadWrite));
    QVERIFY(taken(store.check()).empty());
    const QStringList before = QStringList{QString(), u"The alliance … raised"_s, u"🛡️"_s} + second;
    QCOMPARE(quotesIn(store), before);
    QCOMPARE(qsizetype(taken(store.samples()).size()), samples);

    const CoderId ada = idOfCoder(store, u"Ada"_s), ben = idOfCoder(store, u"Ben"_s);
    const auto articles = taken(store.articles());
    QCOMPARE(articles.size(), size_t(2));
    QCOMPARE(taken(store.text(articles[0].id)), firstText);
    QCOMPARE(taken(store.zones(articles[0].id)).size(), size_t(1));
    QCOMPARE(taken(store.progress(articles[0].id)).front().coder, ada);
    const auto annotations = taken(store.annotations(articles[0].id));
    const auto frame = std::ranges::find(annotations, u"🛡️"_s, &Annotation::quote);
    const auto stance = std::ranges::find(annotations, ben, &Annotation::coder);
    QVERIFY(frame != annotations.end() && stance != annotations.end());
    QCOMPARE(taken(store.codebook()).code(frame->code)->name, u"Economy"_s); // recoded, and the code renamed after it
    QCOMPARE(frame->created, sample::time());
    QCOMPARE(frame->modified, sample::time(4));
    QCOMPARE(stance->memo, u"a, \"b\""_s);
    QCOMPARE(stance->values.size(), size_t(4));
    const auto inSecond = taken(store.annotations(articles[1].id));
    QCOMPARE(inSecond.front().status, AnnotationStatus::Flagged);
    if (samples > 0) { // what came with version 2
        QCOMPARE(articles[1].family, articles[0].id);
        QVERIFY(inSecond.back().inherited);
        QCOMPARE(inSecond.back().origin, frame->id);
    }

    taken(store.redo({ada, sample::time(20)}, ada)); // her last one, which she had undone
    QVERIFY(quotesIn(store).contains(u"A"_s));
    taken(store.undo({ada, sample::time(21)}, ada));
    QCOMPARE(taken(store.nextUndo(ben))->text, u"Code"_s); // his removal was undone already
    taken(store.undo({ben, sample::time(22)}, ben));
    QVERIFY(!quotesIn(store).contains(u"second"_s));
    QVERIFY(taken(store.check()).empty());
    while (taken(store.nextUndo()))
        taken(store.undo({{}, sample::time(23)}));
    QVERIFY(taken(store.articles()).empty() && quotesIn(store).isEmpty());
    QVERIFY(taken(store.check()).empty());
}

void OldFilesTest::twoCopiesBroughtUpApartAreTheSame_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"version1.galley", "version2.galley", "version3.galley"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void OldFilesTest::twoCopiesBroughtUpApartAreTheSame()
{
    QFETCH(QString, file);
    const auto content = [&](const QString &name) {
        const QString copy = copyOf(file, name);
        taken(ProjectStore::open(copy, ProjectStore::Mode::ReadWrite));
        QStringList rows;
        for (const char *table : {"article", "zone", "layer", "variable", "code", "coder", "annotation", "progress", "source", "codebook_revision", "operation"})
            rows += raw::Database(copy).rows(QByteArray("SELECT * FROM ") + table + " ORDER BY id");
        return rows;
    };
    QCOMPARE(content(u"one.galley"_s), content(u"two.galley"_s));
}

void OldFilesTest::theDemoOfVersionThreeIsBroughtUp()
{
    ProjectStore store = taken(ProjectStore::open(copyOf(u"version3.galley"_s, u"written.galley"_s), ProjectStore::Mode::ReadWrite));
    QVERIFY(taken(store.check()).empty());
    QCOMPARE(taken(store.counts()).articles, 10);
    QCOMPARE(taken(store.counts()).annotations, 180);
    QCOMPARE(taken(store.coders()).size(), size_t(3));
    taken(store.undo({{}, time()}));
    QCOMPARE(quotesIn(store), QStringList());
    taken(store.redo({{}, time()}));
    QCOMPARE(quotesIn(store).size(), 180);
    QVERIFY(taken(store.check()).empty());
}

/// With a blind set, an undone ruling and one that stands.
void OldFilesTest::theDemoOfVersionFourIsBroughtUp()
{
    const QString old = copyOf(u"version4.galley"_s, u"old.galley"_s);
    const QStringList before = raw::Database(old).rows("SELECT * FROM operation ORDER BY id");
    ProjectStore store = taken(ProjectStore::open(old, ProjectStore::Mode::ReadWrite));
    QVERIFY(taken(store.check()).empty());
    QCOMPARE(taken(store.counts()).annotations, 182);
    QCOMPARE(taken(store.rulings()).size(), size_t(2));
    QVERIFY(taken(store.codingSets()).front().blind);
    QVERIFY(taken(store.comments()).empty() && taken(store.studyChoices()).empty());
    QCOMPARE(raw::Database(old).rows("SELECT * FROM operation ORDER BY id"), before);
    const Comment comment{store.allot<CommentTag>(), taken(store.rulings()).front().article, {}, {}, taken(store.coders()).front().id, {}, u"Well done"_s, false, time()};
    taken(store.apply({u"Comment"_s, {added(comment)}}, {comment.by, time()}));
    QVERIFY(taken(store.comments()) == std::vector{comment});
    QVERIFY(taken(store.check()).empty());
}

void OldFilesTest::theDemoOfVersionFiveIsBroughtUp()
{
    const QString old = copyOf(u"version5.galley"_s, u"old.galley"_s);
    const QStringList before = raw::Database(old).rows("SELECT * FROM operation ORDER BY id");
    ProjectStore store = taken(ProjectStore::open(old, ProjectStore::Mode::ReadWrite));
    QVERIFY(taken(store.check()).empty());
    QCOMPARE(taken(store.comments()).front().text, u"Is the bridge toll a cost?"_s);
    QCOMPARE(taken(store.studyChoices()).size(), size_t(2));
    QCOMPARE(raw::Database(old).rows("SELECT * FROM operation ORDER BY id"), before);
    // A codebook that says nothing new is the revision it was.
    const Codebook codebook = taken(store.codebook());
    QCOMPARE(contentOf(codebook), codebook.content());
    for (const Layer &layer : codebook.layers())
        QVERIFY(layer.snap == Snap::Free && layer.overlap == Overlap::Any && layer.acrossParagraphs);
    Code retired = codebook.codes().front();
    retired.retired = true;
    retired.aliases = {u"Money"_s};
    taken(store.apply({u"Retire"_s, {modified(codebook.codes().front(), retired)}}, {taken(store.coders()).front().id, time()}));
    QCOMPARE(*taken(store.codebook()).code(retired.id), retired);
    Actor actor = taken(store.actors()).front();
    const Actor was = actor;
    actor.kind = ActorKind::Organisation;
    actor.aliases = {u"The other name"_s};
    actor.attributes = {{u"role"_s, u"speaker"_s, u"2024"_s, u"2024-05"_s}, {u"party"_s, u"none"_s}};
    taken(store.apply({u"Actor"_s, {modified(was, actor)}}, {taken(store.coders()).front().id, time()}));
    QVERIFY(std::ranges::contains(taken(store.actors()), actor));
    QVERIFY(taken(store.check()).empty());
}

/// With a frozen codebook.
void OldFilesTest::theDemoOfVersionSixIsBroughtUp()
{
    const QString old = copyOf(u"version6.galley"_s, u"old.galley"_s);
    const QStringList before = raw::Database(old).rows("SELECT * FROM operation ORDER BY id");
    ProjectStore store = taken(ProjectStore::open(old, ProjectStore::Mode::ReadWrite));
    QVERIFY(taken(store.check()).empty());
    QCOMPARE(taken(store.counts()).annotations, 180);
    QCOMPARE(taken(store.studyChoices()).size(), size_t(1));
    QCOMPARE(raw::Database(old).rows("SELECT * FROM operation ORDER BY id"), before);
    QVERIFY(taken(store.suggestions()).empty());
    const Codebook codebook = taken(store.codebook());
    const Coder coder = taken(store.coders()).front();
    Suggestion suggestion{{}, taken(store.articles()).front().id, codebook.layers().front().id, codebook.codes().front().id, {{2, 5}, {7, 9}}, {}, coder.id, u"search “a”"_s, SuggestionState::Open, {}, time()};
    suggestion.id = suggestionId(suggestion);
    taken(store.apply({u"Suggest"_s, {added(suggestion)}}, {coder.id, time()}));
    QVERIFY(taken(store.suggestions(suggestion.article)) == std::vector{suggestion});
    QVERIFY(taken(store.check()).empty());
}

/// With rules for passages, a question that depends on another, a value to begin with, a retired code.
void OldFilesTest::theRulesOfVersionSixAreBroughtUp()
{
    const QString old = copyOf(u"version6rules.galley"_s, u"old.galley"_s);
    const QStringList before = raw::Database(old).rows("SELECT * FROM operation ORDER BY id");
    const QStringList variables = raw::Database(old).rows("SELECT id, name, type, ratio, standard, shown_when, required_when FROM variable ORDER BY id");
    const QStringList values = raw::Database(old).rows("SELECT * FROM annotation_value ORDER BY annotation, ordinal");
    ProjectStore store = taken(ProjectStore::open(old, ProjectStore::Mode::ReadWrite));
    QVERIFY(taken(store.check()).empty());
    QCOMPARE(quotesIn(store).size(), 180);
    QCOMPARE(raw::Database(old).rows("SELECT * FROM operation ORDER BY id"), before);
    QCOMPARE(raw::Database(old).rows("SELECT id, name, type, ratio, standard, shown_when, required_when FROM variable ORDER BY id"), variables);
    QCOMPARE(raw::Database(old).rows("SELECT annotation, ordinal, variable, code, actor, number, boolean, text FROM annotation_value ORDER BY annotation, ordinal"), values);
    const Codebook codebook = taken(store.codebook());
    QCOMPARE(contentOf(codebook), codebook.content());
    const Layer *claim = codebook.layer(u"Claim");
    QVERIFY(codebook.variable(claim->id, u"weight")->ratio && codebook.variable(claim->id, u"why")->required);
    QVERIFY(!codebook.variable(claim->id, u"why")->shownWhen.isEmpty());
    Variable evidence = *codebook.variable(claim->id, u"why");
    evidence.id = store.allot<VariableTag>();
    evidence.uuid = uuidOf(evidence.id.value);
    evidence.name = u"evidence"_s;
    evidence.type = VariableType::Passage;
    taken(store.apply({u"Add variable"_s, {added(evidence)}}, {taken(store.coders()).front().id, time()}));
    QCOMPARE(*taken(store.codebook()).variable(evidence.id), evidence);
    QVERIFY(taken(store.check()).empty());
}

GALLEY_TEST(OldFilesTest)
#include "tst_oldfiles.moc"
