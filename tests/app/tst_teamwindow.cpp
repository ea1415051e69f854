// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <app/team/mergecontroller.h>
#include <panels/articlelistpanel.h>
#include <project/annotationedits.h>
#include <project/codingsets.h>
#include <project/progressedits.h>
#include <team/coderdialog.h>
#include <team/handondialog.h>
#include <team/plandialog.h>
#include <team/setdialog.h>
#include <team/teampage.h>
#include <widgets/messagebar.h>
#include <widgets/progressline.h>
#include <widgets/theme.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

using namespace galley;
using namespace Qt::StringLiterals;

/// A lead sets a study up in the place Team and watches it, led by what is to be done next.
class TeamWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { applyTheme(Theme::System); }
    void fromNobodyToPacketsAndBack();
    void whoDoesNotLeadSeesOnlyTheirOwn();
    void whereNobodyLeadsWhoComesFirstMay();
    void rolesAndNamesAreAltered();
    void aPlanIsChangedBeforeItIsMade();
    void whoLeavesHandsOnWhatIsOpen();
    void aSetIsLiftedAndRemoved();
    void packetsThatCannotBeAreSaid();
    void writingPacketsIsCancelled();
    void aStudyIsReadAtAGlance();
    void aSetIsMadeOfWhatTheListShows();

private:
    TeamPage &page() { return *m_studio->window().findChild<TeamPage *>(); }
    QPushButton &button(const QString &name) { return *page().findChild<QPushButton *>(name); }
    void click(const QString &name);
    QTableView &table(const QString &name) { return *page().findChild<QTableView *>(name); }
    void choose(const QString &table, const QString &name);
    QString cell(const QString &table, const QString &name, int column, int key = 0);
    void import(int articles);
    void become(const QString &name, CoderRole role);
    void setUp(int perArticle = 2);
    void code(const QString &project, const QString &coder, int articles);
    bool isTold(const QString &words);
    void keepPictures(const QString &name);

    std::unique_ptr<Studio> m_studio;
};

void TeamWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    const auto codebook = builtInCodebook(u"default"_s);
    QVERIFY(m_studio->workspace().createProject(m_studio->project(), *codebook));
    become(u"Lea"_s, CoderRole::Lead);
    m_studio->waitUntilActive();
    QTest::keyClick(&m_studio->window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(m_studio->window().findChild<TeamPage *>() && page().isVisible());
}

void TeamWindowTest::become(const QString &name, CoderRole role)
{
    Workspace &workspace = m_studio->workspace();
    const Coder *known = coderNamed(workspace.coders(), name);
    workspace.setCoder(known ? known->id : workspace.addCoder(name, role));
    QCOMPARE(workspace.coder()->name, name);
}

void TeamWindowTest::click(const QString &name)
{
    QPushButton &pressed = button(name);
    QVERIFY2(pressed.isVisible() && pressed.isEnabled(), qPrintable(name));
    QTest::mouseClick(&pressed, Qt::LeftButton);
}

void TeamWindowTest::choose(const QString &name, const QString &row)
{
    const QAbstractItemModel *model = table(name).model();
    for (int at = 0; at < model->rowCount(); ++at) {
        if (model->index(at, 0).data().toString().startsWith(row)) {
            const QRect place = table(name).visualRect(model->index(at, 0));
            return QTest::mouseClick(table(name).viewport(), Qt::LeftButton, {}, place.center());
        }
    }
    QFAIL(qPrintable(row));
}

QString TeamWindowTest::cell(const QString &name, const QString &row, int column, int key)
{
    const QAbstractItemModel *model = table(name).model();
    for (int at = 0; at < model->rowCount(); ++at) {
        if (model->index(at, key).data().toString().startsWith(row))
            return model->index(at, column).data().toString();
    }
    return u"no such row"_s;
}

void TeamWindowTest::import(int articles)
{
    QString lines;
    for (int at = 0; at < articles; ++at)
        lines += uR"({"title":"Ferry %1","text":"Ferry %1\n\nThe council warned of a threat to the strait, number %1."})"_s.arg(at) + u'\n';
    m_studio->import({m_studio->write(u"articles.jsonl"_s, lines)});
    QTRY_COMPARE(m_studio->articles(), articles);
}

/// Ada and Ben, six articles, a set “Pilot” of all, assigned.
void TeamWindowTest::setUp(int perArticle)
{
    Workspace &workspace = m_studio->workspace();
    import(6);
    workspace.addCoder(u"Ada"_s, CoderRole::Coder);
    workspace.addCoder(u"Ben"_s, CoderRole::Coder);
    const ProjectStore &store = workspace.project()->store();
    std::vector<QUuid> articles;
    const auto all = store.articles();
    for (const Article &article : *all)
        articles.push_back(article.uuid);
    QVERIFY(workspace.commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, articles, u"all"_s, 5)));
    const CodingSet set = store.codingSets()->front();
    const auto plan = plannedAssignments(set.id, *articlesThere(store, set), {coderNamed(workspace.coders(), u"Ada"_s)->id, coderNamed(workspace.coders(), u"Ben"_s)->id}, perArticle, 1);
    QVERIFY(workspace.commit(assign(set, *plan)));
}

/// As that coder does with their packet, minute by minute.
void TeamWindowTest::code(const QString &project, const QString &coder, int articles)
{
    Workspace elsewhere;
    QVERIFY(elsewhere.openProject(project));
    elsewhere.setCoder(coderNamed(elsewhere.coders(), coder)->id);
    const auto queue = queueOf(elsewhere.coder()->id, *elsewhere.project()->store().assignments());
    for (int at = 0; at < articles; ++at) {
        QVERIFY(elsewhere.openArticle(queue[size_t(at)]));
        const OpenArticle *open = elsewhere.article();
        const Codebook &codebook = elsewhere.codebook();
        const Layer *framing = codebook.layer(u"Framing");
        const CodeId economic = codebook.code(codebook.principalVariable(framing->id)->id, u"Economic")->id;
        QVERIFY(elsewhere.commit(annotate(codebook, {open->text, open->positions},
            {elsewhere.allot<AnnotationTag>(), open->article.id, framing->id, elsewhere.coder()->id, economic, {{10, 21}}, {}, {}}, elsewhere.stamp().at)));
        QTest::qWait(2); // so that there is time between entries
        QVERIFY(elsewhere.commit(setProgress(*elsewhere.project()->store().progress(open->article.id), open->article, elsewhere.coder()->id, ProgressState::Done)));
    }
}

bool TeamWindowTest::isTold(const QString &words)
{
    return std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [&](const Message &message) { return message.text.contains(words); });
}

void TeamWindowTest::keepPictures(const QString &name)
{
    for (const auto &[theme, word] : {std::pair(Theme::Light, u"light"_s), std::pair(Theme::Dark, u"dark"_s)}) {
        applyTheme(theme);
        QTest::qWait(20);
        QVERIFY(testing::keepPicture(m_studio->window(), u"team-%1-%2"_s.arg(name, word)));
    }
}

/// The whole way, always by the button of the next step.
void TeamWindowTest::fromNobodyToPacketsAndBack()
{
    const auto next = [this](const QString &text) {
        QTRY_COMPARE_WITH_TIMEOUT(button(u"teamStep"_s).text(), text, 10000);
        click(u"teamStep"_s);
    };
    QTRY_COMPARE(button(u"teamStep"_s).text(), u"Import Articles…"_s);
    keepPictures(u"empty"_s);
    import(6);
    keepPictures(u"alone"_s);
    for (const QString &name : {u"Ada"_s, u"Ben"_s}) {
        if (name == u"Ada"_s)
            next(u"Add a Coder…"_s);
        else
            click(u"addCoder"_s);
        auto *asked = testing::shownDialog<CoderDialog>(m_studio->window());
        QVERIFY(asked);
        QTest::keyClicks(asked->findChild<QLineEdit *>(), name);
        testing::acceptDialog(asked);
        QTRY_COMPARE(cell(u"teamCoders"_s, name, 1), u"Coder"_s);
    }

    next(u"New Set…"_s);
    auto *set = testing::shownDialog<SetDialog>(m_studio->window());
    QVERIFY(set);
    QTest::keyClicks(set->findChild<QLineEdit *>(), u"Pilot"_s);
    QVERIFY(testing::keepPicture(*set, u"team-set"_s));
    testing::acceptDialog(set);
    QTRY_COMPARE(cell(u"teamSets"_s, u"Pilot"_s, 2), u"Blind"_s); // what agreement is measured of is coded apart
    QCOMPARE(cell(u"teamSets"_s, u"Pilot"_s, 4), u"6"_s);

    next(u"Assign…"_s);
    auto *plan = testing::shownDialog<PlanDialog>(m_studio->window());
    QVERIFY(plan);
    QCOMPARE(plan->plan().size(), size_t(12)); // Ada and Ben, both all; a lead is not ticked
    QVERIFY(testing::keepPicture(*plan, u"team-plan"_s));
    QVERIFY(m_studio->workspace().project()->store().assignments()->empty()); // before it is made
    testing::acceptDialog(plan);
    QCOMPARE(m_studio->workspace().project()->store().assignments()->size(), size_t(12));
    keepPictures(u"assigned"_s);

    QVERIFY(QDir(m_studio->path({})).mkdir(u"out"_s));
    next(u"Write Packets…"_s);
    testing::chooseFile(m_studio->window(), m_studio->path(u"out"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"Ada (6 articles), Ben (6 articles)"_s), 20000);
    const QString ada = m_studio->path(u"out/study – Ada.galley"_s), ben = m_studio->path(u"out/study – Ben.galley"_s);
    keepPictures(u"packets"_s);
    code(ada, u"Ada"_s, 6);
    code(ben, u"Ben"_s, 4);

    m_studio->window().findChild<MergeController *>()->preview({ada}); // as the file dialog does
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"Ada: 6 annotations added"_s), 20000);
    const auto merge = [this] {
        auto *bar = m_studio->window().findChild<MessageBar *>();
        while (!bar->messages().isEmpty() && !bar->messages().first().text.contains(u"would bring"_s))
            bar->closeCurrent(); // what was told before
        keepPictures(u"merge-preview"_s);
        for (QPushButton *action : m_studio->window().findChild<MessageBar *>()->findChildren<QPushButton *>()) {
            if (action->text() == u"Merge"_s && action->isVisible())
                return QTest::mouseClick(action, Qt::LeftButton);
        }
        QFAIL("nothing to press");
    };
    merge();
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"teamProgress"_s, u"Ada"_s, 4, 1), u"6"_s, 20000);
    QVERIFY(page().isVisible()); // one stays where one was
    QCOMPARE(cell(u"teamProgress"_s, u"Ada"_s, 5, 1), u"6"_s); // what the article is for was not answered
    QCOMPARE(cell(u"teamProgress"_s, u"Ada"_s, 8, 1), u"6.0"_s);
    QTRY_COMPARE(button(u"teamStep"_s).text(), u"Merge Copies…"_s); // Ben is still out
    QTRY_COMPARE(cell(u"teamCoders"_s, u"Ada"_s, 7), u"Back"_s);
    QVERIFY2(cell(u"teamCoders"_s, u"Ben"_s, 7).startsWith(u"Out since"_s), qPrintable(cell(u"teamCoders"_s, u"Ben"_s, 7)));
    QVERIFY2(button(u"teamStep"_s).accessibleDescription().contains(u"not back yet: Ben."_s), qPrintable(button(u"teamStep"_s).accessibleDescription()));
    m_studio->window().findChild<MergeController *>()->preview({ben});
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"Ben: 4 annotations added"_s), 20000);
    merge();
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"teamProgress"_s, u"Ben"_s, 4, 1), u"4"_s, 20000);
    m_studio->window().findChild<MessageBar *>()->clear();
    keepPictures(u"study"_s);
    code(ben, u"Ben"_s, 6);
    m_studio->window().findChild<MergeController *>()->preview({ben});
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"would bring"_s), 20000);
    merge();
    QTRY_COMPARE_WITH_TIMEOUT(button(u"teamStep"_s).text(), u"Compare"_s, 20000);
    QTRY_VERIFY2(button(u"teamStep"_s).accessibleDescription().contains(u"disagreements are open"_s), qPrintable(button(u"teamStep"_s).accessibleDescription()));
    click(u"teamStep"_s);
    auto &queue = *m_studio->window().findChild<QListView *>(u"compareQueue"_s);
    QTRY_VERIFY(queue.isVisible() && queue.model()->rowCount() > 0);
    m_studio->waitUntilActive();
    for (int left = queue.model()->rowCount(); left > 0; --left) {
        QTest::keyClick(m_studio->window().focusWidget(), Qt::Key_N); // what Ben coded twice
        QCOMPARE(queue.model()->rowCount(), left - 1);
    }
    QTest::keyClick(m_studio->window().focusWidget(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    m_studio->window().findChild<QAction *>(u"place-team"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(button(u"teamStep"_s).text(), u"Export the Settled Dataset…"_s, 20000);
    keepPictures(u"settled"_s);
}

void TeamWindowTest::whoDoesNotLeadSeesOnlyTheirOwn()
{
    setUp();
    become(u"Ada"_s, CoderRole::Coder);
    QTRY_COMPARE(table(u"teamProgress"_s).model()->rowCount(), 1);
    QCOMPARE(cell(u"teamProgress"_s, u"Ada"_s, 2, 1), u"6"_s);
    for (const char *name : {"addCoder", "makeSet", "assignSet", "setBlind", "writePackets", "teamMerge", "teamCompare"})
        QVERIFY2(!button(QLatin1StringView(name)).isVisible(), name);
    keepPictures(u"coder"_s);
    QCOMPARE(button(u"teamStep"_s).text(), u"Go On Coding"_s);
    click(u"teamStep"_s);
    QTRY_VERIFY(m_studio->view().isVisible());
    const auto queue = queueOf(m_studio->workspace().coder()->id, *m_studio->workspace().project()->store().assignments());
    QCOMPARE(m_studio->workspace().article()->article.id, queue.front());
}

void TeamWindowTest::whereNobodyLeadsWhoComesFirstMay()
{
    QVERIFY(m_studio->workspace().createProject(m_studio->path(u"nobody leads.galley"_s), *builtInCodebook(u"default"_s)));
    become(u"Ada"_s, CoderRole::Coder);
    QTRY_COMPARE(button(u"teamStep"_s).text(), u"Take the Lead"_s);
    click(u"teamStep"_s);
    QTRY_COMPARE(cell(u"teamCoders"_s, u"Ada"_s, 1), u"Lead"_s);
    QVERIFY(button(u"addCoder"_s).isVisible());
}

void TeamWindowTest::rolesAndNamesAreAltered()
{
    setUp();
    choose(u"teamCoders"_s, u"Lea"_s);
    QCOMPARE(button(u"coderRole"_s).text(), u"Make Coder"_s);
    click(u"coderRole"_s);
    QTRY_VERIFY(isTold(u"is the only lead"_s));
    choose(u"teamCoders"_s, u"Ada"_s);
    click(u"coderRole"_s);
    QTRY_COMPARE(cell(u"teamCoders"_s, u"Ada"_s, 1), u"Lead"_s);
    QCOMPARE(button(u"coderRole"_s).text(), u"Make Coder"_s); // who was chosen stays chosen
    choose(u"teamCoders"_s, u"Ben"_s);
    click(u"renameCoder"_s);
    auto *asked = testing::shownDialog<CoderDialog>(m_studio->window());
    QVERIFY(asked);
    auto *name = asked->findChild<QLineEdit *>();
    QCOMPARE(name->selectedText(), u"Ben"_s);
    QTest::keyClicks(name, u"Ada"_s);
    QVERIFY(!asked->findChild<QPushButton *>()->isDefault() || !asked->findChild<QDialogButtonBox *>()->buttons().back()->isEnabled()); // there is one
    QTest::keyClicks(name, u"n"_s);
    testing::acceptDialog(asked);
    QTRY_COMPARE(cell(u"teamCoders"_s, u"Adan"_s, 1), u"Coder"_s);
    m_studio->workspace().undo();
    QTRY_COMPARE(cell(u"teamCoders"_s, u"Ben"_s, 1), u"Coder"_s);
}

void TeamWindowTest::aPlanIsChangedBeforeItIsMade()
{
    setUp();
    m_studio->workspace().undo(); // the assignment
    QTRY_COMPARE(button(u"teamStep"_s).text(), u"Assign…"_s);
    click(u"teamStep"_s);
    auto *plan = testing::shownDialog<PlanDialog>(m_studio->window());
    QVERIFY(plan);
    auto *perArticle = plan->findChild<QSpinBox *>();
    perArticle->setFocus();
    QTest::keyClick(perArticle, Qt::Key_Down);
    QCOMPARE(plan->plan().size(), size_t(6)); // each article by one
    auto *shown = plan->findChild<QTableView *>(u"plan"_s);
    const QAbstractItemModel *model = shown->model();
    for (int row = 0; row < model->rowCount(); ++row) { // now all by Ada
        for (const int column : {1, 2}) {
            const bool wanted = column == 1;
            if ((model->index(row, column).data(Qt::CheckStateRole).toInt() == Qt::Checked) == wanted)
                continue;
            shown->setCurrentIndex(model->index(row, column));
            QTest::keyClick(shown, Qt::Key_Space);
        }
    }
    QVERIFY2(plan->findChild<QLabel *>(u"planCounts"_s)->text().contains(u"Ada 6, Ben 0"_s), qPrintable(plan->findChild<QLabel *>(u"planCounts"_s)->text()));
    testing::acceptDialog(plan);
    const auto made = *m_studio->workspace().project()->store().assignments();
    QCOMPARE(made.size(), size_t(6));
    QCOMPARE(m_studio->workspace().project()->store().history(1)->front().text, u"Assign 6 articles of “Pilot”"_s); // one step
    const CoderId ada = coderNamed(m_studio->workspace().coders(), u"Ada"_s)->id;
    for (size_t at = 0; at < made.size(); ++at) {
        QCOMPARE(made[at].coder, ada);
        QCOMPARE(made[at].position, int(at) + 1);
    }
}

void TeamWindowTest::whoLeavesHandsOnWhatIsOpen()
{
    setUp(1);
    choose(u"teamSets"_s, u"Pilot"_s);
    click(u"handOn"_s);
    auto *asked = testing::shownDialog<HandOnDialog>(m_studio->window());
    QVERIFY(asked);
    QVERIFY(testing::keepPicture(*asked, u"team-handon"_s));
    QCOMPARE(asked->findChild<QComboBox *>()->currentText(), u"Ada"_s);
    testing::acceptDialog(asked);
    const CoderId ben = coderNamed(m_studio->workspace().coders(), u"Ben"_s)->id;
    const auto now = *m_studio->workspace().project()->store().assignments();
    QCOMPARE(now.size(), size_t(6));
    QVERIFY(std::ranges::all_of(now, [&](const Assignment &one) { return one.coder == ben; }));
}

void TeamWindowTest::aSetIsLiftedAndRemoved()
{
    setUp();
    choose(u"teamSets"_s, u"Pilot"_s);
    click(u"setBlind"_s);
    QTRY_COMPARE(cell(u"teamSets"_s, u"Pilot"_s, 2), u"Open"_s);
    QCOMPARE(button(u"setBlind"_s).text(), u"Make Blind"_s);
    QVERIFY(!button(u"removeSet"_s).isEnabled()); // somebody is assigned
    m_studio->workspace().undo();
    QTRY_COMPARE(cell(u"teamSets"_s, u"Pilot"_s, 2), u"Blind"_s);
    m_studio->workspace().undo(); // the assignment
    QTRY_VERIFY(button(u"removeSet"_s).isEnabled());
    click(u"removeSet"_s);
    QTRY_COMPARE(table(u"teamSets"_s).model()->rowCount(), 0);
    QTRY_COMPARE(button(u"teamStep"_s).text(), u"New Set…"_s);
}

void TeamWindowTest::packetsThatCannotBeAreSaid()
{
    setUp();
    choose(u"teamCoders"_s, u"Lea"_s);
    click(u"writePackets"_s);
    QTRY_VERIFY(isTold(u"Nothing is assigned to Lea"_s));
    QVERIFY(QDir(m_studio->path({})).mkdir(u"out"_s));
    m_studio->write(u"out/study – Ada.galley"_s, u"something else"_s);
    choose(u"teamCoders"_s, u"Ada"_s);
    click(u"writePackets"_s);
    testing::chooseFile(m_studio->window(), m_studio->path(u"out"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"Ada: "_s), 20000);
    QFile file(m_studio->path(u"out/study – Ada.galley"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "something else"_ba); // nothing is overwritten that is no packet
}

/// What was written until then is whole, and is said; the rest is not there.
void TeamWindowTest::writingPacketsIsCancelled()
{
    Workspace &workspace = m_studio->workspace();
    import(4);
    std::vector<CoderId> coders;
    for (int at = 0; at < 24; ++at)
        coders.push_back(workspace.addCoder(u"Coder %1"_s.arg(at, 2, 10, QChar(u'0')), CoderRole::Coder));
    const ProjectStore &store = workspace.project()->store();
    std::vector<QUuid> articles;
    const auto rows = store.articles();
    for (const Article &article : *rows)
        articles.push_back(article.uuid);
    QVERIFY(workspace.commit(makeSet({}, u"Main"_s, SetKind::Main, false, articles, u"all"_s, 5)));
    const CodingSet set = store.codingSets()->front();
    QVERIFY(workspace.commit(galley::assign(set, *plannedAssignments(set.id, *articlesThere(store, set), coders, 24, 1))));
    const QDir out(m_studio->path(u"out"_s));
    QVERIFY(out.mkpath(u"."_s));
    click(u"writePackets"_s);
    testing::chooseFile(m_studio->window(), out.path());
    QTRY_VERIFY_WITH_TIMEOUT(!out.entryList({u"*.galley"_s}, QDir::Files).isEmpty(), 20000); // it goes on
    QToolButton *cancel = nullptr;
    for (const ProgressLine *line : m_studio->window().findChildren<ProgressLine *>())
        cancel = line->isActive() ? line->findChild<QToolButton *>() : cancel;
    QVERIFY(cancel && cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"The rest was cancelled."_s), 20000);
    const QStringList written = out.entryList({u"*.galley"_s}, QDir::Files);
    QVERIFY2(written.size() < 24, qPrintable(QString::number(written.size())));
    for (const QString &file : written) {
        QVERIFY2(ProjectStore::open(out.filePath(file), ProjectStore::Mode::ReadOnly), qPrintable(file));
        const QString name = file.sliced(file.indexOf(u"Coder"_s)).chopped(7);
        QVERIFY2(isTold(name + u" ("_s), qPrintable(name)); // and no other
    }
    QCOMPARE(out.entryList(QDir::Files).size(), written.size()); // nothing half made is left
    QTRY_COMPARE(m_studio->settings().packetsOf(m_studio->project()).size(), written.size());
}

/// Three coders and a lead, thirty articles in a pilot and the main set, coded over some days.
void TeamWindowTest::aStudyIsReadAtAGlance()
{
    Workspace &workspace = m_studio->workspace();
    import(30);
    std::vector<CoderId> coders;
    for (const QString &name : {u"Ada"_s, u"Ben"_s, u"Cleo"_s})
        coders.push_back(workspace.addCoder(name, CoderRole::Coder));
    ProjectStore &store = workspace.project()->store();
    const auto articles = store.articles();
    std::vector<QUuid> pilot, main;
    for (const Article &article : *articles)
        (pilot.size() < 8 ? pilot : main).push_back(article.uuid);
    QVERIFY(workspace.commit(makeSet({}, u"Pilot"_s, SetKind::Reliability, true, pilot, u"list"_s, 5)));
    QVERIFY(workspace.commit(makeSet(*store.codingSets(), u"Main study"_s, SetKind::Main, false, main, u"all"_s, 6)));
    auto sets = *store.codingSets();
    std::ranges::sort(sets, std::greater(), &CodingSet::name); // the pilot first
    for (const CodingSet &set : sets) {
        const auto known = *store.assignments();
        const auto plan = plannedAssignments(set.id, *articlesThere(store, set), coders, set.blind ? 3 : 1, 1, known);
        QVERIFY(workspace.commit(assign(set, *plan)));
    }
    const Codebook codebook = workspace.codebook();
    const Layer *framing = codebook.layer(u"Framing");
    const CodeId economic = codebook.code(codebook.principalVariable(framing->id)->id, u"Economic")->id;
    const QDateTime monday(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::UTC);
    for (size_t who = 0; who < coders.size(); ++who) { // each at their own pace: minutes between entries, articles a day
        const auto queue = queueOf(coders[who], *store.assignments());
        const int pace = 5 - int(who), gap = 90 + 40 * int(who);
        for (int at = 0; at < 9 + int(who); ++at) {
            const ArticleId article = queue[size_t(at)];
            QDateTime now = monday.addDays(at / pace).addSecs(qint64(at % pace) * 4 * gap);
            const QString text = *store.text(article);
            for (int times = 0; times < 3; ++times) {
                const NewAnnotation what{store.allot<AnnotationTag>(), article, framing->id, coders[who], economic, {{10 + times, 21}}, {}, {}};
                QVERIFY(store.apply(*annotate(codebook, {text, TextPositions(text)}, what, now), {coders[who], now}));
                now = now.addSecs(gap);
            }
            const auto row = store.article(article);
            QVERIFY(store.apply(setProgress(*store.progress(article), *row, coders[who], ProgressState::Done), {coders[who], now}));
        }
    }
    workspace.reopenProject(); // that was not done in this window
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"teamProgress"_s, u"Cleo"_s, 4, 1), u"3"_s, 20000);
    QCOMPARE(table(u"teamProgress"_s).model()->rowCount(), 6);
    const QAbstractItemModel *rows = table(u"teamProgress"_s).model();
    for (int row = 0; row < rows->rowCount(); ++row)
        QVERIFY2(rows->index(row, 7).data().toString().contains(u"min"_s), qPrintable(rows->index(row, 7).data().toString()));
    m_studio->window().findChild<MessageBar *>()->clear();
    keepPictures(u"glance"_s);
}

void TeamWindowTest::aSetIsMadeOfWhatTheListShows()
{
    import(12);
    m_studio->workspace().addCoder(u"Ada"_s, CoderRole::Coder);
    auto *list = m_studio->window().findChild<ArticleListPanel *>();
    list->findChild<QLineEdit *>()->setText(u"ferry 1"_s); // Ferry 1, 10 and 11; the open one is shown too, and does not fit
    click(u"makeSet"_s);
    auto *asked = testing::shownDialog<SetDialog>(m_studio->window());
    QVERIFY(asked);
    QComboBox *sources = nullptr;
    for (QComboBox *box : asked->findChildren<QComboBox *>())
        sources = box->accessibleName() == u"Articles"_s ? box : sources;
    QVERIFY(sources);
    QVERIFY2(sources->itemText(1).contains(u"(3 "_s), qPrintable(sources->itemText(1)));
    sources->setFocus();
    QTest::keyClick(sources, Qt::Key_Down);
    QTest::keyClicks(asked->findChild<QLineEdit *>(), u"Ones"_s);
    testing::acceptDialog(asked);
    const auto sets = m_studio->workspace().project()->store().codingSets();
    QCOMPARE(sets->size(), size_t(1));
    QCOMPARE(articlesOf(sets->front()).size(), size_t(3));
    QVERIFY(cell(u"teamSets"_s, u"Ones"_s, 3).startsWith(u"the list"_s));
}

GALLEY_WINDOW_TEST(TeamWindowTest)
#include "tst_teamwindow.moc"
