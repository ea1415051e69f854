// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prose.h>

#include <utility>

namespace galley::testing {

/// What was done to a copy of a story.
enum class Edit { Exact, Headline, Cut, Paragraph, Rewritten, Dateline, Several, Count };

inline const char *nameOf(Edit edit)
{
    constexpr const char *names[]{"exact copy",
                                  "headline changed",
                                  "cut from the end by 30 to 60 %",
                                  "paragraph added",
                                  "10 to 20 % of words rewritten",
                                  "dateline and credit changed",
                                  "several of these"};
    return names[size_t(edit)];
}

/// Invented news: four in five articles are stories of their own, the others copies of them, few stories having most copies. What
/// makes real news hard is in it: every tenth story is about an event that two others are about as well, with the same background
/// and quotations; one in eight is a brief of 60 to 150 words; every outlet ends its articles with a notice that nobody marked.
class InventedCorpus
{
public:
    InventedCorpus(qint64 articles, quint64 seed)
        : m_articles(articles)
        , m_originals(articles - articles / 5)
        , m_seed(seed)
    {
    }

    qint64 size() const { return m_articles; }
    qint64 originals() const { return m_originals; } ///< come first

    qint64 storyOf(qint64 article) const
    {
        if (article < m_originals)
            return article;
        const double chance = prose(Draw::Story, article).uniform();
        return qint64(chance * chance * chance * double(m_originals));
    }

    Edit editOf(qint64 article) const { return Edit(prose(Draw::Kind, article).below(qsizetype(Edit::Count))); }

    QString published(qint64 article) const
    {
        Prose day = prose(Draw::Day, article);
        return QStringLiteral("2026-%1-%2")
            .arg(day.between(1, 12), 2, 10, QLatin1Char('0'))
            .arg(day.between(1, 28), 2, 10, QLatin1Char('0'));
    }

    QString text(qint64 article) const
    {
        Story story = this->story(storyOf(article));
        Prose prose = this->prose(Draw::Changes, article);
        if (article >= m_originals) {
            const Edit edit = editOf(article);
            if (edit == Edit::Several) {
                for (const Edit each : {Edit::Headline, Edit::Dateline, Edit::Paragraph, Edit::Cut, Edit::Rewritten})
                    if (prose.chance(0.5))
                        apply(each, story, prose);
            } else {
                apply(edit, story, prose);
            }
        }
        return QStringList{story.headline, story.dateline + story.paragraphs.join(QStringLiteral("\n\n")), story.credit,
                           notice(article)}
            .join(QStringLiteral("\n\n"));
    }

private:
    enum class Draw : quint64 { Story, Kind, Day, Words, Event, Notice, Outlet, Changes, Count };

    struct Story
    {
        QString headline;
        QString dateline;
        QStringList paragraphs;
        QString credit;
    };

    Prose prose(Draw draw, qint64 number) const { return Prose(m_seed + quint64(Draw::Count) * quint64(number) + quint64(draw)); }

    static QString dateline(Prose &prose) { return QStringLiteral("%1 (%2) — ").arg(prose.name().toUpper(), prose.name()); }
    static QString credit(Prose &prose)
    {
        return QStringLiteral("Reporting by %1 %2; editing by %3").arg(prose.name(), prose.name(), prose.name());
    }

    /// One of two hundred outlets has the same under each of its articles.
    QString notice(qint64 article) const
    {
        Prose words = prose(Draw::Notice, prose(Draw::Outlet, article).below(200));
        return words.sentence() + u' ' + words.sentence();
    }

    Story story(qint64 number) const
    {
        Prose prose = this->prose(Draw::Words, number);
        Story story{prose.headline(), dateline(prose), {}, credit(prose)};
        const qsizetype length = prose.chance(0.125) ? prose.between(60, 150) : prose.between(200, 900);
        for (qsizetype words = 0; words < length; words += story.paragraphs.back().count(u' ') + 1)
            story.paragraphs += prose.paragraph();
        if (number % 10 == 0) {
            Prose event = this->prose(Draw::Event, number / 30);
            story.paragraphs.insert(prose.between(1, story.paragraphs.size()), event.sentence());
            story.paragraphs.insert(prose.between(1, story.paragraphs.size()), event.sentence() + u' ' + event.sentence());
        }
        return story;
    }

    static void rewrite(QStringList &paragraphs, Prose &prose, double share)
    {
        for (QString &paragraph : paragraphs) {
            QStringList words = paragraph.split(u' ');
            for (QString &word : words)
                word = prose.chance(share) ? prose.word() : word;
            paragraph = words.join(u' ');
        }
    }

    static void cut(QStringList &paragraphs, double share)
    {
        const QStringList words = paragraphs.join(QStringLiteral(" \n\n ")).split(u' ');
        paragraphs = words.first(std::max<qsizetype>(1, qsizetype(double(words.size()) * (1 - share))))
                         .join(u' ')
                         .split(QStringLiteral(" \n\n "));
    }

    static void apply(Edit edit, Story &story, Prose &prose)
    {
        const double share = prose.uniform();
        if (edit == Edit::Headline)
            story.headline = prose.headline();
        else if (edit == Edit::Cut)
            cut(story.paragraphs, 0.3 + 0.3 * share);
        else if (edit == Edit::Paragraph)
            story.paragraphs.insert(prose.below(story.paragraphs.size() + 1), prose.paragraph(prose.between(2, 5)));
        else if (edit == Edit::Rewritten)
            rewrite(story.paragraphs, prose, 0.1 + 0.1 * share);
        else if (edit == Edit::Dateline) {
            story.dateline = dateline(prose);
            story.credit = credit(prose);
        }
    }

    qint64 m_articles;
    qint64 m_originals;
    quint64 m_seed;
};

} // namespace galley::testing
