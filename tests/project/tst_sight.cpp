// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleproject.h"

#include <base/random.h>
#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <project/actoredits.h>
#include <project/coderedits.h>
#include <project/exporting.h>
#include <project/progressedits.h>
#include <project/sight.h>
#include <project/workspace.h>

#include <testing.h>

#include <QBuffer>
#include <QSignalSpy>

#include <algorithm>

using namespace galley;
using namespace galley::sample;

/// While a set is blind, a coder sees nothing of the others' work on its articles: by whichever way they look.
class SightTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aLeadSeesAllAndACoderTheirOwn();
    void whoeverSaidNothingIsNoLead();
    void nothingOfTheOthersIsFoundByAnyWay();
    void changingTheCoderChangesWhatIsSeenAtOnce();
    void aSetThatIsNoLongerBlindShowsAll();
    void anActorOfTheOthersIsTheirWork();
    void aCorrectedTextIsAsBlind();

private:
    struct Done
    {
        CoderId by;
        ArticleId article;
        QString word; ///< stands in what they wrote and nowhere else
    };

    Done code(CoderId coder, ArticleId article, int number);
    QByteArray everythingSeen(CoderId looker);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::vector<ArticleId> m_articles;
    CoderId m_ada, m_ben, m_lea;
};

void SightTest::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>(folderPattern());
    const QString path = m_folder->filePath(u"p.galley"_s);
    project(path);
    m_workspace = std::make_unique<Workspace>();
    taken(m_workspace->openProject(path));
    m_articles.clear();
    for (const Article &article : taken(m_workspace->project()->store().articles()))
        m_articles.push_back(article.id);
    m_ada = coderNamed(m_workspace->coders(), u"Ada"_s)->id;
    m_ben = coderNamed(m_workspace->coders(), u"Ben"_s)->id;
    m_lea = m_workspace->addCoder(u"Lea"_s, CoderRole::Lead);
    const auto blind = makeSet({}, u"Pilot"_s, SetKind::Reliability, true, {uuidOf(m_articles[0].value)}, u"named"_s, 1);
    m_workspace->setCoder(m_lea);
    QVERIFY(m_workspace->commit(blind));
}

/// A stance with a memo, a note, an actor of its own, and the article done.
SightTest::Done SightTest::code(CoderId coder, ArticleId article, int number)
{
    const QString word = u"word%1word"_s.arg(number);
    m_workspace->setCoder(coder);
    taken(m_workspace->openArticle(article));
    const OpenArticle *open = m_workspace->article();
    Change actor;
    const ActorId target = m_workspace->actorNamed(u"actor "_s + word, actor);
    const NewAnnotation what{m_workspace->allot<AnnotationTag>(), article, {2}, coder, {4}, {{0, 9}}, {{{3}, target}, {{6}, u"note "_s + word}}, u"memo "_s + word};
    auto change = taken(annotate(m_workspace->codebook(), {open->text, open->positions}, what, time()));
    change.text += u": "_s + word;
    change.edits.insert(change.edits.begin(), actor.edits.begin(), actor.edits.end());
    if (!m_workspace->commit(change))
        qFatal("not coded");
    const auto progress = taken(m_workspace->project()->store().progress(article));
    auto done = setProgress(progress, open->article, coder, ProgressState::Done);
    done.text += u": "_s + word;
    m_workspace->commit(done);
    return {coder, article, word};
}

/// All that somebody comes upon in the window: every article with its annotations, actors, history, both exports, counts.
QByteArray SightTest::everythingSeen(CoderId looker)
{
    m_workspace->setCoder(looker);
    const ProjectStore &store = m_workspace->project()->store();
    QByteArray seen;
    for (const ArticleId article : m_articles) {
        taken(m_workspace->openArticle(article));
        for (const auto &[id, annotation] : m_workspace->article()->annotations)
            seen += annotation.memo.toUtf8() + '\n';
    }
    for (const Actor &actor : m_workspace->actors())
        seen += actor.name.toUtf8() + '\n';
    for (OperationId before;;) { // in small pages, as it is scrolled
        const auto page = taken(store.history(3, before, m_workspace->sight()));
        for (const Operation &entry : page)
            seen += entry.text.toUtf8() + '\n';
        if (page.size() < 3)
            break;
        before = page.back().id;
    }
    ExportFilter filter;
    filter.sight = m_workspace->sight();
    for (const Writer &writer : writers()) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        taken(exportTo(store, buffer, QString::fromLatin1(writer.name), {}, filter));
        seen += buffer.data();
    }
    return seen;
}

void SightTest::aLeadSeesAllAndACoderTheirOwn()
{
    const auto sets = taken(m_workspace->project()->store().codingSets());
    const Coder lead{{7}, {}, u"Lea"_s, CoderRole::Lead}, coder{{8}, {}, u"Ben"_s, CoderRole::Coder};
    QVERIFY(sightOf(&lead, sets).seesAll());
    const Sight sight = sightOf(&coder, sets);
    QVERIFY(sight.isBlind(m_articles[0]) && !sight.isBlind(m_articles[1]));
    QVERIFY(sight.sees(coder.id, m_articles[0]));
    QVERIFY(!sight.sees(lead.id, m_articles[0]));
    QVERIFY(!sight.sees(consensusCoder().id, m_articles[0])); // what is settled gives away what was coded
    QVERIFY(sight.sees(lead.id, m_articles[1]));
}

void SightTest::whoeverSaidNothingIsNoLead()
{
    const Sight nobody = sightOf(nullptr, taken(m_workspace->project()->store().codingSets()));
    QVERIFY(!nobody.sees(m_ben, m_articles[0]));
    QVERIFY(!nobody.sees(CoderId(), m_articles[0]));
    QVERIFY(nobody.sees(m_ben, m_articles[1]));
}

void SightTest::nothingOfTheOthersIsFoundByAnyWay()
{
    for (quint64 seed = 1; seed <= 12; ++seed) {
        init();
        Random random(seed, 0);
        std::vector<Done> all;
        for (int number = 0; number < 14; ++number) {
            all.push_back(code(std::array{m_ada, m_ben, m_lea}[random.below(3)], m_articles[random.below(2)], int(seed) * 100 + number));
            if (random.below(4) == 0)
                m_workspace->undo();
            if (random.below(6) == 0)
                m_workspace->redo();
        }
        for (const CoderId looker : {m_ada, m_ben, m_lea, CoderId()}) {
            const QByteArray seen = everythingSeen(looker);
            const Sight sight = taken(sightOf(m_workspace->project()->store(), looker));
            for (const Done &done : all) {
                const bool may = sight.sees(done.by, done.article);
                QVERIFY2(seen.contains(done.word.toUtf8()) == may, qPrintable(u"seed %1, looker %2, %3 by %4"_s.arg(seed).arg(looker.value).arg(done.word).arg(done.by.value)));
            }
        }
    }
}

void SightTest::changingTheCoderChangesWhatIsSeenAtOnce()
{
    code(m_ben, m_articles[0], 1);
    code(m_ada, m_articles[0], 2);
    m_workspace->setCoder(m_lea);
    taken(m_workspace->openArticle(m_articles[0]));
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(2));
    QSignalSpy looked(m_workspace.get(), &Workspace::sightChanged);
    size_t whenTold = 99;
    connect(m_workspace.get(), &Workspace::coderChanged, this, [&] { whenTold = m_workspace->article()->annotations.size(); });
    m_workspace->setCoder(m_ben); // the article stays open
    QCOMPARE(whenTold, size_t(1));
    QCOMPARE(looked.size(), 1);
    QCOMPARE(m_workspace->article()->annotations.begin()->second.coder, m_ben);
    m_workspace->setCoder({});
    QVERIFY(m_workspace->article()->annotations.empty());
}

void SightTest::aSetThatIsNoLongerBlindShowsAll()
{
    code(m_ben, m_articles[0], 1);
    m_workspace->setCoder(m_ada);
    taken(m_workspace->openArticle(m_articles[0]));
    QVERIFY(m_workspace->article()->annotations.empty());
    QSignalSpy looked(m_workspace.get(), &Workspace::sightChanged);
    CodingSet set = taken(m_workspace->project()->store().codingSets()).front();
    CodingSet open = set;
    open.blind = false;
    QVERIFY(m_workspace->commit(Change{u"Lift"_s, {modified(set, open)}}));
    QCOMPARE(looked.size(), 1);
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(1));
    m_workspace->undo();
    QVERIFY(m_workspace->article()->annotations.empty());
}

void SightTest::anActorOfTheOthersIsTheirWork()
{
    const auto knows = [this](const QString &name) { return actorNamed(m_workspace->actors(), name) != nullptr; };
    code(m_ben, m_articles[0], 1);
    code(m_ben, m_articles[1], 2);
    m_workspace->setCoder(m_ada);
    QVERIFY(!knows(u"actor word1word"_s));
    QVERIFY(knows(u"actor word2word"_s)); // the second article is not blind
    const size_t all = taken(m_workspace->project()->store().actors()).size();
    code(m_ada, m_articles[0], 1); // Ada comes upon the same name by herself
    QVERIFY(knows(u"actor word1word"_s));
    QCOMPARE(taken(m_workspace->project()->store().actors()).size(), all); // and it is one actor
}

void SightTest::aCorrectedTextIsAsBlind()
{
    code(m_ben, m_articles[1], 1);
    m_workspace->setCoder(m_ada);
    taken(m_workspace->openArticle(m_articles[1]));
    QCOMPARE(m_workspace->article()->annotations.size(), size_t(1));
    QSignalSpy looked(m_workspace.get(), &Workspace::sightChanged);
    const Article before = m_workspace->article()->article;
    Article correction = before;
    correction.revises = m_articles[0];
    QVERIFY(m_workspace->commit(Change{u"It corrects the first"_s, {modified(before, correction)}}));
    QCOMPARE(looked.size(), 1);
    QVERIFY(m_workspace->article()->annotations.empty());
    QVERIFY(!everythingSeen(m_ada).contains("word1word"));
}

GALLEY_PURE_TEST(SightTest)
#include "tst_sight.moc"
