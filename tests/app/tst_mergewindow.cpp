// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pictures.h>
#include <studio.h>

#include <app/team/mergecontroller.h>
#include <project/annotationedits.h>
#include <team/apartdialog.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QPushButton>
#include <QTableView>

using namespace galley;
using namespace Qt::StringLiterals;

/// A copy that somebody else coded on comes back through the window.
class MergeWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCopyIsPreviewedMergedAndTakenBack();
    void whatTwoCopiesAlteredIsDecidedByKey_data();
    void whatTwoCopiesAlteredIsDecidedByKey();
    void whatIsNoCopyIsSaid();

private:
    bool isTold(const QString &words);
    /// A copy on which Ben does that; then Ada has the project open again.
    QString copyOfBen(const std::function<bool(Workspace &elsewhere)> &work);
    void preview(const QString &copy);
    void mergePreviewed();

    std::unique_ptr<Studio> m_studio;
};

void MergeWindowTest::init()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->createProject();
    m_studio->import({m_studio->write(u"article.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
}

bool MergeWindowTest::isTold(const QString &words)
{
    return std::ranges::any_of(m_studio->window().findChild<MessageBar *>()->messages(), [&](const Message &message) { return message.text.contains(words); });
}

QString MergeWindowTest::copyOfBen(const std::function<bool(Workspace &elsewhere)> &work)
{
    const QString copy = m_studio->path(u"Ben.galley"_s);
    m_studio->workspace().closeProject();
    Workspace elsewhere;
    if (!QFile::copy(m_studio->project(), copy) || !elsewhere.openProject(copy))
        return {};
    elsewhere.setCoder(elsewhere.addCoder(u"Ben"_s, CoderRole::Coder));
    const bool worked = work(elsewhere);
    elsewhere.closeProject();
    if (!worked || !m_studio->window().openProject(m_studio->project()))
        return {};
    m_studio->becomeCoder(u"Ada"_s);
    return copy;
}

void MergeWindowTest::preview(const QString &copy)
{
    QVERIFY(!copy.isEmpty());
    QVERIFY(m_studio->window().findChild<QAction *>(u"mergeCopies"_s)->isEnabled());
    m_studio->window().findChild<MergeController *>()->preview({copy}); // as the file dialog does
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"“Ben.galley” would bring"_s), 20000);
}

void MergeWindowTest::mergePreviewed()
{
    auto *button = m_studio->window().findChild<MessageBar *>()->findChild<QPushButton *>();
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"“Ben.galley” is merged"_s), 20000);
}

void MergeWindowTest::aCopyIsPreviewedMergedAndTakenBack()
{
    preview(copyOfBen([](Workspace &elsewhere) {
        if (!elsewhere.openArticle(elsewhere.project()->store().articles()->front().id))
            return false;
        const OpenArticle *open = elsewhere.article();
        const LayerId layer = elsewhere.codebook().layer(u"Framing")->id;
        return elsewhere.commit(annotate(elsewhere.codebook(), {open->text, open->positions},
            {elsewhere.allot<AnnotationTag>(), open->article.id, layer, elsewhere.coder()->id, {}, {{18, 25}}, {}, {}}, QDateTime::currentDateTimeUtc()));
    }));
    QVERIFY(m_studio->annotations().empty());
    QVERIFY(testing::keepPicture(m_studio->window(), u"merge-preview"_s));
    mergePreviewed();
    QVERIFY(m_studio->workspace().article());
    QCOMPARE(m_studio->workspace().article()->annotations.size(), size_t(1));
    QCOMPARE(m_studio->workspace().coder()->name, u"Ada"_s);
    m_studio->waitUntilActive();
    m_studio->view().setFocus();
    QTest::keyClick(&m_studio->view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(m_studio->workspace().article() && m_studio->workspace().article()->annotations.empty());
}

void MergeWindowTest::whatTwoCopiesAlteredIsDecidedByKey_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("takesTheOther");
    QTest::newRow("the other is taken") << Qt::Key_T << true;
    QTest::newRow("what stands is kept") << Qt::Key_K << false;
}

void MergeWindowTest::whatTwoCopiesAlteredIsDecidedByKey()
{
    QFETCH(Qt::Key, key);
    QFETCH(bool, takesTheOther);
    const auto rename = [](Workspace &workspace, const QString &name) {
        const Code before = workspace.codebook().codes().front();
        Code after = before;
        after.name = name;
        return workspace.commit(Change{u"Rename a code"_s, {modified(before, after)}});
    };
    const QString copy = copyOfBen([&](Workspace &elsewhere) { return rename(elsewhere, u"Trade"_s); });
    QVERIFY(rename(m_studio->workspace(), u"Commerce"_s));
    preview(copy);
    mergePreviewed();
    const QString standing = m_studio->workspace().codebook().codes().front().name;
    QTRY_VERIFY(m_studio->window().findChild<MessageBar *>()->findChild<QPushButton *>()->isVisible());
    QTest::mouseClick(m_studio->window().findChild<MessageBar *>()->findChild<QPushButton *>(), Qt::LeftButton); // “Look at Them”
    auto *dialog = m_studio->window().findChild<ApartDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *table = dialog->findChild<QTableView *>(u"versions"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY2(table->model()->index(0, 1).data().toString().contains(standing), qPrintable(table->model()->index(0, 1).data().toString()));
    QVERIFY(testing::keepPicture(*dialog, u"altered-on-two-copies"_s));
    dialog->activateWindow(); // without a window manager the one behind it takes the keys back
    QTRY_COMPARE(QApplication::focusWidget(), table);
    QTest::keyClick(table, key);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    const QString now = m_studio->workspace().codebook().codes().front().name;
    QCOMPARE(now == standing, !takesTheOther);
    QVERIFY((QSet<QString>{u"Trade"_s, u"Commerce"_s}.contains(now)));
}

void MergeWindowTest::whatIsNoCopyIsSaid()
{
    m_studio->window().findChild<MergeController *>()->preview({m_studio->write(u"notes.galley"_s, u"no project"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"“notes.galley” cannot be merged"_s), 20000);
}

GALLEY_WINDOW_TEST(MergeWindowTest)
#include "tst_mergewindow.moc"
