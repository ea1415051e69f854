// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codedarticles.h"

#include "codedprivate.h"

#include <domain/labels.h>
#include <domain/rangetext.h>
#include <reliability/spanmatching.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

struct VariablesText
{
    Q_DECLARE_TR_FUNCTIONS(galley::CodedVariables)
};

Level levelOf(const Variable &variable)
{
    switch (variable.type) {
    case VariableType::Ordinal:
        return Level::Ordinal;
    case VariableType::Number:
        return variable.ratio ? Level::Ratio : Level::Interval;
    default:
        return Level::Nominal;
    }
}

/// People read these: numbers stand without an exponent as long as that is readable.
QString labelOf(const Value &value, const Labels &labels)
{
    if (const auto *number = std::get_if<double>(&value))
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    if (const auto *passage = std::get_if<Passage>(&value)) // the same words elsewhere are another passage
        return u"%1 %2"_s.arg(QString::fromStdString(rangesText(passage->ranges)), passage->quote);
    return QString::fromStdString(labels.text(value));
}

/// The categories that the labels of a variable fall into.
class Values
{
public:
    Values(const Codebook &codebook, const Variable &variable)
        : m_codebook(codebook)
        , m_variable(variable)
    {
        for (const Code *code : codebook.codes(variable.id))
            m_codes += codebook.path(code->id);
    }

    const Variable &variable() const { return m_variable; }

    /// Codes compute with the numbers the codebook gives them.
    Codings codings(const QStringList &coders, const std::vector<QString> &labels) const
    {
        const bool isBoolean = m_variable.type == VariableType::Boolean;
        Codings codings = codingsOf(coders, labels, isBoolean ? QStringList{u"false"_s, u"true"_s} : m_codes);
        const auto codes = m_codebook.codes(m_variable.id);
        for (size_t i = 0; i < codes.size() && i < codings.categories.size(); ++i)
            codings.categories[i].number = codes[i]->value;
        return codings;
    }

    /// Of each category, in their order; what is no code comes after them.
    std::vector<CodeId> codesOf(const Codings &codings) const
    {
        std::vector<CodeId> ids;
        for (const Code *code : m_codebook.codes(m_variable.id))
            ids.push_back(code->id);
        ids.resize(codings.categories.size());
        return ids;
    }

private:
    const Codebook &m_codebook;
    const Variable &m_variable;
    QStringList m_codes;
};

/// The labels that one coder gave a variable in one article; none given is not the same as not coded.
using Given = std::unordered_map<VariableId, QStringList>;

QStringList labelsIn(const Given &given, VariableId variable)
{
    const auto found = given.find(variable);
    return found == given.end() ? QStringList() : found->second;
}

/// Cells of units × coders, null where not coded.
struct UnitCells
{
    QStringList units;
    std::vector<size_t> articles; ///< of each unit
    std::vector<const Given *> cells;
};

VariableCodings oneValue(const Values &values, const QStringList &coders, const UnitCells &units)
{
    std::vector<QString> labels;
    for (const Given *given : units.cells)
        labels.push_back(given ? labelsIn(*given, values.variable().id).value(0) : QString());
    VariableCodings result;
    result.variable = values.variable().id;
    result.name = values.variable().name;
    result.level = levelOf(values.variable());
    result.codings = values.codings(coders, labels);
    result.codes = values.codesOf(result.codings);
    return result;
}

VariableCodings oneCode(const Values &values, const Code &code, const QString &path, const QStringList &coders, const UnitCells &units)
{
    std::vector<QString> labels;
    for (const Given *given : units.cells)
        labels.push_back(!given                                                      ? QString()
                             : labelsIn(*given, values.variable().id).contains(path) ? VariablesText::tr("yes")
                                                                                     : VariablesText::tr("no"));
    VariableCodings result;
    result.variable = values.variable().id;
    result.code = code.id;
    result.name = u"%1: %2"_s.arg(values.variable().name, path);
    result.codings = codingsOf(coders, labels, {VariablesText::tr("no"), VariablesText::tr("yes")});
    result.codes = {CodeId(), code.id};
    return result;
}

Result<Labels> labelsOf(const ProjectStore &store, const Codebook &codebook)
{
    return store.actors().transform([&](const std::vector<Actor> &actors) { return Labels(codebook, {}, actors); });
}

/// Texts and passages are no categories: they are compared where they are asked for.
bool isWanted(const Variable &variable, VariableId only)
{
    return only ? variable.id == only : variable.type != VariableType::Text && variable.type != VariableType::Passage;
}

/// The variables of the layer over the cells: one row of cells for each unit, one cell a coder, null where not coded.
std::vector<VariableCodings> codingsOfVariables(const Codebook &codebook, const Layer &layer, VariableId only,
                                                const QStringList &coders, const UnitCells &units, MeasuredUnit unit, const QString &rule)
{
    std::vector<VariableCodings> results;
    const Variable *principal = codebook.principalVariable(layer.id);
    for (const Variable *variable : codebook.variables(layer.id)) {
        if (!isWanted(*variable, only) || (unit == MeasuredUnit::Match && variable == principal && !only))
            continue;
        const Values values(codebook, *variable);
        const auto codes = codebook.codes(variable->id);
        if (!variable->multiple || codes.empty()) {
            results.push_back(oneValue(values, coders, units));
        } else {
            for (const Code *code : codes)
                results.push_back(oneCode(values, *code, codebook.path(code->id), coders, units));
        }
    }
    for (VariableCodings &result : results) {
        result.unit = unit;
        result.rule = rule;
        result.codings.units = units.units;
        result.articles = units.articles;
    }
    return results;
}

Given givenIn(const AnnotationRow &row, const Codebook &codebook, const Labels &labels)
{
    Given given;
    if (const Variable *principal = codebook.principalVariable(row.layer); principal && row.code)
        given[principal->id] += labelOf(row.code, labels);
    for (const VariableValue &value : row.values) {
        if (const Variable *variable = codebook.variable(value.variable))
            given[variable->id] += labelOf(value.value, labels);
    }
    return given;
}

} // namespace

Result<std::vector<VariableCodings>> articleVariables(const ProjectStore &store, const Layer &layer,
                                                      const std::vector<Coder> &coders, const std::vector<CodedArticle> &articles,
                                                      VariableId only)
{
    const auto codebook = store.codebook();
    const auto labels = codebook.and_then([&](const Codebook &known) { return labelsOf(store, known); });
    if (!labels)
        return std::unexpected(labels.error());
    struct Latest
    {
        std::string modified;
        Given given;
    };
    std::map<std::pair<ArticleId, CoderId>, Latest> latest;
    QStringList names;
    for (const Coder &coder : coders)
        names += coder.name;
    const auto read = store.forEachAnnotation({false, idsOf(coders), {layer.id}}, [&](const AnnotationRow &row) -> Result<> {
        Latest &known = latest[{row.article, row.coder}];
        if (known.modified <= row.modified)
            known = {std::string(row.modified), givenIn(row, *codebook, *labels)};
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    UnitCells units;
    for (size_t place = 0; place < articles.size(); ++place) {
        units.units += articles[place].title;
        units.articles.push_back(place);
        for (const Coder &coder : coders) {
            const auto found = latest.find({articles[place].id, coder.id});
            units.cells.push_back(found == latest.end() ? nullptr : &found->second.given);
        }
    }
    return codingsOfVariables(*codebook, layer, only, names, units, MeasuredUnit::Article,
                              VariablesText::tr("The unit is the article; the latest annotation of a coder counts."));
}

namespace {

/// The annotations of an article by extent, and what each says.
struct MarkedArticle
{
    Continuum continuum;
    std::vector<Given> given; ///< one a span
};

Range extentIn(std::string_view json)
{
    const std::vector<Range> ranges = rangesIn(json);
    return ranges.empty() ? Range{} : Range{ranges.front().begin, ranges.back().end};
}

Result<std::vector<MarkedArticle>> markedArticles(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                                  const std::vector<CodedArticle> &articles, const Codebook &codebook,
                                                  const std::vector<ZoneKind> &excluded)
{
    const auto labels = labelsOf(store, codebook);
    if (!labels)
        return std::unexpected(labels.error());
    std::unordered_map<ArticleId, size_t> places;
    std::vector<Remainder> texts;
    std::vector<MarkedArticle> marked(articles.size());
    for (size_t i = 0; i < articles.size(); ++i) {
        auto text = remainderOf(store, articles[i], layer, excluded);
        if (!text)
            return std::unexpected(text.error());
        texts.push_back(std::move(*text));
        places.emplace(articles[i].id, i);
        marked[i].continuum = {articles[i].title, 0, double(articles[i].length), articles[i].coders, {}};
    }
    std::unordered_map<CoderId, qint32> coderPlaces;
    for (const Coder &coder : coders)
        coderPlaces.emplace(coder.id, qint32(coderPlaces.size()));
    const auto read = store.forEachAnnotation({false, idsOf(coders), {layer.id}}, [&](const AnnotationRow &row) -> Result<> {
        const auto place = places.find(row.article);
        const Range extent = extentIn(row.ranges);
        if (place != places.end() && !texts[place->second].range(extent).isEmpty() && !isGivenUnit(row)) {
            marked[place->second].continuum.spans.push_back(
                {coderPlaces[row.coder], 0, double(extent.begin), double(extent.end)});
            marked[place->second].given.push_back(givenIn(row, codebook, *labels));
        }
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    return marked;
}

/// A row of cells of two coders; one of them may have nothing there.
void appendPair(const MarkedArticle &article, size_t place, size_t coders, std::pair<qint32, const Given *> one, std::pair<qint32, const Given *> other,
                qsizetype span, UnitCells &units)
{
    const CodedSpan &extent = article.continuum.spans[size_t(span)];
    units.units += u"%1 %2–%3"_s.arg(article.continuum.document).arg(extent.begin).arg(extent.end);
    units.articles.push_back(place);
    units.cells.resize(units.cells.size() + coders, nullptr);
    const auto row = units.cells.end() - qsizetype(coders);
    row[one.first] = one.second;
    row[other.first] = other.second;
}

/// One row a matched pair; and, where `nothing` says how that is written, one for each annotation without a match.
Result<> appendMatched(const MarkedArticle &article, size_t place, size_t coders, UnitCells &units, const Given *nothing = nullptr)
{
    for (size_t i = 0; i < article.continuum.coders.size(); ++i) {
        for (size_t j = i + 1; j < article.continuum.coders.size(); ++j) {
            const qint32 first = article.continuum.coders[i], second = article.continuum.coders[j];
            const auto matching = matchedSpans(article.continuum, first, second);
            if (!matching)
                return std::unexpected(matching.error());
            std::vector<bool> hasMatch(article.continuum.spans.size());
            for (const auto &[one, other] : matching->pairs) {
                appendPair(article, place, coders, {first, &article.given[size_t(one)]}, {second, &article.given[size_t(other)]}, one, units);
                hasMatch[size_t(one)] = hasMatch[size_t(other)] = true;
            }
            for (size_t span = 0; nothing && span < hasMatch.size(); ++span) {
                const qint32 coder = article.continuum.spans[span].coder;
                if (!hasMatch[span] && (coder == first || coder == second))
                    appendPair(article, place, coders, {coder, &article.given[span]}, {coder == first ? second : first, nothing}, qsizetype(span), units);
            }
        }
    }
    return {};
}

} // namespace

Result<std::vector<VariableCodings>> matchedVariables(const ProjectStore &store, const Layer &layer,
                                                      const std::vector<Coder> &coders, const std::vector<CodedArticle> &articles,
                                                      VariableId only, const std::vector<ZoneKind> &excluded)
{
    const auto codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    const auto marked = markedArticles(store, layer, coders, articles, *codebook, excluded);
    if (!marked)
        return std::unexpected(marked.error());
    QStringList names;
    for (const Coder &coder : coders)
        names += coder.name;
    UnitCells units;
    for (size_t place = 0; place < marked->size(); ++place) {
        if (auto done = appendMatched((*marked)[place], place, coders.size(), units); !done)
            return std::unexpected(done.error());
    }
    return codingsOfVariables(
        *codebook, layer, only, names, units, MeasuredUnit::Match,
        VariablesText::tr("The unit is a pair of annotations of two coders, matched one to one where their extents overlap (most pairs, "
               "then the largest overlap); annotations without a match do not enter."));
}

Result<VariableCodings> matchedCodes(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                     const std::vector<CodedArticle> &articles, const std::vector<ZoneKind> &excluded)
{
    const auto codebook = store.codebook();
    if (!codebook)
        return std::unexpected(codebook.error());
    const auto marked = markedArticles(store, layer, coders, articles, *codebook, excluded);
    if (!marked)
        return std::unexpected(marked.error());
    const Variable *principal = codebook->principalVariable(layer.id);
    const QString mark = principal ? QString() : layer.name, none = VariablesText::tr("nothing marked");
    const Given nothing = principal ? Given{{principal->id, {none}}} : Given();
    UnitCells units;
    for (size_t place = 0; place < marked->size(); ++place) {
        if (auto done = appendMatched((*marked)[place], place, coders.size(), units, &nothing); !done)
            return std::unexpected(done.error());
    }
    QStringList names;
    for (const Coder &coder : coders)
        names += coder.name;
    if (principal) {
        VariableCodings result = oneValue(Values(*codebook, *principal), names, units);
        result.articles = std::move(units.articles);
        return result;
    }
    std::vector<QString> labels;
    for (const Given *given : units.cells)
        labels.push_back(!given ? QString() : given == &nothing ? none : mark);
    VariableCodings result;
    result.name = layer.name;
    result.codings = codingsOf(names, labels, {mark, none});
    result.articles = std::move(units.articles);
    result.codes = {CodeId(), CodeId()};
    return result;
}

Result<std::vector<VariableCodings>> unitVariables(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                                   const std::vector<CodedArticle> &articles, VariableId only)
{
    const auto codebook = store.codebook();
    const auto labels = codebook.and_then([&](const Codebook &known) { return labelsOf(store, known); });
    if (!labels)
        return std::unexpected(labels.error());
    std::unordered_map<ArticleId, size_t> places;
    for (const CodedArticle &article : articles)
        places.emplace(article.id, places.size());
    std::map<CoderId, size_t> columns;
    QStringList names;
    for (const Coder &coder : coders) {
        columns.emplace(coder.id, columns.size());
        names += coder.name;
    }
    std::map<std::pair<size_t, std::vector<Range>>, std::vector<std::optional<Given>>> said; // of each unit, by place; one a coder
    const auto read = store.forEachAnnotation({false, idsOf(coders), {layer.id}}, [&](const AnnotationRow &row) -> Result<> {
        const auto place = places.find(row.article);
        if (place == places.end() || !isGivenUnit(row))
            return {};
        auto &cells = said[{place->second, rangesIn(row.ranges)}];
        cells.resize(coders.size());
        if (row.code || !row.values.empty())
            cells[columns[row.coder]] = givenIn(row, *codebook, *labels);
        return {};
    });
    if (!read)
        return std::unexpected(read.error());
    UnitCells units;
    for (const auto &[unit, cells] : said) {
        units.units += u"%1 %2–%3"_s.arg(articles[unit.first].title).arg(unit.second.front().begin).arg(unit.second.back().end);
        units.articles.push_back(unit.first);
        for (const std::optional<Given> &given : cells)
            units.cells.push_back(given ? &*given : nullptr);
    }
    if (said.empty())
        return std::vector<VariableCodings>();
    return codingsOfVariables(*codebook, layer, only, names, units, MeasuredUnit::Unit,
                              VariablesText::tr("The unit is a stretch of text that was settled before it was coded."));
}

Result<std::vector<VariableCodings>> codedVariables(const ProjectStore &store, const Layer &layer, const std::vector<Coder> &coders,
                                                    const std::vector<CodedArticle> &articles, VariableId only, const std::vector<ZoneKind> &excluded)
{
    if (layer.unit == LayerUnit::Article)
        return articleVariables(store, layer, coders, articles, only);
    return unitVariables(store, layer, coders, articles, only).and_then([&](std::vector<VariableCodings> variables) {
        return matchedVariables(store, layer, coders, articles, only, excluded).transform([&](std::vector<VariableCodings> matched) {
            if (!variables.empty()) // nothing but units was coded: what nobody marked is not a variable that lacks values
                std::erase_if(matched, [](const VariableCodings &variable) { return variable.codings.cells.empty(); });
            std::ranges::move(matched, std::back_inserter(variables));
            return std::move(variables);
        });
    });
}

} // namespace galley
