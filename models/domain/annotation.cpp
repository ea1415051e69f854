// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotation.h"

#include <tuple>

namespace galley {

using namespace Qt::StringLiterals;

QString nameOf(AnnotationStatus status)
{
    return status == AnnotationStatus::Coded ? u"coded"_s : u"flagged"_s;
}

std::optional<AnnotationStatus> annotationStatusNamed(QStringView name)
{
    if (name == "coded"_L1)
        return AnnotationStatus::Coded;
    return name == "flagged"_L1 ? std::optional(AnnotationStatus::Flagged) : std::nullopt;
}

bool readsBefore(const Annotation &a, const Annotation &b)
{
    const Range x = a.extent();
    const Range y = b.extent();
    return std::tuple(x.begin, -x.end, a.created, a.id) < std::tuple(y.begin, -y.end, b.created, b.id);
}

} // namespace galley
