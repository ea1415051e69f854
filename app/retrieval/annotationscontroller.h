// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../projectreader.h"

#include <items/annotationlistmodel.h>
#include <project/codeedits.h>

#include <QObject>

#include <atomic>
#include <functional>

class QAction;

namespace galley {

class AnnotationsPage;
class CodePalette;
class Desk;
class Workspace;

/// The place where everything coded is found: what it lists is read on other threads, and what is done to the chosen ones is one step.
class AnnotationsController : public QObject
{
    Q_OBJECT

public:
    explicit AnnotationsController(Desk &desk);
    ~AnnotationsController() override;

    AnnotationsPage *page(); ///< made when first gone to
    void shown();
    QList<QAction *> actions() const { return {m_stillRight, m_recode, m_flag, m_copy, m_delete, m_example, m_counterExample, m_export}; }

private:
    /// A chosen annotation with its article, for where it is copied to.
    struct Chosen
    {
        std::vector<Annotation> annotations;
        std::vector<Article> articles; ///< annotation by annotation, where they were asked for
    };

    void showThoseWith(CodeId code);
    void follow(const Change &change);
    void forget(); ///< nothing of what another coder may see stays
    void reload(bool anew);
    void ask(qint64 lookAtMost);
    void take(ArrangedAnnotations list, bool isAll);
    void readDetails();
    void withChosen(bool articles, std::function<void(Chosen)> then);
    void withOwn(std::function<void(std::vector<Annotation>)> then);
    void confirm();
    void recode();
    void toggleFlag();
    void addAsExamples(ExampleKind kind);
    void copy();
    void remove();
    void askWhereTo();
    void write(const QString &path);
    void show(AnnotationId annotation, ArticleId article);
    void updateActions();

    Desk &m_desk;
    Workspace &m_workspace;
    std::shared_ptr<std::atomic<int>> m_round = std::make_shared<std::atomic<int>>(0); ///< of asking: what an earlier one asked for is not wanted any more
    ProjectReader m_lists;
    ProjectReader m_texts; ///< what is looked at does not wait for a long list
    AnnotationListModel *m_model;
    AnnotationsPage *m_page = nullptr;
    CodePalette *m_palette = nullptr;
    std::function<void(CodeId)> m_codeChosen;
    std::shared_ptr<const std::vector<ListedArticle>> m_articles; ///< null until they are read, and after one was altered
    int m_looker = 0; ///< counts who looked: details that were read for another are not shown
    bool m_stale = true;
    QAction *m_stillRight, *m_recode, *m_flag, *m_copy, *m_delete, *m_example, *m_counterExample, *m_export;
};

} // namespace galley
