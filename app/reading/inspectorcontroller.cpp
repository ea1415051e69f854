// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectorcontroller.h"

#include "../discussionbook.h"
#include "actorvalue.h"
#include "bringup.h"
#include "codingcontroller.h"
#include "../frame/desk.h"

#include <domain/questions.h>
#include <panels/inspectorpanel.h>
#include <project/annotationedits.h>
#include <project/storyfamilies.h>
#include <project/workspace.h>

#include <algorithm>
#include <ranges>

namespace galley {

namespace {

/// The first that is asked and has no value; null where all have one.
const Variable *firstOpen(const Codebook &codebook, const Annotation &annotation)
{
    const auto asked = askedVariables(codebook, annotation.layer, {annotation.code, annotation.values});
    const auto open = std::ranges::find_if(asked, [&](const Variable *variable) { return !std::ranges::contains(annotation.values, variable->id, &VariableValue::variable); });
    return open == asked.end() ? nullptr : *open;
}

} // namespace

InspectorController::InspectorController(Desk &desk, CodingController &coding)
    : QObject(&desk.window)
    , m_desk(desk)
    , m_workspace(desk.workspace)
    , m_coding(coding)
{
    Workspace &workspace = desk.workspace;
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
    connect(&coding, &CodingController::coded, this, [this] {
        bringUp(panel());
        const Variable *open = firstOpen(m_workspace.codebook(), *m_workspace.current());
        if (open && open->type == VariableType::Passage)
            askForPassage(*open); // which is selected in the text: there the hands stay
        else
            panel()->focusValues();
    });
    connect(&coding, &CodingController::passageGiven, this, &InspectorController::takePassage);
}

InspectorPanel *InspectorController::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new InspectorPanel;
    m_panel->setSelectedPassage([this](const std::vector<Range> &with) { return m_coding.selectedPassage(with); });
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
        edit(id, [&](const Annotation &annotation) { return setValues(m_workspace.codebook(), m_workspace.article()->measured(), annotation, values, m_workspace.stamp().at); });
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

void InspectorController::askForPassage(const Variable &variable)
{
    Message told = passing(tr("Select the passage for “%1”, then Return.").arg(variable.name));
    told.topic = QStringLiteral("passage asked");
    m_desk.say(told);
}

/// What is selected goes to the first variable of the chosen annotation that takes a passage and has none; with `further`, to
/// the one that was given last. Then the next is asked for, in the text or in its field.
void InspectorController::takePassage(bool further)
{
    const Annotation *current = m_workspace.current();
    if (!current || !m_coding.currentIsOurs())
        return;
    const Codebook &codebook = m_workspace.codebook();
    const auto asked = askedVariables(codebook, current->layer, {current->code, current->values});
    const auto isOpen = [&](const Variable *variable) {
        return variable->type == VariableType::Passage && !std::ranges::contains(current->values, variable->id, &VariableValue::variable);
    };
    const auto wanted = further ? std::ranges::find_if(asked, [&](const Variable *variable) { return m_taken == std::pair(current->id, variable->id); })
                                : std::ranges::find_if(asked, isOpen);
    if (wanted == asked.end()) {
        if (std::ranges::contains(asked, VariableType::Passage, &Variable::type))
            m_desk.say(passing(further ? tr("No passage was given yet that this could be added to.")
                                       : tr("Nothing is open here that takes a passage. In its field Return takes another one, Shift+Return adds it, Delete takes it away.")));
        return;
    }
    const Variable variable = **wanted;
    std::vector<VariableValue> values = current->values;
    const auto last = std::ranges::find_last(values, variable.id, &VariableValue::variable);
    const bool joins = further && !variable.multiple && !last.empty();
    std::optional<Passage> passage = m_coding.selectedPassage(joins ? std::get<Passage>(last.front().value).ranges : std::vector<Range>());
    if (!passage)
        return askForPassage(variable);
    if (joins)
        last.front().value = std::move(*passage);
    else
        values.push_back({variable.id, std::move(*passage)});
    if (!m_workspace.commit(setValues(codebook, m_workspace.article()->measured(), *current, values, m_workspace.stamp().at)))
        return;
    m_taken = {m_workspace.current()->id, variable.id};
    m_coding.goOnBehindSelection();
    const Variable *next = firstOpen(m_workspace.codebook(), *m_workspace.current());
    if (next && next->type == VariableType::Passage)
        askForPassage(*next);
    else if (next)
        panel()->focusValues();
}

void InspectorController::addActor(AnnotationId id, VariableId variable, const QString &name)
{
    const OpenArticle *open = m_workspace.article();
    if (!open || !open->annotations.contains(id))
        return;
    const Annotation &annotation = open->annotations.at(id);
    m_workspace.commit(withActor(m_workspace, variable, name, annotation.values, [&](const std::vector<VariableValue> &values) {
        return setValues(m_workspace.codebook(), open->measured(), annotation, values, m_workspace.stamp().at);
    }));
}

} // namespace galley
