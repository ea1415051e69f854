// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source.h"

#include <readers/codingmatrix.h>
#include <readers/spantable.h>
#include <writers/recalwriter.h>

#include <QFile>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

std::expected<QByteArray, AgreementFailure> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(AgreementFailure{file.errorString(), path});
    return file.readAll();
}

std::unexpected<AgreementFailure> failedIn(const QString &path, const TableError &error)
{
    return std::unexpected(AgreementFailure{error.reason, path, error.line});
}

} // namespace

AgreementOutcome agreementOf(const AgreementSource &source, const AgreementRequest &request)
{
    if (!source.matrix.empty())
        return agreementOfMatrix(source, request);
    return source.spans.empty() ? agreementOfProject(source, request) : agreementOfSpans(source, request);
}

Result<> addDetails(AgreementReport &report, const AgreementSource &source, const Codings &codings, Level level,
                    const About &about)
{
    if (source.confusion)
        report.details.push_back(confusionOf(codings, about));
    if (source.disagreements > 0) {
        auto units = disagreementsOf(codings, level, source.disagreements, about);
        if (!units)
            return std::unexpected(units.error());
        report.details.push_back(std::move(*units));
    }
    return {};
}

AgreementOutcome agreementOfMatrix(const AgreementSource &source, const AgreementRequest &request)
{
    const QString path = QString::fromStdString(source.matrix);
    auto bytes = bytesOf(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const Level level = levelNamed(request.options.value(u"level"_s)).value_or(Level::Nominal);
    const auto matrix
        = readCodingMatrix(std::move(*bytes), {source.recal, source.unitColumn, source.coders, source.codebook, level});
    if (!matrix)
        return failedIn(path, matrix.error());
    AgreementReport report;
    auto results = agreementOf(*matrix, request, {}, report.remarks);
    if (!results)
        return std::unexpected(
            AgreementFailure{results.error().message, path, 1}); // what does not fit is the set of coders or categories
    if (auto added = addDetails(report, source, *matrix, level, {}); !added)
        return std::unexpected(AgreementFailure{added.error().message, path, 1});
    if (!source.writeRecal.empty()) {
        const QString target = QString::fromStdString(source.writeRecal);
        const auto key = writeRecal(*matrix, target);
        if (!key)
            return std::unexpected(AgreementFailure{key.error().message, target});
        report.remarks += *key;
    }
    report.results = std::move(*results);
    return report;
}

AgreementOutcome agreementOfSpans(const AgreementSource &source, AgreementRequest request)
{
    SpanTableOptions options{source.coders, source.length, source.begin, {}};
    if (!source.documents.empty()) {
        const QString path = QString::fromStdString(source.documents);
        auto bytes = bytesOf(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        auto documents = readDocumentTable(std::move(*bytes));
        if (!documents)
            return failedIn(path, documents.error());
        options.documents = std::move(*documents);
    }
    request.lengthsKnown = source.length || !source.documents.empty();
    const QString path = QString::fromStdString(source.spans);
    auto bytes = bytesOf(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto spans = readSpanTable(std::move(*bytes), options);
    if (!spans)
        return failedIn(path, spans.error());
    AgreementReport report;
    auto results = agreementOf(*spans, request, {}, report.remarks);
    if (!results)
        return std::unexpected(AgreementFailure{results.error().message, path});
    report.results = std::move(*results);
    return report;
}

} // namespace galley
