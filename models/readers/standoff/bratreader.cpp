// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bratreader.h"

#include "bratoffsets.h"
#include "bratrecords.h"

#include <readers/article/textreader.h>
#include <readers/readertext.h>
#include <readers/text/decoding.h>

#include <QDir>
#include <QFile>
#include <QFileDevice>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> bratSuffixes{"ann"};
constexpr std::array settingsFiles{"annotation.conf"_L1, "visual.conf"_L1, "tools.conf"_L1, "kb_shortcuts.conf"_L1};
constexpr qint64 largestStandoff = 64'000'000, largestStandoffText = 256'000'000;
constexpr double leastFit = 0.95;

bool isBratSettings(QStringView fileName)
{
    const QStringView name = fileName.sliced(fileName.lastIndexOf(u'/') + 1);
    return std::ranges::any_of(settingsFiles, [&](QLatin1StringView known) { return name == known; });
}

bool isBrat(const FileHead &head)
{
    static const QRegularExpression stretch(u"^T\\d+\\t\\S+ \\d+ \\d+(?:;\\d+ \\d+)*\\t"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression settings(u"^\\[(?:entities|relations|events|attributes|labels|drawing|options|spans)\\]"_s, QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(head.text.first(std::min<qsizetype>(head.text.size(), 4000)));
    if (isBratSettings(head.fileName))
        return settings.match(text).hasMatch() || text.startsWith(brat::ownLabels);
    const auto first = stretch.match(text);
    return first.hasMatch() && (first.capturedStart() == 0 || hasSuffix(head.fileName, "ann"));
}

/// The text of a file of annotations, and who made them.
struct Beside
{
    QString text;
    QString coder;
};

QString existing(const QDir &folder, const QString &name)
{
    const QString file = name + u".txt"_s;
    if (folder.exists(file))
        return folder.filePath(file);
    QDir parent = folder; // PolNeAR has its texts in a folder of their own
    if (!parent.cdUp())
        return {};
    constexpr qsizetype mostFolders = 100;
    const QStringList siblings = parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &sibling : siblings.first(std::min(mostFolders, siblings.size()))) {
        if (const QDir there(parent.filePath(sibling)); there.exists(file))
            return there.filePath(file);
    }
    return {};
}

std::optional<Beside> besideOf(const QString &path)
{
    const QDir folder = QFileInfo(path).dir();
    const QString name = QFileInfo(path).completeBaseName();
    if (const QString text = existing(folder, name); !text.isEmpty())
        return Beside{text, {}};
    const qsizetype part = name.lastIndexOf(u'_');
    const QString text = part > 0 && part + 1 < name.size() ? existing(folder, name.first(part)) : QString();
    return text.isEmpty() ? std::nullopt : std::optional(Beside{text, name.sliced(part + 1)});
}

/// Of the folder's visual.conf, where Galley wrote it: what its types stand for.
QHash<QString, QString> ownLabelsIn(const QDir &folder)
{
    QHash<QString, QString> labels;
    QFile file(folder.filePath(u"visual.conf"_s));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestStandoff)
        return labels;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (lines.front() != brat::ownLabels)
        return labels;
    for (const QString &line : lines) {
        if (const qsizetype bar = line.indexOf(u" | "_s); bar > 0)
            labels.insert(line.first(bar), line.sliced(bar + 3));
    }
    return labels;
}

QString countingText(const brat::Counting &counting)
{
    const QString unit = counting.unit == OffsetUnit::Utf16 ? Readers::tr("UTF-16 units")
        : counting.unit == OffsetUnit::Utf8                 ? Readers::tr("bytes of UTF-8")
                                                            : Readers::tr("characters");
    return counting.asInFile ? Readers::tr("Its offsets count %1, with two for each line end.").arg(unit) : Readers::tr("Its offsets count %1.").arg(unit);
}

/// The article, as a text file of its own gives it; its text with the line ends it has there.
Result<ReadInfo> takeText(const QString &path, const ReadOptions &options, const TakeRecord &take, QString &source)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Readers::tr("Its text %1 cannot be read: %2.").arg(QFileInfo(path).fileName(), file.errorString()));
    const auto original = readWhole(file, largestStandoffText);
    const auto bytes = original.and_then([&](const QByteArray &whole) { return decodedToUtf8(whole, options.encoding); });
    if (!bytes)
        return std::unexpected(bytes.error());
    const QString encoding = bytes->encoding;
    source = QString::fromUtf8(bytes->bytes);
    file.seek(0);
    return textReader.read(file, path, options, [&](ReadRecord record) {
        if (auto *article = std::get_if<ReadArticle>(&record.value)) {
            article->key = u"text"_s;
            article->shared = true;
            article->source = Source{{}, path, sha256Of(*original), encoding}; // and not the first of its annotations' files
        }
        return take(std::move(record));
    });
}

Result<ReadInfo> readBrat(QIODevice &device, QStringView fileName, const ReadOptions &options, const TakeRecord &take)
{
    const auto bytes = readWhole(device, largestStandoff);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (isBratSettings(fileName))
        return ReadInfo{u"UTF-8"_s, sha256Of(*bytes), false, {Readers::tr("It has settings of brat; its names come in with the files of annotations.")}, 0};
    const auto text = decoded(*bytes, options.encoding);
    if (!text)
        return std::unexpected(text.error());
    const auto *opened = qobject_cast<QFileDevice *>(&device);
    const QString path = opened ? opened->fileName() : fileName.toString();
    const auto beside = opened ? besideOf(path) : std::nullopt;
    if (!beside)
        return failed(Readers::tr("Its text is missing: annotations of brat (.ann) need the file of the same name with .txt beside them, or in a folder beside their own."));
    QString source;
    auto info = takeText(beside->text, options, take, source);
    if (!info)
        return info;
    const brat::File file = brat::parsed(text->text);
    const brat::SourceText sourceText(source);
    const brat::Counting counting = brat::countingOf(sourceText, file.textBounds);
    const qsizetype all = qsizetype(file.textBounds.size());
    info->sha256 = sha256Of(*bytes);
    if (double(counting.fits) < leastFit * double(all)) {
        take({1, ReadProblem{Readers::tr("Its offsets do not fit %1: only %2 of %n quotes stand at their places, whatever the offsets count. No annotation of it was taken.", nullptr, int(all))
                                 .arg(QFileInfo(beside->text).fileName()).arg(counting.fits)}});
        return info;
    }
    if (all > 0 && (counting.unit != OffsetUnit::CodePoint || counting.asInFile))
        info->remarks += countingText(counting);
    const QHash<QString, QString> labels = ownLabelsIn(QFileInfo(path).dir());
    const QString coder = labels.value(beside->coder, beside->coder);
    if (!coder.isEmpty()) // a file of theirs without annotations says that they found none
        take({0, ReadProgress{u"text"_s, coder, ProgressState::Done}});
    for (ReadRecord &record : brat::recordsOf(file, counting, labels, coder)) {
        if (!take(std::move(record)))
            break;
    }
    return info;
}

} // namespace

const Reader bratReader{"brat", [] { return Readers::tr("brat standoff"); }, bratSuffixes, isBrat, readBrat};

} // namespace galley
