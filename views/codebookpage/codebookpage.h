// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <items/codebooktreemodel.h>

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace galley {

class CodeForm;
class LayerPart;
class RevisionsPane;
class SourceEditor;
class VariablePart;

/// A layer, variable or code of the codebook.
struct CodebookPart
{
    CodebookTreeModel::Kind kind = CodebookTreeModel::LayerKind;
    qint64 id = 0; ///< 0: none
};

/// The codebook as a tree, and beside it what is chosen in it as a form, or all of it as YAML.
class CodebookPage : public QWidget
{
    Q_OBJECT

public:
    explicit CodebookPage(QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook);
    void setReadOnly(const QString &why); ///< empty: it may be changed
    void setActions(const QList<QAction *> &actions); ///< what can be done with the codebook as a whole
    void propose(const QString &yaml);                ///< in the source, to be looked at and applied
    void setUseOf(std::function<QString(CodeId)> useOf); ///< in words
    void showCode(CodeId code);      ///< chooses it
    void nameNew(CodebookPart part); ///< chooses it, and its name is to be typed
    SourceEditor &source() { return *m_source; }
    RevisionsPane &revisions() { return *m_revisions; }
    bool isAtRevisions() const;
    void setFrozen(bool frozen, bool mayFreeze);
    void commit(); ///< takes what is being typed
    void takeFocus();

signals:
    void codeEdited(const galley::Code &code);
    void variableEdited(const galley::Variable &variable);
    void layerEdited(const galley::Layer &layer);
    void besideWanted(galley::CodebookPart part); ///< one more of its kind; of none: a layer
    void belowWanted(galley::CodebookPart part);  ///< a variable of the layer, a code of the variable or below the code
    void removeWanted(galley::CodebookPart part);
    void moveWanted(galley::CodebookPart part, int direction);
    void mergeWanted(galley::CodeId code); ///< into another one
    void annotationsWanted(galley::CodeId code);
    void freezeWanted(bool freeze);
    void revisionsWanted(); ///< they are looked at

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTree();
    QToolButton *addTool(const QString &icon, const QString &text, const QString &id, const std::function<void()> &run);
    void showChosen();
    CodebookPart chosen() const;
    const Code *chosenCode() const;
    QModelIndex indexOf(CodebookPart part) const;
    void focusName();

    CodebookTreeModel m_model{CodebookTreeModel::Shape::Full};
    std::function<QString(CodeId)> m_useOf = [](CodeId) { return QString(); };
    bool m_readOnly = false;
    QTreeView *m_tree;
    QList<QToolButton *> m_tools;
    QTabWidget *m_tabs;
    QStackedWidget *m_treeOrEmpty;
    QStackedWidget *m_forms;
    QLabel *m_why;
    CodeForm *m_code;
    VariablePart *m_variable;
    LayerPart *m_layer;
    SourceEditor *m_source;
    RevisionsPane *m_revisions;
    QPushButton *m_freeze;
    QToolButton *m_file;
};

} // namespace galley
