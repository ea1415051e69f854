// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "folding.h"

#include <algorithm>

namespace galley {

namespace {

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/// White space that parts words in any script: what stands on both sides of it is folded by itself.
bool isBlank(QChar c)
{
    return c.unicode() < 0x80 && c.isSpace();
}

bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing;
}

} // namespace

QString folded(QStringView text)
{
    QString result = isPlain(text) ? text.toString().toLower()
                                   : text.toString().toCaseFolded().normalized(QString::NormalizationForm_KD);
    result.removeIf(isMark);
    return result.simplified();
}

void appendFolded(QByteArray &to, QStringView text)
{
    const qsizetype begin = to.size();
    qsizetype end = begin; // of what is written
    to.resize(begin + text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        const qsizetype word = at;
        while (at < text.size() && !isBlank(text[at]))
            ++at;
        const QStringView letters = text.sliced(word, at - word);
        if (isPlain(letters)) { // most words of most headlines: in place
            char *out = to.data() + end;
            if (end > begin)
                *out++ = ' ';
            for (const QChar c : letters)
                *out++ = char(c >= u'A' && c <= u'Z' ? c.unicode() + 0x20 : c.unicode());
            end = out - to.constData();
        } else if (const QByteArray others = folded(letters).toUtf8(); !others.isEmpty()) {
            to.truncate(end);
            if (end > begin)
                to += ' ';
            to += others;
            end = to.size();
            to.resize(end + text.size() - at);
        }
    }
    to.truncate(end);
}

QByteArray foldedUtf8(QStringView text)
{
    QByteArray result;
    appendFolded(result, text);
    return result;
}

} // namespace galley
