// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <project/annotationedits.h>
#include <project/projectfile.h>
#include <project/workspace.h>

#include <testing.h>

#include <QSignalSpy>

#include <thread>

using namespace galley;
using namespace galley::sample;

/// The open project, the article being read, what is chosen in it, and who may alter it.
class WorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whoIsAddedWasAddedByNobody();
    void whoIsGoneDoesNotCode();
    void nothingStaysChosenWhenAnotherCodes();
    void withoutACoderOneIsAskedFor();
    void whatCannotBeWrittenIsSaid();
    void anArticleFollowsWhatIsDoneToIt();
    void whatIsSettledIsNotAmongTheWorkShown();
    void aMergeTakenBackIsGoneFromWhatIsShown();
    void itsFileIsReadOnAnotherThread();

private:
    QString path() const { return m_folder->filePath(u"p.galley"_s); }
    AnnotationId annotate();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void WorkspaceTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    project(path());
    m_workspace = std::make_unique<Workspace>();
    taken(m_workspace->openProject(path()));
    m_workspace->setCoder(m_workspace->coders().front().id);
    taken(m_workspace->openArticle(taken(m_workspace->project()->store().articles()).front().id));
}

AnnotationId WorkspaceTest::annotate()
{
    const OpenArticle *open = m_workspace->article();
    const LayerId layer = m_workspace->codebook().layer(u"Framing")->id;
    const AnnotationId id = m_workspace->allot<AnnotationTag>();
    const NewAnnotation what{id, open->article.id, layer, m_workspace->project()->coder(), {}, {{0, 9}}, {}, {}};
    const bool done = m_workspace->commit(galley::annotate(m_workspace->codebook(), {open->text, open->positions}, what, time()));
    return done ? id : AnnotationId();
}

void WorkspaceTest::whoIsAddedWasAddedByNobody()
{
    const CoderId cleo = m_workspace->addCoder(u"Cleo"_s, CoderRole::Coder);
    QVERIFY(cleo);
    QCOMPARE(m_workspace->nameOf(cleo), u"Cleo"_s);
    QVERIFY(!taken(m_workspace->project()->store().history(1)).front().coder);
    QVERIFY(!m_workspace->addCoder(u"Cleo"_s, CoderRole::Coder)); // there is one
}

void WorkspaceTest::whoIsGoneDoesNotCode()
{
    const CoderId cleo = m_workspace->addCoder(u"Cleo"_s, CoderRole::Coder);
    m_workspace->setCoder(cleo);
    QSignalSpy changed(m_workspace.get(), &Workspace::coderChanged);
    QVERIFY(m_workspace->commit(Change{u"Cleo goes"_s, {removed(*m_workspace->coder())}}));
    QVERIFY(!m_workspace->coder());
    QVERIFY(!m_workspace->project()->coder());
    QCOMPARE(changed.size(), 1);
}

void WorkspaceTest::nothingStaysChosenWhenAnotherCodes()
{
    m_workspace->setCurrent(annotate());
    QVERIFY(m_workspace->current());
    m_workspace->setCoder(m_workspace->coders().back().id);
    QVERIFY(!m_workspace->current());
}

void WorkspaceTest::withoutACoderOneIsAskedFor()
{
    QVERIFY(annotate());
    m_workspace->setCoder({});
    QSignalSpy needed(m_workspace.get(), &Workspace::coderNeeded);
    QVERIFY(!m_workspace->requireCoder());
    m_workspace->undo();
    QCOMPARE(needed.size(), 2);
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(1)); // nothing was undone
}

void WorkspaceTest::whatCannotBeWrittenIsSaid()
{
    Workspace reader; // the other one holds the file
    QSignalSpy warned(&reader, &Workspace::warned), failed(&reader, &Workspace::failed);
    taken(reader.openProject(path()));
    QCOMPARE(warned.size(), 1);
    QVERIFY(!reader.isWritable());
    QVERIFY(!reader.requireCoder());
    QVERIFY(!reader.commit(Change{u"Ben goes"_s, {removed(reader.coders().back())}}));
    QCOMPARE(failed.size(), 2);
}

void WorkspaceTest::anArticleFollowsWhatIsDoneToIt()
{
    QSignalSpy chosen(m_workspace.get(), &Workspace::currentChanged);
    const AnnotationId id = annotate();
    QVERIFY(m_workspace->article()->annotations.contains(id));
    m_workspace->undo();
    QVERIFY(m_workspace->article()->annotations.empty());
    m_workspace->redo();
    QVERIFY(m_workspace->article()->annotations.contains(id));
    QVERIFY(chosen.size() >= 3); // what is chosen may look different
}

void WorkspaceTest::whatIsSettledIsNotAmongTheWorkShown()
{
    const AnnotationId coded = annotate();
    Annotation settled = m_workspace->article()->annotations.at(coded);
    settled.id = m_workspace->allot<AnnotationTag>();
    settled.uuid = uuidOf(settled.id.value);
    settled.coder = consensusCoder().id;
    const size_t coders = m_workspace->coders().size();
    QVERIFY(m_workspace->commit(Change{u"Settle"_s, {added(consensusCoder()), added(settled)}}));
    const auto isShown = [&] { return m_workspace->article()->annotations.contains(settled.id); };
    QVERIFY(!isShown());
    taken(m_workspace->openArticle(ArticleId(settled.article)));
    QVERIFY(!isShown() && m_workspace->article()->annotations.contains(coded));
    QCOMPARE(m_workspace->coders().size(), coders);
}

void WorkspaceTest::aMergeTakenBackIsGoneFromWhatIsShown()
{
    const QString copy = m_folder->filePath(u"copy.galley"_s);
    const ArticleId article = m_workspace->article()->article.id;
    const CoderId coder = m_workspace->coder()->id;
    taken(ProjectFile(*m_workspace->project()).saveCopy(copy));
    {
        ProjectStore theirs = taken(ProjectStore::open(copy, ProjectStore::Mode::ReadWrite));
        taken(theirs.apply({u"Code"_s, {added(annotation(theirs.allot<AnnotationTag>(), article, firstText, {{0, 9}}))}}, stamp()));
    }
    taken(m_workspace->project()->store().merge(copy, m_workspace->stamp()));
    taken(m_workspace->openArticle(article));
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(1));
    m_workspace->undo();
    QCOMPARE(m_workspace->article()->article.id, article);
    QCOMPARE(m_workspace->coder()->id, coder);
    QVERIFY(m_workspace->article()->annotations.empty());
    m_workspace->redo();
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(1));
}

void WorkspaceTest::itsFileIsReadOnAnotherThread()
{
    QVERIFY(annotate());
    qint64 seen = 0;
    const QString copy = m_folder->filePath(u"copy.galley"_s);
    Result<> saved;
    std::thread([&, file = ProjectFile(*m_workspace->project())] {
        seen = taken(taken(file.open()).counts()).annotations;
        saved = file.saveCopy(copy);
    }).join();
    QCOMPARE(seen, 1);
    taken(saved);
    QCOMPARE(taken(taken(ProjectStore::open(copy, ProjectStore::Mode::ReadOnly)).counts()).annotations, 1);
}

GALLEY_TEST(WorkspaceTest)
#include "tst_workspace.moc"
