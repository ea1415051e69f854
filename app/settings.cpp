// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <array>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    Setting setting;
    const char *key;
    QVariant fallback;
};

const Entry &entry(Setting setting)
{
    static const std::array entries{
        Entry{Setting::WindowGeometry, "window/geometry", {}},
        Entry{Setting::WindowState, "window/state", {}},
        Entry{Setting::Theme, "view/theme", u"system"_s},
        Entry{Setting::ReadingFamily, "view/readingFamily", QString()},
        Entry{Setting::ReadingSize, "view/readingSize", 13.0},
        Entry{Setting::Zoom, "view/zoom", 1.0},
        Entry{Setting::Measure, "view/measure", 68},
        Entry{Setting::ShowMargin, "view/margin", true},
        Entry{Setting::ShowCues, "view/cues", true},
        Entry{Setting::CueSet, "view/cueSet", QString()},
        Entry{Setting::HiddenCues, "view/hiddenCues", QStringList()},
        Entry{Setting::NextSentence, "coding/nextSentence", false},
        Entry{Setting::KeepValues, "coding/keepValues", false},
        Entry{Setting::ShowOthers, "view/others", false},
        Entry{Setting::ShowQueue, "view/queue", true},
        Entry{Setting::RecentProjects, "recentProjects", QStringList()},
        Entry{Setting::LastFolder, "lastFolder", QString()},
        Entry{Setting::ShowArcs, "view/arcs", false},
        Entry{Setting::CompareRule, "compare/rule", u"overlap"_s},
    };
    const Entry &found = entries[size_t(std::to_underlying(setting))];
    Q_ASSERT(found.setting == setting);
    return found;
}

QString projectKey(const QString &what, const QString &projectPath)
{
    return what + u'/' + QString::fromLatin1(QFileInfo(projectPath).absoluteFilePath().toUtf8().toHex());
}

QString tableKey(const QStringList &header)
{
    const QByteArray hash = QCryptographicHash::hash(header.join(u'\n').toUtf8(), QCryptographicHash::Sha1);
    return u"tables/"_s + QString::fromLatin1(hash.toHex());
}

} // namespace

QVariant Settings::value(Setting setting) const
{
    const Entry &known = entry(setting);
    return m_settings.value(QLatin1StringView(known.key), known.fallback);
}

void Settings::set(Setting setting, const QVariant &value)
{
    m_settings.setValue(QLatin1StringView(entry(setting).key), value);
}

QString Settings::coderOf(const QString &projectPath) const
{
    return m_settings.value(projectKey(u"coders"_s, projectPath)).toString();
}

void Settings::setCoderOf(const QString &projectPath, const QString &uuid)
{
    m_settings.setValue(projectKey(u"coders"_s, projectPath), uuid);
}

qint64 Settings::articleOf(const QString &projectPath, const QString &coderUuid) const
{
    return m_settings.value(projectKey(u"articles"_s + coderUuid, projectPath)).toLongLong();
}

void Settings::setArticleOf(const QString &projectPath, const QString &coderUuid, qint64 article)
{
    m_settings.setValue(projectKey(u"articles"_s, projectPath), article);
    m_settings.setValue(projectKey(u"articles"_s + coderUuid, projectPath), article);
}

QByteArray Settings::agreementOf(const QString &projectPath) const
{
    return m_settings.value(projectKey(u"agreement"_s, projectPath)).toByteArray();
}

void Settings::setAgreementOf(const QString &projectPath, const QByteArray &filter)
{
    m_settings.setValue(projectKey(u"agreement"_s, projectPath), filter);
}

QMap<QString, Settings::WrittenPacket> Settings::packetsOf(const QString &projectPath) const
{
    QMap<QString, WrittenPacket> packets;
    const QVariantMap stored = m_settings.value(projectKey(u"packets"_s, projectPath)).toMap();
    for (auto entry = stored.begin(); entry != stored.end(); ++entry) {
        const QVariantMap packet = entry->toMap();
        packets.insert(entry.key(), {packet.value(u"at"_s).toDateTime(), packet.value(u"file"_s).toString()});
    }
    return packets;
}

void Settings::addPacket(const QString &projectPath, const QString &coderUuid, const WrittenPacket &packet)
{
    const QString key = projectKey(u"packets"_s, projectPath);
    QVariantMap stored = m_settings.value(key).toMap();
    stored.insert(coderUuid, QVariantMap{{u"at"_s, packet.at}, {u"file"_s, packet.file}});
    m_settings.setValue(key, stored);
}

QMap<QString, QString> Settings::meaningsOf(const QStringList &header) const
{
    QMap<QString, QString> meanings;
    const QVariantMap stored = m_settings.value(tableKey(header)).toMap();
    for (auto entry = stored.begin(); entry != stored.end(); ++entry)
        meanings.insert(entry.key(), entry.value().toString());
    return meanings;
}

void Settings::setMeaningsOf(const QStringList &header, const QMap<QString, QString> &meanings)
{
    QVariantMap stored;
    for (auto entry = meanings.begin(); entry != meanings.end(); ++entry)
        stored.insert(entry.key(), entry.value());
    m_settings.setValue(tableKey(header), stored);
}

QString Settings::folder() const
{
    for (const QString &folder : {value(Setting::LastFolder).toString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    return QDir::homePath();
}

QStringList Settings::recentProjects() const
{
    return value(Setting::RecentProjects).toStringList();
}

void Settings::addRecentProject(const QString &path)
{
    QStringList recent = recentProjects();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    set(Setting::RecentProjects, recent.first(std::min<qsizetype>(recent.size(), 12)));
}

void Settings::removeRecentProject(const QString &path)
{
    QStringList recent = recentProjects();
    recent.removeAll(path);
    set(Setting::RecentProjects, recent);
}

} // namespace galley
