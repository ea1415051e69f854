// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/text/language.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void theLanguageIsFound_data();
    void theLanguageIsFound();
    void whatSaysNothingIsNotGuessed();
    void nothingThatATextMayHoldDisturbsIt();
};

void LanguageTest::theLanguageIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");

    QTest::newRow("English") << u"The council voted on Monday to open the harbour again after the storm had closed it."_s << u"en"_s;
    QTest::newRow("German") << u"Der Stadtrat beschloss am Montag, den Hafen nach dem Sturm wieder zu öffnen."_s << u"de"_s;
    QTest::newRow("French") << u"Le conseil a décidé lundi de rouvrir le port après la tempête qui l’avait fermé."_s << u"fr"_s;
    QTest::newRow("Spanish") << u"El consejo decidió el lunes volver a abrir el puerto después de la tormenta."_s << u"es"_s;
    QTest::newRow("Dutch") << u"De gemeenteraad besloot maandag de haven na de storm weer te openen voor schepen."_s << u"nl"_s;
    QTest::newRow("Russian") << u"Городской совет решил в понедельник снова открыть порт после шторма."_s << u"ru"_s;
    QTest::newRow("Arabic") << u"قرر المجلس يوم الاثنين إعادة فتح الميناء بعد العاصفة التي أغلقته."_s << u"ar"_s;
    QTest::newRow("Hebrew") << u"המועצה החליטה ביום שני לפתוח מחדש את הנמל לאחר הסערה שסגרה אותו."_s << u"he"_s;
    QTest::newRow("Japanese") << u"市議会は月曜日、嵐で閉鎖されていた港を再び開くことを決定した。"_s << u"ja"_s;
    QTest::newRow("Chinese") << u"市议会星期一决定在暴风雨过后重新开放港口，渡轮将恢复运行。"_s << u"zh"_s;
}

void LanguageTest::theLanguageIsFound()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    QCOMPARE(detectedLanguage(text), language);
    QCOMPARE(detectedLanguage((text + u'\n').repeated(200)), language);
}

void LanguageTest::whatSaysNothingIsNotGuessed()
{
    for (const QString &text : {QString(), u"  \n"_s, u"12:30 – 4,5 %"_s, u"OK"_s, u"😀😀😀"_s})
        QCOMPARE(detectedLanguage(text), QString());
}

void LanguageTest::nothingThatATextMayHoldDisturbsIt()
{
    const QString text = u"The council voted on Monday to open the harbour again."_s;
    QCOMPARE(detectedLanguage(u"\u0001\uFFFE\uFFFF\u200B\u00AD"_s + text + u"\U0001FFFE\U0010FFFF😀"_s), u"en"_s);
    for (qsizetype at = 290; at < 310; ++at) // the cut through a surrogate pair
        QVERIFY(detectedLanguage(u" "_s.repeated(at) + u"😀"_s.repeated(10)).isEmpty());
}

GALLEY_PURE_TEST(LanguageTest)
#include "tst_language.moc"
