// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <versions/familyfinder.h>
#include <versions/grouping.h>

#include <prose.h>

#include <testing.h>

#include <QTest>

#include <set>

using namespace galley;
using namespace galley::testing;
using namespace Qt::StringLiterals;

namespace {

const QString bridge
    = u"KELMOR — The council of Kelmor voted on Sunday to build a bridge over the strait, after twelve years in which "
      "ferries alone had served the islands.\n\nThe bridge will cost 4.2 million crowns and open in the spring of next "
      "year, the mayor said, if the weather allows.\n\nFishermen of the southern harbour had opposed the plan because "
      "the pillars stand where they cast their nets, and threatened to block the works with their boats.\n\nThe ferry "
      "company did not answer questions about what becomes of its forty sailors."_s;
const QString opponents
    = u"Those who lost the vote on the bridge met in the southern harbour on Monday night. They feel that nobody had "
      "listened, and that the islands are about to change for ever.\n\n“Our nets are our bread,” said Tarlo Venn, who "
      "has fished here since he was nine. His boat, like thirty others, carried a black flag.\n\nA lawyer whom they "
      "hired wants to bring the decision before a court before the first pillar is set into the ground."_s;
const QString chinese = u"凯尔莫市议会星期日投票决定在海峡上建造一座大桥，此前十二年间只有渡轮为岛屿服务。市长说，如果天气允许，"
                        u"大桥将耗资四百二十万克朗，"
                        "并于明年春天通车。南港的渔民反对这项计划，因为桥墩正好立在他们撒网的地方，他们威胁要用渔船阻挡施工。"_s;

QStringList wordsOf(const QString &text)
{
    return text.split(u' ');
}

QString cutTo(const QString &text, double share)
{
    const QStringList words = wordsOf(text);
    return words.first(qsizetype(double(words.size()) * share)).join(u' ');
}

QString rewritten(const QString &text, Prose &prose, double share)
{
    QStringList words = wordsOf(text);
    for (QString &word : words)
        word = prose.chance(share) ? prose.word() : word;
    return words.join(u' ');
}

QString story(quint64 seed, int sentences = 20)
{
    Prose prose(seed);
    QString text;
    for (int left = sentences; left > 0; --left)
        text += prose.sentence() + u' ';
    return text;
}

std::vector<Family> families(const QStringList &texts)
{
    FamilyFinder finder;
    for (qsizetype at = 0; at < texts.size(); ++at)
        finder.add(at + 1, fingerprintOf(texts[at]));
    return *finder.families();
}

/// “1 2, 5 7”: the keys of each family, lead first.
QString printed(const std::vector<Family> &families)
{
    QStringList result;
    for (const Family &family : families) {
        QStringList keys;
        for (const FamilyMember &member : family.members)
            keys += QString::number(member.key);
        result += keys.join(u' ');
    }
    return result.join(u", ");
}

} // namespace

class FamiliesTest : public QObject
{
    Q_OBJECT

private slots:
    void aCopyIsOfTheFamily_data();
    void aCopyIsOfTheFamily();
    void otherStoriesAreNot_data();
    void otherStoriesAreNot();
    void familiesAreToldApart();
    void linksReachThroughOthers();
    void aNoticeUnderAllArticlesMakesNoFamily();
    void backgroundThatAllRepeatMakesNoFamily();
    void aStoryThatHundredsReprintedIsOneFamily();
    void aRoundupChainsNoStories();
    void theLeadIsTheEarliest_data();
    void theLeadIsTheEarliest();
    void membersSayHowMuchTheyShareWithTheLead();
    void articlesJoinFamiliesLater();
    void aKeyAddedAgainIsReplaced();
    void neitherOrderNorThreadsMatter();
    void editedCopiesOfManyStoriesAreFound();
    void whoSaysNoGetsNothing();
    void partsOfOneTextAreGrouped_data();
    void partsOfOneTextAreGrouped();
};

void FamiliesTest::aCopyIsOfTheFamily_data()
{
    QTest::addColumn<QString>("original");
    QTest::addColumn<QString>("copy");
    Prose prose(5);
    QTest::newRow("exact") << bridge << bridge;
    QTest::newRow("cut to a half") << bridge << cutTo(bridge, 0.45);
    QTest::newRow("cut from the front") << bridge << bridge.sliced(bridge.size() / 2);
    QTest::newRow("paragraph added") << bridge << bridge + u"\n\n"_s + story(1, 4);
    QTest::newRow("paragraph put in") << bridge
                                      << QString(bridge).replace(u"\n\nFishermen"_s,
                                                                 u"\n\n"_s + story(2, 4) + u"\n\nFishermen"_s);
    QTest::newRow("every eighth word altered") << bridge << rewritten(bridge, prose, 0.125);
    QTest::newRow("other headline and dateline") << u"Kelmor votes for bridge\n\n"_s
            + bridge << u"Islands get their bridge at last\n\nTOLM (Straitwire) — "_s + bridge.sliced(9);
    QTest::newRow("a short part of a long text") << story(3, 200) << story(3, 6);
    QTest::newRow("Chinese, cut") << chinese << chinese.first(60);
}

void FamiliesTest::aCopyIsOfTheFamily()
{
    QFETCH(QString, original);
    QFETCH(QString, copy);
    QCOMPARE(printed(families({original, opponents, copy})).split(u' ').size(), 2);
    QCOMPARE(printed(families({copy, opponents, original})).split(u' ').size(), 2);
}

void FamiliesTest::otherStoriesAreNot_data()
{
    QTest::addColumn<QStringList>("texts");
    const QString quote
        = u" “We had no choice but to vote for it, and whoever says otherwise has not read the report,” the mayor said."_s;
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("one") << QStringList{bridge};
    QTest::newRow("empty ones") << QStringList{u""_s, u""_s, u" "_s};
    QTest::newRow("very short ones") << QStringList{u"Correction: the mill burned on Monday."_s,
                                                    u"Correction: the mill burned on Monday."_s};
    QTest::newRow("29 words") << QStringList{cutTo(bridge, 1).split(u' ').first(29).join(u' '),
                                             bridge.split(u' ').first(29).join(u' ')};
    QTest::newRow("two on one event") << QStringList{bridge, opponents};
    QTest::newRow("two with one quotation") << QStringList{bridge + quote, opponents + quote};
    QTest::newRow("one word again and again") << QStringList{u"ja "_s.repeated(500), u"ja "_s.repeated(700)};
    QTest::newRow("Chinese") << QStringList{
        chinese,
        u"南港的居民星期一晚上举行了集会。他们认为没有人听取他们的意见，岛屿将永远改变。律师希望在第一根桥墩打下之前将此决定提交法院审理。"_s};
}

void FamiliesTest::otherStoriesAreNot()
{
    QFETCH(QStringList, texts);
    QCOMPARE(printed(families(texts)), QString());
}

void FamiliesTest::familiesAreToldApart()
{
    QCOMPARE(printed(families({bridge, story(1), opponents, cutTo(bridge, 0.5), story(1) + story(9, 3), story(4)})),
             u"1 4, 5 2"_s);
}

void FamiliesTest::linksReachThroughOthers()
{
    // Each shares half with the next, the first and the last nothing.
    const QString first = story(1) + story(2);
    const QString second = story(2) + story(3);
    const QString third = story(3) + story(4);
    QCOMPARE(families({first, second, third}).size(), 1);
    QCOMPARE(families({first, third}).size(), 0);
}

void FamiliesTest::aNoticeUnderAllArticlesMakesNoFamily()
{
    const QString notice = story(1000, 3);
    QStringList texts;
    for (quint64 number = 0; number < 40; ++number)
        texts += story(number, 12) + notice;
    QCOMPARE(printed(families(texts)), QString());
    texts += cutTo(story(7, 12), 0.6) + notice;
    QCOMPARE(printed(families(texts)), u"8 41"_s);
}

void FamiliesTest::backgroundThatAllRepeatMakesNoFamily()
{
    const QString background = story(1000, 4);
    QStringList texts;
    for (quint64 number = 0; number < 6; ++number)
        texts += story(number, 4) + background + story(number + 100, 4);
    QCOMPARE(printed(families(texts)), QString());
}

void FamiliesTest::aStoryThatHundredsReprintedIsOneFamily()
{
    QStringList texts;
    Prose prose(3);
    for (int number = 0; number < 300; ++number)
        texts += story(quint64(2000 + number % 7), 2) + cutTo(bridge, 0.5 + 0.5 * prose.uniform());
    const std::vector<Family> found = families(texts);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front().members.size(), 300);
}

void FamiliesTest::aRoundupChainsNoStories()
{
    const QString roundup = story(1, 8) + story(2, 10) + story(3, 8);
    QCOMPARE(printed(families({story(1, 8), story(2, 10), story(3, 8), roundup})), u"4 2"_s);
    QCOMPARE(printed(families({story(1, 8), story(2, 10), story(3, 8), roundup, roundup + story(4, 2)})), u"5 4"_s);
    // Parts of one story are of one family, also where they share little with each other.
    QCOMPARE(families({story(1, 20), story(1, 6), story(1, 9), story(1, 18)}).front().members.size(), 4);
}

void FamiliesTest::theLeadIsTheEarliest_data()
{
    QTest::addColumn<QStringList>("published");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QStringList &published, const QString &expected) {
        QTest::newRow(name) << published << expected;
    };
    row("by day", {u"2026-05-04"_s, u"2026-05-03"_s, u"2026-05-05"_s}, u"2 1 3"_s);
    row("by time", {u"2026-05-04T10:00:00"_s, u"2026-05-04T09:59"_s, u"2026-05-04T10:01:30"_s}, u"2 1 3"_s);
    row("in zones", {u"2026-05-04T09:00:00Z"_s, u"2026-05-04T10:30:00+02:00"_s, u"2026-05-04T03:30:00-05:00"_s}, u"2 3 1"_s);
    row("exact before vague", {u"2026"_s, u"2026-05"_s, u"2026-05-31T23:00:00Z"_s}, u"3 2 1"_s);
    row("dated before undated", {u""_s, u"last Friday"_s, u"2026-05-04"_s}, u"3 1 2"_s);
    row("the same", {u"2026-05-04"_s, u"2026-05-04"_s, u"2026-05-04"_s}, u"1 2 3"_s);
}

void FamiliesTest::theLeadIsTheEarliest()
{
    QFETCH(QStringList, published);
    FamilyFinder finder;
    for (qsizetype at = 0; at < published.size(); ++at)
        finder.add(at + 1, fingerprintOf(bridge), published[at]);
    QTEST(printed(*finder.families()), "expected");
    finder.add(4, fingerprintOf(bridge + u" The vote was close, the mayor said."_s), published[0]);
    const QString withLonger = printed(*finder.families());
    QVERIFY(withLonger.indexOf(u'4') < withLonger.indexOf(u'1')); // of the same day, the longest
}

void FamiliesTest::membersSayHowMuchTheyShareWithTheLead()
{
    const std::vector<Family> found
        = families({bridge + story(1, 6), cutTo(bridge, 0.5), story(9), cutTo(bridge, 0.5) + story(2, 2)});
    QCOMPARE(printed(found), u"1 4 2"_s);
    for (const FamilyMember &member : found.front().members) {
        if (member.key == 4)
            QVERIFY(member.containment > 0.4 && member.containment < 0.9);
        else
            QCOMPARE(member.containment, 1.0);
    }
}

void FamiliesTest::articlesJoinFamiliesLater()
{
    FamilyFinder finder;
    finder.add(1, fingerprintOf(bridge), u"2026-05-04"_s);
    finder.add(2, fingerprintOf(opponents), u"2026-05-05"_s);
    QCOMPARE(printed(*finder.families()), QString());
    finder.add(3, fingerprintOf(cutTo(bridge, 0.6)), u"2026-05-05"_s);
    QCOMPARE(printed(*finder.families()), u"1 3"_s);
    finder.add(4, fingerprintOf(bridge + story(1, 2)), u"2026-05-03"_s);
    QCOMPARE(printed(*finder.families()), u"4 1 3"_s);
}

void FamiliesTest::aKeyAddedAgainIsReplaced()
{
    FamilyFinder finder;
    finder.add(1, fingerprintOf(bridge));
    finder.add(2, fingerprintOf(bridge));
    finder.add(2, fingerprintOf(opponents));
    QCOMPARE(printed(*finder.families()), QString());
    finder.add(2, fingerprintOf(bridge));
    QCOMPARE(printed(*finder.families()), u"1 2"_s);
}

void FamiliesTest::neitherOrderNorThreadsMatter()
{
    for (quint64 seed = 0; seed < 10; ++seed) {
        Prose prose(seed);
        std::vector<std::pair<qint64, QString>> texts;
        for (qint64 key = 1; key <= 120; ++key) {
            const QString text = story(seed * 1000 + quint64(prose.below(60)), int(prose.between(4, 12)));
            texts.emplace_back(key, prose.chance(0.5) ? rewritten(text, prose, 0.08) : text + story(quint64(prose.below(5)), 2));
        }
        FamilyFinder forward, backward;
        for (const auto &[key, text] : texts)
            forward.add(key, fingerprintOf(text), u"2026-05-%1"_s.arg(1 + key % 28, 2, 10, QLatin1Char('0')));
        std::ranges::reverse(texts);
        for (const auto &[key, text] : texts)
            backward.add(key, fingerprintOf(text), u"2026-05-%1"_s.arg(1 + key % 28, 2, 10, QLatin1Char('0')));
        const std::vector<Family> expected = *forward.families({}, 1);
        QVERIFY(!expected.empty());
        QCOMPARE(*backward.families([](double) { return true; }, 4), expected);
    }
}

void FamiliesTest::editedCopiesOfManyStoriesAreFound()
{
    for (quint64 seed = 0; seed < 5; ++seed) {
        Prose prose(seed);
        constexpr qint64 stories = 100;
        FamilyFinder finder;
        std::map<qint64, qint64> copyOf;
        for (qint64 key = 0; key < stories; ++key)
            finder.add(key, fingerprintOf(story(seed * 1000 + quint64(key))));
        for (qint64 key = stories; key < stories + 50; ++key) {
            copyOf[key] = prose.below(stories);
            QString text = story(seed * 1000 + quint64(copyOf[key]));
            if (prose.chance(0.5))
                text = cutTo(text, 0.4 + 0.3 * prose.uniform());
            if (prose.chance(0.5))
                text = rewritten(text, prose, 0.05 + 0.1 * prose.uniform());
            if (prose.chance(0.5))
                text = prose.headline() + u"\n\n"_s + text + prose.paragraph();
            finder.add(key, fingerprintOf(text));
        }
        std::map<qint64, qint64> familyOf;
        const std::vector<Family> found = *finder.families();
        std::set<qint64> originals;
        for (const Family &family : found) {
            qint64 inOne = 0;
            for (const FamilyMember &member : family.members) {
                familyOf[member.key] = family.members.front().key;
                inOne += member.key < stories ? 1 : 0;
            }
            QVERIFY(inOne <= 1);
        }
        for (const auto &[copy, original] : copyOf) {
            QVERIFY2(familyOf.contains(copy) && familyOf[copy] == familyOf[original],
                     qPrintable(u"seed %1, %2 of %3"_s.arg(seed).arg(copy).arg(original)));
            originals.insert(original);
        }
        QCOMPARE(found.size(), originals.size());
    }
}

void FamiliesTest::whoSaysNoGetsNothing()
{
    FamilyFinder finder;
    for (qint64 key = 0; key < 50; ++key)
        finder.add(key, fingerprintOf(bridge));
    QVERIFY(!finder.families([](double) { return false; }));
    double last = 0;
    QVERIFY(finder.families([&last](double done) {
        const bool rises = done >= last && done <= 1;
        last = done;
        return rises;
    }));
    QCOMPARE(last, 1.0);
}

void FamiliesTest::partsOfOneTextAreGrouped_data()
{
    QTest::addColumn<std::vector<Link>>("links");
    QTest::addColumn<std::vector<quint32>>("expected");
    // Texts 0 to 2 have 100 words, 3 has 250, 4 has 1000, 5 has 1100.
    using Links = std::vector<Link>;
    using Groups = std::vector<quint32>;
    QTest::newRow("no links") << Links{} << Groups{0, 1, 2, 3, 4, 5};
    QTest::newRow("alike in length") << Links{{0, 1, 30}, {1, 2, 30}} << Groups{0, 0, 0, 3, 4, 5};
    QTest::newRow("a part") << Links{{0, 4, 90}} << Groups{0, 1, 2, 3, 0, 5};
    QTest::newRow("parts of a roundup") << Links{{0, 4, 80}, {1, 4, 90}, {2, 4, 70}} << Groups{0, 1, 2, 3, 1, 5};
    QTest::newRow("parts of a roundup that has a copy") << Links{{0, 5, 80}, {1, 5, 90}, {4, 5, 900}} << Groups{0, 1, 2, 3, 4, 4};
    QTest::newRow("parts that are linked") << Links{{0, 4, 80}, {1, 4, 90}, {0, 1, 50}} << Groups{0, 0, 2, 3, 0, 5};
    QTest::newRow("parts of parts") << Links{{0, 4, 80}, {3, 4, 200}, {0, 3, 90}} << Groups{0, 1, 2, 0, 0, 5};
}

void FamiliesTest::partsOfOneTextAreGrouped()
{
    QFETCH(std::vector<Link>, links);
    const std::vector<qsizetype> lengths{100, 100, 100, 250, 1000, 1100};
    QTEST(groupsOf(links, lengths), "expected");
    std::ranges::reverse(links);
    QTEST(groupsOf(links, lengths), "expected");
}

GALLEY_PURE_TEST(FamiliesTest)
#include "tst_families.moc"
