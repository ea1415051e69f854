// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/coder.h>
#include <domain/codingset.h>

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace galley {

struct TeamSet
{
    CodingSet set;
    int articles = 0;
    QString from;     ///< how they were chosen, in words
    int assigned = 0; ///< articles to coders
    bool isCoded = false; ///< somebody is assigned
    QString gold = {};    ///< of a training set: whose answers hold
};

/// One coder in one set; without a set: beyond all sets.
struct TeamWork
{
    CoderId coder;
    SetId set;
    int assigned = 0, inProgress = 0, done = 0;
    int annotations = 0, flagged = 0, missing = 0;
    std::optional<std::chrono::milliseconds> timePerArticle;
    std::optional<double> articlesPerDay;
};

/// The packet that was last written for a coder.
struct SentPacket
{
    QDateTime at;
    QString file;
    bool isBack = false; ///< the project holds what they did after it was written
};

/// Who takes part in a study, what is to be coded and how far it is: all that the place Team shows.
struct Team
{
    CoderId you;          ///< who codes now; 0: nobody
    bool isWritable = true;
    std::vector<Coder> coders; ///< people
    std::vector<Coder> selves = {}; ///< as whom they code once more
    std::vector<TeamSet> sets;
    std::vector<TeamWork> work; ///< by set, then by coder
    qint64 articles = 0;        ///< in the project
    bool isCounted = false;     ///< the last two are there; it takes a while
    std::map<CoderId, SentPacket> packets = {};
    /// What two or more coded, counted when all that is assigned is done.
    struct Compared
    {
        int disagreements = 0;
        int open = 0;     ///< disagreements that are not settled
        int unruled = 0;  ///< what all agree on and is not in the consensus yet
    };
    std::optional<Compared> compared = {};
    QStringList warnings = {}; ///< whose agreement falls

    const Coder *coder(CoderId id) const; ///< or a second self
    bool isLed() const;   ///< somebody is a lead
    bool youLead() const; ///< and it is you
    int assigned() const;
    QStringList notBack() const; ///< whose packet has not come back
};

/// What is to be done next, so that nobody has to know the order of a study by heart.
enum class TeamStep { ChooseCoder, TakeTheLead, ImportArticles, AddCoders, MakeSet, Assign, WritePackets, Merge, Compare, Export, Code, Nothing };
TeamStep nextStep(const Team &team);
const TeamSet *setToAssign(const Team &team); ///< the first that nobody is assigned to; null: there is none

QString titleOf(CoderRole role); ///< "Lead", "Coder"
QString titleOf(SetKind kind);   ///< "Training" …
QString timeForPeople(std::chrono::milliseconds time); ///< "4 min 20 s"

} // namespace galley
