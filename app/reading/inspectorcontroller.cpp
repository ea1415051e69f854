// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectorcontroller.h"

#include "../discussionbook.h"
#include "actorvalue.h"
#include "bringup.h"
#include "codingcontroller.h"

#include <panels/inspectorpanel.h>
#include <project/annotationedits.h>
#include <project/storyfamilies.h>
#include <project/workspace.h>

namespace galley {

InspectorController::InspectorController(Workspace &workspace, CodingController &coding, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_coding(coding)
{
    connect(&workspace, &Workspace::currentChanged, this, &InspectorController::show);
    connect(&workspace, &Workspace::coderChanged, this, &InspectorController::show);
    connect(&workspace, &Workspace::sightChanged, this, &InspectorController::show);
    connect(&workspace, &Workspace::gapWanted, this, &InspectorController::showGap);
    connect(&coding, &CodingController::valuesWanted, this, [this] {
        if (!m_workspace.current())
            return;
        bringUp(panel());
        panel()->focusValues();
    });
}

InspectorPanel *InspectorController::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new InspectorPanel;
    connect(&m_workspace, &Workspace::aboutToMoveOn, m_panel, &InspectorPanel::commit);
    connect(m_panel, &InspectorPanel::left, &m_coding, &CodingController::focusText);
    connect(m_panel, &InspectorPanel::recodeRequested, &m_coding, &CodingController::openRecoding);
    connect(m_panel, &InspectorPanel::deleteRequested, &m_coding, &CodingController::remove);
    connect(m_panel, &InspectorPanel::copyRequested, &m_coding, &CodingController::copyQuote);
    connect(m_panel, &InspectorPanel::confirmRequested, this, [this](AnnotationId id) {
        edit(id, [&](const Annotation &annotation) { return confirmed(annotation, m_workspace.stamp().at); });
    });
    connect(m_panel, &InspectorPanel::commentsRequested, this, [this](AnnotationId id) { m_workspace.discuss({m_workspace.article()->article.id, {id}}); });
    connect(&DiscussionBook::of(m_workspace), &DiscussionBook::changed, this, &InspectorController::showComments);
    connect(m_panel, &InspectorPanel::flagToggled, &m_coding, &CodingController::toggleFlag);
    connect(m_panel, &InspectorPanel::resizeRequested, &m_coding, [this](AnnotationId, bool begin, int direction) { m_coding.resize(begin, direction); });
    connect(m_panel, &InspectorPanel::memoEdited, this, [this](AnnotationId id, const QString &memo) {
        edit(id, [&](const Annotation &annotation) { return setMemo(m_workspace.codebook(), annotation, memo, m_workspace.stamp().at); });
    });
    connect(m_panel, &InspectorPanel::valuesEdited, this, [this](AnnotationId id, const std::vector<VariableValue> &values) {
        edit(id, [&](const Annotation &annotation) { return setValues(m_workspace.codebook(), annotation, values, m_workspace.stamp().at); });
    });
    connect(m_panel, &InspectorPanel::actorRequested, this, &InspectorController::addActor);
    return m_panel;
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
        panel()->clear();
        return;
    }
    bringForward(panel());
    const bool editable = m_workspace.isWritable() && current->coder == m_workspace.codingAs();
    panel()->setAnnotation(*current, m_workspace.codebook(), m_workspace.actors(), m_workspace.nameOf(current->coder), editable);
    showComments();
}

void InspectorController::showComments()
{
    const Annotation *current = m_workspace.current();
    if (!current)
        return;
    int count = 0;
    for (const CommentThread &thread : threadsAbout(DiscussionBook::of(m_workspace).threads(), {current->id}))
        count += int(thread.comments.size());
    m_panel->setComments(count, m_workspace.isWritable());
}

/// The field of the first answer that is missing; where it is the code itself, the palette.
void InspectorController::showGap(const Incomplete &gap)
{
    const Annotation *current = m_workspace.current();
    if (!gap.annotation || gap.missing.empty() || !current || current->ranges.empty())
        return; // the article's own questions are asked beside the codebook
    bringUp(panel());
    if (!panel()->focusVariable(gap.missing.front()))
        m_coding.openRecoding();
}

void InspectorController::addActor(AnnotationId id, VariableId variable, const QString &name)
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !open->annotations.contains(id))
        return;
    const Annotation &annotation = open->annotations.at(id);
    m_workspace.commit(withActor(m_workspace, variable, name, annotation.values, [&](const std::vector<VariableValue> &values) {
        return setValues(m_workspace.codebook(), annotation, values, m_workspace.stamp().at);
    }));
}

} // namespace galley
