// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/codebook.h>

#include <testing.h>

#include <QTest>

using namespace galley;
using namespace Qt::StringLiterals;

class CodebookTest : public QObject
{
    Q_OBJECT

private slots:
    void pathsNameTheWayToACode();
    void aSlashInANameIsEscaped();
    void aNameAloneIsEnoughWhereItIsUnique();
    void aLoopOfParentsIsBroken();
    void onlyASpanLayerHasAPrincipalVariable();
};

namespace {

Code code(qint64 id, qint64 parent, const QString &name)
{
    Code result;
    result.id = {id};
    result.parent = {parent};
    result.variable = {1};
    result.name = name;
    return result;
}

Codebook codebook(std::vector<Code> codes)
{
    Layer framing;
    framing.id = {1};
    framing.name = u"Framing"_s;
    Layer article = framing;
    article.id = {2};
    article.name = u"Article"_s;
    article.unit = LayerUnit::Article;
    Variable frame;
    frame.id = {1};
    frame.layer = {1};
    frame.name = u"frame"_s;
    Variable tone = frame;
    tone.id = {2};
    tone.layer = {2};
    return Codebook(u"Test"_s, 1, {framing, article}, {frame, tone}, std::move(codes));
}

} // namespace

void CodebookTest::pathsNameTheWayToACode()
{
    const Codebook book = codebook({code(1, 0, u"Security"_s), code(2, 1, u"Defence"_s), code(3, 2, u"Alliance"_s)});
    QCOMPARE(book.path({3}), u"Security/Defence/Alliance"_s);
    QCOMPARE(book.code({1}, u"Security/Defence"_s)->id, CodeId{2});
    QVERIFY(!book.code({1}, u"Security/Alliance"_s));
    QCOMPARE(book.path({99}), QString());
}

void CodebookTest::aSlashInANameIsEscaped()
{
    const Codebook book = codebook({code(1, 0, u"Law/order"_s)});
    QCOMPARE(book.path({1}), u"Law\\/order"_s);
    QVERIFY(book.code({1}, u"Law\\/order"_s));
    QVERIFY(book.code({1}, u"Law/order"_s)); // the name itself
}

void CodebookTest::aNameAloneIsEnoughWhereItIsUnique()
{
    const Codebook book = codebook({code(1, 0, u"A"_s), code(2, 1, u"x"_s), code(3, 0, u"B"_s), code(4, 3, u"x"_s), code(5, 3, u"y"_s)});
    QCOMPARE(book.code({1}, u"y"_s)->id, CodeId{5});
    QVERIFY(!book.code({1}, u"x"_s));
}

void CodebookTest::aLoopOfParentsIsBroken()
{
    const Codebook book = codebook({code(1, 2, u"A"_s), code(2, 1, u"B"_s)});
    QCOMPARE(book.codes().size(), size_t(2));
    QCOMPARE(book.path({2}), u"A/B"_s);
}

void CodebookTest::onlyASpanLayerHasAPrincipalVariable()
{
    const Codebook book = codebook({});
    QCOMPARE(book.principalVariable({1})->name, u"frame"_s);
    QVERIFY(!book.principalVariable({2}));
    QVERIFY(!book.principalVariable({9}));
}

GALLEY_TEST(CodebookTest)
#include "tst_codebook.moc"
