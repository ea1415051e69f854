// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/json/jsonparser.h>

#include <testing.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

/// What the fast parser takes is what Qt's takes; what it does not take is left to Qt's.
class JsonParserTest : public QObject
{
    Q_OBJECT

private slots:
    void theSameAsQt_data();
    void theSameAsQt();
    void aByteOrderMarkIsPartOfItsString();
    void refused_data();
    void refused();
    void oneParserTakesManyObjects();
};

void JsonParserTest::theSameAsQt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("escapes") << R"({"text":"a\n\tb \"c\" \\ \/ \u00e9 \ud83d\ude00 😀"})"_ba;
    QTest::newRow("zero in a string") << R"({"text":"a\u0000b"})"_ba;
    QTest::newRow("whole numbers") << R"({"a":0,"b":-1,"c":9007199254740993,"d":-9223372036854775808})"_ba;
    QTest::newRow("63 bits") << R"({"a":-9223372036854775808,"b":9223372036854775807})"_ba;
    QTest::newRow("fractions") << R"({"a":0.1,"b":1.0,"c":-2.5e-3,"d":1e300})"_ba;
    QTest::newRow("words") << R"({"a":true,"b":false,"c":null})"_ba;
    QTest::newRow("nested") << R"({"a":[1,[2,{"b":[]}],{}],"c":{"d":{"e":"f"}}})"_ba;
    QTest::newRow("a key twice") << R"({"a":1,"b":2,"a":3})"_ba;
    QTest::newRow("white space") << " \t{ \"a\" : [ 1 , 2 ] } \r"_ba;
    QTest::newRow("keys with escapes") << R"({"\u0061b":1,"":2})"_ba;
}

void JsonParserTest::theSameAsQt()
{
    QFETCH(const QByteArray, json);
    const auto object = JsonParser().object(json);
    QVERIFY(object);
    QCOMPARE(*object, QJsonDocument::fromJson(json).object());
    // The same also where it is written again: 1.0 and 1 may be equal and yet differ on paper.
    QCOMPARE(QJsonDocument(*object).toJson(), QJsonDocument(QJsonDocument::fromJson(json).object()).toJson());
}

void JsonParserTest::aByteOrderMarkIsPartOfItsString()
{
    const auto object = JsonParser().object("{\"text\":\"\xEF\xBB\xBFHarbour\"}");
    QVERIFY(object);
    QCOMPARE(object->value(u"text"_s).toString(), u"\uFEFFHarbour"_s);
}

void JsonParserTest::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("an array") << "[1]"_ba;
    QTest::newRow("cut off") << R"({"a":"b)"_ba;
    QTest::newRow("two objects") << "{}{}"_ba;
    QTest::newRow("a surrogate alone") << R"({"a":"\ud83d"})"_ba;
    QTest::newRow("bytes that are no UTF-8") << "{\"a\":\"\xFF\"}"_ba;
    QTest::newRow("a control character") << "{\"a\":\"\x01\"}"_ba;
    QTest::newRow("too deep") << QByteArray(5000, '[').prepend("{\"a\":").append(QByteArray(5000, ']')).append('}');
}

void JsonParserTest::refused()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!JsonParser().object(json));
}

void JsonParserTest::oneParserTakesManyObjects()
{
    JsonParser parser;
    for (int number = 0; number < 100; ++number) {
        const QByteArray json = "{\"n\":" + QByteArray::number(number) + ",\"text\":\"" + QByteArray(number * 97, 'x') + "\"}";
        const auto object = parser.object(json);
        QVERIFY(object);
        QCOMPARE(object->value(u"n"_s).toInt(), number);
        QCOMPARE(object->value(u"text"_s).toString().size(), number * 97);
        QVERIFY(!parser.object("{"));
    }
}

GALLEY_PURE_TEST(JsonParserTest)

#include "tst_jsonparser.moc"
