// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "valueeditor.h"

#include "choiceeditors.h"
#include "passageeditor.h"
#include "texteditors.h"

#include <QVBoxLayout>

#include <algorithm>

namespace galley {

namespace {

/// Few and short enough to stand side by side in a narrow panel.
bool fitsSegments(const std::vector<Choice> &choices)
{
    constexpr qsizetype most = 5;
    constexpr qsizetype letters = 40;
    qsizetype total = 0;
    for (const Choice &choice : choices)
        total += choice.text.size() + 2;
    return !choices.empty() && qsizetype(choices.size()) <= most && total <= letters;
}

std::vector<Choice> choicesOf(const Variable &variable, const Codebook &codebook)
{
    std::vector<Choice> choices;
    for (const Code *code : codebook.codes(variable.id)) {
        int depth = 0;
        for (const Code *above = codebook.code(code->parent); above; above = codebook.code(above->parent))
            ++depth;
        choices.push_back({code->id, code->retired ? ValueEditor::tr("%1 (retired)").arg(code->name) : code->name, code->definition, depth});
    }
    return choices;
}

} // namespace

ValueEditor::ValueEditor(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
}

void ValueEditor::fill(QWidget *control)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(accessibleName());
    setFocusProxy(control);
}

void ValueEditor::enter()
{
    commit();
    if (isTaken())
        emit entered();
}

void ValueEditor::release()
{
    for (QWidget *part : findChildren<QWidget *>())
        part->disconnect(this);
}

ValueEditor *makeValueEditor(const Variable &variable, const Codebook &codebook, QWidget *parent)
{
    switch (variable.type) {
    case VariableType::Code:
    case VariableType::Ordinal: {
        const std::vector<Choice> choices = choicesOf(variable, codebook);
        if (variable.multiple)
            return new CheckListEditor(variable.name, choices, parent);
        if (fitsSegments(choices))
            return new SegmentEditor(variable.name, choices, parent);
        return new ComboEditor(variable.name, choices, parent);
    }
    case VariableType::Boolean:
        return new SegmentEditor(variable.name, {{true, ValueEditor::tr("Yes"), {}, 0}, {false, ValueEditor::tr("No"), {}, 0}}, parent);
    case VariableType::Actor:
        if (!variable.multiple)
            return new ActorEditor(variable.name, parent);
        break;
    case VariableType::Passage:
        return new PassageEditor(variable, parent);
    case VariableType::Number:
    case VariableType::Text:
    case VariableType::Date:
        if (!variable.multiple)
            return new LineEditor(variable, parent);
        break;
    }
    return new LinesEditor(variable, parent);
}

} // namespace galley
