// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditioneditor.h"

#include <widgets/metrics.h>

#include <QComboBox>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 5;
constexpr qint64 several = -1; ///< in the place of a variable's id

bool canBeAsked(const Variable &variable)
{
    return variable.type == VariableType::Code || variable.type == VariableType::Ordinal || variable.type == VariableType::Boolean;
}

} // namespace

ConditionEditor::ConditionEditor(const QString &name, const QString &always, QWidget *parent)
    : QWidget(parent)
    , m_variable(new QComboBox(this))
    , m_values(new QListWidget(this))
{
    setAccessibleName(name);
    m_variable->setAccessibleName(name);
    m_variable->addItem(always, qint64(0));
    m_variable->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_values->setAccessibleName(tr("%1: any of these values").arg(name));
    m_values->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_variable);
    layout->addWidget(m_values);
    setFocusProxy(m_variable);
    connect(m_variable, &QComboBox::activated, this, [this] {
        m_isKept = m_variable->currentData().toLongLong() == several;
        showValues();
        if (!m_values->isVisible() || m_isKept)
            emit edited(); // else a value has to be chosen first
    });
    connect(m_values, &QListWidget::itemChanged, this, &ConditionEditor::edited, Qt::QueuedConnection); // the list is filled anew then
}

void ConditionEditor::setCondition(const Codebook &codebook, const Variable &of, const Condition &condition)
{
    m_codebook = codebook;
    m_condition = condition;
    const bool one = std::ranges::all_of(condition.anyOf, [&](const VariableValue &value) { return value.variable == condition.anyOf.front().variable; });
    m_isKept = !one;
    while (m_variable->count() > 1)
        m_variable->removeItem(1);
    for (const Variable *other : codebook.variables(of.layer)) {
        if (other->position < of.position && canBeAsked(*other))
            m_variable->addItem(tr("when “%1” is").arg(other->name), other->id.value);
    }
    if (m_isKept)
        m_variable->addItem(tr("when one of several variables has a value"), several);
    const qint64 chosen = m_isKept ? several : condition.isEmpty() ? 0 : condition.anyOf.front().variable.value;
    m_variable->setCurrentIndex(std::max(0, m_variable->findData(chosen)));
    showValues();
}

std::vector<VariableValue> ConditionEditor::valuesOf(VariableId id) const
{
    const Variable *variable = m_codebook.variable(id);
    if (!variable)
        return {};
    if (variable->type == VariableType::Boolean)
        return {{id, true}, {id, false}};
    std::vector<VariableValue> values;
    for (const Code *code : m_codebook.codes(id))
        values.push_back({id, code->id});
    return values;
}

void ConditionEditor::showValues()
{
    const QSignalBlocker quiet(m_values);
    m_values->clear();
    for (const VariableValue &value : valuesOf({m_variable->currentData().toLongLong()})) {
        const auto *code = std::get_if<CodeId>(&value.value);
        auto *item = new QListWidgetItem(code ? m_codebook.path(*code) : std::get<bool>(value.value) ? tr("Yes") : tr("No"), m_values);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::ranges::contains(m_condition.anyOf, value) ? Qt::Checked : Qt::Unchecked);
    }
    m_values->setVisible(m_values->count() > 0);
    const int line = m_values->count() ? m_values->sizeHintForRow(0) : 0;
    m_values->setFixedHeight(line * std::min(mostLines, std::max(1, m_values->count())) + 2 * m_values->frameWidth());
}

Condition ConditionEditor::condition() const
{
    if (m_isKept)
        return m_condition;
    Condition condition;
    const std::vector<VariableValue> values = valuesOf({m_variable->currentData().toLongLong()});
    for (int row = 0; row < m_values->count(); ++row) {
        if (m_values->item(row)->checkState() == Qt::Checked)
            condition.anyOf.push_back(values[size_t(row)]);
    }
    return condition;
}

} // namespace galley
