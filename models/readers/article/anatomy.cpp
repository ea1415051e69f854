// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy.h"

#include "dateline.h"
#include "linekinds.h"
#include "publisheddate.h"
#include "writtendate.h"

#include <domain/textpositions.h>
#include <readers/text/textlines.h>

#include <algorithm>
#include <tuple>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Found
{
    ZoneKind kind;
    Utf16Range range;
};

// Beyond these a rule that belongs to an article's top or end does not look.
constexpr size_t topLines = 12;
constexpr size_t endLines = 12;

bool endsSentence(QStringView line)
{
    while (line.endsWith(u'"') || line.endsWith(u'”') || line.endsWith(u')') || line.endsWith(u'\'') || line.endsWith(u'’'))
        line.chop(1);
    return line.endsWith(u'.') || line.endsWith(u'。') || line.endsWith(u',') || line.endsWith(u';') || line.endsWith(u':');
}

bool sameWords(QStringView line, const QString &title)
{
    return !title.isEmpty() && line.size() <= title.size() + 20 && line.toString().simplified() == title.simplified();
}

bool isDateAlone(QStringView line)
{
    if (line.startsWith(u'[') && line.endsWith(u']'))
        line = line.sliced(1).chopped(1);
    // "4. Mai 2023", "Thursday, May 4, 2023 9:30 AM": a day at least, in any language, and with letters or as ISO 8601.
    constexpr qsizetype longest = 48, day = 10;
    const bool words = std::ranges::any_of(line, [](QChar c) { return c.isLetter(); });
    return dateWritten(line).has_value() || (words && line.size() <= longest && isoDateWritten(line).value_or(QString()).size() >= day);
}

/// Looks at lines in order, each with what stands around it.
class ZoneFinder
{
public:
    ZoneFinder(QStringView text, const Hints &hints)
        : m_lines(textLines(text))
        , m_hints(hints)
        , m_reportAt(reportLine())
    {
    }

    std::vector<Found> found()
    {
        for (size_t at = 0; at < m_lines.size(); ++at)
            look(at);
        return std::move(m_found);
    }

private:
    /// The first line with a dateline nobody can mistake: what stands above it is not yet the report.
    size_t reportLine() const
    {
        for (size_t at = 0; at < std::min(topLines, m_lines.size()); ++at) {
            const auto dateline = datelineAt(m_lines[at].text);
            if (dateline && dateline->sure)
                return at;
        }
        return m_lines.size();
    }

    void add(ZoneKind kind, const TextLine &line, Utf16Range within)
    {
        m_found.push_back({kind, {line.begin + within.begin, line.begin + within.end}});
    }
    void add(ZoneKind kind, const TextLine &line) { m_found.push_back({kind, line.range()}); }

    void look(size_t at)
    {
        const TextLine &line = m_lines[at];
        if (at == 0 && isHeadline(line))
            return add(ZoneKind::Headline, line);
        if (isChrome(line.text) && !continuesSentence(at))
            return add(ZoneKind::Chrome, line);
        if (isCopyright(line.text))
            return add(ZoneKind::Copyright, line);
        if (lookForCaption(at) || lookForCredit(at))
            return;
        if (at < topLines && lookAtTop(at))
            return;
        if (at > 0 && isHeadingAmongParagraphs(at))
            add(ZoneKind::Subheading, line);
    }

    /// The last line of a paragraph whose lines are broken by hand: "… 30 cents a ⏎ share."
    bool continuesSentence(size_t at) const
    {
        if (at == 0 || m_lines[at].afterBlank || m_lines[at].text.isEmpty() || !m_lines[at].text[0].isLower())
            return false;
        const QStringView before = m_lines[at - 1].text.trimmed();
        return before.size() >= 40 && (before.back().isLetterOrNumber() || before.endsWith(u',') || before.endsWith(u'-'));
    }

    bool isHeadline(const TextLine &line) const
    {
        if (sameWords(line.text, m_hints.title))
            return m_lines.size() > 1;
        if (!m_hints.headlineFirst || m_lines.size() < 2 || line.text.size() > 200 || endsSentence(line.text))
            return false;
        return !isChrome(line.text) && !isCopyright(line.text) && !isByline(line.text) && !isDateAlone(line.text)
            && !photoCredit(line.text) && !isGalleryCaption(line.text) && !(m_reportAt == 0);
    }

    bool lookForCaption(size_t at)
    {
        const TextLine &line = m_lines[at];
        auto credit = photoCredit(line.text);
        if (!credit)
            credit = leadingPhotoCredit(line.text);
        if (credit) {
            if (credit->length() < line.text.size())
                add(ZoneKind::Caption, line);
            add(ZoneKind::PhotoCredit, line, *credit);
            return true;
        }
        const bool aboveReport = at < m_reportAt && m_reportAt < m_lines.size();
        if (!isGalleryCaption(line.text) && !(aboveReport && endsWithDate(line.text)))
            return false;
        add(ZoneKind::Caption, line);
        return true;
    }

    /// "… in Mumbai May 13, 2014." above the report is what agencies write below a picture.
    static bool endsWithDate(QStringView line)
    {
        if (!line.endsWith(u'.') || line.size() < 40)
            return false;
        const auto words = line.chopped(1).last(24).split(u' ', Qt::SkipEmptyParts);
        const qsizetype count = words.size();
        return count >= 3 && words[count - 1].size() == 4 && words[count - 1][0].isDigit() && monthNamed(words[count - 3]) > 0;
    }

    bool lookForCredit(size_t at)
    {
        const TextLine &line = m_lines[at];
        if (const auto credit = creditLine(line.text)) {
            add(ZoneKind::Credit, line, *credit);
            return true;
        }
        if (at + endLines < m_lines.size() || at * 2 < m_lines.size() || !isContributionNote(line.text))
            return false;
        add(ZoneKind::Credit, line);
        return true;
    }

    bool lookAtTop(size_t at)
    {
        const TextLine &line = m_lines[at];
        const bool aboveReport = !m_inReport;
        m_inReport = m_inReport || line.text.size() > 160;
        const auto dateline = datelineAt(line.text);
        if (dateline && (at == m_reportAt || (aboveReport && m_reportAt == m_lines.size() && line.text.size() > 80))) {
            add(ZoneKind::Dateline, line, {0, dateline->length});
            m_inReport = true;
            return true;
        }
        if (aboveReport && isByline(line.text)) {
            add(ZoneKind::Byline, line);
            return true;
        }
        if (!aboveReport || !isDateAlone(line.text))
            return false;
        add(ZoneKind::Dateline, line);
        return true;
    }

    bool isHeadingAmongParagraphs(size_t at) const
    {
        const TextLine &line = m_lines[at];
        return at + 1 < m_lines.size() && line.afterBlank && isSubheading(line.text)
            && m_lines[at + 1].text.size() > line.text.size() && m_lines[at + 1].text.size() > 60;
    }

    std::vector<TextLine> m_lines;
    const Hints &m_hints;
    size_t m_reportAt;
    bool m_inReport = false;
    std::vector<Found> m_found;
};

} // namespace

std::vector<Zone> findZones(QStringView text, const Hints &hints)
{
    const std::vector<Found> found = ZoneFinder(text, hints).found();
    const TextPositions positions(text);
    std::vector<Zone> zones;
    zones.reserve(found.size());
    for (const Found &one : found) {
        Zone zone;
        zone.kind = one.kind;
        zone.range = positions.toCodePoints(one.range);
        zones.push_back(zone);
    }
    std::ranges::stable_sort(zones, {}, [](const Zone &zone) { return std::tuple(zone.range.begin, -zone.range.end); });
    return zones;
}

} // namespace galley
