// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

namespace {

// In several pieces because a string literal has a maximal length.

constexpr auto articlesOfVersion1 = R"sql(
CREATE TABLE meta (
    -- Facts about the project as a whole: 'uuid', 'created', 'galley' (the version that made it).
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    -- The files that articles were imported from.
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL, -- of the file's bytes, lower-case hex
    encoding TEXT NOT NULL -- as found or stated: UTF-8, windows-1252 …
) STRICT;

CREATE TABLE article (
    -- The units that are read and coded. Rows are never removed: deleted = 1 hides them.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36), -- the identity that travels between copies
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
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX article_uuid ON article (uuid) WHERE deleted = 0;
CREATE INDEX article_text_sha256 ON article (text_sha256);

CREATE TABLE article_text (
    -- The text of each article: LF line ends, otherwise as it was; it never changes.
    -- All offsets count its Unicode code points from 0, ends exclusive: substr(body, start+1, end-start).
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE RESTRICT,
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

constexpr auto codebookOfVersion1 = R"sql(
CREATE TABLE layer (
    -- The kinds of annotation of the codebook, each with the unit it applies to.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('span', 'article')),
    description TEXT NOT NULL,
    position INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX layer_uuid ON layer (uuid) WHERE deleted = 0;

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
CREATE UNIQUE INDEX variable_uuid ON variable (uuid) WHERE deleted = 0;

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
CREATE UNIQUE INDEX code_uuid ON code (uuid) WHERE deleted = 0;

CREATE TABLE codebook_revision (
    -- Each change to the codebook; annotation.revision says which one a coder saw.
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL, -- of the codebook
    created TEXT NOT NULL, -- UTC, as all times in this file
    coder INTEGER REFERENCES coder ON DELETE RESTRICT,
    text TEXT NOT NULL
) STRICT;
)sql";

constexpr auto codingOfVersion1 = R"sql(
CREATE TABLE coder (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('coder', 'lead')),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX coder_uuid ON coder (uuid) WHERE deleted = 0;

CREATE TABLE actor (
    -- Persons and organisations that take or are the target of a stance.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX actor_uuid ON actor (uuid) WHERE deleted = 0;

CREATE TABLE annotation (
    -- One application of a layer, by one coder, to one or several ranges of an article or to the whole of it.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
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
    revision INTEGER NOT NULL, -- of the codebook
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    CHECK ((start IS NULL) = (end IS NULL)),
    CHECK (ranges IS NULL OR (start IS NOT NULL AND json_valid(ranges)))
) STRICT;
CREATE UNIQUE INDEX annotation_uuid ON annotation (uuid) WHERE deleted = 0;
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

CREATE TABLE operation (
    -- The history: every action, who and when, and what the rows were before and after.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    at TEXT NOT NULL,
    coder INTEGER REFERENCES coder ON DELETE RESTRICT,
    text TEXT NOT NULL, -- what was done, for people
    -- OR, because SQLite makes a temporary table for each IN of more than two, at every row.
    kind TEXT NOT NULL CHECK (kind = 'do' OR kind = 'undo' OR kind = 'redo'),
    target INTEGER REFERENCES operation ON DELETE RESTRICT, -- of an undo or redo: the entry it took back or restored
    state TEXT NOT NULL CHECK (state = 'applied' OR state = 'undone' OR state = 'discarded'),
    edits INTEGER NOT NULL, -- rows touched
    payload TEXT -- JSON; rows added in bulk appear as ranges of ids
) STRICT;
CREATE INDEX operation_undone ON operation (id) WHERE state = 'undone'; -- few: what a redo would restore
)sql";

} // namespace

std::string version1()
{
    return std::string(articlesOfVersion1) + codebookOfVersion1 + codingOfVersion1;
}

} // namespace galley
