// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QWidget>

#include <vector>

class QComboBox;
class QListWidget;

namespace galley {

/// What a variable depends on: always, or one of the chosen values of another variable in front of it.
class ConditionEditor : public QWidget
{
    Q_OBJECT

public:
    ConditionEditor(const QString &name, const QString &always, QWidget *parent);

    /// `of` is the variable that depends. Values of several variables, as the source can state them, are shown and kept.
    void setCondition(const Codebook &codebook, const Variable &of, const Condition &condition);
    Condition condition() const;

signals:
    void edited();

private:
    void showValues();
    std::vector<VariableValue> valuesOf(VariableId variable) const;

    Codebook m_codebook;
    Condition m_condition; ///< as last set
    bool m_isKept = false; ///< it asks several variables: it is what it was until another is chosen
    QComboBox *m_variable;
    QListWidget *m_values;
};

} // namespace galley
