// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlnaming.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley {

namespace {

/// Beyond it, a name is a list of states and hashes.
constexpr qsizetype longestName = 400;

using Meaning = bool Naming::*;

/// Words of names, or two or three that follow each other; "*" stands for any ending.
constexpr std::array<std::pair<Meaning, const char *>, 11> vocabulary{{
    {&Naming::never,
        "comment comments comment* disqus* livefyre viafoura* vuukle vukkle coral respond kommentar kommentare kommentarer "
        "commentaire commentaires comentario comentarios commenti komentar* komentarz* reacties yorum yorumlar "
        "cookie cookies consent gdpr ccpa cmp"},
    {&Naming::surroundings,
        "share shares sharing sharer sharedaddy sharebar sharebutton sharebuttons sharethis sharetools shareaholic "
        "addthis* addtoany a2a social* sociable breadcrumb breadcrumbs crumbs sidebar sidebars side-bar taboola* "
        "outbrain* revcontent zergnet dianomi ligatus plista mgid newsletter newsletters nav navi navbar navigation "
        "masthead pager pagination paginator popup popups popover modal modals lightbox login signin signup sign-up "
        "sign-in follow-us right-rail left-rail side-rail skip-link skip-to skip-nav teilen partage "
        "partager compartir comparte compartilh* condividi condivisione paylas* delen udostepnij related* relate "
        "recommend* recirc* promo promos promoted promotion advert* ad ads adv adslot adbox adsense adunit adwrap "
        "adwrapper adcontainer dfp gpt sponsor* banner banners teaser teasers popular trending tags taglist "
        "topics keywords bio biography byline bylines postmeta timestamp carousel slider slideshow gallery galleries "
        "playlist nextclick donat* cta callout ticker footer footers toolbar poll disclosure most-read most-viewed "
        "most-popular most-commented most-shared most-recent author-bio author-info author-box author-profile "
        "author-card author-desc author-description author-details author-about author-block author-area about-author "
        "about-the-author more-stories more-news more-articles more-posts more-from more-on more-in more-like "
        "more-coverage read-more read-next read-also also-read also-like also-on see-also up-next next-up next-prev "
        "prev-next next-post next-posts next-article next-story prev-post previous-post entry-meta post-meta "
        "article-meta story-meta entry-footer post-footer article-footer entry-tags post-tags article-tags entry-info "
        "post-info entry-utility article-tools story-tools article-actions post-nav post-navigation call-to-action "
        "werbung anzeige anzeigen verwandt* meistgelesen mehr-zum weiter-lesen publicite publicites abonne* "
        "lire-aussi lire-plus relacionad* publicidad* publicidade suscri* leia-mais leia-tambem correlati correlato "
        "pubblicita leggi-anche reklam* ilgili gerelateerd* lees-ook podobne powiazane terkait baca-juga iklan"},
    {&Naming::weak,
        "widget widgets menu menus tools toolbox utility utilities meta rating ratings vote votes counter counters search rss "
        "archive archives calendar weather copyright legal like likes print actions date dates time author authors "
        "link links tag source sources attribution"},
    {&Naming::gated, "paywall* regwall* meteredcontent metered premium subscri* locked gated"},
    {&Naming::unseen,
        "sr-only screen-reader* visually-hidden visuallyhidden visuallyhide u-hidden hidden-accessible print-only "
        "printonly only-print visible-print assistive-text a11y-hidden tooltiptext tooltip-text tooltip-content "
        "rollover-block hovercard"},
    {&Naming::article,
        "article* artikel articulo articolo artigo body* content* contenu conteudo inhalt story* entry* post posts "
        "main* text* column* postbody postcontent posttext newsbody newstext newscontent fulltext noticia beitrag "
        "nota materia haber detay* berita konten prose copy"},
    {&Naming::lead,
        "deck dek standfirst stand-first subtitle sub-title subheadline sub-headline subhead summary lead lede chapo "
        "bajada intro introduction sommario catenaccio occhiello vorspann untertitel ingress anleser synopsis blurb"},
    {&Naming::quote, "pullquote* pull-quote blockquote"},
    {&Naming::embedded, "embed embeds embedded oembed tweet twitter-tweet instagram-media fb-post"},
    {&Naming::caption, "caption* figcaption bildunterschrift bildtext legende didascalia pie-foto pie-de-foto cutline"},
    {&Naming::credit, "credit credits copyright photographer source attribution"},
}};

struct Vocabulary
{
    QHash<QByteArray, QList<Meaning>> exact;
    std::vector<std::pair<QByteArray, Meaning>> beginnings;

    Vocabulary()
    {
        for (const auto &[meaning, list] : vocabulary) {
            for (const QByteArray &word : QByteArray(list).split(' ')) {
                if (word.endsWith('*'))
                    beginnings.emplace_back(word.chopped(1), meaning);
                else
                    exact[word].push_back(meaning);
            }
        }
    }
};

/// Names that tell of a state or a subject ("has-sidebar", "comments-open", "tag-cookies"), not of what an element is.
bool isStateOrSubject(const QByteArray &name)
{
    constexpr std::array begins{"has-", "no-", "not-", "with-", "without-", "is-", "js-", "tag-", "category-", "cat-", "type-",
        "status-", "format-", "elementor-", "hide-", "show-", "theme-"};
    constexpr std::array ends{"-open", "-closed", "-enabled", "-disabled", "-visible", "-active", "-loaded"};
    constexpr std::array kept{"tag-list", "tag-links", "tag-cloud"};
    return std::ranges::none_of(kept, [&](const char *known) { return name.startsWith(known); })
        && (std::ranges::any_of(begins, [&](const char *begin) { return name.startsWith(begin); })
            || std::ranges::any_of(ends, [&](const char *end) { return name.endsWith(end); }));
}

/// "relatedPosts__item is-open" as related, posts, item.
QList<QByteArray> wordsOf(const QByteArray &names)
{
    QList<QByteArray> words;
    for (const QByteArray &name : names.simplified().split(' ')) {
        if (isStateOrSubject(name.toLower().replace('_', '-')))
            continue;
        QByteArray word;
        const auto end = [&] {
            if (!word.isEmpty())
                words.push_back(std::exchange(word, {}));
        };
        char before = 0;
        for (const char c : name) {
            const bool upper = c >= 'A' && c <= 'Z';
            const bool part = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || uchar(c) >= 0x80;
            if (!part || (upper && before >= 'a' && before <= 'z'))
                end();
            if (part)
                word += upper ? char(c + 32) : c;
            before = c;
        }
        end();
        words.push_back({}); // so that no two names make a compound
    }
    return words;
}

Naming meaningOf(const QList<QByteArray> &words)
{
    static const Vocabulary known;
    Naming naming;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at].isEmpty())
            continue;
        QByteArray compound;
        for (qsizetype end = at; end < std::min(at + 3, words.size()) && !words[end].isEmpty(); ++end) {
            compound += (end > at ? "-" : "") + words[end];
            if (const auto exact = known.exact.find(compound); exact != known.exact.end()) {
                for (const Meaning meaning : *exact)
                    naming.*meaning = true;
            }
        }
        for (const auto &[beginning, meaning] : known.beginnings) {
            if (compound.startsWith(beginning))
                naming.*meaning = true;
        }
    }
    return naming;
}

bool isNamedByItsWords(const GumboNode *element)
{
    return std::ranges::any_of(std::array{GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6},
        [&](GumboTag tag) { return isElement(element, tag); });
}

} // namespace

Naming Namings::of(const GumboNode *element)
{
    const QByteArrayView className = attribute(element, "class", longestName);
    // The id of a heading is mostly made of its words, for links to it: it says nothing of what the heading is.
    const QByteArrayView id = isNamedByItsWords(element) ? QByteArrayView() : attribute(element, "id", longestName);
    if (className.isEmpty() && id.isEmpty())
        return {};
    const QByteArray names = className.toByteArray() + ' ' + id.toByteArray();
    auto known = m_known.find(names);
    if (known == m_known.end())
        known = m_known.insert(names, meaningOf(wordsOf(names)));
    return *known;
}

} // namespace galley
