// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

std::string version5()
{
    return R"sql(
CREATE TABLE comment (
    -- What somebody says to somebody about annotations, an article or the study, and the replies. No part of what was coded.
    id INTEGER PRIMARY KEY,
    article INTEGER REFERENCES article ON DELETE RESTRICT, -- NULL: about the study
    about TEXT NOT NULL CHECK (json_valid(about)), -- JSON array of ids of annotations; empty: about the article as a whole
    reply_to INTEGER REFERENCES comment ON DELETE RESTRICT, -- the first of its thread; NULL: it is the first
    coder INTEGER NOT NULL REFERENCES coder ON DELETE RESTRICT, -- who says it
    recipient INTEGER REFERENCES coder ON DELETE RESTRICT, -- NULL: all
    text TEXT NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)), -- of the first of a thread: nothing is open any more
    created INTEGER, -- milliseconds since 1970, UTC
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE INDEX comment_article ON comment (article) WHERE deleted = 0;

CREATE TABLE study_choice (
    -- What the study decided for all who work on it: 'reliable from', 'tentative from' (coefficients); 'codes blind: ' and a
    -- lead's UUID, where that lead sees no more of others' work than a coder does.
    id INTEGER PRIMARY KEY, -- follows from the name
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;

CREATE VIEW comment_view AS
    -- Threads as they read: the first comment, then its replies.
SELECT
    comment.id AS comment,
    coalesce(comment.reply_to, comment.id) AS thread,
    article.uuid AS article,
    comment.about AS annotations,
    author.name AS author,
    recipient.name AS recipient,
    comment.text,
    coalesce(first.closed, comment.closed) AS closed,
    strftime('%Y-%m-%dT%H:%M:%fZ', comment.created / 1000.0, 'unixepoch') AS created
FROM comment
JOIN coder AS author ON author.id = comment.coder
LEFT JOIN coder AS recipient ON recipient.id = comment.recipient
LEFT JOIN article ON article.id = comment.article
LEFT JOIN comment AS first ON first.id = comment.reply_to
WHERE comment.deleted = 0
ORDER BY thread, comment.reply_to IS NOT NULL, comment.created, comment.id;
)sql";
}

} // namespace galley
