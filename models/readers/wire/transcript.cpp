// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript.h"

#include <algorithm>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr double longestPause = 3; // seconds; after it a new paragraph begins

double secondsOf(const QString &time)
{
    const QStringList parts = time.split(u':');
    return parts.size() == 3 ? parts[0].toDouble() * 3600 + parts[1].toDouble() * 60 + parts[2].toDouble() : 0;
}

qint64 codePointsOf(QStringView part)
{
    return part.size() - std::ranges::count_if(part, [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace

void Transcript::add(const SaidLines &said)
{
    QStringList words;
    for (const QString &line : said.lines) {
        if (line == m_lastLine) {
            m_account.took(line); // it is there already
            continue;
        }
        m_account.holds(line);
        if (!line.isEmpty())
            words += m_lastLine = line;
    }
    if (words.isEmpty())
        return;
    const bool changes = words.front().startsWith(u'-') || words.front().startsWith(">>"_L1) || (!said.speaker.isEmpty() && said.speaker != m_speaker);
    const bool pause = secondsOf(said.begin) - m_until > longestPause;
    if (!m_text.isEmpty())
        m_text += changes || pause ? u"\n\n"_s : u" "_s;
    if (!said.speaker.isEmpty() && said.speaker != m_speaker)
        m_text += said.speaker + u": "_s;
    m_codePoints += codePointsOf(QStringView(m_text).sliced(m_counted));
    m_counted = m_text.size();
    m_times += u"%1 %2 --> %3"_s.arg(m_codePoints).arg(said.begin, said.end);
    m_text += words.join(u' ');
    m_speaker = said.speaker.isEmpty() ? m_speaker : said.speaker;
    m_until = secondsOf(said.end);
}

} // namespace galley
