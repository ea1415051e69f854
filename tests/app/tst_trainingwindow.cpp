// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <project/training.h>
#include <team/feedbackdialog.h>
#include <team/setdialog.h>
#include <widgets/messagebar.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace galley;
using namespace Qt::StringLiterals;

/// Who learns codes blind, and is told the gold answers when an article is done, not before.
class TrainingWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { applyTheme(Theme::Light); }
    void whatDiffersIsToldWhenDone();
    void theLeadSaysWhoseAnswersHold();
    void withoutGoldNothingIsTold();

private:
    void code(const QString &words, const QString &code);
    void makeTraining(CoderId gold);
    const Message *told();
    void markDone();

    std::unique_ptr<Studio> m_studio;
};

void TrainingWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. The ferry will cost more from May. It would be wrong to wait, the mayor said.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->workspace().setCoder(m_studio->workspace().addCoder(u"Lea"_s, CoderRole::Lead));
    code(u"threat to the strait"_s, u"Security and defense"_s);
    code(u"ferry will cost more"_s, u"Economic"_s);
    code(u"wrong to wait"_s, u"Morality"_s);
}

void TrainingWindowTest::code(const QString &words, const QString &name)
{
    Workspace &workspace = m_studio->workspace();
    const OpenArticle *open = workspace.article();
    const LayerId layer = workspace.codebook().layer(u"Framing")->id;
    const Code *chosen = workspace.codebook().code(workspace.codebook().principalVariable(layer)->id, name);
    const qsizetype at = open->text.indexOf(words);
    QVERIFY(chosen && at >= 0);
    QVERIFY(workspace.commit(annotate(workspace.codebook(), {open->text, open->positions},
        {workspace.allot<AnnotationTag>(), open->article.id, layer, workspace.coder()->id, chosen->id, {{at, at + words.size()}}, {}, {}}, workspace.stamp().at)));
}

void TrainingWindowTest::makeTraining(CoderId gold)
{
    Workspace &workspace = m_studio->workspace();
    QVERIFY(workspace.commit(makeSet({}, u"Training"_s, SetKind::Training, true, {workspace.article()->article.uuid}, u"all"_s, 1, gold)));
    m_studio->becomeCoder(u"Ada"_s);
}

const Message *TrainingWindowTest::told()
{
    const auto &messages = m_studio->window().findChild<MessageBar *>()->messages();
    const auto found = std::ranges::find_if(messages, [&](const Message &message) { return message.text.startsWith(u"Training"_s); });
    return found == messages.end() ? nullptr : &*found;
}

void TrainingWindowTest::markDone()
{
    m_studio->waitUntilActive();
    m_studio->view().setFocus();
    QTest::keyClick(&m_studio->view(), Qt::Key_D, Qt::ControlModifier);
}

void TrainingWindowTest::whatDiffersIsToldWhenDone()
{
    makeTraining(m_studio->workspace().coder()->id);
    code(u"threat to the strait"_s, u"Security and defense"_s);
    code(u"ferry will cost more"_s, u"Health and safety"_s);
    const ProjectStore &store = m_studio->workspace().project()->store();
    QVERIFY(!*feedbackOn(store, m_studio->workspace().article()->article.id, m_studio->workspace().coder()->id)); // who asks before has no answer
    QVERIFY(!told() && m_studio->workspace().article()->annotations.size() == 2);
    markDone();
    const Message *message = told();
    QVERIFY(message);
    QVERIFY2(message->text.contains(u"1 of 3"_s), qPrintable(message->text));
    QCOMPARE(m_studio->workspace().article()->annotations.size(), size_t(2)); // the view stays blind
    auto *bar = m_studio->window().findChild<MessageBar *>();
    while (!bar->messages().first().text.startsWith(u"Training"_s))
        bar->closeCurrent();
    QPushButton *show = nullptr;
    for (QPushButton *button : bar->findChildren<QPushButton *>())
        show = button->text() == u"Show Them"_s ? button : show;
    QVERIFY(show && show->isVisible());
    QTest::mouseClick(show, Qt::LeftButton);
    auto *dialog = testing::shownDialog<FeedbackDialog>(m_studio->window());
    QVERIFY(dialog);
    const auto *rows = dialog->findChild<QTreeWidget *>();
    QCOMPARE(rows->topLevelItemCount(), 3);
    QStringList lines;
    for (int row = 0; row < 3; ++row)
        lines += rows->topLevelItem(row)->text(2) + u" | "_s + rows->topLevelItem(row)->text(3);
    QCOMPARE(lines, (QStringList{u"Health and safety | Economic"_s, u"nothing | Morality"_s, u"Security and defense | Security and defense"_s}));
    QVERIFY(dialog->findChild<QLabel *>(u"feedbackWhy"_s)->text().startsWith(u"Economic: "_s));
    QVERIFY(testing::keepPicture(*dialog, u"training-light"_s));
    applyTheme(Theme::Dark);
    QTest::qWait(20);
    QVERIFY(testing::keepPicture(*dialog, u"training-dark"_s));
    QPointer<FeedbackDialog> shown(dialog);
    m_studio->becomeCoder(u"Ben"_s); // it is nobody else's
    QTRY_VERIFY(!shown || !shown->isVisible());
}

void TrainingWindowTest::theLeadSaysWhoseAnswersHold()
{
    m_studio->waitUntilActive();
    QTest::keyClick(&m_studio->window(), Qt::Key_2, Qt::ControlModifier);
    auto *step = m_studio->window().findChild<QPushButton *>(u"teamStep"_s);
    QTRY_COMPARE(step->text(), u"New Set…"_s);
    QTest::mouseClick(step, Qt::LeftButton);
    auto *asked = testing::shownDialog<SetDialog>(m_studio->window());
    QVERIFY(asked);
    auto *gold = asked->findChild<QComboBox *>(u"goldAnswers"_s);
    QVERIFY(!gold->isVisible());
    QTest::keyClicks(asked->findChild<QLineEdit *>(), u"First steps"_s);
    for (QComboBox *box : asked->findChildren<QComboBox *>()) {
        if (box->accessibleName() == u"Kind"_s)
            QTest::keyClicks(box, u"Training"_s);
    }
    QVERIFY(gold->isVisible() && asked->isBlind());
    QTest::keyClick(gold, Qt::Key_Down); // the lead is offered first
    QCOMPARE(gold->currentText(), u"As Lea coded"_s);
    QVERIFY(testing::keepPicture(*asked, u"training-set"_s));
    testing::acceptDialog(asked);
    QCOMPARE(goldOf(m_studio->workspace().project()->store().codingSets()->front()), m_studio->workspace().coder()->id);
}

void TrainingWindowTest::withoutGoldNothingIsTold()
{
    makeTraining({});
    code(u"threat to the strait"_s, u"Security and defense"_s);
    markDone();
    QVERIFY(!told());
}

GALLEY_WINDOW_TEST(TrainingWindowTest)
#include "tst_trainingwindow.moc"
