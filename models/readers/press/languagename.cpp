// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "languagename.h"

#include <QHash>
#include <QLocale>

#include <utility>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

QHash<QString, QString> allNames()
{
    QHash<QString, QString> names;
    for (int at = QLocale::C + 1; at <= QLocale::LastLanguage; ++at) {
        const auto language = QLocale::Language(at);
        const QString code = QLocale::languageToCode(language, QLocale::ISO639Part1 | QLocale::ISO639Part3);
        if (code.isEmpty())
            continue;
        names.insert(QLocale::languageToString(language).toLower(), code);
        if (const QLocale locale(language); locale.language() == language)
            names.insert(locale.nativeLanguageName().toLower(), code);
        if (code.size() == 2)
            names.insert(code, code);
    }
    // Names that databases use and the tables of locales do not.
    for (const auto &[name, code] : std::initializer_list<std::pair<QString, QString>>{{u"español"_s, u"es"_s},
             {u"espanol"_s, u"es"_s}, {u"castellano"_s, u"es"_s}, {u"francais"_s, u"fr"_s}, {u"francaise"_s, u"fr"_s},
             {u"française"_s, u"fr"_s}, {u"englisch"_s, u"en"_s}, {u"anglais"_s, u"en"_s}, {u"engels"_s, u"en"_s},
             {u"norwegian"_s, u"no"_s}, {u"norsk"_s, u"no"_s}, {u"português"_s, u"pt"_s}, {u"portugues"_s, u"pt"_s},
             {u"flemish"_s, u"nl"_s}, {u"中文－简体"_s, u"zh-Hans"_s}, {u"中文-简体"_s, u"zh-Hans"_s}, {u"中文 - 简体"_s, u"zh-Hans"_s},
             {u"简体中文"_s, u"zh-Hans"_s}, {u"中文－繁體"_s, u"zh-Hant"_s}, {u"中文-繁體"_s, u"zh-Hant"_s}, {u"繁體中文"_s, u"zh-Hant"_s},
             {u"中文－繁体"_s, u"zh-Hant"_s}, {u"英文"_s, u"en"_s}, {u"英语"_s, u"en"_s}, {u"英語"_s, u"en"_s},
             {u"chinese - simplified"_s, u"zh-Hans"_s}, {u"chinese - traditional"_s, u"zh-Hant"_s}, {u"simplified chinese"_s, u"zh-Hans"_s}, {u"traditional chinese"_s, u"zh-Hant"_s}})
        names.insert(name, code);
    return names;
}

} // namespace

QString languageTag(QStringView stated)
{
    static const QHash<QString, QString> names = allNames();
    QString part;
    for (const QChar c : QString(stated.first(std::min<qsizetype>(stated.size(), 80)).toString() + u';')) {
        if (c != u';' && c != u',' && c != u'/' && c != u'(' && c != u')') {
            part += c.toLower();
        } else if (const auto found = names.constFind(part.trimmed()); found != names.constEnd()) {
            return *found;
        } else {
            part.clear();
        }
    }
    return {};
}

} // namespace galley
