// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <algorithm>
#include <iterator>

namespace galley {

using namespace Qt::StringLiterals;

std::vector<std::pair<QString, QString>> AgreementSubject::words() const
{
    std::vector<std::pair<QString, QString>> words;
    if (layer)
        words.emplace_back(u"layer"_s, layerName);
    if (variable)
        words.emplace_back(u"variable"_s, variableName);
    if (!pair.isEmpty())
        words.emplace_back(u"pair"_s, pair.join(", "_L1));
    if (category)
        words.emplace_back(u"category"_s, *category);
    if (document)
        words.emplace_back(u"document"_s, *document);
    return words;
}

void AgreementReport::append(AgreementReport &&more)
{
    std::ranges::move(more.results, std::back_inserter(results));
    std::ranges::move(more.details, std::back_inserter(details));
    remarks += more.remarks;
}

} // namespace galley
