// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsroom.h>

#include <panels/texteditors.h>
#include <panels/variableform.h>

#include <testing.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QApplication>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace galley;
using namespace Qt::StringLiterals;
using Values = std::vector<VariableValue>;

class VariableFormTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_form.reset(); }
    void whatIsSetIsGivenBackAndNotEmitted();
    void theCodedVariableIsLeftOut();
    void aSegmentIsChosenAndTakenBackByPressingItAgain();
    void aComboTakesATypedName();
    void aComboRefusesWhatIsNotInTheCodebook();
    void aCheckListTakesSeveral();
    void aNumberOutOfRangeIsSaidAndNotTaken();
    void severalTextsStandOnePerLine();
    void aKnownActorIsFoundInAnyCase();
    void anUnknownActorIsAskedFor();
    void keysLeadFromOneToTheNextAndOut();
    void returnTakesWhatIsOfferedFirst();
    void whatDependsIsAskedOnlyThenAndKeepsWhatWasEntered();
    void retiredCodesAreMarked();
    void whatIsNoValueIsNotLeft();
    void theFirstThatIsOpenIsWhereOneBegins();
    void aRequiredVariableSaysSoUntilItHasAValue();
    void typingIsNotDisturbedByANewSettingOfTheSameValues();
    void anotherLayerReplacesTheFormWhileItIsFocused();
    void readOnlyFormsCannotBeAltered();
    void textBecomesAValueOfItsType_data();
    void textBecomesAValueOfItsType();

private:
    void show(LayerId layer, const Values &values = {});
    QWidget *editor(const QString &name) { return labelled<QWidget>(name); }
    template<typename Widget>
    Widget *labelled(const QString &name);
    void press(const QString &text);
    Values last(const QSignalSpy &spy) { return spy.isEmpty() ? Values{} : spy.last().first().value<Values>(); }

    std::unique_ptr<VariableForm> m_form;
};

void VariableFormTest::init()
{
    m_form = std::make_unique<VariableForm>();
    m_form->resize(320, 640);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

void VariableFormTest::show(LayerId layer, const Values &values)
{
    m_form->setVariables(newsroom::codebook(), layer, values, newsroom::actors());
    QCoreApplication::processEvents();
}

template<typename Widget>
Widget *VariableFormTest::labelled(const QString &name)
{
    for (Widget *widget : m_form->findChildren<Widget *>()) {
        if (widget->accessibleName() == name && widget->isVisible() && !widget->inherits("QLabel"))
            return widget;
    }
    return nullptr;
}

void VariableFormTest::press(const QString &text)
{
    for (QToolButton *button : m_form->findChildren<QToolButton *>()) {
        if (button->text() == text && button->isVisible())
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL(qPrintable(u"no button "_s + text));
}

void VariableFormTest::whatIsSetIsGivenBackAndNotEmitted()
{
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    const Values values{{newsroom::relevance, CodeId{42}}, {newsroom::dominant, CodeId{53}}, {newsroom::tone, CodeId{60}},
                        {newsroom::themes, CodeId{70}}, {newsroom::themes, CodeId{72}}, {newsroom::words, 12.5},
                        {newsroom::day, u"2023-05"_s}, {newsroom::note, u"mole"_s}, {newsroom::note, u"pier"_s}};
    show(newsroom::wholeArticle, values);
    QVERIFY(m_form->values() == values);
    show(newsroom::wholeArticle);
    QVERIFY(m_form->values().empty());
    m_form->commit();
    QCOMPARE(edited.size(), 0);
}

void VariableFormTest::theCodedVariableIsLeftOut()
{
    show(newsroom::framing);
    QVERIFY(m_form->isEmpty());
    show(newsroom::stance);
    QVERIFY(!m_form->isEmpty());
    QVERIFY(!editor(u"Polarity"_s));
    QVERIFY(editor(u"Holder"_s));
}

void VariableFormTest::aSegmentIsChosenAndTakenBackByPressingItAgain()
{
    show(newsroom::stance);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    press(u"journalist"_s);
    press(u"paraphrase"_s);
    QVERIFY((last(edited) == Values{{newsroom::voice, CodeId{32}}}));
    press(u"paraphrase"_s);
    QVERIFY(last(edited).empty());
    QCOMPARE(edited.size(), 3);
}

void VariableFormTest::aComboTakesATypedName()
{
    show(newsroom::wholeArticle);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    QLineEdit *line = labelled<QComboBox>(u"Dominant frame"_s)->lineEdit();
    line->setFocus();
    QTest::keyClicks(line, u"morality"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY((last(edited) == Values{{newsroom::dominant, CodeId{52}}}));
    QCOMPARE(line->text(), u"Morality"_s);
}

void VariableFormTest::aComboRefusesWhatIsNotInTheCodebook()
{
    show(newsroom::wholeArticle, {{newsroom::dominant, CodeId{52}}});
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    QLineEdit *line = labelled<QComboBox>(u"Dominant frame"_s)->lineEdit();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"xyzzy"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(edited.size(), 0);
    QCOMPARE(line->text(), u"Morality"_s);
}

void VariableFormTest::aCheckListTakesSeveral()
{
    show(newsroom::wholeArticle);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    auto *list = labelled<QListWidget>(u"Themes"_s);
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY((last(edited) == Values{{newsroom::themes, CodeId{70}}, {newsroom::themes, CodeId{72}}}));
}

void VariableFormTest::aNumberOutOfRangeIsSaidAndNotTaken()
{
    show(newsroom::wholeArticle);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    auto *line = labelled<QLineEdit>(u"Share of quotes"_s);
    line->setFocus();
    QTest::keyClicks(line, u"140"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(edited.size(), 0);
    QStringList problems;
    for (const QLabel *label : m_form->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(u"0 to 100"_s))
            problems << label->text();
    }
    QCOMPARE(problems, QStringList{u"A number from 0 to 100 is needed."_s});
    line->selectAll();
    QTest::keyClicks(line, u"14"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY((last(edited) == Values{{newsroom::words, 14.0}}));
}

void VariableFormTest::severalTextsStandOnePerLine()
{
    show(newsroom::wholeArticle);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    auto *text = labelled<QPlainTextEdit>(u"Keyword"_s);
    text->setFocus();
    QTest::keyClicks(text, u"mole"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, u"pier"_s);
    QCOMPARE(edited.size(), 0);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY((last(edited) == Values{{newsroom::note, u"mole"_s}, {newsroom::note, u"pier"_s}}));
}

void VariableFormTest::aKnownActorIsFoundInAnyCase()
{
    show(newsroom::stance);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    QSignalSpy asked(m_form.get(), &VariableForm::actorRequested);
    QLineEdit *line = labelled<QComboBox>(u"Holder"_s)->lineEdit();
    line->setFocus();
    QTest::keyClicks(line, u"TOWN COUNCIL"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY((last(edited) == Values{{newsroom::holder, newsroom::council}}));
    QCOMPARE(asked.size(), 0);
}

void VariableFormTest::anUnknownActorIsAskedFor()
{
    show(newsroom::stance);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    QSignalSpy asked(m_form.get(), &VariableForm::actorRequested);
    QLineEdit *line = labelled<QComboBox>(u"Holder"_s)->lineEdit();
    line->setFocus();
    QTest::keyClicks(line, u"Harbour union"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(edited.size(), 0);
    QVERIFY(asked.size() >= 1);
    QCOMPARE(asked.first().at(0).value<VariableId>(), newsroom::holder);
    QCOMPARE(asked.first().at(1).toString(), u"Harbour union"_s);
    // The owner adds the actor and hands the values back.
    std::vector<Actor> actors = newsroom::actors();
    actors.push_back({{9}, {}, u"Harbour union"_s});
    m_form->setVariables(newsroom::codebook(), newsroom::stance, {{newsroom::holder, ActorId{9}}}, actors);
    QCOMPARE(line->text(), u"Harbour union"_s);
    m_form->commit();
    QCOMPARE(edited.size(), 0);
}

/// "Town c" Return 2 1: the holder by a part of its name, the voice and whether it is explicit by their numbers.
void VariableFormTest::keysLeadFromOneToTheNextAndOut()
{
    show(newsroom::stance);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    QSignalSpy finished(m_form.get(), &VariableForm::finished), left(m_form.get(), &VariableForm::left);
    const auto type = [](QChar character) { QTest::keyClick(QApplication::focusWidget(), character.toLatin1()); };
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    m_form->focusFirstOpen();
    for (const QChar character : u"Town c"_s)
        type(character);
    press(Qt::Key_Return);
    type(u'2');
    type(u'1');
    QVERIFY((last(edited) == Values{{newsroom::holder, newsroom::council}, {newsroom::voice, CodeId{31}}, {newsroom::certain, true}}));
    QCOMPARE(finished.size(), 1);
    m_form->focusFirst();
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QCOMPARE(edited.size(), 3);
}

/// The stance's voice is asked where the holder is explicit, which stands behind it in the newsroom's codebook: moved in front here.
void VariableFormTest::whatDependsIsAskedOnlyThenAndKeepsWhatWasEntered()
{
    const Codebook plain = newsroom::codebook();
    std::vector<Variable> variables = plain.variables();
    for (Variable &variable : variables) {
        if (variable.id == newsroom::certain)
            variable.position = 3;
        if (variable.id == newsroom::voice) {
            variable.required = true;
            variable.shownWhen = {{{newsroom::certain, true}}};
        }
    }
    const Codebook book(plain.name(), 1, plain.layers(), variables, plain.codes());
    const auto set = [&](const Values &values) { m_form->setVariables(book, newsroom::stance, values, newsroom::actors(), newsroom::against); };
    m_form->setSubject(1);
    set({{newsroom::holder, newsroom::council}});
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    QVERIFY(!editor(u"Voice"_s) && m_form->isComplete());
    QVERIFY(!m_form->focusVariable(newsroom::voice));
    press(u"Yes"_s);
    QVERIFY(editor(u"Voice"_s) && !m_form->isComplete());
    press(u"journalist"_s);
    QVERIFY((last(edited) == Values{{newsroom::holder, newsroom::council}, {newsroom::certain, true}, {newsroom::voice, CodeId{30}}}));
    press(u"No"_s);
    QVERIFY(!editor(u"Voice"_s));
    QVERIFY((last(edited) == Values{{newsroom::holder, newsroom::council}, {newsroom::certain, false}}));
    set(last(edited)); // as the project has it then
    press(u"Yes"_s);
    QVERIFY((last(edited) == Values{{newsroom::holder, newsroom::council}, {newsroom::certain, true}, {newsroom::voice, CodeId{30}}})); // not lost
    press(u"journalist"_s); // taken back by hand
    set(last(edited));
    press(u"No"_s);
    press(u"Yes"_s);
    QVERIFY((last(edited) == Values{{newsroom::holder, newsroom::council}, {newsroom::certain, true}}));
    press(u"journalist"_s);
    press(u"No"_s);
    m_form->setSubject(2); // another annotation
    set({{newsroom::certain, false}});
    press(u"Yes"_s);
    QVERIFY((last(edited) == Values{{newsroom::certain, true}}));
}

void VariableFormTest::retiredCodesAreMarked()
{
    const Codebook plain = newsroom::codebook();
    std::vector<Code> codes = plain.codes();
    std::ranges::find(codes, CodeId{53}, &Code::id)->retired = true;
    m_form->setVariables(Codebook(plain.name(), 1, plain.layers(), plain.variables(), codes), newsroom::wholeArticle, {{newsroom::dominant, CodeId{53}}}, {});
    QCOMPARE(labelled<QComboBox>(u"Dominant frame"_s)->currentText(), u"Health and safety (retired)"_s); // who has it keeps it
    QVERIFY((m_form->values() == Values{{newsroom::dominant, CodeId{53}}}));
}

void VariableFormTest::returnTakesWhatIsOfferedFirst()
{
    show(newsroom::stance);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    QSignalSpy asked(m_form.get(), &VariableForm::actorRequested);
    QLineEdit *line = labelled<QComboBox>(u"Holder"_s)->lineEdit();
    line->setFocus();
    QTest::keyClicks(line, u"coun"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY((last(edited) == Values{{newsroom::holder, newsroom::council}}));
    QVERIFY(asked.isEmpty());
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, u"coun"_s);
    QTest::keyClick(line, Qt::Key_Return, Qt::ControlModifier); // to the letter
    QCOMPARE(asked.first().at(1).toString(), u"coun"_s);
}

void VariableFormTest::whatIsNoValueIsNotLeft()
{
    show(newsroom::wholeArticle);
    auto *line = labelled<QLineEdit>(u"Share of quotes"_s);
    line->setFocus();
    QTest::keyClicks(line, u"many"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(line->hasFocus());
    QCOMPARE(line->text(), u"many"_s);
}

void VariableFormTest::theFirstThatIsOpenIsWhereOneBegins()
{
    show(newsroom::stance, {{newsroom::holder, newsroom::council}});
    m_form->focusFirstOpen();
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Voice: journalist"_s);
}

void VariableFormTest::aRequiredVariableSaysSoUntilItHasAValue()
{
    const auto said = [this] {
        return std::ranges::any_of(m_form->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->accessibleName() == u"Relevance, required"_s;
        });
    };
    show(newsroom::wholeArticle);
    QVERIFY(said());
    QVERIFY(!m_form->isComplete());
    press(u"relevant"_s);
    QVERIFY(!said());
    QVERIFY(m_form->isComplete());
}

void VariableFormTest::typingIsNotDisturbedByANewSettingOfTheSameValues()
{
    show(newsroom::wholeArticle);
    auto *line = labelled<QLineEdit>(u"Share of quotes"_s);
    line->setFocus();
    QTest::keyClicks(line, u"4"_s);
    show(newsroom::wholeArticle);
    QTest::keyClicks(line, u"2"_s);
    QCOMPARE(line->text(), u"42"_s);
    QVERIFY(line->hasFocus());
}

void VariableFormTest::anotherLayerReplacesTheFormWhileItIsFocused()
{
    show(newsroom::wholeArticle);
    auto *line = labelled<QLineEdit>(u"Share of quotes"_s);
    line->setFocus();
    QTest::keyClicks(line, u"4"_s);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    show(newsroom::stance);
    QCOMPARE(edited.size(), 0); // a value of one layer is never sent as another's
    QVERIFY(editor(u"Holder"_s));
}

void VariableFormTest::readOnlyFormsCannotBeAltered()
{
    show(newsroom::wholeArticle, {{newsroom::words, 7.0}});
    m_form->setReadOnly(true);
    QSignalSpy edited(m_form.get(), &VariableForm::valuesEdited);
    press(u"relevant"_s);
    auto *line = labelled<QLineEdit>(u"Share of quotes"_s);
    QTest::keyClicks(line, u"9"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(edited.size(), 0);
    QCOMPARE(line->text(), u"7"_s);
}

void VariableFormTest::textBecomesAValueOfItsType_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value"); // as printed again; empty: refused
    const auto number = int(VariableType::Number), date = int(VariableType::Date), text = int(VariableType::Text);
    QTest::newRow("number") << number << u" 3 "_s << u"3"_s;
    QTest::newRow("fraction") << number << u"0.25"_s << u"0.25"_s;
    QTest::newRow("negative") << number << u"-2"_s << u"-2"_s;
    QTest::newRow("no number") << number << u"three"_s << u""_s;
    QTest::newRow("above") << number << u"100.5"_s << u""_s;
    QTest::newRow("year") << date << u"2023"_s << u"2023"_s;
    QTest::newRow("month") << date << u"2023-05"_s << u"2023-05"_s;
    QTest::newRow("day") << date << u"2024-02-29"_s << u"2024-02-29"_s;
    QTest::newRow("no such day") << date << u"2023-02-29"_s << u""_s;
    QTest::newRow("no such month") << date << u"2023-13"_s << u""_s;
    QTest::newRow("in words") << date << u"May 2023"_s << u""_s;
    QTest::newRow("text") << text << u" as it is "_s << u"as it is"_s;
    QTest::newRow("nothing") << text << u"   "_s << u""_s;
}

void VariableFormTest::textBecomesAValueOfItsType()
{
    QFETCH(int, type);
    QFETCH(QString, text);
    Variable variable = newsroom::variable({1}, {1}, u"V"_s, VariableType(type));
    variable.minimum = -5;
    variable.maximum = 100;
    const std::optional<Value> value = valueFromText(variable, text);
    QTEST(value ? textOf(variable, *value) : QString(), "value");
}

GALLEY_WINDOW_TEST(VariableFormTest)
#include "tst_variableform.moc"
