// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reliabilitysummary.h"

#include "agreementtext.h"
#include "codedprivate.h"
#include "comparedwork.h"
#include "drift.h"
#include "measuring.h"
#include "wordunits.h"

#include <domain/article.h>

#include <algorithm>
#include <set>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// A layer or variable that is to be measured.
using Wanted = std::shared_ptr<MeasuredData>;

/// Reads what is compared, then measures one after the other.
class Summarising
{
public:
    Summarising(const ProjectStore &store, const ComparedParts &parts, const SummaryRequest &request)
        : m_store(store)
        , m_parts(parts)
        , m_request(request)
    {
    }

    Result<ReliabilitySummary> summary();
    const QStringList &remarks() const { return m_remarks; }

private:
    Result<> read();
    Result<> read(const Layer &layer);
    Result<bool> readSpans(const Layer &layer); ///< did anybody mark something?
    Result<> lookForDrift();
    void leaveOutIdle();
    void add(VariableCodings &&variable, const Layer &layer);
    Wanted wanted(const Layer &layer, MeasuredUnit unit) const;
    Result<> measure(MeasuredData &data, const Proceed &proceed);
    void addStatements(qint64 all);

    const ProjectStore &m_store;
    ComparedParts m_parts;
    const SummaryRequest &m_request;
    std::vector<CodedArticle> m_articles;
    std::shared_ptr<const std::vector<MeasuredData::OneArticle>> m_named;
    std::vector<Wanted> m_wanted;
    QStringList m_drifts, m_remarks, m_empty;
    ReliabilitySummary m_summary;
};

QStringList namesOf(const std::vector<CodingSet> &sets)
{
    QStringList names;
    for (const CodingSet &set : sets)
        names += set.name;
    return names;
}

/// “Ada, Ben and Cem”, but short of a crowd.
QString listed(const QStringList &names)
{
    constexpr qsizetype most = 6;
    return names.size() <= most ? names.join(u", "_s) : Agreement::tr("%1 and %Ln more", nullptr, int(names.size() - most)).arg(names.first(most).join(u", "_s));
}

QString titleOf(SpanCoefficient spans, bool stacked)
{
    if (spans == SpanCoefficient::UAlpha)
        return Agreement::tr("u-α");
    if (spans == SpanCoefficient::Words)
        return stacked ? Agreement::tr("α of words (sets)") : Agreement::tr("α of words");
    return stacked ? Agreement::tr("α of characters (sets)") : Agreement::tr("α of characters");
}

Wanted Summarising::wanted(const Layer &layer, MeasuredUnit unit) const
{
    auto data = std::make_shared<MeasuredData>();
    data->row.layer = layer.name;
    data->row.unit = unit;
    data->row.cases.layer = layer.id;
    data->coders = idsOf(m_parts.coders);
    data->articles = m_named;
    return data;
}

void Summarising::add(VariableCodings &&variable, const Layer &layer)
{
    if (std::ranges::all_of(variable.codings.cells, [](qint32 cell) { return cell == Codings::Missing; })) {
        m_empty += u"%1: %2"_s.arg(layer.name, variable.name);
        return;
    }
    const Wanted data = wanted(layer, variable.unit);
    data->row.variable = variable.name;
    data->row.title = Agreement::tr("α (%1)").arg(nameOf(variable.level));
    data->row.measure.coefficient.conventions = {variable.rule};
    data->level = variable.level;
    data->articleOf = std::move(variable.articles);
    variable.codings.units.clear(); // the articles tell
    data->codes = std::move(variable.codes);
    data->codings = std::move(variable.codings);
    m_wanted.push_back(data);
}

Result<bool> Summarising::readSpans(const Layer &layer)
{
    const bool inWords = m_request.spans == SpanCoefficient::Words;
    auto spans = (inWords ? spanCodingsInWords : spanCodings)(m_store, layer, m_parts.coders, m_articles, m_parts.excluded);
    if (!spans)
        return std::unexpected(spans.error());
    if (spansIn(*spans) == 0)
        return false;
    auto codes = matchedCodes(m_store, layer, m_parts.coders, m_articles, m_parts.excluded);
    if (!codes)
        return std::unexpected(codes.error());
    const Wanted data = wanted(layer, MeasuredUnit::Span);
    data->stacked = hasOverlaps(*spans);
    data->spans = m_request.spans != SpanCoefficient::Fit ? m_request.spans : data->stacked ? SpanCoefficient::Characters : SpanCoefficient::UAlpha;
    data->row.title = titleOf(data->spans, data->stacked);
    if (inWords)
        m_remarks += Agreement::tr("%1: the units are words (runs of letters and digits) and other signs, without white space; a word belongs to the spans that hold its first character.").arg(layer.name);
    if (data->stacked && m_request.spans == SpanCoefficient::Fit)
        m_remarks += Agreement::tr("%1: a coder’s spans overlap, which u-α does not know. Shown is α of characters, each with the set of its labels (Jaccard distance).").arg(layer.name);
    codes->codings.units.clear();
    data->matched = std::move(codes->codings);
    data->codes = std::move(codes->codes);
    data->codings = std::move(*spans);
    m_wanted.push_back(data);
    return true;
}

Result<> Summarising::read(const Layer &layer)
{
    auto variables = codedVariables(m_store, layer, m_parts.coders, m_articles, m_parts.variable, m_parts.excluded);
    if (!variables)
        return std::unexpected(variables.error());
    const bool hasUnits = std::ranges::contains(*variables, MeasuredUnit::Unit, &VariableCodings::unit);
    if (layer.unit == LayerUnit::Span && !m_parts.variable) {
        const auto marked = readSpans(layer);
        if (!marked)
            return std::unexpected(marked.error());
        if (!*marked && !hasUnits) {
            m_empty += layer.name;
            return {};
        }
    }
    for (VariableCodings &variable : *variables)
        add(std::move(variable), layer);
    return {};
}

/// Who coded none of the articles is no column of anything: a lead who only leads is not one of the coders.
void Summarising::leaveOutIdle()
{
    std::vector<qint32> places(m_parts.coders.size(), -1);
    for (const CodedArticle &article : m_articles) {
        for (const qint32 coder : article.coders)
            places[size_t(coder)] = 0;
    }
    if (m_articles.empty() || !std::ranges::contains(places, -1))
        return;
    std::vector<Coder> coders;
    for (size_t i = 0; i < places.size(); ++i) {
        if (places[i] < 0) {
            m_summary.idle.push_back(m_parts.coders[i]);
            continue;
        }
        places[i] = qint32(coders.size());
        coders.push_back(m_parts.coders[i]);
    }
    m_parts.coders = std::move(coders);
    for (CodedArticle &article : m_articles) {
        for (qint32 &coder : article.coders)
            coder = places[size_t(coder)];
    }
}

Result<> Summarising::read()
{
    auto articles = comparedArticles(m_store, m_parts);
    if (!articles)
        return std::unexpected(articles.error());
    m_articles = std::move(*articles);
    leaveOutIdle();
    const auto times = codingTimes(m_store, m_parts.coders, m_articles);
    if (!times)
        return std::unexpected(times.error());
    std::vector<MeasuredData::OneArticle> named;
    for (size_t i = 0; i < m_articles.size(); ++i)
        named.push_back({m_articles[i].id, m_articles[i].title, (*times)[i]});
    m_named = std::make_shared<const std::vector<MeasuredData::OneArticle>>(std::move(named));
    for (const Layer &layer : m_articles.empty() ? std::vector<Layer>() : m_parts.layers) {
        if (m_request.proceed && !m_request.proceed(0))
            return failed(Agreement::tr("the computation was stopped"));
        if (auto done = read(layer); !done)
            return done;
    }
    return {};
}

Result<> Summarising::measure(MeasuredData &data, const Proceed &proceed)
{
    const auto *spans = std::get_if<SpanCodings>(&data.codings);
    const auto *codings = std::get_if<Codings>(&data.codings);
    auto measure = spans ? measured(*spans, data.spans, data.stacked, {m_request.replicates / 10, m_request.seed, proceed})
                         : measured(*codings, data.level, {m_request.replicates, m_request.seed, proceed});
    if (!measure)
        return std::unexpected(measure.error());
    ReliabilityRow &row = data.row;
    measure->coefficient.conventions += row.measure.coefficient.conventions;
    row.measure = std::move(*measure);
    if (spans) {
        row.units = spansIn(*spans);
        row.articles = row.drawn = std::ranges::count_if(spans->documents, [](const Continuum &document) { return document.coders.size() >= 2; });
        return {};
    }
    std::set<size_t> articles;
    for (qsizetype unit = 0; unit < codings->unitCount(); ++unit) {
        if (std::ranges::count_if(codings->unit(unit), [](qint32 cell) { return cell != Codings::Missing; }) >= 2) {
            ++row.units;
            articles.insert(data.articleOf[size_t(unit)]);
        }
    }
    row.articles = qint64(articles.size());
    row.drawn = row.units;
    return {};
}

/// Whether somebody's codes come away from those of the others.
Result<> Summarising::lookForDrift()
{
    return comparedWork(m_store, m_parts, {}).transform([this](const std::vector<ComparedGroup> &groups) { m_drifts = textsOf(driftsIn(groups), m_parts.coders); });
}

void Summarising::addStatements(qint64 all)
{
    QStringList coders, excluded;
    for (const Coder &coder : m_parts.coders)
        coders += coder.name;
    QStringList &statements = m_summary.statements;
    statements += m_drifts; // first: something is to be done about it
    statements += Agreement::tr("Compared are %Ln articles that at least two of these coded (of %L1): %2.", nullptr, int(m_articles.size())).arg(all).arg(listed(coders));
    QStringList idle;
    for (const Coder &coder : m_summary.idle) {
        if (coder.role != CoderRole::Lead) // of whom nobody expects it
            idle += coder.name;
    }
    if (!idle.isEmpty())
        statements += Agreement::tr("Coded none of them: %1.").arg(listed(idle));
    if (!m_parts.sets.empty())
        statements += Agreement::tr("Only articles of the sets: %1.").arg(listed(namesOf(m_parts.sets)));
    if (!m_parts.sight.seesAll())
        statements += Agreement::tr("Left out are the articles of blind sets, which only a lead may compare.");
    statements += Agreement::tr("It is the coders’ own work, as it was before discussion: what was settled (the consensus) is never part of it.");
    for (const ZoneKind kind : m_parts.excluded)
        excluded += nameOf(kind);
    if (!excluded.isEmpty())
        statements += Agreement::tr("Parts of articles left out: %1.").arg(excluded.join(u", "_s));
    for (const Layer &layer : m_parts.layers) {
        if (!layer.leaveOut.isEmpty())
            statements += Agreement::tr("%1 leaves out these parts of articles: %2.").arg(layer.name, layer.leaveOut.join(u", "_s));
    }
    statements += m_remarks;
    if (!m_empty.isEmpty())
        statements += Agreement::tr("Not measured, since these coders coded nothing there: %1.").arg(listed(m_empty));
}

/// Worst first. What has no value is not the worst; it is last.
bool isWorse(const Wanted &a, const Wanted &b)
{
    const auto &one = a->row.measure.coefficient.value, &other = b->row.measure.coefficient.value;
    return one && other ? *one < *other : one.has_value() && !other.has_value();
}

Result<ReliabilitySummary> Summarising::summary()
{
    if (auto done = read(); !done)
        return std::unexpected(done.error());
    bool stopped = false;
    std::vector<Wanted> measuredOnes;
    for (size_t i = 0; i < m_wanted.size(); ++i) {
        const auto proceed = [&](double done) {
            stopped = stopped || (m_request.proceed && !m_request.proceed((double(i) + done) / double(m_wanted.size())));
            return !stopped;
        };
        const auto done = proceed(0) ? measure(*m_wanted[i], proceed) : failed(QString());
        if (stopped)
            return failed(Agreement::tr("the computation was stopped"));
        if (done)
            measuredOnes.push_back(m_wanted[i]);
        else
            m_remarks += Agreement::tr("%1 cannot be measured: %2").arg(m_wanted[i]->row.name(), done.error().message);
    }
    std::ranges::stable_sort(measuredOnes, isWorse);
    for (const Wanted &data : measuredOnes) {
        m_summary.rows.push_back(data->row);
        m_summary.data.push_back(data);
    }
    m_summary.articles = qint64(m_articles.size());
    if (const auto done = lookForDrift(); !done)
        return std::unexpected(done.error());
    const auto counts = m_store.counts();
    if (!counts)
        return std::unexpected(counts.error());
    addStatements(counts->articles);
    return std::move(m_summary);
}

/// What somebody coded twice, the second time blind to the first: rows of their own below those that compare coders.
Result<> addAgain(ReliabilitySummary &summary, const ProjectStore &store, const ComparedParts &parts, const SummaryRequest &request, const Coder &first, const Coder &self)
{
    ComparedParts both = parts;
    both.coders = {first, self};
    Summarising summarising(store, both, request);
    auto own = summarising.summary();
    if (!own)
        return std::unexpected(own.error());
    if (own->articles == 0)
        return {};
    for (const auto &data : own->data) {
        auto named = std::make_shared<MeasuredData>(*data);
        named->row.again = first.name;
        named->row.cases.coders = {first.id, self.id};
        summary.rows.push_back(named->row);
        summary.data.push_back(std::move(named));
    }
    summary.statements += Agreement::tr("Intracoder reliability: %1 coded %Ln articles once more as “%2”, blind to the first coding; the rows “%1 again” compare the two. No other row holds the second.",
                                        nullptr, int(own->articles)).arg(first.name, self.name);
    summary.statements += summarising.remarks();
    return {};
}

} // namespace

Result<ReliabilitySummary> reliabilitySummary(const ProjectStore &store, const ComparedParts &parts, const SummaryRequest &request)
{
    const auto coders = store.coders();
    if (!coders)
        return std::unexpected(coders.error());
    std::vector<std::pair<Coder, Coder>> again; // who coded something once more, and as whom
    for (const Coder &first : parts.coders) {
        for (const Coder &self : selvesOf(first.id, *coders)) {
            if (!std::ranges::contains(parts.coders, self.id, &Coder::id))
                again.emplace_back(first, self);
        }
    }
    size_t done = 0;
    SummaryRequest part = request;
    if (request.proceed)
        part.proceed = [&](double share) { return request.proceed((double(done) + share) / double(again.size() + 1)); };
    auto summary = Summarising(store, parts, part).summary();
    for (const auto &[first, self] : summary ? again : decltype(again)()) {
        ++done;
        if (const auto added = addAgain(*summary, store, parts, part, first, self); !added)
            return std::unexpected(added.error());
    }
    return summary;
}

} // namespace galley
