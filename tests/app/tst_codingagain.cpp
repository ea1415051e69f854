// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <studio.h>

#include <project/annotationedits.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QAction>
#include <QApplication>

using namespace galley;
using namespace Qt::StringLiterals;

/// What is coded again and again: as last time, with the last values, sentence by sentence, article by article.
class CodingAgainTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theSentenceAtTheCaretIsCodedAsLastTime();
    void whatWasCodedBeforeARestartIsRepeated();
    void theLastValuesAreKeptWhereThatIsWanted();
    void aKeyASentence();
    void irrelevantArticlesAreSiftedOut();

private:
    void press(const QKeySequence &keys);
    void select(const QString &words);
    QStringList coded(); ///< "quote: code polarity"

    std::unique_ptr<Studio> m_studio;
};

void CodingAgainTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council fears a toll. It is high. Nobody minds.\n"_s),
                      m_studio->write(u"b.txt"_s, u"Ferry strike\n\nThe ferries stop.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->view().setFocus();
}

void CodingAgainTest::press(const QKeySequence &keys)
{
    m_studio->waitUntilActive();
    QTest::keySequence(&m_studio->view(), keys);
}

void CodingAgainTest::select(const QString &words)
{
    const qsizetype at = m_studio->view().page().text.indexOf(words);
    QVERIFY(at >= 0);
    m_studio->view().setSelection({at, at + words.size()});
}

QStringList CodingAgainTest::coded()
{
    QStringList rows;
    for (const Annotation &annotation : m_studio->annotations()) {
        QString row = annotation.quote + u": "_s + m_studio->workspace().codebook().path(annotation.code);
        for (const VariableValue &value : annotation.values) {
            if (const auto *code = std::get_if<CodeId>(&value.value))
                row += u' ' + m_studio->workspace().codebook().path(*code);
        }
        rows << row;
    }
    return rows;
}

void CodingAgainTest::theSentenceAtTheCaretIsCodedAsLastTime()
{
    press(Qt::CTRL | Qt::Key_U);
    QCOMPARE(coded(), QStringList()); // and it is said why
    QVERIFY(std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [](const Message &message) { return message.text.contains(u"repeated"_s); }));
    select(u"council"_s);
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Economic"_s));
    const qsizetype in = m_studio->view().page().text.indexOf(u"high"_s);
    m_studio->view().setSelection({in, in});
    press(Qt::CTRL | Qt::Key_U);
    select(u"Nobody"_s);
    press(Qt::CTRL | Qt::Key_U);
    QCOMPARE(coded(), (QStringList{u"council: Economic"_s, u"It is high.: Economic"_s, u"Nobody: Economic"_s}));
    press(QKeySequence::Undo);
    QCOMPARE(coded().size(), 2);
}

void CodingAgainTest::whatWasCodedBeforeARestartIsRepeated()
{
    select(u"council"_s);
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Economic"_s));
    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->workspace().openProject(m_studio->project()));
    m_studio->becomeCoder(u"Ada"_s);
    const ArticleId first = m_studio->workspace().project()->store().articles()->front().id;
    QVERIFY(m_studio->workspace().openArticle(first));
    m_studio->view().setFocus();
    select(u"Nobody"_s);
    press(Qt::CTRL | Qt::Key_U);
    QCOMPARE(coded(), (QStringList{u"council: Economic"_s, u"Nobody: Economic"_s}));
}

void CodingAgainTest::theLastValuesAreKeptWhereThatIsWanted()
{
    const Codebook &codebook = m_studio->workspace().codebook();
    const Layer *stance = codebook.layer(u"Stance"_s);
    QVERIFY(stance);
    const auto voice = std::ranges::find_if(codebook.variables(), [&](const Variable &one) { return one.layer == stance->id && one.name == u"voice"_s; });
    QVERIFY(voice != codebook.variables().end());
    const auto spoken = std::ranges::find(codebook.codes(), voice->id, &Code::variable);
    select(u"council"_s);
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"against"_s));
    QVERIFY(m_studio->workspace().current());
    std::vector<VariableValue> values = m_studio->workspace().current()->values;
    std::erase_if(values, [&](const VariableValue &value) { return value.variable == voice->id; });
    values.push_back({voice->id, spoken->id});
    QVERIFY(m_studio->workspace().commit(setValues(codebook, m_studio->workspace().article()->measured(), *m_studio->workspace().current(), values, m_studio->workspace().stamp().at)));
    const auto isKept = [&] {
        const Annotation *current = m_studio->workspace().current();
        return current && std::ranges::contains(current->values, VariableValue{voice->id, spoken->id});
    };
    m_studio->view().setFocus();
    select(u"It is high."_s);
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"against"_s));
    QVERIFY(!isKept()); // not by itself
    press(QKeySequence::Undo);
    m_studio->child<QAction>(u"keepValues"_s)->setChecked(true);
    m_studio->view().setFocus();
    select(u"It is high."_s);
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"against"_s));
    QVERIFY(isKept());
    m_studio->child<QAction>(u"keepValues"_s)->setChecked(false);
    m_studio->view().setFocus();
    select(u"Nobody"_s);
    press(Qt::CTRL | Qt::Key_U); // as last time is with its values
    QVERIFY(isKept());
    QCOMPARE(m_studio->workspace().current()->quote, u"Nobody"_s);
}

void CodingAgainTest::aKeyASentence()
{
    m_studio->child<QAction>(u"codeAndNext"_s)->setChecked(true);
    select(u"The council fears a toll."_s);
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Economic"_s));
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Morality"_s));
    press(Qt::CTRL | Qt::Key_U);
    QCOMPARE(coded(), (QStringList{u"The council fears a toll.: Economic"_s, u"It is high.: Morality"_s, u"Nobody minds.: Morality"_s}));
    QVERIFY(m_studio->view().selection().isEmpty()); // there is no further one
    m_studio->child<QAction>(u"codeAndNext"_s)->setChecked(false);
}

void CodingAgainTest::irrelevantArticlesAreSiftedOut()
{
    const ArticleId first = m_studio->workspace().article()->article.id;
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    QVERIFY(m_studio->workspace().article()->article.id != first);
    const ProjectStore &store = m_studio->workspace().project()->store();
    const auto said = store.annotations(first);
    QVERIFY(said && said->size() == 1 && said->front().ranges.empty());
    const auto *code = std::get_if<CodeId>(&said->front().values.front().value);
    QVERIFY(code);
    QCOMPARE(m_studio->workspace().codebook().code(*code)->name, u"irrelevant"_s);
    QCOMPARE(store.progress(first)->front().state, ProgressState::Done);
    press(QKeySequence::Undo); // both, in one
    QCOMPARE(m_studio->workspace().article()->article.id, first);
    QVERIFY(store.annotations(first)->empty() && store.progress(first)->empty());
}

GALLEY_WINDOW_TEST(CodingAgainTest)
#include "tst_codingagain.moc"
