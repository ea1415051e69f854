// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cues.h"

#include "definitionfile.h"
#include "highlighting.h"
#include "paragraphs.h"
#include "readable.h"
#include "wordlist.h"

#include <base/part.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

// The resources sit in a static library: without a call nobody would link them. Outside of namespaces by the macro's rule.
static void initResources()
{
    Q_INIT_RESOURCE(galley_cue_definitions);
}

using namespace Qt::StringLiterals;

namespace galley {

namespace {

constexpr qint64 largestDefinition = 4 * 1024 * 1024; // bytes; the largest known one is a tenth of it

QString tr(const char *text)
{
    return QCoreApplication::translate("CueFinder", text);
}

/// A paragraph as one line that the library can take: a wrapped line's break reads as a blank, and half a surrogate
/// pair, which its expressions must not meet, as the replacement character. Positions stay.
QString singleLine(QStringView paragraph)
{
    QString line = paragraph.toString();
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line[at];
        if (c == u'\n')
            line[at] = u' ';
        else if (c.isHighSurrogate() && at + 1 < line.size() && line[at + 1].isLowSurrogate())
            ++at;
        else if (c.isSurrogate())
            line[at] = QChar::ReplacementCharacter;
    }
    return line;
}

} // namespace

struct CueFinder::Private
{
    std::vector<CueSet> sets;
    QStringList problems;
    std::unique_ptr<QTemporaryDir> copies; ///< of the analysts' files that passed the check, where the library looks for them
    std::map<QString, QString> origins;    ///< by name of the definition: the file to blame
    std::unique_ptr<Highlighting> highlighting; ///< none where the part cannot be loaded; then there are no sets

    bool load();
    void addOurs();
    void addFolder(const QString &path);
    Result<> addFile(const QString &path);
    void keepWhatWasLoaded();
};

bool CueFinder::Private::load()
{
    static const auto part = partEntry("highlighting", "galleyMakeHighlighting");
    if (part)
        highlighting.reset(reinterpret_cast<GalleyMakeHighlighting *>(*part)());
    else
        problems << tr("What marks cues cannot be loaded; Galley is not installed completely (%1)").arg(part.error());
    return highlighting != nullptr;
}

void CueFinder::Private::addOurs()
{
    initResources();
    for (const QFileInfo &file : QDir(u":/galley/cues/syntax"_s).entryInfoList(QDir::Files, QDir::Name)) {
        QFile device(file.filePath());
        if (!device.open(QIODevice::ReadOnly))
            continue;
        if (const auto definition = checkedDefinition(device.readAll()))
            sets.push_back({definition->name, true, definition->languages, definition->kinds});
        else
            problems << tr("%1: %2").arg(file.fileName(), definition.error().message);
    }
    highlighting->addFolder(u":/galley/cues"_s);
}

void CueFinder::Private::addFolder(const QString &path)
{
    for (const QFileInfo &file : QDir(path).entryInfoList({u"*.xml"_s, u"*.txt"_s}, QDir::Files, QDir::Name)) {
        if (const auto added = addFile(file.filePath()); !added)
            problems << tr("%1: %2").arg(QDir::toNativeSeparators(file.filePath()), added.error().message);
    }
}

Result<> CueFinder::Private::addFile(const QString &path)
{
    QFile file(path);
    if (file.size() > largestDefinition)
        return failed(tr("the file is too large for a definition"));
    if (!file.open(QIODevice::ReadOnly))
        return failed(tr("the file cannot be read (%1)").arg(file.errorString()));
    const QFileInfo info(path);
    const bool isWordList = info.suffix().compare(u"txt"_s, Qt::CaseInsensitive) == 0;
    const auto read = isWordList ? definitionOfWords(file.readAll(), info.completeBaseName()) : Result<QByteArray>(file.readAll());
    if (!read)
        return std::unexpected(read.error());
    const QByteArray &xml = *read;
    const auto definition = checkedDefinition(xml);
    if (!definition)
        return std::unexpected(definition.error());
    if (std::ranges::contains(sets, definition->name, &CueSet::name))
        return failed(tr("there is a definition named “%1” already; give this one another name").arg(definition->name));

    if (!copies)
        copies = std::make_unique<QTemporaryDir>();
    const QDir folder(copies->path());
    QFile copy(folder.filePath(u"syntax/%1.xml"_s.arg(sets.size())));
    if (!folder.mkpath(u"syntax"_s) || !copy.open(QIODevice::WriteOnly) || copy.write(xml) != xml.size())
        return failed(tr("no temporary copy of it can be made (%1)").arg(copy.errorString()));
    QStringList kinds = definition->kinds;
    for (const QString &included : definition->includes) {
        if (const auto other = std::ranges::find(sets, included, &CueSet::name); other != sets.end())
            kinds += other->kinds;
    }
    kinds.removeDuplicates();
    sets.push_back({definition->name, false, definition->languages, kinds, isWordList});
    origins.insert_or_assign(definition->name, QDir::toNativeSeparators(path));
    return {};
}

/// The library leaves out what is too new for it, and of two definitions with one name it takes the one of higher version,
/// which may be one of its own for a programming language.
void CueFinder::Private::keepWhatWasLoaded()
{
    if (!copies)
        return;
    highlighting->addFolder(copies->path());
    std::erase_if(sets, [this](const CueSet &set) {
        if (set.ours || highlighting->fileOf(set.name).startsWith(copies->path()))
            return false;
        problems << tr("%1: the name “%2” is taken by a programming language, or kateversion is newer than this program")
                        .arg(origins[set.name], set.name);
        return true;
    });
}

CueFinder::CueFinder(const QStringList &folders)
    : d(std::make_unique<Private>())
{
    if (!d->load())
        return;
    d->addOurs();
    for (const QString &folder : folders)
        d->addFolder(folder);
    d->keepWhatWasLoaded();
}

CueFinder::~CueFinder() = default;
CueFinder::CueFinder(CueFinder &&) noexcept = default;

std::vector<CueSet> CueFinder::available() const
{
    return d->sets;
}

QStringList CueFinder::problems() const
{
    return d->problems;
}

std::vector<Cue> CueFinder::cues(QStringView text, const QString &set, bool dark) const
{
    if (!std::ranges::contains(d->sets, set, &CueSet::name))
        return {};
    const std::vector<Utf16Range> places = paragraphs(text);
    std::vector<QString> lines;
    for (const Utf16Range paragraph : places) {
        lines.push_back(singleLine(text.sliced(paragraph.begin, paragraph.length())));
        lines.emplace_back(); // the empty line between paragraphs, so that lineEmptyContext works
    }
    std::vector<Cue> found;
    for (HighlightedStretch &stretch : d->highlighting->stretches(lines, set, dark ? u"Galley cues, dark"_s : u"Galley cues, light"_s)) {
        const qsizetype begin = places[stretch.line / 2].begin + stretch.offset;
        found.push_back({{begin, begin + stretch.length}, std::move(stretch.format), readable(stretch.foreground, dark), stretch.bold, stretch.italic});
    }
    return found;
}

std::vector<Cue> CueFinder::cues(QStringView text, const QStringList &sets, bool dark) const
{
    std::vector<Cue> all;
    for (const QString &set : sets) {
        std::vector<Cue> more = cues(text, set, dark);
        const size_t before = all.size();
        for (Cue &cue : more) { // those of earlier sets are in order, and apart
            const auto next = std::upper_bound(all.begin(), all.begin() + std::ptrdiff_t(before), cue.range.begin, [](qsizetype begin, const Cue &other) { return begin < other.range.end; });
            if (next == all.begin() + std::ptrdiff_t(before) || next->range.begin >= cue.range.end)
                all.push_back(std::move(cue));
        }
        std::inplace_merge(all.begin(), all.begin() + std::ptrdiff_t(before), all.end(), [](const Cue &a, const Cue &b) { return a.range.begin < b.range.begin; });
    }
    return all;
}

QStringList withWordLists(const std::vector<CueSet> &sets, const QString &set)
{
    QStringList names;
    for (const CueSet &one : sets) {
        if (one.isWordList)
            names << one.name;
    }
    if (!set.isEmpty() && !names.contains(set))
        names << set;
    return names;
}

QString cueFolderOf(const QString &projectPath)
{
    return QFileInfo(projectPath).absoluteFilePath() + u".cues"_s;
}

QString cueSetFor(const std::vector<CueSet> &sets, QStringView language)
{
    const qsizetype dash = language.indexOf(u'-');
    const QStringView primary = dash < 0 ? language : language.first(dash);
    for (const CueSet &set : sets) {
        if (!primary.isEmpty() && set.languages.contains(primary, Qt::CaseInsensitive))
            return set.name;
    }
    return {};
}

} // namespace galley
