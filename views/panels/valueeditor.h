// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/coder.h>

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace galley {

/// What is selected in the article, and these ranges of it, as one passage; nothing where nothing is selected.
using SelectedPassage = std::function<std::optional<Passage>(const std::vector<Range> &with)>;

/// Edits the value (or values) of one variable. What is set never emits; what the user does emits `edited` once it counts:
/// a choice at once, typed text on Enter or when the focus leaves.
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ValueEditor(const QString &name, QWidget *parent);

    virtual void setValues(const std::vector<Value> &values) = 0;
    virtual std::vector<Value> values() const = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    virtual void setActors(const std::vector<Actor> &) {}
    virtual void setSelectedPassage(const SelectedPassage &) {}
    virtual void commit() {} ///< takes what is being typed
    virtual bool isTaken() const { return true; } ///< false: what is typed is no value, and is still there to be mended

signals:
    void edited();
    void actorNamed(const QString &name); ///< no actor has this name yet
    void entered();                       ///< it has been answered by key: on to the next

protected:
    void fill(QWidget *control); ///< the one control it consists of
    void enter();                ///< commits, and says so where what was typed is taken
    /// For destructors: a control that dies with the focus reports that editing has ended, to an editor that is half gone.
    void release();
};

/// The editor a variable's type asks for.
ValueEditor *makeValueEditor(const Variable &variable, const Codebook &codebook, QWidget *parent);

} // namespace galley
