// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Intervals of coefficients of spans: what a sample of texts comes to is what the coefficient of these texts is.
#include <base/random.h>
#include <reliability/textbootstrap.h>
#include <reliability/ualpha.h>

#include <testing.h>

#include <QTest>

#include <cmath>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

/// Two or three coders, texts of 200 characters, spans that overlap where `stacked`.
SpanCodings someTexts(int texts, bool stacked)
{
    SpanCodings codings{{u"Ada"_s, u"Ben"_s, u"Cem"_s}, {u"x"_s, u"y"_s, u"z"_s}, {}};
    Random random(11, stacked ? 1 : 0);
    for (int text = 0; text < texts; ++text) {
        Continuum document{QString::number(text), 0, 200, {0, 1}, {}};
        if (text % 3 == 0)
            document.coders.push_back(2);
        for (int at = 0; at < 4; ++at) {
            const double begin = at * 50 + random.below(10);
            const auto category = qint32(random.below(3));
            for (const qint32 coder : document.coders) {
                if (random.below(5) == 0)
                    continue;
                const double off = random.below(6);
                document.spans.push_back({coder, random.below(6) == 0 ? (category + 1) % 3 : category, begin + off, begin + 25 + off});
                if (stacked)
                    document.spans.push_back({coder, (category + 2) % 3, begin + 10, begin + 30});
            }
        }
        codings.documents.push_back(std::move(document));
    }
    return codings;
}

/// The texts drawn so often.
SpanCodings drawn(const SpanCodings &codings, const std::vector<int> &times)
{
    SpanCodings sample{codings.coders, codings.categories, {}};
    for (size_t text = 0; text < times.size(); ++text)
        sample.documents.insert(sample.documents.end(), size_t(times[text]), codings.documents[text]);
    return sample;
}

double summed(const TextSums &sums, const std::vector<int> &times)
{
    std::vector<double> all(sums.width);
    for (size_t text = 0; text < times.size(); ++text) {
        for (const auto &[place, amount] : sums.texts[text])
            all[place] += times[text] * amount;
    }
    return sums.coefficient(all).value_or(std::nan(""));
}

} // namespace

class TextBootstrapTest : public QObject
{
    Q_OBJECT

private slots:
    void aSampleOfTextsHasTheCoefficientOfTheseTexts();
    void theIntervalIsTheSameOnAnyNumberOfThreads();
    void oneTextHasNoIntervalAndSaysSo();
    void itCanBeStopped();
    void whatIsUndefinedStaysSo();
};

void TextBootstrapTest::aSampleOfTextsHasTheCoefficientOfTheseTexts()
{
    const SpanCodings plain = someTexts(6, false), stacked = someTexts(6, true);
    const TokenAlphaOptions sets{LabelDistance::Jaccard};
    for (const std::vector<int> &times : {std::vector{1, 1, 1, 1, 1, 1}, std::vector{0, 2, 0, 3, 1, 0}, std::vector{0, 0, 0, 0, 6, 0}}) {
        QVERIFY(std::abs(summed(uAlphaSums(plain), times) - *uAlpha(drawn(plain, times)).value) < 1e-9);
        QVERIFY(std::abs(summed(tokenAlphaSums(plain), times) - *tokenAlpha(drawn(plain, times))->value) < 1e-9);
        QVERIFY(std::abs(summed(tokenAlphaSums(stacked, sets), times) - *tokenAlpha(drawn(stacked, times), sets)->value) < 1e-9);
    }
}

void TextBootstrapTest::theIntervalIsTheSameOnAnyNumberOfThreads()
{
    const SpanCodings codings = someTexts(12, false);
    AlphaBootstrapOptions options{.replicates = 500};
    options.threads = 1;
    const auto one = withTextBootstrap(uAlpha(codings), uAlphaSums(codings), options);
    options.threads = 4;
    const auto four = withTextBootstrap(uAlpha(codings), uAlphaSums(codings), options);
    QVERIFY(one->interval && *one->interval == *four->interval);
    QVERIFY(one->interval->low < *one->value && *one->value < one->interval->high);
}

void TextBootstrapTest::oneTextHasNoIntervalAndSaysSo()
{
    const SpanCodings codings = someTexts(1, false);
    const auto result = withTextBootstrap(uAlpha(codings), uAlphaSums(codings), {});
    QVERIFY(result->value);
    QVERIFY(!result->interval);
    QVERIFY(result->conventions.last().startsWith(u"One text alone"_s));
}

void TextBootstrapTest::itCanBeStopped()
{
    const SpanCodings codings = someTexts(6, false);
    QVERIFY(!withTextBootstrap(uAlpha(codings), uAlphaSums(codings), {}, [](double) { return false; }));
}

void TextBootstrapTest::whatIsUndefinedStaysSo()
{
    const SpanCodings codings = someTexts(6, true);
    const auto result = withTextBootstrap(uAlpha(codings), {}, {});
    QVERIFY(result->value.error() == Undefined::OverlappingUnits);
}

GALLEY_PURE_TEST(TextBootstrapTest)
#include "tst_textbootstrap.moc"
