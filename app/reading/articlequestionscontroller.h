// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QObject>

#include <vector>

class QAction;

namespace galley {

class ArticlePanel;
class CodingController;
class Workspace;

/// The questions on the whole article, beside it.
class ArticleQuestionsController : public QObject
{
    Q_OBJECT

public:
    ArticleQuestionsController(Workspace &workspace, CodingController &coding, QObject *parent = nullptr);

    ArticlePanel *panel();
    QAction *questionsAction() const { return m_questions; }

private:
    void ask();
    void showCodebook();
    void showValues();
    Result<Change> recorded(LayerId layer, const std::vector<VariableValue> &values);
    void record(LayerId layer, const std::vector<VariableValue> &values);
    void addActor(LayerId layer, VariableId variable, const QString &name);
    const Annotation *annotationOf(LayerId layer) const; ///< the active coder's

    Workspace &m_workspace;
    CodingController &m_coding;
    ArticlePanel *m_panel = nullptr;
    QAction *m_questions;
};

} // namespace galley
