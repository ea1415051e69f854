// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggestionreport.h"

#include "frame/contribution.h"
#include "frame/desk.h"

#include <QCoreApplication>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct SuggestionReport
{
    Q_DECLARE_TR_FUNCTIONS(SuggestionReport)
};

} // namespace

Message suggestionReport(const SuggestionOutcome &outcome, const Codebook &codebook, CodeId code, Desk &desk)
{
    QStringList said{SuggestionReport::tr("%Ln places suggested as “%1”", nullptr, int(outcome.added)).arg(codebook.path(code))};
    const auto say = [&](qint64 number, const QString &text) {
        if (number > 0)
            said << text;
    };
    const qint64 forbidden = outcome.paragraphs + outcome.overlapping;
    say(outcome.samePlace, SuggestionReport::tr("%Ln in a passage that is suggested already by another", nullptr, int(outcome.samePlace)));
    say(outcome.coded, SuggestionReport::tr("%Ln already coded so", nullptr, int(outcome.coded)));
    say(outcome.known, SuggestionReport::tr("%Ln already suggested or answered", nullptr, int(outcome.known)));
    say(outcome.leftOut, SuggestionReport::tr("%Ln in parts that the layer leaves out", nullptr, int(outcome.leftOut)));
    say(forbidden, SuggestionReport::tr("%Ln where the rules of the layer forbid it", nullptr, int(forbidden)));
    Message message{Message::Info, said.join(u"; "_s) + u'.'};
    if (outcome.added > 0)
        message.action = {SuggestionReport::tr("Go to Them"), [&desk] {
            desk.goTo(places::read);
            desk.perform("nextSuggestion");
        }};
    message.topic = u"suggested"_s;
    return message;
}

} // namespace galley
