// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawsql.h"
#include "sampleproject.h"

#include <project/annotationedits.h>
#include <project/coderedits.h>
#include <project/exporting.h>
#include <project/progressedits.h>
#include <project/project.h>

#include <testing.h>

#include <QBuffer>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace galley;
using namespace galley::sample;

/// Everything shown follows one signal, and undo is the history in the file.
class ProjectTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followersHearWhatWasWritten();
    void aRefusedChangeIsNotHeard();
    void theCodebookFollows();
    void anUndoIsOfOnesOwnWork();
    void aCodebookThatCannotBeReadIsSaid();
    void anExportInAnUnknownFormatIsRefused();
    void anExportTellsHowFarItIs();
    void randomEditsUndoToTheStartAndRedoToTheEnd_data();
    void randomEditsUndoToTheStartAndRedoToTheEnd();

private:
    void open(ProjectStore store);
    void reopen();
    QStringList state() const;
    Change randomChange(QRandomGenerator &random);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
    std::vector<Change> m_heard;
};

void ProjectTest::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    open(project(m_folder->filePath(u"p.galley"_s)));
}

void ProjectTest::anExportTellsHowFarItIs()
{
    Change change{u"Code"_s, {}};
    for (qint64 number = 1; number <= 2500; ++number)
        change.edits.push_back(added(annotation({1000 + number}, {1}, firstText, {{0, 1 + number % 9}})));
    taken(m_project->commit(change));
    for (const auto &[format, inAll] : {std::pair(u"csv"_s, qint64(2500)), std::pair(u"jsonl"_s, qint64(2502))}) {
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        std::vector<std::pair<qint64, qint64>> told;
        taken(exportTo(m_project->store(), buffer, format, {}, {}, [&](qint64 done, qint64 of) { told.emplace_back(done, of); }));
        QVERIFY((told == std::vector<std::pair<qint64, qint64>>{{1000, inAll}, {2000, inAll}}));
    }
}

void ProjectTest::anExportInAnUnknownFormatIsRefused()
{
    const QString path = m_folder->filePath(u"out.xls"_s);
    const auto rows = exportToFile(m_project->store(), path, u"xls"_s, {});
    QVERIFY(!rows);
    QVERIFY2(rows.error().message.contains(u"csv, jsonl"_s), qPrintable(rows.error().message));
    QVERIFY(!QFileInfo::exists(path));
}

void ProjectTest::open(ProjectStore store)
{
    m_project = taken(Project::open(std::move(store)));
    m_project->setCoder({1});
    m_heard.clear();
    connect(m_project.get(), &Project::changed, this, [this](const Change &change) { m_heard.push_back(change); });
}

void ProjectTest::reopen()
{
    m_project.reset();
    open(taken(ProjectStore::open(m_folder->filePath(u"p.galley"_s), ProjectStore::Mode::ReadWrite)));
}

QStringList ProjectTest::state() const
{
    QStringList lines;
    for (const ArticleId article : {ArticleId{1}, ArticleId{2}}) {
        for (const Annotation &row : taken(m_project->store().annotations(article))) {
            QStringList values;
            for (const VariableValue &value : row.values)
                values += u"%1:%2"_s.arg(value.variable.value).arg(value.value.index());
            lines += u"%1 %2 %3 “%4” %5 %6 %7"_s.arg(row.id.value).arg(article.value).arg(row.code.value)
                         .arg(row.quote, row.memo, values.join(u','), row.modified.toString(Qt::ISODateWithMs));
        }
        for (const Progress &row : taken(m_project->store().progress(article)))
            lines += u"progress %1 %2 %3"_s.arg(row.id.value).arg(row.coder.value).arg(int(row.state));
    }
    for (const Coder &coder : taken(m_project->store().coders()))
        lines += coder.name;
    return lines;
}

Change ProjectTest::randomChange(QRandomGenerator &random)
{
    ProjectStore &store = m_project->store();
    const Codebook &book = m_project->codebook();
    const ArticleId article{1 + qint64(random.bounded(2))};
    const QString text = taken(store.text(article));
    const auto rows = taken(store.annotations(article));
    const auto range = [&] {
        const qsizetype at = random.bounded(int(text.size()) - 4);
        return Range{at, at + 2 + random.bounded(20)};
    };
    const QDateTime now = time(random.bounded(1000));
    const int kind = random.bounded(10);
    if (kind == 0)
        return setProgress(taken(store.progress(article)), taken(store.article(article)), {1 + random.bounded(2)},
                           random.bounded(3) ? std::optional(ProgressState(random.bounded(2))) : std::nullopt);
    if (kind == 1)
        return addCoder(taken(store.coders()), u"Coder %1"_s.arg(random.bounded(50))).value_or(Change());
    if (kind < 5 || rows.empty()) {
        NewAnnotation what;
        what.id = store.allot<AnnotationTag>();
        what.article = article;
        what.layer = {2};
        what.coder = {1 + random.bounded(2)};
        what.code = {4 + random.bounded(3)};
        what.ranges = {range(), range()};
        what.values = {{{4}, double(random.bounded(100)) / 8}, {{5}, random.bounded(2) == 1}};
        return annotate(book, {text, TextPositions(text)}, what, now).value_or(Change());
    }
    const Annotation &row = rows[random.bounded(quint32(rows.size()))];
    switch (kind) {
    case 5:
        return taken(removeAnnotations(book, {row}));
    case 6:
        return taken(removeAnnotations(book, rows));
    case 7:
        return setMemo(book, row, QString::number(random.bounded(1000)), now);
    case 8:
        return setRanges(book, {text, TextPositions(text)}, row, {range()}, now).value_or(Change());
    default:
        return recode(book, row, {4 + random.bounded(3)}, now).value_or(Change());
    }
}

void ProjectTest::followersHearWhatWasWritten()
{
    QSignalSpy history(m_project.get(), &Project::historyChanged);
    const Change change = taken(annotate(m_project->codebook(), {firstText, TextPositions(firstText)}, {m_project->store().allot<AnnotationTag>(), {1}, {1}, {1}, {1}, {{0, 9}}, {}, {}}, time()));
    taken(m_project->commit(change));
    taken(m_project->undo());
    taken(m_project->redo());
    QVERIFY(m_heard == (std::vector<Change>{change, inverse(change), change}));
    QCOMPARE(history.size(), 3);
    taken(m_project->commit({}));
    QCOMPARE(m_heard.size(), size_t(3));
    QCOMPARE(taken(m_project->store().history(1)).front().coder, CoderId{1});
}

void ProjectTest::aRefusedChangeIsNotHeard()
{
    QVERIFY(!m_project->commit({u"bad"_s, {added(Annotation())}}));
    taken(m_project->undo());
    QVERIFY(m_project->redo());
    QVERIFY(!m_project->redo());
    QCOMPARE(m_heard.size(), size_t(2));
}

void ProjectTest::aCodebookThatCannotBeReadIsSaid()
{
    const Codebook before = m_project->codebook();
    QVERIFY(!before.codes().empty());
    QSignalSpy failed(m_project.get(), &Project::failed);
    raw::Database other(m_folder->filePath(u"p.galley"_s));
    QCOMPARE(other.rows("DROP TABLE code"), QStringList());
    m_project->announce({{}, {modified(before.codes().front(), before.codes().front())}});
    QCOMPARE(failed.size(), 1);
    QVERIFY(!failed.front().front().value<Error>().message.isEmpty());
    QVERIFY(m_project->codebook() == before);

    const QString path = m_folder->filePath(u"other.galley"_s);
    ProjectStore store = project(path);
    QCOMPARE(raw::Database(path).rows("DROP TABLE code"), QStringList());
    const auto opened = Project::open(std::move(store));
    QVERIFY(!opened);
    QVERIFY(!opened.error().message.isEmpty());
}

void ProjectTest::theCodebookFollows()
{
    Code after = *m_project->codebook().code(CodeId{3});
    const Code before = after;
    after.name = u"Economy"_s;
    taken(m_project->commit({u"Rename code"_s, {modified(before, after)}}));
    QCOMPARE(m_project->codebook().code(CodeId{3})->name, u"Economy"_s);
    QCOMPARE(m_project->codebook().revision(), 2);
    taken(m_project->undo());
    QCOMPARE(m_project->codebook().code(CodeId{3})->name, u"Economic"_s);
    QCOMPARE(m_project->codebook().revision(), 1); // a revision is known by its content
}

void ProjectTest::anUndoIsOfOnesOwnWork()
{
    const auto code = [&](CoderId coder, Range range) {
        m_project->setCoder(coder);
        const NewAnnotation what{m_project->store().allot<AnnotationTag>(), {1}, {1}, coder, {1}, {range}, {}, {}};
        taken(m_project->commit(taken(annotate(m_project->codebook(), MeasuredText{firstText, TextPositions(firstText)}, what, time()))));
        return what.id;
    };
    const AnnotationId adas = code({1}, {0, 9});
    const AnnotationId bens = code({2}, {0, 4});
    for (int presses = 0; presses < 4; ++presses)
        static_cast<void>(m_project->undo());
    QVERIFY(!taken(m_project->store().annotation(bens)));
    QVERIFY(taken(m_project->store().annotation(adas)));
    QCOMPARE(m_project->undo().error().message, u"There is nothing to undo."_s);
    m_project->setCoder({3}); // somebody new
    QVERIFY(!m_project->undo() && !m_project->redo());
    m_project->setCoder({1});
    taken(m_project->undo());
    QVERIFY(!taken(m_project->store().annotation(adas)));
    m_project->setCoder({2});
    taken(m_project->redo());
    QVERIFY(taken(m_project->store().annotation(bens)) && !taken(m_project->store().annotation(adas)));
}

void ProjectTest::randomEditsUndoToTheStartAndRedoToTheEnd_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ProjectTest::randomEditsUndoToTheStartAndRedoToTheEnd()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    std::vector<QStringList> states{state()};
    for (int step = 0; step < 60; ++step) {
        if (step % 17 == 0)
            reopen();
        const Change change = randomChange(random);
        taken(m_project->commit(change));
        if (!change.isEmpty())
            states.push_back(state());
        else
            QCOMPARE(state(), states.back());
    }
    reopen();
    for (size_t at = states.size() - 1; at > 0; --at) {
        QCOMPARE(state(), states[at]);
        if (at % 23 == 0)
            reopen();
        taken(m_project->undo());
    }
    reopen();
    QCOMPARE(state(), states.front());
    for (size_t at = 1; at < states.size(); ++at) {
        taken(m_project->redo());
        QCOMPARE(state(), states[at]);
    }
    QVERIFY(!m_project->redo());
    QVERIFY(taken(m_project->store().check()).empty());
}

GALLEY_TEST(ProjectTest)
#include "tst_project.moc"
