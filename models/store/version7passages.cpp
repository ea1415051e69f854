// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

std::string passagesAsValues()
{
    return R"sql(
-- A value may be a passage of the annotation's article. Its ranges in code points, JSON [[start,end],…]; text is then what stands there.
ALTER TABLE annotation_value ADD COLUMN ranges TEXT CHECK (ranges IS NULL OR (text IS NOT NULL AND json_valid(ranges)));

DROP VIEW annotation_view;
-- Set aside and made anew, for nothing else alters what a column may hold; a table that is renamed would take references to it along.
CREATE TEMP TABLE variable_before AS SELECT * FROM main.variable;
DROP TABLE main.variable;
CREATE TABLE variable (
    -- What is recorded in a layer. The first code or ordinal variable of a span layer that takes one value is its
    -- principal variable; its value stands in annotation.code.
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    layer INTEGER NOT NULL REFERENCES layer ON DELETE RESTRICT,
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('code', 'ordinal', 'number', 'boolean', 'text', 'date', 'actor', 'passage')),
    description TEXT NOT NULL,
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    multiple INTEGER NOT NULL CHECK (multiple IN (0, 1)),
    minimum REAL, -- of a number
    maximum REAL,
    position INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    ratio INTEGER NOT NULL DEFAULT 0 CHECK (ratio IN (0, 1)), -- a number with a true zero
    -- What a new annotation begins with; where it is asked, and where it is required: any of these values of other variables.
    -- JSON arrays of {"variable", "code" | "boolean" | …}, [] for always.
    standard TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(standard)),
    shown_when TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shown_when)),
    required_when TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(required_when))
) STRICT;
INSERT INTO variable (id, uuid, layer, name, type, description, required, multiple, minimum, maximum, position, deleted, ratio, standard, shown_when, required_when)
SELECT id, uuid, layer, name, type, description, required, multiple, minimum, maximum, position, deleted, ratio, standard, shown_when, required_when FROM temp.variable_before;
DROP TABLE temp.variable_before;

CREATE VIEW annotation_view AS
-- One row per annotation, ready for analysis: pd.read_sql('select * from annotation_view', connection).
-- start and end count Unicode code points of article_view.body from 0, end exclusive (body[start:end] in Python);
-- both are NULL where the annotation applies to the whole article. code is the way to it: 'Path/To/Code'.
-- status is 'coded', 'flagged' or 'inherited': carried over from another version of the story and not yet confirmed.
-- weight is one over the number of copies of the story, so that each story counts once.
-- It is the work of those who code; what was settled among them, in the name of the coder 'consensus', is not among it.
-- "values" is a JSON object of the layer's other variables by name; a variable that takes several values has an array.
-- A passage of the article that is a value (a source, a cue …) is {"ranges": [[start,end],…], "quote": "…"}.
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
                        WHEN given.ranges IS NOT NULL THEN json_object('ranges', json(given.ranges), 'quote', text)
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
)sql";
}

} // namespace galley
