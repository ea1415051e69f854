// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <pictures.h>
#include <studio.h>

#include <agreementpage/figuretable.h>
#include <items/annotationfilter.h>
#include <items/annotationlistmodel.h>
#include <panels/articlelistpanel.h>
#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <retrieval/annotationspage.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QTableView>

using namespace galley;
using namespace Qt::StringLiterals;

/// By keys alone: Ada codes an article that she coded before without finding what she did, and the lead sees how far she agrees with herself.
class RetestWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itIsCodedOnceMoreLikeAnyOther();
    void whatIsCodedAgainIsOnesOwnInTheList();
    void theLeadReadsHowFarBothAgree();

private:
    void codeByKeys(const QString &words, const QString &code);
    void codeAgain();
    bool canRead(const QString &word);
    QModelIndex listed(ArticleId article);

    std::unique_ptr<Studio> m_studio;
    ArticleId m_again;
    QByteArray m_found;
};

/// Ada codes two articles and marks them done; a third is still to be coded. Then Lea has her code the first once more.
void RetestWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->settings().set(Setting::ShowOthers, true);
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject(u"Ada"_s);
    QStringList files;
    for (const QString &words : {u"harbour"_s, u"ferry"_s, u"breakwater"_s})
        files << m_studio->write(words + u".txt"_s, u"About the %1\n\nThe council warned of a threat to the %1. Prices at the port rose.\n"_s.arg(words));
    m_studio->import(files);
    QTRY_COMPARE(m_studio->articles(), 3);
    Workspace &workspace = m_studio->workspace();
    const ProjectStore &store = workspace.project()->store();
    std::vector<QUuid> all;
    const std::vector<Article> articles = *store.articles();
    for (const Article &article : articles) {
        all.push_back(article.uuid);
        if (article.title.contains(u"harbour"_s))
            m_again = article.id;
    }
    const CoderId ada = workspace.coder()->id, lea = workspace.addCoder(u"Lea"_s, CoderRole::Lead);
    workspace.setCoder(lea);
    QVERIFY(workspace.commit(makeSet({}, u"Main"_s, SetKind::Main, false, all, u"all"_s, 1)));
    const CodingSet main = std::vector(*store.codingSets()).front();
    QVERIFY(workspace.commit(assign(main, *plannedAssignments(main.id, *articlesThere(store, main), {ada}, 1, 1))));
    workspace.setCoder(ada);
    for (const Article &article : articles) {
        if (article.title.contains(u"breakwater"_s))
            continue;
        QVERIFY(workspace.openArticle(article.id));
        codeByKeys(u"The council"_s, u"Economic"_s);
        codeByKeys(u"Prices"_s, u"Morality"_s);
        m_studio->press(Qt::Key_D, Qt::ControlModifier);
    }
    workspace.setCoder(lea);
    QVERIFY(workspace.commit(makeSet(*store.codingSets(), u"R"_s, SetKind::Retest, false, {store.article(m_again)->uuid}, u"named"_s, 1)));
    const std::vector<CodingSet> sets = *store.codingSets();
    const CodingSet set = *setNamed(sets, u"R"_s);
    const auto work = *earlierWork(store, workspace.coders());
    const auto plan = plannedRetest(set, {m_again}, {ada}, 1, 1, work, workspace.everybody(), *store.assignments());
    QVERIFY(plan && workspace.commit(assignRetest(set, *plan, 1, work, workspace.everybody(), *store.assignments())));
}

void RetestWindowTest::codeByKeys(const QString &words, const QString &code)
{
    const qsizetype at = m_studio->workspace().article()->text.indexOf(words);
    m_studio->waitUntilActive();
    m_studio->view().setSelection({at, at});
    m_studio->view().setFocus();
    m_studio->press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    for (const QChar key : m_studio->keyOf(code))
        QTest::keyClick(QApplication::focusWidget(), key.toLatin1());
}

void RetestWindowTest::codeAgain()
{
    m_studio->becomeCoder(u"Ada"_s);
    QVERIFY(m_studio->workspace().openArticle(m_again));
    codeByKeys(u"The council"_s, u"Economic"_s);
    codeByKeys(u"Prices"_s, u"Economic"_s); // Morality before
    m_studio->press(Qt::Key_D, Qt::ControlModifier);
}

bool RetestWindowTest::canRead(const QString &word)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const QStringList found = allTexts(m_studio->window()).split(u'\n').filter(word, Qt::CaseInsensitive);
    m_found = found.join(u" | "_s).toUtf8();
    return !found.isEmpty();
}

QModelIndex RetestWindowTest::listed(ArticleId article)
{
    const auto &filter = m_studio->window().findChild<ArticleListPanel *>()->filter();
    for (int row = 0; row < filter.rowCount(); ++row) {
        if (filter.index(row, 0).data(ArticleListModel::ArticleIdRole).toLongLong() == article.value)
            return filter.index(row, 0);
    }
    return {};
}

void RetestWindowTest::itIsCodedOnceMoreLikeAnyOther()
{
    m_studio->becomeCoder(u"Ada"_s);
    QVERIFY2(!canRead(u"re-test"_s), m_found.constData());
    QCOMPARE(listed(m_again).data(ArticleListModel::ProgressRole).toInt(), int(ArticleListModel::NotBegun));
    QCOMPARE(listed(m_again).data(ArticleListModel::AnnotationCountRole).toInt(), 0);
    QVERIFY(m_studio->workspace().openArticle(m_again));
    for (const Annotation &first : m_studio->annotations())
        QVERIFY(m_studio->view().marks(first.id.value).empty());
    QCOMPARE(m_studio->annotations().size(), size_t(2));
    for (const Qt::Key key : {Qt::Key_F4, Qt::Key_F9, Qt::Key_F4}) {
        m_studio->view().setFocus();
        m_studio->press(key);
        QVERIFY(!m_studio->workspace().current());
    }
    m_studio->view().setFocus();
    for (int times = 0; times < 6; ++times)
        m_studio->press(Qt::Key_Z, Qt::ControlModifier); // first work in the other article goes, not that which is hidden
    QVERIFY(m_studio->workspace().openArticle(m_again));
    QCOMPARE(m_studio->annotations().size(), size_t(2));
    codeAgain();
    QCOMPARE(m_studio->annotations().size(), size_t(4));
    QCOMPARE(listed(m_again).data(ArticleListModel::ProgressRole).toInt(), int(ArticleListModel::Done));
    QCOMPARE(listed(m_again).data(ArticleListModel::AnnotationCountRole).toInt(), 2);
    QVERIFY2(!canRead(u"re-test"_s), m_found.constData());
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(listed(m_again).data(ArticleListModel::ProgressRole).toInt(), int(ArticleListModel::InProgress));
    m_studio->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_studio->annotations().size(), size_t(3));
}

/// Where all annotations are listed nothing says that an article is coded again, and what is coded there is altered as anything else of one's own.
void RetestWindowTest::whatIsCodedAgainIsOnesOwnInTheList()
{
    codeAgain();
    m_studio->goTo("annotations");
    auto *page = m_studio->child<AnnotationsPage>(u"annotationsPage"_s);
    auto *model = m_studio->window().findChild<AnnotationListModel *>();
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 4, 30000); // two of the ferry, two of what is coded again
    const Workspace &workspace = m_studio->workspace();
    const auto query = queryOf({.coder = workspace.coder()->id}, workspace.codebook(), workspace.everybody(), {}, workspace.sight());
    QCOMPARE(query.coders.size(), size_t(2));
    QVERIFY2(!canRead(u"re-test"_s), m_found.constData());
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(model->names().coder(model->annotationAt(row)->coder), u"Ada"_s);
    page->chooseAll([&] {
        std::vector<AnnotationId> all;
        for (int row = 0; row < model->rowCount(); ++row)
            all.push_back(model->annotationAt(row)->id);
        return all;
    }());
    m_studio->child<QAction>(u"flagChosen"_s)->trigger();
    const auto flagged = [&] {
        const auto annotations = m_studio->workspace().project()->store().annotations(m_again);
        return std::ranges::count(*annotations, AnnotationStatus::Flagged, &Annotation::status);
    };
    QTRY_COMPARE_WITH_TIMEOUT(flagged(), 2, 30000);
    QVERIFY2(!canRead(u"another coder"_s), m_found.constData());
}

void RetestWindowTest::theLeadReadsHowFarBothAgree()
{
    codeAgain();
    m_studio->becomeCoder(u"Lea"_s);
    const auto go = [this](const QString &place) {
        const QKeyCombination keys = m_studio->window().findChild<QAction *>(place)->shortcut()[0];
        m_studio->waitUntilActive();
        QTest::keyClick(&m_studio->window(), keys.key(), keys.keyboardModifiers());
    };
    go(u"place-agreement"_s);
    const auto table = [this] { return m_studio->window().findChild<FigureTable *>(u"reliabilityTable"_s); };
    QTRY_VERIFY_WITH_TIMEOUT(table() && table()->model()->rowCount() > 0, 30000);
    QStringList names;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        names += table()->model()->index(row, 0).data().toString();
    QVERIFY2(names.contains(u"Framing (spans) · Ada again"_s), qPrintable(names.join(u" | "_s)));
    QVERIFY(canRead(u"Intracoder reliability: Ada coded 1"_s));
    QVERIFY(testing::keepPicture(m_studio->window(), u"retest-agreement"_s));
    go(u"place-team"_s);
    const auto counted = [this] {
        const auto *progress = m_studio->window().findChild<QTableView *>(u"teamProgress"_s);
        for (int row = 0; progress && row < progress->model()->rowCount(); ++row) {
            if (progress->model()->index(row, 1).data() == u"Ada (re-test R)"_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(counted(), 30000);
    QVERIFY(testing::keepPicture(m_studio->window(), u"retest-team"_s));
}

GALLEY_WINDOW_TEST(RetestWindowTest)
#include "tst_retestwindow.moc"
