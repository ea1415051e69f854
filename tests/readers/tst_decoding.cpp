// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <newsfacts.h>
#include <readers/text/decoding.h>
#include <reading.h>

#include <testing.h>

#include <QRegularExpression>
#include <QStringEncoder>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

class DecodingTest : public QObject
{
    Q_OBJECT

private slots:
    void encodingsAreFound_data();
    void encodingsAreFound();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void olderEncodingsAreGuessedFromTheirLetters_data();
    void olderEncodingsAreGuessedFromTheirLetters();
    void theRightCharsetOfSeveralIsFound_data();
    void theRightCharsetOfSeveralIsFound();
    void whatNoCharsetIsLikelyForIsRefused();
    void westernTextsAreNotTakenForOthers_data();
    void westernTextsAreNotTakenForOthers();
    void markupWithoutEndIsReadInTime();
    void realFilesOfOlderEncodingsAreRecognised_data();
    void realFilesOfOlderEncodingsAreRecognised();
    void aStatedEncodingWins();
    void onlyLineEndsAreAltered();
    void onlyTheFirstByteOrderMarkGoes();
    void theTextComesBackFromEveryEncoding();
    void utf8ForTablesKeepsLineEnds();
    void theHashIsOfTheOriginalBytes();
    void realFilesDecodeAsTheirManifestSays();
};

namespace {

QByteArray encodedAs(QStringConverter::Encoding encoding, const QString &text, bool mark)
{
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder.encode(text);
}

/// Of a text, and of it with the signs that the tables of Japanese, Chinese and Korean charsets differ in: here they are as
/// browsers and Windows have them.
QByteArrayList hashesOfForms(const QString &text)
{
    QByteArrayList hashes;
    for (const auto &[windows, other] :
         {std::pair(u""_s, u""_s), std::pair(u"～∥－￠￡￢"_s, u"〜‖−¢£¬"_s), std::pair(u"·—"_s, u"・―"_s),
          std::pair(u"‧﹑¯～⊕⊙∕﹨￥￠￡"_s, u"•､‾∼♁☉／＼¥¢£"_s)}) {
        QString form = text;
        for (qsizetype at = 0; at < windows.size(); ++at)
            form.replace(windows[at], other[at]);
        hashes.push_back(sha256Of(form.toUtf8()).first(16));
    }
    return hashes;
}

/// As the facts quote: every stretch of white space is one blank.
QString collapsed(QString text)
{
    static const QRegularExpression white(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(white, u" "_s);
}

} // namespace

void DecodingTest::encodingsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");

    const QString words = u"Ärger um Brücken, 😀 sagt er"_s;
    QTest::newRow("empty") << QByteArray() << QString() << u"UTF-8"_s;
    QTest::newRow("ascii") << "plain"_ba << u"plain"_s << u"UTF-8"_s;
    QTest::newRow("utf-8") << words.toUtf8() << words << u"UTF-8"_s;
    QTest::newRow("utf-8 with mark") << "\xEF\xBB\xBF" + words.toUtf8() << words << u"UTF-8"_s;
    using enum QStringConverter::Encoding;
    QTest::newRow("utf-16le with mark") << encodedAs(Utf16LE, words, true) << words << u"UTF-16LE"_s;
    QTest::newRow("utf-16be with mark") << encodedAs(Utf16BE, words, true) << words << u"UTF-16BE"_s;
    QTest::newRow("utf-32le with mark") << encodedAs(Utf32LE, words, true) << words << u"UTF-32LE"_s;
    QTest::newRow("utf-32be with mark") << encodedAs(Utf32BE, words, true) << words << u"UTF-32BE"_s;
    QTest::newRow("utf-16le") << encodedAs(Utf16LE, words, false) << words << u"UTF-16LE"_s;
    QTest::newRow("utf-16be") << encodedAs(Utf16BE, words, false) << words << u"UTF-16BE"_s;
    QTest::newRow("utf-32le") << encodedAs(Utf32LE, words, false) << words << u"UTF-32LE"_s;
    QTest::newRow("utf-32be") << encodedAs(Utf32BE, words, false) << words << u"UTF-32BE"_s;
    QTest::newRow("utf-16 mark only") << "\xFF\xFE"_ba << QString() << u"UTF-16LE"_s;
    QTest::newRow("windows-1252") << "\x93quoted\x94 \x96 \x80 5"_ba << u"“quoted” – € 5"_s << u"windows-1252"_s;
    QTest::newRow("declared in html") << "<meta charset='windows-1251'>\xCC\xE8\xF0"_ba << u"<meta charset='windows-1251'>Мир"_s
                                      << u"windows-1251"_s;
    QTest::newRow("declared the old way") << "<META http-equiv=x content=\"text/html; charset=iso-8859-2\">\xB3"_ba
                                          << u"<META http-equiv=x content=\"text/html; charset=iso-8859-2\">ł"_s
                                          << u"iso-8859-2"_s;
    QTest::newRow("declared in xml") << "<?xml version='1.0' encoding='ISO-8859-1'?>\xFC"_ba
                                     << u"<?xml version='1.0' encoding='ISO-8859-1'?>ü"_s << u"windows-1252"_s;
    QTest::newRow("declared wrongly") << u"<?xml version='1.0' encoding='ISO-8859-1'?>ü"_s.toUtf8()
                                      << u"<?xml version='1.0' encoding='ISO-8859-1'?>ü"_s << u"UTF-8"_s;
}

void DecodingTest::encodingsAreFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    const auto result = decoded(bytes);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->text, text);
    QCOMPARE(result->encoding, encoding);
}

void DecodingTest::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("word");

    QTest::newRow("nul within text") << "some\0 text"_ba << QString() << u"NUL"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10", 20) << QString() << u"NUL"_s;
    QTest::newRow("an undefined byte") << "caf\xE9 \x81"_ba << QString() << u"0x81"_s.mid(2);
    QTest::newRow("no utf-8 though stated") << "caf\xE9"_ba << u"UTF-8"_s << u"UTF-8"_s;
    QTest::newRow("half a character at the end") << "a\xC3"_ba << u"UTF-8"_s << u"UTF-8"_s;
    QTest::newRow("utf-16 with half a pair") << QByteArray("\xFF\xFE\x3D\xD8", 4) << QString() << u"surrogate"_s;
    QTest::newRow("utf-16 with an odd byte") << QByteArray("\xFF\xFE" "a\0b", 5) << QString() << u"UTF-16LE"_s;
    QTest::newRow("an unknown encoding") << "text"_ba << u"klingon"_s << u"klingon"_s;
    QTest::newRow("shift-jis cut in half") << "\x83\x65\x83"_ba << u"Shift_JIS"_s << u"Shift_JIS"_s;
}

void DecodingTest::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, word);
    const auto result = decoded(bytes, encoding);
    QVERIFY2(!result, qPrintable(result ? result->text : QString()));
    QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
}

void DecodingTest::olderEncodingsAreGuessedFromTheirLetters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const QString russian = u"Паром больше не ходит на остров. Жители узнали об этом из газеты, совет молчит уже вторую неделю."_s;
    QTest::newRow("Russian, Windows") << russian << u"windows-1251"_s;
    QTest::newRow("Russian, KOI8") << russian << u"KOI8-R"_s;
    QTest::newRow("Greek") << u"Το πλοίο δεν πηγαίνει πια στο νησί. Οι κάτοικοι το έμαθαν από την εφημερίδα και το συμβούλιο σωπαίνει."_s << u"windows-1253"_s;
    QTest::newRow("Hebrew") << u"המעבורת אינה מפליגה עוד אל האי. התושבים שמעו על כך מן העיתון, והמועצה שותקת זה השבוע השני."_s << u"windows-1255"_s;
    QTest::newRow("Arabic") << u"لم تعد العبارة تبحر إلى الجزيرة. عرف السكان ذلك من الصحيفة، والمجلس صامت منذ أسبوعين."_s << u"windows-1256"_s;
    QTest::newRow("Japanese") << u"島へ行く船はもう出ていない。住民は新聞でそれを知り、議会は二週間黙っている。橋の計画は続く。"_s << u"Shift_JIS"_s;
    QTest::newRow("Chinese") << u"渡轮不再开往岛上。居民从报纸上得知此事，议会已经沉默了两个星期。大桥的计划仍在继续。"_s << u"GB18030"_s;
}

void DecodingTest::olderEncodingsAreGuessedFromTheirLetters()
{
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    QStringEncoder encoder(encoding.toLatin1().constData());
    QVERIFY(encoder.isValid());
    for (const QString &page : {text, u"<html><head><title>Ferry</title></head><body><p class=\"story\">"_s + text + u"</p></body></html>"_s}) {
        const QByteArray bytes = encoder.encode(page);
        const auto read = decoded(bytes);
        QVERIFY(read);
        QCOMPARE(read->text, page);
        QVERIFY(read->guessed);
    }
}

void DecodingTest::theRightCharsetOfSeveralIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");

    const auto encoded = [](const char *charset, const QString &text) { return QByteArray(QStringEncoder(charset).encode(text)); };
    const auto row = [&](const char *name, const char *charset, const QString &text, const QString &page = {}) {
        QTest::newRow(name) << encoded(charset, page + text) << page + text << QString::fromLatin1(charset);
    };
    const QString polish = u"Prom już nie pływa na wyspę, mówią mieszkańcy, a rada milczy."_s;
    row("one Polish sentence", "ISO-8859-2", polish);
    row("the same in Windows", "windows-1250", polish);
    row("the same in DOS", "IBM852", polish);
    const QString french = u"Le bâteau ne va plus à l’île dès l’été, a déclaré le maire à la presse après la décision du préfet."_s;
    row("French of a Macintosh", "macintosh", french);
    row("German in DOS", "IBM850", u"Die Fähre fährt nicht mehr über den Sund. Bürgermeisterin und Öffentlichkeit hören nichts für Wochen."_s);
    row("the euro", "ISO-8859-15", u"La traversée coûte 12 € et le cœur du sujet reste là."_s);
    row("Japanese by escapes", "ISO-2022-JP", u"島へ行く船はもう出ていない。"_s);
    QTest::newRow("Korean by escapes") << "\x1B$)C\x0E\x47\x51\x31\x5B\x0F 1\n"_ba << u"한글 1\n"_s << u"ISO-2022-KR"_s;
    row("more than the declared charset has", "GB18030", u"朱镕基說"_s, u"<meta charset=gb2312>"_s);
    row("Russian declared as Western", "windows-1251", u"Паром больше не ходит на остров. Жители узнали об этом."_s,
        u"<meta charset=iso-8859-1>"_s);
    row("Chinese in UTF-16", "UTF-16LE", u"渡轮不再开往岛上。\n居民从报纸上得知此事。\n"_s);
    row("Russian in UTF-16", "UTF-16BE", u"Паром больше не ходит на остров."_s);
    QTest::newRow("a page put together from two") << u"Ärger über Brücken für Öffner – "_s.toUtf8() + "gr\xFC\xDFt"
                                                  << u"Ärger über Brücken für Öffner – grüßt"_s << u"UTF-8, windows-1252"_s;
}

void DecodingTest::theRightCharsetOfSeveralIsFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    const auto read = decoded(bytes);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->text, text);
    if (!text.startsWith(u"<meta charset=gb"))
        QCOMPARE(read->encoding, encoding);
}

void DecodingTest::whatNoCharsetIsLikelyForIsRefused()
{
    const auto read = decoded("\xFF\xFF\xFF\xFE\xFE\xFF\xFF\xFE\xFF \xFF."_ba);
    QVERIFY(!read && read.error().message.contains(u"stated"_s));
}

void DecodingTest::westernTextsAreNotTakenForOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("quotes") << "He said \x93no\x94 \x96 and the council\x92s vote stood."_ba;
    QTest::newRow("French") << "Le b\xE2" "teau ne va plus \xE0 l\x92\xEE" "le d\xE9" "j\xE0 priv\xE9\x65 de pont, a d\xE9" "clar\xE9 le maire \xE0 la presse."_ba;
    QTest::newRow("German") << "Die F\xE4hre f\xE4hrt nicht mehr \xFC\x62\x65r den Sund. \x84Wir h\xF6ren nichts\x93, sagt die B\xFCrgermeisterin; \xD6\x66\x66ner schlie\xDF\x65n."_ba;
    QTest::newRow("Spanish") << "El barco ya no va a la isla, se\xF1\xF3 el alcalde; ma\xF1\x61na habr\xE1 reuni\xF3n. \xBFQui\xE9n paga?"_ba;
    QTest::newRow("one accent") << "A caf\xE9 by the harbour closed."_ba;
    QTest::newRow("a letter, a fraction, a degree") << "Ren\xE9 took \xBD cup at 20 \xB0" "C\x97not more\x97in the caf\xE9 \x84\x41\x93."_ba;
    QTest::newRow("signs") << "\xA9 2026 Harbour Post. Caf\xE9, \xA3" "5, 20 \xB0\x43, \xABnever\xBB."_ba;
}

void DecodingTest::westernTextsAreNotTakenForOthers()
{
    QFETCH(QByteArray, bytes);
    const auto read = decoded(bytes);
    QVERIFY(read);
    QCOMPARE(read->encoding, u"windows-1252"_s);
    QVERIFY(read->guessed);
}

void DecodingTest::markupWithoutEndIsReadInTime()
{
    // Quadratic search would take minutes for each.
    for (const QByteArray &piece : {"<"_ba, "<script"_ba, "<script>"_ba, "<style>"_ba}) {
        const auto read = decoded("\xE9" + piece.repeated(1'000'000 / piece.size()));
        QVERIFY(read);
        QCOMPARE(read->encoding, u"windows-1252"_s);
    }
}

void DecodingTest::realFilesOfOlderEncodingsAreRecognised_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("fact");
    factRows(u"encodings/"_s);
}

/// The facts were computed by a program that was told the encoding; whether it kept CRLF line ends, they do not say.
void DecodingTest::realFilesOfOlderEncodingsAreRecognised()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, fact);
    SKIP_WITHOUT(path);
    const QByteArray bytes = contents(path);
    const auto read = decoded(bytes);
    const QString as = read ? read->encoding + u" for "_s + fact.value("encoding"_L1).toString() : read.error().message;
    if (!fact.value("decode_error"_L1).isNull() && !fact.value("decode_error"_L1).isUndefined()) {
        // Damaged: refused in words, or what can be read is there.
        QVERIFY2(read ? collapsed(read->text).contains(fact.value("sample"_L1).toString()) : !as.isEmpty(), qPrintable(as));
        return;
    }
    QVERIFY2(read, qPrintable(as));
    QVERIFY2(collapsed(read->text).contains(fact.value("sample"_L1).toString()), qPrintable(as));
    const auto kept = decodedToUtf8(bytes);
    QVERIFY(kept);
    if (const QByteArray stated = fact.value("sha16"_L1).toString().toLatin1(); !stated.isEmpty())
        QVERIFY2(hashesOfForms(read->text).contains(stated) || hashesOfForms(fromValidUtf8(kept->bytes)).contains(stated), qPrintable(as));
}

void DecodingTest::aStatedEncodingWins()
{
    QCOMPARE(decoded("\xD0\x9C"_ba, u"windows-1252"_s).value().text, u"Ðœ"_s);
    QCOMPARE(decoded("\x83\x65\x83\x58\x83\x67"_ba, u"Shift_JIS"_s).value().text, u"テスト"_s);
    QCOMPARE(decoded("\xEF\xBB\xBFx"_ba, u"UTF-8"_s).value().text, u"x"_s);
    QCOMPARE(decoded("caf\xE9"_ba, u"latin1"_s).value().encoding, u"windows-1252"_s);
}

void DecodingTest::onlyLineEndsAreAltered()
{
    const QString kept = u"a\u00A0b\u00ADc\u200Bd e\u0301 \u2028\u2029\u0085\f\v\t \ufb01"_s;
    QCOMPARE(decoded((kept + u"\r\n1\r2\n3\r\r\n\r"_s).toUtf8()).value().text, kept + u"\n1\n2\n3\n\n\n"_s);
}

void DecodingTest::onlyTheFirstByteOrderMarkGoes()
{
    QCOMPARE(decoded("\xEF\xBB\xBF\xEF\xBB\xBFx\xEF\xBB\xBF"_ba).value().text, u"\uFEFFx\uFEFF"_s);
    QCOMPARE(decodedToUtf8("\xEF\xBB\xBF\xEF\xBB\xBFx"_ba).value().bytes, "\xEF\xBB\xBFx"_ba);
    QCOMPARE(fromValidUtf8("\xEF\xBB\xBFx"_ba), u"\uFEFFx"_s);
}

void DecodingTest::theTextComesBackFromEveryEncoding()
{
    quint32 seed = 1;
    const auto next = [&](quint32 below) { return (seed = seed * 1664525 + 1013904223) / 7 % below; };
    for (int run = 0; run < 300; ++run) {
        QString text;
        for (quint32 length = next(200); length > 0; --length) {
            const auto code = char32_t(next(4) == 0 ? next(0x110000) : next(4) == 0 ? next(0x3000) : 0x20 + next(0x5F));
            if (code && code != u'\r' && !QChar::isSurrogate(code) && (code != 0xFEFF || !text.isEmpty()))
                text += QString::fromUcs4(&code, 1);
        }
        QCOMPARE(decoded(text.toUtf8()).value().text, text);
        for (const auto encoding :
            {QStringConverter::Utf16LE, QStringConverter::Utf16BE, QStringConverter::Utf32LE, QStringConverter::Utf32BE})
            QCOMPARE(decoded(encodedAs(encoding, text, true)).value().text, text);
    }
}

void DecodingTest::utf8ForTablesKeepsLineEnds()
{
    QCOMPARE(decodedToUtf8("a\r\nb\rc"_ba).value().bytes, "a\r\nb\rc"_ba);
    QCOMPARE(decodedToUtf8(encodedAs(QStringConverter::Utf16LE, u"ä\r\n"_s, true)).value().bytes, "\xC3\xA4\r\n"_ba);
    QCOMPARE(decodedToUtf8("\xE4;b\r\n"_ba).value().bytes, "\xC3\xA4;b\r\n"_ba);
}

void DecodingTest::theHashIsOfTheOriginalBytes()
{
    QCOMPARE(sha256Of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
    Sha256 hash;
    for (const char byte : {'a', 'b', 'c'})
        hash.add(QByteArrayView(&byte, 1));
    QCOMPARE(hash.hex(), sha256Of("abc"));
    hash.add("d"); // asking ends nothing
    QCOMPARE(hash.hex(), sha256Of("abcd"));
    const QByteArray bytes = "\xEF\xBB\xBFTitle\r\n\r\nText"_ba;
    QCOMPARE(reading(bytes, u"a.txt"_s).info->sha256, sha256Of(bytes));
}

void DecodingTest::realFilesDecodeAsTheirManifestSays()
{
    const QString folder = newsFolder() + u"/hazards/"_s;
    SKIP_WITHOUT(folder);
    const QJsonObject manifest = QJsonDocument::fromJson(contents(folder + u"MANIFEST.json"_s)).object();
    int seen = 0;
    QStringList failing; // all of them, not only the first
    for (auto entry = manifest.begin(); entry != manifest.end(); ++entry) {
        const QJsonObject facts = entry.value().toObject();
        if (!QFile::exists(folder + entry.key()) || !facts.contains("code_points"_L1))
            continue;
        const auto text = decoded(contents(folder + entry.key()));
        ++seen;
        if (!text) {
            failing += entry.key() + u": "_s + text.error().message;
            continue;
        }
        if (TextPositions(text->text).codePoints() != facts.value("code_points"_L1).toInteger())
            failing += entry.key() + u": another length"_s;
        if (facts.contains("sha256_text_utf8"_L1)
            && QString::fromLatin1(sha256Of(text->text.toUtf8())) != facts.value("sha256_text_utf8"_L1).toString())
            failing += entry.key() + u": another text, as "_s + text->encoding;
    }
    QCOMPARE(failing, QStringList());
    if (seen == 0)
        QSKIP("no file here has facts about its text");
}

GALLEY_TEST(DecodingTest)
#include "tst_decoding.moc"
