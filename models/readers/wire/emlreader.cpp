// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "emlreader.h"

#include "declaredcharset.h"
#include "mailbody.h"
#include "mailbox.h"

#include <readers/readerfor.h>
#include <readers/readertext.h>

#include <QBuffer>
#include <QSet>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 5> emlSuffixes{"eml", "mbox", "emlx", "mht", "mhtml"};
constexpr qint64 largestEml = 512'000'000; // a mailbox of years; the attachments of one mail
constexpr int deepestAttachment = 10;
constexpr int mostMessages = 10'000;

StatedArticle statedByMail(const MimeEntity &message)
{
    StatedArticle stated;
    Article &article = stated.article;
    article.title = headerText(message.field("Subject"));
    article.authors = namesOfMailboxes(message.field("From")).join("; "_L1);
    article.language = headerText(message.field("Content-Language")).section(u',', 0, 0).trimmed();
    setPublished(stated, headerText(message.field("Date")));
    for (const auto &[name, value] : message.fields) {
        const QString key = QString::fromLatin1(name);
        const bool elsewhere = key.startsWith("Content-"_L1, Qt::CaseInsensitive)
            || (key.compare("Subject"_L1, Qt::CaseInsensitive) == 0 && headerText(value) == article.title);
        if (!elsewhere)
            addField(article, key, headerText(value));
    }
    return stated;
}

/// Texts that are no articles: appointments, address cards, styles.
bool isNoArticlePart(const QString &type)
{
    static const QSet<QString> types{u"text/calendar"_s, u"text/vcard"_s, u"text/x-vcard"_s, u"text/directory"_s, u"text/css"_s,
        u"text/javascript"_s, u"message/delivery-status"_s, u"message/disposition-notification"_s, u"text/rfc822-headers"_s,
        u"message/external-body"_s, u"application/pgp-signature"_s, u"application/pkcs7-signature"_s,
        u"application/x-pkcs7-signature"_s, u"application/ics"_s};
    return types.contains(type);
}

/// Gives away a mail and what is attached to it.
class MailGiver
{
public:
    /// `number` is the mail's in its mailbox.
    MailGiver(const ReadOptions &options, int number, const TakeRecord &take)
        : m_options(options)
        , m_number(number)
        , m_take(take)
    {
    }

    /// False asks to stop.
    bool give(const MimeEntity &message, int depth, const QString &attachedTo)
    {
        if (depth > deepestAttachment || ++m_messages > mostMessages)
            return m_take({m_number, ReadProblem{about(attachedTo,
                Readers::tr("Mails within mails go too deep; the inner ones were left out."))}});
        if (const auto more = giveSavedPage(message))
            return *more;
        MailBody body = mailBody(message);
        if (const auto more = giveMailed(body, message))
            return *more;
        StatedArticle stated = statedByMail(message);
        stated.body = std::move(body.prose);
        for (const auto &[name, value] : message.fields) {
            if (!name.toLower().startsWith("content-"))
                stated.account.holds(headerText(value).simplified(), LeftOutReason::Metadata);
        }
        stated.account.add(std::move(body.account));
        m_characters += stated.account.characters();
        addField(stated.article, u"attached to"_s, attachedTo);
        const QString title = stated.article.title;
        stated.losses = std::move(body.losses);
        stated.remarks += body.remarks;
        stated.line = m_number;
        return galley::give(std::move(stated), m_take) && giveAttachments(body.attachments, depth, title);
    }

    qint64 characters() const { return m_characters; } ///< of the mails and of what is attached as text

private:
    /// A page that a browser saved with its pictures in the form of a mail: a page as any other, with its surroundings. Else nothing.
    std::optional<bool> giveSavedPage(const MimeEntity &message)
    {
        QString address = headerText(message.field("Snapshot-Content-Location"));
        if (address.isEmpty() && !message.field("From").contains("Saved by "))
            return std::nullopt;
        const MimeValue type = message.type();
        std::vector<QByteArrayView> parts = mimeParts(message.body, type.parameters.value(u"boundary"_s).toLatin1());
        for (const QByteArrayView bytes : parts) {
            const MimeEntity part = mimePart(bytes);
            if (part.type().value != "text/html"_L1 && part.type().value != "application/xhtml+xml"_L1)
                continue;
            auto page = transferDecoded(part);
            if (!page)
                return std::nullopt;
            if (address.isEmpty())
                address = headerText(part.field("Content-Location"));
            return giveFile(*readerNamed(u"html"), std::move(*page), {}, part.type(), {}, address);
        }
        return std::nullopt;
    }

    /// Where a database sent its articles as the text of the mail, these, and not the mail around them; else nothing.
    std::optional<bool> giveMailed(const MailBody &body, const MimeEntity &message)
    {
        constexpr qsizetype shortest = 400; // characters; to ask for each note of a mailbox would take long
        if (body.prose.size() != 1 || !body.attachments.empty() || body.prose.front().text.size() < shortest)
            return std::nullopt;
        QByteArray text = body.prose.front().text.toUtf8();
        const auto reader = readerFor(QByteArrayView(text).first(std::min<qsizetype>(text.size(), 1 << 16)), {});
        if (!reader || !(*reader)->mailed)
            return std::nullopt;
        MimeValue plain;
        plain.value = u"text/plain"_s;
        plain.parameters.insert(u"charset"_s, u"UTF-8"_s);
        return giveFile(**reader, std::move(text), {}, plain, headerText(message.field("Subject")));
    }

    bool giveAttachments(const std::vector<MimeEntity> &attachments, int depth, const QString &title)
    {
        QStringList leftOut;
        for (const MimeEntity &attachment : attachments) {
            if (!giveAttachment(attachment, depth, title, leftOut))
                return false;
        }
        if (leftOut.isEmpty())
            return true;
        const QString names = leftOut.join(", "_L1);
        return m_take({m_number, ReadProblem{about(title, Readers::tr("Attachments that are no articles were left out: %1").arg(names)), true}});
    }

    bool giveAttachment(const MimeEntity &attachment, int depth, const QString &title, QStringList &leftOut)
    {
        const MimeValue type = attachment.type();
        const QString fileName = attachment.fileName();
        const QString name = fileName.isEmpty() ? type.value : fileName;
        const auto bytes = transferDecoded(attachment);
        if (!bytes)
            return m_take({m_number, ReadProblem{about(name, bytes.error().message)}});
        if (type.value == "message/rfc822"_L1 || type.value == "message/global"_L1)
            return give(mimeMessage(*bytes), depth + 1, title);
        const auto reader = readerFor(QByteArrayView(*bytes).first(std::min<qsizetype>(bytes->size(), 4096)), fileName);
        const bool text = type.value.startsWith("text/"_L1) || hasSuffix(fileName, "txt");
        if (isNoArticlePart(type.value) || bytes->trimmed().isEmpty() || !reader || (*reader == readerNamed(u"text") && !text)) {
            leftOut.push_back(name);
            return true;
        }
        if (*reader == readerNamed(u"eml"))
            return give(mimeMessage(*bytes), depth + 1, title);
        return giveFile(**reader, *bytes, fileName, type, title);
    }

    /// With the reader for what it is, which is none for mails: so nothing goes deeper.
    bool giveFile(const Reader &reader, QByteArray bytes, const QString &fileName, const MimeValue &type, const QString &title, const QString &address = {})
    {
        ReadOptions options = m_options;
        if (type.value.startsWith("text/"_L1) && options.encoding.isEmpty())
            options.encoding = trustedCharset(bytes, type.parameters.value(u"charset"_s));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        bool more = true;
        const auto info = reader.read(buffer, fileName, options, [&](ReadRecord record) {
            record.line = m_number;
            if (auto *read = std::get_if<ReadArticle>(&record.value)) {
                if (read->article.url.isEmpty())
                    read->article.url = address;
                addField(read->article, u"attached to"_s, title);
                addField(read->article, u"attachment"_s, fileName);
            } else if (auto *problem = std::get_if<ReadProblem>(&record.value)) {
                problem->reason = about(fileName, problem->reason);
            }
            more = m_take(std::move(record));
            return more;
        });
        if (!info)
            return m_take({m_number, ReadProblem{about(fileName, info.error().message)}});
        m_characters += info->characters.value_or(0);
        return more;
    }

    ReadOptions m_options;
    qint64 m_characters = 0;
    int m_number;
    const TakeRecord &m_take;
    int m_messages = 0;
};

/// Apple's programs keep a mail with its length on a line above it and a list of properties below it.
std::optional<QByteArrayView> mailOfApple(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end < 1 || end > 12)
        return std::nullopt;
    const QByteArrayView length = bytes.first(end).trimmed();
    const bool figures = std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; });
    const QByteArrayView mail = bytes.sliced(end + 1);
    if (length.isEmpty() || !figures || !beginsMail(mail))
        return std::nullopt;
    return mail.first(std::min<qsizetype>(mail.size(), length.toLongLong()));
}

Result<ReadInfo> readEml(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    auto bytes = readWhole(device, largestEml);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QByteArray sha256 = sha256Of(*bytes);
    if (const auto mail = mailOfApple(*bytes))
        bytes = mail->toByteArray();
    const MimeEntity first = mimeMessage(*bytes);
    if (first.fields.empty())
        return failed(Readers::tr("It is no mail: it does not begin with a header."));
    int number = 0;
    FileAccount account(take);
    qint64 characters = 0;
    eachMail(*bytes, [&](const QByteArray &mail) {
        MailGiver giver(options, ++number, account.take());
        const bool more = giver.give(mimeMessage(mail), 0, {});
        characters += giver.characters();
        return more;
    });
    account.close(characters, LeftOutReason::Part);
    // Each part has a charset of its own.
    return ReadInfo{first.type().parameters.value(u"charset"_s, u"UTF-8"_s), sha256, false, {}, characters};
}

} // namespace

const Reader emlReader{"eml", [] { return Readers::tr("E-mail"); }, emlSuffixes,
    [](const FileHead &head) { return beginsMail(head.bytes) || mailOfApple(head.bytes); }, readEml};

} // namespace galley
