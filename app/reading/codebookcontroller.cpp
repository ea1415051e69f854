// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookcontroller.h"

#include "../frame/actions.h"
#include "../precedentbook.h"
#include "actorvalue.h"
#include "bringup.h"
#include "codingcontroller.h"

#include <panels/codebookpanel.h>
#include <project/annotationedits.h>
#include <project/workspace.h>

#include <algorithm>
#include <map>

namespace galley {

CodebookController::CodebookController(Workspace &workspace, CodingController &coding, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_coding(coding)
    , m_questions(makeAction(this, {"articleQuestions", tr("&Questions on the Article"), "", {Qt::CTRL | Qt::Key_J}, [this] { askArticle(); }}))
{
    connect(&workspace, &Workspace::projectOpened, this, &CodebookController::showCodebook);
    connect(&workspace, &Workspace::coderChanged, this, &CodebookController::showArticleValues);
    connect(&workspace, &Workspace::sightChanged, this, &CodebookController::showCodebook); // actors that are offered
    connect(&workspace, &Workspace::articleOpened, this, &CodebookController::showArticleValues);
    connect(&workspace, &Workspace::articleClosed, this, &CodebookController::showArticleValues);
    connect(&workspace, &Workspace::projectClosed, this, [this] { panel()->setCodebook({}, {}); });
    connect(&workspace, &Workspace::gapWanted, this, [this](const Incomplete &gap) {
        const Layer *layer = m_workspace.codebook().layer(gap.layer);
        if (!layer || layer->unit != LayerUnit::Article || gap.missing.empty())
            return;
        bringUp(panel());
        panel()->focusArticleVariable(gap.layer, gap.missing.front());
    });
    connect(&workspace, &Workspace::changed, this, [this](const Change &change) {
        const bool actors = std::ranges::any_of(change.edits, [](const AnyEdit &edit) { return std::holds_alternative<Edit<Actor>>(edit); });
        if (actors || altersCodebook(change))
            showCodebook();
        showArticleValues();
    });
    connect(&workspace, &Workspace::currentChanged, this, [this] {
        if (const Annotation *current = m_workspace.current())
            panel()->showCode(current->code);
    });
}

void CodebookController::askArticle()
{
    bringUp(panel());
    panel()->focusArticleQuestions();
}

CodebookPanel *CodebookController::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new CodebookPanel;
    connect(m_panel, &CodebookPanel::left, &m_coding, &CodingController::focusText);
    connect(m_panel, &CodebookPanel::codeChosen, &m_coding, &CodingController::code);
    connect(m_panel, &CodebookPanel::articleValuesChanged, this, &CodebookController::record);
    connect(m_panel, &CodebookPanel::actorRequested, this, &CodebookController::addActor);
    connect(&m_workspace, &Workspace::aboutToMoveOn, m_panel, &CodebookPanel::commit);
    connect(&PrecedentBook::of(m_workspace), &PrecedentBook::changed, this, &CodebookController::showPrecedents);
    showPrecedents();
    return m_panel;
}

/// How the like was settled, below the definition of each code.
void CodebookController::showPrecedents()
{
    m_panel->setPrecedents([this](CodeId code) {
        return PrecedentBook::of(m_workspace).shown([code](const Precedent &precedent) { return concerns(precedent, code); },
                                                    {m_workspace.codebook(), m_workspace.coders()});
    });
}

void CodebookController::showCodebook()
{
    panel()->setCodebook(m_workspace.codebook(), m_workspace.actors());
    showArticleValues();
}

const Annotation *CodebookController::articleAnnotation(LayerId layer) const
{
    for (const auto &[id, annotation] : m_workspace.article()->annotations) {
        if (annotation.layer == layer && annotation.ranges.empty() && annotation.coder == m_workspace.codingAs())
            return &annotation;
    }
    return nullptr;
}

void CodebookController::showArticleValues()
{
    panel()->setArticleOpen(m_workspace.article() && m_workspace.coder() && m_workspace.isWritable());
    std::map<LayerId, std::vector<VariableValue>> values;
    if (m_workspace.article()) {
        for (const Layer &layer : m_workspace.codebook().layers()) {
            const Annotation *recorded = layer.unit == LayerUnit::Article ? articleAnnotation(layer.id) : nullptr;
            if (recorded)
                values[layer.id] = recorded->values;
        }
    }
    panel()->setArticleValues(values);
}

/// The change that makes `values` what is recorded for the article.
Result<Change> CodebookController::recorded(LayerId layer, const std::vector<VariableValue> &values)
{
    const OpenArticle *open = m_workspace.article();
    const Codebook &codebook = m_workspace.codebook();
    const QDateTime now = m_workspace.stamp().at;
    if (const Annotation *before = articleAnnotation(layer))
        return values.empty() ? removeAnnotations(codebook, {*before}) : setValues(codebook, *before, values, now);
    if (values.empty())
        return Change();
    return annotate(codebook, {open->text, open->positions},
                    {m_workspace.allot<AnnotationTag>(), open->article.id, layer, m_workspace.codingAs(), {}, {}, values, {}}, now);
}

void CodebookController::record(LayerId layer, const std::vector<VariableValue> &values)
{
    if (m_workspace.article())
        m_workspace.commit(recorded(layer, values));
}

void CodebookController::addActor(LayerId layer, VariableId variable, const QString &name)
{
    if (!m_workspace.article())
        return;
    const Annotation *before = articleAnnotation(layer);
    m_workspace.commit(withActor(m_workspace, variable, name, before ? before->values : std::vector<VariableValue>(),
                                 [&](const std::vector<VariableValue> &values) { return recorded(layer, values); }));
}

} // namespace galley
