// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <dialogs.h>
#include <studio.h>

#include <app/team/mergecontroller.h>
#include <compare/comparepage.h>
#include <items/comparisonlistmodel.h>
#include <panels/shownprecedent.h>
#include <team/coderdialog.h>
#include <team/plandialog.h>
#include <team/setdialog.h>
#include <team/teampage.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <array>
#include <map>

using namespace galley;
using namespace Qt::StringLiterals;

/// A study from its beginning to the gold dataset, as a lead and three coders do it in their windows.
class TeamStudyTest : public QObject
{
    Q_OBJECT

private slots:
    void fromArticlesToTheGoldDataset();

private:
    static constexpr int articles = 30;

    void setUpTheStudy();
    void writePackets();
    void codeThePacket(const QString &coder);
    void takeBack(const QString &coder);
    int differences() const;
    void measure();
    void settle();
    QStringList exported(const char *action, const QString &file);

    void goTo(const char *place);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void click(const QString &button);
    QString packet(const QString &coder) const { return m_studio->path(u"out/study – %1.galley"_s.arg(coder)); }
    bool isTold(const QString &words);
    static bool seesMorality(const QString &coder, int article) { return coder == u"Cleo"_s && article % 3 == 0; }
    static bool seesThreat(const QString &coder, int article) { return coder == u"Ada"_s || article % 4 != 0; }

    std::unique_ptr<Studio> m_studio;
    const QStringList m_coders{u"Ada"_s, u"Ben"_s, u"Cleo"_s};
};

void TeamStudyTest::goTo(const char *place)
{
    m_studio->waitUntilActive();
    const QKeyCombination keys = m_studio->window().findChild<QAction *>(u"place-"_s + QLatin1StringView(place))->shortcut()[0];
    QTest::keyClick(&m_studio->window(), keys.key(), keys.keyboardModifiers());
}

void TeamStudyTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(m_studio->window().focusWidget(), key, modifiers);
}

void TeamStudyTest::click(const QString &name)
{
    auto *button = m_studio->window().findChild<TeamPage *>()->findChild<QPushButton *>(name);
    QTRY_VERIFY2(!button->visibleRegion().isEmpty() && button->isEnabled(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

bool TeamStudyTest::isTold(const QString &words)
{
    return std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [&](const Message &message) { return message.text.contains(words); });
}

void TeamStudyTest::setUpTheStudy()
{
    m_studio->showWindow();
    m_studio->window().resize(1366, 768);
    QVERIFY(m_studio->workspace().createProject(m_studio->project(), *builtInCodebook(u"default"_s)));
    m_studio->workspace().setCoder(m_studio->workspace().addCoder(u"Leonore"_s, CoderRole::Lead));
    QString lines;
    for (int at = 0; at < articles; ++at) {
        lines += uR"({"title":"Ferry %1","text":"Ferry %1\n\nThe ferry will cost families more from May. A threat to the strait, they say. It is wrong to wait."})"_s.arg(at)
            + u'\n';
    }
    m_studio->import({m_studio->write(u"articles.jsonl"_s, lines)});
    QTRY_COMPARE(m_studio->articles(), articles);
    goTo("team");
    for (const QString &coder : m_coders) {
        click(u"addCoder"_s);
        auto *asked = testing::shownDialog<CoderDialog>(m_studio->window());
        QVERIFY(asked);
        QTest::keyClicks(asked->findChild<QLineEdit *>(), coder);
        testing::acceptDialog(asked);
    }
    click(u"makeSet"_s);
    auto *set = testing::shownDialog<SetDialog>(m_studio->window());
    QVERIFY(set);
    QTest::keyClicks(set->findChild<QLineEdit *>(), u"Pilot"_s);
    testing::acceptDialog(set);
    QVERIFY(m_studio->workspace().project()->store().codingSets()->front().blind);
    click(u"teamStep"_s); // assign
    auto *plan = testing::shownDialog<PlanDialog>(m_studio->window());
    QVERIFY(plan);
    auto *perArticle = plan->findChild<QSpinBox *>();
    perArticle->setFocus();
    while (perArticle->value() != 2)
        QTest::keyClick(perArticle, perArticle->value() > 2 ? Qt::Key_Down : Qt::Key_Up);
    QCOMPARE(plan->plan().size(), size_t(2 * articles));
    testing::acceptDialog(plan);
}

void TeamStudyTest::writePackets()
{
    QVERIFY(QDir(m_studio->path({})).mkdir(u"out"_s));
    click(u"writePackets"_s);
    testing::chooseFile(m_studio->window(), m_studio->path(u"out"_s));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(packet(u"Ada"_s)) && QFile::exists(packet(u"Ben"_s)) && QFile::exists(packet(u"Cleo"_s)), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"Cleo"_s), 30000);
}

/// By the keyboard alone: the second sentence of each article is what the coder takes it for, the third where they see a threat.
void TeamStudyTest::codeThePacket(const QString &coder)
{
    QVERIFY(m_studio->window().openProject(packet(coder)));
    m_studio->becomeCoder(coder);
    goTo("read");
    const auto queue = *m_studio->workspace().project()->store().assignments();
    QCOMPARE(queue.size(), size_t(2 * articles / 3));
    m_studio->window().findChild<QAction *>(u"nextInQueue"_s)->trigger();
    for (size_t at = 0; at < queue.size(); ++at) {
        QTRY_VERIFY(m_studio->workspace().article());
        ArticleView &view = m_studio->view();
        const QString title = m_studio->workspace().article()->article.title;
        const int number = title.section(u' ', 1).toInt();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier); // to the text, below the headline
        QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier); // its first sentence
        QTest::keyClicks(&view, m_studio->keyOf(seesMorality(coder, number) ? u"Morality"_s : u"Economic"_s));
        if (seesThreat(coder, number)) {
            QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
            QTest::keyClicks(&view, m_studio->keyOf(u"Security and defense"_s));
        }
        QCOMPARE(m_studio->annotations().size(), seesThreat(coder, number) ? 2u : 1u);
        QTest::keyClick(&view, Qt::Key_Return, Qt::ControlModifier); // done, and on
    }
    const auto counts = m_studio->workspace().project()->store().counts();
    QVERIFY(counts->annotations >= qint64(queue.size()));
}

void TeamStudyTest::takeBack(const QString &coder)
{
    m_studio->window().findChild<MessageBar *>()->clear();
    m_studio->window().findChild<MergeController *>()->preview({packet(coder)}); // as the file dialog does
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"would bring"_s), 30000);
    auto *bar = m_studio->window().findChild<MessageBar *>();
    for (QPushButton *action : bar->findChildren<QPushButton *>()) {
        if (action->text() == u"Merge"_s && action->isVisible())
            QTest::mouseClick(action, Qt::LeftButton);
    }
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"is merged"_s), 30000);
}

void TeamStudyTest::measure()
{
    goTo("agreement");
    QTableView *rows = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((rows = m_studio->window().findChild<QTableView *>(u"reliabilityTable"_s)) && rows->model() && rows->model()->rowCount() > 0, 30000);
    QStringList cells;
    for (int column = 0; column < rows->model()->columnCount(); ++column)
        cells += rows->model()->index(0, column).data().toString();
    QVERIFY2(cells.first().contains(u"Framing"_s) && cells.join(u' ').contains(u" to "_s), qPrintable(cells.join(u" | "_s))); // with an interval
}

/// Where the two who coded an article do not say the same, by whom the plan gave it to.
int TeamStudyTest::differences() const
{
    const ProjectStore &store = m_studio->workspace().project()->store();
    std::map<CoderId, QString> names;
    for (const Coder &coder : m_studio->workspace().coders())
        names[coder.id] = coder.name;
    std::map<ArticleId, QStringList> codersOf;
    const auto assignments = *store.assignments();
    for (const Assignment &assignment : assignments)
        codersOf[assignment.article] += names.at(assignment.coder);
    int found = 0;
    for (const auto &[article, coders] : codersOf) {
        const int number = store.article(article)->title.section(u' ', 1).toInt();
        found += seesMorality(coders[0], number) != seesMorality(coders[1], number);
        found += seesThreat(coders[0], number) != seesThreat(coders[1], number);
    }
    return found;
}

void TeamStudyTest::settle()
{
    goTo("compare");
    auto *queue = m_studio->window().findChild<QListView *>(u"compareQueue"_s);
    QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > 0, 30000);
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier); // what all agree on
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"%1 stay open"_s.arg(differences())), 30000);
    QCOMPARE(queue->model()->rowCount(), differences());
    press(Qt::Key_R);
    QTest::keyClicks(m_studio->window().findChild<QLineEdit *>(u"rulingReason"_s), u"Costs are economic"_s);
    press(Qt::Key_Return);
    bool precedentShown = false;
    for (int at = 0; at < differences(); ++at) {
        precedentShown = precedentShown || m_studio->window().findChild<QLabel *>(u"precedents"_s)->text().contains(u"Costs are economic"_s);
        for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) { // the first who marked something
            const int before = queue->model()->rowCount();
            press(key);
            if (queue->model()->rowCount() < before)
                break;
        }
    }
    QCOMPARE(queue->model()->rowCount(), 0);
    QVERIFY(precedentShown);
}

QStringList TeamStudyTest::exported(const char *action, const QString &file)
{
    m_studio->window().findChild<MessageBar *>()->clear();
    m_studio->window().findChild<QAction *>(QLatin1StringView(action))->trigger();
    testing::chooseFile(m_studio->window(), m_studio->path(file));
    (void)QTest::qWaitFor([&] { return isTold(u"rows written"_s); }, 20000);
    QFile written(m_studio->path(file));
    if (!written.open(QIODevice::ReadOnly))
        return {};
    QStringList rows = QString::fromUtf8(written.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    rows.sort();
    return rows;
}

void TeamStudyTest::fromArticlesToTheGoldDataset()
{
    m_studio = std::make_unique<Studio>();
    setUpTheStudy();
    if (QTest::currentTestFailed())
        return;
    writePackets();
    if (QTest::currentTestFailed())
        return;
    m_studio->workspace().closeProject();
    QVERIFY(QFile::copy(m_studio->project(), m_studio->path(u"other order.galley"_s)));
    for (const QString &coder : m_coders) {
        codeThePacket(coder);
        if (QTest::currentTestFailed())
            return;
    }

    QVERIFY(m_studio->window().openProject(m_studio->path(u"other order.galley"_s)));
    m_studio->becomeCoder(u"Leonore"_s);
    for (const QString &coder : {u"Cleo"_s, u"Ada"_s, u"Ben"_s}) {
        takeBack(coder);
        if (QTest::currentTestFailed())
            return;
    }
    const QStringList otherOrder = exported("exportCsv", u"other.csv"_s);
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    m_studio->becomeCoder(u"Leonore"_s);
    for (const QString &coder : m_coders) {
        takeBack(coder);
        if (QTest::currentTestFailed())
            return;
    }
    const QStringList merged = exported("exportCsv", u"merged.csv"_s);
    QVERIFY(merged.size() > 3 * articles);
    QCOMPARE(merged, otherOrder);

    measure();
    if (QTest::currentTestFailed())
        return;
    settle();
    if (QTest::currentTestFailed())
        return;
    const QStringList gold = exported("exportConsensus", u"gold.csv"_s);
    QVERIFY(gold.size() > articles);
    for (const QString &row : gold)
        QVERIFY2(row.contains(u",consensus,"_s) || row.startsWith(u"﻿"_s) || row.contains(u"annotation"_s), qPrintable(row));
    QCOMPARE(exported("exportCsv", u"after.csv"_s), merged); // what coders did stays as it was
}

GALLEY_WINDOW_TEST(TeamStudyTest)
#include "tst_teamstudy.moc"
