// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subtitlereader.h"

#include "transcript.h"

#include <readers/article/articlefields.h>
#include <readers/article/textaccount.h>
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

constexpr std::array<const char *, 4> subtitleSuffixes{"vtt", "srt", "webvtt", "sbv"};

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

const QRegularExpression &cueTiming()
{
    static const QRegularExpression timing(
        u"^\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})\\s*-->\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})(\\s.*)?$"
        "|^(?<begin>\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3}),(?<end>\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3})\\s*$"_s); // of SubViewer, as YouTube gives it
    return timing;
}

/// The cues of a file, and what else it says: its title and notes.
class Cues
{
public:
    explicit Cues(const QString &text)
    {
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines) {
            if (line.trimmed().isEmpty()) {
                m_open = Open::Nothing;
                m_apart = true;
            } else if (const auto timing = cueTiming().match(line); timing.hasMatch()) {
                begin(timing);
            } else {
                take(line);
            }
        }
        keepPending();
    }

    std::vector<Cue> cues;
    TextAccount account; ///< of all that is no words of a cue
    QString signs; ///< of the format, in one: there are some for every cue
    QStringList notes;
    QString title;

private:
    enum class Open { Nothing, Cue, Note, Style };

    void begin(const QRegularExpressionMatch &timing)
    {
        if (m_pending.isEmpty() && m_open == Open::Cue && isNumber(cues.back().lines.value(cues.back().lines.size() - 1))) {
            m_pending += cues.back().lines.takeLast(); // no blank line before the number
            m_apart = false;
        }
        if (!m_pending.isEmpty() && !m_apart)
            signs += m_pending.takeLast() + u' '; // the cue's number or name
        keepPending();
        const bool viewer = timing.hasCaptured(u"begin"_s);
        cues.push_back({cueTime(viewer ? timing.captured(u"begin"_s) : timing.captured(1)), cueTime(viewer ? timing.captured(u"end"_s) : timing.captured(2)), {}});
        account.stated(timing.captured().chopped(timing.capturedLength(3)));
        signs += timing.captured(3); // where on the screen
        m_open = Open::Cue;
    }

    void take(const QString &line)
    {
        if (m_open == Open::Cue)
            cues.back().lines += line;
        else if (m_open == Open::Note)
            addNote(line);
        else if (m_open == Open::Nothing && cues.empty() && line.startsWith("WEBVTT"_L1))
            takeTitle(line);
        else if (m_open == Open::Nothing && line.startsWith("NOTE"_L1) && (line.size() == 4 || line[4].isSpace())) {
            account.left(line.first(4), LeftOutReason::Label);
            addNote(line.sliced(4));
        } else if (m_open == Open::Style || (m_open == Open::Nothing && (line.trimmed() == "STYLE"_L1 || line.trimmed() == "REGION"_L1))) {
            m_open = Open::Style;
            account.left(line, LeftOutReason::Label);
        } else {
            m_pending += line;
            m_apart = false;
        }
    }

    static bool isNumber(const QString &line)
    {
        return !line.trimmed().isEmpty() && std::ranges::all_of(line.trimmed(), [](QChar c) { return c.isDigit(); });
    }

    /// Lines behind a blank one that no times follow are the words of the cue before it.
    void keepPending()
    {
        if (cues.empty()) {
            for (const QString &line : std::as_const(m_pending))
                addNote(line);
        } else {
            cues.back().lines += m_pending;
        }
        m_pending.clear();
    }

    void takeTitle(const QString &line)
    {
        static const QRegularExpression lead(u"^[\\s-]+"_s);
        title = line.sliced(6).remove(lead).simplified();
        account.left(signsAround(line, title), LeftOutReason::Label);
        account.stated(title);
        m_open = Open::Note;
    }

    void addNote(const QString &line)
    {
        m_open = Open::Note;
        if (const QString note = line.simplified(); !note.isEmpty())
            notes += note;
        account.stated(line);
    }

    Open m_open = Open::Nothing;
    bool m_apart = false; ///< a blank line stands behind the last of them
    QStringList m_pending; ///< lines of which what follows says what they are
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

/// The lines of a cue as they are said. Adds the signs of the format around them to `signs`.
std::vector<SaidLines> saidIn(const Cue &cue, QString &signs)
{
    static const QRegularExpression voice(u"<v(?:\\.[^ >]*)?\\s+([^>]+)>"_s);
    std::vector<SaidLines> said;
    for (const QString &line : cue.lines) {
        const auto named = voice.match(line);
        const QString speaker = named.hasMatch() ? named.captured(1).simplified() : QString();
        const QString plain = withoutTags(line);
        signs += signsAround(line, speaker + plain);
        if (said.empty() || !speaker.isEmpty())
            said.push_back({cue.begin, cue.end, speaker, {}});
        said.back().lines += plain;
    }
    return said;
}

Result<ReadInfo> readSubtitles(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto whole = wholeText(device, options);
    if (!whole)
        return std::unexpected(whole.error());
    Cues cues(whole->text);
    whole->info.characters = inkOf(whole->text);
    FileAccount account(take);
    Transcript transcript;
    QString signs;
    for (const Cue &cue : cues.cues) {
        for (const SaidLines &said : saidIn(cue, signs)) {
            transcript.account().holds(said.speaker);
            transcript.add(said);
        }
    }
    ReadArticle read;
    read.text = transcript.text();
    read.article.title = cues.title;
    if (const QString why = completed(read, {}, !cues.title.isEmpty()); !why.isEmpty()) {
        take({1, ReadProblem{why}});
        return whole->info;
    }
    read.article.fields.insert(u"times"_s, transcript.times());
    addField(read.article, u"note"_s, cues.notes.join(u' '));
    cues.account.add(transcript.account());
    cues.account.left(cues.signs + u' ' + signs, LeftOutReason::Label, std::nullopt, false);
    cues.account.settle(read);
    account.take()({1, std::move(read)});
    account.close(*whole->info.characters, LeftOutReason::Label);
    return whole->info;
}

bool isSubtitles(const FileHead &head)
{
    const QString start = QString::fromUtf8(head.text.first(std::min<qsizetype>(head.text.size(), 400))).trimmed();
    if (start.startsWith("WEBVTT"_L1))
        return start.size() == 6 || start[6].isSpace();
    const QStringList lines = start.split(u'\n');
    if (cueTiming().match(lines[0].trimmed()).hasMatch() && lines[0].contains(u','))
        return lines.size() >= 2;
    const bool numbered = lines.size() >= 2 && !lines[0].trimmed().isEmpty()
        && std::ranges::all_of(lines[0].trimmed(), [](QChar c) { return c.isDigit(); });
    return numbered && cueTiming().match(lines[1]).hasMatch();
}

} // namespace

const Reader subtitleReader{"subtitles", [] { return Readers::tr("Subtitles (WebVTT, SubRip, SubViewer)"); }, subtitleSuffixes, isSubtitles, readSubtitles, true};

} // namespace galley
