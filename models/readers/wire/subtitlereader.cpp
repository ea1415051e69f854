// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subtitlereader.h"

#include "xmlprose.h"

#include <readers/article/articlefields.h>
#include <readers/readertext.h>
#include <readers/text/plaintext.h>
#include <readers/text/wholetext.h>

#include <domain/textpositions.h>

#include <QRegularExpression>
#include <QTime>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 3> subtitleSuffixes{"vtt", "srt", "webvtt"};
constexpr double longestPause = 3; // seconds; after it a new paragraph begins

struct Cue
{
    QString begin, end;
    QStringList lines;
};

/// "00:01:02,500" and "01:02.500" as "00:01:02.500".
QString cueTime(QString written)
{
    written.replace(u',', u'.');
    return written.count(u':') == 1 ? u"00:"_s + written : written;
}

double secondsOf(const QString &time)
{
    const QStringList parts = time.split(u':');
    return parts.size() == 3 ? parts[0].toDouble() * 3600 + parts[1].toDouble() * 60 + parts[2].toDouble() : 0;
}

const QRegularExpression &cueTiming()
{
    static const QRegularExpression timing(
        u"^\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})\\s*-->\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})(?:\\s.*)?$"_s);
    return timing;
}

/// The cues of a file, and what else it says: its title and notes.
class Cues
{
public:
    explicit Cues(const QString &text)
    {
        QString block;
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines) {
            if (line.trimmed().isEmpty())
                m_open = Open::Nothing;
            else if (const auto timing = cueTiming().match(line); timing.hasMatch())
                begin({cueTime(timing.captured(1)), cueTime(timing.captured(2)), {}});
            else
                take(line);
        }
    }

    std::vector<Cue> cues;
    QStringList notes;
    QString title;

private:
    enum class Open { Nothing, Cue, Note, Other };

    void begin(Cue cue)
    {
        cues.push_back(std::move(cue));
        m_open = Open::Cue;
    }

    void take(const QString &line)
    {
        if (m_open == Open::Cue)
            cues.back().lines += line;
        else if (m_open == Open::Note)
            notes += line.simplified();
        else if (m_open == Open::Nothing && cues.empty() && line.startsWith("WEBVTT"_L1))
            title = QString(line.sliced(6)).remove(QRegularExpression(u"^[\\s-]+"_s)).simplified(), m_open = Open::Note;
        else if (m_open == Open::Nothing && line.startsWith("NOTE"_L1) && (line.size() == 4 || line[4].isSpace())) {
            m_open = Open::Note;
            if (line.size() > 5)
                notes += line.sliced(5).simplified();
        } else {
            m_open = Open::Other; // a style sheet, a region, the name of a cue
        }
    }

    Open m_open = Open::Nothing;
};

QString withoutTags(const QString &line)
{
    static const QRegularExpression tag(u"</?(?:[a-zA-Z][^<>]*|\\d[\\d:.]*)>|\\{\\\\?an?\\d[^{}]*\\}"_s);
    QString plain = QString(line).remove(tag);
    for (const auto &[entity, sign] : {std::pair(u"&lt;"_s, u"<"_s), std::pair(u"&gt;"_s, u">"_s), std::pair(u"&nbsp;"_s, u" "_s),
             std::pair(u"&lrm;"_s, QString()), std::pair(u"&rlm;"_s, QString()), std::pair(u"&amp;"_s, u"&"_s)})
        plain.replace(entity, sign);
    return plain.simplified();
}

/// Puts the words of cues together.
class Transcript
{
public:
    void add(const Cue &cue)
    {
        static const QRegularExpression voice(u"<v(?:\\.[^ >]*)?\\s+([^>]+)>"_s);
        QStringList words;
        QString speaker;
        for (const QString &line : cue.lines) {
            if (const auto named = voice.match(line); named.hasMatch())
                speaker = named.captured(1).simplified();
            if (const QString plain = withoutTags(line); !plain.isEmpty() && plain != m_lastLine)
                words += m_lastLine = plain; // captions that roll repeat the line above
        }
        if (words.isEmpty())
            return;
        const bool changes = words.front().startsWith(u'-') || words.front().startsWith(">>"_L1) || (!speaker.isEmpty() && speaker != m_speaker);
        const bool pause = secondsOf(cue.begin) - m_until > longestPause;
        if (!text.isEmpty())
            text += changes || pause ? u"\n\n"_s : u" "_s;
        if (!speaker.isEmpty() && speaker != m_speaker)
            text += speaker + u": "_s;
        m_codePoints += codePointsOf(QStringView(text).sliced(m_counted));
        m_counted = text.size();
        times += u"%1 %2 --> %3"_s.arg(m_codePoints).arg(cue.begin, cue.end);
        text += words.join(u' ');
        m_speaker = speaker.isEmpty() ? m_speaker : speaker;
        m_until = secondsOf(cue.end);
    }

    QString text;
    QStringList times;

private:
    static qint64 codePointsOf(QStringView part)
    {
        return part.size() - std::ranges::count_if(part, [](QChar c) { return c.isLowSurrogate(); });
    }

    QString m_lastLine, m_speaker;
    double m_until = 0;
    qint64 m_codePoints = 0;
    qsizetype m_counted = 0;
};

Result<ReadInfo> readSubtitles(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    const Cues cues(whole->text);
    Transcript transcript;
    for (const Cue &cue : cues.cues)
        transcript.add(cue);
    ReadArticle read;
    read.text = transcript.text;
    read.article.title = cues.title;
    if (const QString why = completed(read, {}, !cues.title.isEmpty()); !why.isEmpty()) {
        take({1, ReadProblem{why}});
        return whole->info;
    }
    read.article.fields.insert(u"times"_s, transcript.times.join(u'\n'));
    addField(read.article, u"note"_s, cues.notes.join(u' '));
    take({1, std::move(read)});
    return whole->info;
}

bool isSubtitles(const FileHead &head)
{
    const QString start = QString::fromUtf8(head.text.first(std::min<qsizetype>(head.text.size(), 400))).trimmed();
    if (start.startsWith("WEBVTT"_L1))
        return start.size() == 6 || start[6].isSpace();
    const QStringList lines = start.split(u'\n');
    const bool numbered = lines.size() >= 2 && !lines[0].trimmed().isEmpty()
        && std::ranges::all_of(lines[0].trimmed(), [](QChar c) { return c.isDigit(); });
    return numbered && cueTiming().match(lines[1]).hasMatch();
}

} // namespace

const Reader subtitleReader{"subtitles", [] { return Readers::tr("Subtitles (WebVTT, SubRip)"); }, subtitleSuffixes, isSubtitles, readSubtitles, true};

} // namespace galley
