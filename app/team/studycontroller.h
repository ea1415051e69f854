// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codingset.h>
#include <domain/error.h>

#include <QObject>
#include <QUuid>

#include <functional>
#include <vector>

class QDialog;

namespace galley {

class Desk;
class Workspace;

/// What a lead sets up: sets of articles, and who codes what of them.
class StudyController : public QObject
{
    Q_OBJECT

public:
    explicit StudyController(Desk &desk);

    void makeSet();
    void assign(SetId id);
    void handOn(SetId id);
    void setBlind(SetId id, bool blind);
    void removeSet(SetId id);

    bool requireLead(); ///< false: it is said why not
    /// Opens a dialog that goes when the project does; `then` where it is accepted.
    void open(QDialog *dialog, std::function<void()> then);
    static QString howChosen(const CodingSet &set);

private:
    struct Source
    {
        QString title, from;
        std::vector<QUuid> articles;
    };

    std::optional<CodingSet> set(SetId id);
    Result<std::vector<Source>> sources() const;

    Desk &m_desk;
    Workspace &m_workspace;
};

} // namespace galley
