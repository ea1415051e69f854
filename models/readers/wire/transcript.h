// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/article/textaccount.h>

#include <QStringList>

namespace galley {

/// What was said at one time: plain lines, by one speaker. Begin and end as "00:01:02.500".
struct SaidLines
{
    QString begin, end;
    QString speaker; ///< empty where it is not stated
    QStringList lines;
};

/// Puts what was said into one text, a paragraph for each speaker or after a silence. Captions that roll repeat the line above;
/// it stands in the text once.
class Transcript
{
public:
    void add(const SaidLines &said);

    const QString &text() const { return m_text; }
    TextAccount &account() { return m_account; } ///< of the lines; a speaker's name is the source's to tell, which may state it elsewhere
    /// A line for what was said at each time: where it begins in the text (code points), its begin and end.
    QString times() const { return m_times.join(u'\n'); }

private:
    QString m_text;
    QStringList m_times;
    TextAccount m_account;
    QString m_lastLine, m_speaker;
    double m_until = 0;       ///< seconds
    qint64 m_codePoints = 0;  ///< of the text up to m_counted
    qsizetype m_counted = 0;
};

} // namespace galley
