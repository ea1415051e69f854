// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <items/codebooktreemodel.h>

#include <QWidget>

#include <functional>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QToolButton;
class QTreeView;

namespace galley {

class CodeForm;
class LayerPart;
class SourceEditor;
class VariablePart;

/// The codebook as a tree, and beside it what is chosen in it as a form, or all of it as YAML.
class CodebookPage : public QWidget
{
    Q_OBJECT

public:
    explicit CodebookPage(QWidget *parent = nullptr);

    void setCodebook(const Codebook &codebook);
    void setReadOnly(const QString &why); ///< empty: it may be changed
    void setUseOf(std::function<QString(CodeId)> useOf); ///< in words
    void showCode(CodeId code);      ///< chooses it
    void nameNewCode(CodeId code);   ///< chooses it, and its name is to be typed
    SourceEditor &source() { return *m_source; }
    void commit(); ///< takes what is being typed
    void takeFocus();

signals:
    void codeEdited(const galley::Code &code);
    void variableEdited(const galley::Variable &variable);
    void layerEdited(const galley::Layer &layer);
    void codeWanted(galley::VariableId variable, galley::CodeId parent);
    void removeWanted(galley::CodeId code);
    void moveWanted(galley::CodeId code, int direction);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildTree();
    QToolButton *addTool(const QString &icon, const QString &text, const QString &id, const std::function<void()> &run);
    void showChosen();
    void addBeside();
    void addBelow();
    const Code *chosenCode() const;
    VariableId chosenVariable() const;

    CodebookTreeModel m_model{CodebookTreeModel::Shape::Full};
    std::function<QString(CodeId)> m_useOf = [](CodeId) { return QString(); };
    bool m_readOnly = false;
    QTreeView *m_tree;
    QList<QToolButton *> m_tools;
    QTabWidget *m_tabs;
    QStackedWidget *m_forms;
    QLabel *m_why;
    CodeForm *m_code;
    VariablePart *m_variable;
    LayerPart *m_layer;
    SourceEditor *m_source;
};

} // namespace galley
