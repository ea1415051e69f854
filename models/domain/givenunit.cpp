// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "givenunit.h"

#include <domain/identity.h>

namespace galley {

AnnotationId givenUnitId(ArticleId article, LayerId layer, const std::vector<Range> &ranges, CoderId coder)
{
    QString place;
    for (const Range &range : ranges)
        place += QString::number(range.begin) + u'-' + QString::number(range.end) + u' ';
    return {idFrom({u"given unit", QString::number(article.value), QString::number(layer.value), place, QString::number(coder.value)})};
}

bool isGivenUnit(const Annotation &annotation)
{
    return annotation.id == givenUnitId(annotation.article, annotation.layer, annotation.ranges, annotation.coder);
}

} // namespace galley
