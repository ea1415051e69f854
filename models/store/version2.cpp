// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

namespace {

constexpr auto columnsOfVersion2 = R"sql(
-- The lead version of the story that an article is a copy of; the lead's own id in the lead.
ALTER TABLE article ADD COLUMN family INTEGER REFERENCES article ON DELETE RESTRICT;
-- How much of the shorter of the two the lead and this article share, 0 to 1.
ALTER TABLE article ADD COLUMN containment REAL CHECK (containment BETWEEN 0 AND 1);
-- The article whose corrected text this is.
ALTER TABLE article ADD COLUMN revises INTEGER REFERENCES article ON DELETE RESTRICT;
CREATE INDEX article_family ON article (family) WHERE family IS NOT NULL;
CREATE INDEX article_revises ON article (revises) WHERE revises IS NOT NULL;

-- The annotation of another version of the story that one was carried over from, and whether its coder has yet to confirm it.
ALTER TABLE annotation ADD COLUMN origin INTEGER REFERENCES annotation ON DELETE RESTRICT;
ALTER TABLE annotation ADD COLUMN inherited INTEGER NOT NULL DEFAULT 0 CHECK (inherited IN (0, 1));

CREATE TABLE sample (
    -- Articles drawn for coding: json_each(record, '$.articles').
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL,
    record TEXT NOT NULL CHECK (json_valid(record)), -- how it was drawn: method, seed, frame; enough to draw it again
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX sample_uuid ON sample (uuid) WHERE deleted = 0;
)sql";

} // namespace

std::string version2()
{
    return columnsOfVersion2;
}

} // namespace galley
