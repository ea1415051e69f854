// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cues/definitionfile.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class DefinitionFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aSoundDefinitionSaysItsNameAndLanguages();
    void whatIsWrongIsSaidWithItsLine_data();
    void whatIsWrongIsSaidWithItsLine();
};

namespace {

/// A definition around the given contexts; they begin at line 5.
QByteArray definition(const QByteArray &contexts)
{
    return "<language name=\"Mine\" alternativeNames=\"en;de\" version=\"1\" kateversion=\"5.0\" section=\"News\" extensions=\"\">\n"
           "<highlighting>\n"
           "<list name=\"words\"><item>port</item></list>\n"
           "<contexts>\n"
        + contexts
        + "\n</contexts>\n"
          "<itemDatas><itemData name=\"Text\" defStyleNum=\"dsNormal\"/></itemDatas>\n"
          "</highlighting></language>\n";
}

QByteArray inContext(const QByteArray &rule)
{
    return definition("<context name=\"A\" attribute=\"Text\" lineEndContext=\"#stay\">\n" + rule + "\n</context>");
}

} // namespace

void DefinitionFileTest::aSoundDefinitionSaysItsNameAndLanguages()
{
    const auto found = checkedDefinition(inContext("<keyword attribute=\"Text\" context=\"#pop!A\" String=\"words\"/>\n"
                                                   "<RegExpr attribute=\"Text\" context=\"##C++\" String=\"\\bport\\b\"/>\n"
                                                   "<IncludeRules context=\"Text##News cues (English)\"/>"));
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    QCOMPARE(found->name, u"Mine"_s);
    QCOMPARE(found->languages, QStringList({u"en"_s, u"de"_s}));
}

void DefinitionFileTest::whatIsWrongIsSaidWithItsLine_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QByteArray() << u"line 1: Premature end of document."_s;
    QTest::newRow("cut off") << inContext({}).first(120) << u"line 2: Premature end of document."_s;
    QTest::newRow("not a definition") << QByteArray("<html/>") << u"line 1: the outermost element is <html>, not <language>"_s;
    QTest::newRow("no name") << QByteArray("<language kateversion=\"5.0\"/>") << u"line 1: <language> has no name"_s;
    QTest::newRow("no version") << QByteArray("<language name=\"Mine\" kateversion=\"5\"/>")
                                << u"line 1: <language> needs kateversion=\"5.0\" or another version with a dot"_s;
    QTest::newRow("no context") << definition({}) << u"line 9: there is no <context>, so nothing would be marked"_s;
    QTest::newRow("unknown rule") << inContext("<Word String=\"port\"/>") << u"line 6: <Word> is not a rule"_s;
    QTest::newRow("unknown context") << inContext("<DetectChar char=\"x\" context=\"B\"/>")
                                     << u"line 6: there is no context named “B”"_s;
    QTest::newRow("unknown context after a pop") << inContext("<DetectChar char=\"x\" context=\"#pop!B\"/>")
                                                 << u"line 6: there is no context named “B”"_s;
    QTest::newRow("unknown style") << inContext("<DetectChar char=\"x\" attribute=\"Loud\"/>")
                                   << u"line 6: there is no itemData named “Loud”"_s;
    QTest::newRow("unknown list") << inContext("<keyword String=\"verbs\" attribute=\"Text\"/>")
                                  << u"line 6: there is no list named “verbs”"_s;
    QTest::newRow("broken expression") << inContext("<RegExpr String=\"port(\" attribute=\"Text\"/>")
                                       << u"line 6: the expression does not compile: missing closing parenthesis, at character 6"_s;
    QTest::newRow("a look ahead that stays") << inContext("<DetectChar char=\"x\" lookAhead=\"true\" context=\"#stay\"/>")
                                             << u"line 6: a rule that only looks ahead has to lead to another context"_s;
}

void DefinitionFileTest::whatIsWrongIsSaidWithItsLine()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, message);
    const auto found = checkedDefinition(xml);
    QVERIFY(!found);
    QCOMPARE(found.error().message, message);
}

GALLEY_TEST(DefinitionFileTest)
#include "tst_definitionfile.moc"
