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

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace galley {

class VariableForm;

/// The questions on the whole article, in the codebook's order, as forms to be answered by key.
class ArticlePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ArticlePanel(QWidget *parent = nullptr);
    ~ArticlePanel() override;

    void setCodebook(const Codebook &codebook, const std::vector<Actor> &actors);
    /// What the active coder recorded for the open article; layers that are not named are empty.
    void setValues(const std::map<LayerId, std::vector<VariableValue>> &values, ArticleId of = {});
    void setSelectedPassage(SelectedPassage selected); ///< what values that are passages are taken from
    void setArticleOpen(bool open); ///< without one, nothing can be recorded
    void commit();                  ///< takes what is being typed; call it before the window closes
    void focusQuestions();          ///< the first that is open
    void focusVariable(LayerId layer, VariableId variable);

signals:
    void left(); ///< back to the text
    void valuesChanged(galley::LayerId layer, const std::vector<galley::VariableValue> &values);
    void actorRequested(galley::LayerId layer, galley::VariableId variable, const QString &name);

private:
    struct Form
    {
        QLabel *heading = nullptr;
        VariableForm *form = nullptr;
    };

    void showForms();
    void goOn(LayerId from);
    Form addForm(const Layer &layer);
    std::vector<VariableForm *> forms() const; ///< in the codebook's order, those that ask something

    Codebook m_codebook;
    std::vector<Actor> m_actors;
    std::map<LayerId, std::vector<VariableValue>> m_values;
    ArticleId m_article; ///< whose they are
    bool m_articleOpen = false;
    SelectedPassage m_selected;
    QStackedWidget *m_stack;
    QVBoxLayout *m_forms;
    std::map<LayerId, Form> m_formOf;
};

} // namespace galley
