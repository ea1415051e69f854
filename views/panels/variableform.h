// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "valueeditor.h"

#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/coder.h>

#include <QWidget>

#include <map>
#include <vector>

class QFormLayout;
class QLabel;

namespace galley {

/// The variables of a layer as a form, each with the editor its type asks for. Required ones are marked, and said to be
/// missing until they have a value. Setting values never emits, and keeps the focus and caret where the layer is the same.
class VariableForm : public QWidget
{
    Q_OBJECT

public:
    explicit VariableForm(QWidget *parent = nullptr);
    ~VariableForm() override;

    /// A span layer's principal variable is left out: it is chosen by coding, and `code` is its value.
    void setVariables(const Codebook &codebook, LayerId layer, const std::vector<VariableValue> &values,
                      const std::vector<Actor> &actors, CodeId code = {});
    void setCode(CodeId code);
    /// Whose values they are: what was entered where nothing is asked any more is kept while it is the same.
    void setSubject(qint64 subject);
    void setSelectedPassage(SelectedPassage selected); ///< without it no passage can be entered
    void clear();
    void setReadOnly(bool readOnly);

    LayerId layer() const { return m_layer; }
    bool isEmpty() const { return m_rows.empty(); } ///< the layer has no further variables
    std::vector<VariableValue> values() const;      ///< in the codebook's order
    bool isComplete() const;                        ///< every required variable has a value
    void commit(); ///< takes what is being typed; emits if it alters something
    bool hasOpen() const; ///< one has no value
    void focusFirst();
    void focusFirstOpen(); ///< the first without a value; where all have one, the first
    bool focusVariable(VariableId variable); ///< false: it is none of these

signals:
    void left();     ///< Escape: back to where one came from
    void finished(); ///< Return in the last one
    void valuesEdited(const std::vector<galley::VariableValue> &values);
    /// A name was typed that no actor has. The owner adds the actor and hands the values back with its id.
    void actorRequested(galley::VariableId variable, const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        Variable variable;
        ValueEditor *editor = nullptr;
        QLabel *label = nullptr;
        bool asked = true; ///< it depends on what others say (Variable::shownWhen)
    };

    void build(const Codebook &codebook, const std::vector<const Variable *> &variables);
    void ask();
    void mark();
    void goOn(const ValueEditor *from);
    void focus(const Row &row); ///< and bring it in sight

    LayerId m_layer;
    Codebook m_codebook;
    std::vector<Actor> m_actors;
    SelectedPassage m_selected;
    QFormLayout *m_layout;
    std::vector<Row> m_rows;
    std::vector<VariableValue> m_known; ///< as last set or emitted
    CodeId m_code;
    qint64 m_subject = 0;
    std::map<VariableId, std::vector<Value>> m_setAside; ///< entered where nothing is asked any more
    bool m_readOnly = false;
};

} // namespace galley
