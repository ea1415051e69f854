// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/annotationedits.h>
#include <project/spanrules.h>

#include <testing.h>

#include <QRandomGenerator>

using namespace galley;
using namespace galley::sample;

/// Where the passages of a layer may be.
class SpanRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void passagesAreWidened_data();
    void passagesAreWidened();
    void aPassageStaysInItsParagraph();
    void passagesOverlapAsTheLayerAllows_data();
    void passagesOverlapAsTheLayerAllows();
    void ofOthersAndOfOtherLayersItSaysNothing();
    void noEditsMakeWhatTheLayerForbids();
};

namespace {

const QString text = u"Ferries cost more. Nobody says why they’d do.\nA second paragraph 👩‍👧 stands here."_s;
const TextPositions positions(text);
const MeasuredText measured{text, positions, u"en"_s};

Layer ruled(const std::function<void(Layer &)> &alter)
{
    Layer layer = codebook().layers().front();
    alter(layer);
    return layer;
}

Codebook with(const Layer &layer)
{
    const Codebook plain = codebook();
    std::vector<Layer> layers = plain.layers();
    layers.front() = layer;
    return Codebook(plain.name(), 1, layers, plain.variables(), plain.codes());
}

Range of(const QString &passage)
{
    const qsizetype at = text.indexOf(passage);
    return positions.toCodePoints(Utf16Range{at, at + passage.size()});
}

QString quote(const std::vector<Range> &ranges)
{
    return quoteOf(text, positions, ranges);
}

Annotation made(qint64 id, Range range, CoderId coder = {1}, LayerId layer = {1})
{
    Annotation annotation;
    annotation.id = {id};
    annotation.article = {1};
    annotation.layer = layer;
    annotation.coder = coder;
    annotation.ranges = {range};
    annotation.quote = quote({range});
    return annotation;
}

Result<> allowed(const Codebook &book, const Change &change, const std::vector<Annotation> &before)
{
    return overlapAsAllowed(book, change, [&](ArticleId) -> Result<std::vector<Annotation>> { return before; });
}

} // namespace

void SpanRulesTest::passagesAreWidened_data()
{
    QTest::addColumn<Snap>("snap");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("coded");
    QTest::newRow("free") << Snap::Free << u"erries co"_s << u"erries co"_s;
    QTest::newRow("words") << Snap::Word << u"erries co"_s << u"Ferries cost"_s;
    QTest::newRow("a word with an apostrophe") << Snap::Word << u"ey’"_s << u"they’d"_s;
    QTest::newRow("sentence") << Snap::Sentence << u"body"_s << u"Nobody says why they’d do."_s;
    QTest::newRow("two sentences") << Snap::Sentence << u"more. No"_s << u"Ferries cost more. Nobody says why they’d do."_s;
    QTest::newRow("paragraph") << Snap::Paragraph << u"👩‍👧"_s << u"A second paragraph 👩‍👧 stands here."_s;
}

void SpanRulesTest::passagesAreWidened()
{
    QFETCH(Snap, snap);
    QFETCH(QString, selected);
    QFETCH(QString, coded);
    const Codebook book = with(ruled([&](Layer &layer) { layer.snap = snap; }));
    const Change change = taken(annotate(book, measured, {{9}, {1}, {1}, {1}, {3}, {of(selected)}, {}, {}}, time()));
    const Annotation annotation = *std::get<Edit<Annotation>>(change.edits.front()).after;
    QCOMPARE(quote(annotation.ranges), coded);
    QCOMPARE(annotation.quote, coded);
}

void SpanRulesTest::aPassageStaysInItsParagraph()
{
    const Codebook book = with(ruled([](Layer &layer) { layer.acrossParagraphs = false; }));
    const auto code = [&](std::vector<Range> ranges) { return annotate(book, measured, {{9}, {1}, {1}, {1}, {3}, std::move(ranges), {}, {}}, time()); };
    QVERIFY(code({of(u"they’d do."_s)}));
    QVERIFY(code({of(u"they’d do."_s), of(u"second"_s)})); // two parts, each in its own
    const auto refused = code({of(u"do.\nA"_s)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"A passage of “Framing” stays within one paragraph."_s);
    QVERIFY(annotate(codebook(), measured, {{9}, {1}, {1}, {1}, {3}, {of(u"do.\nA"_s)}, {}, {}}, time()));
}

void SpanRulesTest::passagesOverlapAsTheLayerAllows_data()
{
    QTest::addColumn<Overlap>("overlap");
    QTest::addColumn<Range>("range");
    QTest::addColumn<bool>("fits");
    const Range apart{10, 14}, crossing{3, 8}, inside{1, 3}, same{0, 5}, touching{5, 9};
    QTest::newRow("any: crossing") << Overlap::Any << crossing << true;
    QTest::newRow("stacked: apart") << Overlap::Stacked << apart << true;
    QTest::newRow("stacked: the same") << Overlap::Stacked << same << true;
    QTest::newRow("stacked: crossing") << Overlap::Stacked << crossing << false;
    QTest::newRow("stacked: inside") << Overlap::Stacked << inside << false;
    QTest::newRow("none: apart") << Overlap::None << apart << true;
    QTest::newRow("none: touching") << Overlap::None << touching << true;
    QTest::newRow("none: the same") << Overlap::None << same << false;
    QTest::newRow("none: inside") << Overlap::None << inside << false;
}

void SpanRulesTest::passagesOverlapAsTheLayerAllows()
{
    QFETCH(Overlap, overlap);
    QFETCH(Range, range);
    QFETCH(bool, fits);
    const Codebook book = with(ruled([&](Layer &layer) { layer.overlap = overlap; }));
    const Annotation there = made(1, {0, 5});
    QCOMPARE(bool(allowed(book, {{}, {added(made(2, range))}}, {there})), fits);
    const Annotation elsewhere = made(2, {20, 24});
    QCOMPARE(bool(allowed(book, {{}, {modified(elsewhere, made(2, range))}}, {there, elsewhere})), fits);
    QVERIFY(allowed(book, {{}, {removed(there), added(made(2, range))}}, {there})); // what was in the way goes in the same step
}

void SpanRulesTest::ofOthersAndOfOtherLayersItSaysNothing()
{
    const Codebook book = with(ruled([](Layer &layer) { layer.overlap = Overlap::None; }));
    QVERIFY(allowed(book, {{}, {added(made(2, {0, 5}, {2}))}}, {made(1, {0, 5})}));
    QVERIFY(allowed(book, {{}, {added(made(2, {0, 5}, {1}, {2}))}}, {made(1, {0, 5})}));
    Annotation recoded = made(2, {0, 5}); // coded before the rule was made: it may get another code
    recoded.code = {3};
    QVERIFY(allowed(book, {{}, {modified(made(2, {0, 5}), recoded)}}, {made(1, {0, 5}), made(2, {0, 5})}));
}

void SpanRulesTest::noEditsMakeWhatTheLayerForbids()
{
    for (quint32 seed = 1; seed <= 200; ++seed) {
        QRandomGenerator random(seed);
        const auto overlap = Overlap(random.bounded(1, 3));
        const Codebook book = with(ruled([&](Layer &layer) {
            layer.overlap = overlap;
            layer.snap = Snap(random.bounded(4));
            layer.acrossParagraphs = random.bounded(2) == 0;
        }));
        std::vector<Annotation> standing;
        for (int step = 0; step < 30; ++step) {
            const qsizetype begin = random.bounded(positions.codePoints() - 1);
            const Range range{begin, std::min<qsizetype>(begin + 1 + random.bounded(25), positions.codePoints())};
            const bool moves = !standing.empty() && random.bounded(3) == 0;
            Annotation &victim = moves ? standing[size_t(random.bounded(int(standing.size())))] : *standing.insert(standing.end(), Annotation());
            const auto change = moves ? setRanges(book, measured, victim, {range}, time())
                                      : annotate(book, measured, {{step + 1}, {1}, {1}, {1}, {3}, {range}, {}, {}}, time());
            const std::vector<Annotation> before(standing.begin(), moves ? standing.end() : std::prev(standing.end()));
            if (change && !change->isEmpty() && allowed(book, *change, before))
                victim = *std::get<Edit<Annotation>>(change->edits.front()).after;
            else if (!moves)
                standing.pop_back();
        }
        for (const Annotation &one : standing) {
            QCOMPARE(snapped(*book.layer(LayerId{1}), measured, one.ranges), one.ranges);
            QVERIFY(staysInParagraphs(*book.layer(LayerId{1}), measured, one.ranges));
            for (const Annotation &other : standing) {
                const Range a = one.extent(), b = other.extent();
                const bool share = a.begin < b.end && b.begin < a.end;
                QVERIFY(one.id == other.id || !share || (overlap == Overlap::Stacked && a == b));
            }
        }
    }
}

GALLEY_TEST(SpanRulesTest)
#include "tst_spanrules.moc"
