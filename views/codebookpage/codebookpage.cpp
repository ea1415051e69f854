// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookpage.h"

#include "codeform.h"
#include "partforms.h"
#include "revisionspane.h"
#include "sourceeditor.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
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
    auto *content = new QWidget(area);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    rows->addWidget(form);
    rows->addStretch();
    area->setWidget(content);
    return area;
}

} // namespace

CodebookPage::CodebookPage(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeView(this))
    , m_tabs(new QTabWidget(this))
    , m_treeOrEmpty(new QStackedWidget(this))
    , m_forms(new QStackedWidget(this))
    , m_why(secondaryLabel({}, this))
    , m_code(new CodeForm(this))
    , m_variable(new VariablePart(this))
    , m_layer(new LayerPart(this))
    , m_source(new SourceEditor(this))
    , m_revisions(new RevisionsPane(this))
    , m_freeze(new QPushButton(this))
    , m_file(new QToolButton(this))
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
    m_tabs->addTab(m_revisions, tr("&Revisions"));
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
    connect(m_code, &CodeForm::mergeWanted, this, &CodebookPage::mergeWanted);
    connect(m_code, &CodeForm::annotationsWanted, this, &CodebookPage::annotationsWanted);
    connect(m_variable, &VariablePart::edited, this, &CodebookPage::variableEdited);
    connect(m_layer, &LayerPart::edited, this, &CodebookPage::layerEdited);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (isAtRevisions())
            emit revisionsWanted();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &CodebookPage::showChosen);
    showChosen();
}

QWidget *CodebookPage::buildTree()
{
    auto *part = new QWidget(this);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::hair);
    m_tools = {
        addTool(u"add"_s, tr("One more of its kind (Insert)"), u"newCode"_s, [this] { emit besideWanted(chosen()); }),
        addTool(u"expand"_s, tr("New below this one (Shift+Insert)"), u"newCodeBelow"_s, [this] { emit belowWanted(chosen()); }),
        addTool(u"up"_s, tr("Move up (Ctrl+Up)"), u"codeUp"_s, [this] { emit moveWanted(chosen(), -1); }),
        addTool(u"down"_s, tr("Move down (Ctrl+Down)"), u"codeDown"_s, [this] { emit moveWanted(chosen(), 1); }),
        addTool(u"delete"_s, tr("Remove (Delete)"), u"removeCode"_s, [this] { emit removeWanted(chosen()); }),
        addTool(u"new"_s, tr("New layer (Ctrl+Insert)"), u"newLayer"_s, [this] { emit besideWanted({}); }),
    };
    for (QToolButton *tool : m_tools)
        tools->addWidget(tool);
    tools->addStretch();
    m_freeze->setObjectName(u"freezeCodebook"_s);
    m_freeze->setCheckable(true);
    m_freeze->setToolTip(tr("Nobody alters a frozen codebook, so that all code by the same, as for a reliability test"));
    connect(m_freeze, &QPushButton::clicked, this, &CodebookPage::freezeWanted);
    m_file->setObjectName(u"codebookFile"_s);
    m_file->setText(tr("F&ile"));
    m_file->setAccessibleName(tr("Codebook as a file"));
    m_file->setToolTip(tr("Bring a codebook in, write it to a file, print it"));
    m_file->setPopupMode(QToolButton::InstantPopup);
    m_file->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_file->setFocusPolicy(Qt::TabFocus);
    tools->addWidget(m_file);
    tools->addWidget(m_freeze);
    setFrozen(false, false);
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
    rows->addWidget(m_treeOrEmpty, 1);
    auto *empty = new EmptyState(u"codebook"_s, m_treeOrEmpty);
    empty->setTexts(tr("The codebook is empty"), tr("A codebook begins with a layer: what is coded, on passages or on whole articles."));
    connect(empty->addButton(tr("Add a Layer")), &QPushButton::clicked, this, [this] { emit besideWanted({}); });
    m_treeOrEmpty->addWidget(empty);
    m_treeOrEmpty->addWidget(m_tree);
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
    const CodebookPart before = chosen();
    m_model.setCodebook(codebook);
    m_tree->expandAll();
    if (const QModelIndex index = indexOf(before); index.isValid())
        m_tree->setCurrentIndex(index);
    m_treeOrEmpty->setCurrentIndex(codebook.layers().empty() ? 0 : 1);
    showChosen();
}

void CodebookPage::setActions(const QList<QAction *> &actions)
{
    auto *menu = new QMenu(m_file);
    menu->addActions(actions);
    m_file->setMenu(menu);
}

void CodebookPage::propose(const QString &yaml)
{
    m_tabs->setCurrentWidget(m_source);
    m_source->propose(yaml);
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

bool CodebookPage::isAtRevisions() const
{
    return m_tabs->currentWidget() == m_revisions;
}

void CodebookPage::setFrozen(bool frozen, bool mayFreeze)
{
    m_freeze->setChecked(frozen);
    m_freeze->setText(frozen ? tr("Frozen: &Thaw") : tr("Free&ze"));
    m_freeze->setAccessibleName(m_freeze->text().remove(u'&'));
    m_freeze->setEnabled(mayFreeze);
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

CodebookPart CodebookPage::chosen() const
{
    const QModelIndex index = m_tree->currentIndex();
    return {CodebookTreeModel::Kind(index.data(CodebookTreeModel::KindRole).toInt()), index.data(CodebookTreeModel::IdRole).toLongLong()};
}

QModelIndex CodebookPage::indexOf(CodebookPart part) const
{
    for (const QModelIndex &index : m_model.match(m_model.index(0, 0), CodebookTreeModel::IdRole, part.id, -1, Qt::MatchExactly | Qt::MatchRecursive)) {
        if (index.data(CodebookTreeModel::KindRole).toInt() == part.kind)
            return index;
    }
    return {};
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
        m_variable->setVariable(m_model.codebook(), *variable);
    else if (layer)
        m_layer->setLayer(*layer);
    m_forms->setCurrentIndex(code ? 1 : variable ? 2 : layer ? 3 : 0);
    const bool takesCodes = variable && (variable->type == VariableType::Code || variable->type == VariableType::Ordinal);
    const bool isOnScale = code && m_model.codebook().variable(code->variable)->type == VariableType::Ordinal;
    m_tools[0]->setEnabled(!m_readOnly && index.isValid());
    m_tools[1]->setEnabled(!m_readOnly && (layer || takesCodes || (code && !isOnScale)));
    for (QToolButton *tool : m_tools.mid(2, 3))
        tool->setEnabled(!m_readOnly && index.isValid());
    m_tools.back()->setEnabled(!m_readOnly);
}

void CodebookPage::showCode(CodeId code)
{
    const QModelIndex index = m_model.indexOf(code);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void CodebookPage::nameNew(CodebookPart part)
{
    m_tabs->setCurrentIndex(0);
    const QModelIndex index = indexOf(part);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    focusName();
}

void CodebookPage::focusName()
{
    if (m_forms->currentIndex() == 1)
        m_code->focusName();
    else if (m_forms->currentIndex() == 2)
        m_variable->focusName();
    else
        m_layer->focusName();
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
    if (m_model.codebook().layers().empty())
        m_treeOrEmpty->currentWidget()->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
    else
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
        : key->key() == Qt::Key_Insert && control            ? m_tools[5]
        : key->key() == Qt::Key_Up && control                ? m_tools[2]
        : key->key() == Qt::Key_Down && control              ? m_tools[3]
        : key->key() == Qt::Key_Delete && plain              ? m_tools[4]
                                                             : nullptr;
    if (tool)
        tool->click();
    else if (plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_F2) && chosen().id)
        focusName();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace galley
