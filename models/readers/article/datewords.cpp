// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datewords.h"

#include <QHash>
#include <QString>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

using WordKind = DateWord::Kind;

constexpr std::array<QStringView, 12> monthNames{
    u"january jan januar jänner jaenner janvier janv januari enero ene gennaio gen janeiro",
    u"february feb februar feber février fevrier févr fevr fév februari febrero febr febbraio fevereiro fev",
    u"march mar märz maerz mär mrz mars maart mrt marzo marts março marco",
    u"april apr avril avr abril abr aprile",
    u"may mai mei mayo maj maggio mag maio",
    u"june jun juni juin junio giugno giu junho",
    u"july jul juli juillet juil julio luglio lug julho",
    u"august aug août aout augustus agosto ago augusti",
    u"september sept sep septembre septiembre setiembre settembre set setembro",
    u"october oct oktober okt octobre octubre ottobre ott outubro out",
    u"november nov novembre noviembre novembro",
    u"december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
};

constexpr QStringView weekdays
    = u"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun "
      "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
      "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim "
      "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo "
      "lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié mie jue vie sáb sab dom "
      "mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag "
      "lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato domenica "
      "segunda terça terca quarta quinta sexta feira";

// What stands between the parts and says nothing more.
constexpr QStringView fillers = u"at on of the um am den der dem vom von le la las los el à a de del di du op om d il do das "
                                "på kl klo ore alle às uhr uur heures heure horas h hrs hr klokken t";

// Names of zones that many share, or that mean summer and winter time alike.
constexpr QStringView vagueZones = u"et ct mt pt ist eastern western central mountain pacific european australian standard "
                                   "daylight summer time local";

struct ZoneOffset
{
    QStringView names;
    int minutes;
};

constexpr std::array offsets{
    ZoneOffset{u"utc ut gmt z wet", 0},              ZoneOffset{u"bst west cet mez met", 60},
    ZoneOffset{u"cest mesz mest eet sast", 120},  ZoneOffset{u"eest msk", 180},
    ZoneOffset{u"est cdt", -300},                 ZoneOffset{u"edt ast", -240},
    ZoneOffset{u"cst mdt", -360},                 ZoneOffset{u"mst pdt", -420},
    ZoneOffset{u"pst akdt", -480},                ZoneOffset{u"akst", -540},
    ZoneOffset{u"hst", -600},                     ZoneOffset{u"adt", -180},
    ZoneOffset{u"hkt sgt awst", 480},             ZoneOffset{u"jst kst", 540},
    ZoneOffset{u"acst", 570},                     ZoneOffset{u"aest", 600},
    ZoneOffset{u"acdt", 630},                     ZoneOffset{u"aedt", 660},
    ZoneOffset{u"nzst", 720},                     ZoneOffset{u"nzdt", 780},
};

using Words = QHash<QString, DateWord>;

void add(Words &words, QStringView names, DateWord meaning)
{
    for (const QStringView name : qTokenize(names, u' ', Qt::SkipEmptyParts))
        words.insert(name.toString(), meaning);
}

Words allWords()
{
    Words words;
    // A later meaning of a word overrides an earlier one.
    add(words, fillers, {WordKind::Filler});
    add(words, vagueZones, {WordKind::VagueZone});
    for (const ZoneOffset &offset : offsets)
        add(words, offset.names, {WordKind::Zone, offset.minutes});
    add(words, weekdays, {WordKind::Weekday});
    for (size_t month = 0; month < monthNames.size(); ++month)
        add(words, monthNames[month], {WordKind::Month, int(month) + 1});
    add(words, u"pm", {WordKind::Meridiem, 12});
    add(words, u"am", {WordKind::Meridiem, 0});
    return words;
}

} // namespace

std::optional<DateWord> dateWord(QStringView word)
{
    static const Words words = allWords();
    if (word.size() > 20)
        return std::nullopt;
    const auto found = words.constFind(word.toString().toLower().remove(u'.'));
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace galley
