// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <text/articleprint.h>
#include <text/articlestyle.h>

#include <testing.h>

#include <QFile>
#include <QImage>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QApplication>
#include <QTest>

#include <vector>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

/// Pages as pictures, at 96 dots per inch.
std::vector<QImage> printed(QSize size, const Page &page, const std::vector<Mark> &marks, const QString &footer = {})
{
    std::vector<QImage> pages;
    QImage paper(size, QImage::Format_RGB32);
    paper.setDotsPerMeterX(3780);
    paper.setDotsPerMeterY(3780);
    paper.fill(Qt::white);
    const auto newPage = [&] {
        pages.push_back(QImage(paper.constBits(), size.width(), size.height(), paper.bytesPerLine(), paper.format()).copy());
        paper.fill(Qt::white);
        return true;
    };
    const int count = printArticle(paper, newPage, page, marks, {defaultReadingFont(), 10.5, footer});
    newPage();
    return count == int(pages.size()) ? pages : std::vector<QImage>();
}

QString article(int paragraphs)
{
    QString text = u"Council closes the harbour\n\n"_s;
    for (int i = 0; i < paragraphs; ++i)
        text += u"In paragraph %1 the council decides on housing, schools and the harbour, and says why it does so. The mayor agrees with most of it.\n\n"_s.arg(i);
    return text;
}

bool shows(const QImage &page, QColor color)
{
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            if (page.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

/// Rows of a page that hold ink, to tell a cut line from a whole one.
bool rowIsBlank(const QImage &page, int y)
{
    for (int x = 0; x < page.width(); ++x) {
        if (page.pixelColor(x, y) != Qt::white)
            return false;
    }
    return true;
}

} // namespace

class ArticlePrintTest : public QObject
{
    Q_OBJECT

private slots:
    void theLanesAndTheListOfCodesAreOnPaper();
    void noLineIsCutByThePagesEnd();
    void anArticleWithoutMarksHasNoList();
    void aPdfIsWritten();
    void aFileThatCannotBeWrittenYieldsNoPages();
    void oddPagesPrint();
};

void ArticlePrintTest::theLanesAndTheListOfCodesAreOnPaper()
{
    const QString text = article(40);
    const QColor blue(0, 114, 178);
    const QColor orange(213, 94, 0);
    const std::vector<Mark> marks{{1, {40, 90}, blue, u"Security"_s, {}, false, false}, {2, {4000, 4100}, orange, u"Economic"_s, {}, true, true}};
    const std::vector<QImage> pages = printed({700, 900}, {text, {}, u"Gazette"_s, {{{0, 26}, ZoneStyle::Headline, {}}}}, marks);
    if (const QString folder = qEnvironmentVariable("GALLEY_TEST_PICTURES"); !folder.isEmpty()) {
        for (size_t i = 0; i < pages.size(); ++i)
            QVERIFY(pages[i].save(u"%1/print-%2.png"_s.arg(folder).arg(i + 1)));
    }
    QVERIFY(pages.size() >= 4);
    QVERIFY(shows(pages.front(), blue));
    QVERIFY(!shows(pages.front(), orange));
    QVERIFY(shows(pages.back(), blue));
    QVERIFY(shows(pages.back(), orange));
}

void ArticlePrintTest::noLineIsCutByThePagesEnd()
{
    for (const int height : {500, 613, 777}) {
        const std::vector<QImage> pages = printed({600, height}, {article(30), {}, {}, {}}, {}, u"Footer"_s);
        QVERIFY(pages.size() > 2);
        for (const QImage &page : pages)
            QVERIFY(rowIsBlank(page, height - 30)); // between the text and the footer
    }
}

void ArticlePrintTest::anArticleWithoutMarksHasNoList()
{
    QCOMPARE(printed({700, 900}, {article(2), {}, {}, {}}, {}).size(), size_t(1));
}

void ArticlePrintTest::aPdfIsWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"article.pdf"_s);
    {
        QPdfWriter pdf(path);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        QVERIFY(printArticle(pdf, {article(60), {}, {}, {}}, {{1, {0, 20}, Qt::red, u"Code"_s, {}, false, false}}, {defaultReadingFont(), 10.5, {}}) > 2);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void ArticlePrintTest::aFileThatCannotBeWrittenYieldsNoPages()
{
    QPdfWriter pdf(u"/no such folder/article.pdf"_s);
    QTest::ignoreMessage(QtWarningMsg, "QPainter::begin(): Returned false");
    QCOMPARE(printArticle(pdf, {article(2), {}, {}, {}}, {}, {defaultReadingFont(), 10.5, {}}), 0);
}

void ArticlePrintTest::oddPagesPrint()
{
    for (const QString &text : {QString(), u"\n\n\n"_s, u"x"_s, QString(5000, u'w')}) {
        for (const QSize size : {QSize(700, 900), QSize(120, 90)})
            QVERIFY(!printed(size, {text, {}, {}, {}}, {{1, {-5, 9999}, Qt::red, {}, {}, true, true}}).empty());
    }
}

GALLEY_WINDOW_TEST(ArticlePrintTest)
#include "tst_articleprint.moc"
