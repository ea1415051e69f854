// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/textpositions.h>
#include <readers/records.h>

namespace galley {

/// The text of an article put together from the parts that a source states, a blank line between two of them.
class ComposedText
{
public:
    /// Adds a part as it is; `kind` where the source says what it is. Parts that are only white space are left out.
    void add(const QString &part, std::optional<ZoneKind> kind = std::nullopt);
    bool isEmpty() const { return m_text.isEmpty(); }
    qsizetype length() const { return m_text.size(); } ///< so far

    /// Text and zones for `read`, whose title must be set: what the source states, and between it what the rules find.
    void moveTo(ReadArticle &read);

private:
    QString m_text;
    std::vector<std::pair<ZoneKind, Utf16Range>> m_stated;
};

} // namespace galley
