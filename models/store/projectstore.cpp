// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeprivate.h"

#include "connecting.h"
#include "edits.h"
#include "failure.h"
#include "history.h"
#include "importprivate.h"
#include "merging.h"
#include "newproject.h"
#include "standanew.h"

#include <QFileInfo>

#include <SQLiteCpp/Transaction.h>

namespace galley {

namespace {

/// Keeps other writing away as long as it lives.
class Busy
{
public:
    explicit Busy(std::atomic<bool> &flag)
        : m_flag(flag)
    {
        m_flag = true;
    }
    ~Busy() { m_flag = false; }
    Busy(const Busy &) = delete;
    Busy &operator=(const Busy &) = delete;

private:
    std::atomic<bool> &m_flag;
};

} // namespace

ProjectStore::Private::Private(OpenFile opened, Mode openedFor, const OpenOptions &with)
    : file(std::move(opened))
    , mode(openedFor)
    , options(with)
    , allotment(std::make_shared<Allotment>())
{
}

void ProjectStore::Private::requireWriting() const
{
    if (mode == Mode::ReadOnly)
        throw Failure(Store::tr("The project is open for reading only."));
    if (allotment->importing)
        throw Failure(Store::tr("An import or a merge is going on. Wait for its end, or cancel it first."));
}

ProjectStore::ProjectStore(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

ProjectStore::ProjectStore(ProjectStore &&) noexcept = default;
ProjectStore &ProjectStore::operator=(ProjectStore &&) noexcept = default;
ProjectStore::~ProjectStore() = default;

Result<ProjectStore> ProjectStore::create(const QString &path, const Codebook &codebook, const Stamp &stamp)
{
    const auto created = attempt([&] {
        createFile(path, [&](sql::Connection &connection) { fillNewProject(connection, codebook, stamp); });
    });
    if (!created)
        return std::unexpected(created.error());
    return open(path, Mode::ReadWrite);
}

Result<ProjectStore> ProjectStore::open(const QString &path, Mode mode)
{
    return attempt([&] {
        const OpenOptions options;
        return ProjectStore(std::make_unique<Private>(openFile(path, mode, options), mode, options));
    });
}

QString ProjectStore::path() const
{
    return d->file.path;
}

ProjectStore::Mode ProjectStore::mode() const
{
    return d->mode;
}

qint64 ProjectStore::allotted()
{
    return d->allotment->next();
}

Result<> ProjectStore::apply(const Change &change, const Stamp &stamp)
{
    return attempt([&] {
        d->requireWriting();
        if (change.isEmpty())
            return;
        SQLite::Transaction transaction(d->connection().database(), SQLite::TransactionBehavior::IMMEDIATE);
        write(d->connection(), change, stamp);
        appendDone(d->connection(), change, {d->allotment->copy, stamp});
        decideAnew(d->connection(), change);
        transaction.commit();
    });
}

Result<std::optional<Operation>> ProjectStore::nextUndo(std::optional<CoderId> coder) const
{
    return attempt([&] { return galley::nextUndo(d->connection(), coder); });
}

Result<std::optional<Operation>> ProjectStore::nextRedo(std::optional<CoderId> coder) const
{
    return attempt([&] { return galley::nextRedo(d->connection(), coder); });
}

Result<Change> ProjectStore::reverse(OperationKind kind, const std::function<std::optional<Operation>()> &find, const QString &nothing,
                                     const Stamp &stamp)
{
    return attempt([&] {
        d->requireWriting();
        SQLite::Transaction transaction(d->connection().database(), SQLite::TransactionBehavior::IMMEDIATE);
        const auto target = find();
        if (!target)
            throw Failure(nothing);
        if (target->kind == OperationKind::Merge) {
            setAside(d->connection(), target->id, kind == OperationKind::Undo);
            transaction.commit();
            return Change{target->text, {}};
        }
        Change change = changeOf(d->connection(), *target);
        if (kind == OperationKind::Undo)
            change = inverse(change);
        write(d->connection(), change, stamp);
        appendReversal(d->connection(), kind, *target, change, {d->allotment->copy, stamp});
        decideAnew(d->connection(), change);
        transaction.commit();
        return change;
    });
}

Result<Change> ProjectStore::undo(const Stamp &stamp, std::optional<CoderId> coder)
{
    return reverse(OperationKind::Undo, [&] { return galley::nextUndo(d->connection(), coder); }, Store::tr("There is nothing to undo."), stamp);
}

Result<Change> ProjectStore::redo(const Stamp &stamp, std::optional<CoderId> coder)
{
    return reverse(OperationKind::Redo, [&] { return galley::nextRedo(d->connection(), coder); }, Store::tr("There is nothing to redo."), stamp);
}

Result<Change> ProjectStore::undo(OperationId entry, const Stamp &stamp)
{
    const auto find = [&]() -> std::optional<Operation> {
        const auto found = operation(d->connection(), entry);
        return found && (found->kind == OperationKind::Do || found->kind == OperationKind::Merge) && found->state == OperationState::Applied ? found : std::nullopt;
    };
    return reverse(OperationKind::Undo, find, Store::tr("This entry of the history cannot be taken back: it is undone already, or an undo itself."), stamp);
}

Result<MergeReport> ProjectStore::merge(const QString &other, const Stamp &stamp, bool dryRun)
{
    return attempt([&] {
        d->requireWriting();
        const Busy busy(d->allotment->importing);
        if (QFileInfo(other).canonicalFilePath() == d->file.file)
            throw Failure(Store::tr("A project cannot be merged with itself."));
        OtherCopy copy(other, d->options.busyTimeout);
        const auto connection = connectTo(d->file.file, Access::Write, d->options.busyTimeout);
        copy.attachTo(*connection);
        connection->run("PRAGMA synchronous = FULL; PRAGMA cache_size = -262144");
        SQLite::Transaction transaction(connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
        const MergeReport report = mergeOther(*connection, Store::tr("Merge “%1”").arg(QFileInfo(other).fileName()), {d->allotment->copy, stamp});
        if (!dryRun && !report.isEmpty())
            transaction.commit();
        return report;
    });
}

Result<std::vector<LookedAt>> ProjectStore::lookedAt() const
{
    return attempt([&] { return collisions(d->connection()); });
}

Result<bool> ProjectStore::checkpoint()
{
    return attempt([&] {
        if (d->mode == Mode::ReadOnly || d->allotment->importing)
            return false;
        sql::Statement done = d->connection().prepare("PRAGMA wal_checkpoint(PASSIVE)");
        if (!done.step()) // it is no such journal: then there is nothing beside the file
            return true;
        return done.integer(0) == 0 && done.integer(1) == done.integer(2); // busy; pages in the journal, pages moved
    });
}

Result<> ProjectStore::holdStill()
{
    return attempt([&] {
        if (d->mode != Mode::ReadOnly)
            throw Failure(Store::tr("The project is open for writing."));
        d->connection().run("BEGIN");
        d->connection().number("SELECT count(*) FROM coder"); // the first read decides what is seen
    });
}

Result<ImportSession> ProjectStore::beginImport()
{
    return attempt([&] {
        d->requireWriting();
        return ImportSession(std::make_unique<ImportSession::Private>(d->file.file, d->allotment, d->options.busyTimeout));
    });
}

} // namespace galley
