// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "actorform.h"

#include <widgets/metrics.h>

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTableWidget>

#include <array>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 4;
constexpr int shownRows = 5;

bool isWhole(const ActorAttribute &attribute)
{
    return !attribute.name.isEmpty() && !attribute.value.isEmpty();
}

} // namespace

QString nameForPeople(ActorKind kind)
{
    switch (kind) {
    case ActorKind::Unstated:
        return ActorForm::tr("not stated");
    case ActorKind::Person:
        return ActorForm::tr("person");
    case ActorKind::Organisation:
        return ActorForm::tr("organisation");
    case ActorKind::Country:
        return ActorForm::tr("country");
    case ActorKind::Group:
        return ActorForm::tr("group");
    case ActorKind::Other:
        break;
    }
    return ActorForm::tr("other");
}

ActorForm::ActorForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_aliases(new QPlainTextEdit(this))
    , m_attributes(new QTableWidget(0, columns, this))
{
    setAccessibleName(tr("Actor"));
    m_name->setObjectName(u"actorName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_kind->setObjectName(u"actorKind"_s);
    m_kind->setAccessibleName(tr("Kind"));
    for (const ActorKind kind : {ActorKind::Unstated, ActorKind::Person, ActorKind::Organisation, ActorKind::Country, ActorKind::Group, ActorKind::Other})
        m_kind->addItem(nameForPeople(kind)); // in their order
    m_aliases->setObjectName(u"actorAliases"_s);
    m_aliases->setAccessibleName(tr("Other names"));
    m_aliases->setPlaceholderText(tr("Other names by which they are found, one per line"));
    m_aliases->setTabChangesFocus(true);
    m_aliases->setFixedHeight(m_aliases->fontMetrics().lineSpacing() * 3 + metrics::margin);
    m_aliases->installEventFilter(this);
    m_attributes->setObjectName(u"actorAttributes"_s);
    m_attributes->setAccessibleName(tr("What they were"));
    m_attributes->setHorizontalHeaderLabels({tr("What"), tr("Value"), tr("From"), tr("To")});
    m_attributes->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_attributes->verticalHeader()->hide();
    m_attributes->setTabKeyNavigation(false);
    m_attributes->setToolTip(tr("role, party … with the dates as far as known: 2023, 2023-05 or 2023-05-04"));
    m_attributes->setFixedHeight(m_attributes->verticalHeader()->defaultSectionSize() * (shownRows + 1));
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Other names"), m_aliases);
    form->addRow(tr("What they were"), m_attributes);
    connect(m_name, &QLineEdit::editingFinished, this, &ActorForm::commit);
    connect(m_kind, &QComboBox::activated, this, &ActorForm::commit);
    connect(m_attributes, &QTableWidget::itemChanged, this, &ActorForm::commit, Qt::QueuedConnection); // the table is filled anew then
}

void ActorForm::setActor(const Actor &actor)
{
    const bool same = actor.id == m_actor.id;
    m_actor = actor;
    if (!same || !m_name->hasFocus())
        m_name->setText(actor.name);
    m_kind->setCurrentIndex(int(actor.kind));
    const QString aliases = actor.aliases.join(u'\n');
    if ((!same || !m_aliases->hasFocus()) && m_aliases->toPlainText() != aliases)
        m_aliases->setPlainText(aliases);
    std::vector<ActorAttribute> shown = attributes();
    std::erase_if(shown, [](const ActorAttribute &attribute) { return !isWhole(attribute); });
    if (!same || shown != actor.attributes || m_attributes->rowCount() == 0) // else what is being typed in a new line stays
        showAttributes(actor.attributes);
}

void ActorForm::showAttributes(const std::vector<ActorAttribute> &attributes)
{
    const QSignalBlocker quiet(m_attributes);
    m_attributes->setRowCount(int(attributes.size()) + 1); // the last is to be filled
    for (int row = 0; row < m_attributes->rowCount(); ++row) {
        const ActorAttribute attribute = size_t(row) < attributes.size() ? attributes[size_t(row)] : ActorAttribute();
        const std::array<QString, columns> cells{attribute.name, attribute.value, attribute.from, attribute.to};
        for (int column = 0; column < columns; ++column)
            m_attributes->setItem(row, column, new QTableWidgetItem(cells[size_t(column)]));
    }
}

std::vector<ActorAttribute> ActorForm::attributes() const
{
    std::vector<ActorAttribute> attributes;
    for (int row = 0; row < m_attributes->rowCount(); ++row) {
        const auto cell = [&](int column) { return m_attributes->item(row, column) ? m_attributes->item(row, column)->text().simplified() : QString(); };
        const ActorAttribute attribute{cell(0), cell(1), cell(2), cell(3)};
        if (attribute != ActorAttribute())
            attributes.push_back(attribute);
    }
    return attributes;
}

void ActorForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_name->setReadOnly(readOnly);
    m_aliases->setReadOnly(readOnly);
    m_kind->setEnabled(!readOnly);
    m_attributes->setEditTriggers(readOnly ? QAbstractItemView::NoEditTriggers : QAbstractItemView::AllEditTriggers);
}

void ActorForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

Actor ActorForm::typed() const
{
    Actor now = m_actor;
    now.name = m_name->text().simplified();
    now.kind = ActorKind(m_kind->currentIndex());
    now.aliases.clear();
    for (const QString &alias : m_aliases->toPlainText().split(u'\n')) {
        if (!alias.trimmed().isEmpty())
            now.aliases += alias.simplified();
    }
    now.attributes = attributes();
    return now;
}

/// A line of which only half is typed waits for the other half.
void ActorForm::commit()
{
    const Actor now = typed();
    if (m_actor.id && !m_readOnly && now != m_actor && std::ranges::all_of(now.attributes, isWhole))
        emit edited(now);
}

bool ActorForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return QWidget::eventFilter(watched, event);
}

} // namespace galley
