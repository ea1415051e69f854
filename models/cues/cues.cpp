// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cues.h"

#include "definitionfile.h"
#include "paragraphs.h"
#include "readable.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

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

namespace syntax = KSyntaxHighlighting;
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

/// Collects what a definition recognises; knows no widget and no document.
class Collector : public syntax::AbstractHighlighter
{
public:
    Collector(const syntax::Definition &definition, const syntax::Theme &theme, bool dark)
        : m_dark(dark)
    {
        setDefinition(definition);
        setTheme(theme);
    }

    std::vector<Cue> run(QStringView text)
    {
        syntax::State state;
        for (const Utf16Range paragraph : paragraphs(text)) {
            m_offset = paragraph.begin;
            state = highlightLine(singleLine(text.sliced(paragraph.begin, paragraph.length())), state);
            state = highlightLine(QStringView(), state); // the empty line between paragraphs, so that lineEmptyContext works
        }
        return std::move(m_cues);
    }

protected:
    void applyFormat(int offset, int length, const syntax::Format &format) override
    {
        const syntax::Theme page = theme();
        if (length <= 0 || !format.isValid() || format.isDefaultTextStyle(page))
            return;
        const Utf16Range range{m_offset + offset, m_offset + offset + length};
        m_cues.push_back({range, format.name(), readable(format.textColor(page), m_dark), format.isBold(page), format.isItalic(page)});
    }

private:
    bool m_dark = false;
    qsizetype m_offset = 0;
    std::vector<Cue> m_cues;
};

} // namespace

struct CueFinder::Private
{
    std::vector<CueSet> sets;
    QStringList problems;
    std::unique_ptr<QTemporaryDir> copies; ///< of the analysts' files that passed the check, where the library looks for them
    std::map<QString, QString> origins;    ///< by name of the definition: the file to blame
    syntax::Repository repository;

    void addOurs();
    void addFolder(const QString &path);
    Result<> addFile(const QString &path);
    void keepWhatWasLoaded();
};

void CueFinder::Private::addOurs()
{
    initResources();
    for (const QFileInfo &file : QDir(u":/galley/cues/syntax"_s).entryInfoList(QDir::Files, QDir::Name)) {
        QFile device(file.filePath());
        if (!device.open(QIODevice::ReadOnly))
            continue;
        if (const auto definition = checkedDefinition(device.readAll()))
            sets.push_back({definition->name, true, definition->languages});
        else
            problems << tr("%1: %2").arg(file.fileName(), definition.error().message);
    }
    repository.addCustomSearchPath(u":/galley/cues"_s);
}

void CueFinder::Private::addFolder(const QString &path)
{
    for (const QFileInfo &file : QDir(path).entryInfoList({u"*.xml"_s}, QDir::Files, QDir::Name)) {
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
    const QByteArray xml = file.readAll();
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
    sets.push_back({definition->name, false, definition->languages});
    origins.insert_or_assign(definition->name, QDir::toNativeSeparators(path));
    return {};
}

/// The library leaves out what is too new for it, and of two definitions with one name it takes the one of higher version,
/// which may be one of its own for a programming language.
void CueFinder::Private::keepWhatWasLoaded()
{
    if (!copies)
        return;
    repository.addCustomSearchPath(copies->path());
    std::erase_if(sets, [this](const CueSet &set) {
        if (set.ours || repository.definitionForName(set.name).filePath().startsWith(copies->path()))
            return false;
        problems << tr("%1: the name “%2” is taken by a programming language, or kateversion is newer than this program")
                        .arg(origins[set.name], set.name);
        return true;
    });
}

CueFinder::CueFinder(const QStringList &folders)
    : d(std::make_unique<Private>())
{
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
    const syntax::Theme theme = d->repository.theme(dark ? u"Galley cues, dark"_s : u"Galley cues, light"_s);
    return Collector(d->repository.definitionForName(set), theme, dark).run(text);
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
