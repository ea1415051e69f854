// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "valueeditor.h"

class QLineEdit;
class QToolButton;

namespace galley {

/// A passage of the article, or several: selected there, shown here as they are quoted. Return takes what is selected and goes
/// on; Shift+Return, and the button, add it to what is there: as a further range, or where the variable takes several as a
/// passage of its own. Delete takes away what was added last.
class PassageEditor : public ValueEditor
{
    Q_OBJECT

public:
    PassageEditor(const Variable &variable, QWidget *parent);

    void setValues(const std::vector<Value> &values) override;
    std::vector<Value> values() const override { return m_values; }
    void setReadOnly(bool readOnly) override;
    void setSelectedPassage(const SelectedPassage &selected) override { m_selected = selected; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool take(bool further); ///< false: nothing is selected
    void takeAway();
    void showValues();

    Variable m_variable;
    std::vector<Value> m_values;
    SelectedPassage m_selected;
    QLineEdit *m_quote;
    QToolButton *m_take;
    bool m_readOnly = false;
};

} // namespace galley
