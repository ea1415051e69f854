// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <alltexts.h>
#include <dialogs.h>
#include <pictures.h>
#include <studio.h>

#include <domain/givenunit.h>
#include <team/unitsdialog.h>

#include <testing.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

/// First passages are marked, then somebody else says what each of them is.
class UnitsWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void unitsAreGivenCodedAndStayWhereTheyAre();

private:
    void mark(const QString &quote, const QString &code)
    {
        const qsizetype at = m_studio->workspace().article()->text.indexOf(quote);
        m_studio->view().setSelection({at, at + quote.size()});
        m_studio->view().setFocus();
        QTest::keyClicks(&m_studio->view(), m_studio->keyOf(code));
    }

    std::unique_ptr<Studio> m_studio;
};

void UnitsWindowTest::unitsAreGivenCodedAndStayWhereTheyAre()
{
    m_studio = std::make_unique<Studio>();
    m_studio->showWindow();
    m_studio->createProject(u"Ada"_s);
    m_studio->import({m_studio->write(u"a.txt"_s, u"Harbour vote\n\nThe council warned of a threat to the strait. Nobody spoke for the ferries.\n"_s)});
    QTRY_VERIFY(m_studio->workspace().article());
    m_studio->becomeCoder(u"Ben"_s);
    m_studio->becomeCoder(u"Ada"_s);
    mark(u"a threat to the strait"_s, u"Economic"_s);
    mark(u"Nobody spoke"_s, u"Political"_s);
    QCOMPARE(m_studio->annotations().size(), size_t(2));

    m_studio->window().findChild<QAction *>(u"giveUnits"_s)->trigger();
    auto *dialog = shownDialog<UnitsDialog>(m_studio->window());
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>(u"unitsLayer"_s)->currentText(), u"Framing"_s);
    QCOMPARE(dialog->findChild<QComboBox *>(u"unitsFrom"_s)->currentText(), u"Ada"_s); // nothing is settled yet
    auto *people = dialog->findChild<QListWidget *>();
    people->item(1)->setCheckState(Qt::Checked);
    keepPicture(*dialog, u"units-dialog"_s);
    acceptDialog(dialog);
    QTRY_COMPARE(m_studio->annotations().size(), size_t(4));
    QTRY_VERIFY(allTexts(m_studio->window()).contains(u"2 units are given"_s));

    m_studio->becomeCoder(u"Ben"_s);
    m_studio->view().setFocus();
    m_studio->press(Qt::Key_F4); // to the first of his
    QTRY_VERIFY(m_studio->workspace().current());
    const AnnotationId unit = m_studio->workspace().current()->id;
    QVERIFY(isGivenUnit(*m_studio->workspace().current()) && !m_studio->workspace().current()->code);
    m_studio->press(Qt::Key_Right, Qt::ControlModifier | Qt::AltModifier); // begin later
    QTRY_VERIFY(allTexts(m_studio->window()).contains(u"Where this unit is was settled"_s));
    m_studio->press(Qt::Key_Delete);
    QCOMPARE(m_studio->annotations().size(), size_t(4));
    QTest::keyClicks(QApplication::focusWidget(), m_studio->keyOf(u"Morality"_s));
    QTRY_VERIFY(m_studio->workspace().current() && m_studio->workspace().current()->code);
    QCOMPARE(m_studio->workspace().current()->id, unit);
    QVERIFY(!m_studio->workspace().current()->inherited);
    QCOMPARE(m_studio->annotations().size(), size_t(4));
}

GALLEY_WINDOW_TEST(UnitsWindowTest)
#include "tst_unitswindow.moc"
