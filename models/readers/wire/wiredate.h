// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace galley {

/// A date and time as wire formats, feeds, mail and archives write it ("20131020T192751+1100", "Sun, 06 Sep 2009 16:20 GMT",
/// "2014-07-16T13:00:03.000Z"), as ISO 8601 with the zone it states. Empty where it is none, or none that can be.
QString isoOfWireDate(QStringView stated);

} // namespace galley
