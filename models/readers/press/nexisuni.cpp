// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexisuni.h"

#include "languagename.h"
#include "nexisdate.h"

#include <readers/article/statedarticle.h>
#include <readers/article/writtendate.h>
#include <readers/readertext.h>

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

bool isOneOf(const QString &text, std::initializer_list<QStringView> words)
{
    const QString plain = text.simplified();
    return std::ranges::any_of(words, [&](QStringView word) { return plain.compare(word, Qt::CaseInsensitive) == 0; });
}

bool isEnd(const QString &text)
{
    return isOneOf(text, {u"End of Document", u"Ende des Dokuments", u"Dokumentende", u"Fin du document", u"Einde van document",
                             u"Einde document", u"Fin del documento", u"Fine documento"});
}

bool isBody(const QString &text)
{
    return isOneOf(text, {u"Body", u"Text", u"Hauptteil", u"Corps", u"Texte", u"Hoofdtekst", u"Tekst", u"Cuerpo", u"Texto"});
}

bool isClassification(const QString &text)
{
    return isOneOf(text, {u"Classification", u"Klassifizierung", u"Classificatie", u"Clasificación", u"Classificazione"});
}

bool isGraphic(const QString &text)
{
    return isOneOf(text, {u"Graphic", u"Grafik", u"Graphique", u"Grafiek", u"Gráfico"});
}

/// "Length: 453 words", its blank is often one that does not break.
std::optional<NexisEntry> entryIn(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\p{Lu}[\\p{L} -]{1,38}):[\\s\\x{A0}]+(\\S.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return NexisEntry{match.captured(1), {match.captured(2)}, nexisFieldNamed(match.capturedView(1))};
}

/// What a newspaper or the database says about an article, wherever in its heading.
bool isNotice(const QString &text)
{
    static const QRegularExpression notice(
        u"^(?:correction|clarification|corrected|editor'?s note|berichtigung|korrektur|rectificati(?:f|on|e)|erratum)\\b.{0,40}$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return notice.match(text.simplified()).hasMatch();
}

/// "," and "-" around an edition.
QString withoutMarks(QString text)
{
    while (!text.isEmpty() && u",;- "_s.contains(text.front()))
        text.remove(0, 1);
    return text;
}

class UniDocument
{
public:
    explicit UniDocument(std::vector<QString> paragraphs) : m_paragraphs(std::move(paragraphs)) {}

    StatedArticle read()
    {
        const auto body = std::ranges::find_if(m_paragraphs, isBody);
        const size_t mark = size_t(body - m_paragraphs.begin());
        readHeading(mark);
        readText(std::min(mark + 1, m_paragraphs.size()));
        prependDateline(m_out, m_dateline);
        if (article().published.isEmpty() && !m_loaded.isEmpty()) {
            article().published = m_loaded;
            m_out.remarks += Readers::tr("The article states no date; the day on which it came into the database stands for it.");
        }
        for (const QString &paragraph : m_paragraphs)
            m_out.account.holds(paragraph, LeftOutReason::Label);
        return std::move(m_out);
    }

private:
    void readHeading(size_t end);
    size_t headingEnd(size_t end) const;
    QString nameBefore(size_t &at, bool outlet);
    void readText(size_t begin);
    void take(const NexisEntry &entry);
    Article &article() { return m_out.article; }

    std::vector<QString> m_paragraphs;
    StatedArticle m_out;
    QString m_dateline, m_loaded;
};

/// Headline, outlet and date stand in this order right above the rights, or above the first field. What comes before is the cover
/// of the download, or notices.
void UniDocument::readHeading(size_t end)
{
    const size_t top = headingEnd(end);
    size_t date = top;
    for (size_t at = top; at-- > 0 && date == top;) {
        if (const auto found = nexisDateAtBegin(m_paragraphs[at].simplified())) {
            article().published = found->iso;
            addField(article(), u"edition"_s, withoutMarks(found->rest));
            date = at;
        }
    }
    for (size_t at = top; at-- > 1 && date == top;) {
        const QString text = m_paragraphs[at].simplified();
        if (const auto iso = isoDateWritten(text); iso && !isNotice(text)) {
            article().published = *iso;
            date = at;
        } else if (const auto year = yearOfPeriodWritten(text)) {
            article().published = *year;
            addField(article(), u"date"_s, text);
            date = at;
        }
    }
    size_t at = date;
    article().outlet = top > 1 || date < top ? nameBefore(at, true) : QString();
    m_out.headline = nameBefore(at, false);
    for (size_t above = 0; above < at; ++above)
        addField(article(), isNotice(m_paragraphs[above]) ? u"notice"_s : u"cover"_s, m_paragraphs[above].simplified());
    for (at = std::min(date + 1, top); at < end; ++at) {
        const QString &text = m_paragraphs[at];
        if (const auto entry = entryIn(text))
            take(*entry);
        else if (isRights(text))
            addField(article(), u"Copyright"_s, text.simplified());
        else
            addField(article(), isNotice(text) ? u"notice"_s : u"edition"_s, text.simplified());
    }
}

/// The first line of the rights, or else the first field that stands in an article and on no cover.
size_t UniDocument::headingEnd(size_t end) const
{
    const auto last = m_paragraphs.begin() + qptrdiff(end);
    const auto rights = std::find_if(m_paragraphs.begin(), last, [](const QString &text) { return isRights(text); });
    const auto field = std::find_if(m_paragraphs.begin(), last, [](const QString &text) {
        const auto entry = entryIn(text);
        return entry && entry->known && entry->known->kind != NexisKind::Other;
    });
    return size_t(std::min(rights, field) - m_paragraphs.begin());
}

/// The name in the paragraph before `at`, which moves to it; notices on the way are kept. The part of an outlet can have a line
/// of its own, in brackets.
QString UniDocument::nameBefore(size_t &at, bool outlet)
{
    QString name;
    while (at > 0) {
        const QString text = m_paragraphs[--at].simplified();
        const bool part = outlet && text.startsWith(u'(') && text.endsWith(u')') && at > 0;
        if (isNotice(text)) {
            addField(article(), u"notice"_s, text);
            continue;
        }
        name = name.isEmpty() ? text : text + u' ' + name;
        if (!part)
            return name;
    }
    return name;
}

void UniDocument::readText(size_t begin)
{
    enum class Part { Text, Captions, Fields } part = Part::Text;
    for (size_t at = begin; at < m_paragraphs.size(); ++at) {
        const QString &text = m_paragraphs[at];
        const auto entry = entryIn(text);
        // "Update: …" begins a paragraph too: the field holds a date.
        const bool loaded = entry && entry->known && entry->known->kind == NexisKind::LoadDate
            && isoDateWritten(entry->value.front().simplified());
        if (isClassification(text) || loaded)
            part = Part::Fields;
        if (loaded)
            m_loaded = *isoDateWritten(entry->value.front().simplified());
        if (isClassification(text)) {
            continue;
        } else if (part != Part::Fields && isGraphic(text)) {
            part = Part::Captions;
        } else if (part == Part::Fields) {
            if (entry)
                take(*entry);
            else if (isRights(text))
                addField(article(), u"Copyright"_s, text.simplified());
            else
                addField(article(), u"notice"_s, text.simplified());
        } else if (part == Part::Captions) {
            m_out.captions.push_back(text);
        } else {
            m_out.body.push_back({text});
        }
    }
}

void UniDocument::take(const NexisEntry &entry)
{
    static const QRegularExpression page(u"\\b(?:Pg|Page|Blz|S|p|Seite|Pág)\\b\\.? ?([A-Z]{0,2}\\d+[\\w-]*)"_s);
    const QString value = entry.value.front().trimmed();
    const NexisKind kind = entry.known ? entry.known->kind : NexisKind::Other;
    if (kind == NexisKind::Byline) {
        m_out.byline = value.simplified();
    } else if (kind == NexisKind::Section) {
        article().section = value.simplified();
        article().page = page.match(article().section).captured(1);
    } else if (kind == NexisKind::Highlight) {
        m_out.leads.push_back(value);
    } else {
        if (kind == NexisKind::Dateline)
            m_dateline = value.simplified();
        if (kind == NexisKind::Language)
            article().language = languageTag(value);
        addField(article(), entry.name, value);
    }
}

bool isNexisUni(const std::vector<TextParagraph> &paragraphs)
{
    const auto any = [&](bool (*is)(const QString &)) {
        return std::ranges::any_of(paragraphs, [&](const TextParagraph &paragraph) { return is(paragraph.text); });
    };
    return any(isEnd) && any(isBody);
}

bool giveNexisUni(const std::vector<TextParagraph> &paragraphs, const TakeRecord &take)
{
    std::vector<QString> document;
    for (const TextParagraph &paragraph : paragraphs) {
        if (!isEnd(paragraph.text)) {
            if (!paragraph.text.trimmed().isEmpty())
                document.push_back(paragraph.text);
        } else if (!give(UniDocument(std::exchange(document, {})).read(), take)) {
            return false;
        }
    }
    // A download that breaks off ends without its mark.
    return std::ranges::none_of(document, isBody) || give(UniDocument(std::move(document)).read(), take);
}

} // namespace

const DocumentForm nexisUniForm{isNexisUni, giveNexisUni};

} // namespace galley
