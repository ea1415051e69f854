// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The article view on one article of 1,000,000 characters with 10,000 marks: what a reader waits for.
#include "timing.h"

#include <text/articlelayout.h>
#include <text/articleview.h>

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

constexpr int characters = 1'000'000;
constexpr int markCount = 10'000;

QString article(bool oneParagraph)
{
    QString text;
    text.reserve(characters + 200);
    for (int i = 0; text.size() < characters; ++i) {
        text += u"Sentence %1 of the report says what was decided on housing, schools and the harbour of the town. "_s.arg(i);
        if (!oneParagraph && i % 3 == 2)
            text += u'\n';
    }
    return text;
}

std::vector<Mark> marks(const QString &text)
{
    QRandomGenerator random(1);
    std::vector<Mark> result;
    for (int key = 1; key <= markCount; ++key) {
        const qsizetype begin = random.bounded(int(text.size()) - 400);
        result.push_back({key, {begin, begin + random.bounded(20, 400)}, QColor::fromHsv(key % 360, 200, 160), u"Code %1"_s.arg(key % 15),
                          u"Detail"_s, key % 3 == 0, key % 9 == 0});
    }
    return result;
}

void measure(QTextStream &out, const QString &name, bool oneParagraph)
{
    const QString text = article(oneParagraph);
    const std::vector<Mark> all = marks(text);
    ArticleView view;
    view.resize(1100, 900);
    view.show();
    QApplication::processEvents();
    QImage image(view.size(), QImage::Format_RGB32);
    const auto paint = [&] { view.render(&image); };
    const auto line = [&](const QString &what, double time, double budget) {
        out << u"  %1 %2 ms"_s.arg(what, -46).arg(time, 8, 'f', 2);
        if (budget > 0)
            out << u"  %1 x the budget of %2 ms"_s.arg(time / budget, 0, 'f', 3).arg(budget);
        out << Qt::endl;
    };

    out << name << Qt::endl;
    line(u"open: page, marks, first paint"_s, milliseconds([&] {
        view.setPage({text, {}, u"Gazette · today"_s, {}});
        view.setMarks(all);
        paint();
    }), 500);
    line(u"paint again"_s, milliseconds(paint), 16);
    line(u"add a mark in view, paint"_s, milliseconds([&] {
        view.addMarks({{markCount + 1, {40, 120}, Qt::red, u"New"_s, {}, false, false}});
        paint();
    }), 16);
    line(u"remove it, paint"_s, milliseconds([&] {
        view.removeMarks(markCount + 1);
        paint();
    }), 16);
    line(u"leap to the middle, paint"_s, milliseconds([&] {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        paint();
    }), 0);
    const qsizetype middle = text.size() / 2;
    double worst = 0;
    for (int i = 0; i < 20; ++i) {
        worst = std::max(worst, milliseconds([&] {
            view.addMarks({{markCount + 2 + i, {middle + i * 10, middle + i * 10 + 90}, Qt::red, u"New"_s, {}, false, false}});
            paint();
        }));
    }
    line(u"add a mark in the middle, paint (worst of 20)"_s, worst, 16);
    line(u"make a mark current, paint"_s, milliseconds([&] {
        view.nextMark();
        paint();
    }), 16);
    line(u"scroll a line, paint"_s, milliseconds([&] {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 30);
        paint();
    }), 16);
    line(u"move by a sentence, paint"_s, milliseconds([&] {
        view.moveBySentence(1, true);
        paint();
    }), 16);
    line(u"resize, paint"_s, milliseconds([&] {
        view.resize(900, 900);
        paint();
    }), 0);
    line(u"find a word in all of it"_s, milliseconds([&] { view.setFindHits(findAll(text, u"harbour"), 0); }), 0);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    measure(out, u"1,000,000 characters in 3,000 paragraphs, 10,000 marks"_s, false);
    measure(out, u"1,000,000 characters in one paragraph, 10,000 marks"_s, true);
    return 0;
}
