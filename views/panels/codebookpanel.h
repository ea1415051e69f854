// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shownprecedent.h"

#include <items/codebooktreemodel.h>

#include <domain/annotation.h>
#include <domain/coder.h>

#include <QWidget>

#include <map>
#include <vector>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;
class QVBoxLayout;

namespace galley {

class CodeCard;
class VariableForm;

/// The codes one can apply, with their keys and definitions, and the variables of the whole article as a form.
/// A click reads a definition; a double click or Enter codes.
class CodebookPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CodebookPanel(QWidget *parent = nullptr);
    ~CodebookPanel() override;

    void setCodebook(const Codebook &codebook, const std::vector<Actor> &actors);
    /// What the active coder recorded for the open article; layers that are not named are empty.
    void setArticleValues(const std::map<LayerId, std::vector<VariableValue>> &values);
    void setPrecedents(PrecedentsOf precedents); ///< shown below a code's definition
    void setArticleOpen(bool open); ///< without one, nothing can be recorded
    void showCode(CodeId code);     ///< selects it and shows its definition; emits nothing
    void commit();                  ///< takes what is being typed in the article's form; call it before the window closes
    void focusSearch();
    void focusArticleQuestions(); ///< the first that is open
    void focusArticleVariable(LayerId layer, VariableId variable);

signals:
    void left(); ///< from the article's questions: back to the text
    void codeChosen(galley::CodeId code); ///< to code with it
    void articleValuesChanged(galley::LayerId layer, const std::vector<galley::VariableValue> &values);
    void actorRequested(galley::LayerId layer, galley::VariableId variable, const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildCodes();
    QWidget *buildArticle();
    struct ArticleForm
    {
        QLabel *heading = nullptr;
        VariableForm *form = nullptr;
    };

    void showForms();
    void goOn(LayerId from);
    ArticleForm addForm(const Layer &layer);
    void describe(const QModelIndex &index);
    void choose(const QModelIndex &index);

    CodebookTreeModel m_model{CodebookTreeModel::Shape::Coding};
    QSortFilterProxyModel *m_filter;
    Codebook m_codebook;
    std::vector<Actor> m_actors;
    std::map<LayerId, std::vector<VariableValue>> m_values;
    bool m_articleOpen = false;
    QStackedWidget *m_stack;
    QLineEdit *m_search;
    QTreeView *m_tree;
    CodeCard *m_card;
    QWidget *m_article;
    QVBoxLayout *m_forms;
    std::map<LayerId, ArticleForm> m_formOf;
};

} // namespace galley
