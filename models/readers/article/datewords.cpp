// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datewords.h"

#include <QHash>
#include <QLocale>
#include <QString>

#include <algorithm>
#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

using WordKind = DateWord::Kind;

// Whose dates are read. Of two languages that mean different months by one word (Croats by "listopad" October, Poles
// November) neither is understood.
constexpr std::array dateLanguages{QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Italian,
    QLocale::Portuguese, QLocale::Dutch, QLocale::Swedish, QLocale::Danish, QLocale::NorwegianBokmal, QLocale::NorwegianNynorsk,
    QLocale::Finnish, QLocale::Icelandic, QLocale::Polish, QLocale::Czech, QLocale::Slovak, QLocale::Slovenian, QLocale::Croatian,
    QLocale::Serbian, QLocale::Russian, QLocale::Ukrainian, QLocale::Belarusian, QLocale::Bulgarian, QLocale::Macedonian,
    QLocale::Romanian, QLocale::Hungarian, QLocale::Turkish, QLocale::Greek, QLocale::Estonian, QLocale::Latvian,
    QLocale::Lithuanian, QLocale::Catalan, QLocale::Galician, QLocale::Indonesian, QLocale::Malay, QLocale::Albanian,
    QLocale::Afrikaans, QLocale::Hebrew, QLocale::Arabic, QLocale::Hindi, QLocale::Thai};

// Older and shorter forms that are written and that the tables of locales do not have.
constexpr std::array<QStringView, 12> furtherMonths{
    u"jan jänner jaenner ene gen", u"feb feber fevr fév febr febbr", u"mar mär maerz mrz mrt march marco", u"apr",
    u"may mai", u"jun", u"jul", u"aug aout agosto", u"sep sept setiembre set", u"oct okt", u"nov", u"dec dez decembre dic",
};

constexpr std::array nameFormats{QLocale::LongFormat, QLocale::ShortFormat};

constexpr QStringView weekdays
    = u"tues weds thu thur thurs sonnabend miercoles sabado sab lunedi martedi mercoledi giovedi venerdi terca sexta feira "
      "mo di mi do fr sa so lun mer jeu ven sam dim ma wo vr za zo mié mie jue vie dom";

// What stands between the parts and says nothing more.
constexpr QStringView fillers = u"at on of the um am den der dem vom von le la las los el à a de del di du op om d il do das "
                                "på kl klo ore alle às г года року р στις του ve ob o dne i al lei gada d uhr uur heures heure horas h hrs hr klokken t";

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

QString plainName(const QString &name)
{
    return name.toLower().remove(u'.').remove(QChar(0x200F));
}

/// A word that means something else already keeps its meaning; a single letter has none.
void addWeekdays(Words &words)
{
    for (const QLocale::Language language : dateLanguages) {
        const QLocale locale(language);
        for (int day = 1; day <= 7; ++day) {
            for (const QLocale::FormatType format : nameFormats) {
                for (const QString &name : {locale.dayName(day, format), locale.standaloneDayName(day, format)}) {
                    const QStringList parts = plainName(name).replace(u'-', u' ').split(u' ', Qt::SkipEmptyParts);
                    for (const QString &word : parts) {
                        if (word.size() > 1 && !words.contains(word))
                            words.insert(word, {WordKind::Weekday});
                    }
                }
            }
        }
    }
}

/// The names as locales write them in dates and alone, long and short.
void addMonths(Words &words)
{
    QHash<QString, int> months; // 0: of two
    for (const QLocale::Language language : dateLanguages) {
        const QLocale locale(language);
        for (int month = 1; month <= 12; ++month) {
            for (const QLocale::FormatType format : nameFormats) {
                for (const QString &written : {locale.monthName(month, format), locale.standaloneMonthName(month, format)}) {
                    const QString name = plainName(written);
                    const bool isName = name.size() > 1 && std::ranges::none_of(name, [](QChar c) { return c.isSpace() || c.isDigit(); });
                    if (!isName)
                        continue;
                    // Turkish writes "ı", whose capital is that of "i".
                    for (const QString &spelling : {name, QString(name).replace(QChar(0x131), u'i')}) {
                        const auto known = months.find(spelling);
                        if (known == months.end())
                            months.insert(spelling, month);
                        else if (*known != month)
                            *known = 0;
                    }
                }
            }
        }
    }
    for (const auto &[name, month] : months.asKeyValueRange()) {
        if (month)
            words.insert(name, {WordKind::Month, month});
    }
    for (size_t month = 0; month < furtherMonths.size(); ++month)
        add(words, furtherMonths[month], {WordKind::Month, int(month) + 1});
}

Words allWords()
{
    Words words;
    // A later meaning of a word overrides an earlier one.
    add(words, fillers, {WordKind::Filler});
    add(words, vagueZones, {WordKind::VagueZone});
    for (const ZoneOffset &offset : offsets)
        add(words, offset.names, {WordKind::Zone, offset.minutes});
    addWeekdays(words);
    add(words, weekdays, {WordKind::Weekday});
    addMonths(words);
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
