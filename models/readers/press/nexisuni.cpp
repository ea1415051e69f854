// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nexisuni.h"

#include "languagename.h"
#include "nexisblocks.h"

#include <readers/article/statedarticle.h>
#include <readers/article/writtendate.h>

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
        for (const QString &paragraph : m_paragraphs)
            m_out.account.holds(paragraph, LeftOutReason::Label);
        return std::move(m_out);
    }

private:
    void readHeading(size_t end);
    void readText(size_t begin);
    void take(const NexisEntry &entry);
    Article &article() { return m_out.article; }

    std::vector<QString> m_paragraphs;
    StatedArticle m_out;
    QString m_dateline;
};

/// Headline, outlet and date are the three paragraphs up to the last one that is a date; what comes before is the cover.
void UniDocument::readHeading(size_t end)
{
    size_t date = end;
    for (size_t at = end; at-- > 0 && date == end;) {
        if (isoDateWritten(m_paragraphs[at]).value_or(QString()).size() >= 10)
            date = at;
    }
    size_t at = 0;
    if (date < end) {
        article().published = isoDateWritten(m_paragraphs[date]).value_or(QString());
        article().outlet = date >= 1 ? m_paragraphs[date - 1].simplified() : QString();
        m_out.headline = date >= 2 ? m_paragraphs[date - 2].simplified() : QString();
        at = date + 1;
    } else if (end > 0) {
        m_out.headline = m_paragraphs[at++].simplified();
    }
    for (; at < end; ++at) {
        const QString &text = m_paragraphs[at];
        if (const auto entry = entryIn(text))
            take(*entry);
        else if (isRights(text))
            addField(article(), u"Copyright"_s, text.simplified());
        else
            addField(article(), u"edition"_s, text.simplified());
    }
}

void UniDocument::readText(size_t begin)
{
    enum class Part { Text, Captions, Fields } part = Part::Text;
    for (size_t at = begin; at < m_paragraphs.size(); ++at) {
        const QString &text = m_paragraphs[at];
        const auto entry = entryIn(text);
        if (isClassification(text) || (entry && entry->known && entry->known->kind == NexisKind::LoadDate))
            part = Part::Fields;
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
