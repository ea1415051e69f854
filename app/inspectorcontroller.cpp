// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectorcontroller.h"

#include "codingcontroller.h"
#include "workspace.h"

#include <panels/inspectorpanel.h>
#include <project/annotationedits.h>
#include <project/coderedits.h>

namespace galley {

InspectorController::InspectorController(Workspace &workspace, CodingController &coding, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_panel(new InspectorPanel)
{
    connect(&workspace, &Workspace::currentChanged, this, &InspectorController::show);
    connect(&workspace, &Workspace::coderChanged, this, &InspectorController::show);
    connect(m_panel, &InspectorPanel::recodeRequested, &coding, &CodingController::openPalette);
    connect(m_panel, &InspectorPanel::deleteRequested, &coding, &CodingController::remove);
    connect(m_panel, &InspectorPanel::copyRequested, &coding, &CodingController::copyQuote);
    connect(m_panel, &InspectorPanel::flagToggled, &coding, &CodingController::toggleFlag);
    connect(m_panel, &InspectorPanel::resizeRequested, &coding, [&coding](AnnotationId, bool begin, int direction) { coding.resize(begin, direction); });
    connect(m_panel, &InspectorPanel::memoEdited, this, [this](AnnotationId id, const QString &memo) {
        edit(id, [&](const Annotation &annotation) { return setMemo(m_workspace.codebook(), annotation, memo, m_workspace.stamp().at); });
    });
    connect(m_panel, &InspectorPanel::valuesEdited, this, [this](AnnotationId id, const std::vector<VariableValue> &values) {
        edit(id, [&](const Annotation &annotation) { return setValues(m_workspace.codebook(), annotation, values, m_workspace.stamp().at); });
    });
    connect(m_panel, &InspectorPanel::actorRequested, this, &InspectorController::addActor);
}

/// What is typed is committed when the focus leaves, perhaps after another annotation was chosen: so by id.
template<typename Verb>
void InspectorController::edit(AnnotationId id, Verb verb)
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !open->annotations.contains(id))
        return;
    m_workspace.commit(verb(open->annotations.at(id)));
}

void InspectorController::show()
{
    const Annotation *current = m_workspace.current();
    if (!current) {
        m_panel->clear();
        return;
    }
    const bool editable = m_workspace.isWritable() && current->coder == m_workspace.project()->coder();
    m_panel->setAnnotation(*current, m_workspace.codebook(), m_workspace.actors(), m_workspace.nameOf(current->coder), editable);
}

void InspectorController::addActor(AnnotationId id, VariableId variable, const QString &name)
{
    const ActorId actor = m_workspace.allot<ActorTag>();
    if (!m_workspace.commit(galley::addActor(m_workspace.actors(), actor, name)))
        return;
    edit(id, [&](const Annotation &annotation) {
        std::vector<VariableValue> values = annotation.values;
        std::erase_if(values, [=](const VariableValue &value) { return value.variable == variable; });
        values.push_back({variable, actor});
        return setValues(m_workspace.codebook(), annotation, values, m_workspace.stamp().at);
    });
}

} // namespace galley
