// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pictures.h>
#include <studio.h>

#include <panels/articlepanel.h>
#include <panels/codebookpanel.h>
#include <panels/inspectorpanel.h>
#include <panels/valueeditor.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QSet>
#include <QTreeView>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// The hands stay on the keyboard: every key goes to where the focus is, and is counted.
class CodingKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aFrameTakesTwoKeysAndTheFocusStays();
    void aStanceFromTheRegisterTakesAtMostTenKeys();
    void escapeLeavesTheValuesWhereOneWas();
    void theArticlesQuestionsAreAnsweredByKeys();
    void valuesAreComeBackTo();
    void aLaptopShowsTheCodesADefinitionAndAllOfAStance();
    void f6LeadsThroughThePanes();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    QString valueOf(const Annotation &annotation, const QString &variable);
    void putCaretAt(const QString &words);

    std::unique_ptr<Studio> m_studio;
    int m_keys = 0;
};

void CodingKeysTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. Nobody spoke for the ferries.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    Change actors{u"Register"_s, {}};
    m_studio->workspace().actorNamed(u"Town council"_s, actors);
    m_studio->workspace().actorNamed(u"Strait Authority"_s, actors);
    QVERIFY(m_studio->workspace().commit(actors));
    m_keys = 0;
}

void CodingKeysTest::press(int key, Qt::KeyboardModifiers modifiers)
{
    m_studio->waitUntilActive();
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    ++m_keys;
}

void CodingKeysTest::type(const QString &text)
{
    for (const QChar character : text) {
        m_studio->waitUntilActive();
        QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
        ++m_keys;
    }
}

void CodingKeysTest::putCaretAt(const QString &words)
{
    const qsizetype at = m_studio->workspace().article()->text.indexOf(words);
    m_studio->view().setSelection({at, at});
    m_studio->view().setFocus();
}

QString CodingKeysTest::valueOf(const Annotation &annotation, const QString &name)
{
    const Workspace &workspace = m_studio->workspace();
    const Variable *variable = workspace.codebook().variable(annotation.layer, name);
    for (const VariableValue &value : annotation.values) {
        if (value.variable != variable->id)
            continue;
        if (const auto *code = std::get_if<CodeId>(&value.value))
            return workspace.codebook().path(*code);
        if (const auto *actor = std::get_if<ActorId>(&value.value))
            return std::ranges::find(workspace.actors(), *actor, &Actor::id)->name;
    }
    return {};
}

void CodingKeysTest::aFrameTakesTwoKeysAndTheFocusStays()
{
    putCaretAt(u"The council"_s);
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    type(m_studio->keyOf(u"Economic"_s));
    QCOMPARE(m_keys, 2);
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QVERIFY(m_studio->view().hasFocus());
}

void CodingKeysTest::aStanceFromTheRegisterTakesAtMostTenKeys()
{
    putCaretAt(u"The council"_s);
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    type(m_studio->keyOf(u"against"_s));
    type(u"T"_s); // holder
    press(Qt::Key_Return);
    type(u"St"_s); // target: Strait Authority, and not that of the town
    press(Qt::Key_Return);
    type(u"3"_s); // voice: paraphrase
    press(Qt::Key_Return);
    qInfo("a stance: %d keys", m_keys);
    QVERIFY(m_keys <= 10);
    const Annotation coded = m_studio->annotations().front();
    QCOMPARE(coded.quote, u"The council warned of a threat to the strait."_s);
    QCOMPARE(valueOf(coded, u"holder"_s), u"Town council"_s);
    QCOMPARE(valueOf(coded, u"target"_s), u"Strait Authority"_s);
    QCOMPARE(valueOf(coded, u"voice"_s), u"paraphrase"_s);
    QCOMPARE(m_studio->workspace().actors().size(), size_t(2)); // nobody new
}

void CodingKeysTest::escapeLeavesTheValuesWhereOneWas()
{
    putCaretAt(u"Nobody"_s);
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    type(m_studio->keyOf(u"neutral"_s));
    const qsizetype caret = m_studio->view().caret();
    QTRY_VERIFY(!m_studio->view().hasFocus());
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_studio->view().hasFocus());
    QCOMPARE(m_studio->view().caret(), caret);
}

void CodingKeysTest::theArticlesQuestionsAreAnsweredByKeys()
{
    putCaretAt(u"Nobody"_s);
    press(Qt::Key_J, Qt::ControlModifier);
    auto *panel = m_studio->window().findChild<ArticlePanel *>();
    QTRY_VERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    const QString first = QApplication::focusWidget()->accessibleName();
    for (int answers = 0; answers < 12 && panel->isAncestorOf(QApplication::focusWidget()); ++answers) {
        const QWidget *asked = QApplication::focusWidget();
        type(u"1"_s);
        if (QApplication::focusWidget() == asked) // a list: a scale has gone on by itself
            press(Qt::Key_Return);
    }
    qInfo("the article's questions: %d keys, the first was “%s”", m_keys, qPrintable(first));
    QVERIFY(m_studio->view().hasFocus());
    const Codebook &codebook = m_studio->workspace().codebook();
    const auto annotations = m_studio->annotations();
    QCOMPARE(annotations.size(), size_t(1));
    QCOMPARE(annotations.front().values.size(), codebook.variables(annotations.front().layer).size());
}

void CodingKeysTest::valuesAreComeBackTo()
{
    putCaretAt(u"The council"_s);
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    type(m_studio->keyOf(u"in favour"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_studio->view().hasFocus());
    press(Qt::Key_L, Qt::ControlModifier);
    auto *inspector = m_studio->window().findChild<InspectorPanel *>();
    QTRY_VERIFY(inspector->isAncestorOf(QApplication::focusWidget()));
    type(u"Town c"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(valueOf(m_studio->annotations().front(), u"holder"_s), u"Town council"_s);
}

/// At 1366 × 768 nothing that is needed for a stance has to be scrolled to.
void CodingKeysTest::aLaptopShowsTheCodesADefinitionAndAllOfAStance()
{
    putCaretAt(u"The council"_s);
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    type(m_studio->keyOf(u"against"_s));
    QTRY_VERIFY(!m_studio->view().hasFocus());
    const auto isWhole = [](const QWidget *widget) { return widget->isVisible() && widget->visibleRegion().boundingRect().size() == widget->size(); };
    auto *inspector = m_studio->window().findChild<InspectorPanel *>();
    const auto editors = inspector->findChildren<ValueEditor *>();
    QCOMPARE(editors.size(), 3); // holder, target, voice
    for (const ValueEditor *editor : editors)
        QVERIFY2(isWhole(editor), qPrintable(editor->accessibleName()));
    const QLabel *definition = m_studio->window().findChild<CodebookPanel *>()->findChild<QLabel *>(u"definition"_s);
    QTRY_VERIFY(definition->visibleRegion().boundingRect().height() > 60);
    QVERIFY(keepPicture(m_studio->window(), u"stance-on-a-laptop"_s));
    auto *codes = m_studio->window().findChild<CodebookPanel *>()->findChild<QTreeView *>();
    QModelIndex last = codes->model()->index(0, 0);
    int shown = 0;
    for (; codes->indexBelow(last).isValid(); last = codes->indexBelow(last))
        ++shown;
    QCOMPARE(shown, 19); // the heads of two layers, 18 codes
    QVERIFY(codes->viewport()->rect().contains(codes->visualRect(last)) && codes->viewport()->rect().contains(codes->visualRect(codes->model()->index(0, 0))));
    QVERIFY(m_studio->view().width() > 600); // and the text keeps its measure
}

void CodingKeysTest::f6LeadsThroughThePanes()
{
    putCaretAt(u"The council"_s);
    press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    type(m_studio->keyOf(u"Economic"_s));
    QSet<QWidget *> panes;
    for (int step = 0; step < 4; ++step) {
        press(Qt::Key_F6);
        for (QWidget *around = QApplication::focusWidget(); around; around = around->parentWidget()) {
            if (qobject_cast<QDockWidget *>(around) || around == &m_studio->view())
                panes.insert(around);
        }
    }
    QCOMPARE(panes.size(), 4); // the codes, the list, the annotation below it, the text again
    QVERIFY(m_studio->view().hasFocus());
    press(Qt::Key_F6, Qt::ShiftModifier);
    press(Qt::Key_F6);
    QVERIFY(m_studio->view().hasFocus());
}

GALLEY_WINDOW_TEST(CodingKeysTest)
#include "tst_codingkeys.moc"
