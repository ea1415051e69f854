// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bratdocument.h"
#include "streameddataset.h"
#include "writer.h"

#include <domain/bratnames.h>

#include <KZip>

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

/// brat's standoff: NAME.txt for each article, NAME_CODER.ann for each coder's annotations of it (NAME.ann where one coder goes
/// out), annotation.conf with the types, and visual.conf with what those stand for that had to be made safe.
namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct BratText
{
    Q_DECLARE_TR_FUNCTIONS(galley::BratWriter)
};

class BratFiles
{
public:
    BratFiles(const StreamedDataset &dataset, const TakeFile &take, const WriteOptions &options)
        : m_dataset(dataset)
        , m_take(take)
        , m_options(options)
        , m_all{Labels(dataset.codebook, dataset.coders, dataset.actors), dataset.codebook}
    {
    }

    Result<qint64> run()
    {
        return texts()
            .and_then([&] { return annotations(); })
            .and_then([&] { return articlesWithoutAny(); })
            .and_then([&] { return settings(); })
            .transform([&] {
                tell();
                return m_written;
            });
    }

private:
    Result<> texts()
    {
        return m_dataset.articles([&](const ArticleRow &row) {
            const QString name = nameFor(row);
            m_names.emplace(row.article.id, name);
            for (const Progress &progress : row.progress)
                m_began[row.article.id].insert(progress.coder);
            return m_take(name + u".txt"_s, QByteArray(row.text.data(), qsizetype(row.text.size())));
        });
    }

    /// As its file was called; "_" and what follows would be read as a coder where another text is called like what is before it.
    QString nameFor(const ArticleRow &row)
    {
        QString base = QFileInfo(row.source.path).completeBaseName();
        if (base.isEmpty())
            base = u"article"_s;
        for (QChar &c : base) {
            if (!(c.isLetterOrNumber() && c < QChar(0x80)) && c != u'-' && c != u'_' && c != u'.')
                c = u'-';
        }
        QString name = base;
        for (int number = 2; m_taken.contains(name.toLower()); ++number)
            name = base + u'-' + QString::number(number);
        m_taken.insert(name.toLower());
        return name;
    }

    Result<> annotations()
    {
        ArticleId article;
        std::map<CoderId, BratDocument> documents;
        const auto finish = [&]() -> Result<> {
            for (const auto &[coder, document] : documents) {
                if (document.isEmpty())
                    continue;
                if (const Result<> taken = m_take(fileOf(article, coder), document.text(m_all)); !taken)
                    return taken;
                m_annotated.insert({article, coder});
            }
            documents.clear();
            return {};
        };
        const Result<> read = m_dataset.annotations({}, [&](const AnnotationRow &row) -> Result<> {
            if (row.article != article) {
                if (const Result<> done = finish(); !done)
                    return done;
                article = row.article;
            }
            m_written += documents[row.coder].add(m_all, row) ? 1 : 0;
            return {};
        });
        return read.and_then(finish);
    }

    QString fileOf(ArticleId article, CoderId coder)
    {
        const QString name = m_names[article];
        if (m_dataset.coders.size() == 1)
            return name + u".ann"_s;
        const std::string_view label = m_all.labels.coder(coder);
        QString part = m_all.names.of(QString::fromUtf8(label.data(), qsizetype(label.size())).replace(u'_', u' '));
        return name + u'_' + part + u".ann"_s;
    }

    /// Who read an article and found nothing has a file that says so; brat shows a text only where there is one.
    Result<> articlesWithoutAny()
    {
        for (const auto &[article, name] : m_names) {
            QStringList files;
            for (const CoderId coder : m_began[article]) {
                if (!m_annotated.contains({article, coder}))
                    files += fileOf(article, coder);
            }
            const auto first = m_annotated.lower_bound({article, CoderId{std::numeric_limits<qint64>::min()}});
            if (files.isEmpty() && (first == m_annotated.end() || first->first != article))
                files += name + u".ann"_s;
            for (const QString &file : files) {
                if (const Result<> taken = m_take(file, {}); !taken)
                    return taken;
            }
        }
        return {};
    }

    template<typename Set>
    static QStringList sorted(const Set &set)
    {
        QStringList list(set.begin(), set.end());
        list.sort();
        return list;
    }

    Result<> settings()
    {
        QString types = u"[entities]\n"_s + sorted(m_all.entities).join(u'\n') + u"\n[relations]\n"_s;
        for (const auto &[name, ends] : m_all.relations.asKeyValueRange())
            types += u"%1 %2:<ANY>, %3:<ANY>\n"_s.arg(name, ends[0], ends[1]);
        types += u"[events]\n"_s;
        for (const auto &[type, roles] : m_all.events.asKeyValueRange())
            types += type + u' ' + sorted(roles).join(u"*:<ANY>, "_s) + u"*:<ANY>\n"_s;
        types += u"[attributes]\n"_s;
        for (const auto &[name, values] : m_all.attributes.asKeyValueRange())
            types += name + u" Arg:<ANY>"_s + (values.isEmpty() ? QString() : u", Value:"_s + sorted(values).join(u'|')) + u'\n';
        QString names = brat::ownLabels + u"\n[labels]\n"_s;
        for (const auto &[safe, name] : m_all.names.altered().asKeyValueRange())
            names += safe + u" | "_s + name + u'\n';
        return m_take(u"annotation.conf"_s, types.toUtf8()).and_then([&] { return m_take(u"visual.conf"_s, (names + u"[drawing]\n"_s).toUtf8()); });
    }

    void tell() const
    {
        const auto say = [&](qint64 count, const QString &sentence) {
            if (count > 0)
                m_options.leftOut(sentence);
        };
        say(m_all.wholeArticles, BratText::tr("left out: %n annotations of whole articles, which brat has no place for", nullptr, int(m_all.wholeArticles)));
        say(m_all.flags, BratText::tr("left out: %n flags", nullptr, int(m_all.flags)));
        say(m_all.wordsAsNotes, BratText::tr("%n values are too long for an attribute and stand in notes", nullptr, int(m_all.wordsAsNotes)));
        say(m_all.brokenNotes, BratText::tr("%n memos stand on one line", nullptr, int(m_all.brokenNotes)));
        if (m_written > 0)
            m_options.leftOut(BratText::tr("left out: ids of annotations, when they were made and changed, definitions of codes"));
    }

    const StreamedDataset &m_dataset;
    const TakeFile &m_take;
    const WriteOptions &m_options;
    BratExport m_all;
    std::map<ArticleId, QString> m_names;
    QSet<QString> m_taken;
    std::map<ArticleId, std::set<CoderId>> m_began;
    std::set<std::pair<ArticleId, CoderId>> m_annotated;
    qint64 m_written = 0;
};

Result<qint64> writeBratFiles(const StreamedDataset &dataset, const TakeFile &take, const WriteOptions &options)
{
    return BratFiles(dataset, take, options).run();
}

Result<qint64> writeBratArchive(const StreamedDataset &dataset, QIODevice &device, const WriteOptions &options)
{
    QBuffer buffer; // an archive is written to and fro, which a pipe is not
    KZip archive(&buffer);
    if (!archive.open(QIODevice::WriteOnly))
        return failed(BratText::tr("The archive cannot be written."), archive.errorString());
    const QDateTime always(QDate(1980, 1, 1), QTime(0, 0), QTimeZone::UTC); // the same annotations are the same bytes
    const auto written = writeBratFiles(dataset, [&](const QString &name, const QByteArray &bytes) -> Result<> {
        if (!archive.writeFile(name, bytes, 0100644, {}, {}, always, always, always))
            return failed(BratText::tr("The archive cannot be written."), archive.errorString());
        return {};
    }, options);
    if (!written)
        return written;
    if (!archive.close() || device.write(buffer.data()) != buffer.size())
        return failed(BratText::tr("The archive cannot be written."), device.errorString());
    return written;
}

} // namespace

extern const Writer bratWriter{"brat", [] { return BratText::tr("brat standoff, as an archive"); }, "zip", "texts and annotations as brat's standoff, a folder or a .zip", true, writeBratArchive, writeBratFiles};

} // namespace galley
