// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/identity.h>
#include <review/comparing.h>

#include <QStringList>

#include <algorithm>

/// Annotations of a few coders and groups of them, as short lines.
namespace galley::testing {

using namespace Qt::StringLiterals;

inline Annotation coded(qint64 coder, qint64 code, std::vector<Range> ranges, std::vector<VariableValue> values = {})
{
    static qint64 last = 100;
    Annotation annotation;
    annotation.id = {++last};
    annotation.uuid = uuidOf(annotation.id.value);
    annotation.article = {1};
    annotation.layer = {1};
    annotation.coder = {coder};
    annotation.code = {code};
    annotation.ranges = std::move(ranges);
    annotation.values = std::move(values);
    return annotation;
}

/// "1:7@20-34,40-52"
inline QString printed(const Annotation &annotation)
{
    QStringList places;
    for (const Range &range : annotation.ranges)
        places += u"%1-%2"_s.arg(range.begin).arg(range.end);
    return u"%1:%2@%3"_s.arg(annotation.coder.value).arg(annotation.code.value).arg(places.join(u','));
}

inline QString printed(const ComparedGroup &group)
{
    QStringList parts{nameOf(group.kind)};
    for (const Annotation &annotation : group.annotations)
        parts += printed(annotation);
    return parts.join(u' ');
}

inline QStringList printed(const std::vector<ComparedGroup> &groups)
{
    QStringList lines;
    for (const ComparedGroup &group : groups)
        lines += printed(group);
    return lines;
}

} // namespace galley::testing
