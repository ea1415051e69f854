// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/codebookedits.h>

#include <testing.h>

using namespace galley;
using namespace galley::sample;

/// Bringing one codebook into another.
class CodebookEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_next = 100; }
    void theSameCodebookIsNoChange();
    void missingPartsAreAddedAndTheRestStays();
    void replacingMatchesByUuidThenByName();
    void whatIsUsedIsNotRemoved();
    void aUsedVariableKeepsItsType();
    void theFirstVariableOfAUsedLayerStaysFirst();
    void swappedNamesFollowTheirUuids();
    void aCodeIsAddedWithItsParents();
    void theChangeCanBeWrittenAndUndone();

private:
    CodebookIds ids()
    {
        return {[this] { return LayerId{m_next++}; }, [this] { return VariableId{m_next++}; }, [this] { return CodeId{m_next++}; }};
    }
    Change adopted(const Codebook &current, const Codebook &incoming, Adoption how, const CodebookUse &use = {})
    {
        return taken(adoptCodebook(current, incoming, how, use, ids()));
    }

    qint64 m_next = 0;
};

namespace {

/// The codebook in words, one line per variable.
QStringList lines(const Codebook &book)
{
    QStringList result;
    for (const Layer &layer : book.layers()) {
        for (const Variable *variable : book.variables(layer.id)) {
            QStringList codes;
            for (const Code *code : book.codes(variable->id))
                codes += book.path(code->id);
            result += u"%1.%2: %3"_s.arg(layer.name, variable->name, codes.join(u", "_s));
        }
    }
    return result;
}

Codebook small(const QString &name, const QStringList &codes, VariableType type = VariableType::Code)
{
    std::vector<Code> rows;
    for (const QString &each : codes)
        rows.push_back(code(qint64(rows.size()) + 1, 1, 0, each));
    return Codebook(name, 1, {layer(1, u"Framing"_s, LayerUnit::Span)}, {variable(1, 1, u"frame"_s, type)}, rows);
}

} // namespace

void CodebookEditsTest::theSameCodebookIsNoChange()
{
    const Codebook book = codebook();
    QVERIFY(adopted(book, book, Adoption::Replace).isEmpty());
    QVERIFY(adopted(book, book, Adoption::AddMissing).isEmpty());
}

void CodebookEditsTest::missingPartsAreAddedAndTheRestStays()
{
    const Codebook book = small(u"Ours"_s, {u"Economic"_s, u"Moral"_s});
    Codebook other = foreign(small(u"Theirs"_s, {u"Moral"_s, u"Health"_s}));
    const Change change = adopted(book, other, Adoption::AddMissing);
    QCOMPARE(lines(withChange(book, change)), QStringList{u"Framing.frame: Economic, Moral, Health"_s});
    QCOMPARE(change.edits.size(), size_t(1));
    QCOMPARE(withChange(book, change).name(), u"Ours"_s);
    other = foreign(small(u"Theirs"_s, {}, VariableType::Number));
    QCOMPARE(adoptCodebook(book, other, Adoption::AddMissing, {}, ids()).error().message, u"The variable “frame” has another type here."_s);
}

void CodebookEditsTest::replacingMatchesByUuidThenByName()
{
    const Codebook book = small(u"Ours"_s, {u"Economic"_s, u"Moral"_s, u"Old"_s});
    std::vector<Code> codes{book.codes()[0], code(7, 1, 0, u"Moral"_s)};
    codes[0].name = u"Economy"_s;
    const Codebook other(u"Theirs"_s, 3, book.layers(), book.variables(), codes);
    const Change change = adopted(book, other, Adoption::Replace);
    const Codebook after = withChange(book, change);
    QCOMPARE(lines(after), QStringList{u"Framing.frame: Economy, Moral"_s});
    QCOMPARE(after.name(), u"Theirs"_s);
    QCOMPARE(after.code(CodeId{1})->name, u"Economy"_s);
    QVERIFY(!after.code(CodeId{2})); // of the same name, but another one, and nothing holds on to it
    QCOMPARE(after.code(CodeId{idOf(codes[1].uuid)})->uuid, codes[1].uuid);
    QVERIFY(withChange(after, inverse(change)) == book);
}

void CodebookEditsTest::whatIsUsedIsNotRemoved()
{
    const Codebook book = small(u"Ours"_s, {u"Economic"_s, u"Moral"_s});
    const CodebookUse use{{{1}}, {}, {{2}}};
    const Codebook other = foreign(small(u"Theirs"_s, {u"Economic"_s}));
    QCOMPARE(adoptCodebook(book, other, Adoption::Replace, use, ids()).error().message,
             u"“Moral” is used by annotations and cannot be removed."_s);
    QCOMPARE(lines(withChange(book, adopted(book, other, Adoption::AddMissing, use))), QStringList{u"Framing.frame: Economic, Moral"_s});
}

void CodebookEditsTest::aUsedVariableKeepsItsType()
{
    const Codebook book = small(u"Ours"_s, {u"Economic"_s});
    const Codebook other(u"Theirs"_s, 1, book.layers(), {[&] {
        Variable row = book.variables()[0];
        row.type = VariableType::Text;
        return row;
    }()}, {});
    QVERIFY(!adoptCodebook(book, other, Adoption::Replace, {{{1}}, {}, {}}, ids()));
    QVERIFY(adoptCodebook(book, other, Adoption::Replace, {}, ids()));
}

void CodebookEditsTest::theFirstVariableOfAUsedLayerStaysFirst()
{
    const Codebook book = small(u"Ours"_s, {u"Economic"_s});
    Variable first = variable(9, 1, u"function"_s, VariableType::Code);
    first.position = 0;
    const Codebook other(u"Theirs"_s, 1, book.layers(), {first, book.variables()[0]}, book.codes());
    QCOMPARE(adoptCodebook(book, other, Adoption::Replace, {{{1}}, {}, {}}, ids()).error().message,
             u"The layer “Framing” is used, and its first variable “frame” cannot change."_s);
    const Codebook after = withChange(book, adopted(book, other, Adoption::AddMissing, {{{1}}, {}, {}}));
    QCOMPARE(after.principalVariable({1})->name, u"frame"_s);
}

void CodebookEditsTest::swappedNamesFollowTheirUuids()
{
    const Codebook book = small(u"Ours"_s, {u"A"_s, u"B"_s});
    std::vector<Code> codes = book.codes();
    std::swap(codes[0].name, codes[1].name);
    const Codebook other(u"Ours"_s, 1, book.layers(), book.variables(), codes);
    const Codebook after = withChange(book, adopted(book, other, Adoption::Replace, {{{1}}, {}, {{1}, {2}}}));
    QCOMPARE(after.code(CodeId{1})->name, u"B"_s);
}

void CodebookEditsTest::aCodeIsAddedWithItsParents()
{
    const Codebook book = codebook();
    const Codebook after = withChange(book, taken(addCode(book, {1}, u"Security/Cyber/Law\\/order"_s)));
    QVERIFY(after.code(VariableId{1}, u"Security/Cyber/Law\\/order"_s));
    QCOMPARE(after.codes().size(), book.codes().size() + 2);
    QVERIFY(taken(addCode(book, {1}, u"Security/Defence"_s)).isEmpty());
    QVERIFY(!addCode(book, {1}, u"Security//x"_s));
}

void CodebookEditsTest::theChangeCanBeWrittenAndUndone()
{
    QTemporaryDir folder(folderPattern());
    ProjectStore store = project(folder.filePath(u"p.galley"_s));
    const Codebook before = taken(store.codebook());
    const Codebook other = foreign(small(u"Other"_s, {u"Economic"_s, u"Health"_s}));
    const Change change = taken(adoptCodebook(before, other, Adoption::Replace, taken(store.codebookUse()), idsFrom(store)));
    taken(store.apply(change, stamp()));
    QCOMPARE(lines(taken(store.codebook())), QStringList{u"Framing.frame: Economic, Health"_s});
    QCOMPARE(taken(store.codebook()).name(), u"Other"_s);
    QCOMPARE(taken(store.codebook()).revision(), 2);
    taken(store.undo(stamp()));
    QCOMPARE(lines(taken(store.codebook())), lines(before));
    QCOMPARE(taken(store.codebook()).name(), u"Sample"_s);
    taken(store.redo(stamp()));
    QCOMPARE(taken(store.codebook()).name(), u"Other"_s);
    QVERIFY(taken(store.check()).empty());
}

GALLEY_TEST(CodebookEditsTest)
#include "tst_codebookedits.moc"
