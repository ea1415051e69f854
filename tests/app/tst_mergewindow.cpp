// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pictures.h>
#include <studio.h>

#include <app/team/mergecontroller.h>
#include <project/annotationedits.h>
#include <widgets/messagebar.h>

#include <testing.h>

#include <QPushButton>

using namespace galley;
using namespace Qt::StringLiterals;

/// A copy that somebody else coded on comes back through the window.
class MergeWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCopyIsPreviewedMergedAndTakenBack();
    void whatIsNoCopyIsSaid();

private:
    bool isTold(const QString &words);

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

void MergeWindowTest::aCopyIsPreviewedMergedAndTakenBack()
{
    const QString copy = m_studio->path(u"Ben.galley"_s);
    m_studio->workspace().closeProject();
    QVERIFY(QFile::copy(m_studio->project(), copy));
    {
        Workspace elsewhere;
        QVERIFY(elsewhere.openProject(copy));
        elsewhere.setCoder(elsewhere.addCoder(u"Ben"_s, CoderRole::Coder));
        QVERIFY(elsewhere.openArticle(elsewhere.project()->store().articles()->front().id));
        const OpenArticle *open = elsewhere.article();
        const LayerId layer = elsewhere.codebook().layer(u"Framing")->id;
        QVERIFY(elsewhere.commit(annotate(elsewhere.codebook(), {open->text, open->positions},
            {elsewhere.allot<AnnotationTag>(), open->article.id, layer, elsewhere.coder()->id, {}, {{18, 25}}, {}, {}}, QDateTime::currentDateTimeUtc())));
    }
    QVERIFY(m_studio->window().openProject(m_studio->project()));
    m_studio->becomeCoder(u"Ada"_s);
    QVERIFY(m_studio->window().findChild<QAction *>(u"mergeCopies"_s)->isEnabled());
    m_studio->window().findChild<MergeController *>()->preview({copy}); // as the file dialog does
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"“Ben.galley” would bring"_s), 20000);
    QVERIFY(m_studio->annotations().empty());
    QVERIFY(testing::keepPicture(m_studio->window(), u"merge-preview"_s));
    auto *button = m_studio->window().findChild<MessageBar *>()->findChild<QPushButton *>();
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"“Ben.galley” is merged"_s), 20000);
    QVERIFY(m_studio->workspace().article());
    QCOMPARE(m_studio->workspace().article()->annotations.size(), size_t(1));
    QCOMPARE(m_studio->workspace().coder()->name, u"Ada"_s);
    m_studio->waitUntilActive();
    m_studio->view().setFocus();
    QTest::keyClick(&m_studio->view(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(m_studio->workspace().article() && m_studio->workspace().article()->annotations.empty());
}

void MergeWindowTest::whatIsNoCopyIsSaid()
{
    m_studio->window().findChild<MergeController *>()->preview({m_studio->write(u"notes.galley"_s, u"no project"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(isTold(u"“notes.galley” cannot be merged"_s), 20000);
}

GALLEY_WINDOW_TEST(MergeWindowTest)
#include "tst_mergewindow.moc"
