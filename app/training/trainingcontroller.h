// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/training.h>
#include <project/workspace.h>

#include <QObject>

namespace galley {

class Desk;

/// Who codes an article of a training set hears at once, when it is marked as done, how it compares with the gold answers.
class TrainingController : public QObject
{
    Q_OBJECT

public:
    explicit TrainingController(Desk &desk);

private:
    void follow(const Change &change);
    void tell(ArticleId article);
    void show(const TrainingFeedback &feedback, const QString &heading);

    Desk &m_desk;
    Workspace &m_workspace;
};

} // namespace galley
