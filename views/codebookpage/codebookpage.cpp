// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookpage.h"

#include "codeform.h"
#include "partforms.h"
#include "sourceeditor.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// A form at the top of a page that scrolls where it is low.
QWidget *scrolled(QWidget *form, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(form->accessibleName());
    form->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    area->setWidget(form);
    return area;
}

} // namespace

CodebookPage::CodebookPage(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeView(this))
    , m_tabs(new QTabWidget(this))
    , m_forms(new QStackedWidget(this))
    , m_why(secondaryLabel({}, this))
    , m_code(new CodeForm(this))
    , m_variable(new VariablePart(this))
    , m_layer(new LayerPart(this))
    , m_source(new SourceEditor(this))
{
    setObjectName(u"codebookPage"_s);
    setAccessibleName(tr("Codebook"));
    auto *none = new EmptyState(u"codebook"_s, m_forms);
    none->setTexts(tr("Nothing chosen"), tr("Choose a code, a variable or a layer to see what it means and to change it."));
    m_forms->addWidget(none);
    for (QWidget *form : {static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_variable), static_cast<QWidget *>(m_layer)})
        m_forms->addWidget(scrolled(form, m_forms));
    m_source->setContentsMargins(metrics::near, metrics::near, metrics::near, metrics::near);
    m_tabs->setObjectName(u"codebookTabs"_s);
    m_tabs->setAccessibleName(tr("Form or source"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_forms, tr("&Form"));
    m_tabs->addTab(m_source, tr("&Source (YAML)"));
    m_why->setWordWrap(true);
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(buildTree());
    split->addWidget(m_tabs);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    layout->addWidget(m_why);
    layout->addWidget(split, 1);
    connect(m_code, &CodeForm::edited, this, &CodebookPage::codeEdited);
    connect(m_variable, &VariablePart::edited, this, &CodebookPage::variableEdited);
    connect(m_layer, &LayerPart::edited, this, &CodebookPage::layerEdited);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &CodebookPage::showChosen);
    showChosen();
}

QWidget *CodebookPage::buildTree()
{
    auto *part = new QWidget(this);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::hair);
    const auto move = [this](int direction) {
        if (const Code *code = chosenCode())
            emit moveWanted(code->id, direction);
    };
    m_tools = {
        addTool(u"add"_s, tr("New code (Insert)"), u"newCode"_s, [this] { addBeside(); }),
        addTool(u"expand"_s, tr("New code below this one (Shift+Insert)"), u"newCodeBelow"_s, [this] { addBelow(); }),
        addTool(u"up"_s, tr("Move up (Ctrl+Up)"), u"codeUp"_s, [move] { move(-1); }),
        addTool(u"down"_s, tr("Move down (Ctrl+Down)"), u"codeDown"_s, [move] { move(1); }),
        addTool(u"delete"_s, tr("Remove (Delete)"), u"removeCode"_s,
                [this] {
                    if (const Code *code = chosenCode())
                        emit removeWanted(code->id);
                }),
    };
    for (QToolButton *tool : m_tools)
        tools->addWidget(tool);
    tools->addStretch();
    m_tree->setObjectName(u"codebookTree"_s);
    m_tree->setAccessibleName(tr("Codebook"));
    m_tree->setModel(&m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->installEventFilter(this);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addLayout(tools);
    rows->addWidget(m_tree, 1);
    return part;
}

QToolButton *CodebookPage::addTool(const QString &icon, const QString &text, const QString &id, const std::function<void()> &run)
{
    QToolButton *tool = iconButton(icon, text, this);
    tool->setObjectName(id);
    connect(tool, &QToolButton::clicked, this, run);
    return tool;
}

void CodebookPage::setCodebook(const Codebook &codebook)
{
    const Code *code = chosenCode();
    const CodeId chosen = code ? code->id : CodeId();
    m_model.setCodebook(codebook);
    m_tree->expandAll();
    if (chosen)
        showCode(chosen);
    showChosen();
}

void CodebookPage::setReadOnly(const QString &why)
{
    m_readOnly = !why.isEmpty();
    m_why->setText(why);
    m_why->setVisible(m_readOnly);
    m_code->setReadOnly(m_readOnly);
    m_variable->setReadOnly(m_readOnly);
    m_layer->setReadOnly(m_readOnly);
    m_source->setReadOnly(m_readOnly);
    showChosen();
}

void CodebookPage::setUseOf(std::function<QString(CodeId)> useOf)
{
    m_useOf = std::move(useOf);
    showChosen();
}

const Code *CodebookPage::chosenCode() const
{
    return m_model.codebook().code(m_model.code(m_tree->currentIndex()));
}

VariableId CodebookPage::chosenVariable() const
{
    if (const Code *code = chosenCode())
        return code->variable;
    const QModelIndex index = m_tree->currentIndex();
    if (index.data(CodebookTreeModel::KindRole).toInt() == CodebookTreeModel::VariableKind)
        return {index.data(CodebookTreeModel::IdRole).toLongLong()};
    const Variable *principal = m_model.codebook().principalVariable({index.data(CodebookTreeModel::IdRole).toLongLong()});
    return principal ? principal->id : VariableId();
}

void CodebookPage::showChosen()
{
    const QModelIndex index = m_tree->currentIndex();
    const qint64 id = index.data(CodebookTreeModel::IdRole).toLongLong();
    const Code *code = chosenCode();
    const Variable *variable = index.isValid() && !code ? m_model.codebook().variable(VariableId{id}) : nullptr;
    const Layer *layer = index.isValid() && !code && !variable ? m_model.codebook().layer(LayerId{id}) : nullptr;
    if (code)
        m_code->setCode(*code, m_useOf(code->id));
    else if (variable)
        m_variable->setVariable(*variable);
    else if (layer)
        m_layer->setLayer(*layer);
    m_forms->setCurrentIndex(code ? 1 : variable ? 2 : layer ? 3 : 0);
    const Variable *takes = m_model.codebook().variable(chosenVariable());
    const bool coded = takes && (takes->type == VariableType::Code || takes->type == VariableType::Ordinal);
    m_tools[0]->setEnabled(!m_readOnly && coded);
    for (QToolButton *tool : m_tools.mid(1))
        tool->setEnabled(!m_readOnly && code);
}

void CodebookPage::addBeside()
{
    const Code *code = chosenCode();
    if (m_tools[0]->isEnabled())
        emit codeWanted(chosenVariable(), code ? code->parent : CodeId());
}

void CodebookPage::addBelow()
{
    if (const Code *code = m_readOnly ? nullptr : chosenCode())
        emit codeWanted(code->variable, code->id);
}

void CodebookPage::showCode(CodeId code)
{
    const QModelIndex index = m_model.indexOf(code);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void CodebookPage::nameNewCode(CodeId code)
{
    m_tabs->setCurrentIndex(0);
    showCode(code);
    m_code->focusName();
}

void CodebookPage::commit()
{
    m_code->commit();
    m_variable->commit();
    m_layer->commit();
}

void CodebookPage::takeFocus()
{
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_model.index(0, 0));
    m_tree->setFocus(Qt::OtherFocusReason);
}

/// The tools by key, while the tree has the focus.
bool CodebookPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tree || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool shift = key->modifiers() == Qt::ShiftModifier, control = key->modifiers() == Qt::ControlModifier, plain = key->modifiers() == Qt::NoModifier;
    QToolButton *tool = key->key() == Qt::Key_Insert && plain ? m_tools[0]
        : key->key() == Qt::Key_Insert && shift              ? m_tools[1]
        : key->key() == Qt::Key_Up && control                ? m_tools[2]
        : key->key() == Qt::Key_Down && control              ? m_tools[3]
        : key->key() == Qt::Key_Delete && plain              ? m_tools[4]
                                                             : nullptr;
    if (tool)
        tool->click();
    else if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_F2) && chosenCode())
        m_code->focusName();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace galley
