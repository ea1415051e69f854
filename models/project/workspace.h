// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incomplete.h"
#include "project.h"

#include <domain/sight.h>
#include <domain/textpositions.h>
#include <review/comparisonfilter.h>
#include <review/discussion.h>

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace galley {

/// An article as it is read, with everything shown about it.
struct OpenArticle
{
    Article article;
    QString text;
    TextPositions positions;
    std::vector<Zone> zones;
    std::map<AnnotationId, Annotation> annotations; ///< of all coders, as far as who codes may see their work

    MeasuredText measured() const { return {text, positions, article.language}; } ///< as long as it is open
};

/// With the annotations of all who code, as far as they are seen; the consensus is not among them.
Result<OpenArticle> readArticle(const ProjectStore &store, ArticleId id, const Sight &sight = {});

/// What the window works on: the open project, the article being read, the annotation chosen in it.
/// The areas of the window act through it and follow its signals; it knows no widget.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(QObject *parent = nullptr);
    ~Workspace() override;

    Result<> createProject(const QString &path, const Codebook &codebook);
    Result<> openProject(const QString &path); ///< read only where it cannot be written; says so by `warned`
    void closeProject();
    void reopenProject(); ///< the same one, with the coder and the article as they are: after a merge anything may be another

    Project *project() const { return m_project.get(); }
    bool isWritable() const;
    const std::vector<Coder> &coders() const { return m_coders; } ///< people
    /// With the second selves in which they code again. Who is one themselves is not told of it: those have the name of the first.
    const std::vector<Coder> &everybody() const { return m_everybody; }
    const std::vector<Actor> &actors() const { return m_actors; } ///< without those that only unseen work uses
    const Sight &sight() const { return m_sight; } ///< what who codes may see; whatever shows others' work asks it
    const Coder *coder() const; ///< who codes; null until chosen
    CoderId codingAs() const { return codingAs(m_article ? m_article->article.id : ArticleId()); } ///< whose work is done in the open article
    CoderId codingAs(ArticleId article) const;
    bool maySettle() const; ///< may who codes decide for all? A lead does; where nobody leads, whoever codes
    QString nameOf(CoderId coder) const;

    const OpenArticle *article() const { return m_article.get(); }
    Result<> openArticle(ArticleId id);
    void closeArticle();

    const Annotation *current() const; ///< the chosen annotation; null if none
    void setCurrent(AnnotationId id);

    template<typename Tag>
    Id<Tag> allot() { return m_project->store().allot<Tag>(); }
    Stamp stamp() const { return m_project->stamp(); }
    Stamp stampIn(ArticleId article) const { return {codingAs(article), stamp().at}; }
    /// What undo() would take back and who codes may see; nothing where they are not to see it.
    Result<std::optional<Operation>> nextUndo() const;
    Result<std::optional<Operation>> nextRedo() const;
    const Codebook &codebook() const { return m_project->codebook(); }

    void setCoder(CoderId coder); ///< who codes from now on; nothing is chosen then
    /// Adds somebody who codes. Nobody did it, so that no coder's undo takes a coder away. 0: it could not be done.
    CoderId addCoder(const QString &name, CoderRole role);

    /// May somebody alter something now? Where not, it is said why: the project is read only, or nobody is coding.
    bool requireCoder();
    /// Writes a change; an error is shown and nothing has happened.
    bool commit(const Result<Change> &change);
    /// Tells everybody of what an import has written.
    void announceImport(const Change &change);
    void undo();
    bool undo(OperationId entry); ///< of anybody and of any time; false: it is said why not
    void redo();

    /// To where a required answer is missing: the article is opened and the annotation chosen; who has a field for it gives it the focus.
    void showGap(const Incomplete &gap);

    /// To a passage of a text: the article is opened, and who shows it selects it there.
    void showPassage(ArticleId article, Range range);

    /// The articles that the list shows, by whoever shows it; none where nobody does.
    std::vector<ArticleId> listedArticles() const { return m_listed ? m_listed() : std::vector<ArticleId>(); }
    void setListed(std::function<std::vector<ArticleId>()> listed) { m_listed = std::move(listed); }

    /// Somebody wants to see the cases behind a figure.
    void showComparison(const ComparisonFilter &filter) { emit comparisonWanted(filter); }

    /// The actor of this name; where there is none yet, adds the edit that makes it to `change`.
    ActorId actorNamed(const QString &name, Change &change);

    /// Somebody wants to say something about this.
    void discuss(const CommentSubject &subject) { emit discussionWanted(subject); }

signals:
    void aboutToMoveOn(); ///< before another article, coder or project, and before undo: what is being typed is to be committed
    void projectOpened();
    void projectReady(); ///< all who follow projectOpened have
    void projectClosing(); ///< who holds on to its store lets go
    void projectClosed();
    void coderChanged();
    void sightChanged(); ///< after `coderChanged` or `changed`: who codes may see more or less of others' work than before
    void articleOpened();
    void articleClosed();
    void currentChanged();
    void changed(const galley::Change &change); ///< after the workspace itself has followed it
    void imported(); ///< after `changed`: what came in is shown
    void coderNeeded(); ///< somebody wanted to code, and nobody is coding
    void gapWanted(const galley::Incomplete &gap);
    void passageWanted(galley::Range range); ///< of the open article
    void comparisonWanted(const galley::ComparisonFilter &filter);
    void discussionWanted(const galley::CommentSubject &subject);
    void codeWanted(galley::CodeId code);        ///< where the codebook is changed
    void proposalWanted(const galley::CommentSubject &subject, const QString &text); ///< something is asked for; what is to be said may be altered
    void annotationsWanted(galley::CodeId code); ///< all that have it, as a list
    void warned(const QString &text, const QString &detail);
    void failed(const galley::Error &error);

private:
    void follow(const Change &change);
    void reloadPeople();
    void nameSelves();
    void reloadActors();
    Stamp stampOf(const Change &change) const;
    Result<std::optional<Operation>> unlessHidden(Result<std::optional<Operation>> entry) const;
    void takeCoder();
    bool usesUnseenActor(const Change &change) const;
    bool look();
    void take(std::unique_ptr<Project> project);
    bool commit(const Result<Change> &change, const std::optional<Stamp> &by);
    Result<> mayStep(OperationId entry) const;
    bool step(const std::function<Result<Change>(Project &)> &way);

    std::unique_ptr<Project> m_project;
    std::vector<Coder> m_coders, m_everybody;
    std::vector<Actor> m_allActors;
    std::vector<Actor> m_actors; ///< those that are seen
    Sight m_sight;
    std::unique_ptr<OpenArticle> m_article;
    AnnotationId m_current;
    std::function<std::vector<ArticleId>()> m_listed;
};

} // namespace galley
