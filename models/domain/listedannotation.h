// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/sight.h>

#include <QString>

#include <functional>
#include <string_view>
#include <vector>

/// Annotations of a whole project as lists have them: a million are sorted and counted without their texts.
namespace galley {

/// An article as a list of what stands in it names it.
struct ListedArticle
{
    ArticleId id;
    QString title;
    QString outlet;
    QString published;
    QUuid uuid = {}; ///< by which it is known outside
};

/// What an annotation is sorted, grouped and counted by.
struct ListedAnnotation
{
    AnnotationId id;
    LayerId layer;
    CoderId coder;
    CodeId code;
    qint64 modified = 0; ///< milliseconds since 1970; 0: it is not known
    qint32 article = 0;  ///< its place among the articles
    qint32 start = -1;   ///< code points; -1 for the whole article
    qint32 end = -1;
    bool flagged = false;
    bool hasMemo = false;

    bool operator==(const ListedAnnotation &) const = default;
};

/// Which annotations are wanted. What is empty asks nothing; the functions are called on the thread that reads.
struct AnnotationQuery
{
    std::vector<CoderId> coders = {}; ///< empty: all who code, and the consensus is nobody
    std::vector<LayerId> layers = {};
    std::vector<CodeId> codes = {}; ///< as principal variable or as the value of another one
    bool flagged = false;
    bool withMemo = false;
    std::function<bool(const ListedArticle &)> article = {};
    std::function<bool(std::string_view quote, std::string_view memo)> texts = {}; ///< UTF-8
    std::function<bool(const std::vector<VariableValue> &)> values = {};           ///< beside the principal one
    Sight sight = {};
};

/// An annotation with what stands around it.
struct AnnotationInContext
{
    Annotation annotation;
    QString left;  ///< some characters before its first range; empty for the whole article
    QString right; ///< and behind its last
};

} // namespace galley
