// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ttmlreader.h"

#include "newsxml.h"
#include "transcript.h"

#include <readers/article/articlefields.h>
#include <readers/readertext.h>

#include <QHash>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 2> ttmlSuffixes{"ttml", "dfxp"};

/// By its name without a prefix: whatever prefix the file chose for timing, parameters and metadata.
QString attributeOf(const QDomElement &element, QLatin1StringView name)
{
    const QDomNamedNodeMap attributes = element.attributes();
    for (int at = 0; at < attributes.size(); ++at) {
        const QDomAttr attribute = attributes.item(at).toAttr();
        if (attribute.name().section(u':', -1) == name)
            return attribute.value().trimmed();
    }
    return {};
}

/// Reads times as a file counts them (TTML2, 12.3): by the clock, also with frames, and as an amount with its unit.
class TtmlClock
{
public:
    explicit TtmlClock(const QDomElement &root)
    {
        const QStringList multiplier = attributeOf(root, "frameRateMultiplier"_L1).split(u' ');
        const double factor = multiplier.size() == 2 && multiplier[1].toDouble() > 0 ? multiplier[0].toDouble() / multiplier[1].toDouble() : 1;
        m_frames = positive(attributeOf(root, "frameRate"_L1).toDouble() * factor, 30);
        m_ticks = positive(attributeOf(root, "tickRate"_L1).toDouble(), attributeOf(root, "frameRate"_L1).isEmpty() ? 1 : m_frames);
    }

    /// Seconds; nothing where it is no time.
    std::optional<double> seconds(const QString &written) const
    {
        static const QRegularExpression clock(u"^(\\d{1,4}):(\\d{2}):(\\d{2})(?:(\\.\\d+)|:(\\d{1,3})(?:\\.\\d+)?)?$"_s);
        static const QRegularExpression amount(u"^(\\d{1,9}(?:\\.\\d+)?)(h|m|s|ms|f|t)$"_s);
        if (const auto match = clock.match(written); match.hasMatch()) {
            return match.captured(1).toDouble() * 3600 + match.captured(2).toDouble() * 60 + match.captured(3).toDouble() + match.captured(4).toDouble()
                + match.captured(5).toDouble() / m_frames;
        }
        const auto match = amount.match(written);
        if (!match.hasMatch())
            return std::nullopt;
        const QString unit = match.captured(2);
        const double one = unit == "h"_L1 ? 3600 : unit == "m"_L1 ? 60 : unit == "s"_L1 ? 1 : unit == "ms"_L1 ? 0.001 : unit == "f"_L1 ? 1 / m_frames : 1 / m_ticks;
        return match.captured(1).toDouble() * one;
    }

private:
    static double positive(double value, double otherwise) { return value > 0 ? value : otherwise; }

    double m_frames, m_ticks; ///< in a second
};

QString timeText(double seconds)
{
    const qint64 milliseconds = std::llround(seconds * 1000);
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    return two(milliseconds / 3'600'000) + u':' + two(milliseconds / 60'000 % 60) + u':' + two(milliseconds / 1000 % 60) + u'.'
        + QString::number(milliseconds % 1000).rightJustified(3, u'0');
}

struct Timing
{
    double begin = 0;
    std::optional<double> end;
};

class TtmlBody
{
public:
    TtmlBody(const QDomElement &root, Transcript &transcript)
        : m_clock(root)
        , m_transcript(transcript)
    {
        for (const QDomElement &agent : descendantsNamed(childNamed(root, "head"_L1), "agent"_L1))
            m_speakers.insert(attributeOf(agent, "id"_L1), collapsedText(childNamed(agent, "name"_L1)));
    }

    /// What a paragraph or a span in it says; in a division, its paragraphs.
    void take(const QDomElement &element, const Timing &around, const QString &speakerAround)
    {
        const Timing timing = timingOf(element, around);
        const QString speaker = m_speakers.value(attributeOf(element, "agent"_L1).section(u' ', 0, 0), speakerAround);
        const QString name = localName(element);
        if (name != "p"_L1 && name != "span"_L1) {
            for (const QDomElement &part : childrenNamed(element)) {
                if (const QString of = localName(part); of == "div"_L1 || of == "p"_L1)
                    take(part, timing, speaker);
            }
            return;
        }
        QString words; // lines apart by LF
        addWords(element, timing, speaker, words);
        say(words, timing, speaker);
    }

private:
    Timing timingOf(const QDomElement &element, const Timing &around) const
    {
        Timing timing{around.begin + m_clock.seconds(attributeOf(element, "begin"_L1)).value_or(0), around.end};
        if (const auto end = m_clock.seconds(attributeOf(element, "end"_L1)))
            timing.end = around.begin + *end;
        else if (const auto length = m_clock.seconds(attributeOf(element, "dur"_L1)))
            timing.end = timing.begin + *length;
        return timing;
    }

    /// A span with a time or a speaker of its own is said by itself, behind what stands before it.
    void addWords(const QDomElement &element, const Timing &timing, const QString &speaker, QString &words)
    {
        static const QRegularExpression blanks(u"\\s+"_s);
        for (QDomNode child = element.firstChild(); !child.isNull(); child = child.nextSibling()) {
            const QDomElement part = child.toElement();
            const QString name = localName(part);
            if (child.isText() || child.isCDATASection())
                words += child.nodeValue().replace(blanks, u" "_s); // its line ends are none of the text's
            else if (name == "br"_L1)
                words += u'\n';
            else if (name == "span"_L1 && (!attributeOf(part, "begin"_L1).isEmpty() || !attributeOf(part, "agent"_L1).isEmpty())) {
                say(std::exchange(words, QString()), timing, speaker);
                take(part, timing, speaker);
            } else if (name == "span"_L1) {
                addWords(part, timing, speaker, words);
            }
        }
    }

    void say(const QString &words, const Timing &timing, const QString &speaker)
    {
        SaidLines said{timeText(timing.begin), timeText(timing.end.value_or(timing.begin)), speaker, {}};
        for (const QString &line : words.split(u'\n')) {
            if (const QString plain = line.simplified(); !plain.isEmpty())
                said.lines += plain;
        }
        if (!said.lines.isEmpty())
            m_transcript.add(said);
    }

    TtmlClock m_clock;
    Transcript &m_transcript;
    QHash<QString, QString> m_speakers; ///< by the id of the agent
};

void giveTtml(const QDomElement &root, const TakeRecord &take)
{
    Transcript transcript;
    TtmlBody(root, transcript).take(childNamed(root, "body"_L1), {}, {});
    const QDomElement head = childNamed(root, "head"_L1);
    ReadArticle read;
    read.text = transcript.text();
    read.article.title = collapsedText(descendantNamed(head, "title"_L1));
    read.article.language = languageOf(root);
    if (const QString why = completed(read, {}, !read.article.title.isEmpty()); !why.isEmpty()) {
        take({1, ReadProblem{why}});
        return;
    }
    read.article.fields.insert(u"times"_s, transcript.times());
    addField(read.article, u"note"_s, collapsedText(descendantNamed(head, "desc"_L1)));
    addField(read.article, u"copyright"_s, collapsedText(descendantNamed(head, "copyright"_L1)));
    TextAccount account;
    holdTexts(account, head);
    account.add(transcript.account());
    account.settle(read);
    take({1, std::move(read)});
}

Result<ReadInfo> readTtml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &taken)
{
    return readXml(device, options, taken, giveTtml);
}

bool isTtml(const FileHead &head)
{
    const RootName root = rootName(head);
    return root.name == "tt"_L1 && (root.space.isEmpty() || root.space.contains("ttml"_L1) || root.space.contains("ttaf"_L1));
}

} // namespace

const Reader ttmlReader{"ttml", [] { return Readers::tr("Subtitles (TTML, EBU-TT)"); }, ttmlSuffixes, isTtml, readTtml};

} // namespace galley
