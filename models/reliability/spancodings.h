// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/error.h>

#include <QString>
#include <QStringList>

#include <vector>

namespace galley {

/// One coder's mark on a continuum. Positions are in whatever unit the text is measured in (Galley: code points), end exclusive;
/// they need not be whole.
struct CodedSpan
{
    qint32 coder = 0;    ///< index into SpanCodings::coders
    qint32 category = 0; ///< index into SpanCodings::categories
    double begin = 0;
    double end = 0;

    bool operator==(const CodedSpan &) const = default;
};

/// A text and the spans that its coders marked in it.
struct Continuum
{
    QString document;
    double begin = 0;
    double length = 0;
    std::vector<qint32> coders; ///< who coded it, also those without a span; sorted
    std::vector<CodedSpan> spans;

    double end() const { return begin + length; }
};

/// Spans of several coders in one or several texts.
struct SpanCodings
{
    QStringList coders;
    QStringList categories; ///< as they sort by code point, or the codebook's order
    std::vector<Continuum> documents;
};

/// Every span lies in its text and is not empty, every index means something; else the first that does not, in words.
Result<> validate(const SpanCodings &codings);

/// Do spans of one coder share a stretch of text? Touching is no overlap.
bool hasOverlaps(const SpanCodings &codings);

/// The codings of these two coders alone; documents that neither coded are left out.
SpanCodings pairOf(const SpanCodings &codings, qint32 first, qint32 second);

} // namespace galley
