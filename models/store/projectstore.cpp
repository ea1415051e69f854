// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeprivate.h"

#include "edits.h"
#include "failure.h"
#include "history.h"
#include "importprivate.h"
#include "newproject.h"

#include <SQLiteCpp/Transaction.h>

namespace galley {

ProjectStore::Private::Private(OpenFile opened, Mode openedFor, const OpenOptions &with)
    : file(std::move(opened))
    , mode(openedFor)
    , options(with)
    , allotment(std::make_shared<Allotment>(*file.connection))
{
}

void ProjectStore::Private::requireWriting() const
{
    if (mode == Mode::ReadOnly)
        throw Failure(Store::tr("The project is open for reading only."));
    if (allotment->importing)
        throw Failure(Store::tr("An import is going on. Wait for its end or cancel it first."));
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

template<typename Tag>
Id<Tag> ProjectStore::allot()
{
    return d->allotment->next<Tag>();
}

template Id<LayerTag> ProjectStore::allot();
template Id<VariableTag> ProjectStore::allot();
template Id<CodeTag> ProjectStore::allot();
template Id<ActorTag> ProjectStore::allot();
template Id<CoderTag> ProjectStore::allot();
template Id<AnnotationTag> ProjectStore::allot();
template Id<ProgressTag> ProjectStore::allot();
template Id<SampleTag> ProjectStore::allot();
template Id<ZoneTag> ProjectStore::allot();

Result<> ProjectStore::apply(const Change &change, const Stamp &stamp)
{
    return attempt([&] {
        d->requireWriting();
        if (change.isEmpty())
            return;
        SQLite::Transaction transaction(d->connection().database(), SQLite::TransactionBehavior::IMMEDIATE);
        write(d->connection(), change, stamp);
        appendDone(d->connection(), change, stamp);
        transaction.commit();
    });
}

Result<std::optional<Operation>> ProjectStore::nextUndo() const
{
    return attempt([&] { return galley::nextUndo(d->connection()); });
}

Result<std::optional<Operation>> ProjectStore::nextRedo() const
{
    return attempt([&] { return galley::nextRedo(d->connection()); });
}

Result<Change> ProjectStore::undo(const Stamp &stamp)
{
    return attempt([&] {
        d->requireWriting();
        SQLite::Transaction transaction(d->connection().database(), SQLite::TransactionBehavior::IMMEDIATE);
        const auto target = galley::nextUndo(d->connection());
        if (!target)
            throw Failure(Store::tr("There is nothing to undo."));
        Change change = inverse(changeOf(d->connection(), *target));
        write(d->connection(), change, stamp);
        appendReversal(d->connection(), OperationKind::Undo, *target, stamp);
        transaction.commit();
        return change;
    });
}

Result<Change> ProjectStore::redo(const Stamp &stamp)
{
    return attempt([&] {
        d->requireWriting();
        SQLite::Transaction transaction(d->connection().database(), SQLite::TransactionBehavior::IMMEDIATE);
        const auto target = galley::nextRedo(d->connection());
        if (!target)
            throw Failure(Store::tr("There is nothing to redo."));
        Change change = changeOf(d->connection(), *target);
        write(d->connection(), change, stamp);
        appendReversal(d->connection(), OperationKind::Redo, *target, stamp);
        transaction.commit();
        return change;
    });
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
