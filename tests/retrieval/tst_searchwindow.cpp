// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <accessiblenames.h>
#include <alltexts.h>
#include <pictures.h>
#include <studio.h>

#include <items/hitlistmodel.h>
#include <panels/articlelistpanel.h>
#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <retrieval/kwictable.h>
#include <retrieval/searchpage.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTabBar>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Words are found in all articles, gone to by a key, and counted.
class SearchWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void wordsAreFoundAndGoneTo();
    void linesAreSortedAndArticlesCounted();
    void regularExpressionsAreFound();
    void whatIsWrongIsSaid();
    void remarksAreFoundAsFarAsTheyAreSeen();
    void theListOfArticlesIsNarrowedByTheirTexts();
    void withoutArticlesItSaysWhatToDo();
    void everythingHasAName();

private:
    void press(const QKeySequence &keys);
    void goThere();
    void search(const QString &query);
    QStringList found();
    template<typename Widget>
    Widget *child(const QString &name)
    {
        return m_studio->window().findChild<Widget *>(name);
    }
    KwicTable *lines() { return child<KwicTable>(u"searchLines"_s); }
    QString told() { return child<QLabel>(u"searchTold"_s)->text(); }

    std::unique_ptr<Studio> m_studio;
};

void SearchWindowTest::init()
{
    applyTheme(Theme::Light);
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote 😀\r\n\r\nThe council fears a new toll. The toll is high, the council says.\r\n"_s),
                      m_studio->write(u"b.txt"_s, u"Ferry strike\n\nThe ferries stop in May. The union fears the toll.\n"_s),
                      m_studio->write(u"c.txt"_s, u"東京都の料金\n\n東京の新しい料金は高い。\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
}

void SearchWindowTest::press(const QKeySequence &keys)
{
    m_studio->waitUntilActive();
    QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : &m_studio->window(), keys);
}

void SearchWindowTest::goThere()
{
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    QTRY_VERIFY(m_studio->window().findChild<SearchPage *>() && m_studio->window().findChild<SearchPage *>()->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(child<QLineEdit>(u"searchQuery"_s)));
}

void SearchWindowTest::search(const QString &query)
{
    auto *field = child<QLineEdit>(u"searchQuery"_s);
    field->selectAll();
    QInputMethodEvent typed; // as also what no key has is typed
    typed.setCommitString(query);
    QCoreApplication::sendEvent(field, &typed);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(u" in "_s) || child<QLabel>(u"searchProblem"_s)->isVisible(), 30000);
}

QStringList SearchWindowTest::found()
{
    QStringList rows;
    for (int row = 0; row < lines()->model()->rowCount(); ++row)
        rows << lines()->model()->index(row, HitListModel::LeftColumn).data().toString().right(4) + u'|' + lines()->model()->index(row, HitListModel::HitColumn).data().toString() + u'|'
                + lines()->model()->index(row, HitListModel::RightColumn).data().toString().left(4);
    return rows;
}

void SearchWindowTest::wordsAreFoundAndGoneTo()
{
    goThere();
    QVERIFY(keepPicture(m_studio->window(), u"search-empty"_s));
    search(u"toll"_s);
    QCOMPARE(found(), (QStringList{u"new |toll|. Th"_s, u"The |toll| is "_s, u"the |toll|. "_s}));
    QVERIFY2(told().contains(u"3"_s) && told().contains(u"2"_s), qPrintable(told()));
    QVERIFY(keepPicture(m_studio->window(), u"search-light"_s));
    applyTheme(Theme::Dark);
    QTRY_VERIFY(isDark(m_studio->window().palette()));
    QVERIFY(keepPicture(m_studio->window(), u"search-dark"_s));
    applyTheme(Theme::Light);
    auto *field = child<QLineEdit>(u"searchQuery"_s);
    QTest::keyClick(field, Qt::Key_Return); // what was found is not searched for again: to the list
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(lines()));
    QTest::keyClick(lines(), Qt::Key_Down);
    QTest::keyClick(lines(), Qt::Key_Return);
    QTRY_VERIFY(m_studio->view().isVisible());
    const OpenArticle *open = m_studio->workspace().article();
    QVERIFY(open->article.title.startsWith(u"Harbour vote"_s));
    const Utf16Range selected = m_studio->view().selection();
    QCOMPARE(open->text.sliced(selected.begin, selected.length()), u"toll"_s);
    QCOMPARE(selected.begin, open->text.indexOf(u"toll is"_s));
    press(child<QAction>(u"place-search"_s)->shortcut());
    QTRY_VERIFY(lines()->isVisible());
    QCOMPARE(lines()->currentRow(), 1);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(lines()));
    QTest::keyClicks(lines(), u"x"_s); // a letter goes to the field
    QCOMPARE(field->text(), u"tollx"_s);
}

void SearchWindowTest::linesAreSortedAndArticlesCounted()
{
    goThere();
    search(u"toll"_s);
    child<QComboBox>(u"searchOrder"_s)->setCurrentIndex(int(HitOrder::Left));
    QTRY_COMPARE(found().front().section(u'|', 0, 0), u"new "_s);
    child<QComboBox>(u"searchOrder"_s)->setCurrentIndex(int(HitOrder::Right));
    QTRY_VERIFY(found().back().endsWith(u". Th"_s));
    child<QTabBar>(u"searchTabs"_s)->setCurrentIndex(1);
    auto *articles = child<KwicTable>(u"searchArticles"_s);
    QTRY_VERIFY(articles->isVisible());
    QCOMPARE(articles->model()->rowCount(), 2);
    QCOMPARE(articles->model()->index(0, DispersionModel::HitsColumn).data().toString(), u"2"_s);
    QVERIFY(keepPicture(m_studio->window(), u"search-articles"_s));
    articles->setFocus();
    articles->chooseRow(1);
    QTest::keyClick(articles, Qt::Key_Return);
    QTRY_VERIFY(m_studio->view().isVisible());
    QCOMPARE(m_studio->workspace().article()->article.title, u"Ferry strike"_s);
}

void SearchWindowTest::regularExpressionsAreFound()
{
    goThere();
    child<QCheckBox>(u"searchRegex"_s)->setChecked(true);
    search(u"[Tt]he (toll|union)"_s);
    QTRY_COMPARE(found().size(), 3);
    search(u"東京"_s);
    QTRY_COMPARE(found().size(), 2);
    child<QCheckBox>(u"searchRegex"_s)->setChecked(false); // as a word it is found as well, though no space is around it
    QTRY_VERIFY(told().contains(u" in "_s));
    QTRY_COMPARE(found().size(), 2);
}

void SearchWindowTest::whatIsWrongIsSaid()
{
    goThere();
    search(u"\"the toll"_s);
    QVERIFY(child<QLabel>(u"searchProblem"_s)->text().contains(u"quotation mark"_s));
    QVERIFY(keepPicture(m_studio->window(), u"search-problem"_s));
    search(u"\"the toll\""_s);
    QTRY_VERIFY(!child<QLabel>(u"searchProblem"_s)->isVisible());
    QTRY_COMPARE(found().size(), 2);
    search(u"OR toll"_s);
    QTRY_VERIFY(child<QLabel>(u"searchProblem"_s)->text().contains(u"“OR”"_s));
    search(u"nonesuch"_s);
    QTRY_VERIFY(allTexts(*m_studio->window().findChild<SearchPage *>()).contains(u"Nothing was found"_s));
}

void SearchWindowTest::remarksAreFoundAsFarAsTheyAreSeen()
{
    Workspace &workspace = m_studio->workspace();
    const OpenArticle *open = workspace.article();
    const LayerId layer = workspace.codebook().layer(u"Framing")->id;
    const AnnotationId id = workspace.allot<AnnotationTag>();
    QVERIFY(workspace.commit(annotate(workspace.codebook(), {open->text, open->positions}, {id, open->article.id, layer, workspace.coder()->id, {}, {{0, 7}}, {}, u"Adasword here"_s}, workspace.stamp().at)));
    goThere();
    search(u"adasword"_s);
    QTRY_COMPARE(found().size(), 1);
    lines()->setFocus();
    lines()->chooseRow(0);
    QTest::keyClick(lines(), Qt::Key_Return);
    QTRY_VERIFY(workspace.current() && workspace.current()->id == id);
    const CoderId lead = workspace.addCoder(u"Lea"_s, CoderRole::Lead);
    workspace.setCoder(lead);
    QVERIFY(workspace.commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, {workspace.article()->article.uuid}, u"named"_s, 1)));
    goThere();
    m_studio->becomeCoder(u"Ben"_s);
    QCOMPARE(found().size(), 0); // at once
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(u" in "_s), 30000);
    QCOMPARE(found().size(), 0);
}

void SearchWindowTest::theListOfArticlesIsNarrowedByTheirTexts()
{
    auto *panel = m_studio->window().findChild<ArticleListPanel *>();
    auto *field = panel->findChild<QLineEdit *>();
    m_studio->waitUntilActive();
    field->setFocus();
    QTest::keyClicks(field, u"text:uni"_s); // the beginning of a word
    QTRY_COMPARE_WITH_TIMEOUT(panel->filter().fitting().size(), size_t(1), 30000);
    QTest::keyClicks(field, u"x"_s);
    QTRY_COMPARE_WITH_TIMEOUT(panel->filter().fitting().size(), size_t(0), 30000);
    field->selectAll();
    QTest::keyClicks(field, u"harbour text:toll"_s); // both
    QTRY_COMPARE_WITH_TIMEOUT(panel->filter().fitting().size(), size_t(1), 30000);
    QVERIFY(keepPicture(m_studio->window(), u"search-articlelist"_s));
    field->clear();
    QCOMPARE(panel->filter().fitting().size(), size_t(3)); // at once
}

void SearchWindowTest::withoutArticlesItSaysWhatToDo()
{
    m_studio->workspace().closeProject();
    QVERIFY(QFile::remove(m_studio->project()));
    m_studio->createProject();
    press(child<QAction>(u"place-search"_s)->shortcut());
    auto *page = m_studio->window().findChild<SearchPage *>();
    QTRY_VERIFY(page && page->isVisible());
    QTRY_VERIFY(allTexts(*page).contains(u"No articles yet"_s));
}

void SearchWindowTest::everythingHasAName()
{
    goThere();
    search(u"toll"_s);
    VERIFY_EVERY_WIDGET_HAS_A_NAME(*m_studio->window().findChild<SearchPage *>());
}

GALLEY_WINDOW_TEST(SearchWindowTest)
#include "tst_searchwindow.moc"
