// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

std::string version6()
{
    return R"sql(
-- What a passage of the layer is widened to, and whether a coder's annotations in it may share text: 'stacked' is all of it or none.
ALTER TABLE layer ADD COLUMN snap TEXT NOT NULL DEFAULT 'free' CHECK (snap IN ('free', 'word', 'sentence', 'paragraph'));
ALTER TABLE layer ADD COLUMN overlap TEXT NOT NULL DEFAULT 'any' CHECK (overlap IN ('any', 'stacked', 'none'));
ALTER TABLE layer ADD COLUMN across_paragraphs INTEGER NOT NULL DEFAULT 1 CHECK (across_paragraphs IN (0, 1));

-- A number with a true zero; what a new annotation begins with; where it is asked, and where it is required: any of these values
-- of other variables, JSON arrays of {"variable", "code" | "boolean" | …}, [] for always.
ALTER TABLE variable ADD COLUMN ratio INTEGER NOT NULL DEFAULT 0 CHECK (ratio IN (0, 1));
ALTER TABLE variable ADD COLUMN standard TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(standard));
ALTER TABLE variable ADD COLUMN shown_when TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shown_when));
ALTER TABLE variable ADD COLUMN required_when TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(required_when));

-- A retired code stays where it was given, and is given no more.
ALTER TABLE code ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases));
ALTER TABLE code ADD COLUMN hint TEXT NOT NULL DEFAULT '';
ALTER TABLE code ADD COLUMN counter_examples TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(counter_examples));
ALTER TABLE code ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));

-- attributes: JSON array of {"name", "value", "from", "to"}, what an actor was for a time.
ALTER TABLE actor ADD COLUMN kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'person', 'organisation', 'country', 'group', 'other'));
ALTER TABLE actor ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases));
ALTER TABLE actor ADD COLUMN attributes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attributes));
)sql";
}

} // namespace galley
