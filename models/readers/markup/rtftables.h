// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/documenttext.h>

#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace galley {

/// The fonts of an RTF file, by their numbers: what matters is what their bytes mean.
class RtfFontTable
{
public:
    struct Font
    {
        int codePage = 0; ///< 0: the document's
        bool symbols = false;
        QString name;
    };

    Font font(int number) const { return m_fonts.value(number); }

    void word(QByteArrayView word, int parameter); ///< of the table's definition, and so are its bytes
    void byte(char byte);

private:
    QHash<int, Font> m_fonts;
    int m_number = 0;
    QByteArray m_name;
};

/// The paragraph styles of an RTF file: what matters is whether they are headings.
class RtfStyleSheet
{
public:
    std::optional<ZoneKind> zone(int style) const { return m_zones.value(style); }

    void word(QByteArrayView word, int parameter);
    void byte(char byte);

private:
    QHash<int, std::optional<ZoneKind>> m_zones;
    int m_number = 0;
    int m_basedOn = -1;
    int m_level = -1;
    QByteArray m_name;
};

} // namespace galley
