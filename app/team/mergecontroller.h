// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>
#include <project/workspace.h>

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <vector>

class QAction;

namespace galley {

class Desk;

/// Brings copies of the project together: says first what they would bring, then merges them, on another thread.
class MergeController : public QObject
{
    Q_OBJECT

public:
    explicit MergeController(Desk &desk);

    QAction *mergeAction() const { return m_merge; }
    void ask();
    void preview(const QStringList &files);

private:
    struct Outcome
    {
        QString file;
        Result<MergeReport> report;
    };
    using Outcomes = std::vector<Outcome>;

    void show(const Outcomes &outcomes);
    void merge(const QStringList &files);
    void merged(const QString &project, const Outcomes &outcomes);
    QString told(const Outcomes &outcomes, bool done) const;
    static Outcomes mergeAll(ProjectStore &store, const QStringList &files, const Stamp &stamp);

    Desk &m_desk;
    Workspace &m_workspace;
    QAction *m_merge;
    QFuture<Outcomes> m_merging;
};

} // namespace galley
