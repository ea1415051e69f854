// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <codebookpage/codebookpage.h>
#include <codebookpage/mergedialog.h>
#include <codebookpage/sourceeditor.h>
#include <discussion/commentdialog.h>
#include <panels/codepalette.h>
#include <retrieval/annotationspage.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// The codebook is changed in the window, and what is coded follows.
class CodebookWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCodeIsMadeNamedDescribedAndUsedByKeys();
    void aRenamedCodeKeepsItsAnnotations();
    void whatIsUsedIsNotRemoved();
    void theSourceIsCheckedAsOneTypesAndApplied();
    void theSourceIsCompletedAsOneTypes();
    void onlyALeadChangesIt();
    void aCodebookIsMadeFromNothingByKeys();
    void whatDependsIsAskedWhileCoding();
    void aRuleOfTheLayerRefusesWithItsReason();
    void aFrozenCodebookIsReadUntilItIsThawed();
    void revisionsSayWhatChanged();
    void codesAreMergedAfterAPreview();
    void itsAnnotationsAreShown();
    void filesComeInToBeLookedAtAndGoOut();
    void aPassageBecomesAnExample();
    void aCodeThatIsMissingIsMadeOrAskedFor();

private:
    CodebookPage *page() { return m_studio->child<CodebookPage>(u"codebookPage"_s); }
    CodeId codeNamed(const QString &path)
    {
        const Codebook &codebook = m_studio->workspace().codebook();
        const Code *code = codebook.code(codebook.principalVariable(codebook.layer(u"Framing")->id)->id, path);
        return code ? code->id : CodeId();
    }
    void codeWith(const QString &quote, const QString &key)
    {
        m_studio->goTo("read");
        const qsizetype at = m_studio->workspace().article()->text.indexOf(quote);
        m_studio->view().setSelection({at, at + quote.size()});
        m_studio->view().setFocus();
        QTest::keyClicks(&m_studio->view(), key);
    }

    std::unique_ptr<Studio> m_studio;
};

void CodebookWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. Nobody spoke for the ferries.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
}

void CodebookWindowTest::aCodeIsMadeNamedDescribedAndUsedByKeys()
{
    m_studio->goTo("codebook");
    QTRY_VERIFY(page() && page()->isVisible());
    page()->showCode(codeNamed(u"Economic"_s));
    m_studio->child<QTreeView>(u"codebookTree"_s)->setFocus();
    m_studio->press(Qt::Key_Insert);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"codeName"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"Ferries"_s);
    m_studio->press(Qt::Key_Tab);
    QTest::keyClicks(m_studio->child<QLineEdit>(u"codeKey"_s), u"9"_s);
    m_studio->child<QPlainTextEdit>(u"codeDefinition"_s)->setFocus();
    QTest::keyClicks(m_studio->child<QPlainTextEdit>(u"codeDefinition"_s), u"Boats that carry people"_s);
    m_studio->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(codeNamed(u"Ferries"_s));
    const Code made = *m_studio->workspace().codebook().code(codeNamed(u"Ferries"_s));
    QCOMPARE(made.key, u"9"_s);
    QCOMPARE(made.definition, u"Boats that carry people"_s);
    keepPicture(m_studio->window(), u"codebook-place-light"_s);
    codeWith(u"Nobody spoke"_s, u"9"_s);
    QCOMPARE(m_studio->annotations().front().code, made.id);
}

void CodebookWindowTest::aRenamedCodeKeepsItsAnnotations()
{
    codeWith(u"a threat"_s, m_studio->keyOf(u"Economic"_s));
    const CodeId economic = m_studio->annotations().front().code;
    m_studio->goTo("codebook");
    page()->showCode(economic);
    auto *name = m_studio->child<QLineEdit>(u"codeName"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Money"_s);
    m_studio->press(Qt::Key_Return);
    QTRY_COMPARE(codeNamed(u"Money"_s), economic);
    QCOMPARE(m_studio->annotations().front().code, economic);
    QTRY_VERIFY(allTexts(*page()).contains(u"Annotations use this code"_s));
    m_studio->child<QTreeView>(u"codebookTree"_s)->setFocus();
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(codeNamed(u"Economic"_s), economic);
    QTRY_COMPARE(name->text(), u"Economic"_s);
}

void CodebookWindowTest::whatIsUsedIsNotRemoved()
{
    codeWith(u"a threat"_s, m_studio->keyOf(u"Economic"_s));
    m_studio->goTo("codebook");
    page()->showCode(codeNamed(u"Economic"_s));
    m_studio->child<QTreeView>(u"codebookTree"_s)->setFocus();
    m_studio->press(Qt::Key_Delete);
    QTRY_VERIFY(allTexts(m_studio->window()).contains(u"is used by annotations"_s));
    QVERIFY(codeNamed(u"Economic"_s));
    page()->showCode(codeNamed(u"Morality"_s));
    m_studio->press(Qt::Key_Delete);
    QTRY_VERIFY(!codeNamed(u"Morality"_s));
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(codeNamed(u"Morality"_s));
}

void CodebookWindowTest::theSourceIsCheckedAsOneTypesAndApplied()
{
    m_studio->goTo("codebook");
    m_studio->child<QTabWidget>(u"codebookTabs"_s)->setCurrentIndex(1);
    auto *source = m_studio->child<QPlainTextEdit>(u"codebookSource"_s);
    QVERIFY(source->toPlainText().contains(u"name: Morality"_s));
    auto *apply = m_studio->child<QPushButton>(u"applySource"_s);
    QVERIFY(!apply->isEnabled());
    QTextCursor at = source->document()->find(u"name: Morality"_s);
    at.movePosition(QTextCursor::EndOfLine);
    at.insertText(u"\n            colour: blue"_s); // no such member
    auto *problems = m_studio->child<QListWidget>(u"sourceProblems"_s);
    QTRY_VERIFY(problems->count() > 0);
    QVERIFY2(problems->item(0)->text().startsWith(u"Line "), qPrintable(problems->item(0)->text()));
    QVERIFY(!apply->isEnabled());
    keepPicture(m_studio->window(), u"codebook-source-light"_s);
    source->undo();
    QTRY_COMPARE(problems->count(), 0);
    at = source->document()->find(u"name: Morality"_s);
    at.movePosition(QTextCursor::EndOfLine);
    at.insertText(u"\n            include: Sermons"_s);
    if (source->toPlainText().count(u"include: Appeals"_s) > 0)
        source->setPlainText(source->toPlainText().replace(u"\n            include: Sermons"_s, QString()).replace(u"include: Appeals"_s, u"include: Sermons, appeals"_s));
    QTRY_VERIFY(apply->isEnabled());
    QVERIFY(m_studio->child<QLabel>(u"sourceOutcome"_s)->text().contains(u"1"_s));
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_VERIFY(m_studio->workspace().codebook().code(codeNamed(u"Morality"_s))->include.startsWith(u"Sermons"_s));
    QVERIFY(!apply->isEnabled());
}

void CodebookWindowTest::theSourceIsCompletedAsOneTypes()
{
    m_studio->goTo("codebook");
    m_studio->child<QTabWidget>(u"codebookTabs"_s)->setCurrentIndex(1);
    auto *source = m_studio->child<QPlainTextEdit>(u"codebookSource"_s);
    source->setFocus();
    QTextCursor at = source->document()->find(u"name: Morality"_s);
    at.movePosition(QTextCursor::EndOfLine);
    source->setTextCursor(at);
    QTest::keyClick(source, Qt::Key_Return);
    QTest::keyClicks(source, u"            al"_s);
    auto *offered = m_studio->window().findChild<QAbstractItemView *>(u"sourceCompletions"_s);
    if (!offered) { // a popup is a window of its own
        for (QWidget *widget : QApplication::allWidgets())
            offered = widget->objectName() == "sourceCompletions"_L1 ? qobject_cast<QAbstractItemView *>(widget) : offered;
    }
    QVERIFY(offered);
    QTRY_VERIFY(offered->isVisible());
    QCOMPARE(offered->model()->index(0, 0).data().toString(), u"aliases: "_s);
    QVERIFY(keepPicture(m_studio->window(), u"codebook-completion-light"_s));
    QTest::keyClick(offered, Qt::Key_I); // where keys go while it is open
    QTRY_COMPARE(source->textCursor().block().text(), u"            ali"_s);
    QTRY_VERIFY(offered->isVisible());
    QTest::keyClick(offered, Qt::Key_Return);
    QTRY_VERIFY(!offered->isVisible());
    QCOMPARE(source->textCursor().block().text(), u"            aliases: "_s);
    QTest::keyClicks(source, u"Ethics"_s);
    QVERIFY(!offered->isVisible()); // prose is not completed
    QTRY_VERIFY(m_studio->child<QPushButton>(u"applySource"_s)->isEnabled());
}

void CodebookWindowTest::onlyALeadChangesIt()
{
    m_studio->workspace().addCoder(u"Lea"_s, CoderRole::Lead);
    m_studio->goTo("codebook");
    page()->showCode(codeNamed(u"Economic"_s));
    QVERIFY(m_studio->child<QLineEdit>(u"codeName"_s)->isReadOnly());
    QVERIFY(!m_studio->child<QToolButton>(u"removeCode"_s)->isEnabled());
    QVERIFY(allTexts(*page()).contains(u"Only a lead changes the codebook"_s));
    m_studio->becomeCoder(u"Lea"_s);
    QTRY_VERIFY(!m_studio->child<QLineEdit>(u"codeName"_s)->isReadOnly());
}

/// Nothing but the keyboard: the layer, its codes, a question for the whole article, and a passage coded by what was made.
void CodebookWindowTest::aCodebookIsMadeFromNothingByKeys()
{
    QVERIFY(m_studio->workspace().createProject(m_studio->path(u"new.galley"_s), Codebook(u"Mine"_s, 1, {}, {}, {})));
    m_studio->becomeCoder(u"Ada"_s);
    m_studio->import({m_studio->write(u"b.txt"_s, u"Harbour vote\n\nNobody spoke for the ferries.\n"_s)});
    m_studio->goTo("codebook");
    QTRY_VERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget())); // Add a Layer
    keepPicture(m_studio->window(), u"codebook-empty-light"_s);
    const auto type = [&](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
    const auto at = [](const QString &name) { return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name; };
    const auto tree = [&] { m_studio->child<QTreeView>(u"codebookTree"_s)->setFocus(); };
    m_studio->press(Qt::Key_Space);
    QTRY_VERIFY(at(u"layerName"_s));
    type(u"Framing"_s);
    m_studio->press(Qt::Key_Return);
    tree();
    m_studio->press(Qt::Key_Down); // its variable
    m_studio->press(Qt::Key_Insert, Qt::ShiftModifier);
    QTRY_VERIFY(at(u"codeName"_s));
    type(u"Costs"_s);
    m_studio->press(Qt::Key_Tab);
    type(u"c"_s);
    m_studio->press(Qt::Key_Return);
    tree();
    m_studio->press(Qt::Key_Insert);
    QTRY_VERIFY(at(u"codeName"_s));
    type(u"Morals"_s);
    m_studio->press(Qt::Key_Return);
    tree();
    m_studio->press(Qt::Key_Insert, Qt::ControlModifier);
    QTRY_VERIFY(at(u"layerName"_s));
    type(u"Article"_s);
    m_studio->press(Qt::Key_Tab);
    QVERIFY(at(u"layerUnit"_s));
    m_studio->press(Qt::Key_End);
    tree();
    m_studio->press(Qt::Key_Insert, Qt::ShiftModifier);
    QTRY_VERIFY(at(u"variableName"_s));
    type(u"relevant"_s);
    m_studio->press(Qt::Key_Tab);
    QVERIFY(at(u"variableType"_s));
    type(u"Y"_s); // yes or no
    m_studio->press(Qt::Key_Return);
    tree();
    keepPicture(m_studio->window(), u"codebook-made-light"_s);
    const Codebook &book = m_studio->workspace().codebook();
    QCOMPARE(book.layers().size(), size_t(2));
    QCOMPARE(book.layer(u"Article")->unit, LayerUnit::Article);
    QCOMPARE(book.variable(book.layer(u"Article")->id, u"relevant")->type, VariableType::Boolean);
    QCOMPARE(book.codes(book.principalVariable(book.layer(u"Framing")->id)->id).size(), size_t(2));
    codeWith(u"the ferries"_s, u"c"_s);
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(book.path(m_studio->annotations().front().code), u"Costs"_s);
}

void CodebookWindowTest::whatDependsIsAskedWhileCoding()
{
    m_studio->goTo("codebook");
    const Codebook &book = m_studio->workspace().codebook();
    const Layer &stance = *book.layer(u"Stance");
    const auto variables = book.variables(stance.id);
    const Code *against = book.code(book.principalVariable(stance.id)->id, u"against");
    Variable depending = *variables.back();
    depending.shownWhen = {{{against->variable, against->id}}};
    emit page()->variableEdited(depending); // as its form does, whose own test chooses it
    QTRY_VERIFY(!m_studio->workspace().codebook().variable(depending.id)->shownWhen.isEmpty());
    codeWith(u"a threat"_s, m_studio->keyOf(u"neutral"_s));
    const auto asks = [&] { return std::ranges::any_of(m_studio->window().findChildren<QLabel *>(), [&](const QLabel *label) { return label->isVisible() && label->text().startsWith(depending.name); }); };
    QTRY_VERIFY(!asks());
    m_studio->press(Qt::Key_Escape);
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"against"_s));
    QTRY_VERIFY(asks());
}

void CodebookWindowTest::aRuleOfTheLayerRefusesWithItsReason()
{
    m_studio->goTo("codebook");
    Layer framing = *m_studio->workspace().codebook().layer(u"Framing");
    framing.overlap = Overlap::None;
    framing.snap = Snap::Sentence;
    emit page()->layerEdited(framing);
    QTRY_COMPARE(m_studio->workspace().codebook().layer(framing.id)->overlap, Overlap::None);
    codeWith(u"a threat"_s, m_studio->keyOf(u"Economic"_s));
    QCOMPARE(m_studio->annotations().front().quote, u"The council warned of a threat to the strait."_s);
    codeWith(u"warned"_s, m_studio->keyOf(u"Morality"_s));
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    QTRY_VERIFY(allTexts(m_studio->window()).contains(u"No two passages of “Framing” share text"_s));
    codeWith(u"Nobody"_s, m_studio->keyOf(u"Morality"_s));
    QCOMPARE(m_studio->annotations().size(), size_t(2));
}

void CodebookWindowTest::aFrozenCodebookIsReadUntilItIsThawed()
{
    m_studio->goTo("codebook");
    page()->showCode(codeNamed(u"Economic"_s));
    Code named = *m_studio->workspace().codebook().code(codeNamed(u"Economic"_s));
    named.hint = u"costs"_s;
    emit page()->codeEdited(named);
    const OperationId edit = m_studio->workspace().project()->store().history(1)->front().id;
    auto *freeze = m_studio->child<QPushButton>(u"freezeCodebook"_s);
    QTest::mouseClick(freeze, Qt::LeftButton);
    QTRY_VERIFY(m_studio->child<QLineEdit>(u"codeName"_s)->isReadOnly());
    QVERIFY(allTexts(*page()).contains(u"The codebook is frozen"_s));
    keepPicture(m_studio->window(), u"codebook-frozen-light"_s);
    Code economic = *m_studio->workspace().codebook().code(codeNamed(u"Economic"_s));
    economic.name = u"Money"_s;
    emit page()->codeEdited(economic); // whoever asks for it
    QVERIFY(codeNamed(u"Economic"_s));
    QVERIFY(!m_studio->workspace().undo(edit)); // nor is what was done before taken back
    QCOMPARE(m_studio->workspace().codebook().code(codeNamed(u"Economic"_s))->hint, u"costs"_s);
    codeWith(u"a threat"_s, m_studio->keyOf(u"Economic"_s)); // coding goes on
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    m_studio->goTo("codebook");
    QTest::mouseClick(freeze, Qt::LeftButton);
    QTRY_VERIFY(!m_studio->child<QLineEdit>(u"codeName"_s)->isReadOnly());
}

void CodebookWindowTest::revisionsSayWhatChanged()
{
    m_studio->goTo("codebook");
    page()->showCode(codeNamed(u"Economic"_s));
    auto *definition = m_studio->child<QPlainTextEdit>(u"codeDefinition"_s);
    definition->setFocus();
    QTest::keyClick(definition, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(definition, u" Also tolls."_s);
    m_studio->press(Qt::Key_Return, Qt::ControlModifier);
    m_studio->child<QTabWidget>(u"codebookTabs"_s)->setCurrentIndex(2);
    auto *revisions = m_studio->child<QListWidget>(u"codebookRevisions"_s);
    QTRY_COMPARE_WITH_TIMEOUT(revisions->count(), 2, 30000);
    QVERIFY2(revisions->item(0)->text().contains(u"Ada"_s) && revisions->item(0)->text().contains(u"Edit code “Economic”"_s), qPrintable(revisions->item(0)->text()));
    QVERIFY(m_studio->child<QTextBrowser>(u"codebookDifferences"_s)->toPlainText().contains(u"Also tolls."_s));
    keepPicture(m_studio->window(), u"codebook-revisions-light"_s);
}

void CodebookWindowTest::codesAreMergedAfterAPreview()
{
    codeWith(u"a threat"_s, m_studio->keyOf(u"Economic"_s));
    codeWith(u"Nobody"_s, m_studio->keyOf(u"Economic"_s));
    const CodeId morality = codeNamed(u"Morality"_s);
    m_studio->goTo("codebook");
    page()->showCode(codeNamed(u"Economic"_s));
    QTest::mouseClick(m_studio->child<QPushButton>(u"mergeCode"_s), Qt::LeftButton);
    auto *dialog = shownDialog<MergeDialog>(m_studio->window());
    QVERIFY(dialog);
    auto *merge = dialog->findChild<QPushButton *>(u"mergeNow"_s);
    QVERIFY(!merge->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"mergeFilter"_s), u"moral"_s);
    auto *targets = dialog->findChild<QListWidget *>(u"mergeTargets"_s);
    for (int row = 0; row < targets->count(); ++row) {
        if (!targets->item(row)->isHidden())
            targets->setCurrentRow(row);
    }
    QTRY_VERIFY_WITH_TIMEOUT(merge->isEnabled(), 30000);
    QCOMPARE(dialog->findChild<QLabel *>(u"mergeTouched"_s)->text(), u"2 annotations have it: Ada 2"_s);
    QVERIFY(dialog->findChild<QListWidget *>(u"mergePassages"_s)->findItems(u"a threat"_s, Qt::MatchExactly).size() == 1);
    QVERIFY(keepPicture(*dialog, u"codebook-merge-light"_s));
    acceptDialog(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!codeNamed(u"Economic"_s), 30000);
    for (const Annotation &annotation : m_studio->annotations())
        QCOMPARE(annotation.code, morality);
    m_studio->child<QTreeView>(u"codebookTree"_s)->setFocus();
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(codeNamed(u"Economic"_s));
    QCOMPARE(m_studio->annotations().front().code, codeNamed(u"Economic"_s));
}

void CodebookWindowTest::itsAnnotationsAreShown()
{
    codeWith(u"a threat"_s, m_studio->keyOf(u"Economic"_s));
    m_studio->goTo("codebook");
    page()->showCode(codeNamed(u"Economic"_s));
    QVERIFY(keepPicture(m_studio->window(), u"codebook-code-light"_s));
    QTest::mouseClick(m_studio->child<QPushButton>(u"showCodeAnnotations"_s), Qt::LeftButton);
    auto *annotations = m_studio->child<AnnotationsPage>(u"annotationsPage"_s);
    QTRY_VERIFY(annotations && annotations->isVisible());
    QCOMPARE(annotations->filter().code, codeNamed(u"Economic"_s));
    QTRY_VERIFY_WITH_TIMEOUT(allTexts(*annotations).contains(u"1 annotation"_s), 30000);
}

void CodebookWindowTest::filesComeInToBeLookedAtAndGoOut()
{
    m_studio->goTo("codebook");
    m_studio->child<QAction>(u"exportCodebook"_s)->trigger();
    chooseFile(m_studio->window(), m_studio->path(u"c.qdc"_s));
    QTRY_VERIFY(QFile::exists(m_studio->path(u"c.qdc"_s)));
    QVERIFY(allTexts(m_studio->window()).contains(u"QDC knows no layers"_s));
    m_studio->child<QAction>(u"printCodebookPdf"_s)->trigger();
    chooseFile(m_studio->window(), m_studio->path(u"c.pdf"_s));
    QTRY_VERIFY(QFileInfo(m_studio->path(u"c.pdf"_s)).size() > 1000);
    const QString csv = m_studio->write(u"list.csv"_s, u"layer,variable,name,definition\nFraming,frame,Economic,Money\nFraming,frame,Tolls,What is paid\n"_s);
    m_studio->child<QAction>(u"importCodebook"_s)->trigger();
    chooseFile(m_studio->window(), csv);
    auto *apply = m_studio->child<QPushButton>(u"applySource"_s);
    QTRY_VERIFY_WITH_TIMEOUT(apply->isEnabled(), 30000);
    QVERIFY(!codeNamed(u"Tolls"_s)); // it is looked at first
    QVERIFY(keepPicture(m_studio->window(), u"codebook-import-light"_s));
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_VERIFY(codeNamed(u"Tolls"_s));
    QVERIFY(!codeNamed(u"Morality"_s));
    m_studio->goTo("read");
    m_studio->view().setFocus();
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(codeNamed(u"Morality"_s));
}

void CodebookWindowTest::aPassageBecomesAnExample()
{
    codeWith(u"a threat"_s, m_studio->keyOf(u"Economic"_s));
    m_studio->view().setFocus();
    m_studio->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    const auto economic = [this] { return *m_studio->workspace().codebook().code(codeNamed(u"Economic"_s)); };
    const QStringList before = economic().counterExamples;
    QTRY_VERIFY(economic().examples.contains(u"“a threat” (Harbour vote)"_s));
    m_studio->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(economic().counterExamples.size(), before.size() + 1);
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(economic().counterExamples, before);
    m_studio->goTo("codebook");
    QTest::mouseClick(m_studio->child<QPushButton>(u"freezeCodebook"_s), Qt::LeftButton);
    m_studio->goTo("read");
    m_studio->view().setFocus();
    m_studio->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(allTexts(m_studio->window()).contains(u"The codebook is frozen"_s));
    QCOMPARE(economic().counterExamples, before);
}

void CodebookWindowTest::aCodeThatIsMissingIsMadeOrAskedFor()
{
    const auto type = [this](const QString &quote, const QString &name) {
        m_studio->goTo("read");
        const qsizetype at = m_studio->workspace().article()->text.indexOf(quote);
        m_studio->view().setSelection({at, at + quote.size()});
        m_studio->view().setFocus();
        m_studio->press(Qt::Key_K, Qt::ControlModifier);
        auto *palette = m_studio->window().findChild<CodePalette *>();
        QTRY_VERIFY(palette && palette->isVisible());
        auto *field = palette->findChild<QLineEdit *>();
        QTest::keyClicks(field, name);
        QVERIFY(keepPicture(*palette, u"palette-new-code-light"_s));
        QTest::keyClick(field, Qt::Key_Return);
    };
    type(u"a threat"_s, u"Zebra crossings"_s);
    QTRY_VERIFY(codeNamed(u"Zebra crossings"_s));
    QTRY_COMPARE(m_studio->annotations().size(), size_t(1));
    QCOMPARE(m_studio->annotations().front().code, codeNamed(u"Zebra crossings"_s));
    QString told; // it may wait behind another message
    for (const Message &message : m_studio->window().findChild<MessageBar *>()->messages())
        told += message.text + u'\n';
    QVERIFY2(told.contains(u"What it means is still to be written"_s), qPrintable(told));
    m_studio->workspace().addCoder(u"Lea"_s, CoderRole::Lead);
    type(u"Nobody"_s, u"Quiet quays"_s);
    auto *dialog = shownDialog<CommentDialog>(m_studio->window());
    QVERIFY(dialog);
    QCOMPARE(dialog->text(), u"I miss a code “Quiet quays”, for “Nobody”."_s);
    acceptDialog(dialog);
    QVERIFY(!codeNamed(u"Quiet quays"_s));
}

GALLEY_WINDOW_TEST(CodebookWindowTest)
#include "tst_codebookwindow.moc"
