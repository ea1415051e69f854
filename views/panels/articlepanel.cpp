// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articlepanel.h"

#include "variableform.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

ArticlePanel::ArticlePanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"articlePanel"_s);
    setAccessibleName(tr("Questions on the article"));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Questions on the article"));
    auto *content = new QWidget(area);
    content->setAccessibleName(tr("Questions on the article"));
    m_forms = new QVBoxLayout(content);
    m_forms->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::margin);
    m_forms->setSpacing(metrics::near);
    m_forms->addStretch();
    area->setWidget(content);
    auto *empty = new EmptyState(u"article"_s, this);
    empty->setTexts(tr("No questions"), tr("The codebook asks nothing about whole articles."));
    m_stack->addWidget(area);
    m_stack->addWidget(empty);
    m_stack->setCurrentIndex(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
}

ArticlePanel::~ArticlePanel()
{
    for (const auto &[layer, shown] : m_formOf)
        shown.form->disconnect(this); // as in VariableForm
}

void ArticlePanel::setCodebook(const Codebook &codebook, const std::vector<Actor> &actors)
{
    m_codebook = codebook;
    m_actors = actors;
    showForms();
}

void ArticlePanel::setValues(const std::map<LayerId, std::vector<VariableValue>> &values, ArticleId of)
{
    m_values = values;
    m_article = of;
    showForms();
}

void ArticlePanel::setArticleOpen(bool open)
{
    m_articleOpen = open;
    for (const auto &[layer, shown] : m_formOf)
        shown.form->setReadOnly(!open);
}

void ArticlePanel::setSelectedPassage(SelectedPassage selected)
{
    m_selected = std::move(selected);
    for (const auto &[layer, shown] : m_formOf)
        shown.form->setSelectedPassage(m_selected);
}

void ArticlePanel::showForms()
{
    std::erase_if(m_formOf, [this](const auto &entry) {
        const Layer *layer = m_codebook.layer(entry.first);
        if (layer && layer->unit == LayerUnit::Article)
            return false;
        entry.second.form->clear();
        entry.second.form->deleteLater();
        entry.second.heading->deleteLater();
        return true;
    });
    for (const Layer &layer : m_codebook.layers()) {
        if (layer.unit != LayerUnit::Article)
            continue;
        if (!m_formOf.contains(layer.id))
            m_formOf[layer.id] = addForm(layer);
        const auto values = m_values.find(layer.id);
        const auto &[heading, form] = m_formOf[layer.id];
        heading->setText(layer.name);
        heading->setToolTip(layer.description);
        form->setAccessibleName(layer.name);
        form->setSubject(m_article.value);
        form->setVariables(m_codebook, layer.id, values == m_values.end() ? std::vector<VariableValue>() : values->second, m_actors);
    }
    m_stack->setCurrentIndex(m_formOf.empty() ? 1 : 0);
}

ArticlePanel::Form ArticlePanel::addForm(const Layer &layer)
{
    QWidget *content = m_forms->parentWidget();
    const Form added{headingLabel(layer.name, content), new VariableForm(content)};
    added.form->setReadOnly(!m_articleOpen);
    added.form->setSelectedPassage(m_selected);
    m_forms->insertWidget(m_forms->count() - 1, added.heading);
    m_forms->insertWidget(m_forms->count() - 1, added.form);
    connect(added.form, &VariableForm::left, this, &ArticlePanel::left);
    connect(added.form, &VariableForm::finished, this, [this, id = layer.id] { goOn(id); });
    connect(added.form, &VariableForm::valuesEdited, this, [this, id = layer.id](const auto &values) { emit valuesChanged(id, values); });
    connect(added.form, &VariableForm::actorRequested, this,
            [this, id = layer.id](VariableId variable, const QString &name) { emit actorRequested(id, variable, name); });
    return added;
}

void ArticlePanel::commit()
{
    for (const auto &[layer, shown] : m_formOf)
        shown.form->commit();
}

void ArticlePanel::focusVariable(LayerId layer, VariableId variable)
{
    const auto shown = m_formOf.find(layer);
    if (shown != m_formOf.end())
        shown->second.form->focusVariable(variable);
}

std::vector<VariableForm *> ArticlePanel::forms() const
{
    std::vector<VariableForm *> forms;
    for (const Layer &layer : m_codebook.layers()) {
        if (const auto shown = m_formOf.find(layer.id); shown != m_formOf.end() && !shown->second.form->isEmpty())
            forms.push_back(shown->second.form);
    }
    return forms;
}

void ArticlePanel::focusQuestions()
{
    const std::vector<VariableForm *> all = forms();
    if (all.empty())
        return;
    const auto open = std::ranges::find_if(all, [](const VariableForm *form) { return form->hasOpen(); });
    (open == all.end() ? all.front() : *open)->focusFirstOpen();
}

/// From the last question of a layer to the first of the next, and after all of them out.
void ArticlePanel::goOn(LayerId from)
{
    const std::vector<VariableForm *> all = forms();
    const auto at = std::ranges::find(all, m_formOf.at(from).form);
    if (at == all.end() || std::next(at) == all.end())
        emit left();
    else
        (*std::next(at))->focusFirst();
}

} // namespace galley
