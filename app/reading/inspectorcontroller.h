// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>

#include <QObject>

namespace galley {

class CodingController;
class InspectorPanel;
struct Incomplete;
class Workspace;

/// The chosen annotation in the inspector, and what is altered there.
class InspectorController : public QObject
{
    Q_OBJECT

public:
    InspectorController(Workspace &workspace, CodingController &coding, QObject *parent = nullptr);

    InspectorPanel *panel();

private:
    void show();
    void showComments();
    void showGap(const Incomplete &gap);
    void addActor(AnnotationId annotation, VariableId variable, const QString &name);
    template<typename Verb>
    void edit(AnnotationId id, Verb verb);

    Workspace &m_workspace;
    CodingController &m_coding;
    InspectorPanel *m_panel = nullptr;
};

} // namespace galley
