// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actorspage.h"

#include "actorform.h"

#include <widgets/emptystate.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

ActorsPage::ActorsPage(QWidget *parent)
    : QWidget(parent)
    , m_values({tr("Name"), tr("Kind"), tr("Also called"), tr("Annotations")})
    , m_filter(new QLineEdit(this))
    , m_view(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_right(new QStackedWidget(this))
    , m_form(new ActorForm(this))
    , m_where(headingLabel({}, this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"actorsPage"_s);
    setAccessibleName(tr("Actors"));
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(buildList());
    split->addWidget(buildActor());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::margin, metrics::margin, metrics::margin, metrics::margin);
    layout->addWidget(split);
    connect(m_form, &ActorForm::edited, this, &ActorsPage::edited);
    showChosen();
}

QPushButton *ActorsPage::addButton(const QString &id, const QString &text, void (ActorsPage::*wanted)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(id);
    connect(button, &QPushButton::clicked, this, wanted);
    return button;
}

QWidget *ActorsPage::buildList()
{
    auto *part = new QWidget(this);
    m_filter->setObjectName(u"actorsFilter"_s);
    m_filter->setPlaceholderText(tr("Filter by any name"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_sorted.setSourceModel(&m_values);
    m_sorted.setSortRole(ValueTable::KeyRole);
    m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setSortLocaleAware(true);
    m_sorted.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted.setFilterKeyColumn(-1);
    m_view->setObjectName(u"actorsTable"_s);
    m_view->setAccessibleName(tr("Actors"));
    m_view->setModel(&m_sorted);
    readByRows(*m_view);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAlternatingRowColors(true);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(0, Qt::AscendingOrder);
    m_view->installEventFilter(this);
    auto *empty = new EmptyState(u"actors"_s, m_stack);
    empty->setTexts(tr("No actors yet"),
                    tr("People, organisations, countries and groups that take a position or are its target. They come here when a coder names them, or from a list."));
    QPushButton *bring = empty->addButton(tr("Import a List…"));
    connect(bring, &QPushButton::clicked, this, &ActorsPage::importWanted);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_view);
    m_merge = addButton(u"mergeActor"_s, tr("&Merge into…"), &ActorsPage::askWhomToMergeInto);
    m_remove = addButton(u"removeActor"_s, tr("&Remove"), &ActorsPage::wantRemoved);
    m_buttons = {addButton(u"newActor"_s, tr("&New Actor"), &ActorsPage::newWanted), m_merge, m_remove, addButton(u"importActors"_s, tr("&Import…"), &ActorsPage::importWanted),
                 addButton(u"exportActors"_s, tr("E&xport…"), &ActorsPage::exportWanted)};
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::near);
    for (QPushButton *button : m_buttons)
        buttons->addWidget(button);
    buttons->addStretch();
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->setSpacing(metrics::near);
    rows->addWidget(m_filter);
    rows->addLayout(buttons);
    rows->addWidget(m_stack, 1);
    connect(m_filter, &QLineEdit::textChanged, &m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_form->commit();
        showChosen();
        emit chosenChanged();
    });
    return part;
}

QWidget *ActorsPage::buildActor()
{
    auto *none = new EmptyState(u"actors"_s, m_right);
    none->setTexts(tr("Nobody chosen"), tr("Choose an actor to see what they are called, what they were, and where they occur."));
    auto *one = new QWidget(m_right);
    m_list->setObjectName(u"actorOccurrences"_s);
    m_list->setAccessibleName(tr("Where they occur"));
    m_list->setWordWrap(true);
    m_list->setAlternatingRowColors(true);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ActorsPage::go);
    auto *rows = new QVBoxLayout(one);
    rows->setContentsMargins(metrics::margin, 0, 0, 0);
    rows->setSpacing(metrics::near);
    rows->addWidget(m_form);
    rows->addWidget(m_where);
    rows->addWidget(m_list, 1);
    m_right->addWidget(none);
    m_right->addWidget(one);
    return m_right;
}

void ActorsPage::setActors(const std::vector<Actor> &actors, const std::map<ActorId, qint64> &uses)
{
    const ActorId before = chosen();
    m_actors = actors;
    m_uses = uses;
    std::vector<ValueRow> rows;
    for (const Actor &actor : actors) {
        const auto used = uses.find(actor.id);
        rows.push_back({actor.id.value,
                        {{actor.name}, {actor.kind == ActorKind::Unstated ? QString() : nameForPeople(actor.kind)}, {actor.aliases.join(u", "_s)},
                         numberCell(used == uses.end() ? 0 : int(used->second))}});
    }
    m_values.setRows(std::move(rows));
    m_stack->setCurrentIndex(actors.empty() ? 0 : 1);
    choose(before);
    showChosen();
}

void ActorsPage::setOccurrences(ActorId of, std::vector<ActorOccurrence> occurrences)
{
    if (of != chosen())
        return;
    m_occurrences = std::move(occurrences);
    m_list->clear();
    for (const ActorOccurrence &occurrence : m_occurrences)
        m_list->addItem(occurrence.text);
    m_where->setText(m_occurrences.empty() ? tr("Nothing that you see names them") : tr("Where they occur"));
}

void ActorsPage::setReadOnly(bool readOnly, bool mayMerge)
{
    m_readOnly = readOnly;
    m_mayMerge = mayMerge;
    showChosen();
}

ActorId ActorsPage::chosen() const
{
    return {m_view->currentIndex().data(ValueTable::IdRole).toLongLong()};
}

void ActorsPage::choose(ActorId actor)
{
    for (int row = 0; row < m_sorted.rowCount(); ++row) {
        const QModelIndex index = m_sorted.index(row, 0);
        if (index.data(ValueTable::IdRole).toLongLong() != actor.value)
            continue;
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    }
}

void ActorsPage::nameNew(ActorId actor)
{
    m_filter->clear();
    choose(actor);
    m_form->focusName();
}

void ActorsPage::showChosen()
{
    const auto actor = std::ranges::find(m_actors, chosen(), &Actor::id);
    const bool any = actor != m_actors.end();
    m_right->setCurrentIndex(any ? 1 : 0);
    m_form->setReadOnly(m_readOnly);
    if (any)
        m_form->setActor(*actor);
    m_buttons.front()->setEnabled(!m_readOnly);
    m_merge->setEnabled(any && !m_readOnly && m_mayMerge && m_actors.size() > 1);
    m_merge->setToolTip(m_mayMerge ? QString() : tr("Only a lead makes one actor of two."));
    m_remove->setEnabled(any && !m_readOnly && !m_uses.contains(actor->id));
    m_remove->setToolTip(any && m_uses.contains(actor->id) ? tr("Annotations name them. Merge them into another actor.") : QString());
    m_buttons[3]->setEnabled(!m_readOnly);
    m_buttons[4]->setEnabled(!m_actors.empty());
}

void ActorsPage::askWhomToMergeInto()
{
    const ActorId from = chosen();
    QStringList names;
    std::vector<ActorId> ids;
    std::vector<Actor> others = m_actors;
    std::ranges::sort(others, [](const Actor &a, const Actor &b) { return a.name.localeAwareCompare(b.name) < 0; });
    QString name;
    for (const Actor &actor : others) {
        if (actor.id == from) {
            name = actor.name;
            continue;
        }
        names += actor.name;
        ids.push_back(actor.id);
    }
    const qint64 uses = m_uses.contains(from) ? m_uses.at(from) : 0;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"mergeInto"_s);
    dialog->setWindowTitle(tr("Merge Actors"));
    dialog->setLabelText(tr("%n annotations name “%1”. They will name, as one step that can be undone:", nullptr, int(uses)).arg(name));
    dialog->setComboBoxItems(names);
    dialog->setOkButtonText(tr("Merge"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, from, names, ids](const QString &chosenName) {
        if (const qsizetype at = names.indexOf(chosenName); at >= 0)
            emit mergeWanted(from, ids[size_t(at)]);
    });
    dialog->open();
}

void ActorsPage::wantRemoved()
{
    emit removeWanted(chosen());
}

void ActorsPage::go()
{
    const int row = m_list->currentRow();
    if (row >= 0 && size_t(row) < m_occurrences.size())
        emit occurrenceWanted(m_occurrences[size_t(row)]);
}

void ActorsPage::commit()
{
    m_form->commit();
}

void ActorsPage::takeFocus()
{
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_sorted.index(0, 0));
    m_view->setFocus(Qt::OtherFocusReason);
}

bool ActorsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = !(key->modifiers() & ~Qt::KeypadModifier), enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_list && plain && enter)
        go();
    else if (watched == m_view && plain && (enter || key->key() == Qt::Key_F2))
        m_form->focusName();
    else if (watched == m_view && plain && key->key() == Qt::Key_Insert && m_buttons.front()->isEnabled())
        emit newWanted();
    else if (watched == m_view && plain && key->key() == Qt::Key_Delete && m_remove->isEnabled())
        wantRemoved();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace galley
