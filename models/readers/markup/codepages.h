// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

#include <map>

namespace galley {

/// The Windows code page of a font's character set as RTF numbers them; 0 for the document's own, -1 for symbols.
int codePageOfCharset(int charset);

/// Decodes bytes in Windows code pages, by their numbers.
class CodePages
{
public:
    bool isKnown(int codePage);
    /// Null where the bytes mean nothing in that code page.
    QString decoded(QByteArrayView bytes, int codePage);

private:
    QStringDecoder &decoder(int codePage);

    std::map<int, QStringDecoder> m_decoders;
};

} // namespace galley
