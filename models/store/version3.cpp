// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaversions.h"

namespace galley {

std::string version3()
{
    return R"sql(
-- JSON array of the kinds of zones that are no text of the layer: what stands in them counts for nothing.
ALTER TABLE layer ADD COLUMN leave_out TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(leave_out));
)sql";
}

} // namespace galley
