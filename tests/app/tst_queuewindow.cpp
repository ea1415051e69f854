// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pictures.h>
#include <studio.h>

#include <panels/articlelistpanel.h>
#include <panels/articlepanel.h>
#include <panels/inspectorpanel.h>
#include <project/codingsets.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QPushButton>

using namespace galley;
using namespace Qt::StringLiterals;

/// What is assigned to a coder, in its order, and what required answers are missing when it is marked done.
class QueueWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theQueueIsShownInItsOrder();
    void whatIsDoneMakesWayForTheNext();
    void whoeverComesBackIsWhereTheyWere();
    void whoBeginsIsAtTheFirstOfTheirQueue();
    void theLastOneDoneSaysSo();
    void aGapIsSaidAndGoneTo();
    void anArticlesOwnQuestionIsAGapToo();

private:
    std::vector<ArticleId> shown();
    void press(const char *action) { m_studio->window().findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    const Message *told(const QString &words);
    QComboBox &chooser() { return *m_studio->window().findChild<QComboBox *>(u"articleSet"_s); }

    std::unique_ptr<Studio> m_studio;
    std::vector<ArticleId> m_queue;
};

void QueueWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->createProject(u"Ada"_s);
    QStringList files;
    for (int at = 0; at < 6; ++at)
        files << m_studio->write(u"a%1.txt"_s.arg(at), u"Story %1\n\nThe council warned of strait number %1.\n"_s.arg(at));
    m_studio->import(files);
    QTRY_COMPARE(m_studio->articles(), 6);
    Workspace &workspace = m_studio->workspace();
    const ProjectStore &store = workspace.project()->store();
    std::vector<QUuid> four;
    const auto articles = store.articles();
    for (const Article &article : *articles) {
        if (four.size() < 4)
            four.push_back(article.uuid);
    }
    QVERIFY(workspace.commit(makeSet({}, u"Main"_s, SetKind::Main, false, four, u"named"_s, 5)));
    const CodingSet set = store.codingSets()->front();
    const auto plan = plannedAssignments(set.id, *articlesThere(store, set), {workspace.coder()->id}, 1, 1);
    QVERIFY(workspace.commit(assign(set, *plan)));
    m_queue = queueOf(workspace.coder()->id, *store.assignments());
    QCOMPARE(m_queue.size(), size_t(4));
}

std::vector<ArticleId> QueueWindowTest::shown()
{
    ArticleFilterProxy &list = m_studio->window().findChild<ArticleListPanel *>()->filter();
    std::vector<ArticleId> articles;
    for (int row = 0; row < list.rowCount(); ++row)
        articles.push_back({list.index(row, 0).data(ArticleListModel::ArticleIdRole).toLongLong()});
    return articles;
}

const Message *QueueWindowTest::told(const QString &words)
{
    const auto &messages = m_studio->window().findChild<MessageBar *>()->messages();
    const auto found = std::ranges::find_if(messages, [&](const Message &message) { return message.text.contains(words); });
    return found == messages.end() ? nullptr : &*found;
}

void QueueWindowTest::theQueueIsShownInItsOrder()
{
    QCOMPARE(chooser().currentText(), u"My queue"_s); // it is what somebody to whom it was given wants to see
    QCOMPARE(shown(), m_queue);
    QVERIFY(testing::keepPicture(m_studio->window(), u"queue"_s));
    chooser().setFocus();
    QTest::keyClick(&chooser(), Qt::Key_Up);
    QCOMPARE(shown().size(), size_t(6));
    m_studio->closeWindow(); // that is remembered
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QCOMPARE(shown().size(), size_t(6));
    chooser().setFocus();
    QTest::keyClick(&chooser(), Qt::Key_Down);
    QCOMPARE(shown(), m_queue);
    m_studio->becomeCoder(u"Ben"_s); // to whom nothing is assigned
    QVERIFY(!chooser().isVisible());
    QCOMPARE(shown().size(), size_t(6));
}

void QueueWindowTest::whatIsDoneMakesWayForTheNext()
{
    const auto open = [this] { return m_studio->workspace().article()->article.id; };
    press("nextInQueue");
    QCOMPARE(open(), m_queue[0]);
    press("nextInQueue"); // it is not done
    QCOMPARE(open(), m_queue[0]);
    m_studio->waitUntilActive();
    m_studio->view().setFocus();
    QTest::keyClick(&m_studio->view(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(open(), m_queue[1]);
    QCOMPARE(shown(), (std::vector<ArticleId>{m_queue[1], m_queue[2], m_queue[3], m_queue[0]}));
    QVERIFY(m_studio->workspace().openArticle(m_queue[3]).has_value()); // looked ahead
    QTest::keyClick(&m_studio->view(), Qt::Key_PageDown, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open(), m_queue[1]);
    for (int rest = 0; rest < 3; ++rest)
        QTest::keyClick(&m_studio->view(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown(), m_queue);
    QVERIFY(told(u"Your queue is done"_s));
    m_studio->workspace().undo();
    QCOMPARE(shown().front(), m_queue[3]); // taken back, it is the next
}

void QueueWindowTest::whoeverComesBackIsWhereTheyWere()
{
    QVERIFY(m_studio->workspace().openArticle(m_queue[2]).has_value());
    m_studio->becomeCoder(u"Ben"_s);
    QVERIFY(m_studio->workspace().openArticle(m_queue[0]).has_value());
    m_studio->becomeCoder(u"Ada"_s);
    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QCOMPARE(m_studio->workspace().article()->article.id, m_queue[2]);
}

void QueueWindowTest::whoBeginsIsAtTheFirstOfTheirQueue()
{
    Workspace &workspace = m_studio->workspace();
    m_studio->becomeCoder(u"Ben"_s);
    const CodingSet set = workspace.project()->store().codingSets()->front();
    QVERIFY(workspace.commit(assign(set, assignmentsOf(set.id, {{m_queue[2], workspace.coder()->id}, {m_queue[3], workspace.coder()->id}, {m_queue[0], workspace.coder()->id}}))));
    m_studio->becomeCoder(u"Ada"_s);
    QVERIFY(workspace.openArticle(m_queue[1]).has_value()); // before Ben sits down
    m_studio->becomeCoder(u"Ben"_s);
    QCOMPARE(workspace.article()->article.id, m_queue[2]);
    m_studio->waitUntilActive();
    m_studio->view().setFocus();
    QTest::keyClick(&m_studio->view(), Qt::Key_D, Qt::ControlModifier);
    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QCOMPARE(m_studio->workspace().coder()->name, u"Ben"_s);
    QCOMPARE(m_studio->workspace().article()->article.id, m_queue[3]); // what they had open is done
}

void QueueWindowTest::theLastOneDoneSaysSo()
{
    Workspace &workspace = m_studio->workspace();
    for (const ArticleId article : m_queue) {
        QVERIFY(!told(u"Your queue is done"_s));
        QVERIFY(workspace.openArticle(article).has_value());
        m_studio->waitUntilActive();
        m_studio->view().setFocus();
        QTest::keyClick(&m_studio->view(), Qt::Key_D, Qt::ControlModifier); // without going on
    }
    QVERIFY(told(u"Your queue is done"_s));
    m_studio->window().findChild<QAction *>(u"place-team"_s)->trigger();
    QVERIFY(!told(u"Your queue is done"_s)); // it is of the place where it was said
    m_studio->window().findChild<QAction *>(u"place-read"_s)->trigger();
    QVERIFY(told(u"Your queue is done"_s));
}

void QueueWindowTest::aGapIsSaidAndGoneTo()
{
    press("nextInQueue");
    ArticleView &view = m_studio->view();
    m_studio->waitUntilActive();
    view.setFocus();
    view.setSelection({10, 21});
    QTest::keyClicks(&view, m_studio->keyOf(u"against"_s)); // its target is required
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    m_studio->workspace().setCurrent({});
    press("articleDone");
    const Message *message = told(u"required answers are missing"_s);
    QVERIFY(message);
    QVERIFY2(message->text.contains(u"target"_s) && message->text.contains(u"relevance"_s), qPrintable(message->text));
    QVERIFY(m_studio->workspace().project()->store().progress(m_queue[0])->front().state == ProgressState::Done); // all the same
    m_studio->window().findChild<QDockWidget *>(u"inspectorDock"_s)->hide();
    auto *bar = m_studio->window().findChild<MessageBar *>();
    while (!bar->messages().first().text.contains(u"required"_s))
        bar->closeCurrent(); // what was told before
    QPushButton *go = nullptr;
    for (QPushButton *button : m_studio->window().findChild<MessageBar *>()->findChildren<QPushButton *>())
        go = button->text().contains(u"First"_s) ? button : go;
    QVERIFY(go && go->isVisible());
    QVERIFY(testing::keepPicture(m_studio->window(), u"gap"_s));
    QTest::mouseClick(go, Qt::LeftButton);
    QVERIFY(m_studio->workspace().current());
    auto *inspector = m_studio->window().findChild<InspectorPanel *>();
    QTRY_VERIFY(inspector->isVisible());
    QTRY_VERIFY(inspector->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"Ferry union"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_studio->annotations().front().values.size(), size_t(1));
    QCOMPARE(m_studio->workspace().codebook().variable(m_studio->annotations().front().values.front().variable)->name, u"target"_s);
}

void QueueWindowTest::anArticlesOwnQuestionIsAGapToo()
{
    press("nextInQueue");
    press("articleDone");
    const Message *message = told(u"relevance"_s);
    QVERIFY(message);
    const auto run = message->action.run;
    press("nextInQueue"); // another article by now
    run();
    QCOMPARE(m_studio->workspace().article()->article.id, m_queue[0]);
    auto *questions = m_studio->window().findChild<ArticlePanel *>();
    QTRY_VERIFY(questions->isAncestorOf(QApplication::focusWidget()));
    press("articleDone"); // not done after all
    QVERIFY(m_studio->workspace().project()->store().progress(m_queue[0])->front().state != ProgressState::Done);
}

GALLEY_WINDOW_TEST(QueueWindowTest)
#include "tst_queuewindow.moc"
