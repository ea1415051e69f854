// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "standarderror.h"

#include "options.h"
#include "reliabilitytext.h"

#include <algorithm>
#include <array>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct Method
{
    const char *metric;
    const char *name;
};

constexpr const char *gwet = "gwet_linearisation";
constexpr std::array methods{
    Method{"krippendorff_alpha", gwet}, Method{"cohen_kappa", "fleiss_cohen_everitt_1969"},
    Method{"fleiss_kappa", gwet},       Method{"conger_kappa", gwet},
    Method{"scott_pi", gwet},           Method{"gwet_ac1", gwet},
    Method{"gwet_ac2", gwet},           Method{"percent_agreement", gwet},
};

} // namespace

QStringList standardErrorOptionNames()
{
    return {u"of"_s, u"method"_s, u"level"_s, u"weights"_s, u"scale"_s, u"mode"_s};
}

Result<Coefficient> standardErrorBy(const Codings &codings, const MetricOptions &options, const Proceed &proceed)
{
    const QString name = options.value(u"of"_s, QLatin1StringView(methods.front().metric));
    const auto method
        = std::ranges::find_if(methods, [&](const Method &known) { return name == QLatin1StringView(known.metric); });
    if (method == methods.end())
        return failed(Reliability::tr("there is no standard error of “%1”").arg(name));
    const QString wanted = options.value(u"method"_s, QLatin1StringView(method->name));
    if (wanted != QLatin1StringView(method->name))
        return failed(Reliability::tr("the standard error of %1 is by the method %2, not “%3”")
                          .arg(name, QLatin1StringView(method->name), wanted));

    MetricOptions passed = options;
    passed.remove(u"of"_s);
    passed.remove(u"method"_s);
    if (name != "krippendorff_alpha"_L1)
        passed.remove(u"level"_s);
    auto coefficient = compute(name, codings, passed, proceed);
    if (!coefficient || !coefficient->value)
        return coefficient;
    if (!coefficient->standardError && coefficient->units >= 2)
        return failed(Reliability::tr("there is no standard error of %1 with these options").arg(name));
    if (coefficient->standardError)
        coefficient->value = *coefficient->standardError;
    else
        coefficient->value = std::unexpected(Undefined::FewerThanTwoUnits);
    coefficient->interval.reset();
    return coefficient;
}

} // namespace galley
