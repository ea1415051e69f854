// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict.h"

#include "summarytext.h"

#include <array>
#include <cmath>
#include <utility>

namespace galley {

namespace {

struct VerdictWords
{
    const char *name;
    const char *word;
    char16_t symbol;
};

constexpr std::array verdictWords{ // in the order of Verdict
    VerdictWords{"reliable", QT_TRANSLATE_NOOP("Summary", "reliable"), u'✓'},
    VerdictWords{"tentative", QT_TRANSLATE_NOOP("Summary", "tentative"), u'~'},
    VerdictWords{"not_reliable", QT_TRANSLATE_NOOP("Summary", "not reliable"), u'✗'},
    VerdictWords{"undefined", QT_TRANSLATE_NOOP("Summary", "undefined"), u'–'}};

const VerdictWords &wordsOf(Verdict verdict)
{
    return verdictWords[size_t(std::to_underlying(verdict))];
}

bool reaches(double value, double threshold)
{
    return std::round(value * 1000) >= std::round(threshold * 1000);
}

} // namespace

Verdict verdictOf(const Coefficient &coefficient, const Thresholds &thresholds)
{
    if (!coefficient.value)
        return Verdict::Undefined;
    if (reaches(*coefficient.value, thresholds.reliable))
        return Verdict::Reliable;
    return reaches(*coefficient.value, thresholds.tentative) ? Verdict::Tentative : Verdict::NotReliable;
}

QString nameOf(Verdict verdict)
{
    return QString::fromLatin1(wordsOf(verdict).name);
}

QString explain(Verdict verdict)
{
    return Summary::tr(wordsOf(verdict).word);
}

QString symbolOf(Verdict verdict)
{
    return QString(QChar(wordsOf(verdict).symbol));
}

QString sentenceOf(const Coefficient &coefficient, const Thresholds &thresholds)
{
    const Verdict verdict = verdictOf(coefficient, thresholds);
    if (verdict == Verdict::Undefined)
        return Summary::tr("%1: %2").arg(explain(verdict), explain(coefficient.value.error()));
    const double threshold = verdict == Verdict::Reliable ? thresholds.reliable : thresholds.tentative;
    if (verdict == Verdict::NotReliable || !coefficient.interval || reaches(coefficient.interval->low, threshold))
        return explain(verdict);
    return Summary::tr("%1; the interval reaches below %2").arg(explain(verdict), QString::number(threshold, 'f', 3));
}

} // namespace galley
