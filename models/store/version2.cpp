// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

namespace {

constexpr auto columns = R"sql(
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

constexpr auto viewsOfVersion2 = R"sql(
DROP VIEW annotation_view;
DROP VIEW article_view;
CREATE VIEW annotation_view AS
-- One row per annotation, ready for analysis: pd.read_sql('select * from annotation_view', connection).
-- start and end count Unicode code points of article_view.body from 0, end exclusive (body[start:end] in Python);
-- both are NULL where the annotation applies to the whole article. code is the way to it: 'Path/To/Code'.
-- status is 'coded', 'flagged' or 'inherited': carried over from another version of the story and not yet confirmed.
-- weight is one over the number of copies of the story, so that each story counts once.
-- "values" is a JSON object of the layer's other variables by name; a variable that takes several values has an array.
WITH RECURSIVE path (id, path) AS (
    SELECT id, replace(name, '/', '\/') FROM code WHERE parent IS NULL
    UNION ALL
    SELECT code.id, path.path || '/' || replace(code.name, '/', '\/') FROM code JOIN path ON code.parent = path.id
)
SELECT
    annotation.uuid AS annotation_id,
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
    annotation.created,
    annotation.modified,
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
WHERE annotation.deleted = 0 AND article.deleted = 0;

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

std::string version2()
{
    return std::string(columns) + viewsOfVersion2;
}

} // namespace galley
