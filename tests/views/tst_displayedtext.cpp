// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/displayedtext.h>

#include <testing.h>

#include <QApplication>
#include <QRandomGenerator>
#include <QTextDocument>

using namespace galley;
using namespace Qt::StringLiterals;

class DisplayedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void aDocumentKeepsEveryPosition();
};

void DisplayedTextTest::aDocumentKeepsEveryPosition()
{
    const QStringList pieces{u"a"_s, u" "_s, u"."_s, u"\n"_s, u"東"_s, u"😀"_s, u"👩‍👧"_s, u"e\u0301"_s, u"ש"_s, u"\u00A0"_s, u"\t"_s,
                             QString(QChar(0xD800)), QString(QChar(0xDC00)), u"\u2029"_s, u"\u2028"_s, u"\r"_s, u"\r\n"_s, u"\f"_s,
                             QString(QChar(0)), QString(QChar(0xFFFC)), QString(QChar(0xFDD0)), QString(QChar(0xFDD1)), u"\u200B"_s,
                             u"\u00AD"_s, u"\uFEFF"_s, QString(QChar(0x7F)), u"Said. "_s};
    for (quint32 seed = 1; seed <= 100; ++seed) {
        QRandomGenerator random(seed);
        QString text;
        while (text.size() < 120)
            text += pieces[random.bounded(pieces.size())];
        QTextDocument document;
        document.setPlainText(displayedText(text));
        QCOMPARE(document.characterCount(), int(text.size()) + 1);
        for (qsizetype at = 0; at < text.size(); ++at) {
            const bool separates = document.characterAt(int(at)) == QChar::ParagraphSeparator;
            QCOMPARE(separates, text[at] == u'\n' || text[at] == QChar::ParagraphSeparator);
            if (text[at].isLetterOrNumber() || text[at].isSurrogate())
                QCOMPARE(document.characterAt(int(at)), text[at]);
        }
    }
}

GALLEY_WINDOW_TEST(DisplayedTextTest)
#include "tst_displayedtext.moc"
