// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/error.h>

#include <QObject>

#include <vector>

class QAction;

namespace galley {

class CodebookPanel;
class CodingController;
class Workspace;

/// The codebook beside the article: codes to apply, and the article's own variables as a form.
class CodebookController : public QObject
{
    Q_OBJECT

public:
    CodebookController(Workspace &workspace, CodingController &coding, QObject *parent = nullptr);

    CodebookPanel *panel();
    QAction *questionsAction() const { return m_questions; }

private:
    void askArticle();
    void showCodebook();
    void showPrecedents();
    void showArticleValues();
    Result<Change> recorded(LayerId layer, const std::vector<VariableValue> &values);
    void record(LayerId layer, const std::vector<VariableValue> &values);
    void addActor(LayerId layer, VariableId variable, const QString &name);
    const Annotation *articleAnnotation(LayerId layer) const; ///< the active coder's

    Workspace &m_workspace;
    CodingController &m_coding;
    CodebookPanel *m_panel = nullptr;
    QAction *m_questions;
};

} // namespace galley
