// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookpanel.h"

#include "codecard.h"
#include "codedelegate.h"
#include "variableform.h"

#include <items/folding.h>
#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Codes whose name, path, key or definition has every word that was typed; what is above a code that fits stays.
class CodeFilter : public QSortFilterProxyModel
{
public:
    explicit CodeFilter(QObject *parent)
        : QSortFilterProxyModel(parent)
    {
        setRecursiveFilteringEnabled(true);
    }

    void setText(const QString &text)
    {
        m_words = folded(text).split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        if (m_words.isEmpty())
            return true;
        if (index.data(CodebookTreeModel::KindRole).toInt() != CodebookTreeModel::CodeKind)
            return false;
        const QString text = index.data(CodebookTreeModel::SearchRole).toString();
        return std::ranges::all_of(m_words, [&](const QString &word) { return text.contains(word); });
    }

private:
    QStringList m_words;
};

} // namespace

CodebookPanel::CodebookPanel(QWidget *parent)
    : QWidget(parent)
    , m_filter(new CodeFilter(this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Codebook"));
    m_filter->setSourceModel(&m_model);
    m_model.setDark(isDark(palette()));
    auto *empty = new EmptyState(u"codebook"_s, this);
    empty->setTexts(tr("No codebook yet"), tr("Open a project to see its codes. New projects begin with a codebook of your choice."));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setAccessibleName(tr("Codebook"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildCodes());
    splitter->addWidget(m_card = new CodeCard(this));
    splitter->addWidget(buildArticle());
    splitter->setStretchFactor(0, 6);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 2);
    splitter->setSizes({600, 120, 220});
    m_stack->addWidget(splitter);
    m_stack->addWidget(empty);
    m_stack->setCurrentIndex(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
}

CodebookPanel::~CodebookPanel()
{
    for (const auto &[layer, shown] : m_formOf)
        shown.form->disconnect(this); // as in VariableForm
}

QWidget *CodebookPanel::buildCodes()
{
    auto *codes = new QWidget(this);
    m_search = filterField(tr("Search codes"), codes);
    m_tree = new QTreeView(codes);
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new CodeDelegate(m_tree));
    m_tree->setAccessibleName(tr("Codes"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(metrics::apart);
    m_tree->setRootIsDecorated(true);
    m_tree->setMouseTracking(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    m_search->installEventFilter(this);
    auto *layout = new QVBoxLayout(codes);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::near);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::margin, metrics::near, metrics::margin, 0);
    top->addWidget(m_search);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        static_cast<CodeFilter *>(m_filter)->setText(text);
        m_tree->expandAll();
    });
    connect(m_tree, &QTreeView::doubleClicked, this, &CodebookPanel::choose); // a click only reads
    connect(m_tree, &QTreeView::entered, this, &CodebookPanel::describe);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &CodebookPanel::describe);
    return codes;
}

QWidget *CodebookPanel::buildArticle()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Variables of the article"));
    auto *content = new QWidget(area);
    content->setAccessibleName(tr("Variables of the article"));
    m_forms = new QVBoxLayout(content);
    m_forms->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::margin);
    m_forms->setSpacing(metrics::near);
    m_forms->addStretch();
    area->setWidget(content);
    m_article = area;
    return area;
}

void CodebookPanel::setCodebook(const Codebook &codebook, const std::vector<Actor> &actors)
{
    if (codebook != m_codebook) {
        m_codebook = codebook;
        m_model.setCodebook(codebook);
        m_tree->expandAll();
        m_card->clear();
    }
    m_actors = actors;
    m_stack->setCurrentIndex(codebook.layers().empty() ? 1 : 0);
    showForms();
}

void CodebookPanel::setArticleValues(const std::map<LayerId, std::vector<VariableValue>> &values)
{
    m_values = values;
    showForms();
}

void CodebookPanel::setPrecedents(PrecedentsOf precedents)
{
    m_card->setPrecedents(std::move(precedents));
}

void CodebookPanel::setArticleOpen(bool open)
{
    m_articleOpen = open;
    for (const auto &[layer, shown] : m_formOf)
        shown.form->setReadOnly(!open);
}

void CodebookPanel::showForms()
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
        form->setVariables(m_codebook, layer.id, values == m_values.end() ? std::vector<VariableValue>() : values->second, m_actors);
    }
    m_article->setVisible(!m_formOf.empty());
}

CodebookPanel::ArticleForm CodebookPanel::addForm(const Layer &layer)
{
    const ArticleForm added{headingLabel(layer.name, m_article), new VariableForm(m_article)};
    added.form->setReadOnly(!m_articleOpen);
    m_forms->insertWidget(m_forms->count() - 1, added.heading);
    m_forms->insertWidget(m_forms->count() - 1, added.form);
    connect(added.form, &VariableForm::left, this, &CodebookPanel::left);
    connect(added.form, &VariableForm::finished, this, [this, id = layer.id] { goOn(id); });
    connect(added.form, &VariableForm::valuesEdited, this,
            [this, id = layer.id](const auto &values) { emit articleValuesChanged(id, values); });
    connect(added.form, &VariableForm::actorRequested, this,
            [this, id = layer.id](VariableId variable, const QString &name) { emit actorRequested(id, variable, name); });
    return added;
}

void CodebookPanel::showCode(CodeId code)
{
    const QModelIndex index = m_filter->mapFromSource(m_model.indexOf(code));
    if (!index.isValid())
        return m_card->showCode(m_codebook, code);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void CodebookPanel::commit()
{
    for (const auto &[layer, shown] : m_formOf)
        shown.form->commit();
}

void CodebookPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CodebookPanel::describe(const QModelIndex &index)
{
    const qint64 id = index.data(CodebookTreeModel::IdRole).toLongLong();
    if (index.data(CodebookTreeModel::KindRole).toInt() == CodebookTreeModel::CodeKind)
        m_card->showCode(m_codebook, CodeId{id});
    else if (const Layer *layer = m_codebook.layer(LayerId{id}))
        m_card->showLayer(*layer);
}

void CodebookPanel::choose(const QModelIndex &index)
{
    if (const CodeId code = m_model.code(m_filter->mapToSource(index)))
        emit codeChosen(code);
}

void CodebookPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model.setDark(isDark(palette()));
}

bool CodebookPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Leave) {
        describe(m_tree->currentIndex());
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_tree && enter) {
        choose(m_tree->currentIndex());
        return true;
    }
    if (watched == m_search && key == Qt::Key_Down) {
        m_tree->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (watched == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (watched == m_search && enter) {
        // The first code that fits: layers are only headings.
        QModelIndex index = m_filter->index(0, 0);
        while (index.isValid() && !m_model.code(m_filter->mapToSource(index)))
            index = m_tree->indexBelow(index);
        choose(index);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CodebookPanel::focusArticleVariable(LayerId layer, VariableId variable)
{
    const auto shown = m_formOf.find(layer);
    if (shown != m_formOf.end())
        shown->second.form->focusVariable(variable);
}

void CodebookPanel::focusArticleQuestions()
{
    std::vector<VariableForm *> forms; // in the codebook's order
    for (const Layer &layer : m_codebook.layers()) {
        if (const auto shown = m_formOf.find(layer.id); shown != m_formOf.end() && !shown->second.form->isEmpty())
            forms.push_back(shown->second.form);
    }
    if (forms.empty())
        return;
    const auto open = std::ranges::find_if(forms, [](const VariableForm *form) { return form->hasOpen(); });
    (open == forms.end() ? forms.front() : *open)->focusFirstOpen();
}

/// From the last question of a layer to the first of the next, and after all of them out.
void CodebookPanel::goOn(LayerId from)
{
    bool passed = false;
    for (const Layer &layer : m_codebook.layers()) {
        const auto shown = m_formOf.find(layer.id);
        if (passed && shown != m_formOf.end() && !shown->second.form->isEmpty()) {
            shown->second.form->focusFirst();
            return;
        }
        passed = passed || layer.id == from;
    }
    emit left();
}

} // namespace galley
