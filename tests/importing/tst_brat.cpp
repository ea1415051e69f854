// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.h"

#include <importing/readingpool.h>
#include <project/exporting.h>
#include <readers/standoff/bratreader.h>

#include <testing.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <map>

using namespace galley;
using namespace galley::sample;

/// brat's standoff, in and out.
class BratTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void polnearComesOutAsItWentIn_data();
    void polnearComesOutAsItWentIn();
    void polnearHasWhatItsFactsSay();
    void theSamplesComeOutAsTheyWentIn();
    void whatIsMadeAtRandomComesOutAsItWentIn();
    void severalCodersOfOneTextAreCoders();
    void namesAreMadeSafeAndComeBack();
    void whatHasNoPlaceIsTold();
    void aFileThatIsWrongIsToldInASentence_data();
    void aFileThatIsWrongIsToldInASentence();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    ImportReport importInto(const QString &project, const QStringList &files, const QString &coder = {});
    void roundTrip(const QString &from, const QString &to);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString polnear = QStringLiteral(GALLEY_SHARED) + u"/news/polnear/attributions"_s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "Content2" is one more "Content".
QString unnumbered(QString role)
{
    while (role.size() > 1 && role.back().isDigit())
        role.chop(1);
    return role;
}

/// "Content 5 9;1 3<tab>word, so" as the text has it: pieces in reading order. Some lines of PolNeAR have them in another.
QString inReadingOrder(const QString &typeAndPlace, const QString &quote)
{
    std::vector<std::pair<std::pair<int, int>, QString>> pieces;
    const TextPositions positions(quote);
    qsizetype at = 0;
    for (const QString &piece : typeAndPlace.section(u' ', 1).split(u';')) {
        const int begin = piece.section(u' ', 0, 0).toInt(), end = piece.section(u' ', 1, 1).toInt();
        const Utf16Range units = positions.toUtf16(Range{at, at + end - begin});
        pieces.emplace_back(std::pair(begin, end), quote.sliced(units.begin, units.length()));
        at += end - begin + 1;
    }
    std::ranges::sort(pieces);
    QStringList places, words;
    for (const auto &[place, word] : pieces) {
        places += u"%1 %2"_s.arg(place.first).arg(place.second);
        words += word;
    }
    return typeAndPlace.section(u' ', 0, 0) + u' ' + places.join(u';') + u' ' + words.join(u' ');
}

/// A file's lines without the numbers that brat gives: what refers to something names it by type and place. Sorted.
QStringList meaning(const QByteArray &file)
{
    std::map<QString, QString> said;
    const QStringList lines = QString::fromUtf8(file).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList columns = line.split(u'\t');
        if (line.startsWith(u'T'))
            said[columns[0]] = inReadingOrder(columns[1], columns.value(2));
    }
    for (const QString &line : lines) {
        const QStringList columns = line.split(u'\t');
        if (line.startsWith(u'E'))
            said[columns[0]] = u"event "_s + said[columns[1].section(u' ', 0, 0).section(u':', 1)];
    }
    QStringList meanings;
    const auto named = [&](const QString &part) { return unnumbered(part.section(u':', 0, 0)) + u": "_s + said[part.section(u':', 1)]; };
    for (const QString &line : lines) {
        const QStringList columns = line.split(u'\t');
        QStringList parts = columns[1].split(u' ');
        const QString first = parts.takeFirst();
        if (line.startsWith(u'T')) {
            meanings += said[columns[0]];
        } else if (line.startsWith(u'E') || line.startsWith(u'R')) {
            std::ranges::transform(parts, parts.begin(), named);
            if (line.startsWith(u'E'))
                parts.sort();
            meanings += line.first(1) + u' ' + (line.startsWith(u'E') ? said[columns[0]] : first) + u" | "_s + parts.join(u" | "_s);
        } else {
            meanings += line.first(1) + u' ' + first + u' ' + said[parts[0]] + u' ' + parts.mid(1).join(u' ') + u' ' + columns.value(2);
        }
    }
    meanings.sort();
    return meanings;
}

} // namespace

void BratTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
}

void BratTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!QDir().mkpath(QFileInfo(path(name)).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

ImportReport BratTest::importInto(const QString &project, const QStringList &files, const QString &coder)
{
    ProjectStore store = taken(QFile::exists(project) ? ProjectStore::open(project, ProjectStore::Mode::ReadWrite) : ProjectStore::create(project, Codebook(), {{}, time()}));
    Importer importer = taken(Importer::begin(store, {}));
    if (!coder.isEmpty())
        taken(importer.codeAs(coder));
    std::vector<ReadingPool::Job> jobs;
    for (const QString &file : filesIn(files))
        jobs.push_back({file, nullptr, {}});
    ReadingPool pool(std::move(jobs));
    while (const auto batch = pool.next())
        taken(takeBatch(importer, *batch));
    return taken(importer.finish({{}, time()}));
}

void BratTest::roundTrip(const QString &from, const QString &to)
{
    const QString project = path(u"p.galley"_s);
    const ImportReport report = importInto(project, {from}, u"Ada"_s);
    QVERIFY2(report.losses() == 0, qPrintable(lines(report).join(u'\n')));
    const ProjectStore store = taken(ProjectStore::open(project, ProjectStore::Mode::ReadOnly));
    QVERIFY(taken(store.check()).empty());
    taken(exportToFolder(store, to, u"brat"_s, {}));
}

void BratTest::polnearComesOutAsItWentIn_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(polnear).entryList({u"*.ann"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
    if (files.isEmpty())
        QTest::newRow("none") << QString();
}

/// Each file by itself: every stretch, piece, event and note of it.
void BratTest::polnearComesOutAsItWentIn()
{
    QFETCH(QString, file);
    if (file.isEmpty())
        QSKIP("PolNeAR is not beside the checkout.");
    const QString source = QDir(polnear).filePath(file);
    roundTrip(source, path(u"out"_s));
    const QStringList out = QDir(path(u"out"_s)).entryList({u"*.ann"_s}, QDir::Files);
    QCOMPARE(out, QStringList{file});
    QCOMPARE(meaning(contents(path(u"out/"_s + out.front()))), meaning(contents(source)));
}

/// All of them at once, by all their coders, under their names.
void BratTest::polnearHasWhatItsFactsSay()
{
    const QJsonObject facts = QJsonDocument::fromJson(contents(QStringLiteral(GALLEY_SHARED) + u"/news/FACTS_dev.json"_s)).object()["polnear"_L1].toObject();
    if (facts.isEmpty() || !QDir(polnear).exists())
        QSKIP("PolNeAR and its facts are not beside the checkout.");
    roundTrip(polnear, path(u"out"_s));
    const QStringList files = QDir(path(u"out"_s)).entryList({u"*.ann"_s}, QDir::Files, QDir::Name);
    QCOMPARE(files, QDir(polnear).entryList({u"*.ann"_s}, QDir::Files, QDir::Name));
    QCOMPARE(files.size(), facts["annotation_files"_L1].toInt());
    QCOMPARE(QDir(path(u"out"_s)).entryList({u"*.txt"_s}).size(), facts["documents"_L1].toInt());
    int stretches = 0, discontinuous = 0, events = 0;
    std::map<QString, int> types;
    for (const QString &file : files) {
        const QByteArray out = contents(path(u"out/"_s + file));
        QCOMPARE(meaning(out), meaning(contents(QDir(polnear).filePath(file))));
        for (const QString &line : QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts)) {
            stretches += line.startsWith(u'T') ? 1 : 0;
            discontinuous += line.startsWith(u'T') && line.section(u'\t', 1, 1).contains(u';') ? 1 : 0;
            events += line.startsWith(u'E') ? 1 : 0;
            if (line.startsWith(u'T'))
                ++types[line.section(u'\t', 1, 1).section(u' ', 0, 0)];
        }
    }
    QCOMPARE(stretches, facts["text_bound"_L1].toInt());
    QCOMPARE(discontinuous, facts["discontinuous"_L1].toInt());
    QCOMPARE(events, facts["events"_L1].toInt());
    for (const auto &[type, count] : types)
        QCOMPARE(count, facts["types"_L1][type].toInt());
    const ProjectStore store = taken(ProjectStore::open(path(u"p.galley"_s), ProjectStore::Mode::ReadOnly));
    qInfo("%d stretches, %d of them discontinuous, %d events, %d coders", stretches, discontinuous, events, int(taken(store.coders()).size()) - 1);
}

/// Entities with attributes, relations, notes: every line that has a place here, and the amount of the others.
void BratTest::theSamplesComeOutAsTheyWentIn()
{
    const QString samples = QStringLiteral(GALLEY_SHARED) + u"/formats/samples/brat"_s;
    if (!QDir(samples).exists())
        QSKIP("The samples of brat are not beside the checkout.");
    for (const QString &folder : {u"NCBI-disease"_s, u"CoNLL-ST_2002/esp"_s}) {
        QDir(path({})).mkdir(u"in"_s);
        for (const QString &file : QDir(samples + u'/' + folder).entryList({u"*.ann"_s, u"*.txt"_s}, QDir::Files))
            QVERIFY(QFile::copy(samples + u'/' + folder + u'/' + file, path(u"in/"_s + file)));
        roundTrip(path(u"in"_s), path(u"out"_s));
        for (const QString &file : QDir(path(u"in"_s)).entryList({u"*.ann"_s}))
            QCOMPARE(meaning(contents(path(u"out/"_s + file))), meaning(contents(path(u"in/"_s + file))));
        init();
    }
}

namespace {

/// A text with all that moves offsets, and annotations of it whose places are all different.
struct RandomDocument
{
    QString text; ///< with the line ends of its file
    QByteArray stated, expected; ///< in the units of the file, and as they come out

    explicit RandomDocument(quint32 seed)
        : m_random(seed)
    {
        static const QStringList words{u"harbour"_s, u"🛡️"_s, u"👩‍🚀"_s, u"שלום"_s, u"مرحبا"_s, u"naïve"_s, u"港"_s, u"e\u0301"_s, u"said"_s, u"“quoted”"_s, u"Ministers"_s};
        m_crlf = m_random.bounded(2) == 1;
        QString plain = u"A headline of the day"_s;
        for (int i = 0; i < 60; ++i)
            plain += (m_random.bounded(9) == 0 ? u"\n\n"_s : u" "_s) + words[m_random.bounded(int(words.size()))];
        plain += u'\n';
        m_plain = plain;
        text = m_crlf ? QString(plain).replace(u'\n', u"\r\n"_s) : plain;
        m_unit = m_random.bounded(3);
        m_asInFile = m_crlf && m_random.bounded(2) == 1;
        compose();
    }

private:
    using Place = std::vector<Range>;

    Place place()
    {
        const TextPositions positions(m_plain);
        for (;;) {
            std::vector<qsizetype> cuts;
            const int pieces = m_random.bounded(4) == 0 ? 2 + m_random.bounded(2) : 1;
            while (int(cuts.size()) < 2 * pieces) {
                const qsizetype cut = m_random.bounded(int(positions.codePoints()));
                if (!std::ranges::contains(cuts, cut))
                    cuts.push_back(cut);
            }
            std::ranges::sort(cuts);
            Place found;
            for (size_t at = 0; at < cuts.size(); at += 2)
                found.push_back({cuts[at], cuts[at + 1]});
            if (!std::ranges::contains(m_places, found)) {
                m_places.push_back(found);
                return found;
            }
        }
    }

    /// An offset as the file counts it.
    qsizetype counted(qsizetype codePoint) const
    {
        const QString before = m_plain.first(TextPositions(m_plain).toUtf16(codePoint));
        const qsizetype ends = m_asInFile ? before.count(u'\n') : 0;
        return ends + (m_unit == 0 ? codePoint : m_unit == 1 ? before.size() : before.toUtf8().size());
    }

    void stretch(const QString &id, const QString &type, const Place &where)
    {
        QStringList in, out, quote;
        for (const Range &range : where) {
            in += u"%1 %2"_s.arg(counted(range.begin)).arg(counted(range.end));
            out += u"%1 %2"_s.arg(range.begin).arg(range.end);
            quote += quoteOf(m_plain, TextPositions(m_plain), {range});
        }
        const QString words = quote.join(u' ').replace(u'\n', u' ');
        add(id, type + u' ' + in.join(u';'), words, type + u' ' + out.join(u';'));
    }

    void add(const QString &id, const QString &second, const QString &third = {}, const QString &expectedSecond = {})
    {
        const QString rest = third.isEmpty() ? QString() : u'\t' + third;
        stated += (id + u'\t' + second + rest + u'\n').toUtf8();
        expected += (id + u'\t' + (expectedSecond.isEmpty() ? second : expectedSecond) + rest + u'\n').toUtf8();
    }

    QString any(const QStringList &list) { return list[m_random.bounded(int(list.size()))]; }

    void compose()
    {
        QStringList plain, all;
        for (int i = 1; i <= 8; ++i) {
            stretch(u"T%1"_s.arg(i), any({u"Source"_s, u"Cue"_s, u"Content"_s, u"Person-1"_s, u"Other_x"_s}), place());
            plain += u"T%1"_s.arg(i);
        }
        all = plain;
        for (int i = 1; i <= 3; ++i) {
            const QString trigger = u"T%1"_s.arg(20 + i), type = any({u"Attribution"_s, u"Claim"_s});
            stretch(trigger, type, place());
            QString roles = u"%1:%2 Source:%3"_s.arg(type, trigger, any(plain));
            for (int n = 0, more = m_random.bounded(3); n < more; ++n)
                roles += u" Content%1:%2"_s.arg(n ? QString::number(n + 1) : QString(), any(all));
            add(u"E%1"_s.arg(i), roles);
            all += u"E%1"_s.arg(i);
        }
        for (int i = 1; i <= 2; ++i)
            add(u"R%1"_s.arg(i), u"Located Arg1:%1 Arg2:%2"_s.arg(any(all), any(plain)));
        QStringList marked = all;
        for (int i = 1; i <= 3; ++i) {
            const QString target = marked.takeAt(m_random.bounded(int(marked.size())));
            add(u"A%1"_s.arg(i), m_random.bounded(2) ? u"Negated "_s + target : u"Mood %1 %2"_s.arg(target, any({u"calm"_s, u"angry"_s})));
        }
        add(u"#1"_s, u"AnnotatorNotes "_s + any(all), u"a “note” 🙂"_s);
    }

    QRandomGenerator m_random;
    QString m_plain;
    std::vector<Place> m_places;
    bool m_crlf = false, m_asInFile = false;
    int m_unit = 0;
};

} // namespace

void BratTest::whatIsMadeAtRandomComesOutAsItWentIn()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        init();
        const RandomDocument made(seed);
        write(u"in/story.txt"_s, made.text.toUtf8());
        write(u"in/story.ann"_s, made.stated);
        const ImportReport report = importInto(path(u"p.galley"_s), {path(u"in"_s)}, u"Ada"_s);
        QCOMPARE(report.losses(), 0);
        const ProjectStore store = taken(ProjectStore::open(path(u"p.galley"_s), ProjectStore::Mode::ReadOnly));
        QVERIFY(taken(store.check()).empty());
        taken(exportToFolder(store, path(u"out"_s), u"brat"_s, {}));
        const QStringList out = meaning(contents(path(u"out/story.ann"_s))), in = meaning(made.expected);
        if (out != in)
            qWarning("seed %u", seed);
        QCOMPARE(out, in);
    }
}

void BratTest::severalCodersOfOneTextAreCoders()
{
    write(u"in/text/a_story.txt"_s, "Ministers met today.\n");
    write(u"in/ann/a_story_d473.ann"_s, "T1\tSource 0 9\tMinisters\nT2\tCue 10 13\tmet\nE1\tCue:T2 Source:T1\n");
    write(u"in/ann/a_story_4b22.ann"_s, "T1\tSource 0 9\tMinisters\n");
    write(u"in/ann/a_story_6b86.ann"_s, ""); // who found nothing
    const ImportReport report = importInto(path(u"p.galley"_s), {path(u"in"_s)});
    QCOMPARE(lines(report), QStringList());
    QCOMPARE(report.articles, 1);
    QCOMPARE(report.annotationsBy, (QMap<QString, int>{{u"4b22"_s, 1}, {u"d473"_s, 2}}));
    const ProjectStore store = taken(ProjectStore::open(path(u"p.galley"_s), ProjectStore::Mode::ReadOnly));
    const auto annotations = taken(store.annotations(taken(store.articles()).front().id));
    const auto event = std::ranges::find_if(annotations, [](const Annotation &one) { return !one.values.empty(); });
    QCOMPARE(std::get<Passage>(event->values.front().value).quote, u"Ministers"_s);
    QCOMPARE(taken(store.progress(taken(store.articles()).front().id)).size(), size_t(3));
    taken(exportToFolder(store, path(u"out"_s), u"brat"_s, {}));
    QCOMPARE(QDir(path(u"out"_s)).entryList({u"*.ann"_s}, QDir::Files, QDir::Name), (QStringList{u"a_story_4b22.ann"_s, u"a_story_6b86.ann"_s, u"a_story_d473.ann"_s}));
    QVERIFY(contents(path(u"out/a_story_6b86.ann"_s)).isEmpty());
    const ImportReport again = importInto(path(u"p.galley"_s), {path(u"in"_s)});
    QCOMPARE(again.annotations, 0);
    QCOMPARE(again.annotationsAlreadyThere, 3);
}

void BratTest::namesAreMadeSafeAndComeBack()
{
    ProjectStore store = project(path(u"p.galley"_s));
    taken(store.apply({u"Add variable"_s, {added(variable(9, 2, u"who says 2"_s, VariableType::Passage))}}, stamp()));
    Annotation frame = annotation(store.allot<AnnotationTag>(), {1}, firstText, {{0, 9}}, {2});
    Annotation stance = annotation(store.allot<AnnotationTag>(), {1}, firstText, {{22, 34}, {38, 44}}, {6});
    stance.layer = {2};
    const TextPositions positions(firstText);
    stance.values = {{{9}, Passage{{{0, 9}}, u"Ministers"_s}}, {{4}, 0.5}, {{6}, u"two words"_s}};
    stance.memo = u"looks\nlike it"_s;
    taken(store.apply({u"Code"_s, {added(frame), added(stance)}}, stamp()));
    QStringList told;
    WriteOptions options;
    options.leftOut = [&](const QString &sentence) { told += sentence; };
    taken(exportToFolder(store, path(u"out"_s), u"brat"_s, options));
    QCOMPARE(told.filter(u"one line"_s).size(), 1);
    const QByteArray written = contents(path(u"out/a_Ada.ann"_s));
    QVERIFY2(written.startsWith("T1\tFraming-Security-Defence 0 9\tMinisters\nT2\tStance-in-favour 22 34;38 44\tThe alliance raised\n"), written.constData());
    const ImportReport report = importInto(path(u"again.galley"_s), {path(u"out"_s)}, u"Ada"_s);
    QCOMPARE(report.losses(), 0);
    ProjectStore again = taken(ProjectStore::open(path(u"again.galley"_s), ProjectStore::Mode::ReadOnly));
    const Codebook codebook = taken(again.codebook());
    QVERIFY(codebook.variable(codebook.layer(u"Stance")->id, u"who says 2"));
    const Layer *framing = codebook.layer(u"Framing");
    QVERIFY(framing && codebook.code(codebook.principalVariable(framing->id)->id, u"Security/Defence"));
    taken(exportToFolder(again, path(u"out2"_s), u"brat"_s, {}));
    QCOMPARE(meaning(contents(path(u"out2/a.ann"_s))), meaning(written));
    QVERIFY(!exportToFolder(again, path(u"out2"_s), u"brat"_s, {})); // nothing there is written over
}

void BratTest::whatHasNoPlaceIsTold()
{
    write(u"in/a.txt"_s, "Ministers met today.\n");
    write(u"in/a.ann"_s, "T1\tPerson 0 9\tMinisters\nN1\tReference T1 Wikipedia:1\tMinisters\n*\tEquiv T1 T1\n#1\tTool T1\tx\n");
    QCOMPARE(lines(importInto(path(u"p.galley"_s), {path(u"in/a.ann"_s)}, u"Ada"_s)),
             QStringList({path(u"in/a.ann"_s) + u":0: left out: 1 references to other sources (N)"_s, path(u"in/a.ann"_s) + u":0: left out: 1 equivalences (*)"_s,
                          path(u"in/a.ann"_s) + u":0: left out: 1 notes that are of no stretch or event, or of a tool (#)"_s}));
}

void BratTest::aFileThatIsWrongIsToldInASentence_data()
{
    QTest::addColumn<QByteArray>("annotations");
    QTest::addColumn<QString>("told");
    QTest::addColumn<int>("taken");
    const QByteArray good = "T1\tSource 0 9\tMinisters\n";
    QTest::newRow("beyond the end") << QByteArray(good + "T2\tCue 10 4000\tmet\n") << u"Its offsets do not fit"_s << 0;
    QTest::newRow("a huge number") << QByteArray(good + "T2\tCue 10 99999999999999999999999\tmet\n") << u"It is no annotation as brat writes it: T2"_s << 1;
    QTest::newRow("negative") << QByteArray(good + "T2\tCue -10 4\tmet\n") << u"It is no annotation as brat writes it: T2"_s << 1;
    QTest::newRow("backwards") << QByteArray(good + "T2\tCue 9 4\tmet\n") << u"It is no annotation as brat writes it: T2"_s << 1;
    QTest::newRow("pieces that overlap") << QByteArray(good + "T2\tCue 0 9;5 12\tmet\n") << u"It is no annotation as brat writes it: T2"_s << 1;
    QTest::newRow("one id twice") << QByteArray(good + "T1\tCue 10 13\tmet\n") << u"It is no annotation as brat writes it: T1"_s << 1;
    QTest::newRow("an event of nothing") << QByteArray(good + "E1\tCue:T7 Source:T1\n") << u"The event E1 names “T7”, which is not in the file."_s << 1;
    QTest::newRow("a role of nothing") << QByteArray(good + "T2\tCue 10 13\tmet\nE1\tCue:T2 Source:T7\n") << u"E1 names “T7”, which is not in the file or was not taken."_s << 2;
    QTest::newRow("an attribute of nothing") << QByteArray(good + "A1\tNegated T9\n") << u"The attribute “Negated” is of “T9”, which is not in the file or cannot have one here."_s << 1;
    QTest::newRow("words") << QByteArray(good + "hello\n") << u"It is no annotation as brat writes it: hello"_s << 1;
    QTest::newRow("a circle") << QByteArray(good + "T2\tCue 10 13\tmet\nE1\tCue:T2 Of:E2\nT3\tCue 14 19\ttoday\nE2\tCue:T3 Of:E1\nR1\tNext Arg1:E1 Arg2:E1\n") << QString() << 3;
    QTest::newRow("events of each other's triggers") << QByteArray(good + "E1\tSource:E1 Of:E1\n") << u"The event E1 names “E1”, which is not in the file."_s << 1;
}

void BratTest::aFileThatIsWrongIsToldInASentence()
{
    QFETCH(QByteArray, annotations);
    QFETCH(QString, told);
    QFETCH(int, taken);
    write(u"in/a.txt"_s, "Ministers met today.\n");
    write(u"in/a.ann"_s, annotations);
    const ImportReport report = importInto(path(u"p.galley"_s), {path(u"in"_s)}, u"Ada"_s);
    QCOMPARE(report.annotations, taken);
    QVERIFY2(told.isEmpty() ? lines(report).isEmpty() : lines(report).join(u'\n').contains(told), qPrintable(lines(report).join(u'\n')));
    write(u"alone/b.ann"_s, annotations);
    QVERIFY(lines(importInto(path(u"other.galley"_s), {path(u"alone"_s)}, u"Ada"_s)).join(u'\n').contains(u"Its text is missing"_s));
}

GALLEY_TEST(BratTest)
#include "tst_brat.moc"
