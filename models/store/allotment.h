// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql.h"

#include <array>
#include <atomic>

namespace galley {

/// What a store and its import session share, perhaps on two threads: the ids given away, and whether an import is going on.
class Allotment
{
public:
    explicit Allotment(sql::Connection &connection); ///< throws Failure where the file's ids are used up

    template<typename Tag>
    Id<Tag> next()
    {
        return {++m_last[place<Tag>()]};
    }

    std::atomic<bool> importing = false;

private:
    template<typename Tag>
    static constexpr size_t place();

    std::array<std::atomic<qint64>, 11> m_last{};
};

template<typename Tag>
constexpr size_t Allotment::place()
{
    constexpr std::array same{std::is_same_v<Tag, SourceTag>,     std::is_same_v<Tag, ArticleTag>, std::is_same_v<Tag, ZoneTag>,
                              std::is_same_v<Tag, LayerTag>,      std::is_same_v<Tag, VariableTag>, std::is_same_v<Tag, CodeTag>,
                              std::is_same_v<Tag, ActorTag>,      std::is_same_v<Tag, CoderTag>,   std::is_same_v<Tag, AnnotationTag>,
                              std::is_same_v<Tag, ProgressTag>,   std::is_same_v<Tag, SampleTag>};
    size_t at = 0;
    while (!same[at])
        ++at;
    return at;
}

} // namespace galley
