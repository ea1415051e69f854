// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <pictures.h>
#include <studio.h>

#include <compare/codeguidance.h>
#include <compare/comparepage.h>
#include <compare/comparisonfilters.h>
#include <compare/editedreading.h>
#include <compare/readingcard.h>
#include <compare/sidebyside.h>
#include <panels/codebookpanel.h>
#include <project/annotationedits.h>
#include <discussion/commentdialog.h>
#include <project/codingsets.h>
#include <project/commentedits.h>
#include <project/projectfile.h>
#include <project/rulingedits.h>
#include <review/comparing.h>
#include <widgets/messagebar.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace galley;
using namespace Qt::StringLiterals;

/// A lead goes to Compare, sees what three coders did differently, and settles it by key.
class CompareWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { applyTheme(Theme::Light); }
    void differencesStandInTheQueue();
    void aKeySettlesAndTheNextIsShown();
    void undoOpensItAgain();
    void anEmptyListSaysWhyAndShowsAll();
    void allCodesGivenAreDefined();
    void whatIsTakenTogetherAsksForItsCode();
    void twoTextsStandSideBySide();
    void aReasonIsKeptAndShownWithTheNextOfItsCode();
    void aRulingIsReplacedOnlyWhenSaidSo();
    void aRulingIsShownWhereItsCodeIsRead();
    void whatIsAgreedIsSettledInOneStep();
    void somethingElseCanHold();
    void theWorkOfOthersIsNotForEverybodyWhileBlind();
    void namesCanBeHidden();
    void filtersNarrowTheQueue();
    void aGroupIsOpenedWhereItStands();
    void emptyPlacesSayWhatToDo();
    void workDoneMeanwhileIsCompared();
    void commentsStandBesideTheReadings();
    void theOtherRulingOfTwoCopiesIsTakenByKey();
    void itIsReadableInBothThemes();

private:
    void code(const QString &coder, const QString &words, const QString &code);
    void goToCompare();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    QListView &queue() { return *m_studio->window().findChild<QListView *>(u"compareQueue"_s); }
    QStringList quotes();
    QString label(const QString &name) { return m_studio->window().findChild<QLabel *>(name)->text(); }
    std::vector<Annotation> consensus();
    void choose(const QString &box, const QString &text);

    std::unique_ptr<Studio> m_studio;
};

void CompareWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->createProject();
    m_studio->import({m_studio->write(u"article.txt"_s,
                                      u"Harbour vote\n\nThe council warned of a threat to the strait. The ferry will cost more from May, and families pay.\n\n"
                                      "Prices rose again in spring. It would be wrong to wait, the mayor said.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    for (const QString &coder : {u"Ada"_s, u"Ben"_s, u"Cleo"_s})
        code(coder, u"threat to the strait"_s, u"Security and defense"_s); // all agree
    code(u"Ada"_s, u"ferry will cost more"_s, u"Economic"_s);
    code(u"Ben"_s, u"ferry will cost more"_s, u"Economic"_s);
    code(u"Cleo"_s, u"ferry will cost more"_s, u"Morality"_s);
    code(u"Ada"_s, u"Prices rose"_s, u"Economic"_s); // alone
    code(u"Ada"_s, u"wrong to wait"_s, u"Morality"_s);
    code(u"Ben"_s, u"would be wrong to wait"_s, u"Morality"_s);
    code(u"Cleo"_s, u"wrong to wait"_s, u"Morality"_s);
    m_studio->workspace().setCoder(m_studio->workspace().addCoder(u"Leonore"_s, CoderRole::Lead));
}

void CompareWindowTest::code(const QString &coder, const QString &words, const QString &name)
{
    m_studio->becomeCoder(coder);
    Workspace &workspace = m_studio->workspace();
    const OpenArticle *open = workspace.article();
    const LayerId layer = workspace.codebook().layer(u"Framing")->id;
    const Code *chosen = workspace.codebook().code(workspace.codebook().principalVariable(layer)->id, name);
    QVERIFY2(chosen, qPrintable(name));
    const qsizetype at = open->text.indexOf(words);
    QVERIFY(at >= 0);
    QVERIFY(workspace.commit(annotate(workspace.codebook(), {open->text, open->positions},
        {workspace.allot<AnnotationTag>(), open->article.id, layer, workspace.coder()->id, chosen->id, {{at, at + words.size()}}, {}, {}}, workspace.stamp().at)));
}

void CompareWindowTest::goToCompare()
{
    m_studio->waitUntilActive();
    auto *action = m_studio->window().findChild<QAction *>(u"place-compare"_s);
    const QKeyCombination keys = action->shortcut()[0];
    QTest::keyClick(&m_studio->window(), keys.key(), keys.keyboardModifiers());
    QTRY_VERIFY(queue().model()->rowCount() > 0);
}

void CompareWindowTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_studio->window().focusWidget(), key, modifiers);
}

QStringList CompareWindowTest::quotes()
{
    QStringList quotes;
    for (int row = 0; row < queue().model()->rowCount(); ++row)
        quotes += queue().model()->index(row, 0).data(ComparisonListModel::QuoteRole).toString();
    return quotes;
}

std::vector<Annotation> CompareWindowTest::consensus()
{
    std::vector<Annotation> found;
    for (const Annotation &annotation : m_studio->annotations()) {
        if (annotation.coder == consensusCoder().id)
            found.push_back(annotation);
    }
    return found;
}

void CompareWindowTest::choose(const QString &name, const QString &text)
{
    auto *box = m_studio->window().findChild<QComboBox *>(name);
    QVERIFY2(box->findText(text) >= 0, qPrintable(text));
    box->setFocus();
    box->setCurrentIndex(box->findText(text));
}

void CompareWindowTest::differencesStandInTheQueue()
{
    goToCompare();
    QCOMPARE(quotes(), (QStringList{u"ferry will cost more"_s, u"Prices rose"_s, u"wrong to wait"_s}));
    const QModelIndex first = queue().model()->index(0, 0);
    QCOMPARE(first.data(ComparisonListModel::ReadingsRole).toStringList(), (QStringList{u"Ada: Economic"_s, u"Ben: Economic"_s, u"Cleo: Morality"_s}));
    QCOMPARE(Difference(first.data(ComparisonListModel::KindRole).toInt()), Difference::Code);
    QVERIFY(label(u"compareCount"_s).contains(u"3 of 3"_s));
    const auto *page = m_studio->window().findChild<ComparePage *>();
    const std::vector<Mark> marks = page->view().marks(page->view().currentMark());
    QCOMPARE(marks.size(), size_t(3)); // one a coder, each on a track of its own
    QVERIFY(marks[0].track != marks[1].track && marks[1].track != marks[2].track);
    QVERIFY(marks[0].label.contains(u"Ada: Economic"_s));
}

void CompareWindowTest::aKeySettlesAndTheNextIsShown()
{
    goToCompare();
    press(Qt::Key_3); // as Cleo has it
    QTRY_COMPARE(quotes(), (QStringList{u"Prices rose"_s, u"wrong to wait"_s}));
    QCOMPARE(consensus().size(), size_t(1));
    QCOMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Morality"_s);
    press(Qt::Key_N); // nothing to code
    QCOMPARE(quotes(), QStringList{u"wrong to wait"_s});
    QCOMPARE(consensus().size(), size_t(1));
    press(Qt::Key_U); // all that any marked
    QVERIFY(quotes().isEmpty());
    QCOMPARE(consensus().size(), size_t(2));
    QCOMPARE(consensus().back().quote, u"would be wrong to wait"_s);
    QVERIFY(label(u"compareCount"_s).contains(u"0 of 3"_s));
}

void CompareWindowTest::undoOpensItAgain()
{
    goToCompare();
    press(Qt::Key_1);
    QCOMPARE(quotes().size(), 2);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(quotes().size(), 3);
    QCOMPARE(queue().currentIndex().row(), 0); // it is shown again
    QVERIFY(consensus().empty());
}

void CompareWindowTest::anEmptyListSaysWhyAndShowsAll()
{
    goToCompare();
    const auto *none = m_studio->window().findChild<QWidget *>(u"compareNone"_s);
    QVERIFY(!none->isVisible());
    choose(u"compareKind"_s, u"≈  Other values"_s);
    choose(u"compareCoders"_s, u"Ada – Ben"_s);
    QVERIFY(quotes().isEmpty() && none->isVisible());
    QVERIFY2(none->accessibleDescription().contains(u"Other values · Ada – Ben"_s), qPrintable(none->accessibleDescription()));
    QTest::mouseClick(m_studio->window().findChild<QPushButton *>(u"compareNoneShowAll"_s), Qt::LeftButton);
    QVERIFY(!none->isVisible());
    QCOMPARE(quotes().size(), 3);
    choose(u"compareState"_s, u"Open"_s);
    queue().setFocus();
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_N, Qt::Key_U})
        press(key);
    QVERIFY(none->isVisible());
    QCOMPARE(none->accessibleName(), u"Everything is settled"_s);
    m_studio->waitUntilActive();
    press(Qt::Key_A);
    QCOMPARE(quotes().size(), 3);
}

void CompareWindowTest::allCodesGivenAreDefined()
{
    goToCompare();
    const auto *page = m_studio->window().findChild<ComparePage *>();
    const auto defined = [page] {
        QString texts;
        for (const QLabel *card : page->guidance().findChildren<QLabel *>(u"definition"_s))
            texts += card->isVisible() ? card->text() : QString();
        return texts;
    };
    const Codebook &codebook = m_studio->workspace().codebook();
    const VariableId frame = codebook.principalVariable(codebook.layer(u"Framing")->id)->id;
    for (const QString &name : {u"Economic"_s, u"Morality"_s})
        QVERIFY2(defined().contains(codebook.code(frame, name)->definition.toHtmlEscaped()), qPrintable(defined()));
    press(Qt::Key_J);
    QVERIFY(!defined().contains(codebook.code(frame, u"Morality"_s)->definition.toHtmlEscaped()));
}

void CompareWindowTest::whatIsTakenTogetherAsksForItsCode()
{
    goToCompare();
    press(Qt::Key_U);
    QVERIFY(consensus().empty()); // two of three have the same code, and that is no reason
    auto *menu = m_studio->window().findChild<QMenu *>(u"whichCode"_s);
    QVERIFY(menu && menu->isVisible());
    QStringList given;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            given += action->text();
    }
    QCOMPARE(given, (QStringList{u"&1  Economic — Ada, Ben"_s, u"&2  Morality — Cleo"_s}));
    QTest::keyClick(menu, Qt::Key_2);
    QCOMPARE(consensus().size(), size_t(1));
    QCOMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Morality"_s);
}

void CompareWindowTest::twoTextsStandSideBySide()
{
    goToCompare();
    press(Qt::Key_S);
    const auto *page = m_studio->window().findChild<ComparePage *>();
    const auto [left, right] = page->sideBySide().views();
    QVERIFY(left->isVisible() && right->isVisible() && !page->view().isVisible());
    QCOMPARE(left->page().text, m_studio->workspace().article()->text); // all of it
    const auto labels = [](const ArticleView &view) {
        QStringList found;
        for (const Mark &mark : view.marks(view.currentMark()))
            found += mark.label;
        return found;
    };
    QCOMPARE(labels(*left), QStringList{u"≠ Ada: Economic"_s}); // two whose readings differ
    QCOMPARE(labels(*right), QStringList{u"≠ Cleo: Morality"_s});
    QCOMPARE(label(u"readingRight"_s), u"≠ Morality"_s);
    press(Qt::Key_J);
    QCOMPARE(labels(*left), QStringList{u"∅ Ada: Economic"_s});
    QCOMPARE(label(u"readingRight"_s), u"∅ nothing here"_s);
    auto *coder = page->sideBySide().findChild<QComboBox *>(u"coderLeft"_s);
    coder->setFocus();
    QTest::keyClick(coder, Qt::Key_Home);
    QTest::keyClick(coder, Qt::Key_Down); // Ben
    queue().setFocus();
    press(Qt::Key_J);
    QCOMPARE(labels(*left), QStringList{u"↔ Ben: Morality"_s}); // as was said
    press(Qt::Key_S);
    QVERIFY(page->view().isVisible());
}

void CompareWindowTest::aReasonIsKeptAndShownWithTheNextOfItsCode()
{
    goToCompare();
    press(Qt::Key_R);
    auto *field = m_studio->window().findChild<QLineEdit *>(u"rulingReason"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"Costs are economic, whoever bears them: 1"_s); // a digit is a digit there
    press(Qt::Key_Return);
    press(Qt::Key_1);
    QCOMPARE(quotes().size(), 2);
    QVERIFY(field->text().isEmpty());
    QCOMPARE(queue().currentIndex().data(ComparisonListModel::QuoteRole).toString(), u"Prices rose"_s);
    QVERIFY2(label(u"precedents"_s).contains(u"whoever bears them"_s), qPrintable(label(u"precedents"_s)));
    choose(u"compareState"_s, u"Settled"_s);
    QVERIFY2(label(u"settledAs"_s).contains(u"Economic"_s) && label(u"settledAs"_s).contains(u"Leonore"_s), qPrintable(label(u"settledAs"_s)));
}

void CompareWindowTest::aRulingIsReplacedOnlyWhenSaidSo()
{
    goToCompare();
    choose(u"compareState"_s, u"Open and settled"_s);
    queue().setFocus();
    press(Qt::Key_1);
    QCOMPARE(queue().currentIndex().row(), 1); // on to what is open
    press(Qt::Key_N);
    QCOMPARE(queue().currentIndex().row(), 2);
    press(Qt::Key_K);
    press(Qt::Key_K);
    QCOMPARE(queue().currentIndex().row(), 0);
    press(Qt::Key_3);
    QCOMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Economic"_s); // as it was
    auto *question = m_studio->window().findChild<QMessageBox *>();
    QVERIFY(question && question->isVisible());
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Morality"_s);
    QCOMPARE(queue().currentIndex().row(), 2);
}

void CompareWindowTest::aRulingIsShownWhereItsCodeIsRead()
{
    goToCompare();
    press(Qt::Key_R);
    QTest::keyClicks(m_studio->window().findChild<QLineEdit *>(u"rulingReason"_s), u"Costs are economic"_s);
    press(Qt::Key_Return);
    press(Qt::Key_1);
    m_studio->window().findChild<QAction *>(u"place-read"_s)->trigger();
    auto *panel = m_studio->window().findChild<CodebookPanel *>();
    const auto isShown = [&](const QString &words) {
        return std::ranges::any_of(panel->findChildren<QLabel *>(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    const auto frame = [&](const QString &name) {
        const LayerId layer = m_studio->workspace().codebook().layer(u"Framing")->id;
        return m_studio->workspace().codebook().code(m_studio->workspace().codebook().principalVariable(layer)->id, name)->id;
    };
    QTRY_VERIFY((panel->showCode(frame(u"Economic"_s)), isShown(u"Costs are economic"_s)));
    panel->showCode(frame(u"Political"_s));
    QVERIFY(!isShown(u"Costs are economic"_s));
}

void CompareWindowTest::whatIsAgreedIsSettledInOneStep()
{
    goToCompare();
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(consensus().size(), size_t(1));
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(consensus().size(), size_t(3)); // the ferry, and waiting as two of three have it
    QCOMPARE(quotes(), QStringList{u"Prices rose"_s});
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(consensus().size(), size_t(1));
}

void CompareWindowTest::somethingElseCanHold()
{
    goToCompare();
    press(Qt::Key_E);
    auto *page = m_studio->window().findChild<ComparePage *>();
    const QString text = m_studio->workspace().article()->text;
    const qsizetype at = text.indexOf(u"ferry will"_s);
    page->view().setSelection({at, at + 10});
    QTest::mouseClick(page->findChild<QPushButton *>(u"editedCode"_s), Qt::LeftButton);
    auto *palette = QApplication::activePopupWidget();
    QVERIFY(palette);
    QTest::keyClicks(palette->findChild<QLineEdit *>(), u"Political"_s);
    QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
    QTest::mouseClick(page->findChild<QPushButton *>(u"editedAccept"_s), Qt::LeftButton);
    QCOMPARE(consensus().size(), size_t(1));
    QCOMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Political"_s);
    QCOMPARE(consensus().front().quote, u"ferry will"_s);
    QCOMPARE(quotes().size(), 2);
    press(Qt::Key_E);
    press(Qt::Key_Escape);
    QVERIFY(queue().hasFocus()); // a key is for a ruling again
}

void CompareWindowTest::theWorkOfOthersIsNotForEverybodyWhileBlind()
{
    Workspace &workspace = m_studio->workspace();
    QVERIFY(workspace.commit(makeSet({}, u"pilot"_s, SetKind::Reliability, true, {workspace.article()->article.uuid}, u"all"_s, 1)));
    goToCompare(); // the lead may
    m_studio->becomeCoder(u"Ben"_s);
    const auto *page = m_studio->window().findChild<ComparePage *>();
    QTRY_VERIFY(!queue().isVisible());
    for (const QLabel *shown : page->findChildren<QLabel *>())
        QVERIFY(!shown->isVisible() || !shown->text().contains(u"Economic"_s));
    m_studio->becomeCoder(u"Leonore"_s);
    QTRY_VERIFY(queue().isVisible());
}

void CompareWindowTest::namesCanBeHidden()
{
    goToCompare();
    press(Qt::Key_H);
    const auto *page = m_studio->window().findChild<ComparePage *>();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the cards before
    for (const QLabel *shown : page->findChildren<QLabel *>())
        QVERIFY2(!shown->text().contains(u"Ada"_s), qPrintable(shown->text()));
    QVERIFY(!queue().currentIndex().data(ComparisonListModel::ReadingsRole).toStringList().join(u' ').contains(u"Ada"_s));
    press(Qt::Key_H);
    QVERIFY(queue().currentIndex().data(ComparisonListModel::ReadingsRole).toStringList().join(u' ').contains(u"Ada"_s));
}

void CompareWindowTest::filtersNarrowTheQueue()
{
    goToCompare();
    choose(u"compareKind"_s, u"∅  Marked by some"_s);
    QCOMPARE(quotes(), QStringList{u"Prices rose"_s});
    choose(u"compareKind"_s, u"Everything"_s);
    QCOMPARE(quotes().size(), 4);
    choose(u"compareCode"_s, u"Framing / Morality"_s);
    QCOMPARE(quotes(), (QStringList{u"ferry will cost more"_s, u"wrong to wait"_s}));
    m_studio->workspace().showComparison({.kind = Difference::Extent}); // as a figure elsewhere asks
    QCOMPARE(quotes(), QStringList{u"wrong to wait"_s});
}

void CompareWindowTest::aGroupIsOpenedWhereItStands()
{
    goToCompare();
    press(Qt::Key_F4);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_studio->view().isVisible());
    QVERIFY(m_studio->workspace().current());
    QCOMPARE(m_studio->workspace().current()->quote, u"Prices rose"_s);
}

void CompareWindowTest::emptyPlacesSayWhatToDo()
{
    Studio other;
    other.showWindow();
    other.createProject();
    other.window().findChild<QAction *>(u"place-compare"_s)->trigger();
    QTRY_VERIFY(other.window().findChild<ComparePage *>()->isVisible());
    QStringList words;
    for (const QPushButton *button : other.window().findChild<ComparePage *>()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            words += button->text();
    }
    QCOMPARE(words, QStringList{u"Merge copies…"_s});
}

void CompareWindowTest::workDoneMeanwhileIsCompared()
{
    goToCompare();
    m_studio->window().findChild<QAction *>(u"place-read"_s)->trigger();
    code(u"Ben"_s, u"Prices rose"_s, u"Economic"_s);
    code(u"Cleo"_s, u"Prices rose"_s, u"Economic"_s);
    m_studio->becomeCoder(u"Leonore"_s);
    goToCompare();
    QTRY_COMPARE(quotes(), (QStringList{u"ferry will cost more"_s, u"wrong to wait"_s}));
}

void CompareWindowTest::commentsStandBesideTheReadings()
{
    Workspace &workspace = m_studio->workspace();
    const std::vector<Annotation> all = m_studio->annotations();
    const auto alone = std::ranges::find(all, u"Prices rose"_s, &Annotation::quote);
    const CoderId ben = std::ranges::find(workspace.coders(), u"Ben"_s, &Coder::name)->id;
    const NewComment what{workspace.allot<CommentTag>(), {alone->article, {alone->id}}, u"Is this still about money?"_s, {}};
    QVERIFY(workspace.commit(addComment(what, workspace.coders(), {}, {ben, workspace.stamp().at})));
    goToCompare();
    press(Qt::Key_J);
    const auto *said = m_studio->window().findChild<QLabel *>(u"groupComments"_s);
    QTRY_VERIFY(said->isVisible());
    QVERIFY2(said->text().contains(u"Ben: “Is this still about money?”"_s), qPrintable(said->text()));
    QVERIFY(testing::keepPicture(m_studio->window(), u"compare-comments"_s));
    press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(m_studio->window().findChild<CommentDialog *>());
    auto *dialog = m_studio->window().findChild<CommentDialog *>();
    QVERIFY(allTexts(*dialog).contains(u"Is this still about money?"_s));
    dialog->reject();
    press(Qt::Key_K);
    QTRY_VERIFY(!said->isVisible());
}

void CompareWindowTest::theOtherRulingOfTwoCopiesIsTakenByKey()
{
    const QString copy = m_studio->path(u"copy.galley"_s);
    QVERIFY(ProjectFile(*m_studio->workspace().project()).saveCopy(copy));
    goToCompare();
    press(Qt::Key_1); // as Ada has it: Economic
    QTRY_COMPARE(consensus().size(), size_t(1));
    {
        auto store = ProjectStore::open(copy, ProjectStore::Mode::ReadWrite);
        QVERIFY(store);
        std::vector<Annotation> ofGroup = *store->annotations(m_studio->workspace().article()->article.id);
        std::erase_if(ofGroup, [](const Annotation &annotation) { return annotation.quote != u"ferry will cost more"_s; });
        std::vector<CoderId> coders;
        for (const Annotation &annotation : ofGroup)
            coders.push_back(annotation.coder);
        const ComparedGroup group = comparedGroups(ofGroup, coders).front();
        const CoderId cleo = std::ranges::find(m_studio->workspace().coders(), u"Cleo"_s, &Coder::name)->id;
        const auto ruling = settle(*store->codebook(), group, *accepted(group, cleo), {cleo, QDateTime::currentDateTimeUtc(), u"as the definition has it"_s, {}}, *standingRulings(*store));
        QVERIFY(store->apply(Change{u"Something before"_s, {added(Coder{{77}, uuidOf(77), u"Zoe"_s, CoderRole::Coder})}}, {cleo, QDateTime::currentDateTimeUtc()}));
        QVERIFY(store->apply(ruling, {cleo, QDateTime::currentDateTimeUtc()})); // the later of the two
    }
    QVERIFY(m_studio->workspace().project()->store().merge(copy, m_studio->workspace().stamp()));
    m_studio->workspace().reopenProject();
    QCOMPARE(consensus().size(), size_t(1)); // and not one beside the other
    QCOMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Morality"_s);
    goToCompare();
    QTRY_VERIFY(label(u"compareCount"_s).contains(u"1 to look at"_s));
    press(Qt::Key_L);
    const auto *other = m_studio->window().findChild<QLabel *>(u"otherRuling"_s);
    QTRY_VERIFY(other->isVisible());
    QVERIFY2(other->text().contains(u"another copy settled this otherwise: Economic"_s), qPrintable(other->text()));
    QVERIFY(testing::keepPicture(m_studio->window(), u"compare-other-ruling"_s));
    press(Qt::Key_T);
    QTRY_COMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Economic"_s);
    QCOMPARE(consensus().size(), size_t(1));
    QVERIFY(!label(u"compareCount"_s).contains(u"to look at"_s));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_studio->workspace().codebook().path(consensus().front().code), u"Morality"_s);
}

void CompareWindowTest::itIsReadableInBothThemes()
{
    m_studio->window().resize(1366, 768);
    goToCompare();
    const auto keep = [this](const QString &name) {
        for (const auto &[theme, word] : {std::pair(Theme::Light, u"light"_s), std::pair(Theme::Dark, u"dark"_s)}) {
            applyTheme(theme);
            QTest::qWait(50);
            QVERIFY(testing::keepPicture(m_studio->window(), u"compare-%1-%2"_s.arg(name, word)));
        }
    };
    keep(u"open"_s);
    press(Qt::Key_R);
    QTest::keyClicks(m_studio->window().findChild<QLineEdit *>(u"rulingReason"_s), u"What it costs people is economic, whoever says it"_s);
    press(Qt::Key_Return);
    press(Qt::Key_1);
    keep(u"precedent"_s);
    press(Qt::Key_E);
    keep(u"edit"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_S);
    keep(u"beside"_s);
    press(Qt::Key_A);
    press(Qt::Key_K);
    keep(u"settled"_s);
    press(Qt::Key_S);
    choose(u"compareKind"_s, u"≈  Other values"_s);
    keep(u"none"_s);
}

GALLEY_WINDOW_TEST(CompareWindowTest)
#include "tst_comparewindow.moc"
