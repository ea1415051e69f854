// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/id.h>

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace galley {

enum class SampleMethod {
    Simple,          ///< every article has the same chance
    Stratified,      ///< of each value of a field its share
    ConstructedWeek, ///< dates for each day of the week, and the articles of these dates
};

/// How much of a stratified sample comes from each stratum.
enum class Allocation {
    Proportional, ///< as much as it has of the articles, rounded by largest remainders (Hamilton)
    Equal,        ///< as much as any other; what cannot be divided goes to the largest strata, one each
};

/// What is to be drawn.
struct SampleRequest
{
    SampleMethod method = SampleMethod::Simple;
    quint64 seed = 0;
    int size = 0;       ///< articles in all; by constructed weeks: of each date, 0 for all it has
    QString stratifyBy; ///< the name of a field
    Allocation allocation = Allocation::Proportional;
    int weeks = 1;
    bool onlyDaysWithArticles = false; ///< a date without articles cannot be drawn for a constructed week
    QDate from; ///< first day articles are drawn of, by any method; invalid: open
    QDate to;   ///< last day
    bool oneOfEachStory = false; ///< of the versions of a story only the lead can be drawn

    bool operator==(const SampleRequest &) const = default;
};

struct SampledArticle
{
    ArticleId id; ///< 0 where it comes from a record, which knows no ids
    QUuid uuid;

    bool operator==(const SampledArticle &) const = default;
};

/// Articles with one value of a field.
struct SampleStratum
{
    QString value; ///< empty: the field is empty
    int inFrame = 0;
    int share = 0; ///< what it was to give; it gave less where it has less
    int inSample = 0;

    bool operator==(const SampleStratum &) const = default;
};

/// A date drawn for a constructed week.
struct SampleDay
{
    int week = 1;
    QDate date;
    int inFrame = 0;
    int inSample = 0;

    bool operator==(const SampleDay &) const = default;
};

/// How many articles could not be drawn, and why. Dates count only where the method or the span asks for them.
struct LeftOut
{
    int undated = 0;     ///< state no date
    int partlyDated = 0; ///< state less than a day ("2023-05"), or what is not understood
    int outsideSpan = 0;
    int copies = 0; ///< versions of a story beside its lead, where one of each story is asked for

    bool operator==(const LeftOut &) const = default;
};

/// A sample with all that is needed to report it and to draw it again.
struct Sample
{
    SampleRequest request;        ///< of constructed weeks with the span that was meant, where it was open
    int frameSize = 0;            ///< articles given, with those left out
    QByteArray frameHash;         ///< SHA-256, lower-case hex, of the sorted UUIDs of all articles given, a line each
    LeftOut leftOut;
    std::vector<SampleStratum> strata;    ///< by value
    std::vector<SampleDay> days;          ///< week by week from Monday to Sunday
    std::vector<SampledArticle> articles; ///< in drawn order, stratum by stratum or day by day

    bool operator==(const Sample &) const = default;
};

QString nameOf(SampleMethod method); ///< "simple", "stratified", "week"
std::optional<SampleMethod> sampleMethodNamed(QStringView name);
QString nameOf(Allocation allocation); ///< "proportional", "equal"
std::optional<Allocation> allocationNamed(QStringView name);

} // namespace galley
