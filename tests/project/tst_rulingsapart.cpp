// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/exporting.h>
#include <project/rulingedits.h>
#include <review/comparing.h>

#include <testing.h>

#include <QBuffer>

#include <algorithm>

using namespace galley;
using namespace galley::sample;

/// Two copies settle one disagreement differently: after the merge the later ruling holds alone, the other can be taken instead.
class RulingsApartTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theLaterHoldsInEitherOrder_data();
    void theLaterHoldsInEitherOrder();
    void theOtherIsTakenInstead_data();
    void theOtherIsTakenInstead();
    void aMergeThatIsTakenBackLeavesTheFirst();
    void aRulingThatIsTakenBackLeavesTheOther();

private:
    QString path(const QString &name) const { return m_folder->filePath(name + u".galley"_s); }
    void copy(const QString &from, const QString &to) { QVERIFY(QFile::copy(path(from), path(to))); }
    ProjectStore open(const QString &name) { return taken(ProjectStore::open(path(name), ProjectStore::Mode::ReadWrite)); }
    ComparedGroup group(const ProjectStore &store, std::vector<CoderId> coders = {{1}, {2}}) const
    {
        return comparedGroups(taken(store.annotations({1})), std::move(coders)).front();
    }
    void settle(ProjectStore &store, const ComparedGroup &group, const Decision &decision, int minute)
    {
        taken(store.apply(galley::settle(codebook(), group, decision, {{1}, time(minute), u"reason %1"_s.arg(minute), {}}, taken(standingRulings(store))), stamp(minute)));
    }
    void settleDifferently(const QString &how);
    /// What is in the consensus as it goes out, and what is to be looked at.
    QString told(const ProjectStore &store)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        taken(exportTo(store, buffer, u"csv"_s, {}, taken(filterNamed(store, {u"consensus"_s}, {}))));
        QStringList lines = QString::fromUtf8(buffer.data()).split(u"\r\n"_s, Qt::SkipEmptyParts).sliced(1);
        lines += u"rulings %1, others %2"_s.arg(taken(store.rulings()).size()).arg(taken(otherRulings(store)).size());
        return lines.join(u'\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// “Ministers met” and “Ministers”, settled on two copies.
void RulingsApartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    ProjectStore store = project(path(u"p"_s));
    for (const auto &[coder, end] : {std::pair(1, 13), std::pair(2, 9)}) {
        Annotation row = annotation(store.allot<AnnotationTag>(), {1}, firstText, {{0, end}}, {coder});
        row.coder = {coder};
        taken(store.apply({u"Code"_s, {added(row)}}, {row.coder, time()}));
    }
}

void RulingsApartTest::settleDifferently(const QString &how)
{
    copy(u"p"_s, u"a"_s);
    copy(u"p"_s, u"b"_s);
    ProjectStore a = open(u"a"_s), b = open(u"b"_s);
    settle(a, group(a), taken(accepted(group(a), {1})), 5);
    taken(b.apply({u"Something before"_s, {added(Coder{{9}, uuidAmong(4, 9), u"Zoe"_s, CoderRole::Coder})}}, stamp(6))); // its ruling is the later
    if (how == u"other code") {
        settle(b, group(b), taken(accepted(group(b), {2})), 7);
    } else if (how == u"nobody") {
        settle(b, group(b), nobody(), 7);
    } else { // of one coder's alone: another ruling by its number, on the same
        settle(b, group(b, {{2}}), taken(accepted(group(b, {{2}}), {2})), 7);
    }
}

void RulingsApartTest::theLaterHoldsInEitherOrder_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("results");
    QTest::newRow("other code") << u"other code"_s << 1;
    QTest::newRow("nobody") << u"nobody"_s << 0;
    QTest::newRow("part of the group") << u"part"_s << 1;
}

void RulingsApartTest::theLaterHoldsInEitherOrder()
{
    QFETCH(QString, how);
    QFETCH(int, results);
    settleDifferently(how);
    copy(u"a"_s, u"ab"_s);
    copy(u"b"_s, u"ba"_s);
    copy(u"p"_s, u"pab"_s);
    ProjectStore ab = open(u"ab"_s), ba = open(u"ba"_s), pab = open(u"pab"_s);
    const MergeReport report = taken(ab.merge(path(u"b"_s), stamp(20)));
    QCOMPARE(report.conflicts.size(), size_t(1));
    taken(ba.merge(path(u"a"_s), stamp(21)));
    taken(pab.merge(path(u"ab"_s), stamp(22)));
    QCOMPARE(told(ab).count(u",consensus,"_s), results);
    QVERIFY2(told(ab).endsWith(u"rulings 1, others 1"_s), qPrintable(told(ab)));
    QVERIFY(!told(ab).contains(u"Ministers met"_s)); // as the earlier had it
    QCOMPARE(told(ba), told(ab));
    QCOMPARE(told(pab), told(ab));
    taken(ba.merge(path(u"ab"_s), stamp(23))); // as often as one likes
    taken(ab.merge(path(u"ba"_s), stamp(24)));
    QCOMPARE(told(ba), told(ab));
    QVERIFY(told(ab).endsWith(u"rulings 1, others 1"_s));
    QCOMPARE(taken(ab.rulings()).front().reason, u"reason 7"_s);
    QVERIFY(taken(ab.check()).empty());
}

void RulingsApartTest::theOtherIsTakenInstead_data()
{
    theLaterHoldsInEitherOrder_data();
}

void RulingsApartTest::theOtherIsTakenInstead()
{
    QFETCH(QString, how);
    settleDifferently(how);
    ProjectStore a = open(u"a"_s);
    const QString before = told(a);
    taken(a.merge(path(u"b"_s), stamp(20)));
    const auto others = taken(otherRulings(a));
    QVERIFY(otherRulingOn(others, group(a)));
    taken(a.apply(otherRulingOn(others, group(a))->instead, stamp(30)));
    QCOMPARE(told(a), before); // as it was, and nothing is to be looked at
    copy(u"b"_s, u"ba"_s);
    ProjectStore ba = open(u"ba"_s);
    taken(ba.merge(path(u"a"_s), stamp(31)));
    QCOMPARE(told(ba), before); // the choice travels
    taken(a.undo(stamp(32)));
    QVERIFY(told(a).startsWith(told(open(u"b"_s)).section(u'\n', 0, 0).section(u"rulings"_s, 0, 0)));
    taken(a.redo(stamp(33)));
    QCOMPARE(told(a), before);
    QVERIFY(taken(a.check()).empty());
}

void RulingsApartTest::aMergeThatIsTakenBackLeavesTheFirst()
{
    settleDifferently(u"part"_s);
    ProjectStore a = open(u"a"_s);
    const QString before = told(a);
    taken(a.merge(path(u"b"_s), stamp(20)));
    QVERIFY(told(a) != before);
    const QString merged = told(a);
    taken(a.undo(stamp(21)));
    QCOMPARE(told(a), before);
    taken(a.redo(stamp(22)));
    QCOMPARE(told(a), merged);
}

void RulingsApartTest::aRulingThatIsTakenBackLeavesTheOther()
{
    settleDifferently(u"part"_s);
    ProjectStore a = open(u"a"_s);
    const QString before = told(a);
    taken(a.merge(path(u"b"_s), stamp(20)));
    const auto history = taken(a.history(100));
    const auto later = std::ranges::find_if(history, [](const Operation &operation) { return !operation.own && operation.text.startsWith(u"Settle"_s); });
    QVERIFY(later != history.end());
    taken(a.undo(later->id, stamp(21)));
    QCOMPARE(told(a), before);
}

GALLEY_TEST(RulingsApartTest)
#include "tst_rulingsapart.moc"
