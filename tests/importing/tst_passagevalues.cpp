// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawsql.h"
#include "records.h"

#include <importing/sources.h>
#include <project/annotationedits.h>
#include <project/exporting.h>
#include <readers/json/jsonlreader.h>
#include <readers/tables/csvparser.h>
#include <versions/carrying.h>

#include <testing.h>

#include <QBuffer>
#include <QFile>

using namespace galley;
using namespace galley::sample;

/// Variables whose values are passages of the article, from the file to every way out and in again.
class PassageValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theyAreStoredUndoneAndSound();
    void whatIsNoPassageOfTheTextIsRefused_data();
    void whatIsNoPassageOfTheTextIsRefused();
    void jsonLinesBringThemBackExactly();
    void anotherProjectBringsThemBackExactly();
    void tablesHaveThemAsQuotesAndRanges();
    void theViewTellsWhereTheyAre();
    void mergingCarriesThem();
    void theyMoveAlongToACorrectedText();
    void checkFindsWhatIsNotInTheText();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Annotation stored() { return taken(m_store->annotations({1})).front(); }
    void set(std::vector<VariableValue> values, int minute = 5);
    ImportReport importedInto(ProjectStore &store, const Reader &reader, const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProjectStore> m_store;
};

namespace {

using IntegerPairs = QList<QPair<int, int>>;

constexpr VariableId source{9}, evidence{10};
const TextPositions positions(firstText);
const MeasuredText opened{firstText, positions};

Passage passage(std::vector<Range> ranges)
{
    return *passageIn(opened, ranges);
}

/// A discontinuous source behind an emoji, and two passages of evidence that overlap each other.
std::vector<VariableValue> someValues()
{
    return {{source, passage({{22, 34}, {38, 44}})}, {evidence, passage({{0, 9}})}, {evidence, passage({{0, 20}})}};
}

ProjectStore withPassages(const QString &file)
{
    ProjectStore store = project(file);
    Variable first = variable(9, 2, u"source"_s, VariableType::Passage);
    Variable second = variable(10, 2, u"evidence"_s, VariableType::Passage, true);
    taken(store.apply({u"Add variables"_s, {added(first), added(second)}}, stamp()));
    return store;
}

} // namespace

void PassageValuesTest::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    m_store = std::make_unique<ProjectStore>(withPassages(path(u"p.galley"_s)));
    Annotation stance = annotation(m_store->allot<AnnotationTag>(), {1}, firstText, {{35, 44}}, {6});
    stance.layer = {2};
    taken(m_store->apply({u"Code"_s, {added(stance)}}, stamp()));
}

void PassageValuesTest::set(std::vector<VariableValue> values, int minute)
{
    taken(m_store->apply(taken(setValues(taken(m_store->codebook()), opened, stored(), std::move(values), time(minute))), stamp(minute)));
}

void PassageValuesTest::theyAreStoredUndoneAndSound()
{
    set(someValues());
    QVERIFY(stored().values == someValues());
    QCOMPARE(std::get<Passage>(stored().values.front().value).quote, u"The alliance … raised"_s);
    QVERIFY(taken(m_store->check()).empty());
    set({someValues().front()}, 6);
    taken(m_store->undo(stamp(7)));
    QVERIFY(stored().values == someValues());
    taken(m_store->undo(stamp(8)));
    QVERIFY(stored().values.empty());
    taken(m_store->redo(stamp(9)));
    QVERIFY(stored().values == someValues());
    QVERIFY(taken(m_store->check()).empty());
}

void PassageValuesTest::whatIsNoPassageOfTheTextIsRefused_data()
{
    QTest::addColumn<IntegerPairs>("ranges");
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("why");
    using Ranges = IntegerPairs;
    const QString broken = u"The ranges of “source” are empty, overlap or are not in reading order."_s;
    const QString outside = u"The passage for “source” is not in the text."_s;
    QTest::newRow("none") << Ranges{} << QString() << u"“source” takes a passage of the article."_s;
    QTest::newRow("empty") << Ranges{{3, 3}} << QString() << broken;
    QTest::newRow("backwards") << Ranges{{9, 3}} << QString() << broken;
    QTest::newRow("negative") << Ranges{{-4, 3}} << QString() << broken;
    QTest::newRow("out of order") << Ranges{{10, 13}, {0, 9}} << QString() << broken;
    QTest::newRow("overlapping") << Ranges{{0, 9}, {8, 13}} << QString() << broken;
    QTest::newRow("outside") << Ranges{{0, 9000}} << QString() << outside;
    QTest::newRow("another quote") << Ranges{{0, 9}} << u"Monsters"_s << outside;
}

void PassageValuesTest::whatIsNoPassageOfTheTextIsRefused()
{
    QFETCH(IntegerPairs, ranges);
    QFETCH(QString, quote);
    QFETCH(QString, why);
    Passage given{{}, quote};
    for (const auto &[begin, end] : std::as_const(ranges))
        given.ranges.push_back({begin, end});
    const auto change = setValues(taken(m_store->codebook()), opened, stored(), {{source, given}}, time(5));
    QVERIFY(!change);
    QCOMPARE(change.error().message, why);
}

ImportReport PassageValuesTest::importedInto(ProjectStore &store, const Reader &reader, const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        qFatal("no file");
    Importer importer = taken(Importer::begin(store, {CoderId{1}}));
    importer.beginFile(file);
    const auto info = reader.read(device, file, {}, [&](const ReadRecord &record) {
        taken(importer.take(record));
        return true;
    });
    taken(importer.endFile(info));
    return taken(importer.finish(stamp()));
}

void PassageValuesTest::jsonLinesBringThemBackExactly()
{
    set(someValues());
    taken(exportToFile(*m_store, path(u"p.jsonl"_s), u"jsonl"_s, {}));
    ProjectStore other = taken(ProjectStore::create(path(u"other.galley"_s), Codebook(), {{}, time()}));
    const ImportReport report = importedInto(other, jsonlReader, path(u"p.jsonl"_s));
    QCOMPARE(lines(report), QStringList());
    const auto articles = taken(other.articles());
    const auto first = std::ranges::find(articles, u"First"_s, &Article::title);
    const Annotation again = taken(other.annotations(first->id)).front();
    const Codebook codebook = taken(other.codebook());
    QCOMPARE(codebook.variable(codebook.layer(u"Stance")->id, u"source")->type, VariableType::Passage);
    QCOMPARE(again.values.size(), size_t(3));
    const auto wanted = someValues();
    for (size_t at = 0; at < wanted.size(); ++at)
        QVERIFY(again.values[at].value == wanted[at].value);
    QVERIFY(taken(other.check()).empty());
    taken(exportToFile(other, path(u"again.jsonl"_s), u"jsonl"_s, {}));
    QFile one(path(u"p.jsonl"_s)), two(path(u"again.jsonl"_s));
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    const auto line = [](QFile &file) {
        for (QByteArray read = file.readLine(); !read.isEmpty(); read = file.readLine()) {
            if (read.startsWith("{\"type\":\"annotation\""))
                return read;
        }
        return QByteArray();
    };
    const QByteArray written = line(one);
    QVERIFY2(written.contains(R"("source":{"ranges":[[22,34],[38,44]],"quote":"The alliance … raised"},"evidence":[{"ranges":[[0,9]],"quote":"Ministers"},)"), written.constData());
    QCOMPARE(line(two), written);
}

void PassageValuesTest::anotherProjectBringsThemBackExactly()
{
    set(someValues());
    ProjectStore other = withPassages(path(u"other.galley"_s));
    const ImportReport report = importedInto(other, projectReader, m_store->path());
    QCOMPARE(report.annotations, 1);
    QVERIFY(taken(other.annotations({1})).front().values == someValues());
}

void PassageValuesTest::tablesHaveThemAsQuotesAndRanges()
{
    set(someValues());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    taken(exportTo(*m_store, buffer, u"csv"_s, {}));
    CsvParser parser(buffer.data(), ',');
    const auto header = parser.next()->cells;
    const auto row = parser.next()->cells;
    const auto cell = [&](const QString &name) { return row[size_t(std::ranges::find(header, name) - header.begin())]; };
    QCOMPARE(header.size(), row.size());
    QCOMPARE(cell(u"Stance.source"_s), u"The alliance … raised"_s);
    QCOMPARE(cell(u"Stance.source.ranges"_s), u"[[22,34],[38,44]]"_s);
    QCOMPARE(cell(u"Stance.evidence"_s), u"[\"Ministers\",\"Ministers met today.\"]"_s);
    QCOMPARE(cell(u"Stance.evidence.ranges"_s), u"[[[0,9]],[[0,20]]]"_s);
}

void PassageValuesTest::theViewTellsWhereTheyAre()
{
    set({someValues().front()});
    QCOMPARE(raw::Database(m_store->path()).rows("SELECT \"values\" FROM annotation_view"),
             QStringList{u"{\"source\":{\"ranges\":[[22,34],[38,44]],\"quote\":\"The alliance … raised\"}}"_s});
}

void PassageValuesTest::mergingCarriesThem()
{
    const QString own = m_store->path();
    m_store.reset(); // what is open is not all in its file
    QVERIFY(QFile::copy(own, path(u"copy.galley"_s)));
    m_store = std::make_unique<ProjectStore>(taken(ProjectStore::open(own, ProjectStore::Mode::ReadWrite)));
    {
        ProjectStore copy = taken(ProjectStore::open(path(u"copy.galley"_s), ProjectStore::Mode::ReadWrite));
        taken(copy.apply(taken(setValues(taken(copy.codebook()), opened, taken(copy.annotations({1})).front(), someValues(), time(5))), stamp(5)));
    }
    taken(m_store->merge(path(u"copy.galley"_s), stamp(6)));
    QVERIFY(stored().values == someValues());
    QVERIFY(taken(m_store->check()).empty());
}

void PassageValuesTest::theyMoveAlongToACorrectedText()
{
    Annotation coded = stored();
    coded.values = someValues();
    const QString corrected = u"Correction.\n\n"_s + firstText;
    const TextPositions there(corrected);
    const CarriedAnnotation moved = carried(TextMatch(firstText, corrected), {corrected, there}, coded);
    QCOMPARE(moved.state, AnchorState::Moved);
    QVERIFY(std::get<Passage>(moved.annotation.values.front().value).ranges == (std::vector<Range>{{35, 47}, {51, 57}}));
    const QString without = QString(firstText).remove(u"Ministers met today."_s);
    QCOMPARE(carried(TextMatch(firstText, without), {without, TextPositions(without)}, coded).state, AnchorState::Gone);
}

void PassageValuesTest::checkFindsWhatIsNotInTheText()
{
    set(someValues());
    raw::Database(m_store->path()).rows("UPDATE annotation_value SET ranges = '[[0,4000]]' WHERE ordinal = 1");
    const auto problems = taken(m_store->check());
    QCOMPARE(problems.size(), size_t(1));
    QCOMPARE(problems.front().what, u"a passage that is a value of it is not the article's text at its place"_s);
}

GALLEY_TEST(PassageValuesTest)
#include "tst_passagevalues.moc"
