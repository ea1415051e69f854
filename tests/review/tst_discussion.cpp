// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threads of comments: who sees them, and whom they wait for.
#include <review/discussion.h>

#include <testing.h>

#include <QTest>

#include <algorithm>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

constexpr CoderId ada{1}, ben{2}, lea{3}, all{};
constexpr ArticleId vote{5}, ferry{6};

Comment said(qint64 id, CoderId by, CoderId to, qint64 replyTo = 0, ArticleId article = vote)
{
    return {{id}, article, {}, {replyTo}, by, to, u"said %1"_s.arg(id), false, QDateTime::fromSecsSinceEpoch(1000 * id, QTimeZone::UTC)};
}

QStringList textsOf(const std::vector<CommentThread> &threads)
{
    QStringList texts;
    for (const CommentThread &thread : threads) {
        QStringList ids;
        for (const Comment &comment : thread.comments)
            ids << QString::number(comment.id.value);
        texts << ids.join(u' ');
    }
    return texts;
}

CommentThread threadFrom(const std::vector<Comment> &comments)
{
    return threadsOf(comments).front();
}

} // namespace

class DiscussionTest : public QObject
{
    Q_OBJECT

private slots:
    void threadsReadFromFirstToLast()
    {
        const std::vector<Comment> comments{said(4, ben, ada, 1), said(2, ada, all), said(1, ada, lea), said(3, lea, ada, 1)};
        QCOMPARE(textsOf(threadsOf(comments)), (QStringList{u"1 3 4"_s, u"2"_s}));
    }
    void aReplyStaysBehindItsFirstWhateverTheClocksSay()
    {
        Comment early = said(9, lea, ada, 8);
        early.created = early.created.addDays(-1);
        QCOMPARE(textsOf(threadsOf({early, said(8, ada, lea)})), QStringList(u"8 9"_s));
    }
    void theOrderTheyComeInDoesNotMatter()
    {
        std::vector<Comment> comments{said(1, ada, all), said(2, ben, ada, 1), said(3, lea, all), said(4, ada, ben, 1), said(5, ben, lea, 3)};
        const auto threads = threadsOf(comments);
        while (std::ranges::next_permutation(comments, {}, &Comment::id).found)
            QVERIFY(threadsOf(comments) == threads);
    }
    void whatIsAskedWaitsUntilItIsAnswered()
    {
        const CommentThread asked = threadFrom({said(1, ada, lea)});
        QVERIFY(waitsFor(asked, lea) && !waitsFor(asked, ada) && !waitsFor(asked, ben) && !waitsFor(asked, {}));
        const CommentThread answered = threadFrom({said(1, ada, lea), said(2, lea, ada, 1)});
        QVERIFY(waitsFor(answered, ada) && !waitsFor(answered, lea));
    }
    void whatIsSaidToAllWaitsForEachOther()
    {
        const CommentThread news = threadFrom({said(1, lea, all), said(2, ben, lea, 1)});
        QVERIFY(waitsFor(news, ada) && waitsFor(news, lea) && !waitsFor(news, ben));
    }
    void whoTookPartHearsTheRest()
    {
        const CommentThread thread = threadFrom({said(1, ada, lea), said(2, lea, ada, 1), said(3, ben, lea, 1)});
        QVERIFY(waitsFor(thread, ada) && waitsFor(thread, lea) && !waitsFor(thread, ben));
    }
    void whatIsClosedWaitsForNobody()
    {
        Comment first = said(1, ada, lea);
        first.closed = true;
        QVERIFY(!waitsFor(threadFrom({first}), lea));
    }
    void ofABlindArticleOneHearsOnlyWhatIsForOneself()
    {
        const std::vector<Comment> comments{said(1, ada, lea), said(2, lea, ada, 1), said(3, ben, all), said(4, lea, ben), said(5, ben, all, 0, ferry), said(6, lea, all)};
        QCOMPARE(textsOf(threadsOf(comments, Sight(ada, {vote}))), (QStringList{u"5"_s, u"1 2"_s}));
        QCOMPARE(textsOf(threadsOf(comments, Sight(ben, {vote}))), (QStringList{u"5"_s, u"4"_s, u"3"_s}));
        QCOMPARE(textsOf(threadsOf(comments)).size(), 5);
    }
    void theHistoryTellsNoMore()
    {
        const Sight sight(ada, {vote});
        QVERIFY(!sight.sees(ben, {u"Comment"_s, {added(said(3, ben, all))}}));
        QVERIFY(sight.sees(lea, {u"Comment"_s, {added(said(2, lea, ada, 1))}}));
    }
    void threadsAreFoundByWhatTheyAreAbout()
    {
        Comment one = said(1, ada, all), other = said(2, ada, all);
        one.about = {{10}, {11}};
        other.about = {{12}};
        QCOMPARE(textsOf(threadsAbout(threadsOf({one, other}), {{11}, {13}})), QStringList(u"1"_s));
    }
};

GALLEY_PURE_TEST(DiscussionTest)
#include "tst_discussion.moc"
