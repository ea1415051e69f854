// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>
#include <domain/identity.h>

#include <QString>

namespace galley {

/// Something that a study decided for all who work on it, and that stands in its history: what counts as reliable, that a lead
/// codes blind. What each name means stands where it is made (project/studychoices.h).
struct StudyChoice
{
    StudyChoiceId id; ///< follows from the name
    QString name;
    QString value;

    bool operator==(const StudyChoice &) const = default;
};

inline StudyChoiceId studyChoiceId(QStringView name)
{
    return {idFrom({u"choice", name})};
}

} // namespace galley
