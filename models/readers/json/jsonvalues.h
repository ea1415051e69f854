// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace galley {

/// One value of a JSON text, as it stands there.
struct JsonSlice
{
    QByteArrayView bytes;
    int line = 1; ///< of the text, where it begins
};

/// The values of a JSON text one after the other without parsing them: those of the array that it is, or the objects that follow
/// each other. It only looks for where values end; what is wrong within one is for who parses it.
class JsonValues
{
public:
    explicit JsonValues(QByteArrayView utf8);

    std::optional<JsonSlice> next(); ///< none at the end
    bool isArray() const { return m_array; }
    bool isCutOff() const { return m_cutOff; } ///< at the end: the array is not closed, or the last value

private:
    void skipBlanks();
    void step();
    void skipValue();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_array = false;
    bool m_cutOff = false;
};

} // namespace galley
