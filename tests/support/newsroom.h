// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/rows.h>

#include <QTimeZone>

#include <vector>

/// An invented project to look at and to test with: a codebook, articles, coders, annotations and a history.
namespace galley::newsroom {

using namespace Qt::StringLiterals;

constexpr LayerId framing{1}, stance{2}, wholeArticle{3};
constexpr VariableId frame{1}, polarity{2}, holder{3}, voice{4}, relevance{5}, dominant{6}, tone{7}, themes{8}, words{9}, day{10}, certain{11}, note{12};
constexpr CodeId economic{1}, security{8}, border{17}, against{20}, neutral{21}, inFavour{22};
constexpr CoderId ada{1}, ben{2};
constexpr ActorId ministry{1}, council{2};

inline Code code(VariableId variable, qint64 id, const QString &name, std::optional<double> value = {})
{
    Code made;
    made.id = {id};
    made.variable = variable;
    made.name = name;
    made.value = value;
    made.position = int(id);
    return made;
}

inline Layer layer(LayerId id, const QString &name, LayerUnit unit, const QString &description)
{
    Layer made;
    made.id = id;
    made.name = name;
    made.unit = unit;
    made.description = description;
    made.position = int(id.value);
    return made;
}

inline Variable variable(VariableId id, LayerId layer, const QString &name, VariableType type, bool required = false, bool multiple = false)
{
    Variable made;
    made.id = id;
    made.layer = layer;
    made.name = name;
    made.type = type;
    made.required = required;
    made.multiple = multiple;
    made.position = int(id.value);
    return made;
}

inline std::vector<Code> frames()
{
    struct Row { QString name, definition, key; };
    const Row rows[] = {
        {u"Economic"_s, u"What something costs or brings, for people, firms or the whole economy."_s, u"e"_s},
        {u"Capacity and resources"_s, u"There is, or is not, enough of something to do it."_s, u"c"_s},
        {u"Morality"_s, u"Duty, conscience, right and wrong."_s, u"m"_s},
        {u"Fairness and equality"_s, u"Who is treated like whom, and whether that is just."_s, u"f"_s},
        {u"Legality, constitutionality and jurisprudence"_s, u"Rights and powers under the law."_s, u"l"_s},
        {u"Policy prescription and evaluation"_s, u"What is to be done, and whether it works."_s, u"p"_s},
        {u"Crime and punishment"_s, u"Breaking the law and what follows."_s, {}},
        {u"Security and defense"_s, u"Protection from a threat, often one that is still to come."_s, u"s"_s},
        {u"Health and safety"_s, u"Illness, care, and what makes life safe."_s, u"h"_s},
        {u"Quality of life"_s, u"Comfort and daily life of people and communities."_s, u"q"_s},
    };
    std::vector<Code> codes;
    for (const Row &row : rows) {
        Code made = code(frame, qint64(codes.size()) + 1, row.name, double(codes.size() + 1));
        made.definition = row.definition;
        made.key = row.key;
        codes.push_back(made);
    }
    codes[7].include = u"A danger to the country or a group is named, or measures against one."_s;
    codes[7].exclude = u"Ordinary crime without a threat to the group: Crime and punishment."_s;
    codes[7].examples = {u"The ships are there to keep the strait open"_s, u"Nobody will attack us twice"_s};
    codes.push_back(code(frame, border.value, u"Border"_s));
    codes.back().parent = security;
    codes.back().definition = u"Protection at a border."_s;
    codes.back().key = u"b"_s;
    return codes;
}

inline Codebook codebook()
{
    std::vector<Code> codes = frames();
    const auto add = [&](VariableId variable, qint64 first, const QStringList &names, std::optional<double> lowest = {}) {
        for (int i = 0; i < names.size(); ++i)
            codes.push_back(code(variable, first + i, names[i], lowest ? std::optional(*lowest + i) : std::nullopt));
    };
    add(polarity, 20, {u"against"_s, u"neutral"_s, u"in favour"_s}, -1);
    add(voice, 30, {u"journalist"_s, u"direct quote"_s, u"paraphrase"_s});
    add(relevance, 40, {u"relevant"_s, u"in passing"_s, u"not relevant"_s});
    add(dominant, 50, {u"Economic"_s, u"Security and defense"_s, u"Morality"_s, u"Health and safety"_s, u"Political"_s, u"Other"_s});
    add(tone, 60, {u"very negative"_s, u"negative"_s, u"balanced"_s, u"positive"_s, u"very positive"_s}, -2);
    add(themes, 70, {u"Trade"_s, u"Harbours"_s, u"Wages"_s});
    std::vector<Variable> variables{
        variable(frame, framing, u"Frame"_s, VariableType::Code, true),
        variable(polarity, stance, u"Polarity"_s, VariableType::Ordinal, true),
        variable(holder, stance, u"Holder"_s, VariableType::Actor, true),
        variable(voice, stance, u"Voice"_s, VariableType::Code),
        variable(certain, stance, u"Explicit"_s, VariableType::Boolean),
        variable(relevance, wholeArticle, u"Relevance"_s, VariableType::Code, true),
        variable(dominant, wholeArticle, u"Dominant frame"_s, VariableType::Code),
        variable(tone, wholeArticle, u"Tone"_s, VariableType::Ordinal),
        variable(themes, wholeArticle, u"Themes"_s, VariableType::Code, false, true),
        variable(words, wholeArticle, u"Share of quotes"_s, VariableType::Number),
        variable(day, wholeArticle, u"Date of the event"_s, VariableType::Date),
        variable(note, wholeArticle, u"Keyword"_s, VariableType::Text, false, true),
    };
    variables[2].description = u"Who takes the stance."_s;
    variables[9].minimum = 0;
    variables[9].maximum = 100;
    Codebook made(u"Policy frames"_s, 3,
                    {layer(framing, u"Framing"_s, LayerUnit::Span, u"Which side of the matter a passage brings out."_s),
                     layer(stance, u"Stance"_s, LayerUnit::Span, u"Who takes which side on what."_s),
                     layer(wholeArticle, u"Article"_s, LayerUnit::Article, u"The article as a whole."_s)},
                    std::move(variables), std::move(codes), {3});
    made.setRevisions({{{1}, 1}, {{2}, 2}, {{3}, 3}});
    return made;
}

inline std::vector<ArticleSummary> articles()
{
    return {
        {{1}, u"Harbour town votes on a second breakwater after the winter floods"_s, u"The Coastal Herald"_s, u"2023-05-04"_s, 4210, 12, ProgressState::Done},
        {{2}, u"Ministers promise money for the ports, unions ask when"_s, u"Evening Ledger"_s, u"2023-05-06"_s, 3120, 5, ProgressState::InProgress},
        {{3}, u"“Nobody asked us”: what the fishermen say about the plan that is meant to save them, and why they fear it more than the sea"_s, u"The Coastal Herald"_s, u"2023-05-09"_s, 8800, 2, std::nullopt},
        {{4}, u"Market report"_s, u"Evening Ledger"_s, u"2023-05"_s, 900, 0, std::nullopt},
        {{5}, u"Über die Mole hinaus"_s, u"Küstenbote"_s, u"2023-06-01T06:30:00+02:00"_s, 5100, 0, std::nullopt},
        {{6}, u"港の将来をめぐる議論"_s, u"北海新報"_s, u"2023"_s, 2100, 0, std::nullopt},
    };
}

inline std::vector<Coder> coders() { return {{ada, {}, u"Ada"_s, CoderRole::Lead}, {ben, {}, u"Ben"_s, CoderRole::Coder}}; }
inline std::vector<Actor> actors() { return {{ministry, {}, u"Ministry of Transport"_s}, {council, {}, u"Town council"_s}}; }

inline Annotation annotation(qint64 id, qsizetype begin, qsizetype end, CodeId code = security, LayerId layer = framing, CoderId coder = ada)
{
    const QDateTime at(QDate(2026, 11, 2), QTime(9, 30), QTimeZone::UTC);
    return {.id = {id}, .uuid = {}, .article = {1}, .layer = layer, .coder = coder, .code = code, .ranges = {{begin, end}},
            .quote = u"a wall of water that nobody in the council had thought possible"_s, .values = {}, .memo = {},
            .status = AnnotationStatus::Coded, .revision = {3}, .created = at, .modified = at};
}

inline Annotation stanceAnnotation()
{
    Annotation made = annotation(7, 120, 186, against, stance);
    made.values = {{holder, ministry}, {voice, CodeId{31}}, {certain, true}};
    made.memo = u"The minister speaks for herself here; compare paragraph nine."_s;
    made.status = AnnotationStatus::Flagged;
    made.revision = {2};
    made.modified = made.created.addSecs(5400);
    return made;
}

} // namespace galley::newsroom
