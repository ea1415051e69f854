// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookwriter.h"

#include "jsontext.h"

#include <domain/labels.h>
#include <domain/nameduuid.h>
#include <domain/questions.h>

#include <QRegularExpression>

#include <yaml-cpp/emitter.h>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

/// What is the same in both syntaxes: which keys stand where, in which order. `Out` begins and ends maps and lists and
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
                m_out.text("scale", u"ratio"_s);
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

class YamlOut
{
public:
    YamlOut()
    {
        m_emitter.SetIndent(2);
        m_emitter << YAML::BeginMap << YAML::Key << "galley_codebook" << YAML::Value << 1;
    }

    QByteArray done()
    {
        m_emitter << YAML::EndMap;
        return QByteArray(m_emitter.c_str(), qsizetype(m_emitter.size())) + '\n';
    }

    void map() { m_emitter << YAML::BeginMap; }
    void endMap() { m_emitter << YAML::EndMap; }
    void list(const char *key) { m_emitter << YAML::Key << key << YAML::Value << YAML::BeginSeq; }
    void endList() { m_emitter << YAML::EndSeq; }
    void text(const char *key, const QString &text)
    {
        if (text.isEmpty())
            return;
        m_emitter << YAML::Key << key << YAML::Value;
        scalar(text);
    }
    void texts(const char *key, const QStringList &texts)
    {
        if (texts.isEmpty())
            return;
        list(key);
        for (const QString &text : texts)
            scalar(text);
        endList();
    }
    void id(const QUuid &uuid, const QUuid &derived)
    {
        if (!uuid.isNull() && uuid != derived)
            text("id", plain(uuid));
    }
    void flag(const char *key, bool flag)
    {
        if (flag)
            m_emitter << YAML::Key << key << YAML::Value << "true";
    }
    void no(const char *key) { m_emitter << YAML::Key << key << YAML::Value << "false"; }
    void number(const char *key, std::optional<double> number)
    {
        if (number)
            m_emitter << YAML::Key << key << YAML::Value << numberText(*number);
    }

private:
    /// In quotes where other programs would take the word for a number, a flag or a date.
    void scalar(const QString &text)
    {
        static const QRegularExpression ambiguous(u"^(?:[-+.]?\\d.*|[-+]?\\.(?:inf|nan)|y|n|yes|no|on|off|true|false|null|~)$"_s,
            QRegularExpression::CaseInsensitiveOption);
        const bool quoted
            = ambiguous.match(text).hasMatch() || text.contains(u'\n') || text.contains(QChar(QChar::ByteOrderMark));
        m_emitter << (quoted ? YAML::DoubleQuoted : YAML::Auto) << text.toStdString();
    }

    YAML::Emitter m_emitter;
};

class JsonOut
{
public:
    JsonOut() { out = "{\"type\":\"codebook\""; }

    std::string out;

    void map() { out += out.back() == '[' ? "{" : ",{"; }
    void endMap() { out += '}'; }
    void list(const char *name)
    {
        key(name);
        out += '[';
    }
    void endList() { out += ']'; }
    void text(const char *name, const QString &text)
    {
        if (text.isEmpty())
            return;
        key(name);
        appendJson(out, text);
    }
    void texts(const char *name, const QStringList &texts)
    {
        if (texts.isEmpty())
            return;
        list(name);
        for (const QString &text : texts) {
            out += out.back() == '[' ? "" : ",";
            appendJson(out, text);
        }
        endList();
    }
    void id(const QUuid &uuid, const QUuid &) { text("id", uuid.isNull() ? QString() : plain(uuid)); }
    void flag(const char *name, bool flag)
    {
        if (!flag)
            return;
        key(name);
        out += "true";
    }
    void no(const char *name)
    {
        key(name);
        out += "false";
    }
    void number(const char *name, std::optional<double> number)
    {
        if (!number)
            return;
        key(name);
        out += numberText(*number);
    }

private:
    void key(const char *name)
    {
        out += out.back() == '{' ? "\"" : ",\"";
        out += name;
        out += "\":";
    }
};

} // namespace

QByteArray codebookToYaml(const Codebook &codebook)
{
    YamlOut out;
    out.text("name", codebook.name());
    CodebookLines(out, codebook).layers();
    return out.done();
}

QByteArray codebookToJson(const Codebook &codebook)
{
    JsonOut out;
    out.text("name", codebook.name());
    out.number("revision", double(codebook.revision()));
    CodebookLines(out, codebook).layers();
    out.out += '}';
    return QByteArray::fromStdString(out.out);
}

} // namespace galley
