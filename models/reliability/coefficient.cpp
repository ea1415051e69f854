// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coefficient.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace galley {

namespace {

struct Words
{
    Undefined reason;
    const char *name;
    const char *sentence;
};

constexpr std::array words{
    Words{Undefined::NoData, "no_data", QT_TRANSLATE_NOOP("Reliability", "There is no data.")},
    Words{Undefined::FewerThanTwoCoders, "fewer_than_two_coders",
          QT_TRANSLATE_NOOP("Reliability", "Fewer than two coders took part.")},
    Words{Undefined::NoPairableUnits, "no_pairable_units", QT_TRANSLATE_NOOP("Reliability", "No unit was valued by two coders.")},
    Words{Undefined::NoCompleteUnits, "no_complete_units",
          QT_TRANSLATE_NOOP("Reliability", "No unit was valued by every coder.")},
    Words{Undefined::NoVariation, "no_variation",
          QT_TRANSLATE_NOOP("Reliability", "All values are the same, so there is no variation to agree on.")},
    Words{Undefined::SingleCategory, "single_category", QT_TRANSLATE_NOOP("Reliability", "There is only one category.")},
    Words{Undefined::NoExpectedDisagreement, "no_expected_disagreement",
          QT_TRANSLATE_NOOP(
              "Reliability",
              "By chance alone no disagreement could be expected: one category covers everything, or nothing is coded.")},
    Words{
        Undefined::OverlappingUnits, "overlapping_units",
        QT_TRANSLATE_NOOP("Reliability", "Spans of one coder overlap; this coefficient is defined only for spans that do not.")},
    Words{Undefined::NoUnits, "no_units", QT_TRANSLATE_NOOP("Reliability", "No coder marked a span.")},
    Words{Undefined::NoIntersection, "no_intersecting_units_or_no_variation",
          QT_TRANSLATE_NOOP("Reliability", "No spans of different coders intersect, or all that do are of one category.")},
    Words{Undefined::CategoryNotInIntersection, "category_not_in_any_intersection_or_no_variation",
          QT_TRANSLATE_NOOP(
              "Reliability",
              "No span of this category intersects a span of another coder, or there is no variation where it does.")},
    Words{Undefined::NoAlignedPair, "no_aligned_pair",
          QT_TRANSLATE_NOOP("Reliability", "No two spans were aligned with each other.")},
    Words{Undefined::BothEmpty, "both_empty", QT_TRANSLATE_NOOP("Reliability", "Neither coder of any pair marked a span.")},
    Words{Undefined::NoBoundaries, "no_boundaries", QT_TRANSLATE_NOOP("Reliability", "No coder set a boundary.")},
    Words{Undefined::FewerThanTwoUnits, "fewer_than_two_units",
          QT_TRANSLATE_NOOP("Reliability", "One unit alone does not show how much units differ.")},
};

const Words &wordsOf(Undefined reason)
{
    return *std::ranges::find(words, reason, &Words::reason);
}

} // namespace

QString nameOf(Undefined reason)
{
    return QString::fromLatin1(wordsOf(reason).name);
}

QString explain(Undefined reason)
{
    return QCoreApplication::translate("Reliability", wordsOf(reason).sentence);
}

} // namespace galley
