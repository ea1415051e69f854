// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <items/comparisonlistmodel.h>
#include <panels/shownprecedent.h>
#include <project/precedents.h>
#include <writers/codebookhtml.h>

#include <QObject>

namespace galley {

class Workspace;

/// How disagreements of the open project were settled: read on another thread when it is opened, then followed. One for all who show it.
class PrecedentBook : public QObject
{
    Q_OBJECT

public:
    static PrecedentBook &of(Workspace &workspace);

    /// The newest of those wanted, some at the most, without what is blind to who codes.
    std::vector<ShownPrecedent> shown(const std::function<bool(const Precedent &)> &wanted, const ComparisonNames &names) const;

    /// All of them by the codes they concern, without what is blind.
    RulingsByCode byCode(const ComparisonNames &names) const;

signals:
    void changed();

private:
    explicit PrecedentBook(Workspace &workspace);
    void read();
    void follow(const Change &change);
    void take(std::vector<Precedent> precedents);

    Workspace &m_workspace;
    std::vector<Precedent> m_precedents; ///< the newest first
    int m_round = 0;                     ///< of reading: what an earlier one found is not wanted any more
};

} // namespace galley
