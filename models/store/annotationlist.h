// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <domain/listedannotation.h>

namespace galley {

/// See ProjectLists.
std::vector<ListedAnnotation> annotationList(sql::Connection &connection, const std::vector<ListedArticle> &articles, const AnnotationQuery &query, qint64 lookAtMost,
                                             const std::function<bool()> &goOn);
std::vector<ListedArticle> listedArticles(sql::Connection &connection);
std::vector<AnnotationInContext> annotationsInContext(sql::Connection &connection, const std::vector<AnnotationId> &ids, int width);

} // namespace galley
