// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of agreement, with real widgets and events.
#include <accessiblenames.h>

#include <agreementpage/agreementpage.h>
#include <agreementpage/choicebutton.h>
#include <agreementpage/confusionview.h>
#include <agreementpage/figuretable.h>
#include <widgets/emptystate.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

Measure measureOf(std::expected<double, Undefined> value, std::optional<Interval> interval = std::nullopt)
{
    Measure measure;
    measure.coefficient.value = value;
    measure.coefficient.interval = interval;
    measure.coefficient.coders = 2;
    measure.percent = 0.9;
    return measure;
}

std::vector<ReliabilityRow> rowsOf()
{
    return {{u"Framing"_s, {}, {}, MeasuredUnit::Span, u"u-α"_s, 40, 12, 12, measureOf(0.41, Interval{0.3, 0.5}), {.layer = {1}}},
            {u"Article"_s, u"tone"_s, {}, MeasuredUnit::Article, u"α (ordinal)"_s, 12, 12, 12, measureOf(0.75, Interval{0.6, 0.85}), {.layer = {3}}},
            {u"Article"_s, u"relevance"_s, {}, MeasuredUnit::Article, u"α (nominal)"_s, 12, 12, 12, measureOf(std::unexpected(Undefined::NoVariation)), {.layer = {3}}}};
}

RowDetails detailsOf()
{
    RowDetails details;
    details.pairs = {{u"Ada, Ben"_s, 40, measureOf(0.41), {}, {.layer = {1}, .coders = {{1}, {2}}}}};
    details.values = {{u"War"_s, 12, measureOf(0.2), {}, {.layer = {1}, .code = {7}}}};
    details.articles = {{u"Harbour"_s, 4, measureOf(0.1), {}, {.layer = {1}, .article = {5}}}};
    details.windows = {{u"1–20"_s, 20, measureOf(0.3), u"3 May"_s, {.layer = {1}}}};
    details.confusions = {{u"Ada"_s, u"Ben"_s, {u"War"_s, u"Peace"_s}, {{7}, {8}}, {5, 2, 1, 7}, {.layer = {1}, .coders = {{1}, {2}}}}};
    return details;
}

} // namespace

class AgreementPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theWorstRowIsChosenAndItsDetailsAreAskedFor();
    void verdictsAreSaidByWordAndSymbol();
    void returnOnARowGoesToItsCases();
    void otherThresholdsJudgeTheSameFigures();
    void reliableIsNeverBelowTentative();
    void layersAreChosenFromAMenuThatStaysOpen();
    void detailsLeadToTheirCases_data();
    void detailsLeadToTheirCases();
    void theHeatMapIsWalkedByArrows();
    void theWindowOfTimeIsAskedForAnew();
    void thePlanFollowsTheIntervalThatIsWanted();
    void tablesAreCopiedInEachFormat();
    void detailsAreCopied();
    void whereNothingIsDefinedItIsSaidWhatToDo();
    void emptyStatesSayWhatToDoAndDoIt();
    void theChosenRowIsKeptWhenWorkComesIn();
    void everythingHasAName();

private:
    template <typename Widget> Widget *child(const QString &name) { return m_page->findChild<Widget *>(name); }
    QTabWidget *tabs() { return child<QTabWidget>(u"agreementDetails"_s); }
    void openTab(const QString &title)
    {
        for (int tab = 0; tab < tabs()->count(); ++tab) {
            if (tabs()->tabText(tab) == title)
                tabs()->setCurrentIndex(tab);
        }
    }

    std::unique_ptr<AgreementPage> m_page;
};

void AgreementPageTest::init()
{
    m_page = std::make_unique<AgreementPage>();
    m_page->resize(1200, 700);
    m_page->setChoices({{{1, u"Framing"_s}, {3, u"Article"_s}}, {{1, u"Ada"_s}, {2, u"Ben"_s}}, {}});
    m_page->showRows(rowsOf(), {u"Compared are 12 articles."_s});
    m_page->showDetails(detailsOf());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void AgreementPageTest::theWorstRowIsChosenAndItsDetailsAreAskedFor()
{
    QSignalSpy wanted(m_page.get(), &AgreementPage::detailsWanted);
    m_page->showNothing(NoAgreement::NothingCodedByTwo);
    m_page->showRows(rowsOf(), {});
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toInt(), 0);
    auto *table = child<FigureTable>(u"reliabilityTable"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(wanted.back().front().toInt(), 1);
}

void AgreementPageTest::verdictsAreSaidByWordAndSymbol()
{
    const auto *model = child<FigureTable>(u"reliabilityTable"_s)->model();
    const int last = model->columnCount() - 1;
    QCOMPARE(model->index(0, last).data().toString(), u"✗  not reliable"_s);
    QCOMPARE(model->index(1, last).data().toString(), u"~  tentative; the interval reaches below 0.667"_s);
    QVERIFY(model->index(2, last).data().toString().startsWith(u"–  undefined: All values are the same"_s));
    QCOMPARE(model->index(2, 2).data().toString(), u"—"_s);
}

void AgreementPageTest::returnOnARowGoesToItsCases()
{
    QSignalSpy cases(m_page.get(), &AgreementPage::casesWanted);
    auto *table = child<FigureTable>(u"reliabilityTable"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(cases.size(), 1);
    QCOMPARE(cases.front().front().value<ComparisonFilter>().layer, LayerId{3});
    const QPoint first = table->visualRect(table->model()->index(0, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(cases.back().front().value<ComparisonFilter>().layer, LayerId{1});
}

void AgreementPageTest::otherThresholdsJudgeTheSameFigures()
{
    QSignalSpy filtered(m_page.get(), &AgreementPage::filterChanged), settings(m_page.get(), &AgreementPage::settingsChanged);
    auto *reliable = child<QDoubleSpinBox>(u"reliableFrom"_s);
    reliable->setFocus();
    reliable->selectAll();
    QTest::keyClicks(reliable, u"0.7"_s);
    QTest::keyClick(reliable, Qt::Key_Return);
    QCOMPARE(filtered.size(), 0);
    QCOMPARE(settings.size(), 1);
    QCOMPARE(m_page->filter().thresholds.reliable, 0.7);
    const auto *model = child<FigureTable>(u"reliabilityTable"_s)->model();
    QCOMPARE(model->index(1, model->columnCount() - 1).data().toString(), u"✓  reliable; the interval reaches below 0.700"_s);
}

void AgreementPageTest::reliableIsNeverBelowTentative()
{
    child<QDoubleSpinBox>(u"reliableFrom"_s)->setValue(0.5);
    QCOMPARE(m_page->filter().thresholds.tentative, 0.5);
}

void AgreementPageTest::layersAreChosenFromAMenuThatStaysOpen()
{
    QSignalSpy filtered(m_page.get(), &AgreementPage::filterChanged);
    auto *button = child<ChoiceButton>(u"layerFilter"_s);
    QCOMPARE(button->accessibleName(), u"Layers: All layers"_s);
    button->menu()->popup({});
    button->menu()->setActiveAction(button->menu()->actions().last());
    QTest::keyClick(button->menu(), Qt::Key_Return);
    QVERIFY(button->menu()->isVisible());
    QCOMPARE(filtered.size(), 1);
    QCOMPARE(m_page->filter().layers, std::vector<qint64>{3});
    QCOMPARE(button->accessibleName(), u"Layers: Article"_s);
    button->menu()->setActiveAction(button->menu()->actions().first());
    QTest::keyClick(button->menu(), Qt::Key_Space);
    QVERIFY(m_page->filter().layers.empty());
    button->menu()->close();
    QVERIFY(!child<ChoiceButton>(u"setFilter"_s)->isVisible()); // there are none
}

void AgreementPageTest::detailsLeadToTheirCases_data()
{
    QTest::addColumn<QString>("tab");
    QTest::addColumn<QString>("table");
    QTest::addColumn<ComparisonFilter>("cases");

    QTest::newRow("coders") << u"Coders"_s << u"pairTable"_s << ComparisonFilter{.layer = {1}, .coders = {{1}, {2}}};
    QTest::newRow("value") << u"Values"_s << u"valueTable"_s << ComparisonFilter{.layer = {1}, .code = {7}};
    QTest::newRow("article") << u"Articles"_s << u"articleTable"_s << ComparisonFilter{.layer = {1}, .article = {5}};
}

void AgreementPageTest::detailsLeadToTheirCases()
{
    QFETCH(QString, tab);
    QFETCH(QString, table);
    QFETCH(ComparisonFilter, cases);
    QSignalSpy wanted(m_page.get(), &AgreementPage::casesWanted);
    openTab(tab);
    child<FigureTable>(table)->setFocus();
    QTest::keyClick(child<FigureTable>(table), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted.front().front().value<ComparisonFilter>() == cases);
}

void AgreementPageTest::theHeatMapIsWalkedByArrows()
{
    QSignalSpy wanted(m_page.get(), &AgreementPage::casesWanted);
    openTab(u"Confusion"_s);
    auto *map = child<ConfusionView>(u"confusion"_s);
    QCOMPARE(map->model()->index(0, 1).data().toString(), u"2"_s);
    QCOMPARE(map->model()->index(0, 1).data(Qt::AccessibleTextRole).toString(), u"Ada: War, Ben: Peace – 2 times"_s);
    map->setFocus();
    QTest::keyClick(map, Qt::Key_Down);
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    const auto filter = wanted.front().front().value<ComparisonFilter>();
    QCOMPARE(filter.code, CodeId{8});
    QCOMPARE(filter.coders.size(), 2u);
}

void AgreementPageTest::theWindowOfTimeIsAskedForAnew()
{
    openTab(u"Time"_s);
    QSignalSpy wanted(m_page.get(), &AgreementPage::detailsWanted);
    child<QSpinBox>(u"timeWindow"_s)->setValue(5);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(m_page->window(), 5);
}

void AgreementPageTest::thePlanFollowsTheIntervalThatIsWanted()
{
    openTab(u"More Units"_s);
    auto *plan = child<QLabel>(u"plan"_s);
    QVERIFY2(plan->text().contains(u"± 0.050 takes 36 more articles"_s), qPrintable(plan->text()));
    child<QDoubleSpinBox>(u"halfWidth"_s)->setValue(0.1);
    QVERIFY(plan->text().contains(u"not wider than ± 0.100 already"_s));
}

void AgreementPageTest::tablesAreCopiedInEachFormat()
{
    const auto copied = [&](const QString &action) {
        child<QAction>(action)->trigger();
        return QGuiApplication::clipboard()->text();
    };
    QVERIFY(copied(u"copy-text"_s).contains(u"Compared are 12 articles."_s));
    QVERIFY(copied(u"copy-markdown"_s).contains(u"| Framing (spans) | u-α | 0.410 |"_s));
    QVERIFY(copied(u"copy-latex"_s).contains(u"\\toprule"_s));
    QVERIFY(copied(u"copy-csv"_s).contains(u"Framing (spans),u-α,0.410"_s));
}

void AgreementPageTest::detailsAreCopied()
{
    openTab(u"Values"_s);
    child<QAction>(u"copyDetails-text"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Framing (spans) – Values\n"_s));
    openTab(u"Confusion"_s);
    child<QAction>(u"copyDetails-csv"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"War,5,2,7"_s));
}

void AgreementPageTest::whereNothingIsDefinedItIsSaidWhatToDo()
{
    auto *advice = child<QLabel>(u"advice"_s);
    QVERIFY(!advice->isVisible());
    m_page->showRows({rowsOf().back()}, {});
    QVERIFY(advice->isVisible());
    QVERIFY(advice->text().startsWith(u"No coefficient is defined yet."_s));
    m_page->showRows({}, {});
    QVERIFY(advice->text().startsWith(u"Two coders had these articles"_s));
}

void AgreementPageTest::emptyStatesSayWhatToDoAndDoIt()
{
    QSignalSpy team(m_page.get(), &AgreementPage::teamRequested), merge(m_page.get(), &AgreementPage::mergeRequested);
    m_page->showNothing(NoAgreement::OneCoder);
    auto *one = child<EmptyState>(u"oneCoder"_s);
    QVERIFY(one->isVisible());
    m_page->takeFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(team.size(), 1);
    m_page->showNothing(NoAgreement::NothingCodedByTwo);
    auto *none = child<EmptyState>(u"nothingByTwo"_s);
    QVERIFY(none->isVisible());
    QTest::mouseClick(none->findChildren<QPushButton *>().last(), Qt::LeftButton);
    QCOMPARE(merge.size(), 1);
    QSignalSpy coder(m_page.get(), &AgreementPage::coderRequested);
    m_page->showNothing(NoAgreement::Blind);
    QTest::mouseClick(child<EmptyState>(u"blind"_s)->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(coder.size(), 1);
    m_page->setFilter({.layers = {3}});
    m_page->showNothing(NoAgreement::FilteredAway);
    QSignalSpy filtered(m_page.get(), &AgreementPage::filterChanged);
    QTest::mouseClick(child<EmptyState>(u"filteredAway"_s)->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(filtered.size(), 1);
    QVERIFY(m_page->filter().layers.empty());
}

void AgreementPageTest::theChosenRowIsKeptWhenWorkComesIn()
{
    auto *table = child<FigureTable>(u"reliabilityTable"_s);
    table->chooseRow(1);
    auto rows = rowsOf();
    std::swap(rows[0], rows[1]);
    m_page->showRows(rows, {});
    QCOMPARE(table->currentRow(), 0);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Article: tone"_s);
}

void AgreementPageTest::everythingHasAName()
{
    VERIFY_EVERY_WIDGET_HAS_A_NAME(*m_page);
}

GALLEY_WINDOW_TEST(AgreementPageTest)
#include "tst_agreementpage.moc"
