// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pictures.h>
#include <studio.h>

#include <panels/codepalette.h>
#include <text/articlelayout.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QToolButton>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// Cues in the window: a switch each, words of one's own, suggestions made of them.
class CueWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void eachKindHasASwitch();
    void listsBesideTheProjectAreReadAgainWhenTheyAreAltered();
    void cuesBecomeSuggestions();

private:
    void put(const QString &name, const QByteArray &bytes);
    QStringList shown(); ///< kinds, without repetition
    QString told();

    std::unique_ptr<Studio> m_studio;
};

void CueWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->settings().set(Setting::ShowCues, true);
    m_studio->settings().set(Setting::HiddenCues, QStringList());
    m_studio->showWindow();
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour opens\n\nIt may open on Monday, the council said. The tolls rise, the harbour master said.\n"_s),
                      m_studio->write(u"b.txt"_s, u"Ferry strike\n\nThe ferries stop, the union said. There is no toll.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(u"Attribution verb"_s), 30000);
}

void CueWindowTest::put(const QString &name, const QByteArray &bytes)
{
    const QDir folder(m_studio->project() + u".cues"_s);
    QVERIFY(folder.mkpath(u"."_s));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

QStringList CueWindowTest::shown()
{
    QStringList kinds;
    for (const auto &cue : m_studio->view().articleLayout().cues())
        kinds << cue.name;
    kinds.removeDuplicates();
    kinds.sort();
    return kinds;
}

QString CueWindowTest::told()
{
    QStringList texts;
    for (const Message &message : m_studio->window().findChild<MessageBar *>()->messages())
        texts << message.text;
    return texts.join(u'\n');
}

void CueWindowTest::eachKindHasASwitch()
{
    QVERIFY(shown().contains(u"Hedge"_s));
    auto *hedges = m_studio->child<QAction>(u"cueKind-Hedge"_s);
    QVERIFY(hedges && hedges->isChecked());
    hedges->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!shown().contains(u"Hedge"_s), 30000);
    QVERIFY(shown().contains(u"Attribution verb"_s));
    hedges->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(u"Hedge"_s), 30000);
}

void CueWindowTest::listsBesideTheProjectAreReadAgainWhenTheyAreAltered()
{
    put(u"Costs.txt"_s, "toll*\n"); // the folder is new
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(u"Costs"_s), 30000);
    QVERIFY(m_studio->child<QAction>(u"cueKind-Costs"_s));
    put(u"Costs.txt"_s, "council\n*\n");
    QTRY_VERIFY2_WITH_TIMEOUT(told().contains(u"Costs.txt: line 2"_s), qPrintable(told()), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(!shown().contains(u"Costs"_s), 30000);
    put(u"Costs.txt"_s, "council\n");
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(u"Costs"_s), 30000);
    put(u"Places.txt"_s, "harbour\n"); // beside one that is there
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(u"Places"_s), 30000);
    QVERIFY(keepPicture(m_studio->window(), u"cue-lists"_s));
}

void CueWindowTest::cuesBecomeSuggestions()
{
    put(u"Costs.txt"_s, "toll*\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->child<QAction>(u"suggestAllCues-Costs"_s), 30000);
    const auto suggest = [&](const QString &action) {
        m_studio->child<QAction>(action)->trigger();
        auto *palette = m_studio->view().findChild<CodePalette *>();
        QVERIFY(palette);
        QTRY_VERIFY(palette->isVisible());
        QTest::keyClicks(palette->findChild<QLineEdit *>(), u"econ"_s);
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
    };
    auto *waiting = m_studio->child<QToolButton>(u"waitingSuggestions"_s);
    suggest(u"suggestCues-Costs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(waiting->text().startsWith(u"1 suggestion"_s), 30000);
    suggest(u"suggestAllCues-Costs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(waiting->text().startsWith(u"2 suggestion"_s), 30000);
    QVERIFY2(told().contains(u"1 already suggested or answered"_s), qPrintable(told()));
    m_studio->waitUntilActive();
    QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(&m_studio->window())); // the palette has just been closed
    m_studio->view().setFocus();
    QTest::keySequence(&m_studio->view(), QKeySequence(Qt::CTRL | Qt::Key_T));
    QTRY_VERIFY2(m_studio->view().accessibleDescription().contains(u"cues “Costs”"_s), qPrintable(m_studio->view().accessibleDescription()));
}

GALLEY_WINDOW_TEST(CueWindowTest)
#include "tst_cuewindow.moc"
