// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "valueeditor.h"

class QCompleter;
class QComboBox;
class QListWidget;
class QToolButton;

namespace galley {

/// One of the values a variable can take.
struct Choice
{
    Value value;
    QString text;
    QString description;
    int depth = 0; ///< in the tree of codes
};

/// A few choices side by side; pressing the chosen one again takes it back.
class SegmentEditor : public ValueEditor
{
    Q_OBJECT

public:
    SegmentEditor(const QString &name, const std::vector<Choice> &choices, QWidget *parent);

    void setValues(const std::vector<Value> &values) override;
    std::vector<Value> values() const override;
    void setReadOnly(bool readOnly) override;

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< 1 chooses the first, and so on

private:
    void press(size_t place);

    std::vector<Choice> m_choices;
    std::vector<QToolButton *> m_buttons;
};

/// Many choices: a list to open, or to type a part of a name into.
class ComboEditor : public ValueEditor
{
    Q_OBJECT

public:
    ComboEditor(const QString &name, const std::vector<Choice> &choices, QWidget *parent);
    ~ComboEditor() override { release(); }

    void setValues(const std::vector<Value> &values) override;
    std::vector<Value> values() const override;
    void setReadOnly(bool readOnly) override;
    void commit() override;

private:
    std::vector<Choice> m_choices;
    QComboBox *m_combo;
    int m_chosen = 0; ///< row in the combo; 0 is "nothing"
};

/// Any number of choices.
class CheckListEditor : public ValueEditor
{
    Q_OBJECT

public:
    CheckListEditor(const QString &name, const std::vector<Choice> &choices, QWidget *parent);

    void setValues(const std::vector<Value> &values) override;
    std::vector<Value> values() const override;
    void setReadOnly(bool readOnly) override;

private:
    std::vector<Choice> m_choices;
    QListWidget *m_list;
};

/// An actor: one of those known, or a new name.
class ActorEditor : public ValueEditor
{
    Q_OBJECT

public:
    ActorEditor(const QString &name, QWidget *parent);
    ~ActorEditor() override { release(); }

    void setValues(const std::vector<Value> &values) override;
    std::vector<Value> values() const override;
    void setReadOnly(bool readOnly) override;
    void setActors(const std::vector<Actor> &actors) override;
    void commit() override;

private:
    void showValue();

    std::vector<Actor> m_actors;
    ActorId m_actor;
    QComboBox *m_combo;
};

} // namespace galley
