// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailbody.h"

#include "declaredcharset.h"
#include "xmlprose.h"

#include <readers/markup/htmltree.h>

#include <readers/readertext.h>

#include <algorithm>
#include <iterator>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr int deepestPart = 20;

/// Lines that were only broken for transport (RFC 3676) made whole again.
QString unflowed(const QString &text, bool deleteBlanks)
{
    QStringList lines;
    bool flows = false;
    for (QString line : text.split(u'\n')) {
        const bool quoted = line.startsWith(u'>');
        if (line.startsWith(u' '))
            line.remove(0, 1); // it was stuffed
        const bool soft = line.endsWith(u' ') && line != "-- "_L1;
        if (soft && deleteBlanks)
            line.chop(1);
        if (flows && !quoted && !line.isEmpty())
            lines.back() += line;
        else
            lines.push_back(line);
        flows = soft && !quoted;
    }
    return lines.join(u'\n');
}

qsizetype charactersIn(const Prose &prose)
{
    qsizetype characters = 0;
    for (const ProseBlock &block : prose)
        characters += block.text.trimmed().size();
    return characters;
}

/// "Read this newsletter in your browser: https://…" beside the newsletter: the versions of a mail should say the same
/// (RFC 2046), and this one does not.
bool onlyPointsTo(const Prose &rich, const Prose &plain)
{
    constexpr qsizetype longestPointer = 600;
    constexpr qsizetype times = 3;
    constexpr qsizetype shortPointer = 160; // a sentence and an address
    const qsizetype characters = charactersIn(plain), inRich = charactersIn(rich);
    const bool addressed = std::ranges::any_of(plain, [](const ProseBlock &block) { return block.text.contains("://"_L1); });
    return (characters <= longestPointer && characters * times < inRich) || (addressed && characters <= shortPointer && characters < inRich);
}

class PartWalker
{
public:
    MailBody body;

    void visit(const MimeEntity &entity, int depth)
    {
        const MimeValue type = entity.type();
        if (depth > deepestPart)
            return remark(Readers::tr("Its parts are nested more than %1 deep; those further in were left out.").arg(deepestPart));
        if (type.value == "multipart/encrypted"_L1 || type.value.startsWith("application/pkcs7-mime"_L1)
            || type.value.startsWith("application/x-pkcs7-mime"_L1))
            return remark(Readers::tr("It is encrypted, or sealed so that it cannot be read here."));
        if (type.value == "multipart/alternative"_L1)
            return chooseAmong(entity, depth);
        if (type.value.startsWith("multipart/"_L1)) {
            for (const QByteArrayView part : mimeParts(entity.body, boundaryOf(type)))
                visit(mimePart(part), depth + 1);
            return;
        }
        const bool readable = type.value == "text/plain"_L1 || type.value == "text/html"_L1;
        // Some give a name to the only text there is.
        const bool attached = entity.isAttached() && depth > 0 && (entity.isStatedAttachment() || !isSilent(body.prose));
        if (!readable || attached)
            return body.attachments.push_back(entity);
        addText(entity, type);
    }

private:
    static QByteArray boundaryOf(const MimeValue &type) { return type.parameters.value(u"boundary"_s).toLatin1(); }

    void remark(const QString &sentence)
    {
        if (!body.losses.contains(sentence))
            body.losses.push_back(sentence);
    }

    /// The versions grow richer; the plainest that says something is the one to keep.
    void chooseAmong(const MimeEntity &entity, int depth)
    {
        Prose plain, rich;
        for (const QByteArrayView bytes : mimeParts(entity.body, boundaryOf(entity.type()))) {
            const MimeEntity part = mimePart(bytes);
            PartWalker inner;
            inner.visit(part, depth + 1);
            std::ranges::move(inner.body.attachments, std::back_inserter(body.attachments));
            for (const QString &sentence : std::as_const(inner.body.losses))
                remark(sentence);
            body.remarks += inner.body.remarks;
            body.account.add(std::move(inner.body.account));
            Prose &version = part.type().value == "text/plain"_L1 ? plain : rich;
            if (isSilent(version))
                version = std::move(inner.body.prose);
        }
        std::ranges::move(isSilent(plain) || onlyPointsTo(rich, plain) ? rich : plain, std::back_inserter(body.prose));
    }

    void addText(const MimeEntity &entity, const MimeValue &type)
    {
        const auto bytes = transferDecoded(entity);
        if (!bytes)
            return remark(bytes.error().message);
        auto text = decodedAsDeclared(*bytes, type.parameters.value(u"charset"_s));
        if (!text)
            return remark(text.error().message);
        body.remarks += text->remarks;
        if (type.value == "text/html"_L1) {
            auto prose = htmlProse(text->text);
            if (!prose)
                return remark(prose.error().message);
            if (const auto tree = HtmlTree::parse(text->text.toUtf8()))
                holdTexts(body.account, tree->root(), LeftOutReason::Alternative);
            std::ranges::move(*prose, std::back_inserter(body.prose));
            return;
        }
        body.account.holds(text->text, LeftOutReason::Alternative);
        const bool flowed = type.parameters.value(u"format"_s).compare("flowed"_L1, Qt::CaseInsensitive) == 0;
        const bool deleteBlanks = type.parameters.value(u"delsp"_s).compare("yes"_L1, Qt::CaseInsensitive) == 0;
        body.prose.push_back({flowed ? unflowed(text->text, deleteBlanks) : text->text, std::nullopt});
    }
};

} // namespace

MailBody mailBody(const MimeEntity &message)
{
    PartWalker walker;
    walker.visit(message, 0);
    return std::move(walker.body);
}

} // namespace galley
