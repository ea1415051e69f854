// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace galley {

struct RtfToken
{
    enum class Kind { GroupBegin, GroupEnd, Word, Symbol, Byte, End };

    Kind kind = Kind::End;
    QByteArrayView word; ///< of a control word, without backslash
    int parameter = 0;
    bool hasParameter = false;
    char byte = 0; ///< of text, in some code page; or the control symbol
};

/// The tokens of an RTF file, in which text is bytes: written plainly or as \'hh. Line ends, which mean nothing, are
/// passed over, and so is binary data.
class RtfTokens
{
public:
    explicit RtfTokens(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    RtfToken next();
    QByteArrayView rest() const { return m_bytes.sliced(m_at); }

private:
    std::optional<RtfToken> control(); ///< nothing where it is no sign of anything
    RtfToken word();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

} // namespace galley
