// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shownprecedent.h"

#include <items/codebooktreemodel.h>


#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace galley {

class CodeCard;

/// The codes one can apply, with their keys and definitions.
/// A click reads a definition; a double click or Enter codes.
class CodebookPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CodebookPanel(QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook);
    void setPrecedents(PrecedentsOf precedents); ///< shown below a code's definition
    void showCode(CodeId code); ///< selects it and shows its definition; emits nothing
    void focusSearch();

signals:
    void codeChosen(galley::CodeId code); ///< to code with it

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildCodes();
    void describe(const QModelIndex &index);
    void choose(const QModelIndex &index);

    CodebookTreeModel m_model{CodebookTreeModel::Shape::Coding};
    QSortFilterProxyModel *m_filter;
    Codebook m_codebook;
    QStackedWidget *m_stack;
    QLineEdit *m_search;
    QTreeView *m_tree;
    CodeCard *m_card;
};

} // namespace galley
