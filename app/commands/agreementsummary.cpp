// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreementsummary.h"

#include <agreement/agreementtext.h>
#include <project/studychoices.h>
#include <summary/moreunits.h>
#include <summary/summarytables.h>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// The tables behind a row, each under the row's name.
QStringList tablesOf(const ReliabilityRow &row, const RowDetails &details, const Thresholds &thresholds, TableFormat format, const SummaryParts &behind)
{
    QStringList tables;
    const auto add = [&](TextTable table, const QString &caption) {
        table.caption = u"%1 – %2"_s.arg(row.name(), caption);
        if (!table.isEmpty())
            tables += written(table, format);
    };
    if (behind.pairs)
        add(partsTable(details.pairs, PartKind::Pair, thresholds), Agreement::tr("by pair of coders"));
    if (behind.values)
        add(partsTable(details.values, PartKind::Value, thresholds), Agreement::tr("by value, each against the rest"));
    if (behind.articles)
        add(partsTable(details.articles, PartKind::Article, thresholds), Agreement::tr("by article"));
    if (behind.time) {
        TextTable table = partsTable(details.windows, PartKind::Window, thresholds);
        table.notes += details.timeNote;
        add(std::move(table), Agreement::tr("over time"));
    }
    for (const ConfusionTable &confusion : behind.confusion ? details.confusions : std::vector<ConfusionTable>()) {
        const TextTable table = confusionTable(confusion);
        add(table, table.caption);
    }
    return tables;
}

} // namespace

void addTo(CLI::App &command, SummaryOptions &options, CLI::Option *project)
{
    CLI::Option *summary = command
                               .add_flag("--summary", options.wanted,
                                         "A row for each layer of spans and each variable, the worst first, with its interval and verdict; --by and --confusion tell what stands behind")
                               ->needs(project);
    command.add_option("--format", options.format, "Of the summary: text, markdown, latex (with booktabs), csv")
        ->check(CLI::IsMember({"text", "markdown", "latex", "csv"}))
        ->needs(summary);
    command.add_option("--thresholds", options.thresholds, "Reliable from, tentative from; without it, as the study decided (galley study), else 0.8,0.667")->delimiter(',')->expected(2)->check(CLI::Range(-1.0, 1.0))->needs(summary);
    command.add_option("--spans-by", options.spans, "What stands for spans: fit (u-α, or where they overlap α of characters), ualpha, token_alpha (of characters), word_alpha")
        ->check(CLI::IsMember({"fit", "ualpha", "token_alpha", "word_alpha"}))
        ->needs(summary);
    command.add_option("--window", options.window, "Articles that are measured together to see a drift (20)")->check(CLI::Range(1, 1'000'000))->needs(summary);
    command.add_option("--half-width", options.halfWidth, "Of the interval that is wanted, to say how many more units it takes (0.05)")
        ->check(CLI::Range(0.0001, 1.0))
        ->needs(summary);
}

Result<QString> summaryOf(const ProjectStore &store, const ComparedParts &parts, const SummaryRequest &request, const SummaryOptions &options, const SummaryParts &behind)
{
    const auto choices = store.studyChoices();
    if (!choices)
        return std::unexpected(choices.error());
    const Thresholds thresholds = options.thresholds.empty() ? thresholdsOf(*choices) : Thresholds{options.thresholds[0], options.thresholds[1]};
    if (thresholds.tentative > thresholds.reliable)
        return failed(Agreement::tr("what is reliable is tentative too: the second threshold must not be above the first"));
    SummaryRequest asked = request;
    asked.spans = *spanCoefficientNamed(QString::fromStdString(options.spans));
    const auto summary = reliabilitySummary(store, parts, asked);
    if (!summary)
        return std::unexpected(summary.error());
    if (summary->articles == 0 && summary->rows.empty())
        return failed(Agreement::tr("no article was coded by two of these coders"));
    std::vector<RowDetails> details;
    for (const auto &data : behind.any() ? summary->data : decltype(summary->data)()) {
        auto found = detailsOf(*data, {.window = options.window, .seed = request.seed, .proceed = request.proceed});
        if (!found)
            return std::unexpected(found.error());
        details.push_back(std::move(*found));
    }
    if (options.json)
        return QString::fromUtf8(toJson(*summary, details, thresholds, options.halfWidth, behind));
    const TableFormat format = *tableFormatNamed(QString::fromStdString(options.format));
    TextTable table = summaryTable(summary->rows, thresholds);
    table.notes = summary->statements + table.notes;
    QStringList tables{written(table, format)};
    for (size_t i = 0; i < summary->rows.size(); ++i) {
        if (i < details.size())
            tables += tablesOf(summary->rows[i], details[i], thresholds, format, behind);
        if (behind.any() && format == TableFormat::Text)
            tables += planFor(summary->rows[i], thresholds, options.halfWidth).join(u'\n') + u'\n';
    }
    return tables.join(u'\n').trimmed();
}

} // namespace galley
