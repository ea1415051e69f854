// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookoutline.h"

#include "nameduuid.h"

#include <QRegularExpression>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// As XML can hold it.
QString plainLines(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    text.removeIf([](QChar c) { return (c < u' ' && c != u'\n' && c != u'\t') || c.unicode() >= 0xfffe; });
    return text;
}

std::vector<OutlineCode> outlineBelow(const Codebook &codebook, const Layer &layer, const Variable &variable, CodeId parent)
{
    std::vector<OutlineCode> outline;
    for (const Code *code : codebook.children(variable.id, parent))
        outline.push_back({code->uuid.isNull() ? codeUuid(codebook.name(), layer.name, variable.name, codebook.path(code->id)) : code->uuid, plainLines(code->name), !code->retired,
                           code->color, plainLines(describedCode(*code)), outlineBelow(codebook, layer, variable, code->id)});
    return outline;
}

enum class DescriptionPart { Definition, Include, Exclude, Examples, CounterExamples };

struct Heading
{
    DescriptionPart part;
    QRegularExpression words; ///< what follows on its line is captured
};

/// The counter-examples first: they are examples by name, too.
const std::vector<Heading> &headings()
{
    const auto heading = [](const QString &words) { return QRegularExpression(u"^(?:%1)\\s*:\\s*(.*)$"_s.arg(words), QRegularExpression::CaseInsensitiveOption); };
    static const std::vector<Heading> known{
        {DescriptionPart::CounterExamples, heading(u"counter[- ]?examples?|atypical exemplars?|not these"_s)},
        {DescriptionPart::Include, heading(u"include|includes|inclusion|inclusion (?:criteria|rule)s?|when to use|use (?:it )?for|coding rules?|kodierregeln?"_s)},
        {DescriptionPart::Exclude, heading(u"exclude|excludes|exclusion|exclusion (?:criteria|rule)s?|when not to use|do not use (?:it )?for"_s)},
        {DescriptionPart::Examples, heading(u"examples?|anchor examples?|typical exemplars?|ankerbeispiele?"_s)},
    };
    return known;
}

QString listed(const QString &heading, const QStringList &texts)
{
    QStringList lines{heading};
    for (const QString &text : texts)
        lines += u"– "_s + text;
    return lines.join(u'\n');
}

void addExample(QStringList &examples, QString line)
{
    const bool begins = line.startsWith(u"– "_s) || line.startsWith(u"- "_s) || line.startsWith(u"* "_s) || line.startsWith(u"• "_s);
    if (begins)
        line = line.sliced(2);
    if (line.trimmed().isEmpty())
        return;
    if (begins || examples.isEmpty())
        examples += line.trimmed();
    else
        examples.back() += u'\n' + line;
}

} // namespace

std::vector<OutlineCode> outlineOf(const Codebook &codebook)
{
    std::vector<OutlineCode> outline;
    for (const Layer &layer : codebook.layers()) {
        OutlineCode top{layer.uuid.isNull() ? layerUuid(codebook.name(), layer.name) : layer.uuid, plainLines(layer.name), false, {}, plainLines(layer.description)};
        for (const Variable *variable : codebook.variables(layer.id))
            top.below.push_back({variable->uuid.isNull() ? variableUuid(codebook.name(), layer.name, variable->name) : variable->uuid, plainLines(variable->name), false, {}, plainLines(variable->description),
                                 outlineBelow(codebook, layer, *variable, {})});
        outline.push_back(std::move(top));
    }
    return outline;
}

QString describedCode(const Code &code)
{
    QStringList parts;
    if (!code.definition.isEmpty())
        parts += code.definition;
    if (!code.include.isEmpty())
        parts += u"Include: "_s + code.include;
    if (!code.exclude.isEmpty())
        parts += u"Exclude: "_s + code.exclude;
    if (!code.examples.isEmpty())
        parts += listed(u"Examples:"_s, code.examples);
    if (!code.counterExamples.isEmpty())
        parts += listed(u"Counter-examples:"_s, code.counterExamples);
    return parts.join(u"\n\n"_s);
}

void takeDescription(const QString &text, Code &code)
{
    DescriptionPart part = DescriptionPart::Definition;
    QString definition, include, exclude;
    const auto add = [](QString &to, const QString &line) { to += (to.isEmpty() ? QString() : u"\n"_s) + line; };
    for (QString line : text.split(u'\n')) {
        for (const Heading &heading : headings()) {
            if (const auto match = heading.words.match(line); match.hasMatch()) {
                part = heading.part;
                line = match.captured(1);
                break;
            }
        }
        switch (part) {
        case DescriptionPart::Definition: add(definition, line); break;
        case DescriptionPart::Include: add(include, line); break;
        case DescriptionPart::Exclude: add(exclude, line); break;
        case DescriptionPart::Examples: addExample(code.examples, line); break;
        case DescriptionPart::CounterExamples: addExample(code.counterExamples, line); break;
        }
    }
    code.definition = definition.trimmed();
    code.include = include.trimmed();
    code.exclude = exclude.trimmed();
}

} // namespace galley
