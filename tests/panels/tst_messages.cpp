// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/findbar.h>
#include <widgets/messagebar.h>
#include <widgets/progressline.h>

#include <testing.h>

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QApplication>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

QStringList texts(const MessageBar &bar)
{
    QStringList texts;
    for (const Message &message : bar.messages())
        texts << message.text;
    return texts;
}

QToolButton *named(const QWidget &root, const QString &beginning)
{
    for (QToolButton *button : root.findChildren<QToolButton *>()) {
        if (button->accessibleName().startsWith(beginning))
            return button;
    }
    return nullptr;
}

} // namespace

/// What tells the user something: messages, progress, finding.
class MessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void messagesQueueAndAFailureGoesFirst();
    void theSameMessageIsShownOnce();
    void anActionRunsAndItsMessageGoes();
    void ofOneTopicTheLatestIsShown();
    void detailsAreShownOnDemand();
    void aPassingMessageGoesByItself();
    void progressIsCancelledOnce();
    void progressCountsBeyondAnInt();
    void findingSaysWhatIsLookedFor();
    void findingGoesOnAndBackByKey();
    void theResultIsInWords_data();
    void theResultIsInWords();
};

void MessagesTest::messagesQueueAndAFailureGoesFirst()
{
    MessageBar bar;
    QVERIFY(!bar.isVisible());
    bar.warn(u"A"_s);
    bar.info(u"B"_s);
    bar.fail(u"C"_s);
    bar.fail(u"D"_s);
    QCOMPARE(texts(bar), (QStringList{u"C"_s, u"D"_s, u"A"_s, u"B"_s}));
    bar.show();
    bar.setFocus();
    QTest::keyClick(&bar, Qt::Key_Escape);
    QTest::mouseClick(named(bar, u"Close"_s), Qt::LeftButton);
    QCOMPARE(texts(bar), (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(bar.accessibleName(), u"Warning: A"_s);
    bar.closeCurrent();
    bar.closeCurrent();
    QVERIFY(bar.isHidden());
    bar.closeCurrent();
}

void MessagesTest::theSameMessageIsShownOnce()
{
    MessageBar bar;
    bar.fail(u"The disk is full."_s);
    bar.fail(u"The disk is full."_s);
    bar.fail({});
    QCOMPARE(bar.messages().size(), 1);
}

void MessagesTest::anActionRunsAndItsMessageGoes()
{
    MessageBar bar;
    int tried = 0;
    bar.post({Message::Failure, u"Not saved."_s, {}, {u"Try Again"_s, [&] { ++tried; }}});
    bar.show();
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(tried, 1);
    QVERIFY(bar.messages().isEmpty());
}

void MessagesTest::ofOneTopicTheLatestIsShown()
{
    MessageBar bar;
    const auto imported = [](const QString &text) { return Message{.kind = Message::Warning, .text = text, .topic = u"import"_s}; };
    bar.post(imported(u"3 articles"_s));
    bar.warn(u"Another matter"_s);
    bar.post(imported(u"5 articles"_s));
    QCOMPARE(texts(bar), (QStringList{u"Another matter"_s, u"5 articles"_s}));
}

void MessagesTest::detailsAreShownOnDemand()
{
    MessageBar bar;
    bar.fail(u"Not saved."_s, u"SQLITE_FULL"_s);
    bar.show();
    const auto shown = [&] {
        return std::ranges::any_of(bar.findChildren<QLabel *>(), [](const QLabel *label) { return label->isVisible() && label->text() == u"SQLITE_FULL"_s; });
    };
    QVERIFY(!shown());
    QTest::mouseClick(named(bar, u"Show details"_s), Qt::LeftButton);
    QVERIFY(shown());
}

void MessagesTest::aPassingMessageGoesByItself()
{
    MessageBar bar;
    bar.move(400, 400); // away from the pointer, which would hold it
    bar.post({Message::Info, u"Copied."_s, {}, {}, 1});
    QVERIFY(QTest::qWaitFor([&] { return bar.messages().isEmpty(); }, 5000));
}

void MessagesTest::progressIsCancelledOnce()
{
    ProgressLine line;
    QVERIFY(!line.isActive());
    line.begin(u"Importing…"_s);
    QVERIFY(line.isActive());
    QSignalSpy cancelled(&line, &ProgressLine::cancelRequested);
    QTest::mouseClick(named(line, u"Cancel"_s), Qt::LeftButton);
    QTest::mouseClick(named(line, u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    line.end();
    QVERIFY(!line.isActive());
    line.begin(u"Again"_s);
    QVERIFY(named(line, u"Cancel"_s)->isEnabled());
}

void MessagesTest::progressCountsBeyondAnInt()
{
    ProgressLine line;
    line.begin(u"Reading…"_s);
    line.setProgress(Q_INT64_C(3'000'000'000), Q_INT64_C(6'000'000'000));
    const auto *bar = line.findChild<QProgressBar *>();
    QCOMPARE(bar->value() * 2, bar->maximum());
    line.setProgress(5, 0);
    QCOMPARE(bar->maximum(), 0); // busy, without an end
}

void MessagesTest::findingSaysWhatIsLookedFor()
{
    FindBar bar;
    bar.open();
    QSignalSpy changed(&bar, &FindBar::requestChanged);
    QTest::keyClicks(bar.findChild<QLineEdit *>(), u"sea"_s);
    QTest::mouseClick(named(bar, u"Match case"_s), Qt::LeftButton);
    QTest::mouseClick(named(bar, u"Whole words"_s), Qt::LeftButton);
    QCOMPARE(changed.size(), 5);
    QCOMPARE(changed.last().first().value<FindRequest>(), (FindRequest{u"sea"_s, true, true}));
    QCOMPARE(bar.request(), (FindRequest{u"sea"_s, true, true}));
}

void MessagesTest::findingGoesOnAndBackByKey()
{
    FindBar bar;
    bar.open(u"sea"_s);
    QSignalSpy next(&bar, &FindBar::nextRequested), previous(&bar, &FindBar::previousRequested), closed(&bar, &FindBar::closed);
    auto *field = bar.findChild<QLineEdit *>();
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(next.size(), 1);
    QCOMPARE(previous.size(), 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!bar.isVisible());
}

void MessagesTest::theResultIsInWords_data()
{
    QTest::addColumn<int>("current");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0 << 0 << u"No matches"_s;
    QTest::newRow("one, none current") << 0 << 1 << u"1 match"_s;
    QTest::newRow("the third") << 3 << 12 << u"3 of 12"_s;
}

void MessagesTest::theResultIsInWords()
{
    QFETCH(int, current);
    QFETCH(int, count);
    QFETCH(QString, text);
    FindBar bar;
    bar.open(u"sea"_s);
    bar.setResult(current, count);
    QVERIFY(std::ranges::any_of(bar.findChildren<QLabel *>(), [&](const QLabel *label) { return label->text() == text; }));
    QCOMPARE(named(bar, u"Next"_s)->isEnabled(), count > 0);
}

GALLEY_WINDOW_TEST(MessagesTest)
#include "tst_messages.moc"
