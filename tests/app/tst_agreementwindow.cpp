// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The place Agreement in the window, on a project that two or three coded.
#include <pictures.h>
#include <studio.h>

#include <agreementpage/agreementpage.h>
#include <agreementpage/choicebutton.h>
#include <agreementpage/confusionview.h>
#include <agreementpage/figuretable.h>
#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <widgets/emptystate.h>
#include <widgets/progressline.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QComboBox>
#include <QLabel>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace galley;
using namespace Qt::StringLiterals;

class AgreementWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneCoderIsToldWhatToDo();
    void withNothingCodedByTwoItIsSaidWhatToDo();
    void aStudyIsMeasuredTheWorstFirst();
    void workThatComesInIsMeasuredAnew();
    void aCellGoesToItsCases();
    void aValueGoesToItsCases();
    void whatIsComparedIsRememberedPerProject();
    void aBlindSetIsMeasuredForALeadAlone();
    void whoLeavesStopsItAndWhoComesBackFindsIt();
    void anotherProjectIsAnother();
    void whatIsAllTheSameIsUndefined();

private:
    void studyWith(int articles, int coders, bool stacked = false);
    void code(const QString &coder, size_t article, const QString &layer, const QString &code, Range range, const std::vector<std::pair<QString, QString>> &values = {});
    void goToAgreement();
    void takeArticles()
    {
        const auto articles = *m_studio->workspace().project()->store().articles();
        for (const Article &article : articles)
            m_articles.push_back(article.id);
    }
    void takePictures(const QString &name);
    template <typename Widget> Widget *child(const QString &name) { return m_studio->window().findChild<Widget *>(name); }
    FigureTable *table() { return child<FigureTable>(u"reliabilityTable"_s); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    int rowOf(const QString &name)
    {
        for (int row = 0; table() && row < table()->model()->rowCount(); ++row) {
            if (cell(row, 0) == name)
                return row;
        }
        return -1;
    }

    std::unique_ptr<Studio> m_studio;
    std::vector<ArticleId> m_articles;
};

void AgreementWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    m_studio->createProject();
    m_articles.clear();
}

void AgreementWindowTest::cleanup()
{
    applyTheme(Theme::Light);
    m_studio.reset();
}

void AgreementWindowTest::goToAgreement()
{
    auto *action = child<QAction>(u"place-agreement"_s);
    QVERIFY(action);
    m_studio->waitUntilActive();
    QTest::keySequence(&m_studio->window(), action->shortcut());
    QTRY_VERIFY(child<AgreementPage>(u"agreementPage"_s) && child<AgreementPage>(u"agreementPage"_s)->isVisible());
}

void AgreementWindowTest::takePictures(const QString &name)
{
    for (const auto &[theme, suffix] : {std::pair(Theme::Light, u"-light"_s), std::pair(Theme::Dark, u"-dark"_s)}) {
        applyTheme(theme);
        QCoreApplication::processEvents();
        QVERIFY(testing::keepPicture(m_studio->window(), u"agreement-"_s + name + suffix));
    }
    applyTheme(Theme::Light);
}

void AgreementWindowTest::code(const QString &coder, size_t article, const QString &layer, const QString &code, Range range,
                               const std::vector<std::pair<QString, QString>> &values)
{
    Workspace &workspace = m_studio->workspace();
    m_studio->becomeCoder(coder);
    QVERIFY(workspace.openArticle(m_articles[article]));
    const Codebook &codebook = workspace.codebook();
    const Layer *unit = codebook.layer(layer);
    NewAnnotation annotation{workspace.allot<AnnotationTag>(), m_articles[article], unit->id, workspace.coder()->id, {}, {}, {}, {}};
    if (!range.isEmpty())
        annotation.ranges = {range};
    if (!code.isEmpty())
        annotation.code = codebook.code(codebook.principalVariable(unit->id)->id, code)->id;
    for (const auto &[variable, value] : values) {
        const Variable *asked = codebook.variable(unit->id, variable);
        annotation.values.push_back({asked->id, codebook.code(asked->id, value)->id});
    }
    const OpenArticle *open = workspace.article();
    QVERIFY(workspace.commit(annotate(codebook, {open->text, open->positions}, annotation, QDateTime::currentDateTimeUtc())));
}

/// Each coder marks the same two frames, a little apart, sometimes another one; and says whether the article is relevant and of what tone.
void AgreementWindowTest::studyWith(int articles, int coders, bool stacked)
{
    QStringList files;
    for (int article = 0; article < articles; ++article)
        files += m_studio->write(u"article%1.txt"_s.arg(article, 2, 10, QChar(u'0')),
                                 u"Harbour vote %1\n\nThe council warned of a threat to the strait. Prices at the port rose again, said number %1.\n"_s.arg(article));
    m_studio->import(files);
    takeArticles();
    const QStringList names{u"Ada"_s, u"Ben"_s, u"Cem"_s}, tones{u"negative"_s, u"neutral"_s, u"positive"_s};
    for (int coder = 0; coder < coders; ++coder) {
        for (int article = 0; article < articles; ++article) {
            const bool other = (article + 2 * coder) % 5 == 4;
            code(names[coder], size_t(article), u"Framing"_s, other ? u"Morality"_s : u"Security and defense"_s, {18 + coder, 40});
            if (!other)
                code(names[coder], size_t(article), u"Framing"_s, u"Economic"_s, {stacked ? 30 : 64, 82});
            code(names[coder], size_t(article), u"Article"_s, {}, {}, {{u"relevance"_s, u"relevant"_s}, {u"tone"_s, tones[(article + (coder * article) % 7 / 5) % 3]}});
        }
    }
}

void AgreementWindowTest::oneCoderIsToldWhatToDo()
{
    goToAgreement();
    QTRY_VERIFY(child<EmptyState>(u"oneCoder"_s)->isVisible());
    takePictures(u"one-coder"_s);
    QTest::mouseClick(child<EmptyState>(u"oneCoder"_s)->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(child<QAction>(u"place-team"_s)->isChecked());
}

void AgreementWindowTest::withNothingCodedByTwoItIsSaidWhatToDo()
{
    studyWith(2, 1);
    m_studio->becomeCoder(u"Ben"_s);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(child<EmptyState>(u"nothingByTwo"_s)->isVisible(), 20000);
    takePictures(u"nothing-by-two"_s);
}

void AgreementWindowTest::aStudyIsMeasuredTheWorstFirst()
{
    studyWith(10, 3);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0, 60000);
    double before = -2;
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        const double value = cell(row, 2) == u"—"_s ? 2 : cell(row, 2).toDouble();
        QVERIFY(value >= before);
        before = value;
    }
    QVERIFY(cell(rowOf(u"Article: relevance"_s), 9).startsWith(u"–  undefined: "_s));
    QVERIFY(!cell(rowOf(u"Framing (spans)"_s), 3).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(child<FigureTable>(u"pairTable"_s)->model()->rowCount() == 3, 60000);
    QVERIFY(!child<AgreementPage>(u"agreementPage"_s)->findChild<ProgressLine *>()->isVisible());
    takePictures(u"study"_s);
    table()->chooseRow(rowOf(u"Framing (spans)"_s));
    auto *tabs = child<QTabWidget>(u"agreementDetails"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<ConfusionView>(u"confusion"_s)->table().values.contains(u"Morality"_s), 60000);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        takePictures(u"study-%1"_s.arg(tabs->tabText(tab).toLower().replace(u' ', u'-')));
    }
}

void AgreementWindowTest::workThatComesInIsMeasuredAnew()
{
    studyWith(2, 2);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0, 60000);
    const QString before = cell(rowOf(u"Framing (spans)"_s), 5);
    code(u"Ada"_s, 0, u"Framing"_s, u"Morality"_s, {84, 90});
    QVERIFY(child<AgreementPage>(u"agreementPage"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0 && cell(rowOf(u"Framing (spans)"_s), 5).toInt() == before.toInt() + 1, 60000);
}

void AgreementWindowTest::aCellGoesToItsCases()
{
    studyWith(5, 2);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0, 60000);
    table()->chooseRow(rowOf(u"Framing (spans)"_s));
    auto *tabs = child<QTabWidget>(u"agreementDetails"_s);
    tabs->setCurrentIndex(2);
    auto *map = child<ConfusionView>(u"confusion"_s);
    QTRY_VERIFY_WITH_TIMEOUT(map->table().values.contains(u"Security and defense"_s), 60000);
    QSignalSpy cases(&m_studio->workspace(), &Workspace::comparisonWanted);
    map->setFocus();
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Return);
    QCOMPARE(cases.size(), 1);
    const auto filter = cases.front().front().value<ComparisonFilter>();
    QCOMPARE(filter.layer, m_studio->workspace().codebook().layer(u"Framing")->id);
    QCOMPARE(filter.coders.size(), 2u);
    QVERIFY(filter.code);
    QTRY_VERIFY(!child<AgreementPage>(u"agreementPage"_s)->isVisible()); // Compare is there, with these cases
    QTRY_COMPARE_WITH_TIMEOUT(child<QComboBox>(u"compareCode"_s)->currentData().toLongLong(), filter.code.value, 20000);
    QCOMPARE(child<QComboBox>(u"compareLayer"_s)->currentData().toLongLong(), filter.layer.value);
}

/// A code that is no annotation's own but the value of a variable leads to its cases too.
void AgreementWindowTest::aValueGoesToItsCases()
{
    studyWith(5, 3);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Article: tone"_s) >= 0, 60000);
    table()->chooseRow(rowOf(u"Article: tone"_s));
    child<QTabWidget>(u"agreementDetails"_s)->setCurrentIndex(1);
    auto *values = child<FigureTable>(u"valueTable"_s);
    QTRY_VERIFY_WITH_TIMEOUT(values->model()->rowCount() > 1 && values->model()->index(0, 0).data().toString() != u"Economic"_s, 60000);
    const QString value = values->currentIndex().siblingAtColumn(0).data().toString();
    values->setFocus();
    QTest::keyClick(values, Qt::Key_Return);
    QTRY_VERIFY(!child<AgreementPage>(u"agreementPage"_s)->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(child<QComboBox>(u"compareCode"_s)->currentText(), u"Article / tone / "_s + value, 20000);
}

void AgreementWindowTest::whatIsComparedIsRememberedPerProject()
{
    studyWith(2, 2);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0, 60000);
    auto *reliable = child<QDoubleSpinBox>(u"reliableFrom"_s);
    reliable->setFocus();
    reliable->selectAll();
    QTest::keyClicks(reliable, u"0.75"_s);
    QTest::keyClick(reliable, Qt::Key_Return);
    auto *layers = child<ChoiceButton>(u"layerFilter"_s);
    layers->menu()->popup({});
    for (QAction *action : layers->menu()->actions()) {
        if (action->text() == u"Article"_s)
            layers->menu()->setActiveAction(action);
    }
    QTest::keyClick(layers->menu(), Qt::Key_Return);
    layers->menu()->close();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) < 0 && rowOf(u"Article: tone"_s) >= 0, 60000);
    m_studio->closeWindow();
    m_studio->showWindow();
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    m_studio->becomeCoder(u"Ada"_s);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Article: tone"_s) >= 0, 60000);
    QCOMPARE(rowOf(u"Framing (spans)"_s), -1);
    QCOMPARE(child<QDoubleSpinBox>(u"reliableFrom"_s)->value(), 0.75);
}

void AgreementWindowTest::aBlindSetIsMeasuredForALeadAlone()
{
    studyWith(2, 2);
    Workspace &workspace = m_studio->workspace();
    std::vector<QUuid> all;
    const auto articles = *workspace.project()->store().articles();
    for (const Article &article : articles)
        all.push_back(article.uuid);
    QVERIFY(workspace.commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, all, u"all"_s, 1)));
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(child<EmptyState>(u"blind"_s)->isVisible(), 20000);
    takePictures(u"blind"_s);
    workspace.setCoder(workspace.addCoder(u"Lea"_s, CoderRole::Lead));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0, 60000);
}

void AgreementWindowTest::whoLeavesStopsItAndWhoComesBackFindsIt()
{
    studyWith(2, 2);
    goToAgreement();
    QTest::keySequence(&m_studio->window(), child<QAction>(u"place-read"_s)->shortcut());
    auto *page = child<AgreementPage>(u"agreementPage"_s);
    QTRY_VERIFY(!page->isVisible());
    QVERIFY(!page->findChild<ProgressLine *>()->isActive());
    code(u"Ada"_s, 0, u"Framing"_s, u"Morality"_s, {84, 90}); // nobody sees it: nothing is measured
    QTest::qWait(0);
    QVERIFY(!page->findChild<ProgressLine *>()->isActive());
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0, 60000);
    QCOMPARE(cell(rowOf(u"Framing (spans)"_s), 5), u"9"_s);
}

void AgreementWindowTest::anotherProjectIsAnother()
{
    studyWith(2, 2);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Framing (spans)"_s) >= 0, 60000);
    m_studio->workspace().closeProject();
    QVERIFY(m_studio->workspace().createProject(m_studio->path(u"other.galley"_s), *builtInCodebook(u"default"_s)));
    m_studio->becomeCoder(u"Zoe"_s);
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(child<EmptyState>(u"oneCoder"_s)->isVisible(), 20000);
    QCOMPARE(table()->model()->rowCount(), 0);
}

void AgreementWindowTest::whatIsAllTheSameIsUndefined()
{
    m_studio->import({m_studio->write(u"one.txt"_s, u"Harbour\n\nThe council warned of a threat.\n"_s), m_studio->write(u"two.txt"_s, u"Ferry\n\nThe ferry stops in May.\n"_s)});
    takeArticles();
    for (const QString &coder : {u"Ada"_s, u"Ben"_s}) {
        for (const size_t article : {0, 1})
            code(coder, article, u"Article"_s, {}, {}, {{u"relevance"_s, u"relevant"_s}, {u"tone"_s, u"neutral"_s}});
    }
    goToAgreement();
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Article: tone"_s) >= 0, 60000);
    QVERIFY(child<QLabel>(u"advice"_s)->isVisible());
    takePictures(u"undefined"_s);
}

GALLEY_WINDOW_TEST(AgreementWindowTest)
#include "tst_agreementwindow.moc"
