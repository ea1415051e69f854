// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreementtext.h"
#include "computing.h"
#include "measuring.h"

#include <reliability/breakdown.h>
#include <reliability/cohenkappa.h>
#include <reliability/contingency.h>
#include <reliability/tokens.h>

#include <QLocale>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// That at least two valued.
qint64 unitsIn(const Codings &codings)
{
    qint64 units = 0;
    for (qsizetype unit = 0; unit < codings.unitCount(); ++unit)
        units += std::ranges::count_if(codings.unit(unit), [](qint32 cell) { return cell != Codings::Missing; }) >= 2;
    return units;
}

qint64 unitsIn(const SpanCodings &codings)
{
    return spansIn(codings);
}

/// The units of each article; of spans the articles are the documents.
using UnitsByArticle = std::vector<std::vector<qsizetype>>;

UnitsByArticle unitsByArticle(const MeasuredData &data)
{
    UnitsByArticle units(data.articles->size());
    for (size_t unit = 0; unit < data.articleOf.size(); ++unit)
        units[data.articleOf[unit]].push_back(qsizetype(unit));
    return units;
}

/// Only what is in these articles.
Codings ofArticles(const UnitsByArticle &units, const Codings &codings, const std::vector<size_t> &articles)
{
    Codings part{codings.coders, {}, codings.categories, codings.wholeCodebook, {}, codings.ranked};
    for (const size_t article : articles) {
        for (const qsizetype unit : units[article]) {
            const auto cells = codings.unit(unit);
            part.cells.insert(part.cells.end(), cells.begin(), cells.end());
        }
    }
    return part;
}

SpanCodings ofArticles(const UnitsByArticle &, const SpanCodings &codings, const std::vector<size_t> &articles)
{
    SpanCodings part{codings.coders, codings.categories, {}};
    for (const size_t article : articles)
        part.documents.push_back(codings.documents[article]);
    return part;
}

/// The parts of one row, each measured like the whole.
template <typename Data> class Detailing
{
public:
    Detailing(const MeasuredData &data, const Data &codings, const DetailsRequest &request)
        : m_data(data)
        , m_codings(codings)
        , m_request(request)
        , m_units(unitsByArticle(data))
    {
    }

    Result<RowDetails> details()
    {
        m_details.conventions = m_data.row.measure.coefficient.conventions;
        constexpr std::array steps{&Detailing::addCoefficients, &Detailing::addPairs, &Detailing::addValues, &Detailing::addArticles, &Detailing::addWindows, &Detailing::addConfusions};
        for (m_step = 0; m_step < steps.size(); ++m_step) {
            if (!(this->*steps[m_step])() || !proceed(1))
                return failed(Agreement::tr("the computation was stopped"));
        }
        for (auto parts : {&RowDetails::pairs, &RowDetails::values, &RowDetails::articles})
            std::ranges::stable_sort(m_details.*parts, isMoreApart);
        return std::move(m_details);
    }

private:
    static bool isMoreApart(const MeasuredPart &a, const MeasuredPart &b)
    {
        const auto key = [](const MeasuredPart &part) {
            return std::pair(part.measure.coefficient.value.value_or(2), part.measure.percent.value_or(2));
        };
        return key(a) < key(b);
    }

    bool proceed(double done)
    {
        constexpr double steps = 6;
        m_stopped = m_stopped || (m_request.proceed && !m_request.proceed((double(m_step) + done) / steps));
        return !m_stopped;
    }

    /// Of spans measured in characters or words, which then are units: what else a pair is known by.
    QString noteOf(const Data &pair) const
    {
        if constexpr (std::is_same_v<Data, SpanCodings>) {
            if (m_data.spans == SpanCoefficient::UAlpha || m_data.stacked)
                return {};
            if (const auto kappa = cohenKappa(unitsOf(pair, {})); kappa && kappa->value)
                return Agreement::tr("Cohen’s κ %1").arg(QString::number(*kappa->value, 'f', 3));
        }
        return {};
    }

    /// Of the data, or of a part; one that does not fit its level says nothing.
    Measure measuredOf(const Data &codings, qint64 replicates = 0)
    {
        const Drawing drawing{replicates, m_request.seed, [this](double) { return proceed(0); }};
        if constexpr (std::is_same_v<Data, Codings>)
            return measured(codings, m_data.level, drawing).value_or(Measure());
        else
            return measured(codings, m_data.spans, m_data.stacked, drawing).value_or(Measure());
    }

    bool addCoefficients();
    bool addPairs();
    bool addValues();
    bool addArticles();
    bool addWindows();
    bool addConfusions();
    QString valuesIn(size_t article) const;

    const MeasuredData &m_data;
    const Data &m_codings;
    const DetailsRequest &m_request;
    UnitsByArticle m_units;
    RowDetails m_details;
    size_t m_step = 0;
    bool m_stopped = false;
};

template <typename Data> bool Detailing<Data>::addCoefficients()
{
    AgreementRequest request{.proceed = [this](double done) { return proceed(done); }};
    if constexpr (std::is_same_v<Data, Codings>)
        request.options = {{u"level"_s, nameOf(m_data.level)}, {u"replicates"_s, QString::number(m_request.replicates)}};
    const auto report = agreementOf(m_codings, request);
    if (!report)
        return !m_stopped;
    for (const AgreementResult &result : report->results) {
        QStringList options = result.options.values();
        options.removeAll(QString::number(m_request.replicates));
        const QString name = options.isEmpty() ? result.title : u"%1 (%2)"_s.arg(result.title, options.join(u", "_s));
        m_details.coefficients.push_back({name, result.coefficient.units, {result.coefficient, std::nullopt}});
    }
    return true;
}

template <typename Data> bool Detailing<Data>::addPairs()
{
    const auto count = qint32(m_codings.coders.size());
    for (qint32 first = 0; first < count; ++first) {
        for (qint32 second = first + 1; second < count; ++second) {
            const Data pair = pairOf(m_codings, first, second);
            const Measure measure = measuredOf(pair, m_request.replicates);
            if (!proceed(double(first) / count))
                return false;
            if (measure.coefficient.coders < 2 || unitsIn(pair) == 0)
                continue; // they coded nothing together
            ComparisonFilter cases = m_data.row.cases;
            cases.coders = {m_data.coders[size_t(first)], m_data.coders[size_t(second)]};
            m_details.pairs.push_back({u"%1, %2"_s.arg(m_codings.coders[first], m_codings.coders[second]), unitsIn(pair), measure, noteOf(pair), cases});
        }
    }
    return true;
}

template <> bool Detailing<Codings>::addValues()
{
    for (const ValueReliability &value : reliabilityByValue(m_codings)) {
        Measure measure{m_data.row.measure.coefficient, value.count > 0 ? std::optional(value.agreeing / double(value.count)) : std::nullopt};
        measure.coefficient.value = value.alpha;
        measure.coefficient.interval.reset();
        ComparisonFilter cases = m_data.row.cases;
        cases.code = m_data.codes[size_t(value.category)];
        m_details.values.push_back({m_codings.categories[size_t(value.category)].name, value.count, measure, {}, cases});
    }
    return true;
}

template <> bool Detailing<SpanCodings>::addValues()
{
    for (qint32 category = 0; category < m_codings.categories.size(); ++category) {
        const qint64 spans = spansIn(m_codings, category);
        if (spans == 0)
            continue;
        const Drawing drawing{0, m_request.seed, [&](double) { return proceed(double(category) / double(m_codings.categories.size())); }};
        auto measure = measured(m_codings, m_data.spans, m_data.stacked, drawing, category);
        if (m_stopped)
            return false;
        ComparisonFilter cases = m_data.row.cases;
        if (size_t(category) < m_data.codes.size())
            cases.code = m_data.codes[size_t(category)];
        m_details.values.push_back({m_codings.categories[category], spans, measure.value_or(Measure()), {}, cases});
    }
    return true;
}

/// "Ada: yes, Ben: no", where the article is one unit.
template <> QString Detailing<Codings>::valuesIn(size_t article) const
{
    if (m_data.row.unit != MeasuredUnit::Article)
        return {};
    QStringList words;
    const auto cells = m_codings.unit(qsizetype(article));
    for (size_t coder = 0; coder < cells.size(); ++coder) {
        if (cells[coder] != Codings::Missing)
            words += u"%1: %2"_s.arg(m_codings.coders[qsizetype(coder)], m_codings.categories[size_t(cells[coder])].name);
    }
    return words.join(u", "_s);
}

template <> QString Detailing<SpanCodings>::valuesIn(size_t) const
{
    return {};
}

template <typename Data> bool Detailing<Data>::addArticles()
{
    for (size_t article = 0; article < m_data.articles->size(); ++article) {
        const Data part = ofArticles(m_units, m_codings, {article});
        if (unitsIn(part) == 0)
            continue;
        ComparisonFilter cases = m_data.row.cases;
        cases.article = (*m_data.articles)[article].id;
        m_details.articles.push_back({(*m_data.articles)[article].title, unitsIn(part), measuredOf(part), valuesIn(article), cases});
        if (!proceed(double(article) / double(m_data.articles->size())))
            return false;
    }
    return true;
}

/// "3 May 2026"
QString dayOf(const QString &time)
{
    const QDateTime at = QDateTime::fromString(time, Qt::ISODateWithMs);
    return at.isValid() ? QLocale().toString(at.date(), QLocale::ShortFormat) : time.left(10);
}

template <typename Data> bool Detailing<Data>::addWindows()
{
    std::vector<size_t> order;
    for (size_t article = 0; article < m_data.articles->size(); ++article) {
        if (!(*m_data.articles)[article].codedAt.isNull() && unitsIn(ofArticles(m_units, m_codings, {article})) > 0)
            order.push_back(article);
    }
    std::ranges::stable_sort(order, {}, [&](size_t article) { return (*m_data.articles)[article].codedAt; });
    const auto width = size_t(std::max(1, m_request.window));
    for (size_t begin = 0; begin < order.size();) {
        const size_t left = order.size() - begin, count = left < 2 * width ? (left > width + width / 2 ? width : left) : width; // no last one of a few
        const std::vector<size_t> window(order.begin() + qsizetype(begin), order.begin() + qsizetype(begin + count));
        const Data part = ofArticles(m_units, m_codings, window);
        const QString from = dayOf((*m_data.articles)[window.front()].codedAt), to = dayOf((*m_data.articles)[window.back()].codedAt);
        m_details.windows.push_back({u"%1–%2"_s.arg(begin + 1).arg(begin + count), unitsIn(part), measuredOf(part), from == to ? from : u"%1 – %2"_s.arg(from, to), m_data.row.cases});
        begin += count;
        if (!proceed(double(begin) / double(order.size())))
            return false;
    }
    m_details.timeNote = Agreement::tr("%Ln articles together, in the order in which the last of their coders worked in them; the last ones are measured with those before where they would be few.",
        nullptr, m_request.window);
    return true;
}

/// The values that either of the two chose, and what each stands against.
ConfusionTable tableOf(const MeasuredData &data, qint32 first, qint32 second)
{
    const Contingency contingency = contingencyOf(data.chosen(), first, second);
    std::set<qint32> used;
    for (const ContingencyCell &cell : contingency.cells)
        used.insert({cell.first, cell.second});
    ConfusionTable table{data.chosen().coders[first], data.chosen().coders[second], {}, {}, std::vector<qint64>(used.size() * used.size()), data.row.cases};
    table.cases.coders = {data.coders[size_t(first)], data.coders[size_t(second)]};
    std::map<qint32, size_t> places;
    for (const qint32 value : used) {
        places.emplace(value, places.size());
        table.values += data.chosen().categories[size_t(value)].name;
        table.codes.push_back(data.codes[size_t(value)]);
    }
    for (const ContingencyCell &cell : contingency.cells)
        table.units[places[cell.first] * used.size() + places[cell.second]] = cell.units;
    return table;
}

template <typename Data> bool Detailing<Data>::addConfusions()
{
    for (qint32 first = 0; first < m_data.chosen().coders.size(); ++first) {
        for (qint32 second = first + 1; second < m_data.chosen().coders.size(); ++second) {
            ConfusionTable table = tableOf(m_data, first, second);
            if (!table.values.isEmpty())
                m_details.confusions.push_back(std::move(table));
        }
    }
    return true;
}

} // namespace

Result<RowDetails> detailsOf(const MeasuredData &data, const DetailsRequest &request)
{
    return std::visit([&](const auto &codings) { return Detailing(data, codings, request).details(); }, data.codings);
}

} // namespace galley
