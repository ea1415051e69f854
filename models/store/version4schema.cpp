// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

namespace {

// In several pieces because a string literal has a maximal length.

constexpr auto articles = R"sql(
CREATE TABLE meta (
    -- Facts about the project as a whole: 'uuid', 'created', 'galley' (the version that made it).
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    -- The files that articles were imported from.
    id INTEGER PRIMARY KEY, -- as all ids in this file: 63 bits that are the same in every copy of the project
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL, -- of the file's bytes, lower-case hex
    encoding TEXT NOT NULL -- as found or stated: UTF-8, windows-1252 …
) STRICT;

CREATE TABLE article (
    -- The units that are read and coded. Rows are never removed: deleted = 1 hides them.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36), -- the id follows from it
    position INTEGER NOT NULL, -- in the order of import
    source INTEGER REFERENCES source ON DELETE RESTRICT,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL,
    authors TEXT NOT NULL, -- joined by '; '
    published TEXT NOT NULL, -- ISO 8601 as far as known, else as found
    section TEXT NOT NULL,
    page TEXT NOT NULL,
    language TEXT NOT NULL, -- BCP 47
    url TEXT NOT NULL,
    length INTEGER NOT NULL CHECK (length >= 0), -- of the text, in Unicode code points
    text_sha256 TEXT NOT NULL, -- of the text in UTF-8, lower-case hex
    fields TEXT NOT NULL, -- JSON: everything else the source states, under its own names
    left_out TEXT NOT NULL DEFAULT '[]', -- JSON: what else the source held: reason, characters, paragraphs, prose, begins
    family INTEGER REFERENCES article ON DELETE RESTRICT, -- the lead version of the story it is a copy of; itself in the lead
    containment REAL CHECK (containment BETWEEN 0 AND 1), -- how much of the shorter of the two the lead and it share
    revises INTEGER REFERENCES article ON DELETE RESTRICT, -- the article whose corrected text this is
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX article_position ON article (position, id) WHERE deleted = 0;
CREATE INDEX article_text_sha256 ON article (text_sha256);
CREATE INDEX article_family ON article (family) WHERE family IS NOT NULL;
CREATE INDEX article_revises ON article (revises) WHERE revises IS NOT NULL;

CREATE TABLE article_text (
    -- The text of each article: LF line ends, otherwise as it was; it never changes.
    -- All offsets count its Unicode code points from 0, ends exclusive: substr(body, start+1, end-start).
    -- No key of the table itself: texts lie in the order in which they came.
    article INTEGER NOT NULL UNIQUE REFERENCES article ON DELETE RESTRICT,
    body TEXT NOT NULL
) STRICT;
CREATE TRIGGER article_text_is_immutable BEFORE UPDATE ON article_text BEGIN
    SELECT RAISE(ABORT, 'the text of an article never changes');
END;
CREATE TRIGGER article_text_is_kept BEFORE DELETE ON article_text BEGIN
    SELECT RAISE(ABORT, 'the text of an article is never removed');
END;

CREATE TABLE zone (
    -- Parts of an article: headline, byline, dateline, caption, chrome …
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end > start),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX zone_article ON zone (article, start);
)sql";

constexpr auto codebook = R"sql(
CREATE TABLE layer (
    -- The kinds of annotation of the codebook, each with the unit it applies to.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('span', 'article')),
    description TEXT NOT NULL,
    position INTEGER NOT NULL,
    -- JSON array of the kinds of zones that are no text of the layer: what stands in them counts for nothing.
    leave_out TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(leave_out)),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE variable (
    -- What is recorded in a layer. The first code or ordinal variable of a span layer that takes one value is its
    -- principal variable; its value stands in annotation.code.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    layer INTEGER NOT NULL REFERENCES layer ON DELETE RESTRICT,
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('code', 'ordinal', 'number', 'boolean', 'text', 'date', 'actor')),
    description TEXT NOT NULL,
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    multiple INTEGER NOT NULL CHECK (multiple IN (0, 1)),
    minimum REAL, -- of a number
    maximum REAL,
    position INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE code (
    -- The categories of code and ordinal variables, as trees.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    variable INTEGER NOT NULL REFERENCES variable ON DELETE RESTRICT,
    parent INTEGER REFERENCES code ON DELETE RESTRICT, -- NULL at the top
    name TEXT NOT NULL,
    value REAL, -- its number on a scale
    definition TEXT NOT NULL,
    include TEXT NOT NULL, -- when to apply it
    exclude TEXT NOT NULL, -- when not to
    examples TEXT NOT NULL, -- JSON array
    color TEXT NOT NULL,
    key TEXT NOT NULL, -- the character that applies it
    position INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE codebook_revision (
    -- Each state the codebook has had; annotation.revision says which one a coder saw.
    id INTEGER PRIMARY KEY, -- follows from the content: the same codebook, the same revision
    number INTEGER NOT NULL, -- for people
    name TEXT NOT NULL, -- of the codebook
    created TEXT NOT NULL, -- UTC
    coder INTEGER REFERENCES coder ON DELETE RESTRICT,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE state (
    -- One row: what the project is in.
    only INTEGER PRIMARY KEY CHECK (only = 1),
    codebook_revision INTEGER REFERENCES codebook_revision ON DELETE RESTRICT
) STRICT;
INSERT INTO state (only) VALUES (1);
)sql";

constexpr auto coding = R"sql(
CREATE TABLE coder (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('coder', 'lead', 'consensus')), -- the last codes nothing: what rulings settle is in its name
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE actor (
    -- Persons and organisations that take or are the target of a stance.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE annotation (
    -- One application of a layer, by one coder, to one or several ranges of an article or to the whole of it.
    id INTEGER PRIMARY KEY,
    uuid TEXT CHECK (length(uuid) = 36), -- where it came with one; else the id in the form of annotation_view.annotation_id
    article INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT,
    layer INTEGER NOT NULL REFERENCES layer ON DELETE RESTRICT,
    coder INTEGER NOT NULL REFERENCES coder ON DELETE RESTRICT,
    code INTEGER REFERENCES code ON DELETE RESTRICT, -- value of the layer's principal variable
    start INTEGER CHECK (start >= 0), -- code points; NULL where it applies to the whole article
    end INTEGER CHECK (end > start),
    ranges TEXT, -- JSON [[start,end],…] where there are several, else NULL
    quote TEXT NOT NULL, -- the text of the ranges, joined by ' … '
    memo TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('coded', 'flagged')),
    revision INTEGER REFERENCES codebook_revision ON DELETE RESTRICT, -- of the codebook; NULL where it is not known
    created INTEGER, -- milliseconds since 1970, UTC
    modified INTEGER,
    -- The annotation of another version of the story that it was carried over from, and whether its coder has yet to confirm it.
    origin INTEGER REFERENCES annotation ON DELETE RESTRICT,
    inherited INTEGER NOT NULL DEFAULT 0 CHECK (inherited IN (0, 1)),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    CHECK ((start IS NULL) = (end IS NULL)),
    CHECK (ranges IS NULL OR (start IS NOT NULL AND json_valid(ranges)))
) STRICT;
-- Coder and layer so that counting needs no look at the rows: every further index is one more page to write per action.
CREATE INDEX annotation_reading_order ON annotation (article, start, end DESC, coder, layer) WHERE deleted = 0;

CREATE TABLE annotation_value (
    -- The values of an annotation's other variables, in order; one of the last five columns holds each.
    annotation INTEGER NOT NULL REFERENCES annotation ON DELETE RESTRICT,
    ordinal INTEGER NOT NULL,
    variable INTEGER NOT NULL REFERENCES variable ON DELETE RESTRICT,
    code INTEGER REFERENCES code ON DELETE RESTRICT,
    actor INTEGER REFERENCES actor ON DELETE RESTRICT,
    number REAL,
    boolean INTEGER CHECK (boolean IN (0, 1)),
    text TEXT, -- also dates, ISO 8601 as far as known
    PRIMARY KEY (annotation, ordinal),
    CHECK ((code IS NOT NULL) + (actor IS NOT NULL) + (number IS NOT NULL) + (boolean IS NOT NULL) + (text IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (
    -- How far a coder is with an article; no row: not begun.
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT,
    coder INTEGER NOT NULL REFERENCES coder ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('in progress', 'done')),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX progress_article_coder ON progress (article, coder) WHERE deleted = 0;

CREATE TABLE sample (
    -- Articles drawn for coding: json_each(record, '$.articles').
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    record TEXT NOT NULL CHECK (json_valid(record)), -- how it was drawn: method, seed, frame; enough to draw it again
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE coding_set (
    -- Articles to be coded, for what: json_each(record, '$.articles').
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('training', 'reliability', 'main', 'retest')),
    blind INTEGER NOT NULL CHECK (blind IN (0, 1)), -- its coders see nothing of each other's work in it
    record TEXT NOT NULL CHECK (json_valid(record)), -- the articles in their order, how they were chosen, the seed
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE TABLE assignment (
    -- Who codes what of a set.
    id INTEGER PRIMARY KEY,
    coding_set INTEGER NOT NULL REFERENCES coding_set ON DELETE RESTRICT,
    article INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT,
    coder INTEGER NOT NULL REFERENCES coder ON DELETE RESTRICT,
    position INTEGER NOT NULL, -- in the coder's queue
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE TABLE ruling (
    -- What was settled about annotations that several coders made of one thing. They stay; what holds is beside them, by the
    -- coder whose role is 'consensus': SELECT annotation.* FROM ruling, json_each(results) JOIN annotation ON annotation.id = value.
    id INTEGER PRIMARY KEY, -- follows from what it is about
    article INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT,
    layer INTEGER NOT NULL REFERENCES layer ON DELETE RESTRICT,
    about TEXT NOT NULL CHECK (json_valid(about)), -- JSON array of ids of the coders' annotations
    results TEXT NOT NULL CHECK (json_valid(results)), -- likewise of the consensus'; empty where nothing is to be coded
    how TEXT NOT NULL CHECK (how = 'accepted' OR how = 'union' OR how = 'intersection' OR how = 'edited' OR how = 'nobody'),
    reason TEXT NOT NULL,
    category TEXT NOT NULL, -- of the disagreement, in the study's own words
    coder INTEGER REFERENCES coder ON DELETE RESTRICT, -- who settled it
    revision INTEGER REFERENCES codebook_revision ON DELETE RESTRICT,
    created INTEGER, -- milliseconds since 1970, UTC
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX ruling_article ON ruling (article) WHERE deleted = 0;

CREATE TABLE operation (
    -- The history, from which everything above follows: every action, who and when, and what the rows were before and after.
    -- Entries are appended and never altered; copies of a project are merged by the union of their entries.
    id INTEGER PRIMARY KEY, -- its place in the order: logical time << 36 | number of the copy
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    at TEXT NOT NULL, -- UTC
    coder INTEGER REFERENCES coder ON DELETE RESTRICT,
    text TEXT NOT NULL, -- what was done, for people
    -- OR, because SQLite makes a temporary table for each IN of more than two, at every row.
    kind TEXT NOT NULL CHECK (kind = 'do' OR kind = 'undo' OR kind = 'redo'),
    target INTEGER, -- of an undo or redo: the entry it took back or restored
    edits INTEGER NOT NULL, -- rows touched
    own INTEGER NOT NULL CHECK (own IN (0, 1)), -- made on this copy, or on the one it was made from; 0: a merge brought it
    payload TEXT -- JSON; rows added in bulk appear as runs of ids: [[first, count], …]
) STRICT;
CREATE INDEX operation_target ON operation (target) WHERE target IS NOT NULL; -- few: undos and redos
CREATE TABLE merge (
    -- What was merged into this copy. Of this copy alone: what a merge brought are entries of the history like all others.
    id INTEGER PRIMARY KEY, -- its place among the entries of the history
    at TEXT NOT NULL, -- UTC
    coder INTEGER REFERENCES coder ON DELETE RESTRICT,
    text TEXT NOT NULL,
    undone INTEGER -- when what it brought was set aside, as a place among the entries; NULL: it stands
) STRICT;
CREATE TABLE brought (
    operation INTEGER PRIMARY KEY REFERENCES operation ON DELETE RESTRICT,
    merge INTEGER NOT NULL REFERENCES merge ON DELETE RESTRICT
) STRICT;
CREATE VIEW standing_operation AS
-- The history without what was set aside.
SELECT * FROM operation
WHERE own = 1 OR NOT EXISTS (SELECT 1 FROM brought JOIN merge ON merge.id = brought.merge WHERE brought.operation = operation.id AND undone IS NOT NULL);

CREATE TABLE collision (
    -- Rows that copies altered without knowing of each other. One version stands; the others are kept here, to be looked at.
    kind TEXT NOT NULL, -- the table
    id INTEGER NOT NULL,
    versions TEXT NOT NULL CHECK (json_valid(versions)), -- as in operation.payload: what taking each of the others would do
    looked INTEGER NOT NULL CHECK (looked IN (0, 1)), -- somebody altered the row since
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER operation_is_immutable BEFORE UPDATE ON operation BEGIN
    SELECT RAISE(ABORT, 'the history is never altered');
END;
CREATE TRIGGER operation_is_kept BEFORE DELETE ON operation BEGIN
    SELECT RAISE(ABORT, 'the history is never shortened');
END;
)sql";

constexpr auto views = R"sql(
CREATE VIEW annotation_view AS
-- One row per annotation, ready for analysis: pd.read_sql('select * from annotation_view', connection).
-- start and end count Unicode code points of article_view.body from 0, end exclusive (body[start:end] in Python);
-- both are NULL where the annotation applies to the whole article. code is the way to it: 'Path/To/Code'.
-- status is 'coded', 'flagged' or 'inherited': carried over from another version of the story and not yet confirmed.
-- weight is one over the number of copies of the story, so that each story counts once.
-- It is the work of those who code; what was settled among them, in the name of the coder 'consensus', is not among it.
-- "values" is a JSON object of the layer's other variables by name; a variable that takes several values has an array.
WITH RECURSIVE path (id, path) AS (
    SELECT id, replace(name, '/', '\/') FROM code WHERE parent IS NULL
    UNION ALL
    SELECT code.id, path.path || '/' || replace(code.name, '/', '\/') FROM code JOIN path ON code.parent = path.id
)
SELECT
    coalesce(annotation.uuid, printf('67616c6c-6579-80%02x-80%02x-%012x', annotation.id >> 56, (annotation.id >> 48) & 255, annotation.id & 281474976710655)) AS annotation_id,
    article.uuid AS article_id,
    article.title,
    article.outlet,
    article.published,
    article.url,
    layer.name AS layer,
    path.path AS code,
    annotation.start,
    annotation.end,
    coalesce(annotation.ranges, '[[' || annotation.start || ',' || annotation.end || ']]') AS ranges,
    annotation.quote,
    coder.name AS coder,
    iif(annotation.inherited, 'inherited', annotation.status) AS status,
    annotation.memo,
    strftime('%Y-%m-%dT%H:%M:%fZ', annotation.created / 1000.0, 'unixepoch') AS created,
    strftime('%Y-%m-%dT%H:%M:%fZ', annotation.modified / 1000.0, 'unixepoch') AS modified,
    lead.uuid AS family_id,
    iif(article.family IS NULL, 1.0, 1.0 / (
        SELECT count(*) FROM article AS copy WHERE copy.family = article.family AND copy.deleted = 0
    )) AS weight,
    (
        SELECT json_group_object(name, json(iif(multiple, list, list -> 0)))
        FROM (
            SELECT variable.name, variable.multiple, (
                SELECT json_group_array(json(value)) FROM (
                    SELECT CASE
                        WHEN number IS NOT NULL THEN json_quote(number)
                        WHEN boolean IS NOT NULL THEN iif(boolean, 'true', 'false')
                        WHEN given.code IS NOT NULL THEN (SELECT json_quote(path.path) FROM path WHERE path.id = given.code)
                        WHEN given.actor IS NOT NULL THEN (SELECT json_quote(actor.name) FROM actor WHERE actor.id = given.actor)
                        ELSE json_quote(text) END AS value
                    FROM annotation_value AS given
                    WHERE given.annotation = annotation.id AND given.variable = variable.id ORDER BY given.ordinal
                )
            ) AS list
            FROM variable
            WHERE variable.id IN (SELECT variable FROM annotation_value WHERE annotation_value.annotation = annotation.id)
            ORDER BY variable.position
        )
    ) AS "values"
FROM annotation
JOIN article ON article.id = annotation.article
JOIN layer ON layer.id = annotation.layer
JOIN coder ON coder.id = annotation.coder
LEFT JOIN path ON path.id = annotation.code
LEFT JOIN article AS lead ON lead.id = article.family
WHERE annotation.deleted = 0 AND article.deleted = 0 AND coder.role <> 'consensus';

CREATE VIEW article_view AS
-- One row per article with its text and where it came from. fields is a JSON object of what else the source stated.
SELECT
    article.uuid AS article_id,
    article.title,
    article.outlet,
    article.authors,
    article.published,
    article.section,
    article.page,
    article.language,
    article.url,
    article.length,
    article.text_sha256,
    source.path AS source_path,
    source.sha256 AS source_sha256,
    source.encoding AS source_encoding,
    article.fields,
    lead.uuid AS family_id,
    iif(article.family IS NULL, 1.0, 1.0 / (
        SELECT count(*) FROM article AS copy WHERE copy.family = article.family AND copy.deleted = 0
    )) AS weight,
    article.containment,
    revised.uuid AS revises,
    article_text.body
FROM article
JOIN article_text ON article_text.article = article.id
LEFT JOIN source ON source.id = article.source
LEFT JOIN article AS lead ON lead.id = article.family
LEFT JOIN article AS revised ON revised.id = article.revises
WHERE article.deleted = 0;
)sql";

} // namespace

std::string version4()
{
    return std::string(articles) + codebook + coding + views;
}

} // namespace galley
