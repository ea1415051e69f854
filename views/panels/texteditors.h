// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "valueeditor.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace galley {

/// What was typed as a value of the variable's type; nothing where it is none. Numbers are taken in the user's locale and in C.
/// An actor's value is its name here.
std::optional<Value> valueFromText(const Variable &variable, const QString &text);
QString textOf(const Variable &variable, const Value &value);

/// A number, date or line of text.
class LineEditor : public ValueEditor
{
    Q_OBJECT

public:
    LineEditor(const Variable &variable, QWidget *parent);
    ~LineEditor() override { release(); }

    void setValues(const std::vector<Value> &values) override;
    std::vector<Value> values() const override { return m_values; }
    void setReadOnly(bool readOnly) override;
    void commit() override;
    bool isTaken() const override;

private:
    void showProblem(bool problem);

    Variable m_variable;
    std::vector<Value> m_values;
    QLineEdit *m_line;
    QLabel *m_problem;
};

/// Several of them, one per line.
class LinesEditor : public ValueEditor
{
    Q_OBJECT

public:
    LinesEditor(const Variable &variable, QWidget *parent);

    void setValues(const std::vector<Value> &values) override;
    std::vector<Value> values() const override { return m_values; }
    void setReadOnly(bool readOnly) override;
    void setActors(const std::vector<Actor> &actors) override;
    void commit() override;
    bool isTaken() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showValues();

    Variable m_variable;
    std::vector<Actor> m_actors;
    std::vector<Value> m_values;
    QPlainTextEdit *m_edit;
    QLabel *m_problem;
};

} // namespace galley
