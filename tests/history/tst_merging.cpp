// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <base/random.h>
#include <domain/identity.h>
#include <history/order.h>
#include <history/reversals.h>
#include <history/union.h>
#include <history/worlds.h>

#include <testing.h>

#include <algorithm>
#include <numeric>

using namespace galley;
using namespace Qt::StringLiterals;

/// Random histories of five copies that code, rename, remove, undo and merge among themselves; whatever order their
/// operations come together in, one state follows. Each seed is one study.
class MergingTest : public QObject
{
    Q_OBJECT

private slots:
    void anyOrderOfMergingGivesOneState();
    void mergingAgainChangesNothing();
    void nothingIsDroppedByAMerge();
    void anUndoTakesBackNothingOfAnotherCopy();
    void twoWhoMakeOneThingMakeOneRow();
    void aSettledCollisionIsSettledEverywhere();
};

namespace {

constexpr int studies = 60;
constexpr size_t copies = 5;

template<typename Row>
const Rows<Row> &rowsIn(const World &world)
{
    return std::get<Rows<Row>>(world);
}

/// A copy of a project: its operations, who codes there, and chance.
class Copy
{
public:
    Copy(CoderId coder, CopyNumber number, quint64 seed)
        : m_coder(coder)
        , m_number(number)
        , m_random(seed, quint64(number))
    {
    }

    std::vector<Entry> entries;

    void act()
    {
        switch (m_random.below(8)) {
        case 0:
        case 1:
            return annotate();
        case 2:
        case 3:
            return alter();
        case 4:
            return remove();
        case 5:
            return progress();
        case 6:
            return reverse(nextUndo(operations(), m_coder), OperationKind::Undo);
        default:
            return reverse(nextRedo(operations(), m_coder), OperationKind::Redo);
        }
    }

    void merge(const Copy &other) { entries = unionOf(entries, other.entries); }
    World world() const { return worldOf(entries); }

    void append(Change change, OperationKind kind = OperationKind::Do, OperationId target = {})
    {
        Operation operation;
        operation.id = operationId(entries.empty() ? 1 : timeOf(entries.back().operation.id) + 1, m_number);
        operation.uuid = uuidOf(operation.id.value);
        operation.coder = m_coder;
        operation.kind = kind;
        operation.target = target;
        entries.push_back({operation, std::move(change)});
    }

private:
    std::vector<Operation> operations() const
    {
        std::vector<Operation> result;
        for (const Entry &entry : entries)
            result.push_back(entry.operation);
        return result;
    }

    /// A random one of the annotations that stand.
    std::optional<Annotation> any()
    {
        const World now = world();
        const auto &standing = rowsIn<Annotation>(now).standing;
        if (standing.empty())
            return std::nullopt;
        return std::next(standing.begin(), m_random.below(quint32(standing.size())))->second;
    }

    void annotate()
    {
        Annotation annotation;
        annotation.id = {m_number * 1'000'000 + qint64(++m_made)};
        annotation.coder = m_coder;
        annotation.code = {m_random.below(5) + 1};
        append({{}, {added(annotation)}});
    }

    void alter()
    {
        const auto before = any();
        if (!before)
            return;
        Annotation after = *before;
        after.code = {m_random.below(5) + 1};
        after.memo = QString::number(m_random.below(3));
        if (after != *before)
            append({{}, {modified(*before, after)}});
    }

    void remove()
    {
        if (const auto row = any())
            append({{}, {removed(*row)}});
    }

    void progress()
    {
        const ArticleId article{m_random.below(3) + 1};
        const ProgressId id{idFrom({u"progress", QString::number(article.value), QString::number(m_coder.value)})};
        const World now = world();
        const auto &standing = rowsIn<Progress>(now).standing;
        const auto known = standing.find(id);
        const auto before = known == standing.end() ? std::nullopt : std::optional(known->second);
        const Progress after{id, article, m_coder, m_random.below(2) ? ProgressState::Done : ProgressState::InProgress};
        if (before != after)
            append({{}, {Edit<Progress>{before, after}}});
    }

    /// As the store does: refused where a row is no longer what the entry left.
    void reverse(std::optional<OperationId> target, OperationKind kind)
    {
        if (!target)
            return;
        const auto found = std::ranges::find(entries, *target, [](const Entry &entry) { return entry.operation.id; });
        const Change change = kind == OperationKind::Undo ? inverse(found->change) : found->change;
        const World now = world();
        for (const AnyEdit &any : change.edits) {
            const auto *edit = std::get_if<Edit<Annotation>>(&any);
            if (!edit)
                continue;
            const auto &standing = rowsIn<Annotation>(now).standing;
            const auto row = standing.find(edit->before ? edit->before->id : edit->after->id);
            if ((row == standing.end() ? std::nullopt : std::optional(row->second)) != edit->before)
                return;
        }
        append(change, kind, *target);
    }

    CoderId m_coder;
    CopyNumber m_number;
    Random m_random;
    int m_made = 0;
};

/// Five copies of one beginning, a while later; two of them are the same coder's.
std::vector<Copy> study(quint64 seed)
{
    Random random(seed, 99);
    Copy first({1}, 1, seed);
    for (int step = 0; step < 6; ++step)
        first.act();
    std::vector<Copy> result{first};
    for (size_t at = 1; at < copies; ++at) {
        Copy &copy = result.emplace_back(CoderId{qint64(at % 4) + 1}, CopyNumber(at + 1), seed);
        copy.entries = first.entries;
    }
    for (int step = 0; step < 60; ++step) {
        Copy &copy = result[random.below(copies)];
        if (random.below(10) == 0)
            copy.merge(result[random.below(copies)]);
        else
            copy.act();
    }
    return result;
}

} // namespace

void MergingTest::anyOrderOfMergingGivesOneState()
{
    for (quint64 seed = 1; seed <= studies; ++seed) {
        const std::vector<Copy> study = ::study(seed);
        Random random(seed, 7);
        std::optional<World> one;
        for (int round = 0; round < 4; ++round) {
            std::vector<Copy> parts = study; // merged pair by pair, in a random grouping
            while (parts.size() > 1) {
                const size_t from = random.below(quint32(parts.size()));
                const Copy taken = parts[from];
                parts.erase(parts.begin() + qsizetype(from));
                parts[random.below(quint32(parts.size()))].merge(taken);
            }
            if (!one)
                one = parts.front().world();
            QVERIFY2(parts.front().world() == *one, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }
}

void MergingTest::mergingAgainChangesNothing()
{
    for (quint64 seed = 1; seed <= studies; ++seed) {
        std::vector<Copy> study = ::study(seed);
        study[0].merge(study[1]);
        const auto once = study[0].entries;
        study[0].merge(study[1]);
        study[0].merge(study[0]);
        QVERIFY2(study[0].entries == once, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void MergingTest::nothingIsDroppedByAMerge()
{
    for (quint64 seed = 1; seed <= studies; ++seed) {
        std::vector<Copy> study = ::study(seed);
        std::vector<World> worlds;
        for (const Copy &copy : study)
            worlds.push_back(copy.world());
        for (size_t at = 1; at < copies; ++at)
            study[0].merge(study[at]);
        const World all = study[0].world();
        const auto isKept = [&](const Annotation &wanted) {
            const auto says = [&](const Annotation &row) { return row.code == wanted.code && row.memo == wanted.memo && row.coder == wanted.coder; };
            const auto &[standing, collisions] = rowsIn<Annotation>(all);
            if (const auto row = standing.find(wanted.id); row != standing.end() && says(row->second))
                return true;
            if (std::ranges::any_of(standing, [&](const auto &row) { return says(row.second); }))
                return true;
            // Altered or removed since, by an edit that knew it.
            return std::ranges::any_of(study[0].entries, [&](const Entry &entry) {
                return std::ranges::any_of(entry.change.edits, [&](const AnyEdit &any) {
                    const auto *edit = std::get_if<Edit<Annotation>>(&any);
                    return edit && edit->before && says(*edit->before);
                });
            });
        };
        for (const World &world : worlds) {
            for (const auto &[id, row] : rowsIn<Annotation>(world).standing)
                QVERIFY2(isKept(row), qPrintable(u"seed %1, annotation %2"_s.arg(seed).arg(id.value)));
        }
    }
}

void MergingTest::anUndoTakesBackNothingOfAnotherCopy()
{
    Copy ours({1}, 1, 1);
    ours.append({{}, {added(Actor{{5}, {}, u"Ministry"_s})}});
    Copy theirs({2}, 2, 1);
    theirs.entries = ours.entries;
    theirs.append({{}, {modified(Actor{{5}, {}, u"Ministry"_s}, Actor{{5}, {}, u"Department"_s})}});
    ours.append({{}, {added(Actor{{6}, {}, u"Union"_s})}});
    const auto last = ours.entries.back();
    ours.append(inverse(last.change), OperationKind::Undo, last.operation.id);
    ours.merge(theirs);
    const World world = ours.world();
    const auto &actors = rowsIn<Actor>(world);
    QCOMPARE(actors.standing.size(), 1);
    QCOMPARE(actors.standing.begin()->second.name, u"Department"_s);
    QVERIFY(actors.collisions.empty());
}

void MergingTest::twoWhoMakeOneThingMakeOneRow()
{
    const Actor actor{{idFrom({u"actor", foldedName(u"European  Union")})}, {}, u"European Union"_s};
    Copy ours({1}, 1, 1), theirs({2}, 2, 1);
    ours.append({{}, {added(actor)}});
    theirs.append({{}, {added(actor)}});
    ours.merge(theirs);
    const World world = ours.world();
    QCOMPARE(rowsIn<Actor>(world).standing.size(), 1);
    QVERIFY(rowsIn<Actor>(world).collisions.empty());
}

void MergingTest::aSettledCollisionIsSettledEverywhere()
{
    const auto named = [](const QString &name) { return Actor{{5}, {}, name}; };
    Copy ours({1}, 1, 1);
    ours.append({{}, {added(named(u"a"_s))}});
    Copy theirs({2}, 2, 1);
    theirs.entries = ours.entries;
    ours.append({{}, {modified(named(u"a"_s), named(u"b"_s))}});
    theirs.append({{}, {modified(named(u"a"_s), named(u"c"_s))}});
    ours.merge(theirs);
    QCOMPARE(rowsIn<Actor>(ours.world()).collisions.size(), 1);
    ours.append({{}, {modified(named(u"c"_s), named(u"b"_s))}});
    QVERIFY(rowsIn<Actor>(ours.world()).collisions.empty());
    theirs.merge(ours);
    QVERIFY(theirs.world() == ours.world());
    QCOMPARE(rowsIn<Actor>(theirs.world()).standing.begin()->second.name, u"b"_s);
}

GALLEY_PURE_TEST(MergingTest)
#include "tst_merging.moc"
