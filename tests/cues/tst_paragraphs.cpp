// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cues/paragraphs.h>

#include <testing.h>

#include <QStringList>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class ParagraphsTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextFallsIntoItsParagraphs_data();
    void aTextFallsIntoItsParagraphs();
};

void ParagraphsTest::aTextFallsIntoItsParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QString lengthy = u"A line that nobody would have broken by hand runs well past a hundred and twenty characters, "
                            "which is wider than any letter or telegram."_s;

    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("blank lines only") << u"\n \n\u00A0\n"_s << QStringList();
    QTest::newRow("one") << u"One."_s << QStringList{u"One."_s};
    QTest::newRow("parted by a blank line") << u"One.\n\nTwo.\n"_s << QStringList{u"One."_s, u"Two."_s};
    QTest::newRow("parted by a line of blanks") << u"One.\n\u00A0 \nTwo."_s << QStringList{u"One."_s, u"Two."_s};
    QTest::newRow("a line each") << lengthy + u"\nShort.\n"_s + lengthy << QStringList{lengthy, u"Short."_s, lengthy};
    QTest::newRow("wrapped by hand") << u"The first line is full and the\nsecond is not.\n\nAnother one."_s
                                     << QStringList{u"The first line is full and the\nsecond is not."_s, u"Another one."_s};
    QTest::newRow("a word that would have fitted") << u"Not full\nThis line is the longest of all\nEnd"_s
                                                   << QStringList{u"Not full"_s, u"This line is the longest of all\nEnd"_s};
}

void ParagraphsTest::aTextFallsIntoItsParagraphs()
{
    QFETCH(QString, text);
    QStringList found;
    for (const Utf16Range range : paragraphs(text))
        found << text.sliced(range.begin, range.length());
    QTEST(found, "expected");
}

GALLEY_TEST(ParagraphsTest)
#include "tst_paragraphs.moc"
