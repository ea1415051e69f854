// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/coder.h>
#include <domain/listedannotation.h>

#include <memory>
#include <vector>

namespace galley {

enum class AnnotationOrder { Reading, Code, Coder, Published, LastCoded };
enum class AnnotationGrouping { None, Code, Article, Coder };

/// What the ids in a list of annotations stand for.
struct AnnotationNames
{
    Codebook codebook;
    std::vector<Coder> coders;

    /// "Economic", or "Framing" where it has no code; with the layer where several are in the codebook: "Framing / Economic".
    QString code(LayerId layer, CodeId code) const;
    QString coder(CoderId id) const;
};

/// Annotations as they are listed: sorted, under headings where they are grouped. Made on any thread.
struct ArrangedAnnotations
{
    struct Group
    {
        QString title;
        int count = 0;
    };

    std::shared_ptr<const std::vector<ListedArticle>> articles = std::make_shared<const std::vector<ListedArticle>>();
    std::vector<ListedAnnotation> annotations = {};
    std::vector<Group> groups = {};
    std::vector<qint32> rows = {}; ///< the place of an annotation; −1 − the place of a group for its heading
};

/// `annotations` in reading order, by their places among `articles`.
ArrangedAnnotations arranged(std::shared_ptr<const std::vector<ListedArticle>> articles, std::vector<ListedAnnotation> annotations, const AnnotationNames &names,
                             AnnotationOrder order, AnnotationGrouping grouping);

} // namespace galley
