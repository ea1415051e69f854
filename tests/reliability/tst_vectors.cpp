// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every vector of the shared folder through the registry: the value within its tolerance, or undefined.
#include "vectors.h"

#include <reliability/dissimilarity.h>

#include <testing.h>

#include <QTest>

#include <map>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(galley::testing::Vector)

class VectorsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyVector_data();
    void everyVector();
    void cleanupTestCase();

private:
    void replay(const Vector &vector);
    void compareTable(const Vector &vector);

    std::map<QString, int> m_passed;
};

void VectorsTest::everyVector_data()
{
    QTest::addColumn<Vector>("vector");
    const auto vectors = vectorsIn(vectorFolder());
    if (vectors.empty())
        QSKIP(qPrintable(u"no agreement vectors in %1: nothing compared (GALLEY_AGREEMENT_VECTORS names another folder)"_s.arg(
            vectorFolder())));
    for (const Vector &vector : vectors)
        QTest::newRow(qPrintable(vector.id)) << vector;
}

void VectorsTest::everyVector()
{
    QFETCH(Vector, vector);
    if (vector.metric == "gamma_replay"_L1)
        return replay(vector);
    if (vector.metric == "gamma_positional_dissimilarity_table"_L1)
        return compareTable(vector);
    const auto result = computed(vector);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    if (!vector.isDefined()) {
        QVERIFY2(!result->value, qPrintable(u"%1 instead of undefined"_s.arg(result->value.value_or(0))));
        const QString expected = vector.whole["reason"_L1].toString();
        if (expected != nameOf(result->value.error()))
            qInfo("%s: reason %s where the vector says %s", qPrintable(vector.id), qPrintable(nameOf(result->value.error())),
                  qPrintable(expected));
        ++m_passed[vector.metric + u" undefined"_s];
        return;
    }
    QVERIFY2(result->value, result->value ? "" : qPrintable(nameOf(result->value.error())));
    const QJsonValue expected = vector.whole["expected"_L1];
    const QJsonValue tolerance = vector.whole["tolerance"_L1];
    const auto close = [](double found, double wanted, double within) { return std::abs(found - wanted) <= within; };
    if (expected.isObject()) {
        for (const QString &key : expected.toObject().keys()) {
            const auto figure = std::ranges::find(result->figures, key, &std::pair<QString, double>::first);
            QVERIFY2(figure != result->figures.end(), qPrintable(u"no figure %1"_s.arg(key)));
            const double wanted = expected[key].toDouble();
            const double within = tolerance.isObject() ? tolerance[key].toDouble() : tolerance.toDouble();
            QVERIFY2(
                close(figure->second, wanted, within),
                qPrintable(
                    u"%1 is %2, not %3 ± %4"_s.arg(key).arg(figure->second, 0, 'g', 17).arg(wanted, 0, 'g', 17).arg(within)));
        }
    } else {
        QVERIFY2(close(*result->value, expected.toDouble(), tolerance.toDouble()),
                 qPrintable(u"%1, not %2 ± %3"_s.arg(*result->value, 0, 'g', 17)
                                .arg(expected.toDouble(), 0, 'g', 17)
                                .arg(tolerance.toDouble())));
        const QJsonValue published = vector.whole["published"_L1];
        if (published.isDouble())
            QVERIFY(close(*result->value, published.toDouble(), vector.whole["published_tolerance"_L1].toDouble()));
    }
    ++m_passed[vector.metric + u" ok"_s];
}

/// The chance continua are in the vector: nothing is drawn.
void VectorsTest::replay(const Vector &vector)
{
    const auto disorder = [&](const QJsonArray &spans) {
        const QStringList coders = stringsOf(vector.dataset["coders"_L1].toArray());
        const auto result = compute(u"gamma_observed_disorder"_s, spanCodingsOf(coders, spans), optionsOf(vector));
        return result && result->value ? *result->value : std::nan("");
    };
    const QJsonArray samples = vector.whole["samples"_L1].toArray();
    double sum = 0;
    for (const QJsonValue &sample : samples)
        sum += disorder(sample.toArray());
    const double expected = sum / double(samples.size());
    const double tolerance = vector.whole["tolerance"_L1].toDouble();
    const QJsonValue wanted = vector.whole["expected"_L1];
    QVERIFY(std::abs(expected - wanted["expected_disorder"_L1].toDouble()) <= tolerance);
    QVERIFY(std::abs(1 - disorder(vector.dataset["spans"_L1].toArray()) / expected - wanted["gamma"_L1].toDouble()) <= tolerance);
    ++m_passed[vector.metric + u" ok"_s];
}

void VectorsTest::compareTable(const Vector &vector)
{
    const SpanCodings codings = spanCodingsOf(vector);
    const auto table = positionalDissimilarityTable(
        codings.documents.front(), qint32(codings.coders.indexOf("liza"_L1, 0, Qt::CaseInsensitive)),
        qint32(codings.coders.indexOf("pierrot"_L1, 0, Qt::CaseInsensitive)), vector.params()["delta_empty"_L1].toDouble());
    const QJsonArray expected = vector.whole["expected"_L1].toArray();
    QCOMPARE(qsizetype(table.size()), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QVERIFY(std::abs(table[size_t(i)] - expected[i].toDouble()) <= vector.whole["tolerance"_L1].toDouble());
    ++m_passed[vector.metric + u" ok"_s];
}

void VectorsTest::cleanupTestCase()
{
    int all = 0;
    for (const auto &[what, count] : m_passed) {
        qInfo("%5d  %s", count, qPrintable(what));
        all += count;
    }
    qInfo("%5d  vectors as expected", all);
}

GALLEY_TEST(VectorsTest)
#include "tst_vectors.moc"
