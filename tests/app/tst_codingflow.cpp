// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <pictures.h>
#include <studio.h>

#include <project/exporting.h>

#include <panels/articlepanel.h>
#include <panels/codebookpanel.h>
#include <panels/codepalette.h>
#include <panels/coderchooser.h>
#include <panels/inspectorpanel.h>
#include <widgets/findbar.h>
#include <widgets/messagebar.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QApplication>
#include <QAction>
#include <QBuffer>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>

#include <set>

using namespace galley;
using namespace Qt::StringLiterals;

/// The main job, through the real window with real mouse and key events.
class CodingFlowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aSelectionByKeysIsCodedByAKeyAndSurvivesARestart();
    void codingWhatTheCodebookLeavesOutIsTold();
    void aDraggedSelectionIsCodedByADoubleClickInTheCodebook();
    void readingADefinitionChangesNothing();
    void theAnnotationJustMadeIsRecodedByTheInspector();
    void aKeyRecodesOnlyWhereTheCaretIs();
    void aPassageIsCodedOnceMore();
    void aSelectionIsGoneInAnotherProject();
    void aChangeOfCoderLeavesNothingOfTheOther();
    void aNewCoderIsNotTakenAwayByHerFirstUndo();
    void aLeadTakesBackAnEntryOfAnother();
    void keysSayThatNobodyIsCoding();
    void theInspectorBeginsAtItsTop();
    void anEmojiShiftsNothing();
    void undoAndRedoWorkAcrossArticlesAndARestart();
    void aChosenAnnotationIsRecodedResizedFlaggedAndDeleted();
    void sixOverlappingAnnotationsAreEachReached();
    void aQuickPaletteCodesWithAFewLetters();
    void annotationsOfOthersAreShownOnlyWhereAskedFor();
    void articleVariablesAreRecorded();
    void nothingCanBeCodedInAReadOnlyProject();
    void theSeedArticleGoesAllTheWay();
    void docksComeBackAsTheyWereLeft();
    void theFindBarStandsBelowTheArticle();

private:
    void select(qsizetype begin, qsizetype end);
    void press(const QString &key);
    void openWithText(const QString &text);
    void clickCode(const QString &name);
    void doubleClickCode(const QString &name);
    void chooseInPalette(const QString &letters);
    void becomeNewCoder(const QString &name);
    QTreeView *codeTree();
    QModelIndex codeInTree(const QString &name);
    QStringList codes();
    bool isTold(const QString &words);
    QAction *action(const char *name);
    QByteArray csv();

    std::unique_ptr<Studio> m_studio;
};

void CodingFlowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->createProject();
}

void CodingFlowTest::cleanup()
{
    m_studio.reset();
}

void CodingFlowTest::openWithText(const QString &text)
{
    m_studio->import({m_studio->write(u"article.txt"_s, text)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->waitUntilActive();
    m_studio->view().setFocus();
    QTRY_VERIFY(m_studio->view().hasFocus());
}

/// With the keyboard: to the beginning, then along the text, then with Shift to the end.
void CodingFlowTest::select(qsizetype begin, qsizetype end)
{
    ArticleView &view = m_studio->view();
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    while (view.textCursor().position() < begin)
        QTest::keyClick(&view, Qt::Key_Right);
    while (view.textCursor().position() < end)
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view.selection().begin, begin);
    QCOMPARE(view.selection().end, end);
}

void CodingFlowTest::press(const QString &key)
{
    QVERIFY2(key.size() == 1, "the code has a key");
    QTest::keyClicks(&m_studio->view(), key);
}

QAction *CodingFlowTest::action(const char *name)
{
    auto *found = m_studio->window().findChild<QAction *>(QLatin1StringView(name));
    Q_ASSERT(found);
    return found;
}

QByteArray CodingFlowTest::csv()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto rows = exportTo(m_studio->workspace().project()->store(), buffer, u"csv"_s, {});
    return rows ? buffer.data() : QByteArray();
}

void CodingFlowTest::aSelectionByKeysIsCodedByAKeyAndSurvivesARestart()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    press(m_studio->keyOf(u"Security and defense"_s));
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(m_studio->annotations()[0].quote, u"council warned"_s); // blanks at the ends are left out
    QVERIFY((m_studio->annotations()[0].ranges == std::vector<Range>{{18, 32}}));

    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QCOMPARE(m_studio->workspace().coder()->name, u"Ada"_s);
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(m_studio->view().marksAt(20).size(), size_t(1));
    QVERIFY(csv().contains("Framing,Security and defense,18,32,\"[[18,32]]\",council warned,Ada,coded"));
}

void CodingFlowTest::codingWhatTheCodebookLeavesOutIsTold()
{
    const Codebook &book = m_studio->workspace().codebook();
    Layer layer = book.layers().front();
    layer.leaveOut = {nameOf(ZoneKind::Credit)};
    QVERIFY(m_studio->workspace().commit(Change{u"Leave out"_s, {modified(book.layers().front(), layer)}}));
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n\n(Reporting by Ann Lee; editing by Bo Kim)\n"_s);
    select(18, 32);
    press(m_studio->keyOf(u"Security and defense"_s));
    QVERIFY(!isTold(u"leaves this part out"_s));
    select(63, 80);
    press(m_studio->keyOf(u"Security and defense"_s));
    QCOMPARE(m_studio->annotations().size(), size_t(2)); // it is kept all the same
    QVERIFY(isTold(u"leaves this part out"_s));
}

void CodingFlowTest::aDraggedSelectionIsCodedByADoubleClickInTheCodebook()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    ArticleView &view = m_studio->view();
    const auto at = [&](int position) {
        QTextCursor cursor(view.document());
        cursor.setPosition(position);
        return view.cursorRect(cursor).center();
    };
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(18));
    QTest::mouseMove(view.viewport(), at(25));
    QTest::mouseMove(view.viewport(), at(32));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(32));
    QVERIFY((view.selection() == Utf16Range{18, 32}));

    doubleClickCode(u"Economic"_s);
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(m_studio->annotations()[0].quote, u"council warned"_s);
    QVERIFY(view.selection().isEmpty());
    doubleClickCode(u"Political"_s); // nothing is selected: it is no way to recode
    QCOMPARE(codes(), QStringList{u"Economic"_s});
    QVERIFY(isTold(u"Nothing is selected"_s));
}

void CodingFlowTest::readingADefinitionChangesNothing()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    clickCode(u"Political"_s); // while a passage is selected
    QVERIFY(m_studio->annotations().empty());
    press(m_studio->keyOf(u"Economic"_s));
    clickCode(u"Political"_s); // while an annotation is chosen
    QCOMPARE(codes(), QStringList{u"Economic"_s});
}

void CodingFlowTest::theAnnotationJustMadeIsRecodedByTheInspector()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    press(m_studio->keyOf(u"Economic"_s));
    QToolButton *change = nullptr;
    for (QToolButton *button : m_studio->window().findChild<InspectorPanel *>()->findChildren<QToolButton *>())
        change = button->accessibleName() == u"Change code"_s ? button : change;
    QVERIFY(change && change->isVisible());
    QTest::mouseClick(change, Qt::LeftButton);
    chooseInPalette(u"secur"_s);
    QTRY_COMPARE(codes(), QStringList{u"Security and defense"_s});
    QTest::keyClick(&m_studio->view(), Qt::Key_F2);
    chooseInPalette(u"polit"_s);
    QTRY_COMPARE(codes(), QStringList{u"Political"_s});
}

void CodingFlowTest::aKeyRecodesOnlyWhereTheCaretIs()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    press(m_studio->keyOf(u"Economic"_s));
    press(m_studio->keyOf(u"Political"_s));
    QCOMPARE(codes(), QStringList{u"Political"_s});
    QTest::keyClick(&m_studio->view(), Qt::Key_Home, Qt::ControlModifier); // reading on: it stays chosen
    QVERIFY(m_studio->workspace().current());
    press(m_studio->keyOf(u"Economic"_s));
    QCOMPARE(codes(), QStringList{u"Political"_s});
    QVERIFY(isTold(u"F2 changes the code"_s));
}

void CodingFlowTest::aPassageIsCodedOnceMore()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    press(m_studio->keyOf(u"Economic"_s));
    QTest::keyClick(&m_studio->window(), Qt::Key_K, Qt::ControlModifier);
    chooseInPalette(u"secur"_s);
    QTRY_COMPARE(codes().size(), 2);
    QCOMPARE(m_studio->annotations()[0].ranges, m_studio->annotations()[1].ranges);
}

void CodingFlowTest::aSelectionIsGoneInAnotherProject()
{
    const QString text = u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s;
    openWithText(text);
    const QString other = m_studio->path(u"other.galley"_s);
    m_studio->workspace().closeProject();
    QVERIFY(QFile::copy(m_studio->project(), other)); // its article has the same number
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    m_studio->view().setFocus();
    select(18, 33);
    QVERIFY(m_studio->window().openProject(other));
    m_studio->becomeCoder(u"Ada"_s);
    QVERIFY(m_studio->workspace().article());
    QVERIFY(m_studio->view().selection().isEmpty());
    press(m_studio->keyOf(u"Economic"_s));
    QVERIFY(m_studio->annotations().empty());
}

void CodingFlowTest::aChangeOfCoderLeavesNothingOfTheOther()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    press(m_studio->keyOf(u"Economic"_s));
    QTest::keyClick(&m_studio->view(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(action("articleDone")->text().remove(u'&'), u"Mark Article Not Done"_s);
    becomeNewCoder(u"Ben"_s);
    QCOMPARE(m_studio->workspace().coder()->name, u"Ben"_s);
    QVERIFY(!m_studio->workspace().current());
    QVERIFY(!m_studio->window().findChild<InspectorPanel *>()->annotation());
    QCOMPARE(action("articleDone")->text().remove(u'&'), u"Mark Article Done"_s);
}

void CodingFlowTest::aNewCoderIsNotTakenAwayByHerFirstUndo()
{
    openWithText(u"Harbour vote\n\nThe council warned.\n"_s);
    becomeNewCoder(u"Ben"_s);
    const auto newest = m_studio->workspace().project()->store().history(1);
    QVERIFY(newest && newest->size() == 1);
    QVERIFY(newest->front().text.contains(u"Ben"_s));
    QVERIFY(!newest->front().coder); // nobody's, so no coder's undo reaches it
}

void CodingFlowTest::aLeadTakesBackAnEntryOfAnother()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    press(m_studio->keyOf(u"Economic"_s));
    auto *history = m_studio->window().findChild<QDockWidget *>(u"historyDock"_s);
    history->show();
    auto *list = history->findChild<QListView *>();
    const auto takeBack = [&](int row) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
        QTest::keyClick(list, Qt::Key_Delete);
    };
    Workspace &workspace = m_studio->workspace();
    workspace.setCoder(workspace.addCoder(u"Ben"_s, CoderRole::Coder));
    takeBack(1); // below that of the new coder
    QVERIFY(isTold(u"Only a lead"_s));
    QCOMPARE(codes(), QStringList{u"Economic"_s});
    select(40, 46);
    press(m_studio->keyOf(u"Political"_s));
    QCOMPARE(codes().size(), 2);
    workspace.setCoder(workspace.addCoder(u"Lea"_s, CoderRole::Lead));
    takeBack(1);
    QTRY_COMPARE(codes(), QStringList{u"Economic"_s});
    QVERIFY(isTold(u"Taken back, of Ben"_s));
    QTest::keyClick(&m_studio->view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // the lead's redo puts it back
    QTRY_COMPARE(codes().size(), 2);
}

void CodingFlowTest::keysSayThatNobodyIsCoding()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    const Coder ada = *m_studio->workspace().coder();
    QVERIFY(m_studio->workspace().project()->commit({u"Ada goes"_s, {removed(ada)}}));
    QVERIFY(!m_studio->workspace().coder()); // and the window says so
    auto *chooser = m_studio->window().findChild<CoderChooser *>();
    QVERIFY(chooser->isVisible());
    const MessageBar *messages = m_studio->window().findChild<MessageBar *>();
    for (const char *name : {"codePalette", "changeCode", "deleteAnnotation", "flag", "endLater", "articleDone", "drawSample"}) {
        m_studio->window().findChild<MessageBar *>()->clear();
        QVERIFY2(action(name)->isEnabled(), name);
        action(name)->trigger();
        QVERIFY2(isTold(u"Nobody is coding"_s), name);
    }
    m_studio->window().findChild<MessageBar *>()->clear();
    emit m_studio->view().characterTyped(m_studio->keyOf(u"Economic"_s));
    QVERIFY(isTold(u"Nobody is coding"_s));
    QTest::mouseClick(messages->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(chooser->isVisible() && messages->messages().isEmpty());
}

void CodingFlowTest::theInspectorBeginsAtItsTop()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 33);
    press(m_studio->keyOf(u"Economic"_s));
    select(40, 46);
    press(m_studio->keyOf(u"Political"_s));
    m_studio->window().resize(1000, 480); // too low for all of it
    auto *inspector = m_studio->window().findChild<InspectorPanel *>();
    QScrollArea *area = inspector->findChild<QScrollArea *>();
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    QTest::keyClick(&m_studio->view(), Qt::Key_F4, Qt::ShiftModifier);
    QTRY_COMPARE(area->verticalScrollBar()->value(), 0);
}

QModelIndex CodingFlowTest::codeInTree(const QString &name)
{
    auto *tree = codeTree();
    const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchRecursive);
    tree->scrollTo(found.value(0));
    return found.value(0);
}

QTreeView *CodingFlowTest::codeTree()
{
    return m_studio->window().findChild<CodebookPanel *>()->findChild<QTreeView *>();
}

void CodingFlowTest::clickCode(const QString &name)
{
    const QModelIndex code = codeInTree(name);
    QVERIFY(code.isValid());
    QTest::mouseClick(codeTree()->viewport(), Qt::LeftButton, {}, codeTree()->visualRect(code).center());
}

/// As the mouse does it: a click, then the second one.
void CodingFlowTest::doubleClickCode(const QString &name)
{
    clickCode(name);
    QTest::mouseDClick(codeTree()->viewport(), Qt::LeftButton, {}, codeTree()->visualRect(codeInTree(name)).center());
}

void CodingFlowTest::chooseInPalette(const QString &letters)
{
    QWidget *field = nullptr;
    QTRY_VERIFY((field = QApplication::focusWidget()) && qobject_cast<QLineEdit *>(field) && qobject_cast<CodePalette *>(field->parentWidget()));
    QTest::keyClicks(field, letters);
    QTest::keyClick(field, Qt::Key_Return);
}

/// Through the page that asks who codes.
void CodingFlowTest::becomeNewCoder(const QString &name)
{
    QTest::keyClick(&m_studio->view(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    auto *chooser = m_studio->window().findChild<CoderChooser *>();
    QTRY_VERIFY(chooser->isVisible());
    auto *field = chooser->findChild<QLineEdit *>();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!chooser->isVisible());
}

bool CodingFlowTest::isTold(const QString &words)
{
    return std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [&](const Message &message) { return message.text.contains(words); });
}

QStringList CodingFlowTest::codes()
{
    QStringList names;
    for (const Annotation &annotation : m_studio->annotations())
        names << m_studio->workspace().codebook().path(annotation.code);
    return names;
}

void CodingFlowTest::anEmojiShiftsNothing()
{
    openWithText(u"Poll\n\nIslanders 😀😀 fear the toll.\n"_s);
    const qsizetype begin = m_studio->view().page().text.indexOf(u"fear");
    m_studio->view().setSelection({begin, begin + 13});
    press(m_studio->keyOf(u"Economic"_s));
    const Annotation coded = m_studio->annotations().at(0);
    QCOMPARE(coded.quote, u"fear the toll"_s);
    QCOMPARE(coded.ranges[0].begin, begin - 2);
    QVERIFY(csv().contains(",19,32,\"[[19,32]]\",fear the toll,"));
}

void CodingFlowTest::undoAndRedoWorkAcrossArticlesAndARestart()
{
    m_studio->import({m_studio->write(u"a.txt"_s, u"First\n\nOne two three.\n"_s), m_studio->write(u"b.txt"_s, u"Second\n\nFour five six.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->view().setSelection({7, 10});
    press(m_studio->keyOf(u"Economic"_s));
    const ArticleId first = m_studio->workspace().article()->article.id;
    QTest::keyClick(&m_studio->window(), Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(m_studio->workspace().article()->article.id != first);
    m_studio->view().setSelection({8, 12});
    press(m_studio->keyOf(u"Political"_s));

    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    const auto count = [this] { return m_studio->workspace().project()->store().counts()->annotations; };
    QCOMPARE(count(), 2);
    QVERIFY(m_studio->workspace().article()->article.id != first); // where it was left
    QTest::keyClick(&m_studio->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(count(), 1);
    QTest::keyClick(&m_studio->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(count(), 0);
    QCOMPARE(m_studio->workspace().article()->article.id, first); // what is undone is shown
    QTest::keyClick(&m_studio->window(), Qt::Key_Z, Qt::ControlModifier); // the import
    QCOMPARE(m_studio->articles(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&m_studio->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(count(), 2);
    QCOMPARE(m_studio->articles(), 2);
}

void CodingFlowTest::aChosenAnnotationIsRecodedResizedFlaggedAndDeleted()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    m_studio->view().setSelection({18, 25});
    press(m_studio->keyOf(u"Economic"_s));
    QVERIFY(m_studio->workspace().current());
    press(m_studio->keyOf(u"Political"_s));
    const Codebook &codebook = m_studio->workspace().project()->codebook();
    QCOMPARE(codebook.path(m_studio->annotations().at(0).code), u"Political"_s);
    action("endLater")->trigger();
    QCOMPARE(m_studio->annotations().at(0).quote, u"council warned"_s);
    action("beginEarlier")->trigger();
    QCOMPARE(m_studio->annotations().at(0).quote, u"The council warned"_s);
    action("endEarlier")->trigger();
    QCOMPARE(m_studio->annotations().at(0).quote, u"The council"_s);
    action("flag")->trigger();
    QCOMPARE(m_studio->annotations().at(0).status, AnnotationStatus::Flagged);
    QTest::keyClick(&m_studio->view(), Qt::Key_Delete);
    QVERIFY(m_studio->annotations().empty());
    for (int i = 0; i < 6; ++i)
        action("undo")->trigger();
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(codebook.path(m_studio->annotations().at(0).code), u"Economic"_s);
}

void CodingFlowTest::sixOverlappingAnnotationsAreEachReached()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait and the islands.\n"_s);
    const std::vector<Utf16Range> spans{{14, 60}, {18, 40}, {18, 40}, {22, 50}, {26, 32}, {14, 32}};
    for (const Utf16Range &span : spans) {
        m_studio->view().setSelection(span);
        press(m_studio->keyOf(u"Economic"_s));
    }
    QCOMPARE(m_studio->annotations().size(), spans.size());
    QCOMPARE(m_studio->view().marksAt(28).size(), spans.size());

    QTextCursor cursor = m_studio->view().textCursor();
    cursor.setPosition(28);
    m_studio->view().setTextCursor(cursor);
    std::set<AnnotationId> reached;
    for (size_t i = 0; i < spans.size(); ++i) {
        QTest::keyClick(&m_studio->view(), Qt::Key_F5);
        reached.insert(m_studio->workspace().current()->id);
    }
    QCOMPARE(reached.size(), spans.size());
}

void CodingFlowTest::aQuickPaletteCodesWithAFewLetters()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    select(18, 25);
    QTest::keyClick(&m_studio->window(), Qt::Key_K, Qt::ControlModifier);
    QWidget *field = nullptr;
    QTRY_VERIFY((field = QApplication::focusWidget()) && qobject_cast<QLineEdit *>(field));
    QTest::keyClicks(field, u"secur"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(m_studio->workspace().project()->codebook().path(m_studio->annotations()[0].code), u"Security and defense"_s);
}

void CodingFlowTest::annotationsOfOthersAreShownOnlyWhereAskedFor()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    m_studio->view().setSelection({18, 25});
    press(m_studio->keyOf(u"Economic"_s));
    m_studio->becomeCoder(u"Ben"_s);
    QVERIFY(m_studio->view().marksAt(20).empty());
    action("showOthers")->trigger();
    QCOMPARE(m_studio->view().marksAt(20).size(), size_t(1));
    const Mark mark = m_studio->view().marks(m_studio->view().marksAt(20).front()).front();
    QCOMPARE(mark.label, u"Ada: Economic"_s); // whose it is
    QCOMPARE(mark.detail, u"Framing · Ada · Economic · “council”"_s);
    m_studio->window().resize(1366, 768);
    for (const auto &[theme, word] : {std::pair(Theme::Dark, u"dark"_s), std::pair(Theme::Light, u"light"_s)}) {
        applyTheme(theme);
        QTest::qWait(50);
        QVERIFY(testing::keepPicture(m_studio->window(), u"read-others-"_s + word));
    }
    m_studio->view().nextMark();
    QTest::keyClick(&m_studio->view(), Qt::Key_Delete); // another's is not ours to delete
    QCOMPARE(m_studio->annotations().size(), size_t(1));
}

void CodingFlowTest::articleVariablesAreRecorded()
{
    openWithText(u"Harbour vote\n\nThe council warned.\n"_s);
    const Codebook &codebook = m_studio->workspace().project()->codebook();
    const Layer *layer = codebook.layer(u"Article");
    const Variable *relevance = codebook.variable(layer->id, u"relevance");
    const auto codes = codebook.codes(relevance->id);
    auto *panel = m_studio->window().findChild<ArticlePanel *>();
    emit panel->valuesChanged(layer->id, {{relevance->id, codes.front()->id}});
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    emit panel->valuesChanged(layer->id, {{relevance->id, codes.back()->id}});
    QCOMPARE(m_studio->annotations().size(), size_t(1)); // one per coder and article, altered
    QVERIFY(m_studio->annotations()[0].ranges.empty());
    QVERIFY(csv().contains("Article,,,,,,Ada,coded"));
}

void CodingFlowTest::nothingCanBeCodedInAReadOnlyProject()
{
    openWithText(u"Harbour vote\n\nThe council warned.\n"_s);
    m_studio->closeWindow();
    m_studio->showWindow();
    auto held = ProjectStore::open(m_studio->project(), ProjectStore::Mode::ReadWrite); // another program has it
    QVERIFY(held);
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QVERIFY(!m_studio->workspace().isWritable());
    m_studio->view().setSelection({18, 25});
    press(u"e"_s);
    QVERIFY(m_studio->annotations().empty());
    QVERIFY(!action("codePalette")->isEnabled());
}

void CodingFlowTest::theSeedArticleGoesAllTheWay()
{
    const QString seed = QStringLiteral(GALLEY_SHARED "/seed/000_97008ef02e90d463.txt");
    if (!QFile::exists(seed))
        QSKIP("The shared seed article is not there.");
    QStringList files{seed};
    for (const QFileInfo &page : QDir(testing::newsFolder() + u"/reuters_pages"_s).entryInfoList({u"*.html"_s}, QDir::Files, QDir::Name))
        files.push_back(page.filePath());
    m_studio->import(files);
    QCOMPARE(m_studio->articles(), int(files.size()));
    QTRY_VERIFY(m_studio->workspace().article());
    QCOMPARE(m_studio->workspace().article()->article.length, 2178);
    const QString &text = m_studio->view().page().text;
    for (const auto &[quote, code] : {std::pair(u"\"high vigilance\" was needed"_s, u"Security and defense"_s),
                                      std::pair(u"NATO's \"eastward expansion\""_s, u"External regulation and reputation"_s)}) {
        const qsizetype begin = text.indexOf(quote);
        m_studio->view().setSelection({begin, begin + quote.size()});
        press(m_studio->keyOf(code));
        QCOMPARE(m_studio->workspace().current()->quote, quote);
    }
    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QCOMPARE(m_studio->annotations().size(), size_t(2));
    action("undo")->trigger();
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QVERIFY(csv().contains("\"\"\"high vigilance\"\" was needed\",Ada"));
}

/// They are made with the first project; what a session on the start page alone leaves behind is what it found.
void CodingFlowTest::docksComeBackAsTheyWereLeft()
{
    const auto dock = [&](const char *name) { return m_studio->window().findChild<QDockWidget *>(QLatin1StringView(name)); };
    m_studio->window().addDockWidget(Qt::BottomDockWidgetArea, dock("inspectorDock"));
    dock("historyDock")->toggleViewAction()->trigger();
    QVERIFY(!dock("historyDock")->isVisible());
    for (int session = 0; session < 2; ++session) {
        m_studio->closeWindow();
        m_studio->showWindow();
        QVERIFY(!dock("historyDock"));
    }
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    QVERIFY(!dock("historyDock")->isVisible());
    QVERIFY(dock("articlesDock")->isVisible());
    QCOMPARE(m_studio->window().dockWidgetArea(dock("inspectorDock")), Qt::BottomDockWidgetArea);
    m_studio->workspace().closeProject();
    QVERIFY(!dock("articlesDock")->isVisible());
    QVERIFY(!dock("articlesDock")->toggleViewAction()->isEnabled());
}

void CodingFlowTest::theFindBarStandsBelowTheArticle()
{
    openWithText(u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s);
    QTest::keyClick(&m_studio->view(), Qt::Key_F, Qt::ControlModifier);
    auto *bar = m_studio->window().findChild<FindBar *>();
    QVERIFY(bar && bar->isVisible());
    QTRY_VERIFY(bar->mapTo(&m_studio->window(), QPoint()).y() >= m_studio->view().mapTo(&m_studio->window(), QPoint(0, m_studio->view().height() - 1)).y());
    QTest::keyClicks(QApplication::focusWidget(), u"threat"_s);
    QTRY_COMPARE(m_studio->view().selection().begin, 38);
}

GALLEY_WINDOW_TEST(CodingFlowTest)
#include "tst_codingflow.moc"
