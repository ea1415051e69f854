// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QString>
#include <QUuid>

namespace galley {

/// A sample of the project's articles as the project keeps it.
struct StoredSample
{
    SampleId id;
    QUuid uuid;
    QString name;
    QString record; ///< JSON: the articles drawn, and how: method, seed, frame; enough to draw it again

    bool operator==(const StoredSample &) const = default;
};

} // namespace galley
