// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <accessiblenames.h>
#include <alltexts.h>
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <items/annotationlistmodel.h>
#include <panels/codepalette.h>
#include <project/annotationedits.h>
#include <project/codeedits.h>
#include <project/codingsets.h>
#include <retrieval/annotationspage.h>
#include <retrieval/kwictable.h>
#include <widgets/messagebar.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Everything that was coded, in one place: found, gone to, altered together.
class AnnotationsWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingCodedSaysWhatToDo();
    void theyAreFoundAsOneTypes();
    void aKeyGoesToTheTextAndAnotherBack();
    void theChosenAreAlteredInOneStep();
    void theChosenAreCopiedAndExported();
    void theChosenBecomeExamples();
    void whatMeantSomethingElseIsCheckedByKey();
    void groupsAndOrders();
    void othersStayAsTheyAre();
    void nobodysButOnesOwnWhileBlind();
    void everythingHasAName();

private:
    AnnotationId code(const QString &article, const QString &quote, const QString &code, const QString &memo = {});
    void press(const QKeySequence &keys);
    void goThere(qsizetype annotations);
    QStringList shown();
    template<typename Widget>
    Widget *child(const QString &name)
    {
        return m_studio->window().findChild<Widget *>(name);
    }
    KwicTable *table() { return child<KwicTable>(u"annotations"_s); }
    void choose(const QString &box, int row) { child<QComboBox>(box)->setCurrentIndex(row); }
    void show(qsizetype annotations) { QTRY_COMPARE_WITH_TIMEOUT(shown().size(), annotations, 30000); }

    std::unique_ptr<Studio> m_studio;
};

void AnnotationsWindowTest::init()
{
    applyTheme(Theme::Light);
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. Nobody spoke for the ferries 😀, and the toll rises.\n"_s),
                      m_studio->write(u"b.txt"_s, u"Ferry strike\n\nThe ferries stop in May. The union fears the toll, and the council fears the union.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
}

AnnotationId AnnotationsWindowTest::code(const QString &article, const QString &quote, const QString &name, const QString &memo)
{
    Workspace &workspace = m_studio->workspace();
    const auto articles = workspace.project()->store().articles();
    for (const Article &one : *articles) {
        if (one.title == article)
            (void)workspace.openArticle(one.id);
    }
    const OpenArticle *open = workspace.article();
    const Codebook &codebook = workspace.codebook();
    const LayerId layer = codebook.layer(u"Framing")->id;
    const qsizetype at = open->text.indexOf(quote);
    const NewAnnotation what{workspace.allot<AnnotationTag>(), open->article.id, layer, workspace.coder()->id, codebook.code(codebook.principalVariable(layer)->id, name)->id,
                             {open->positions.toCodePoints(Utf16Range{at, at + quote.size()})}, {}, memo};
    return workspace.commit(annotate(codebook, {open->text, open->positions}, what, workspace.stamp().at)) ? what.id : AnnotationId();
}

void AnnotationsWindowTest::press(const QKeySequence &keys)
{
    m_studio->waitUntilActive();
    QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : &m_studio->window(), keys);
}

/// "Economic: the toll", without headings.
QStringList AnnotationsWindowTest::shown()
{
    QStringList rows;
    const auto *model = table() ? qobject_cast<AnnotationListModel *>(table()->model()) : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        if (model->annotationAt(row))
            rows << model->index(row, AnnotationListModel::CodeColumn).data().toString().section(u'/', -1).trimmed() + u": "_s + model->index(row, AnnotationListModel::QuoteColumn).data().toString();
    }
    return rows;
}

void AnnotationsWindowTest::goThere(qsizetype annotations)
{
    press(child<QAction>(u"place-annotations"_s)->shortcut());
    QTRY_VERIFY(table() && m_studio->window().findChild<AnnotationsPage *>()->isVisible());
    show(annotations);
    QTRY_VERIFY(!shown().join(u' ').contains(u"…"_s)); // what is shown has been read
}

void AnnotationsWindowTest::nothingCodedSaysWhatToDo()
{
    press(child<QAction>(u"place-annotations"_s)->shortcut());
    auto *page = m_studio->window().findChild<AnnotationsPage *>();
    QTRY_VERIFY(page && page->isVisible());
    const auto button = [&]() -> QPushButton * {
        for (QPushButton *one : page->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text().contains(u"Reading"_s))
                return one;
        }
        return nullptr;
    };
    QTRY_VERIFY(button());
    QVERIFY(keepPicture(m_studio->window(), u"annotations-empty"_s));
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_VERIFY(m_studio->view().isVisible());
}

void AnnotationsWindowTest::theyAreFoundAsOneTypes()
{
    code(u"Ferry strike"_s, u"fears the toll"_s, u"Economic"_s, u"Whose fear?"_s);
    code(u"Harbour vote"_s, u"a threat to the strait"_s, u"Security and defense"_s);
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s);
    goThere(3);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), (QStringList{u"Security and defense: a threat to the strait"_s, u"Economic: the toll rises"_s, u"Economic: fears the toll"_s}), 30000);
    const auto left = [this] { return table()->model()->index(1, AnnotationListModel::LeftColumn); };
    QTRY_VERIFY_WITH_TIMEOUT(left().data().toString().endsWith(u"ferries 😀, and "_s), 30000);
    QVERIFY(keepPicture(m_studio->window(), u"annotations-light"_s));
    table()->setFocus();
    QTest::keyClicks(table(), u"toll"_s.first(1)); // a letter typed on the list goes to the field above it
    QTest::keyClicks(child<QLineEdit>(u"annotationText"_s), u"oll"_s);
    show(2);
    QTest::keyClick(child<QLineEdit>(u"annotationText"_s), Qt::Key_Escape);
    show(3);
    QTest::keyClicks(child<QLineEdit>(u"annotationText"_s), u"WHOSE"_s); // the memo
    show(1);
    QTest::keyClicks(child<QLineEdit>(u"annotationText"_s), u"x"_s);
    show(0);
    auto *all = child<QPushButton>(u"showAllAnnotations"_s);
    QTRY_VERIFY(all->isVisible());
    QTest::mouseClick(all, Qt::LeftButton);
    show(3);
    choose(u"annotationWhich"_s, 2);
    show(1);
    choose(u"annotationWhich"_s, 0);
    auto *codes = child<QComboBox>(u"annotationCode"_s);
    codes->setCurrentIndex(codes->findText(u"Economic"_s, Qt::MatchContains));
    show(2);
    codes->setCurrentIndex(0);
    QTest::keyClicks(child<QLineEdit>(u"annotationDate"_s), u"1999"_s);
    show(0);
}

void AnnotationsWindowTest::aKeyGoesToTheTextAndAnotherBack()
{
    code(u"Harbour vote"_s, u"a threat to the strait"_s, u"Security and defense"_s);
    const AnnotationId second = code(u"Ferry strike"_s, u"fears the toll"_s, u"Economic"_s);
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s);
    goThere(3);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(table()->currentRow(), 2);
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(m_studio->view().isVisible());
    QCOMPARE(m_studio->workspace().article()->article.title, u"Ferry strike"_s);
    QVERIFY(m_studio->workspace().current() && m_studio->workspace().current()->id == second);
    press(child<QAction>(u"place-annotations"_s)->shortcut());
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(table()->currentRow(), 2); // where one was
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(table()));
}

void AnnotationsWindowTest::theChosenAreAlteredInOneStep()
{
    code(u"Harbour vote"_s, u"a threat to the strait"_s, u"Security and defense"_s);
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s);
    code(u"Ferry strike"_s, u"fears the toll"_s, u"Economic"_s);
    goThere(3);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_F2);
    QTRY_VERIFY(m_studio->window().findChild<CodePalette *>() && m_studio->window().findChild<CodePalette *>()->isVisible());
    auto *palette = m_studio->window().findChild<CodePalette *>();
    QVERIFY2(allTexts(*palette).contains(u"Change 3 annotations"_s), qPrintable(allTexts(*palette)));
    QTest::keyClicks(palette->findChild<QLineEdit *>(), u"Morality"_s);
    QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(shown().filter(u"Morality"_s).size(), 3);
    QTRY_COMPARE(m_studio->window().findChild<AnnotationsPage *>()->chosen().size(), size_t(3)); // they stay chosen
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(table()));
    press(Qt::CTRL | Qt::Key_B);
    QTRY_COMPARE(table()->model()->index(0, AnnotationListModel::MarkColumn).data().toString(), u"flagged"_s);
    QTRY_VERIFY(child<QAction>(u"deleteChosen"_s)->isEnabled());
    press(Qt::Key_Delete);
    show(0);
    press(QKeySequence::Undo);
    show(3);
    press(QKeySequence::Undo); // the flags
    QTRY_COMPARE(table()->model()->index(0, AnnotationListModel::MarkColumn).data().toString(), QString());
    press(QKeySequence::Undo); // the codes: each was one step
    QTRY_COMPARE(shown().filter(u"Economic"_s).size(), 2);
}

void AnnotationsWindowTest::theChosenAreCopiedAndExported()
{
    code(u"Harbour vote"_s, u"a threat to the strait"_s, u"Security and defense"_s);
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s, u"By how much?"_s);
    code(u"Ferry strike"_s, u"fears the toll"_s, u"Economic"_s);
    goThere(3);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY(child<QAction>(u"copyChosen"_s)->isEnabled());
    QApplication::clipboard()->clear();
    press(QKeySequence::Copy);
    QTRY_VERIFY(QApplication::clipboard()->text().contains(u"the toll rises"_s));
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"a threat to the strait"_s) && copied.contains(u"Harbour vote"_s) && copied.contains(u"By how much?"_s), qPrintable(copied));
    QVERIFY(!copied.contains(u"fears"_s));
    child<QAction>(u"exportChosen"_s)->trigger();
    const QString path = m_studio->path(u"chosen.csv"_s);
    chooseFile(m_studio->window(), path);
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [](const Message &message) { return message.text.contains(u"chosen.csv"_s); }), 30000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString written = QString::fromUtf8(file.readAll());
    QCOMPARE(written.count(u"\r\n"_s), 3); // the header and two
    QVERIFY(written.contains(u"the toll rises"_s) && !written.contains(u"fears"_s));
}

void AnnotationsWindowTest::theChosenBecomeExamples()
{
    code(u"Ferry strike"_s, u"fears the toll"_s, u"Economic"_s);
    code(u"Harbour vote"_s, u"a threat"_s, u"Morality"_s);
    goThere(2);
    table()->setFocus();
    press(QKeySequence::SelectAll);
    QTRY_COMPARE(table()->chosenRows().size(), size_t(2));
    QVERIFY2(m_studio->window().width() <= 1366, "the buttons fit on a laptop");
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    const auto examplesOf = [this](const QString &name) {
        const Codebook &codebook = m_studio->workspace().codebook();
        return codebook.code(codebook.principalVariable(codebook.layer(u"Framing")->id)->id, name)->examples;
    };
    QTRY_VERIFY_WITH_TIMEOUT(examplesOf(u"Economic"_s).contains(u"“fears the toll” (Ferry strike)"_s), 30000);
    QVERIFY(examplesOf(u"Morality"_s).contains(u"“a threat” (Harbour vote)"_s));
    press(QKeySequence::Undo); // one step for both
    QTRY_VERIFY(!examplesOf(u"Economic"_s).contains(u"“fears the toll” (Ferry strike)"_s) && !examplesOf(u"Morality"_s).contains(u"“a threat” (Harbour vote)"_s));
}

void AnnotationsWindowTest::whatMeantSomethingElseIsCheckedByKey()
{
    code(u"Ferry strike"_s, u"fears the toll"_s, u"Economic"_s);
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s);
    code(u"Harbour vote"_s, u"a threat"_s, u"Morality"_s);
    Workspace &workspace = m_studio->workspace();
    const LayerId framing = workspace.codebook().layer(u"Framing")->id;
    Code economic = *workspace.codebook().code(workspace.codebook().principalVariable(framing)->id, u"Economic");
    economic.definition = u"Costs alone"_s;
    QVERIFY(workspace.commit(editCode(workspace.codebook(), economic)));
    goThere(3);
    QVERIFY(!child<QAction>(u"stillRight"_s)->isVisible());
    choose(u"annotationWhich"_s, 4);
    show(2);
    QTRY_VERIFY(!shown().join(u' ').contains(u"…"_s));
    const QString first = shown().front();
    table()->setFocus();
    table()->chooseRow(0);
    QVERIFY(keepPicture(m_studio->window(), u"annotations-recheck-light"_s));
    press(Qt::CTRL | Qt::Key_G);
    show(1); // the next one has come by itself
    QVERIFY(shown().front() != first);
    QTRY_COMPARE(table()->chosenRows().size(), size_t(1));
    press(Qt::CTRL | Qt::Key_G);
    show(0);
    QTRY_VERIFY(allTexts(m_studio->window()).contains(u"Nothing is to be checked again"_s));
    press(QKeySequence::Undo);
    show(1);
}

void AnnotationsWindowTest::groupsAndOrders()
{
    code(u"Harbour vote"_s, u"a threat to the strait"_s, u"Security and defense"_s);
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s);
    code(u"Ferry strike"_s, u"fears the toll"_s, u"Economic"_s);
    goThere(3);
    choose(u"annotationGroup"_s, int(AnnotationGrouping::Code));
    QTRY_COMPARE(table()->model()->rowCount(), 5);
    QCOMPARE(table()->model()->index(0, 0).data(AnnotationListModel::CountRole).toInt(), 2); // Economic comes first in the codebook
    QTRY_VERIFY(!shown().join(u' ').contains(u"…"_s));
    applyTheme(Theme::Dark);
    QTRY_VERIFY(isDark(m_studio->window().palette()));
    QVERIFY(keepPicture(m_studio->window(), u"annotations-groups-dark"_s));
    applyTheme(Theme::Light);
    QTRY_VERIFY(!isDark(m_studio->window().palette()));
    QVERIFY(keepPicture(m_studio->window(), u"annotations-groups-light"_s));
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_studio->window().findChild<AnnotationsPage *>()->chosen().size(), size_t(3)); // a heading is nothing that was coded
    choose(u"annotationGroup"_s, int(AnnotationGrouping::None));
    choose(u"annotationOrder"_s, int(AnnotationOrder::LastCoded));
    QTRY_VERIFY(!shown().isEmpty() && shown().front().startsWith(u"Economic: fears"_s));
}

void AnnotationsWindowTest::othersStayAsTheyAre()
{
    code(u"Harbour vote"_s, u"a threat to the strait"_s, u"Security and defense"_s);
    m_studio->becomeCoder(u"Ben"_s);
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s);
    goThere(2);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    show(1);
    QTRY_VERIFY_WITH_TIMEOUT(shown().front().contains(u"threat"_s), 30000); // its text is read again
    QVERIFY(std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [](const Message &message) { return message.text.contains(u"another coder"_s); }));
}

void AnnotationsWindowTest::nobodysButOnesOwnWhileBlind()
{
    Workspace &workspace = m_studio->workspace();
    code(u"Harbour vote"_s, u"a threat to the strait"_s, u"Security and defense"_s, u"Adasword"_s);
    const CoderId lead = workspace.addCoder(u"Lea"_s, CoderRole::Lead);
    workspace.setCoder(lead);
    goThere(1);
    QVERIFY(workspace.commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, {workspace.article()->article.uuid}, u"named"_s, 1)));
    show(1); // who leads sees all
    (void)table()->model()->index(0, AnnotationListModel::MarkColumn).data(Qt::ToolTipRole);
    m_studio->becomeCoder(u"Ben"_s);
    QCOMPARE(table()->model()->rowCount(), 0); // at once, and not when it has been read again
    QTRY_VERIFY(child<QLabel>(u"annotationCount"_s)->text().contains(u'0'));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY2(!allTexts(m_studio->window()).contains(u"Adasword"_s), "Ben reads what Ada wrote");
    m_studio->becomeCoder(u"Ada"_s);
    show(1);
}

void AnnotationsWindowTest::everythingHasAName()
{
    code(u"Harbour vote"_s, u"the toll rises"_s, u"Economic"_s);
    goThere(1);
    VERIFY_EVERY_WIDGET_HAS_A_NAME(*m_studio->window().findChild<AnnotationsPage *>());
}

GALLEY_WINDOW_TEST(AnnotationsWindowTest)
#include "tst_annotationswindow.moc"
