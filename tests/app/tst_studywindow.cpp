// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pictures.h>
#include <studio.h>

#include <panels/articlelistpanel.h>
#include <panels/inspectorpanel.h>
#include <panels/sampledialog.h>
#include <panels/versionsdialog.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QApplication>
#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QTreeView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>

#include <sys/stat.h>

using namespace galley;
using namespace Qt::StringLiterals;

/// What a study needs of the window before and beside coding: samples, and stories that came in several versions.
class StudyWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFileDialogLeavesTheProjectLocked();
    void anImportLeavesTheProjectLocked_data();
    void anImportLeavesTheProjectLocked();
    void aSampleIsDrawnAndShown();
    void aSampleThatCannotBeReadIsTold();
    void aStoryIsCodedOnceAndCarriedOver();

private:
    QStringList locks() const;

    std::unique_ptr<Studio> m_studio;
};

void StudyWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
}

void StudyWindowTest::cleanup()
{
    m_studio.reset();
}

/// Of the project and what SQLite keeps beside it, what this process holds a lock on. Whoever opens such a file and closes it again
/// takes them off; without them another program takes the journal away, and what is coded after that is lost.
QStringList StudyWindowTest::locks() const
{
    QFile all(u"/proc/locks"_s);
    if (!all.open(QIODevice::ReadOnly))
        return {};
    QStringList held;
    const QByteArray process = ' ' + QByteArray::number(QCoreApplication::applicationPid()) + ' ';
    for (const QString &ending : {u""_s, u"-shm"_s, u"-wal"_s}) {
        struct stat file;
        if (::stat((m_studio->project() + ending).toUtf8().constData(), &file) != 0)
            continue;
        const QByteArray inode = ':' + QByteArray::number(quint64(file.st_ino)) + ' ';
        if (std::ranges::any_of(all.readAll().split('\n'), [&](const QByteArray &line) { return line.contains(process) && line.contains(inode); }))
            held += m_studio->project() + ending;
        all.seek(0);
    }
    return held;
}

void StudyWindowTest::aFileDialogLeavesTheProjectLocked()
{
    m_studio->createProject(u"Ada"_s);
    const QStringList held = locks();
    if (held.isEmpty())
        QSKIP("The system does not tell which locks are held.");
    m_studio->window().findChild<QAction *>(u"mergeCopies"_s)->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_studio->window().findChild<QFileDialog *>()) && dialog->isVisible());
    dialog->setDirectory(QFileInfo(m_studio->project()).absolutePath());
    dialog->setViewMode(QFileDialog::Detail); // with a column that says what each file is
    auto *list = dialog->findChild<QTreeView *>();
    const auto isListed = [&] {
        for (int row = 0; row < list->model()->rowCount(list->rootIndex()); ++row) {
            const QModelIndex name = list->model()->index(row, 0, list->rootIndex());
            if (name.data().toString() == QFileInfo(m_studio->project()).fileName())
                return !name.siblingAtColumn(2).data().toString().isEmpty();
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), 30000);
    QTRY_COMPARE(locks(), held);
    dialog->reject();
    QTRY_COMPARE(locks(), held);
}

void StudyWindowTest::anImportLeavesTheProjectLocked_data()
{
    QTest::addColumn<QStringList>("chosen"); // in the project's folder
    QTest::newRow("its folder") << QStringList{u""_s};
    QTest::newRow("itself, and an article") << QStringList{u"project.galley"_s, u"a.txt"_s};
    QTest::newRow("what is kept beside it") << QStringList{u"project.galley-shm"_s, u"project.galley-wal"_s, u"a.txt"_s};
}

void StudyWindowTest::anImportLeavesTheProjectLocked()
{
    QFETCH(QStringList, chosen);
    m_studio->createProject(u"Ada"_s);
    m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council voted.\n"_s);
    const QStringList held = locks();
    if (held.isEmpty())
        QSKIP("The system does not tell which locks are held.");
    const QDir folder = QFileInfo(m_studio->project()).absoluteDir();
    QStringList files;
    for (const QString &name : std::as_const(chosen))
        files += name.startsWith(u"project"_s) ? folder.filePath(QString(name).replace(u"project.galley"_s, QFileInfo(m_studio->project()).fileName())) : folder.filePath(name);
    m_studio->import(files);
    QCOMPARE(m_studio->articles(), 1);
    QTRY_COMPARE(locks(), held);
}

void StudyWindowTest::aSampleIsDrawnAndShown()
{
    m_studio->createProject();
    QString lines;
    for (int at = 0; at < 40; ++at)
        lines += uR"({"title":"Ferry %1","text":"Ferry %1 left the harbour on Monday."})"_s.arg(at) + u'\n';
    m_studio->import({m_studio->write(u"forty.jsonl"_s, lines)});
    m_studio->window().findChild<QAction *>(u"drawSample"_s)->trigger();
    auto *dialog = m_studio->window().findChild<SampleDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    dialog->findChild<QSpinBox *>()->setValue(7);
    QPushButton *draw = nullptr;
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        draw = button->text().remove(u'&') == u"Draw"_s ? button : draw;
    QTRY_VERIFY(draw->isEnabled());
    QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"7 of 40 articles"_s));
    QVERIFY(dialog->grab().save(m_studio->path(u"sample.png"_s)));
    QTest::mouseClick(draw, Qt::LeftButton);
    auto *panel = m_studio->window().findChild<ArticleListPanel *>();
    QCOMPARE(m_studio->workspace().project()->store().samples()->size(), size_t(1));
    // The article that is open is pinned to the list where it was not drawn.
    QVERIFY(panel->filter().rowCount() == 7 || panel->filter().rowCount() == 8);
    m_studio->workspace().undo();
    QCOMPARE(m_studio->workspace().project()->store().samples()->size(), size_t(0));
    QCOMPARE(panel->filter().rowCount(), 40);
}

void StudyWindowTest::aSampleThatCannotBeReadIsTold()
{
    m_studio->createProject();
    StoredSample sample{m_studio->workspace().allot<SampleTag>(), QUuid::createUuid(), u"May"_s, u"{}"_s};
    QVERIFY(m_studio->workspace().commit(Change{u"Draw"_s, {added(sample)}}));
    const auto *bar = m_studio->window().findChild<MessageBar *>();
    QVERIFY(std::ranges::any_of(bar->messages(), [](const Message &message) { return message.text.contains(u"“May” cannot be read"_s); }));
}

void StudyWindowTest::aStoryIsCodedOnceAndCarriedOver()
{
    m_studio->createProject();
    QString body;
    for (int paragraph = 0; paragraph < 6; ++paragraph) {
        for (int word = 0; word < 30; ++word)
            body += u"word%1 "_s.arg((paragraph * 7919 + word * 1299709) % 9973);
        body += u"\n\n"_s;
    }
    const QString wire = u"Ferry crews reject the offer\n\n"_s + body.trimmed();
    const QString paper = u"Crews say no\n\nBy our staff in Kelsmouth\n\n"_s + body.left(body.size() * 2 / 3).trimmed();
    m_studio->import({m_studio->write(u"wire.txt"_s, wire), m_studio->write(u"paper.txt"_s, paper)});
    QTRY_COMPARE(m_studio->articles(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->workspace().article() && m_studio->workspace().article()->article.family, 10000);
    const bool onWire = m_studio->workspace().article()->text == wire;
    if (!onWire)
        m_studio->window().findChild<QAction *>(u"nextArticle"_s)->trigger();
    if (m_studio->workspace().article()->text != wire)
        m_studio->window().findChild<QAction *>(u"previousArticle"_s)->trigger();
    QCOMPARE(m_studio->workspace().article()->text, wire);
    m_studio->view().setSelection({40, 70});
    QTest::keyClicks(&m_studio->view(), m_studio->keyOf(u"Economic"_s));
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    const QString quote = m_studio->annotations()[0].quote;

    auto *show = m_studio->window().findChild<QAction *>(u"showVersions"_s);
    QVERIFY(show->isEnabled());
    show->trigger();
    auto *dialog = m_studio->window().findChild<VersionsDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    const auto browsers = dialog->findChildren<QTextBrowser *>();
    const auto other = std::ranges::find(browsers, u"The other version"_s, &QWidget::accessibleName);
    QVERIFY(other != browsers.end() && (*other)->toPlainText().contains(u"By our staff in Kelsmouth"_s));
    QVERIFY(testing::keepPicture(*dialog, u"versions"_s));
    const auto press = [&](const QString &text) {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(text));
    };
    press(u"Carry My Codings Over"_s);
    press(u"Open This Version"_s);
    QTRY_COMPARE(m_studio->workspace().article()->text, paper);
    QCOMPARE(m_studio->annotations().size(), size_t(1));
    Annotation carried = m_studio->annotations()[0];
    QCOMPARE(carried.quote, quote);
    QVERIFY(carried.inherited && carried.origin);
    m_studio->view().nextMark();
    QPushButton *confirm = nullptr;
    for (QPushButton *button : m_studio->window().findChild<InspectorPanel *>()->findChildren<QPushButton *>())
        confirm = button->text().startsWith(u"Confirm"_s) ? button : confirm;
    QVERIFY(confirm && confirm->isVisibleTo(&m_studio->window()));
    QTest::mouseClick(confirm, Qt::LeftButton);
    carried = m_studio->annotations()[0];
    QVERIFY(!carried.inherited && carried.origin);
    QVERIFY(!confirm->isVisibleTo(&m_studio->window()));
}

GALLEY_WINDOW_TEST(StudyWindowTest)
#include "tst_studywindow.moc"
