// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "standanew.h"

#include "changejson.h"
#include "edits.h"
#include "failure.h"
#include "history.h"
#include "tables.h"

#include <domain/coder.h>
#include <history/rulings.h>
#include <history/worlds.h>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace galley {

namespace {

/// What an entry does to one row: an edit, or its part in bulk work, which names no content.
template<typename Row>
struct Touch
{
    OperationId operation;
    std::optional<Edit<Row>> edit;
    bool added = false; ///< in bulk
};

/// What was done to one row.
template<typename Row>
struct Touched
{
    std::vector<Touch<Row>> standing;        ///< by entries that stand, in their order
    std::optional<Touch<Row>> first = {};    ///< of all entries, also of those set aside: before it the row was as the project began
};

template<typename Row>
using Touches = std::map<qint64, Touched<Row>>;

/// All that entries do to the rows looked for.
struct Gathered
{
    template<typename List>
    struct Of;
    template<typename... Rows>
    struct Of<RowList<Rows...>>
    {
        using Type = std::tuple<Touches<Rows>...>;
    };
    Of<RowKinds>::Type touches;

    void take(OperationId operation, bool stands, const Change &change, const TouchedRows &wanted)
    {
        for (const AnyEdit &any : change.edits)
            std::visit([&](const auto &edit) { take(operation, stands, edit, wanted); }, any);
    }

private:
    template<typename Row>
    void take(qint64 id, bool stands, Touch<Row> touch)
    {
        Touched<Row> &row = std::get<Touches<Row>>(touches)[id];
        if (!row.first)
            row.first = touch;
        if (stands)
            row.standing.push_back(std::move(touch));
    }
    template<typename Row>
    void take(OperationId operation, bool stands, const Edit<Row> &edit, const TouchedRows &wanted)
    {
        const qint64 id = (edit.before ? edit.before->id : edit.after->id).value;
        if (wanted.has(RowKinds::index<Row>(), id))
            take<Row>(id, stands, {operation, edit, false});
    }
    void take(OperationId operation, bool stands, const BulkEdit &edit, const TouchedRows &wanted)
    {
        RowKinds::any([&]<typename Row>() {
            if (!edit.isOf<Row>())
                return false;
            for (const IdRun &run : edit.runs) {
                const std::vector<qint64> &ids = wanted.ids[edit.kind];
                for (auto id = std::ranges::lower_bound(ids, run.first); id != ids.end() && *id - run.first < run.count; ++id)
                    take<Row>(*id, stands, {operation, std::nullopt, edit.added});
            }
            return true;
        });
    }
};

Gathered gathered(sql::Connection &connection, const TouchedRows &rows, OperationId upTo)
{
    const IdSet ids = idsIn(rows);
    Gathered result;
    sql::Statement entries = connection.prepare("SELECT id, payload, id <= ?1 AND EXISTS (SELECT 1 FROM standing_operation AS standing WHERE standing.id = operation.id) FROM operation ORDER BY id");
    entries.with(upTo);
    while (entries.step()) {
        if (!mayTouch(entries.utf8(1), ids))
            continue;
        const auto change = changeFrom(entries.bytes(1));
        if (!change)
            throw Failure(Store::tr("The history is damaged: an entry of it cannot be read."), QString::number(entries.integer(0)));
        result.take(entries.id<OperationId>(0), entries.integer(2) != 0, *change, rows);
    }
    return result;
}

/// `copy`: "main." or "theirs."
template<typename Row>
std::optional<Row> storedOrHidden(sql::Connection &connection, qint64 id, const std::string &copy)
{
    sql::Statement rows = connection.prepare("SELECT " + columnsOf<Row>() + " FROM " + copy + RowKind<Row>::table + " WHERE id = ?1");
    if (!rows.with(id).step())
        return std::nullopt;
    Row row;
    readRow(rows, row);
    if constexpr (std::is_same_v<Row, Annotation>) {
        sql::Statement values = connection.prepare(std::string("SELECT ") + valueColumns + " FROM " + copy + "annotation_value WHERE annotation = ?1 ORDER BY ordinal");
        values.with(id);
        while (values.step())
            row.values.push_back(valueFrom(values, 0));
    }
    return row;
}

/// What came in bulk: no entry says it, the rows themselves do. Where two copies imported one thing, it is as in the earlier import,
/// or by another rule that does not depend on who merges.
template<typename Row>
std::optional<Row> asItCame(sql::Connection &connection, qint64 id, bool besideTheirs)
{
    const auto ours = storedOrHidden<Row>(connection, id, "main.");
    const auto theirs = besideTheirs ? storedOrHidden<Row>(connection, id, "theirs.") : std::nullopt;
    if (!ours || !theirs)
        return ours ? ours : theirs;
    if constexpr (std::is_same_v<Row, Article>) {
        if (ours->position != theirs->position)
            return ours->position < theirs->position ? ours : theirs;
    }
    return jsonOf(Change{{}, {added(*theirs)}}) < jsonOf(Change{{}, {added(*ours)}}) ? theirs : ours;
}

/// A row that no entry which stands alters: it may have been there before the first that ever did, as the codebook is.
template<typename Row>
std::optional<Row> asTheProjectBegan(sql::Connection &connection, qint64 id, const Touched<Row> &touched)
{
    if (touched.first && touched.first->edit)
        return touched.first->edit->before;
    return touched.first && touched.first->added ? std::nullopt : storedOrHidden<Row>(connection, id, "main.");
}

/// The edits of a row, with the content that bulk work does not name: what it was before its first edit, then what it was last.
template<typename Row>
std::vector<Version<Row>> versionsIn(sql::Connection &connection, qint64 id, const Touched<Row> &touched, bool besideTheirs)
{
    const std::vector<Touch<Row>> &touches = touched.standing;
    if (touches.empty())
        return lastFirst(std::vector<RowEdit<Row>>(), asTheProjectBegan(connection, id, touched));
    const auto firstEdit = std::ranges::find_if(touches, [](const Touch<Row> &touch) { return touch.edit.has_value(); });
    const bool cameInBulk = !touches.empty() && !touches.front().edit;
    std::optional<Row> first = firstEdit != touches.end() ? firstEdit->edit->before : cameInBulk ? asItCame<Row>(connection, id, besideTheirs) : std::nullopt;
    std::optional<Row> now = first, last = first;
    std::vector<RowEdit<Row>> edits;
    for (const Touch<Row> &touch : touches) {
        Edit<Row> edit = touch.edit.value_or(Edit<Row>{now, touch.added ? (now ? now : last) : std::nullopt});
        now = edit.after;
        if (now)
            last = now;
        if (edit.before != edit.after)
            edits.push_back({touch.operation, std::move(edit)});
    }
    return lastFirst(edits, first);
}

void markLooked(sql::Connection &connection, size_t kind, qint64 id);

/// What was looked at stays looked at as long as the versions are the same.
void keepCollision(sql::Connection &connection, const LookedAt &found)
{
    connection.prepare("INSERT INTO collision (kind, id, versions, looked) VALUES (?, ?, ?, 0) ON CONFLICT (kind, id) DO UPDATE SET "
                       "looked = looked AND versions = excluded.versions, versions = excluded.versions")
        .with(QString::fromLatin1(RowKinds::tables[found.kind]), found.id, jsonOf(Change{{}, found.others}))
        .run();
}

/// The annotations of their own that these had become when they were last decided.
std::vector<qint64> knownSeconds(sql::Connection &connection, qint64 id)
{
    std::vector<qint64> seconds;
    sql::Statement known = connection.prepare("SELECT versions FROM collision WHERE kind = 'annotation' AND id = ?1");
    if (!known.with(id).step())
        return seconds;
    const auto change = changeFrom(known.bytes(0));
    for (const AnyEdit &any : change ? change->edits : std::vector<AnyEdit>()) {
        if (const auto *edit = std::get_if<Edit<Annotation>>(&any); edit && edit->after)
            seconds.push_back(edit->after->id.value);
    }
    return seconds;
}

/// Does an entry that stands alter the row?
template<typename Row>
bool stands(const Touches<Row> &touches, qint64 id)
{
    const auto known = touches.find(id);
    return known != touches.end() && !known->second.standing.empty();
}

bool isConsensus(const std::vector<Version<Annotation>> &versions)
{
    return std::ranges::any_of(versions, [](const Version<Annotation> &version) { return version.row && version.row->coder == consensusCoder().id; });
}

/// The other versions of an annotation become annotations of their own; one that somebody altered since is as those edits say.
std::vector<AnyEdit> partSeconds(sql::Connection &connection, AnnotationId id, const std::vector<Version<Annotation>> &versions,
                                 const Touches<Annotation> &touches)
{
    std::vector<AnyEdit> others;
    if (isConsensus(versions)) { // the ruling it belongs to says which holds
        for (const Version<Annotation> &other : versions | std::views::drop(1))
            others.push_back(Edit<Annotation>{versions.front().row, other.row});
        return others;
    }
    for (const qint64 second : knownSeconds(connection, id.value)) {
        if (!stands(touches, second))
            hide<Annotation>(connection, {second});
    }
    for (const Annotation &second : secondsOf(id, versions)) {
        if (!stands(touches, second.id.value))
            put(connection, second);
        others.push_back(added(second));
    }
    if (others.empty() && versions.size() > 1 && versions.front().row) // the other one was removed
        others.push_back(removed(*versions.front().row));
    return others;
}

template<typename Row>
std::optional<LookedAt> stand(sql::Connection &connection, qint64 id, const Touches<Row> &touches, bool besideTheirs)
{
    const auto known = touches.find(id);
    const std::vector<Version<Row>> versions = versionsIn(connection, id, known == touches.end() ? Touched<Row>() : known->second, besideTheirs);
    const std::optional<Row> &standing = versions.front().row;
    if (standing)
        put(connection, *standing);
    else
        hide<Row>(connection, {id});
    LookedAt found{RowKinds::index<Row>(), id, {}};
    if constexpr (std::is_same_v<Row, Annotation>) {
        found.others = partSeconds(connection, {id}, versions, touches);
    } else {
        for (const Version<Row> &other : versions | std::views::drop(1))
            found.others.push_back(Edit<Row>{standing, other.row});
    }
    if (versions.size() == 1) {
        connection.prepare("DELETE FROM collision WHERE kind = ?1 AND id = ?2").with(QString::fromLatin1(RowKind<Row>::table), id).run();
        return std::nullopt;
    }
    if constexpr (std::is_same_v<Row, Ruling>) // what taking it would do beside, standRulingsAnew() says
        markLooked(connection, found.kind, id);
    else
        keepCollision(connection, found);
    if constexpr (std::is_same_v<Row, Annotation>) {
        if (isConsensus(versions)) { // told with its ruling
            connection.prepare("UPDATE collision SET looked = 1 WHERE kind = ?1 AND id = ?2").with(QString::fromLatin1(RowKind<Row>::table), id).run();
            return std::nullopt;
        }
    }
    return found;
}

void markLooked(sql::Connection &connection, size_t kind, qint64 id)
{
    connection.prepare("INSERT INTO collision (kind, id, versions, looked) VALUES (?, ?, '{\"edits\":[]}', 1) ON CONFLICT (kind, id) DO NOTHING")
        .with(QString::fromLatin1(RowKinds::tables[kind]), id)
        .run();
}

/// What copies settled without knowing of each other: the later ruling holds, what the others left in the consensus does not stand
/// beside what it left, and each of them is to be looked at with all that taking it instead would do.
class RulingsApart
{
public:
    explicit RulingsApart(sql::Connection &connection)
        : m_connection(connection)
    {
    }

    /// Tells of the rulings; of those told already, what taking them would do is filled in.
    void decide(std::vector<LookedAt> &found, bool besideTheirs, OperationId upTo)
    {
        const TouchedRows doubtful = rulingsInDoubt();
        if (doubtful.isEmpty())
            return;
        const Gathered all = gathered(m_connection, doubtful, upTo);
        const auto &touches = std::get<Touches<Ruling>>(all.touches);
        std::vector<MadeRuling> made;
        for (const qint64 id : doubtful.ids[kindOf<Ruling>]) {
            const auto known = touches.find(id);
            const auto versions = versionsIn(m_connection, id, known == touches.end() ? Touched<Ruling>() : known->second, besideTheirs);
            for (const Version<Ruling> &version : versions) {
                if (version.row)
                    m_results.insert(version.row->results.begin(), version.row->results.end());
            }
            if (versions.front().row)
                made.push_back({*versions.front().row, versions.front().last});
            if (versions.size() > 1)
                m_versions.emplace(RulingId{id}, versions);
        }
        const HoldingRulings rulings = holding(std::move(made));
        for (const MadeRuling &one : rulings.hold)
            put(m_connection, one.ruling);
        for (const MadeRuling &one : rulings.superseded)
            hide<Ruling>(m_connection, {one.ruling.id});
        showResults(rulings);
        for (const qint64 id : doubtful.ids[kindOf<Ruling>]) {
            const auto versions = m_versions.find(RulingId{id});
            const auto superseded = std::ranges::find(rulings.superseded, RulingId{id}, [](const MadeRuling &one) { return one.ruling.id; });
            if (superseded != rulings.superseded.end())
                tell(found, {id}, insteadOf(rulings, superseded->ruling));
            else if (versions != m_versions.end())
                tell(found, {id}, othersOf(versions->second));
            else
                keepInMind(id);
        }
    }

private:
    template<typename Row> static constexpr size_t kindOf = RowKinds::index<Row>();

    /// Those that copies made differently before, and those that are about one thing.
    TouchedRows rulingsInDoubt()
    {
        TouchedRows doubtful = collidedRows(m_connection, "SELECT kind, id FROM main.collision WHERE kind = 'ruling'");
        std::vector<qint64> &ids = doubtful.ids[kindOf<Ruling>];
        std::map<AnnotationId, std::vector<RulingId>> about;
        for (const Ruling &ruling : allStored<Ruling>(m_connection)) {
            for (const AnnotationId id : ruling.about)
                about[id].push_back(ruling.id);
        }
        for (const auto &[annotation, rulings] : about) {
            for (const RulingId id : rulings.size() > 1 ? rulings : std::vector<RulingId>())
                ids.push_back(id.value);
        }
        doubtful.sort();
        return doubtful;
    }

    /// Of the consensus stands what a ruling left that holds.
    void showResults(const HoldingRulings &rulings)
    {
        std::set<AnnotationId> wanted;
        for (const MadeRuling &one : rulings.hold)
            wanted.insert(one.ruling.results.begin(), one.ruling.results.end());
        m_results.insert(wanted.begin(), wanted.end());
        for (const MadeRuling &one : rulings.superseded)
            m_results.insert(one.ruling.results.begin(), one.ruling.results.end());
        for (const AnnotationId id : m_results) {
            const auto row = storedOrHidden<Annotation>(m_connection, id.value, "main.");
            if (!row)
                continue;
            if (wanted.contains(id))
                put(m_connection, *row);
            else
                hide<Annotation>(m_connection, id);
            markLooked(m_connection, kindOf<Annotation>, id.value);
        }
    }

    /// The version of a result of the consensus that the entry made which made this version of the ruling.
    std::optional<Annotation> resultOf(AnnotationId id, OperationId entry)
    {
        const Operation operation{entry, {}, {}, {}, {}, {}, {}};
        for (const AnyEdit &any : changeOf(m_connection, operation).edits) {
            if (const auto *edit = std::get_if<Edit<Annotation>>(&any); edit && edit->after && edit->after->id == id)
                return edit->after;
        }
        return storedOrHidden<Annotation>(m_connection, id.value, "main.");
    }

    /// Nothing is to be looked at; but where it is altered, what it supersedes or what superseded it is decided anew.
    void keepInMind(qint64 id)
    {
        m_connection.prepare("INSERT OR REPLACE INTO collision (kind, id, versions, looked) VALUES (?, ?, '{\"edits\":[]}', 1)")
            .with(QString::fromLatin1(RowKinds::tables[kindOf<Ruling>]), id)
            .run();
    }

    /// Another version instead of the one that holds, or of none, each beginning with the ruling.
    std::vector<AnyEdit> othersOf(const std::vector<Version<Ruling>> &versions)
    {
        const std::optional<Ruling> &standing = versions.front().row;
        std::vector<AnyEdit> edits;
        for (const Version<Ruling> &other : versions | std::views::drop(1)) {
            edits.emplace_back(Edit<Ruling>{standing, other.row});
            std::map<AnnotationId, Edit<Annotation>> results;
            for (const AnnotationId id : standing ? standing->results : std::vector<AnnotationId>())
                results[id].before = storedOrHidden<Annotation>(m_connection, id.value, "main.");
            for (const AnnotationId id : other.row ? other.row->results : std::vector<AnnotationId>())
                results[id].after = resultOf(id, other.last);
            for (const auto &[id, edit] : results) {
                if (edit.before != edit.after)
                    edits.emplace_back(edit);
            }
        }
        return edits;
    }

    /// This ruling instead of those that hold.
    std::vector<AnyEdit> insteadOf(const HoldingRulings &rulings, const Ruling &ruling)
    {
        std::vector<AnyEdit> edits{added(ruling)};
        for (const MadeRuling &one : rulings.hold) {
            if (!overlap(one.ruling, ruling))
                continue;
            edits.emplace_back(removed(one.ruling));
            for (const AnnotationId id : one.ruling.results) {
                if (const auto row = storedOrHidden<Annotation>(m_connection, id.value, "main."); row && !std::ranges::contains(ruling.results, id))
                    edits.emplace_back(removed(*row));
            }
        }
        for (const AnnotationId id : ruling.results) {
            if (auto row = storedOrHidden<Annotation>(m_connection, id.value, "main."))
                edits.emplace_back(added(std::move(*row)));
        }
        return edits;
    }

    void tell(std::vector<LookedAt> &found, RulingId id, std::vector<AnyEdit> others)
    {
        const auto told = std::ranges::find_if(found, [=](const LookedAt &one) { return one.kind == kindOf<Ruling> && one.id == id.value; });
        LookedAt &one = told == found.end() ? found.emplace_back(kindOf<Ruling>, id.value, std::vector<AnyEdit>()) : *told;
        one.others = std::move(others);
        keepCollision(m_connection, one);
    }

    sql::Connection &m_connection;
    std::set<AnnotationId> m_results;
    std::map<RulingId, std::vector<Version<Ruling>>> m_versions;
};

} // namespace

std::vector<LookedAt> standAnew(sql::Connection &connection, TouchedRows rows, bool besideTheirs, OperationId upTo)
{
    std::vector<qint64> &annotations = rows.ids[RowKinds::index<Annotation>()];
    const std::vector<qint64> wanted = annotations;
    for (const qint64 id : wanted)
        std::ranges::copy(knownSeconds(connection, id), std::back_inserter(annotations));
    rows.sort();
    std::vector<LookedAt> found;
    if (rows.isEmpty())
        return found;
    const Gathered all = gathered(connection, rows, upTo);
    RowKinds::forEach([&]<typename Row>() {
        for (const qint64 id : rows.ids[RowKinds::index<Row>()]) {
            const bool isUntouchedSecond = std::is_same_v<Row, Annotation> && !std::ranges::binary_search(wanted, id)
                && !stands(std::get<Touches<Row>>(all.touches), id);
            if (isUntouchedSecond) // which the annotation it was parted from decides
                continue;
            if (auto one = stand<Row>(connection, id, std::get<Touches<Row>>(all.touches), besideTheirs))
                found.push_back(std::move(*one));
        }
    });
    return found;
}

void standRulingsAnew(sql::Connection &connection, std::vector<LookedAt> &found, bool besideTheirs, OperationId upTo)
{
    RulingsApart(connection).decide(found, besideTheirs, upTo);
}

void standCodebookAnew(sql::Connection &connection, const TouchedRows &rows, const Stamp &stamp, OperationId upTo)
{
    if (!rows.altersCodebook())
        return;
    Change named; // by the last entry that stands, else as it was before the first that ever named it
    sql::Statement entries = connection.prepare("SELECT payload, id <= ?1 AND EXISTS (SELECT 1 FROM standing_operation AS standing WHERE standing.id = operation.id) "
                                                "FROM operation WHERE payload LIKE '%\"codebook\":[%' ORDER BY id");
    entries.with(upTo);
    while (entries.step()) {
        const auto change = changeFrom(entries.bytes(0));
        if (!change || !change->codebookName)
            continue;
        if (entries.integer(1))
            named.codebookName = change->codebookName;
        else if (!named.codebookName)
            named.codebookName = Edit<QString>{{}, change->codebookName->before};
    }
    recordCodebookRevision(connection, named, std::nullopt, stamp);
}

TouchedRows collidedRows(sql::Connection &connection, std::string_view query)
{
    TouchedRows collided;
    sql::Statement rows = connection.prepare(query);
    while (rows.step()) {
        if (const auto kind = RowKinds::named(rows.utf8(0)))
            collided.ids[*kind].push_back(rows.integer(1));
    }
    collided.sort();
    return collided;
}

std::vector<LookedAt> collisions(sql::Connection &connection)
{
    std::vector<LookedAt> found;
    sql::Statement rows = connection.prepare("SELECT kind, id, versions FROM collision WHERE looked = 0 ORDER BY kind, id");
    while (rows.step()) {
        const auto change = changeFrom(rows.bytes(2));
        const auto kind = RowKinds::named(rows.utf8(0));
        if (change && kind)
            found.push_back({*kind, rows.integer(1), change->edits});
    }
    return found;
}

void decideAnew(sql::Connection &connection, const Change &change)
{
    const TouchedRows collided = collidedRows(connection, "SELECT kind, id FROM collision");
    if (collided.isEmpty())
        return;
    TouchedRows altered;
    const auto add = [&](size_t kind, qint64 id) {
        if (collided.has(kind, id))
            altered.ids[kind].push_back(id);
    };
    for (const AnyEdit &any : change.edits) {
        std::visit([&]<typename T>(const T &edit) {
            if constexpr (std::is_same_v<T, BulkEdit>) {
                for (const qint64 id : collided.ids[edit.kind]) {
                    if (std::ranges::any_of(edit.runs, [&](const IdRun &run) { return id >= run.first && id - run.first < run.count; }))
                        add(edit.kind, id);
                }
            } else {
                const auto &row = edit.before ? *edit.before : *edit.after;
                add(RowKinds::index<std::remove_cvref_t<decltype(row)>>(), row.id.value);
            }
        }, any);
    }
    altered.sort();
    std::vector<LookedAt> found = standAnew(connection, altered, false);
    const bool ruled = std::ranges::any_of(change.edits, [](const AnyEdit &any) { return std::holds_alternative<Edit<Ruling>>(any); });
    if (ruled && !collided.ids[RowKinds::index<Ruling>()].empty())
        standRulingsAnew(connection, found, false);
    for (size_t kind = 0; kind < RowKinds::size; ++kind) {
        for (const qint64 id : altered.ids[kind])
            connection.prepare("UPDATE collision SET looked = 1 WHERE kind = ?1 AND id = ?2").with(QString::fromLatin1(RowKinds::tables[kind]), id).run();
    }
}

} // namespace galley
