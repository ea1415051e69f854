// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast cues are found, in MB of UTF-8 a second, beside one pass of a single expression over the same text.
#include <cues/cues.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

using namespace galley;
using namespace Qt::StringLiterals;

namespace {

const QString paragraph = u"KELSMOUTH (Straitwire) - The port's director told reporters on Friday that \"nothing is decided\", "
                          "though 38 percent of the 4.2 million crowns may reportedly be spent by May 4, 2024, according to a "
                          "letter the crews’ union called for.\n\n"_s;

double seconds(auto &&work)
{
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e9);
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // beside which the part that finds cues lies
    const double start = seconds([] { const CueFinder finder; });
    std::printf("cues: %.1f ms to read the definitions\n", start * 1000);

    const CueFinder finder;
    const QString article = paragraph.repeated(5'000);
    const QString line = QString(article).replace(u'\n', u' ');
    const double megabytes = double(article.toUtf8().size()) / 1e6;
    const QRegularExpression words(u"\\b(?:said|told|may|reportedly)\\b"_s, QRegularExpression::UseUnicodePropertiesOption);
    const double scan = seconds([&] {
        for (auto matches = words.globalMatch(article); matches.hasNext();)
            matches.next();
    });
    for (const auto &[name, text] : {std::pair("paragraphs", article), std::pair("one line", line)}) {
        size_t found = 0;
        const double time = seconds([&] { found = finder.cues(text, u"News cues (English)"_s, false).size(); });
        std::printf("cues: %s, %.1f MB: %zu cues, %.1f MB/s, %.1f times a single expression\n", name, megabytes, found,
                    megabytes / time, time / scan);
        if (found == 0)
            return 1; // it measured nothing
    }
    return 0;
}
