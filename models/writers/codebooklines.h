// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>
#include <domain/labels.h>
#include <domain/nameduuid.h>
#include <domain/questions.h>

namespace galley {

/// What is the same in all syntaxes: which keys stand where, in which order. `Out` begins and ends maps and lists and
/// takes texts, numbers and flags by key.
template<typename Out>
class CodebookLines
{
public:
    CodebookLines(Out &out, const Codebook &codebook)
        : m_out(out)
        , m_codebook(codebook)
        , m_labels(codebook, {}, {})
    {
    }

    void layers()
    {
        m_out.list("layers");
        for (const Layer &layer : m_codebook.layers()) {
            m_out.map();
            m_out.text("name", layer.name);
            m_out.id(layer.uuid, layerUuid(m_codebook.name(), layer.name));
            m_out.text("unit", isOfWholeUnits(layer) ? nameOf(layer.snap) : nameOf(layer.unit));
            m_out.text("description", layer.description);
            m_out.texts("leave_out", layer.leaveOut);
            if (layer.snap == Snap::Word)
                m_out.text("snap", nameOf(layer.snap));
            if (layer.overlap != Overlap::Any)
                m_out.text("overlap", nameOf(layer.overlap));
            if (!layer.acrossParagraphs)
                m_out.no("across_paragraphs");
            variables(layer);
            m_out.endMap();
        }
        m_out.endList();
    }

private:
    static bool isOfWholeUnits(const Layer &layer) { return layer.snap == Snap::Sentence || layer.snap == Snap::Paragraph; }

    void variables(const Layer &layer)
    {
        const auto all = m_codebook.variables(layer.id);
        if (all.empty())
            return;
        m_out.list("variables");
        for (const Variable *variable : all) {
            m_out.map();
            m_out.text("name", variable->name);
            m_out.id(variable->uuid, variableUuid(m_codebook.name(), layer.name, variable->name));
            m_out.text("type", nameOf(variable->type));
            m_out.text("description", variable->description);
            m_out.flag("required", variable->required);
            m_out.flag("multiple", variable->multiple);
            m_out.number("minimum", variable->minimum);
            m_out.number("maximum", variable->maximum);
            if (variable->ratio)
                m_out.text("scale", QStringLiteral("ratio"));
            if (variable->standard)
                m_out.text("default", QString::fromStdString(m_labels.text(*variable->standard)));
            m_out.texts("shown_when", linesOf(m_codebook, variable->shownWhen));
            m_out.texts("required_when", linesOf(m_codebook, variable->requiredWhen));
            codes(layer, *variable, {});
            m_out.endMap();
        }
        m_out.endList();
    }

    void codes(const Layer &layer, const Variable &variable, CodeId parent)
    {
        const auto all = m_codebook.children(variable.id, parent);
        if (all.empty())
            return;
        m_out.list("codes");
        for (const Code *code : all) {
            m_out.map();
            m_out.text("name", code->name);
            m_out.id(code->uuid, codeUuid(m_codebook.name(), layer.name, variable.name, m_codebook.path(code->id)));
            m_out.number("value", code->value);
            m_out.text("hint", code->hint);
            m_out.texts("aliases", code->aliases);
            m_out.flag("retired", code->retired);
            m_out.text("definition", code->definition);
            m_out.text("include", code->include);
            m_out.text("exclude", code->exclude);
            m_out.texts("examples", code->examples);
            m_out.texts("counter_examples", code->counterExamples);
            m_out.text("color", code->color);
            m_out.text("key", code->key);
            codes(layer, variable, code->id);
            m_out.endMap();
        }
        m_out.endList();
    }

    Out &m_out;
    const Codebook &m_codebook;
    Labels m_labels;
};

} // namespace galley
