// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "passageeditor.h"

#include <domain/shortened.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

PassageEditor::PassageEditor(const Variable &variable, QWidget *parent)
    : ValueEditor(variable.name, parent)
    , m_variable(variable)
    , m_quote(new QLineEdit(this))
    , m_take(iconButton(u"add"_s, tr("Take the selected text (Return)"), this))
{
    auto *row = new QWidget(this);
    auto *columns = new QHBoxLayout(row);
    columns->setContentsMargins({});
    columns->setSpacing(metrics::hair);
    columns->addWidget(m_quote, 1);
    columns->addWidget(m_take);
    row->setFocusProxy(m_quote);
    m_quote->setReadOnly(true);
    m_quote->setAccessibleName(variable.name);
    m_quote->setPlaceholderText(tr("Select text, then Return"));
    m_quote->installEventFilter(this);
    m_take->setObjectName(u"takePassage"_s);
    m_take->setFocusPolicy(Qt::NoFocus); // Return does the same
    connect(m_take, &QToolButton::clicked, this, [this] { take(!m_values.empty()); });
    fill(row);
}

bool PassageEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (watched != m_quote || (event->type() != QEvent::KeyPress && !isOverride) || m_readOnly)
        return ValueEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool isDelete = (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) && modifiers == Qt::NoModifier;
    if (isOverride) { // a line that cannot be typed into leaves Delete to the window, where it deletes the annotation
        if (isDelete)
            event->accept();
        return isDelete;
    }
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isReturn && modifiers == Qt::ShiftModifier) {
        take(true);
        return true;
    }
    if (isReturn && modifiers == Qt::NoModifier) {
        take(false);
        emit entered();
        return true;
    }
    if (isDelete) {
        takeAway();
        return true;
    }
    return false;
}

bool PassageEditor::take(bool further)
{
    const auto *last = m_values.empty() ? nullptr : std::get_if<Passage>(&m_values.back());
    const bool joins = further && last && !m_variable.multiple;
    std::optional<Passage> passage = m_selected ? m_selected(joins ? last->ranges : std::vector<Range>()) : std::nullopt;
    if (!passage)
        return false;
    if (m_variable.multiple && (further || m_values.empty()))
        m_values.push_back(std::move(*passage));
    else
        m_values = {std::move(*passage)};
    showValues();
    emit edited();
    return true;
}

void PassageEditor::takeAway()
{
    if (m_values.empty())
        return;
    m_values.pop_back();
    showValues();
    emit edited();
}

void PassageEditor::setValues(const std::vector<Value> &values)
{
    m_values = values;
    showValues();
}

void PassageEditor::showValues()
{
    QStringList quotes;
    for (const Value &value : m_values) {
        if (const auto *passage = std::get_if<Passage>(&value))
            quotes += quoted(passage->quote.simplified());
    }
    m_quote->setText(quotes.join(u"  "_s));
    m_quote->setCursorPosition(0);
    m_quote->setToolTip(quotes.join(u'\n'));
}

void PassageEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_take->setVisible(!readOnly);
}

} // namespace galley
