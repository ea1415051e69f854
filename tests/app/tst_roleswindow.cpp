// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pictures.h>
#include <studio.h>

#include <panels/inspectorpanel.h>
#include <panels/passageeditor.h>
#include <text/articlelayout.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QLineEdit>
#include <QToolButton>

using namespace galley;
using namespace Qt::StringLiterals;

/// Roles that point to passages, coded and looked at with real keys: source, content and cue of an attribution.
class RolesWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sourceAndContentTakeThreeKeys();
    void aFurtherRangeIsAdded();
    void fieldsTakeTheSelectionAndGiveItBack();
    void eachStepIsUndone();
    void theTextShowsThemWhileTheAnnotationIsChosen();
    void arcsAreSwitchedOn();

private:
    void select(const QString &words);
    void attribute();
    PassageEditor *field(const QString &name);
    QStringList quotesOf(const QString &variable);

    std::unique_ptr<Studio> m_studio;
};

namespace {

const QString text = u"Harbour vote\n\nThe council warned on Monday that the strait is closed, and that it stays so until the storm has gone.\n\n"
                     "Ferries, the harbour master added, will wait.\n"_s;

} // namespace

void RolesWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    QVERIFY(m_studio->workspace().createProject(m_studio->project(), *builtInCodebook(u"attribution")));
    m_studio->becomeCoder(u"Ada"_s);
    m_studio->import({m_studio->write(u"article.txt"_s, text)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->waitUntilActive();
    m_studio->view().setFocus();
    QTRY_VERIFY(m_studio->view().hasFocus());
}

void RolesWindowTest::cleanup()
{
    m_studio.reset();
}

/// With Shift and the arrows, from where the words begin.
void RolesWindowTest::select(const QString &words)
{
    ArticleView &view = m_studio->view();
    const qsizetype begin = text.indexOf(words);
    QVERIFY(begin >= 0);
    view.setSelection({begin, begin});
    for (qsizetype i = 0; i < words.size(); ++i)
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view.selection().end, begin + words.size());
}

void RolesWindowTest::attribute()
{
    select(u"warned"_s);
    m_studio->press(Qt::Key_A);
    QVERIFY(m_studio->view().hasFocus()); // what comes next is selected there
    select(u"The council"_s);
    m_studio->press(Qt::Key_Return);
    select(u"that the strait is closed"_s);
    m_studio->press(Qt::Key_Return);
}

PassageEditor *RolesWindowTest::field(const QString &name)
{
    for (auto *editor : m_studio->window().findChild<InspectorPanel *>()->findChildren<PassageEditor *>()) {
        if (editor->accessibleName() == name)
            return editor;
    }
    return nullptr;
}

QStringList RolesWindowTest::quotesOf(const QString &variable)
{
    QStringList quotes;
    const Codebook &codebook = m_studio->workspace().codebook();
    for (const Annotation &annotation : m_studio->annotations()) {
        for (const VariableValue &value : annotation.values) {
            if (codebook.variable(value.variable)->name == variable)
                quotes += std::get<Passage>(value.value).quote;
        }
    }
    return quotes;
}

void RolesWindowTest::sourceAndContentTakeThreeKeys()
{
    attribute();
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(m_studio->annotations()[0].quote, u"warned"_s);
    QCOMPARE(quotesOf(u"source"_s), QStringList{u"The council"_s});
    QCOMPARE(quotesOf(u"content"_s), QStringList{u"that the strait is closed"_s});
    qInfo("source, cue and content: 3 keys beside the selecting (A, Return, Return)");
    const auto line = field(u"source"_s)->findChild<QLineEdit *>();
    QCOMPARE(line->text(), u"“The council”"_s);
    QVERIFY(!line->accessibleName().isEmpty());
}

void RolesWindowTest::aFurtherRangeIsAdded()
{
    attribute();
    select(u"that it stays so"_s);
    m_studio->press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(quotesOf(u"content"_s), QStringList{u"that the strait is closed … that it stays so"_s});
    QCOMPARE(quotesOf(u"cue"_s), QStringList());
}

void RolesWindowTest::fieldsTakeTheSelectionAndGiveItBack()
{
    attribute();
    QTest::keyClick(&m_studio->window(), Qt::Key_L, Qt::ControlModifier); // the first that is open
    QTRY_VERIFY(field(u"cue"_s)->isAncestorOf(QApplication::focusWidget()));
    m_studio->press(Qt::Key_Escape);
    select(u"on Monday"_s);
    QTest::keyClick(&m_studio->window(), Qt::Key_L, Qt::ControlModifier);
    m_studio->press(Qt::Key_Return);
    QCOMPARE(quotesOf(u"cue"_s), QStringList{u"on Monday"_s});
    field(u"source"_s)->setFocus();
    m_studio->press(Qt::Key_Delete);
    QCOMPARE(m_studio->annotations().size(), size_t(1)); // the key is the field's
    QCOMPARE(quotesOf(u"source"_s), QStringList());
    QVERIFY(field(u"source"_s)->isAncestorOf(QApplication::focusWidget()));
    auto *take = field(u"source"_s)->findChild<QToolButton *>(u"takePassage"_s);
    QVERIFY(take && take->isVisible() && !take->accessibleName().isEmpty());
    QTest::mouseClick(take, Qt::LeftButton); // "on Monday" is still selected
    QCOMPARE(quotesOf(u"source"_s), QStringList{u"on Monday"_s});
    m_studio->press(Qt::Key_Tab);
    QVERIFY(field(u"content"_s)->isAncestorOf(QApplication::focusWidget()));
}

void RolesWindowTest::eachStepIsUndone()
{
    attribute();
    QTest::keyClick(&m_studio->view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(quotesOf(u"content"_s), QStringList());
    QCOMPARE(quotesOf(u"source"_s), QStringList{u"The council"_s});
    QCOMPARE(field(u"content"_s)->findChild<QLineEdit *>()->text(), QString());
    QTest::keyClick(&m_studio->view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(quotesOf(u"content"_s), QStringList{u"that the strait is closed"_s});
}

void RolesWindowTest::theTextShowsThemWhileTheAnnotationIsChosen()
{
    attribute();
    ArticleView &view = m_studio->view();
    const auto &roles = view.articleLayout().highlights().roles;
    QCOMPARE(roles.size(), size_t(2));
    QCOMPARE(roles[0].label, u"source"_s);
    QVERIFY((roles[0].range == Utf16Range{text.indexOf(u"The council"_s), text.indexOf(u"The council"_s) + 11}));
    const qsizetype at = text.indexOf(u"council"_s);
    view.setSelection({at, at});
    QVERIFY(view.accessibleDescription().contains(u"its source"_s));
    m_studio->press(Qt::Key_Escape);
    QCOMPARE(view.currentMark(), 0);
    QVERIFY(roles.empty());
    QTest::keyClick(&view, Qt::Key_F4);
    QCOMPARE(roles.size(), size_t(2));
}

void RolesWindowTest::arcsAreSwitchedOn()
{
    attribute();
    select(u"that it stays so"_s);
    m_studio->press(Qt::Key_Return, Qt::ShiftModifier);
    ArticleView &view = m_studio->view();
    view.setSelection({0, 0});
    const QImage before = view.grab().toImage();
    QTest::keyClick(&view, Qt::Key_F7, Qt::ShiftModifier);
    QVERIFY(view.articleLayout().highlights().arcs);
    QVERIFY(view.grab().toImage() != before);
    for (const auto &[theme, word] : {std::pair(Theme::Dark, u"dark"_s), std::pair(Theme::Light, u"light"_s)}) {
        applyTheme(theme);
        QTest::qWait(50);
        QVERIFY(testing::keepPicture(m_studio->window(), u"roles-"_s + word));
    }
    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->view().articleLayout().highlights().arcs); // it is remembered
}

GALLEY_WINDOW_TEST(RolesWindowTest)
#include "tst_roleswindow.moc"
