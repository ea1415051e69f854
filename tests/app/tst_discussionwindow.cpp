// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <discussion/commentdialog.h>
#include <discussion/conversation.h>
#include <discussion/discussionpage.h>
#include <project/codingsets.h>

#include <testing.h>

#include <QAction>
#include <QComboBox>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// A coder asks, the lead answers, and nobody else hears it while the article is blind.
class DiscussionWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aQuestionIsAskedAnsweredAndClosedByKeys();
    void aQuestionFlagsTheAnnotation();
    void whatIsBlindIsHeardByNobodyElse();
    void theInboxSaysWhatToDo();
    void theInspectorTellsWhatWasSaid();
    void aLeadCodesBlind();

private:
    void press(const QKeySequence &keys);
    void say(const QString &text);
    void goTo(const char *place) { m_studio->window().findChild<QAction *>(u"place-"_s + QLatin1StringView(place))->trigger(); }
    template<typename Widget>
    Widget *child(const QString &name)
    {
        return m_studio->window().findChild<Widget *>(name);
    }
    void codeWith(const QString &quote, const QString &code);

    std::unique_ptr<Studio> m_studio;
};

void DiscussionWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. Nobody spoke for the ferries.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->workspace().addCoder(u"Lea"_s, CoderRole::Lead);
    m_studio->becomeCoder(u"Ben"_s);
    m_studio->becomeCoder(u"Ada"_s);
}

void DiscussionWindowTest::press(const QKeySequence &keys)
{
    m_studio->waitUntilActive();
    QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : &m_studio->window(), keys);
}

void DiscussionWindowTest::codeWith(const QString &quote, const QString &code)
{
    ArticleView &view = m_studio->view();
    const qsizetype at = m_studio->workspace().article()->text.indexOf(quote);
    view.setSelection({at, at + quote.size()});
    view.setFocus();
    QTest::keyClicks(&view, m_studio->keyOf(code));
    QTRY_VERIFY(m_studio->workspace().current());
}

/// In the dialog that is shown, as somebody types it.
void DiscussionWindowTest::say(const QString &text)
{
    const QPointer<CommentDialog> dialog(shownDialog<CommentDialog>(m_studio->window()));
    QVERIFY(dialog);
    auto *field = dialog->findChild<SayingField *>();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

void DiscussionWindowTest::aQuestionIsAskedAnsweredAndClosedByKeys()
{
    codeWith(u"a threat to the strait"_s, u"Economic"_s);
    press(Qt::CTRL | Qt::Key_M);
    auto *dialog = shownDialog<CommentDialog>(m_studio->window());
    QVERIFY(dialog);
    QVERIFY2(allTexts(*dialog).contains(u"“a threat to the strait” as Framing / Economic, Ada · Harbour vote"_s), qPrintable(allTexts(*dialog)));
    QCOMPARE(dialog->findChild<QComboBox *>(u"commentTo"_s)->currentText(), u"Lea (lead)"_s); // a question is for who decides
    keepPicture(*dialog, u"comment-dialog"_s);
    auto *field = dialog->findChild<SayingField *>();
    QTest::keyClicks(field, u"Is that Economic or Security?"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    auto *button = child<QToolButton>(u"waitingComments"_s);
    QVERIFY(button->isHidden()); // Ada waits, nothing waits for her

    m_studio->becomeCoder(u"Lea"_s);
    QTRY_VERIFY(button->isVisible());
    QVERIFY2(button->text().startsWith(u"1 wait"), qPrintable(button->text()));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *page = m_studio->window().findChild<DiscussionPage *>();
    QTRY_VERIFY(page && page->isVisible());
    auto *list = child<QListView>(u"threads"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    auto *conversation = page->findChild<Conversation *>();
    QVERIFY(conversation->toPlainText().contains(u"Is that Economic or Security?"_s));
    auto *reply = child<SayingField>(u"reply"_s);
    reply->setFocus();
    QTest::keyClicks(reply, u"Economic: it is about trade."_s);
    keepPicture(m_studio->window(), u"discussion-light"_s);
    QTest::keyClick(reply, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(list->model()->rowCount(), 0); // it waits for Ada now
    QVERIFY(button->isHidden());

    m_studio->becomeCoder(u"Ada"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(conversation->toPlainText().contains(u"it is about trade"_s));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(m_studio->view().isVisible());
    QVERIFY(m_studio->workspace().current());
    press(Qt::CTRL | Qt::Key_M); // the same thread goes on
    say(u"Thank you."_s);
    const auto comments = *m_studio->workspace().project()->store().comments();
    QCOMPARE(comments.size(), size_t(3));
    QCOMPARE(std::ranges::count_if(comments, [](const Comment &comment) { return bool(comment.replyTo); }), 2);
    goTo("discussion");
    child<QComboBox>(u"threadFilter"_s)->setCurrentIndex(1);
    emit child<QComboBox>(u"threadFilter"_s)->activated(1);
    QTest::mouseClick(child<QPushButton>(u"closeThread"_s), Qt::LeftButton);
    QTRY_COMPARE(list->model()->rowCount(), 0);
    press(QKeySequence::Undo); // as everything else
    QTRY_COMPARE(list->model()->rowCount(), 1);
}

void DiscussionWindowTest::aQuestionFlagsTheAnnotation()
{
    codeWith(u"Nobody spoke"_s, u"Economic"_s);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    say(u"Is silence a stance?"_s);
    QTRY_VERIFY(m_studio->workspace().current()->status == AnnotationStatus::Flagged);
    QCOMPARE(m_studio->workspace().project()->store().comments()->size(), size_t(1));
    m_studio->view().setFocus();
    press(QKeySequence::Undo);
    QTRY_VERIFY(m_studio->workspace().current()->status == AnnotationStatus::Coded);
    QVERIFY(m_studio->workspace().project()->store().comments()->empty());
}

void DiscussionWindowTest::whatIsBlindIsHeardByNobodyElse()
{
    Workspace &workspace = m_studio->workspace();
    m_studio->becomeCoder(u"Lea"_s);
    QVERIFY(workspace.commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, {workspace.article()->article.uuid}, u"named"_s, 1)));
    m_studio->becomeCoder(u"Ada"_s);
    codeWith(u"a threat to the strait"_s, u"Economic"_s);
    press(Qt::CTRL | Qt::Key_M);
    auto *to = shownDialog<CommentDialog>(m_studio->window())->findChild<QComboBox *>(u"commentTo"_s);
    QCOMPARE(to->findText(u"Ben"_s), -1); // only a lead can be asked
    to->setCurrentIndex(0);
    say(u"Adasword for all"_s);
    m_studio->becomeCoder(u"Ben"_s);
    goTo("discussion");
    auto *which = child<QComboBox>(u"threadFilter"_s);
    which->setCurrentIndex(3);
    emit which->activated(3);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(!allTexts(m_studio->window()).contains(u"Adasword"_s), "Ben reads what Ada said");
    m_studio->becomeCoder(u"Lea"_s);
    QTRY_VERIFY(allTexts(m_studio->window()).contains(u"Adasword"_s) || child<QListView>(u"threads"_s)->model()->rowCount() == 1);
}

void DiscussionWindowTest::theInboxSaysWhatToDo()
{
    goTo("discussion");
    auto *page = m_studio->window().findChild<DiscussionPage *>();
    QTRY_VERIFY(page && page->isVisible());
    QVERIFY(allTexts(*page).contains(u"Nothing waits for you"_s));
    QTest::mouseClick(child<QPushButton>(u"newComment"_s), Qt::LeftButton);
    say(u"Shall we meet on Friday?"_s);
    const Comment said = m_studio->workspace().project()->store().comments()->front();
    QVERIFY(!said.article);
    m_studio->becomeCoder(u"Lea"_s);
    QTRY_COMPARE(child<QListView>(u"threads"_s)->model()->rowCount(), 1);
    QVERIFY(allTexts(*page).contains(u"The study"_s));
}

void DiscussionWindowTest::theInspectorTellsWhatWasSaid()
{
    codeWith(u"a threat to the strait"_s, u"Economic"_s);
    auto *button = child<QToolButton>(u"annotationComments"_s);
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), QString());
    QTest::mouseClick(button, Qt::LeftButton);
    say(u"One more"_s);
    QTRY_COMPARE(button->text(), u"1"_s);
}

void DiscussionWindowTest::aLeadCodesBlind()
{
    Workspace &workspace = m_studio->workspace();
    auto *action = child<QAction>(u"codeBlind"_s);
    QVERIFY(!action->isEnabled()); // Ada is no lead
    codeWith(u"a threat to the strait"_s, u"Economic"_s);
    m_studio->becomeCoder(u"Lea"_s);
    QVERIFY(workspace.commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, {workspace.article()->article.uuid}, u"named"_s, 1)));
    QCOMPARE(workspace.article()->annotations.size(), size_t(1));
    QVERIFY(action->isEnabled() && !action->isChecked());
    action->trigger();
    QTRY_VERIFY(workspace.article()->annotations.empty());
    QVERIFY(action->isChecked());
    action->trigger();
    QTRY_COMPARE(workspace.article()->annotations.size(), size_t(1));
    const auto history = *workspace.project()->store().history(2);
    QCOMPARE(history[0].text, u"Lea sees the work of all from now on"_s);
    QCOMPARE(history[1].text, u"Lea codes blind from now on"_s);
}

GALLEY_WINDOW_TEST(DiscussionWindowTest)
#include "tst_discussionwindow.moc"
