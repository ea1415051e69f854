// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "warcreader.h"

#include "declaredcharset.h"
#include "httpresponse.h"
#include "inflatingdevice.h"
#include "warcrecord.h"

#include <base/sha256.h>
#include <readers/article/statedarticle.h>
#include <readers/readerfor.h>
#include <readers/readertext.h>

#include <QBuffer>
#include <QMap>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 4> warcSuffixes{"warc", "warc.gz", "arc", "arc.gz"};

/// Passes bytes on and keeps their checksum: archives are too large to be held.
class HashingDevice : public QIODevice
{
public:
    explicit HashingDevice(QIODevice &source)
        : m_source(source)
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }
    QByteArray sha256() const { return m_hash.hex(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 got = m_source.read(data, most);
        if (got > 0)
            m_hash.add(QByteArrayView(data, got));
        return got > 0 ? got : -1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QIODevice &m_source;
    Sha256 m_hash;
};

bool isGzip(QByteArrayView bytes)
{
    return bytes.startsWith("\x1F\x8B");
}

/// What a record holds, if it is a page or a text.
struct Page
{
    QByteArray body;
    MimeValue type;
    QString whyNot; ///< in a word or two, for the count
    QString problem; ///< a sentence
};

Page pageIn(const WarcRecord &record)
{
    const QString kind = QString::fromLatin1(record.field("WARC-Type")).toLower();
    Page page;
    page.type = mimeValue(record.field("Content-Type"));
    page.body = record.block;
    if (kind != "response"_L1 && kind != "resource"_L1 && kind != "conversion"_L1) {
        page.whyNot = kind.isEmpty() ? Readers::tr("of no type") : kind;
        return page;
    }
    if (kind == "response"_L1 && (page.type.value == "application/http"_L1 || record.block.startsWith("HTTP/"))) {
        auto response = httpResponse(record.block);
        if (!response) {
            page.problem = response.error().message;
            return page;
        }
        page.type = response->type;
        page.body = std::move(response->body);
        if (response->status < 200 || response->status > 299)
            page.whyNot = Readers::tr("answered with %1").arg(response->status);
    }
    static const QStringList readable{u"text/html"_s, u"application/xhtml+xml"_s, u"text/plain"_s, QString()};
    if (page.whyNot.isEmpty() && !readable.contains(page.type.value))
        page.whyNot = page.type.value;
    if (page.whyNot.isEmpty() && page.body.trimmed().isEmpty())
        page.whyNot = Readers::tr("empty");
    return page;
}

/// What a crawler keeps about its own work, and what it made of pages that are there themselves, has no address of the Web.
bool isOfCrawler(const QString &address)
{
    static const QStringList schemes{u"metadata:"_s, u"urn:"_s, u"dns:"_s, u"whois:"_s, u"filedesc:"_s};
    return std::ranges::any_of(schemes, [&](const QString &scheme) { return address.startsWith(scheme, Qt::CaseInsensitive); });
}

class ArchiveGiver
{
public:
    explicit ArchiveGiver(const ReadOptions &options, const TakeRecord &take)
        : m_options(options)
        , m_take(take)
    {
    }

    /// False asks to stop.
    bool give(const WarcRecord &record)
    {
        ++m_records;
        const QString address = QString::fromUtf8(record.field("WARC-Target-URI")).remove(u'<').remove(u'>').trimmed();
        if (record.isTooLarge || (!record.isWhole && record.block.isEmpty()))
            return problem(address, record.isTooLarge ? tooLarge() : cutOff());
        Page page = pageIn(record);
        if (!page.problem.isEmpty())
            return problem(address, page.problem);
        if (page.whyNot.isEmpty() && address.section(u'?', 0, 0).endsWith("/robots.txt"_L1))
            page.whyNot = u"robots.txt"_s;
        if (page.whyNot.isEmpty() && isOfCrawler(address))
            page.whyNot = Readers::tr("of the crawler");
        if (page.whyNot.isEmpty())
            return givePage(record, page, address) && (record.isWhole || problem(address, cutOff()));
        ++m_leftOut[page.whyNot];
        return true;
    }

    bool finish() { return m_leftOut.isEmpty() || m_take({0, ReadProblem{countOfLeftOut(), true}}); }
    bool foundNothing() const { return m_records == 0; }
    bool problem(const QString &address, const QString &reason) { return m_take({0, ReadProblem{about(address, reason)}}); }

    qint64 characters() const { return m_characters; } ///< of the pages and texts

private:
    static QString tooLarge() { return Readers::tr("It is too large for one article."); }
    static QString cutOff() { return Readers::tr("The record is cut off."); }

    bool givePage(const WarcRecord &record, Page &page, const QString &address)
    {
        const QByteArray start = page.body.first(std::min<qsizetype>(page.body.size(), 4096));
        const Reader *web = readerNamed(u"html");
        const bool html
            = page.type.value.contains("html"_L1) || (page.type.value.isEmpty() && web->recognises({start, start, {}}));
        ReadOptions options = m_options;
        if (options.encoding.isEmpty())
            options.encoding = trustedCharset(page.body, page.type.parameters.value(u"charset"_s));
        QBuffer buffer(&page.body);
        buffer.open(QIODevice::ReadOnly);
        bool more = true;
        const Reader *reader = html ? web : readerNamed(u"text");
        const auto info = reader->read(buffer, {}, options, [&](ReadRecord read) {
            read.line = 0;
            if (auto *article = std::get_if<ReadArticle>(&read.value))
                addArchiveFields(record, address, article->article);
            else if (auto *reason = std::get_if<ReadProblem>(&read.value))
                reason->reason = about(address, reason->reason);
            more = m_take(std::move(read));
            return more;
        });
        m_characters += info ? info->characters.value_or(0) : 0;
        return info ? more : problem(address, info.error().message);
    }

    static void addArchiveFields(const WarcRecord &record, const QString &address, Article &article)
    {
        if (!article.url.isEmpty() && article.url != address)
            addField(article, u"canonical url"_s, article.url);
        article.url = address;
        for (const auto &[name, value] : record.fields) {
            if (name.toLower().startsWith("warc-") && name.compare("WARC-Target-URI", Qt::CaseInsensitive) != 0)
                addField(article, QString::fromLatin1(name), headerText(value));
        }
    }

    /// "2 request, 1 revisit, 14 image/png"
    QString countOfLeftOut() const
    {
        constexpr qsizetype mostNamed = 20;
        int count = 0;
        QStringList kinds;
        for (auto entry = m_leftOut.begin(); entry != m_leftOut.end(); ++entry) {
            count += *entry;
            if (kinds.size() < mostNamed)
                kinds.push_back(u"%1 %2"_s.arg(*entry).arg(entry.key()));
        }
        return Readers::tr("%L1 of %L2 records are no pages and were left out: %3").arg(count).arg(m_records).arg(kinds.join(", "_L1));
    }

    ReadOptions m_options;
    qint64 m_characters = 0;
    const TakeRecord &m_take;
    QMap<QString, int> m_leftOut;
    int m_records = 0;
};

Result<ReadInfo> readRecords(HashingDevice &source, QIODevice &records, const ReadOptions &options, const TakeRecord &take)
{
    ArchiveGiver archive(options, take);
    bool more = true;
    while (more) {
        const auto record = nextWarcRecord(records);
        if (!record)
            break;
        more = archive.give(*record);
    }
    if (archive.foundNothing())
        return failed(Readers::tr("There is no record of a web archive in it."));
    const auto *inflating = dynamic_cast<const InflatingDevice *>(&records);
    if (more && inflating && inflating->isBroken())
        more = archive.problem({}, Readers::tr("The compressed bytes are damaged or cut off; what comes after could not be read."));
    if (more)
        archive.finish();
    return ReadInfo{u"UTF-8"_s, source.sha256(), false, {}, archive.characters()};
}

Result<ReadInfo> readWarc(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    HashingDevice source(device);
    if (!isGzip(source.peek(2)))
        return readRecords(source, source, options, take);
    InflatingDevice records(source);
    return readRecords(source, records, options, take);
}

bool isWarc(const FileHead &head)
{
    if (head.bytes.startsWith("WARC/") || head.bytes.startsWith("filedesc://"))
        return true;
    if (!isGzip(head.bytes))
        return false;
    QByteArray bytes = head.bytes.toByteArray();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    InflatingDevice inflating(buffer);
    const QByteArray start = inflating.read(11);
    return start.startsWith("WARC/") || start == "filedesc://";
}

} // namespace

const Reader warcReader{"warc", [] { return Readers::tr("Web archive (WARC, ARC)"); }, warcSuffixes, isWarc, readWarc};

} // namespace galley
