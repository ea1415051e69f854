// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "htmlphrases.h"

#include <QRegularExpression>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestNotice = 220;

QRegularExpression phrasePattern(const QString &text)
{
    QRegularExpression result(text, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    result.optimize();
    return result;
}

/// All that a block says.
bool isLabel(const QString &text)
{
    static const QRegularExpression labels = phrasePattern(
        u"^\\W*(?:advertisements?|advertising|adverts?|ad|sponsored(?: content)?|story continues below(?: "
        "advertisement)?|continue reading(?: the main story)?|article continues below(?: advertisement)?|scroll "
        "(?:down )?(?:to continue|for more)|shares?|share (?:this|on|via|with)(?: \\w+){0,3}|\\d+ ?(?:k )?(?:shares?|"
        "comments?|views?|likes?)|tweet(?: this)?|pin it|print(?: this)?(?: article| page)?|e-?mail(?: this)?|save|"
        "comments?|reply|loading|read more|see more|show more|view (?:all|more)(?: \\w+){0,2}|more|top|back to top|"
        "next|previous|related|like this|click to (?:share|enlarge|play)|tags?|topics|facebook|twitter|whatsapp|"
        "pinterest|linkedin|reddit|telegram|anzeige|werbung|teilen|drucken|mehr lesen|weiterlesen|publicité|partager|"
        "imprimer|lire la suite|publicidad|compartir|imprimir|leer más|publicidade|compartilh(?:e|ar)|leia mais|"
        "pubblicità|condividi|stampa|continua a leggere|reklama|реклама|поделиться|читать далее|iklan|bagikan|reklam|"
        "paylaş|広告|广告|廣告|분享|공유|광고)\\W*$"_s);
    return labels.matchView(text).hasMatch();
}

const QRegularExpression &links()
{
    static const QRegularExpression opening = phrasePattern(
        u"^\\W*(?:related|read (?:more|also|next|on|this)|also (?:read|see|on)|see (?:also|more)|more (?:from|on|"
        "about|stories|news|like|in|coverage|articles|reading|(?:great|top|recent|popular|[\\w.]+) (?:\\w+ "
        ")?(?:stories|news|articles|posts|coverage))|filed under|posted in|tagged (?:as|with)|categor(?:y|ies):|"
        "recommended|you (?:may|might) (?:also )?(?:like|be interested|enjoy)|don[’']t miss|what to read next|must "
        "reads?|trending|most (?:read|popular|viewed)|popular (?:posts|stories|now)|editor[’']?s[’']? (?:picks?|"
        "choice)|up next|next up|further reading|latest (?:news|stories|posts|from)|(?:top|similar|other|recent|"
        "featured) (?:stories|articles|posts|news)|similar to this|promoted (?:stories|content|by)|around the web|"
        "from (?:our|the web|around)|watch (?:also|more|next)|in case you missed|story timeline|lesen sie (?:auch|"
        "hier|mehr)|mehr (?:zum|zu|aus|von|dazu)|auch interessant|zum thema|das könnte sie|verwandte|à lire|lire "
        "aussi|sur le même|(?:lea|lee|mira|vea) también|te puede interesar|más (?:sobre|noticias|en)|relacionad[ao]s?|"
        "noticias relacionadas|leia (?:também|mais)|veja (?:também|mais)|saiba mais|artigos relacionados|posts "
        "relacionados|leggi anche|potrebbe interessarti|articoli correlati|читайте (?:также|ещё)|смотрите также|по "
        "теме|lees (?:ook|meer|verder)|läs (?:också|mer|även)|les (?:også|mer)|læs også|lue myös|czytaj (?:także|też|"
        "również|więcej)|zobacz (?:także|też|również)|čtěte (?:také|více)|ilgili haber|baca (?:juga|selengkapnya)|"
        "artikel terkait|xem thêm|اقرأ (?:أيضا|ايضا)|関連記事|あわせて読みたい|相关(?:阅读|新闻|文章)|延伸阅读|관련 ?기사)"_s);
    return opening;
}

/// What asks the reader to do something.
bool isCall(const QString &text)
{
    static const QRegularExpression calls = phrasePattern(
        u"^\\W*(?:(?:please )?(?:sign ?up|subscribe|register|log ?in|sign in)\\b(?:\\W*$|.*\\b(?:newsletters?|updates|"
        "alerts|e-?mails?|inbox|digest|channel|podcast|to (?:continue|read|comment))\\b)|(?:follow|like|join|find) "
        "(?:us|me|him|her|them) (?:on|at|@)|follow @|get (?:our|the (?:latest|best|day|day[’']s) )|download (?:the|"
        "our) \\w+ ?app|click here (?:to|for)|(?:already|not) a (?:subscriber|member)|to read the full story|want "
        "more\\b|enter your e-?mail|thanks? (?:you )?for (?:signing|subscribing)|by (?:signing|clicking|subscribing|"
        "submitting)|we use cookies|this (?:site|website) uses cookies|jetzt (?:abonnieren|anmelden)|abonnez-vous|"
        "inscrivez-vous|suscríb[ea]|síguenos|síganos|assine|siga[- ]nos|iscriviti|seguici|подпи[сш])"_s);
    return calls.matchView(text).hasMatch();
}

} // namespace

bool isNotice(const HtmlBlock &block)
{
    if (block.text.size() > longestNotice)
        return false;
    if (isLabel(block.text))
        return true;
    const bool bracketed = (block.text.startsWith(u'[') && block.text.endsWith(u']'))
        || (block.text.startsWith(u'(') && block.text.endsWith(u')'));
    if (links().matchView(block.text).hasMatch())
        return block.linkDensity() >= 0.4 || bracketed || (block.text.size() <= 60 && block.text.endsWith(u':'));
    return block.linked > 0 && isCall(block.text);
}

bool asksForMoney(const HtmlBlock &block)
{
    static const QRegularExpression offer = phrasePattern(
        u"\\b(?:subscri(?:be|ption|bers?)\\b|sign in|log ?in|already a (?:member|subscriber)|free trial|per (?:month|week)|/month|"
        "abonn(?:ieren|ement|é|ez|ent\\w*)|jetzt (?:lesen|testen)|anmelden|suscr[íi]b\\w+|assin(?:e|ante)\\b|abbonat[ie]|"
        "подпи(?:ска|шитесь)|prenumer\\w+)"_s);
    return block.text.size() <= 400 && offer.matchView(block.text).hasMatch();
}

bool announcesComments(const HtmlBlock &block)
{
    static const QRegularExpression comments = phrasePattern(
        u"^\\W*(?:\\d+ |view |show |all |post |top |read(?:er)?s?[’']? |user |recent )*(?:comments?|"
        "kommentare?|commentaires?|comentarios?|comentários?|commenti|komentar(?:ze|e|y|i)?|комментарии|reacties|"
        "yorum(?:lar)?|댓글|コメント|评论)(?: \\(?\\d+\\)?)?\\W*$|^\\W*(?:leave|post|add|write) (?:a|your) (?:comment|reply|"
        "response)|^\\W*join the (?:conversation|discussion)|^\\W*(?:deja|deje) (?:un|tu|una) (?:comentario|"
        "respuesta)|^\\W*deixe (?:um|seu) comentário|^\\W*lascia un commento|^\\W*schreiben? sie einen kommentar|"
        "^\\W*laisser un commentaire|^\\W*\\d+ (?:thoughts?|responses?) (?:on|to) "_s);
    return block.text.size() <= 120 && comments.matchView(block.text).hasMatch();
}

bool announcesLinks(const HtmlBlock &block)
{
    return block.text.size() <= 80 && links().matchView(block.text).hasMatch();
}

bool isFarewell(const HtmlBlock &block)
{
    static const QRegularExpression farewells = phrasePattern(
        u"\\b(?:follow (?:us|me|him|her|them|the|@)|subscribe|sign up|newsletters?|inbox|like us|(?:our|the) app\\b|"
        "click here|e-?mail:|letters to the editor|reached at|have a tip|tell us|let us know|your (?:thoughts|"
        "comments)|on (?:twitter|facebook|instagram)|abonn\\w+|inscri\\w+|suscr\\w+|assine|síguenos|siga-nos|folgen "
        "sie|suivez|seguici|iscriviti|подпи\\w+)"_s);
    const bool leadsAway = block.linked > 0 || block.text.contains(u'@');
    return leadsAway && block.text.size() <= 320 && farewells.matchView(block.text).hasMatch();
}

} // namespace galley
