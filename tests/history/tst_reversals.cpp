// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <history/order.h>
#include <history/reversals.h>

#include <testing.h>

using namespace galley;

/// Whose work an undo takes back, and what of it can be restored.
class ReversalsTest : public QObject
{
    Q_OBJECT

private slots:
    void anUndoIsOfOnesOwn();
    void whatAMergeBroughtIsNotUndoneHere();
    void whatWasUndoneIsPassedOver();
    void theLastUndoneIsRestoredFirst();
    void somethingNewEndsOnesOwnRedoOnly();
    void takingBackAnothersIsRestoredByWhoTookItBack();
    void statesFollow();
};

namespace {

constexpr CoderId ada{1};
constexpr CoderId ben{2};

OperationId id(LogicalTime time) { return operationId(time, 5); }

/// A history, an entry at each time from 1 on.
class Told
{
public:
    Told &done(CoderId coder, bool own = true) { return entry(coder, OperationKind::Do, {}, own); }
    Told &undone(CoderId coder, LogicalTime target) { return entry(coder, OperationKind::Undo, id(target), true); }
    Told &redone(CoderId coder, LogicalTime target) { return entry(coder, OperationKind::Redo, id(target), true); }

    std::vector<Operation> operations;

private:
    Told &entry(CoderId coder, OperationKind kind, OperationId target, bool own)
    {
        Operation operation;
        operation.id = id(LogicalTime(operations.size()) + 1);
        operation.coder = coder;
        operation.kind = kind;
        operation.target = target;
        operation.own = own;
        operations.push_back(operation);
        return *this;
    }
};

std::optional<OperationId> none() { return std::nullopt; }

} // namespace

void ReversalsTest::anUndoIsOfOnesOwn()
{
    const auto told = Told().done(ada).done(ben).operations;
    QCOMPARE(nextUndo(told, ada), id(1));
    QCOMPARE(nextUndo(told, ben), id(2));
    QCOMPARE(nextUndo(told, CoderId{3}), none());
    QCOMPARE(nextUndo(told, std::nullopt), id(2));
}

void ReversalsTest::whatAMergeBroughtIsNotUndoneHere()
{
    const auto told = Told().done(ada).done(ada, false).done(ben, false).operations;
    QCOMPARE(nextUndo(told, ada), id(1));
    QCOMPARE(nextUndo(told, ben), none());
    QCOMPARE(nextUndo(told, std::nullopt), id(1));
}

void ReversalsTest::whatWasUndoneIsPassedOver()
{
    QCOMPARE(nextUndo(Told().done(ada).done(ada).undone(ada, 2).operations, ada), id(1));
    QCOMPARE(nextUndo(Told().done(ada).done(ada).undone(ada, 2).redone(ada, 2).operations, ada), id(2));
    QCOMPARE(nextUndo(Told().done(ada).undone(ada, 1).operations, ada), none());
}

void ReversalsTest::theLastUndoneIsRestoredFirst()
{
    const auto told = Told().done(ada).done(ada).undone(ada, 2).undone(ada, 1).operations;
    QCOMPARE(nextRedo(told, ada), id(1));
    auto further = told;
    further.push_back(Told().done(ada).done(ada).undone(ada, 2).undone(ada, 1).redone(ada, 1).operations.back());
    QCOMPARE(nextRedo(further, ada), id(2));
}

void ReversalsTest::somethingNewEndsOnesOwnRedoOnly()
{
    QCOMPARE(nextRedo(Told().done(ada).undone(ada, 1).done(ben).operations, ada), id(1));
    QCOMPARE(nextRedo(Told().done(ada).undone(ada, 1).done(ada).operations, ada), none());
    QCOMPARE(nextRedo(Told().done(ada).undone(ada, 1).operations, ben), none());
}

void ReversalsTest::takingBackAnothersIsRestoredByWhoTookItBack()
{
    const auto told = Told().done(ben).undone(ada, 1).operations;
    QCOMPARE(nextUndo(told, ben), none());
    QCOMPARE(nextRedo(told, ben), none());
    QCOMPARE(nextRedo(told, ada), id(1));
}

void ReversalsTest::statesFollow()
{
    auto told = Told().done(ada).done(ada).done(ben).undone(ada, 2).undone(ben, 3).done(ben).operations;
    deriveStates(told);
    QCOMPARE(told[0].state, OperationState::Applied);
    QCOMPARE(told[1].state, OperationState::Undone);
    QCOMPARE(told[2].state, OperationState::Discarded);
    QCOMPARE(told[3].state, OperationState::Applied);
}

GALLEY_PURE_TEST(ReversalsTest)
#include "tst_reversals.moc"
