// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presslabels.h"

#include <QRegularExpression>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// One language a database can be used in; alternatives of an expression, "" where it has no word of its own.
struct PressLabels
{
    QStringView words;
    QStringView rights;
    QStringView document;
};

constexpr std::array pressLabels{
    PressLabels{u"words?", u"copyright|copy|all\\s+rights|rights\\s+reserved", u"document"},          // English
    PressLabels{u"wörter|woerter|worte", u"alle\\s+rechte|urheberrecht", u"dokument"},                  // German
    PressLabels{u"mots", u"tous\\s+droits|droits\\s+d'auteur", u"document"},                           // French
    PressLabels{u"palabras", u"todos\\s+los\\s+derechos|derechos\\s+de\\s+autor", u"documento"},     // Spanish
    PressLabels{u"parole", u"tutti\\s+i\\s+diritti", u"documento"},                                    // Italian
    PressLabels{u"palavras", u"todos\\s+os\\s+direitos|direitos\\s+autorais", u"documento"},          // Portuguese
    PressLabels{u"woorden", u"alle\\s+rechten|auteursrecht", u"document"},                              // Dutch
    PressLabels{u"ord", u"alla\\s+rättigheter|alle\\s+rettigheder|alle\\s+rettigheter|upphovsrätt|ophavsret", u"dokument"}, // Swedish, Danish, Norwegian
    PressLabels{u"sanaa", u"kaikki\\s+oikeudet|tekijänoikeu\\w*", u"asiakirja"},                       // Finnish
    PressLabels{u"słów|słowa|wyrazów", u"wszelkie\\s+prawa|prawa\\s+autorskie", u"dokument"},          // Polish
    PressLabels{u"slov|slova", u"všechna\\s+práva|autorská\\s+práva", u"dokument"},                    // Czech
    PressLabels{u"szó|szavak", u"minden\\s+jog|szerzői\\s+jog\\w*", u"dokumentum"},                   // Hungarian
    PressLabels{u"слов|слова|слово", u"все\\s+права|авторск\\w+\\s+прав\\w*", u"документ"},          // Russian
    PressLabels{u"слів|слова|слово", u"усі\\s+права|авторськ\\w+\\s+прав\\w*", u"документ"},         // Ukrainian
    PressLabels{u"kelime|sözcük", u"tüm\\s+hakları|telif\\s+hakkı", u"belge"},                         // Turkish
    PressLabels{u"λέξεις", u"πνευματικά\\s+δικαιώματα|με\\s+επιφύλαξη", u"έγγραφο"},                   // Greek
    PressLabels{u"kata", u"hak\\s+cipta", u"dokumen"},                                                  // Indonesian
    PressLabels{u"كلمة|كلمات", u"حقوق\\s+النشر|جميع\\s+الحقوق", u"مستند|وثيقة"},                       // Arabic
    PressLabels{u"字|个字|個字", u"版权|版權|著作权|著作權", u"文件|文档|文檔"},                            // Chinese
    PressLabels{u"語|文字|ワード|単語", u"著作権|無断転載", u"文書|ドキュメント|書類"},                     // Japanese
    PressLabels{u"단어|자", u"저작권", u"문서"},                                                           // Korean
};

QString alternatives(QStringView PressLabels::*of)
{
    QStringList all;
    for (const PressLabels &labels : pressLabels)
        all += (labels.*of).toString();
    return all.join(u'|');
}

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

} // namespace

bool isLengthLine(QStringView line)
{
    static const QRegularExpression length(u"^\\s*\\d[\\d.,\\x{A0}\\x{202F}]*\\s*(?:%1)\\s*$"_s.arg(alternatives(&PressLabels::words)), anyCase);
    return line.size() < 60 && length.matchView(line).hasMatch();
}

bool isRightsLine(QStringView line)
{
    static const QRegularExpression rights(
        u"^\\s*(?:©|\\(c\\)|copy\\s+(?:19|20)\\d{2}\\b|(?:%1)(?!\\p{L}))"_s.arg(alternatives(&PressLabels::rights).replace("copyright|copy|"_L1, "copyright|"_L1)), anyCase);
    return rights.matchView(line).hasMatch();
}

QString documentNumberIn(QStringView line)
{
    static const QRegularExpression document(u"^\\s*(?:%1)[\\s:：]+([A-Z]\\w{15,40})\\s*$"_s.arg(alternatives(&PressLabels::document)), anyCase);
    const auto match = line.size() < 120 ? document.matchView(line) : QRegularExpressionMatch();
    return match.captured(1);
}

} // namespace galley
