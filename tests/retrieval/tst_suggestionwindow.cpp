// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <accessiblenames.h>
#include <pictures.h>
#include <studio.h>

#include <items/hitlistmodel.h>
#include <panels/codepalette.h>
#include <retrieval/kwictable.h>
#include <retrieval/searchpage.h>
#include <widgets/messagebar.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolButton>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// From what a search found to suggestions, and through them by keys.
class SuggestionWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void hitsBecomeSuggestionsThatAreAnsweredByKeys();
    void undoGoesBackAcrossArticles();
    void oneIsAcceptedWithAnotherCode();
    void onlyTheChosenLinesAreSuggested();
    void annotationsAreSteppedThroughWithoutThem();
    void theyLookLikeNothingThatIsCoded();
    void anotherCoderHasNone();

private:
    void press(const QKeySequence &keys);
    void search(const QString &query);
    void suggest(const char *action, const QString &letters);
    void suggestAll(const QString &query, const QString &letters);
    QStringList coded(); ///< of all articles: "title: quote as code"
    QToolButton *button() { return m_studio->child<QToolButton>(u"waitingSuggestions"_s); }
    QString current();

    std::unique_ptr<Studio> m_studio;
};

void SuggestionWindowTest::init()
{
    applyTheme(Theme::Light);
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote 😀\n\nThe council fears a new toll. The toll is high, the council says.\n"_s),
                      m_studio->write(u"b.txt"_s, u"Ferry strike\n\nThe ferries stop in May. The union fears the toll.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    QTRY_COMPARE(m_studio->workspace().listedArticles().size(), size_t(2));
}

void SuggestionWindowTest::press(const QKeySequence &keys)
{
    m_studio->waitUntilActive();
    QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(&m_studio->window())); // a palette has just been closed
    QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : &m_studio->window(), keys);
}

void SuggestionWindowTest::search(const QString &query)
{
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    auto *field = m_studio->child<QLineEdit>(u"searchQuery"_s);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(field));
    field->selectAll();
    QTest::keyClicks(field, query);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->child<QLabel>(u"searchTold"_s)->text().contains(u" in "_s), 30000);
}

void SuggestionWindowTest::suggest(const char *action, const QString &letters)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->child<QAction>(QLatin1StringView(action))->isEnabled(), 30000);
    m_studio->child<QAction>(QLatin1StringView(action))->trigger();
    auto *palette = m_studio->window().findChild<SearchPage *>()->findChild<CodePalette *>();
    QVERIFY(palette);
    QTRY_VERIFY(palette->isVisible());
    auto *field = palette->findChild<QLineEdit *>();
    QTest::keyClicks(field, letters);
    QTest::keyClick(field, Qt::Key_Return);
}

void SuggestionWindowTest::suggestAll(const QString &query, const QString &letters)
{
    search(query);
    auto &messages = *m_studio->window().findChild<MessageBar *>();
    messages.clear();
    suggest("suggestAll", letters);
    QTRY_VERIFY_WITH_TIMEOUT(!messages.messages().isEmpty() && messages.messages().front().text.contains(u"suggested as"_s), 30000);
    QVERIFY(button()->isVisible());
}

QStringList SuggestionWindowTest::coded()
{
    QStringList rows;
    const ProjectStore &store = m_studio->workspace().project()->store();
    const auto articles = store.articles();
    for (const Article &article : *articles) {
        const auto annotations = store.annotations(article.id);
        for (const Annotation &annotation : *annotations)
            rows << u"%1: %2 as %3"_s.arg(article.title.left(5), annotation.quote, m_studio->workspace().codebook().path(annotation.code));
    }
    return rows;
}

/// What is current in the text, as a screen reader says it.
QString SuggestionWindowTest::current()
{
    return m_studio->view().accessibleDescription();
}

void SuggestionWindowTest::hitsBecomeSuggestionsThatAreAnsweredByKeys()
{
    suggestAll(u"toll"_s, u"econ"_s);
    QCOMPARE(button()->text(), u"3 suggestions"_s);
    QCOMPARE(coded(), QStringList()); // not before they are accepted
    const auto &messages = m_studio->window().findChild<MessageBar *>()->messages();
    QVERIFY(!messages.isEmpty());
    QCOMPARE(messages.front().text, u"3 places suggested as “Economic”."_s);
    auto buttons = m_studio->window().findChild<MessageBar *>()->findChildren<QPushButton *>();
    const auto go = std::ranges::find(buttons, u"Go to Them"_s, &QPushButton::text);
    QVERIFY(go != buttons.end());
    (*go)->click();
    QTRY_VERIFY(m_studio->view().isVisible());
    QTRY_VERIFY2(current().contains(u"Current suggestion"_s), qPrintable(current()));
    QVERIFY2(current().contains(u"Economic"_s) && current().contains(u"search “toll”"_s), qPrintable(current()));
    QVERIFY2(button()->accessibleName().contains(u"search “toll”"_s), qPrintable(button()->accessibleName()));
    press(Qt::CTRL | Qt::Key_R);
    QCOMPARE(coded(), QStringList{u"Harbo: toll as Economic"_s});
    QTRY_COMPARE(button()->text(), u"Suggested: Economic · 2 suggestions"_s); // the next one came by itself
    press(Qt::CTRL | Qt::Key_G);
    QCOMPARE(coded().size(), 1);
    QVERIFY(m_studio->workspace().article()->article.title.startsWith(u"Ferry"_s)); // into the next article
    QTRY_VERIFY(button()->text().startsWith(u"Suggested: Economic · 1 suggestion"_s));
    press(Qt::CTRL | Qt::Key_R);
    QCOMPARE(coded(), (QStringList{u"Harbo: toll as Economic"_s, u"Ferry: toll as Economic"_s}));
    QVERIFY(!button()->isVisible());
    QVERIFY(!m_studio->child<QAction>(u"nextSuggestion"_s)->isEnabled());
}

void SuggestionWindowTest::undoGoesBackAcrossArticles()
{
    suggestAll(u"toll"_s, u"econ"_s);
    m_studio->goTo("read");
    press(Qt::CTRL | Qt::Key_T);
    for (int i = 0; i < 2; ++i)
        press(Qt::CTRL | Qt::Key_G);
    press(Qt::CTRL | Qt::Key_R);
    QCOMPARE(coded().size(), 1);
    press(QKeySequence::Undo); // what was coded and its suggestion, in one
    QCOMPARE(coded(), QStringList());
    QTRY_VERIFY(button()->text().contains(u"1 suggestion"_s));
    press(QKeySequence::Undo);
    QVERIFY(m_studio->workspace().article()->article.title.startsWith(u"Harbo"_s));
    QTRY_VERIFY(button()->text().contains(u"2 suggestion"_s));
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    QTRY_VERIFY(button()->text().contains(u"1 suggestion"_s));
}

void SuggestionWindowTest::oneIsAcceptedWithAnotherCode()
{
    suggestAll(u"council"_s, u"econ"_s);
    m_studio->goTo("read");
    press(Qt::CTRL | Qt::Key_T);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    auto *palette = m_studio->view().findChild<CodePalette *>();
    QVERIFY(palette);
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClicks(palette->findChild<QLineEdit *>(), u"moral"_s);
    QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(coded(), QStringList{u"Harbo: council as Morality"_s});
    QTRY_VERIFY(button()->text().contains(u"1 suggestion"_s));
}

void SuggestionWindowTest::onlyTheChosenLinesAreSuggested()
{
    search(u"toll"_s);
    auto *lines = m_studio->child<KwicTable>(u"searchLines"_s);
    QTRY_COMPARE(lines->model()->rowCount(), 3);
    lines->setFocus();
    lines->chooseRow(0);
    QTest::keyClick(lines, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(lines->chosenRows(), (std::vector{0, 1}));
    suggest("suggestChosen", u"econ"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button()->isVisible(), 30000);
    QCOMPARE(button()->text(), u"2 suggestions"_s);
    suggest("suggestAll", u"econ"_s); // those that there are already are told, and not made twice
    QTRY_COMPARE_WITH_TIMEOUT(button()->text(), u"3 suggestions"_s, 30000);
    QTRY_VERIFY(m_studio->window().findChild<MessageBar *>()->messages().front().text.contains(u"2 already suggested or answered"_s));
}

void SuggestionWindowTest::annotationsAreSteppedThroughWithoutThem()
{
    suggestAll(u"toll"_s, u"econ"_s);
    m_studio->goTo("read");
    press(Qt::CTRL | Qt::Key_T);
    press(Qt::CTRL | Qt::Key_R); // of the first an annotation is made
    press(Qt::Key_F4);
    QVERIFY(m_studio->workspace().current());
    QCOMPARE(m_studio->workspace().current()->quote, u"toll"_s);
    const AnnotationId first = m_studio->workspace().current()->id;
    press(Qt::Key_F4);
    QCOMPARE(m_studio->workspace().current()->id, first); // there is no other
    press(Qt::CTRL | Qt::Key_T);
    QVERIFY(!m_studio->workspace().current()); // what is only suggested is nothing that could be recoded or deleted
    press(Qt::Key_Delete);
    QCOMPARE(coded().size(), 1);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    QTRY_VERIFY(current().contains(u"Current suggestion"_s));
}

void SuggestionWindowTest::theyLookLikeNothingThatIsCoded()
{
    suggestAll(u"council"_s, u"moral"_s);
    suggestAll(u"toll"_s, u"econ"_s);
    m_studio->goTo("read");
    press(Qt::CTRL | Qt::Key_T);
    press(Qt::CTRL | Qt::Key_R);
    const std::vector<Mark> marks = m_studio->view().marks(m_studio->view().currentMark());
    QCOMPARE(marks.size(), size_t(1));
    QVERIFY(marks.front().suggested && marks.front().label.startsWith(u"? "_s));
    VERIFY_EVERY_WIDGET_HAS_A_NAME(*m_studio->window().statusBar());
    VERIFY_EVERY_WIDGET_HAS_A_NAME(*m_studio->window().findChild<SearchPage *>());
    QVERIFY(keepPicture(m_studio->window(), u"suggestions-light"_s));
    applyTheme(Theme::Dark);
    QTRY_VERIFY(isDark(m_studio->window().palette()));
    QVERIFY(keepPicture(m_studio->window(), u"suggestions-dark"_s));
    m_studio->goTo("search");
    m_studio->child<KwicTable>(u"searchLines"_s)->chooseRow(1);
    QVERIFY(keepPicture(m_studio->window(), u"suggest-search-dark"_s));
    applyTheme(Theme::Light);
    QTRY_VERIFY(!isDark(m_studio->window().palette()));
    QVERIFY(keepPicture(m_studio->window(), u"suggest-search-light"_s));
}

void SuggestionWindowTest::anotherCoderHasNone()
{
    suggestAll(u"toll"_s, u"econ"_s);
    m_studio->becomeCoder(u"Ben"_s);
    QTRY_VERIFY(!button()->isVisible());
    m_studio->becomeCoder(u"Ada"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button()->isVisible(), 30000);
    QCOMPARE(button()->text(), u"3 suggestions"_s);
}

GALLEY_WINDOW_TEST(SuggestionWindowTest)
#include "tst_suggestionwindow.moc"
