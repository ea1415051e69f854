// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlequestionscontroller.h"

#include "../frame/actions.h"
#include "actorvalue.h"
#include "bringup.h"
#include "codingcontroller.h"

#include <panels/articlepanel.h>
#include <project/annotationedits.h>
#include <project/workspace.h>

#include <algorithm>
#include <map>

namespace galley {

ArticleQuestionsController::ArticleQuestionsController(Workspace &workspace, CodingController &coding, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_coding(coding)
    , m_questions(makeAction(this, {"articleQuestions", tr("&Questions on the Article"), "", {Qt::CTRL | Qt::Key_J}, [this] { ask(); }}))
{
    connect(&workspace, &Workspace::projectOpened, this, &ArticleQuestionsController::showCodebook);
    connect(&workspace, &Workspace::coderChanged, this, &ArticleQuestionsController::showValues);
    connect(&workspace, &Workspace::sightChanged, this, &ArticleQuestionsController::showCodebook); // actors that are offered
    connect(&workspace, &Workspace::articleOpened, this, &ArticleQuestionsController::showValues);
    connect(&workspace, &Workspace::articleClosed, this, &ArticleQuestionsController::showValues);
    connect(&workspace, &Workspace::projectClosed, this, [this] { panel()->setCodebook({}, {}); });
    connect(&workspace, &Workspace::gapWanted, this, [this](const Incomplete &gap) {
        const Layer *layer = m_workspace.codebook().layer(gap.layer);
        if (!layer || layer->unit != LayerUnit::Article || gap.missing.empty())
            return;
        bringUp(panel());
        panel()->focusVariable(gap.layer, gap.missing.front());
    });
    connect(&workspace, &Workspace::changed, this, [this](const Change &change) {
        if (alters<Actor>(change) || altersCodebook(change))
            showCodebook();
        showValues();
    });
}

void ArticleQuestionsController::ask()
{
    bringUp(panel());
    panel()->focusQuestions();
}

ArticlePanel *ArticleQuestionsController::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new ArticlePanel;
    m_panel->setSelectedPassage([this](const std::vector<Range> &with) { return m_coding.selectedPassage(with); });
    connect(m_panel, &ArticlePanel::left, &m_coding, &CodingController::focusText);
    connect(m_panel, &ArticlePanel::valuesChanged, this, &ArticleQuestionsController::record);
    connect(m_panel, &ArticlePanel::actorRequested, this, &ArticleQuestionsController::addActor);
    connect(&m_workspace, &Workspace::aboutToMoveOn, m_panel, &ArticlePanel::commit);
    return m_panel;
}

void ArticleQuestionsController::showCodebook()
{
    panel()->setCodebook(m_workspace.codebook(), m_workspace.actors());
    showValues();
}

const Annotation *ArticleQuestionsController::annotationOf(LayerId layer) const
{
    for (const auto &[id, annotation] : m_workspace.article()->annotations) {
        if (annotation.layer == layer && annotation.ranges.empty() && annotation.coder == m_workspace.codingAs())
            return &annotation;
    }
    return nullptr;
}

void ArticleQuestionsController::showValues()
{
    panel()->setArticleOpen(m_workspace.article() && m_workspace.coder() && m_workspace.isWritable());
    std::map<LayerId, std::vector<VariableValue>> values;
    if (m_workspace.article()) {
        for (const Layer &layer : m_workspace.codebook().layers()) {
            const Annotation *recorded = layer.unit == LayerUnit::Article ? annotationOf(layer.id) : nullptr;
            if (recorded)
                values[layer.id] = recorded->values;
        }
    }
    panel()->setValues(values, m_workspace.article() ? m_workspace.article()->article.id : ArticleId());
}

/// The change that makes `values` what is recorded for the article.
Result<Change> ArticleQuestionsController::recorded(LayerId layer, const std::vector<VariableValue> &values)
{
    const OpenArticle *open = m_workspace.article();
    const Codebook &codebook = m_workspace.codebook();
    const QDateTime now = m_workspace.stamp().at;
    if (const Annotation *before = annotationOf(layer))
        return values.empty() ? removeAnnotations(codebook, {*before}) : setValues(codebook, open->measured(), *before, values, now);
    if (values.empty())
        return Change();
    return annotate(codebook, open->measured(),
                    {m_workspace.allot<AnnotationTag>(), open->article.id, layer, m_workspace.codingAs(), {}, {}, values, {}}, now);
}

void ArticleQuestionsController::record(LayerId layer, const std::vector<VariableValue> &values)
{
    if (m_workspace.article())
        m_workspace.commit(recorded(layer, values));
}

void ArticleQuestionsController::addActor(LayerId layer, VariableId variable, const QString &name)
{
    if (!m_workspace.article())
        return;
    const Annotation *before = annotationOf(layer);
    m_workspace.commit(withActor(m_workspace, variable, name, before ? before->values : std::vector<VariableValue>(),
                                 [&](const std::vector<VariableValue> &values) { return recorded(layer, values); }));
}

} // namespace galley
