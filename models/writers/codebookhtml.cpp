// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookhtml.h"

#include <domain/labels.h>
#include <domain/questions.h>

#include <QCoreApplication>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

// Margins in px, which alone QTextDocument knows.
constexpr auto style = R"(
body { font-family: "Noto Serif", Georgia, serif; font-size: 11pt; color: #111; background: #fff; max-width: 46em; margin: 24px auto; }
h1, h2, h3, h4 { font-family: "Noto Sans", "Helvetica Neue", Arial, sans-serif; break-after: avoid; }
h1 { font-size: 22pt; margin-top: 0px; margin-bottom: 4px; }
h2 { font-size: 18pt; margin-top: 36px; margin-bottom: 6px; }
h3 { font-size: 15pt; margin-top: 24px; margin-bottom: 4px; }
h4 { font-size: 13pt; margin-top: 18px; margin-bottom: 2px; }
p { margin-top: 2px; margin-bottom: 4px; }
.rules { color: #444; font-size: 10pt; }
.code { break-inside: avoid-page; }
@media print { body { margin: 0px; max-width: none; } }
)";

/// One context for all that is said on the page.
QString said(const char *text)
{
    return QCoreApplication::translate("CodebookPrint", text);
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString layerRules(const Layer &layer)
{
    QStringList rules;
    if (layer.unit == LayerUnit::Article)
        rules += said("Coded on whole articles.");
    else if (layer.snap == Snap::Sentence)
        rules += said("Coded on whole sentences.");
    else if (layer.snap == Snap::Paragraph)
        rules += said("Coded on whole paragraphs.");
    else
        rules += layer.snap == Snap::Word ? said("Coded on passages of whole words.") : said("Coded on passages.");
    if (layer.overlap == Overlap::Stacked)
        rules += said("Two passages of a coder share all of their text or none.");
    if (layer.overlap == Overlap::None)
        rules += said("Two passages of a coder share no text.");
    if (!layer.acrossParagraphs)
        rules += said("A passage stays within its paragraph.");
    if (!layer.leaveOut.isEmpty())
        rules += said("Left out: %1.").arg(layer.leaveOut.join(u", "_s));
    return rules.join(u' ');
}

class Page
{
public:
    Page(const Codebook &codebook, const RulingsByCode &rulings)
        : m_codebook(codebook)
        , m_rulings(rulings)
        , m_labels(codebook, {}, {})
    {
    }

    QByteArray html()
    {
        m_html = u"<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title>\n<style>%3</style></head>\n<body>\n"_s
                     .arg(said("en"), escaped(m_codebook.name()), QString::fromLatin1(style));
        line(u"<h1>%1</h1>"_s.arg(escaped(m_codebook.name())));
        line(u"<p class=\"rules\">%1</p>"_s.arg(said("Codebook, revision %1").arg(m_codebook.revision())));
        for (const Layer &layer : m_codebook.layers()) {
            line(u"<h2>%1</h2>"_s.arg(escaped(layer.name)));
            paragraph(layer.description);
            line(u"<p class=\"rules\">%1</p>"_s.arg(escaped(layerRules(layer))));
            for (const Variable *variable : m_codebook.variables(layer.id)) {
                line(u"<h3>%1</h3>"_s.arg(escaped(variable->name)));
                paragraph(variable->description);
                line(u"<p class=\"rules\">%1</p>"_s.arg(escaped(rulesOf(*variable))));
                for (const Code *code : m_codebook.children(variable->id, {}))
                    show(*code, 0);
            }
        }
        m_html += u"</body></html>\n"_s;
        return m_html.toUtf8();
    }

private:
    void line(const QString &html) { m_html += html + u'\n'; }

    void paragraph(const QString &text, int indent = 0)
    {
        if (!text.isEmpty())
            line(u"<p%1>%2</p>"_s.arg(margin(indent), escaped(text)));
    }

    static QString margin(int indent) { return indent > 0 ? u" style=\"margin-left: %1px\""_s.arg(indent * 24) : QString(); }

    QString kindOf(const Variable &variable) const
    {
        switch (variable.type) {
        case VariableType::Code: return variable.multiple ? said("Any of these codes.") : said("One of these codes.");
        case VariableType::Ordinal: return said("A step of this scale.");
        case VariableType::Number: return variable.ratio ? said("A number with a true zero.") : said("A number.");
        case VariableType::Boolean: return said("Yes or no.");
        case VariableType::Text: return said("A text.");
        case VariableType::Date: return said("A date.");
        case VariableType::Actor: return variable.multiple ? said("Actors of the register.") : said("An actor of the register.");
        case VariableType::Passage: return variable.multiple ? said("Passages of the article.") : said("A passage of the article.");
        }
        return {};
    }

    QString rulesOf(const Variable &variable) const
    {
        QStringList rules{kindOf(variable)};
        const auto number = [](double value) { return QString::fromStdString(numberText(value)); };
        if (variable.minimum && variable.maximum)
            rules += said("From %1 to %2.").arg(number(*variable.minimum), number(*variable.maximum));
        else if (variable.minimum)
            rules += said("At least %1.").arg(number(*variable.minimum));
        else if (variable.maximum)
            rules += said("At most %1.").arg(number(*variable.maximum));
        const QString between = u' ' + said("or") + u' ';
        if (!variable.shownWhen.isEmpty())
            rules += said("Asked when %1.").arg(linesOf(m_codebook, variable.shownWhen).join(between));
        if (!variable.requiredWhen.isEmpty())
            rules += said("Required when %1.").arg(linesOf(m_codebook, variable.requiredWhen).join(between));
        else if (variable.required)
            rules += said("Required.");
        if (variable.standard)
            rules += said("Begins with “%1”.").arg(QString::fromStdString(m_labels.text(*variable.standard)));
        return rules.join(u' ');
    }

    void show(const Code &code, int depth)
    {
        line(u"<div class=\"code\">"_s);
        QStringList beside;
        if (code.value)
            beside += said("number %1").arg(QString::fromStdString(numberText(*code.value)));
        if (!code.key.isEmpty())
            beside += said("key %1").arg(code.key);
        if (!code.aliases.isEmpty())
            beside += said("also %1").arg(code.aliases.join(u", "_s));
        if (code.retired)
            beside += said("retired");
        const QString swatch = code.color.isEmpty() ? QString() : u"<span style=\"color: %1\">■</span> "_s.arg(escaped(code.color));
        const QString hint = code.hint.isEmpty() ? QString() : u" – "_s + escaped(code.hint);
        const QString rest = beside.isEmpty() ? QString() : u" <span class=\"rules\" style=\"font-weight: normal\">(%1)</span>"_s.arg(escaped(beside.join(u" · "_s)));
        line(u"<h4%1>%2%3%4%5</h4>"_s.arg(margin(depth), swatch, escaped(code.name), hint, rest));
        paragraph(code.definition, depth);
        headed(said("Use it for:"), code.include, depth);
        headed(said("Do not use it for:"), code.exclude, depth);
        list(said("Examples"), code.examples, depth);
        list(said("Not these"), code.counterExamples, depth);
        rulings(code.id, depth);
        line(u"</div>"_s);
        for (const Code *below : m_codebook.children(code.variable, code.id))
            show(*below, depth + 1);
    }

    void headed(const QString &heading, const QString &text, int depth)
    {
        if (!text.isEmpty())
            line(u"<p%1><b>%2</b> %3</p>"_s.arg(margin(depth), escaped(heading), escaped(text)));
    }

    void list(const QString &heading, const QStringList &texts, int depth)
    {
        if (texts.isEmpty())
            return;
        line(u"<p%1><b>%2</b></p>"_s.arg(margin(depth), escaped(heading)));
        for (const QString &text : texts)
            line(u"<p style=\"margin-left: %1px\">– %2</p>"_s.arg(depth * 24 + 16).arg(escaped(text)));
    }

    void rulings(CodeId code, int depth)
    {
        const auto known = m_rulings.find(code);
        if (known == m_rulings.end() || known->second.empty())
            return;
        line(u"<p%1><b>%2</b></p>"_s.arg(margin(depth), escaped(said("How it was ruled"))));
        for (const CodeRuling &ruling : known->second) {
            const QString reason = ruling.reason.isEmpty() ? QString() : u"<br>"_s + escaped(ruling.reason);
            line(u"<p style=\"margin-left: %1px\">– <i>%2</i><br>%3 → <b>%4</b>%5<br><span class=\"rules\">%6</span></p>"_s.arg(depth * 24 + 16)
                     .arg(escaped(ruling.quote), escaped(ruling.readings), escaped(ruling.ruling), reason, escaped(ruling.when)));
        }
    }

    const Codebook &m_codebook;
    const RulingsByCode &m_rulings;
    Labels m_labels;
    QString m_html;
};

} // namespace

QByteArray codebookToHtml(const Codebook &codebook, const RulingsByCode &rulings)
{
    return Page(codebook, rulings).html();
}

} // namespace galley
