// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzing.h"

#include <agreement/codingmatrix.h>
#include <agreement/spantable.h>
#include <reliability/metrics.h>

#include <cmath>

using namespace galley;

namespace {

/// Whatever was read has a value that is a number, a reason, or an error in words.
template <typename Data> void computeAll(const Data &data)
{
    for (const Metric<Data> &metric : metricsOf<Data>()) {
        MetricOptions options;
        if (metric.options.contains(QStringLiteral("n_samples")))
            options.insert(QStringLiteral("n_samples"), QStringLiteral("2"));
        if (metric.options.contains(QStringLiteral("replicates")))
            options.insert(QStringLiteral("replicates"), QStringLiteral("10"));
        const auto result = compute(QString::fromLatin1(metric.name), data, options);
        fuzzing::require(result || !result.error().message.isEmpty(), "an error has a message");
        fuzzing::require(!result || !result->value || std::isfinite(*result->value), "a value is a number");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzzing::bytesOf(data, size);
    const auto matrix = readCodingMatrix(bytes);
    fuzzing::require(matrix || !matrix.error().reason.isEmpty(), "an error has a reason");
    if (matrix && matrix->codings.coderCount() < 20)
        computeAll(matrix->codings);
    const auto spans = readSpanTable(bytes);
    fuzzing::require(spans || !spans.error().reason.isEmpty(), "an error has a reason");
    if (spans && spans->coders.size() < 6 && spans->documents.size() < 10)
        computeAll(*spans);
    const auto documents = readDocumentTable(bytes);
    fuzzing::require(documents || !documents.error().reason.isEmpty(), "an error has a reason");
    return 0;
}
