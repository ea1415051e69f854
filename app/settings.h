// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSettings>
#include <QMap>
#include <QString>
#include <QVariant>

namespace galley {

/// What the program remembers between runs: one table of keys with their defaults, nothing else can be read.
enum class Setting {
    WindowGeometry,
    WindowState,
    Theme,         ///< "system", "light", "dark"
    ReadingFamily, ///< empty: the serif found
    ReadingSize,   ///< points
    Zoom,
    Measure, ///< characters; 0 fills the window
    ShowMargin,
    ShowCues,
    CueSet,
    HiddenCues, ///< names of kinds that are switched off
    NextSentence, ///< what was coded makes way for the next sentence
    KeepValues, ///< a new annotation begins with the values of the last one of its layer
    ShowOthers, ///< annotations of other coders
    ShowQueue,  ///< of the articles, only what is assigned to who codes, where something is
    RecentProjects,
    LastFolder,
    ShowArcs,    ///< from the chosen annotation to the passages that are its values
    CompareRule, ///< what is taken for the same passage of two coders: matchingRuleNamed()
};

class Settings
{
public:
    QVariant value(Setting setting) const;
    void set(Setting setting, const QVariant &value);

    /// The coder who last worked in a project, by the project's path.
    QString coderOf(const QString &projectPath) const; ///< a coder's UUID, or empty
    void setCoderOf(const QString &projectPath, const QString &uuid);

    /// The article that coder last read in a project, by its number in there; 0: none. Without a coder: whoever read last.
    qint64 articleOf(const QString &projectPath, const QString &coderUuid = {}) const;
    void setArticleOf(const QString &projectPath, const QString &coderUuid, qint64 article);

    /// What is compared in a project and how it is judged, by the project's path, as the place Agreement wrote it; empty: nothing was said.
    QByteArray agreementOf(const QString &projectPath) const;
    void setAgreementOf(const QString &projectPath, const QByteArray &filter);

    /// Where and when packets of a project were written on this machine, by the coder's UUID. It is no part of the project: a file
    /// that was made says nothing of what was coded, and who else leads elsewhere has made none.
    struct WrittenPacket
    {
        QDateTime at; ///< UTC
        QString file;
    };
    QMap<QString, WrittenPacket> packetsOf(const QString &projectPath) const;
    void addPacket(const QString &projectPath, const QString &coderUuid, const WrittenPacket &packet);

    /// What the columns of tables with this header were last said to mean (ReadOptions::columns); empty: nothing was said.
    QMap<QString, QString> meaningsOf(const QStringList &header) const;
    void setMeaningsOf(const QStringList &header, const QMap<QString, QString> &meanings);

    /// Where dialogs for files begin: the folder of the last one, else the user's documents, else their home; one that exists.
    QString folder() const;

    QStringList recentProjects() const; ///< newest first
    void addRecentProject(const QString &path);
    void removeRecentProject(const QString &path);

private:
    mutable QSettings m_settings;
};

} // namespace galley
