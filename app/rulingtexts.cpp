// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulingtexts.h"

#include <domain/shortened.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString codesOf(std::span<const Annotation> annotations, const ComparisonNames &names)
{
    QStringList codes;
    for (const Annotation &annotation : annotations)
        codes += names.code(annotation);
    return codes.isEmpty() ? QCoreApplication::translate("Ruling", "nothing to code") : codes.join(u" + "_s);
}

QString whenAndBy(const Ruling &ruling, const ComparisonNames &names)
{
    const QString at = QLocale().toString(ruling.created.toLocalTime().date(), QLocale::LongFormat), by = names.coder(ruling.by);
    return by.isEmpty() ? at : QCoreApplication::translate("Ruling", "%1, by %2").arg(at, by);
}

} // namespace

ShownPrecedent shownPrecedent(const Precedent &precedent, const ComparisonNames &names)
{
    QStringList readings;
    for (const Annotation &annotation : precedent.about)
        readings += names.coder(annotation.coder) + u": "_s + names.code(annotation);
    return {shortened(precedent.about.front().quote, 160), readings.join(u" · "_s), codesOf(precedent.results, names), precedent.ruling.reason, whenAndBy(precedent.ruling, names)};
}

RulingsByCode rulingsByCode(const std::vector<Precedent> &precedents, const ComparisonNames &names)
{
    RulingsByCode rulings;
    for (const Precedent &precedent : precedents) {
        const auto [quote, readings, ruling, reason, when] = shownPrecedent(precedent, names);
        for (const Code &code : names.codebook.codes()) {
            if (concerns(precedent, code.id))
                rulings[code.id].push_back({quote, readings, ruling, reason, when});
        }
    }
    return rulings;
}

QString settledText(const ComparedGroup &group, const StandingRulings &standing, const ComparisonNames &names)
{
    const auto ruling = std::ranges::find_if(standing.rulings, [&](const Ruling &known) {
        return std::ranges::any_of(group.annotations, [&](const Annotation &annotation) { return std::ranges::contains(known.about, annotation.id); });
    });
    if (ruling == standing.rulings.end())
        return {};
    std::vector<Annotation> results;
    std::ranges::copy_if(standing.results, std::back_inserter(results), [&](const Annotation &result) { return std::ranges::contains(ruling->results, result.id); });
    QString text = QCoreApplication::translate("Ruling", "Settled: %1. %2").arg(codesOf(results, names), whenAndBy(*ruling, names));
    if (!ruling->category.isEmpty())
        text += u'\n' + ruling->category;
    if (!ruling->reason.isEmpty())
        text += u'\n' + ruling->reason;
    return text;
}

QString otherRulingText(const OtherRuling *other, const ComparisonNames &names)
{
    if (!other)
        return {};
    if (!other->ruling)
        return QCoreApplication::translate("Ruling", "To look at: another copy took this ruling back. T does so here.");
    const QString text = QCoreApplication::translate("Ruling", "To look at: another copy settled this otherwise: %1. %2. T takes that instead.")
                             .arg(codesOf(other->results, names), whenAndBy(*other->ruling, names));
    return other->ruling->reason.isEmpty() ? text : text + u'\n' + other->ruling->reason;
}

} // namespace galley
