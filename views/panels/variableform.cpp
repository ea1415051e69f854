// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "variableform.h"

#include "valueeditor.h"

#include <domain/questions.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QApplication>
#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

std::vector<const Variable *> shownVariables(const Codebook &codebook, LayerId layer)
{
    std::vector<const Variable *> variables = codebook.variables(layer);
    std::erase(variables, codebook.principalVariable(layer));
    return variables;
}

} // namespace

VariableForm::VariableForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setVerticalSpacing(metrics::tight);
    setAccessibleName(tr("Variables"));
}

/// What still has the focus reports that editing has ended when the window goes; nobody is whole enough then to hear it.
VariableForm::~VariableForm()
{
    for (const Row &row : m_rows)
        row.editor->disconnect(this);
}

void VariableForm::setVariables(const Codebook &codebook, LayerId layer, const std::vector<VariableValue> &values,
                                const std::vector<Actor> &actors, CodeId code)
{
    const std::vector<const Variable *> variables = shownVariables(codebook, layer);
    const bool same = layer == m_layer && codebook == m_codebook;
    if (!same) {
        clear();
        m_layer = layer;
        m_codebook = codebook;
        build(codebook, variables);
    }
    m_actors = actors;
    m_code = code;
    for (const Row &row : m_rows) {
        std::vector<Value> own;
        for (const VariableValue &value : values) {
            if (value.variable == row.variable.id)
                own.push_back(value.value);
        }
        row.editor->setActors(actors);
        row.editor->setValues(own);
    }
    ask();
    m_known = this->values();
    mark();
}

void VariableForm::setCode(CodeId code)
{
    m_code = code;
    ask();
    m_known = values();
    mark();
}

void VariableForm::setSubject(qint64 subject)
{
    if (std::exchange(m_subject, subject) != subject)
        m_setAside.clear();
}

/// Shows what is asked for. What is not keeps what was entered there, and has it again when it is asked for again.
void VariableForm::ask()
{
    std::vector<VariableValue> answers;
    for (Row &row : m_rows) {
        const bool asked = holds(m_codebook, row.variable.shownWhen, {m_code, answers});
        std::vector<Value> own = row.editor->values();
        if (!asked && !own.empty())
            m_setAside[row.variable.id] = own;
        const auto kept = m_setAside.find(row.variable.id);
        if (asked && !row.asked && own.empty() && kept != m_setAside.end()) {
            row.editor->setValues(kept->second);
            own = row.editor->values();
        }
        if (asked && row.asked) // what was taken away by hand stays away
            m_setAside.erase(row.variable.id);
        row.asked = asked;
        m_layout->setRowVisible(row.editor, asked);
        for (const Value &value : own) {
            if (asked)
                answers.push_back({row.variable.id, value});
        }
    }
}

void VariableForm::build(const Codebook &codebook, const std::vector<const Variable *> &variables)
{
    for (const Variable *variable : variables) {
        auto *editor = makeValueEditor(*variable, codebook, this);
        auto *label = new QLabel(this);
        label->setToolTip(variable->description);
        label->setBuddy(editor);
        label->setContentsMargins(0, m_rows.empty() ? 0 : metrics::near, 0, 0);
        editor->setReadOnly(m_readOnly);
        editor->setSelectedPassage(m_selected);
        editor->setToolTip(variable->description);
        m_layout->addRow(label, editor);
        m_rows.push_back({*variable, editor, label});
        connect(editor, &ValueEditor::edited, this, [this] {
            ask();
            mark();
            std::vector<VariableValue> now = this->values();
            if (now == m_known)
                return;
            m_known = now;
            emit valuesEdited(now);
        });
        connect(editor, &ValueEditor::entered, this, [this, editor] { goOn(editor); });
        connect(editor, &ValueEditor::actorNamed, this,
                [this, id = variable->id](const QString &name) { emit actorRequested(id, name); });
    }
}

void VariableForm::setSelectedPassage(SelectedPassage selected)
{
    m_selected = std::move(selected);
    for (const Row &row : m_rows)
        row.editor->setSelectedPassage(m_selected);
}

void VariableForm::clear()
{
    for (const Row &row : m_rows) {
        // Losing the focus makes an editor commit: it must be whole then, and nobody may listen any more.
        row.editor->disconnect(this);
        row.editor->hide();
        const QFormLayout::TakeRowResult taken = m_layout->takeRow(row.editor);
        delete taken.labelItem;
        delete taken.fieldItem;
        row.editor->deleteLater();
        row.label->deleteLater();
        row.label->hide();
    }
    m_rows.clear();
    m_known.clear();
    m_setAside.clear();
    m_layer = {};
    m_codebook = {};
}

void VariableForm::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const Row &row : m_rows)
        row.editor->setReadOnly(readOnly);
    mark();
}

std::vector<VariableValue> VariableForm::values() const
{
    std::vector<VariableValue> values;
    for (const Row &row : m_rows) {
        for (const Value &value : row.editor->values()) {
            if (row.asked)
                values.push_back({row.variable.id, value});
        }
    }
    return values;
}

bool VariableForm::isComplete() const
{
    const std::vector<VariableValue> now = values();
    return std::ranges::none_of(m_rows, [&](const Row &row) { return row.editor->values().empty() && isRequired(m_codebook, row.variable, {m_code, now}); });
}

void VariableForm::commit()
{
    for (const Row &row : m_rows)
        row.editor->commit();
}

bool VariableForm::hasOpen() const
{
    return std::ranges::any_of(m_rows, [](const Row &row) { return row.asked && row.editor->values().empty(); });
}

void VariableForm::focus(const Row &row)
{
    row.editor->setFocus(Qt::TabFocusReason);
    for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around)) { // the whole answer, and what is asked
            area->ensureWidgetVisible(row.editor);
            area->ensureWidgetVisible(row.label);
        }
    }
}

void VariableForm::focusFirst()
{
    const auto first = std::ranges::find(m_rows, true, &Row::asked);
    if (first != m_rows.end())
        focus(*first);
}

void VariableForm::focusFirstOpen()
{
    const auto open = std::ranges::find_if(m_rows, [](const Row &row) { return row.asked && row.editor->values().empty(); });
    if (open == m_rows.end())
        focusFirst();
    else
        focus(*open);
}

/// To the next, and after the last one out.
void VariableForm::goOn(const ValueEditor *from)
{
    auto row = std::ranges::find(m_rows, from, &Row::editor);
    if (row != m_rows.end())
        row = std::find_if(std::next(row), m_rows.end(), [](const Row &next) { return next.asked; });
    if (row != m_rows.end())
        focus(*row);
    else
        emit finished();
}

/// What the editors have no use for: they have taken what was typed when Return comes here.
void VariableForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !event->modifiers()) {
        commit();
        emit left();
        return;
    }
    const auto row = std::ranges::find_if(m_rows, [](const Row &known) { return known.editor->isAncestorOf(QApplication::focusWidget()); });
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !(event->modifiers() & ~Qt::KeypadModifier) && row != m_rows.end()) {
        row->editor->commit();
        if (row->editor->isTaken())
            goOn(row->editor);
        return;
    }
    QWidget::keyPressEvent(event);
}

bool VariableForm::focusVariable(VariableId variable)
{
    const auto row = std::ranges::find(m_rows, variable, [](const Row &known) { return known.variable.id; });
    if (row == m_rows.end() || !row->asked)
        return false;
    focus(*row);
    return true;
}

void VariableForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark(); // the warning's colour is another in the other theme
}

/// Says of a required variable that it is, in words and not by colour alone.
void VariableForm::mark()
{
    const std::vector<VariableValue> now = values();
    for (const Row &row : m_rows) {
        const bool missing = !m_readOnly && row.editor->values().empty() && isRequired(m_codebook, row.variable, {m_code, now});
        const QString name = row.variable.name.toHtmlEscaped();
        const QString color = toneColor(Tone::Warning, palette()).name();
        row.label->setText(missing ? tr("%1 <span style=\"color:%2\">— required</span>").arg(name, color) : name);
        row.label->setAccessibleName(missing ? tr("%1, required").arg(row.variable.name) : row.variable.name);
    }
}

} // namespace galley
