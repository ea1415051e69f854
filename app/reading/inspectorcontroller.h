// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>

#include <QObject>

#include <utility>

namespace galley {

class CodingController;
class Desk;
class InspectorPanel;
struct Incomplete;
struct Variable;
class Workspace;

/// The chosen annotation in the inspector, and what is altered there.
class InspectorController : public QObject
{
    Q_OBJECT

public:
    InspectorController(Desk &desk, CodingController &coding);

    InspectorPanel *panel();

private:
    void show();
    void showComments();
    void askForPassage(const Variable &variable);
    void takePassage(bool further);
    void showGap(const Incomplete &gap);
    void addActor(AnnotationId annotation, VariableId variable, const QString &name);
    template<typename Verb>
    void edit(AnnotationId id, Verb verb);

    Desk &m_desk;
    Workspace &m_workspace;
    CodingController &m_coding;
    InspectorPanel *m_panel = nullptr;
    std::pair<AnnotationId, VariableId> m_taken; ///< whose passage was given last
};

} // namespace galley
