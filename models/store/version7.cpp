// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

namespace {

std::string suggestionTable()
{
    return R"sql(
CREATE TABLE suggestion (
    -- Places where a code may fit, as a search or a list of words found them. No coding: what is made of one is an annotation.
    id INTEGER PRIMARY KEY, -- follows from coder, article, layer, code and ranges
    article INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT,
    layer INTEGER NOT NULL REFERENCES layer ON DELETE RESTRICT,
    code INTEGER REFERENCES code ON DELETE RESTRICT, -- NULL: the layer has no principal variable
    start INTEGER CHECK (start >= 0), -- code points of the text; NULL: the whole article
    end INTEGER CHECK (end > start), -- exclusive
    ranges TEXT CHECK (json_valid(ranges)), -- JSON array of [start, end] where there are several, else NULL
    maker INTEGER REFERENCES coder ON DELETE RESTRICT, -- who had it made; NULL: not told
    coder INTEGER REFERENCES coder ON DELETE RESTRICT, -- for whom; NULL: for all, and whoever answers it has a row of their own
    origin TEXT NOT NULL, -- in words
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'dismissed')),
    annotation INTEGER REFERENCES annotation ON DELETE RESTRICT, -- what an accepted one became
    created INTEGER, -- milliseconds since 1970, UTC
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    CHECK ((start IS NULL) = (end IS NULL))
) STRICT;
CREATE INDEX suggestion_article ON suggestion (article, start) WHERE deleted = 0;
)sql";
}

std::string whatMergesDidBefore()
{
    return R"sql(
CREATE TABLE brought_before (
    -- An entry that a merge brought which was set aside, and that a later merge, named in "brought", brought once more.
    operation INTEGER NOT NULL REFERENCES operation ON DELETE RESTRICT,
    merge INTEGER NOT NULL REFERENCES merge ON DELETE RESTRICT,
    PRIMARY KEY (operation, merge)
) STRICT, WITHOUT ROWID;
CREATE TABLE set_aside_before (
    -- When what a merge brought was set aside for a while, as places among the entries; merge.undone tells only of now.
    merge INTEGER NOT NULL REFERENCES merge ON DELETE RESTRICT,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (merge, since)
) STRICT, WITHOUT ROWID;
)sql";
}

} // namespace

std::string version7()
{
    return passagesAsValues() + suggestionTable() + whatMergesDidBefore();
}

} // namespace galley
