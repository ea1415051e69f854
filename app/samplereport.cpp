// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplereport.h"

#include <QCoreApplication>
#include <QLocale>

namespace galley {

namespace {

struct Report
{
    Q_DECLARE_TR_FUNCTIONS(SampleReport)
};

QString methodOf(const SampleRequest &request)
{
    switch (request.method) {
    case SampleMethod::Simple:
        return Report::tr("Simple random sample");
    case SampleMethod::Stratified:
        return request.allocation == Allocation::Equal ? Report::tr("Random sample stratified by %1, equal strata").arg(request.stratifyBy)
                                                       : Report::tr("Random sample stratified by %1, proportional").arg(request.stratifyBy);
    case SampleMethod::ConstructedWeek:
        return Report::tr("%n constructed weeks", nullptr, request.weeks);
    }
    return {};
}

QString span(const SampleRequest &request)
{
    if (!request.from.isValid() && !request.to.isValid())
        return {};
    const auto day = [](QDate date) { return date.isValid() ? date.toString(Qt::ISODate) : QStringLiteral("…"); };
    return Report::tr(", %1 to %2").arg(day(request.from), day(request.to));
}

} // namespace

QStringList sampleReport(const Sample &sample)
{
    QStringList lines;
    lines += methodOf(sample.request) + span(sample.request);
    lines += Report::tr("%1 of %2 articles, seed %3").arg(sample.articles.size()).arg(sample.frameSize).arg(sample.request.seed);
    for (const SampleStratum &stratum : sample.strata) {
        const QString value = stratum.value.isEmpty() ? Report::tr("(not stated)") : stratum.value;
        QString line = Report::tr("  %1: %2 of %3").arg(value).arg(stratum.inSample).arg(stratum.inFrame);
        if (stratum.inSample < stratum.share)
            line += Report::tr(", fewer than its share of %1").arg(stratum.share);
        lines += line;
    }
    for (const SampleDay &day : sample.days) {
        lines += Report::tr("  week %1, %2: %3 of %4")
                     .arg(day.week)
                     .arg(QLocale().toString(day.date, QStringLiteral("ddd yyyy-MM-dd")))
                     .arg(day.inSample)
                     .arg(day.inFrame);
    }
    const auto left = [&](int count, const QString &why) {
        if (count > 0)
            lines += Report::tr("  left out: %1 %2").arg(count).arg(why);
    };
    left(sample.leftOut.copies, Report::tr("as copies of a story"));
    left(sample.leftOut.undated, Report::tr("without a date"));
    left(sample.leftOut.partlyDated, Report::tr("without the day"));
    left(sample.leftOut.outsideSpan, Report::tr("outside the span"));
    lines += Report::tr("frame: %1").arg(QString::fromLatin1(sample.frameHash));
    return lines;
}

} // namespace galley
