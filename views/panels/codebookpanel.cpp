// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookpanel.h"

#include "codecard.h"
#include "codedelegate.h"

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
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({570, 130});
    m_stack->addWidget(splitter);
    m_stack->addWidget(empty);
    m_stack->setCurrentIndex(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
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

void CodebookPanel::setCodebook(const Codebook &codebook)
{
    if (codebook != m_codebook) {
        m_codebook = codebook;
        m_model.setCodebook(codebook);
        m_tree->expandAll();
        m_card->clear();
    }
    m_stack->setCurrentIndex(codebook.layers().empty() ? 1 : 0);
}

void CodebookPanel::setPrecedents(PrecedentsOf precedents)
{
    m_card->setPrecedents(std::move(precedents));
}

void CodebookPanel::showCode(CodeId code)
{
    const QModelIndex index = m_filter->mapFromSource(m_model.indexOf(code));
    if (!index.isValid())
        return m_card->showCode(m_codebook, code);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
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

} // namespace galley
