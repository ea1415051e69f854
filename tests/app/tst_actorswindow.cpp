// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <actors/actorspage.h>
#include <project/actoredits.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// The register of actors, as it is kept in the window and used while coding.
class ActorsWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anActorIsMadeDescribedAndFoundByAnotherName();
    void twoBecomeOneAndWhereTheyOccurIsShown();
    void aListComesInAndGoesOut();
    void whoIsNamedIsNotRemoved();

private:
    ActorsPage *page() { return m_studio->child<ActorsPage>(u"actorsPage"_s); }
    ActorId actorCalled(const QString &name)
    {
        const Actor *actor = actorNamed(m_studio->workspace().actors(), name);
        return actor ? actor->id : ActorId();
    }
    /// A stance against, held by that actor: the code's key, then their name.
    void stanceOf(const QString &quote, const QString &holder)
    {
        m_studio->goTo("read");
        const qsizetype at = m_studio->workspace().article()->text.indexOf(quote);
        m_studio->view().setSelection({at, at + quote.size()});
        m_studio->view().setFocus();
        QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"against"_s));
        for (const QChar character : holder)
            QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
        m_studio->press(Qt::Key_Return);
        m_studio->press(Qt::Key_Escape);
    }

    std::unique_ptr<Studio> m_studio;
};

void ActorsWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. Nobody spoke for the ferries.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
}

void ActorsWindowTest::anActorIsMadeDescribedAndFoundByAnotherName()
{
    m_studio->goTo("actors");
    QTRY_VERIFY(page() && page()->isVisible());
    keepPicture(m_studio->window(), u"actors-empty-light"_s);
    QTest::mouseClick(m_studio->child<QPushButton>(u"newActor"_s), Qt::LeftButton);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"actorName"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"Ada Lund"_s);
    m_studio->press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"actorKind"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"p"_s); // person
    m_studio->press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"The mayor"_s);
    auto *were = m_studio->child<QTableWidget>(u"actorAttributes"_s);
    were->setFocus();
    were->setCurrentCell(0, 0);
    for (const QString &cell : {u"role"_s, u"mayor"_s, u"2023"_s}) {
        QTest::keyClicks(QApplication::focusWidget(), cell);
        m_studio->press(Qt::Key_Return);
        were->setFocus();
        were->setCurrentCell(0, were->currentColumn() + 1);
    }
    const ActorId made = actorCalled(u"ada lund"_s);
    QVERIFY(made);
    const auto stored = [&] { return *std::ranges::find(m_studio->workspace().actors(), made, &Actor::id); };
    QTRY_COMPARE(stored().attributes, (std::vector<ActorAttribute>{{u"role"_s, u"mayor"_s, u"2023"_s}}));
    QCOMPARE(stored().aliases, QStringList{u"The mayor"_s});
    QCOMPARE(stored().kind, ActorKind::Person);
    keepPicture(m_studio->window(), u"actors-one-light"_s);
    stanceOf(u"a threat"_s, u"the ma"_s);
    const auto values = m_studio->annotations().front().values;
    QVERIFY(std::ranges::any_of(values, [&](const VariableValue &value) { return value.value == Value(made); }));
    QCOMPARE(m_studio->workspace().actors().size(), size_t(1));
}

void ActorsWindowTest::twoBecomeOneAndWhereTheyOccurIsShown()
{
    stanceOf(u"a threat"_s, u"Council"_s);
    stanceOf(u"Nobody spoke"_s, u"Town council"_s);
    QCOMPARE(m_studio->workspace().actors().size(), size_t(2));
    m_studio->goTo("actors");
    page()->choose(actorCalled(u"Council"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->child<QListWidget>(u"actorOccurrences"_s)->count(), 1, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_studio->child<QPushButton>(u"removeActor"_s)->isEnabled(), 30000);
    QTest::mouseClick(m_studio->child<QPushButton>(u"mergeActor"_s), Qt::LeftButton);
    auto *dialog = testing::shownDialog<QInputDialog>(m_studio->window());
    QVERIFY(dialog);
    testing::acceptDialog(dialog);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->workspace().actors().size(), size_t(1), 30000);
    QCOMPARE(m_studio->workspace().actors().front().name, u"Town council"_s);
    QCOMPARE(m_studio->workspace().actors().front().aliases, QStringList{u"Council"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->child<QListWidget>(u"actorOccurrences"_s)->count(), 2, 30000);
    keepPicture(m_studio->window(), u"actors-merged-light"_s);
    auto *list = m_studio->child<QListWidget>(u"actorOccurrences"_s);
    list->setFocus();
    list->setCurrentRow(1);
    m_studio->press(Qt::Key_Return); // to where it is
    QTRY_VERIFY(m_studio->view().isVisible());
    QCOMPARE(m_studio->workspace().current()->quote, u"Nobody spoke"_s);
    m_studio->goTo("actors");
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->workspace().actors().size(), size_t(2), 30000);
}

void ActorsWindowTest::aListComesInAndGoesOut()
{
    m_studio->goTo("actors");
    QTest::mouseClick(m_studio->child<QPushButton>(u"importActors"_s), Qt::LeftButton);
    testing::chooseFile(m_studio->window(), m_studio->write(u"register.csv"_s, u"name,kind,aliases\nAda Lund,person,The mayor\nHarbour List,organisation,\n"_s));
    QTRY_COMPARE(m_studio->workspace().actors().size(), size_t(2));
    QTest::keyClicks(m_studio->child<QLineEdit>(u"actorsFilter"_s), u"mayor"_s);
    QTRY_COMPARE(m_studio->child<QTableView>(u"actorsTable"_s)->model()->rowCount(), 1);
    QTest::mouseClick(m_studio->child<QPushButton>(u"exportActors"_s), Qt::LeftButton);
    testing::chooseFile(m_studio->window(), m_studio->path(u"out.csv"_s));
    QTRY_VERIFY(QFile::exists(m_studio->path(u"out.csv"_s)));
    QFile out(m_studio->path(u"out.csv"_s));
    QVERIFY(out.open(QIODevice::ReadOnly));
    QVERIFY(out.readAll().contains("Ada Lund,person,The mayor"));
}

void ActorsWindowTest::whoIsNamedIsNotRemoved()
{
    stanceOf(u"a threat"_s, u"Council"_s);
    m_studio->goTo("actors");
    page()->choose(actorCalled(u"Council"_s));
    emit page()->removeWanted(actorCalled(u"Council"_s)); // whoever asks for it
    QTRY_VERIFY_WITH_TIMEOUT(allTexts(m_studio->window()).contains(u"Merge them into another actor"_s), 30000);
    QVERIFY(actorCalled(u"Council"_s));
    QTest::mouseClick(m_studio->child<QPushButton>(u"newActor"_s), Qt::LeftButton);
    QTRY_VERIFY(actorCalled(u"New actor"_s));
    m_studio->child<QTableView>(u"actorsTable"_s)->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->child<QPushButton>(u"removeActor"_s)->isEnabled(), 30000);
    m_studio->press(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(!actorCalled(u"New actor"_s), 30000);
}

GALLEY_WINDOW_TEST(ActorsWindowTest)
#include "tst_actorswindow.moc"
