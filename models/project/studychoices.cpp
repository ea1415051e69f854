// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studychoices.h"

#include "edittexts.h"

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView reliable("reliable from"), tentative("tentative from"), blindLead("codes blind: "), frozen("codebook frozen");

const StudyChoice *named(const std::vector<StudyChoice> &choices, QStringView name)
{
    const auto found = std::ranges::find(choices, studyChoiceId(name), &StudyChoice::id);
    return found == choices.end() ? nullptr : &*found;
}

/// Of a decided number; the usual one where there is none, or nothing that is read as one.
double numberOf(const std::vector<StudyChoice> &choices, const QString &name, double usual)
{
    const StudyChoice *choice = named(choices, name);
    bool isNumber = false;
    const double number = choice ? choice->value.toDouble(&isNumber) : 0;
    return isNumber ? number : usual;
}

/// No value: nothing is decided any more.
void decide(Change &change, const std::vector<StudyChoice> &choices, const QString &name, const QString &value)
{
    Edit<StudyChoice> edit;
    if (const StudyChoice *before = named(choices, name))
        edit.before = *before;
    if (!value.isEmpty())
        edit.after = {studyChoiceId(name), name, value};
    if (edit.before != edit.after)
        change.edits.emplace_back(std::move(edit));
}

QString nameFor(CoderId lead)
{
    return blindLead + uuidOf(lead.value).toString(QUuid::WithoutBraces);
}

} // namespace

Thresholds thresholdsOf(const std::vector<StudyChoice> &choices)
{
    const Thresholds usual;
    return {numberOf(choices, reliable, usual.reliable), numberOf(choices, tentative, usual.tentative)};
}

Result<Change> setThresholds(const std::vector<StudyChoice> &choices, const Thresholds &thresholds)
{
    if (!(0 <= thresholds.tentative && thresholds.tentative <= thresholds.reliable && thresholds.reliable <= 1))
        return failed(Edits::tr("The thresholds are between 0 and 1, and that of tentative conclusions is not above the other."));
    const auto text = [](double value) { return QString::number(value, 'f', 3); };
    Change change{Edits::tr("Take as reliable what reaches %1, as tentative what reaches %2").arg(text(thresholds.reliable), text(thresholds.tentative)), {}};
    if (thresholds == thresholdsOf(choices))
        return Change();
    decide(change, choices, reliable, text(thresholds.reliable));
    decide(change, choices, tentative, text(thresholds.tentative));
    return change;
}

bool codesBlind(const std::vector<StudyChoice> &choices, CoderId lead)
{
    return named(choices, nameFor(lead));
}

Change setCodesBlind(const std::vector<StudyChoice> &choices, const Coder &lead, bool blind)
{
    if (codesBlind(choices, lead.id) == blind)
        return {};
    Change change{(blind ? Edits::tr("%1 codes blind from now on") : Edits::tr("%1 sees the work of all from now on")).arg(lead.name), {}};
    decide(change, choices, nameFor(lead.id), blind ? u"yes"_s : QString());
    return change;
}

bool isCodebookFrozen(const std::vector<StudyChoice> &choices)
{
    return named(choices, QString(frozen));
}

Change setCodebookFrozen(const std::vector<StudyChoice> &choices, bool freeze)
{
    if (isCodebookFrozen(choices) == freeze)
        return {};
    Change change{freeze ? Edits::tr("Freeze the codebook") : Edits::tr("Thaw the codebook"), {}};
    decide(change, choices, frozen, freeze ? u"yes"_s : QString());
    return change;
}

Result<> codebookIsOpen(const std::vector<StudyChoice> &choices)
{
    if (isCodebookFrozen(choices))
        return failed(Edits::tr("The codebook is frozen, so that all code by the same. A lead thaws it in the place Codebook; ask for a change with Ctrl+M."));
    return {};
}

Result<> mayAlterCodebook(const std::vector<StudyChoice> &choices, const Change &change)
{
    return altersCodebook(change) ? codebookIsOpen(choices) : Result<>();
}

} // namespace galley
