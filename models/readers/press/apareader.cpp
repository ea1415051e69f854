// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apareader.h"

#include "apaheading.h"

#include <readers/markup/rtftext.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QIODevice>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestApa = 256'000'000;
constexpr std::array<const char *, 1> apaSuffixes{"rtf"};

using ApaParagraphs = std::span<const TextParagraph>;

QString apaTextOf(const TextParagraph &paragraph)
{
    QString text = paragraph.text;
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

bool isSource(const TextParagraph &paragraph)
{
    Article article;
    return takeApaHeading(paragraph.text, article) && !article.published.isEmpty();
}

/// What the archive adds below an article.
bool isAppendix(const QString &text)
{
    static const QRegularExpression appendix(
        u"^(?:Gespeicherte[rn]? (?:Anhang|Anhänge)|Der gegenständliche Text ist eine Abschrift)"_s);
    return appendix.match(text).hasMatch();
}

void takeApaText(StatedArticle &out, const QString &text, bool bold, bool &appendix)
{
    static const QRegularExpression by(u"^Von \\p{Lu}[^0-9.!?:]{2,80}$"_s), rule(u"^_{10,}$"_s);
    appendix = appendix || isAppendix(text);
    std::optional<ZoneKind> kind;
    if (appendix || bold)
        kind = appendix ? ZoneKind::Chrome : ZoneKind::Subheading;
    if (rule.match(text).hasMatch())
        return;
    if (out.body.empty() && out.byline.isEmpty() && by.match(text).hasMatch())
        out.byline = text;
    else
        out.body.push_back({text, kind});
}

/// The headline is bold. Where nothing is, a line between heading and headline has one empty paragraph before it, the
/// headline two.
size_t headlineIn(ApaParagraphs paragraphs, size_t begin)
{
    const auto after = paragraphs.subspan(begin);
    const auto bold = std::ranges::find_if(after, &TextParagraph::bold);
    if (bold != after.end())
        return begin + size_t(bold - after.begin());
    const auto isText = [](const TextParagraph &paragraph) { return !paragraph.text.trimmed().isEmpty(); };
    auto first = std::ranges::find_if(after, isText);
    if (first - after.begin() == 1)
        first = std::find_if(first + 1, after.end(), isText);
    return begin + size_t(first - after.begin());
}

StatedArticle apaArticleIn(ApaParagraphs paragraphs)
{
    StatedArticle out;
    size_t at = 0;
    while (at < paragraphs.size() && takeApaHeading(paragraphs[at].text, out.article))
        ++at;
    const size_t headline = headlineIn(paragraphs, at);
    bool appendix = false;
    size_t headlineEnd = headline;
    for (; at < paragraphs.size(); ++at) {
        const QString text = apaTextOf(paragraphs[at]);
        if (text.trimmed().isEmpty())
            continue;
        // A headline of two lines has no empty paragraph between them.
        if (at == headlineEnd + 1 && at > headline && paragraphs[headline].bold && paragraphs[at].bold)
            headlineEnd = at;
        if (at < headline)
            out.kicker += (out.kicker.isEmpty() ? u""_s : u"\n"_s) + text;
        else if (at == headline)
            out.headline = text;
        else if (at == headlineEnd)
            out.headline += u' ' + text;
        else
            takeApaText(out, text, paragraphs[at].bold, appendix);
    }
    return out;
}

Result<ReadInfo> readApa(QIODevice &device, QStringView, const ReadOptions &, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestApa);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto document = rtfText(*bytes);
    if (!document)
        return std::unexpected(document.error());
    ReadInfo info{{}, sha256Of(*bytes)};
    FileAccount account(take);
    for (const QString &remark : document->remarks) {
        if (!take({0, ReadProblem{remark, true}}))
            return info;
    }
    const ApaParagraphs all(document->paragraphs);
    auto begin = std::ranges::find_if(all, isSource);
    if (begin == all.end())
        take({0, ReadProblem{Readers::tr("No article begins with its outlet and date.")}});
    while (begin != all.end()) {
        const auto end = std::find_if(begin + 1, all.end(), isSource);
        StatedArticle article = apaArticleIn({begin, end});
        for (const TextParagraph &paragraph : ApaParagraphs{begin, end})
            article.account.holds(paragraph.text, LeftOutReason::Label);
        if (!give(std::move(article), account.take()))
            break;
        begin = end;
    }
    info.characters = accountOf(*document).characters();
    account.close(*info.characters, LeftOutReason::Label);
    return info;
}

bool isApa(const FileHead &head)
{
    static const QRegularExpression source(u"\" (?:vom|gefunden am) \\d{2}\\.\\d{2}\\.\\d{4}"_s);
    if (!head.bytes.trimmed().startsWith("{\\rtf"))
        return false;
    return head.bytes.contains("APA-OnlineManager") || head.bytes.contains("AOMweb")
        || source.match(QString::fromLatin1(head.bytes)).hasMatch();
}

} // namespace

const Reader apaReader{"apa", [] { return Readers::tr("APA OnlineManager (RTF)"); }, apaSuffixes, isApa, readApa, true};

} // namespace galley
