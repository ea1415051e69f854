// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codecard.h"

#include <domain/shortened.h>
#include <items/palette.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString section(const QString &heading, const QString &text)
{
    return text.isEmpty() ? QString() : u"<p><b>%1</b><br>%2</p>"_s.arg(heading.toHtmlEscaped(), text.toHtmlEscaped());
}

QString passages(const QString &heading, const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    QString html = u"<p><b>%1</b>"_s.arg(heading.toHtmlEscaped());
    for (const QString &text : texts)
        html += u"<br>%1"_s.arg(quoted(text).toHtmlEscaped());
    return html + u"</p>"_s;
}

QString bodyOf(const Code &code)
{
    QString html = code.retired ? u"<p><i>%1</i></p>"_s.arg(CodeCard::tr("Retired: it stays where it was given, and nothing new gets it.")) : QString();
    if (!code.hint.isEmpty())
        html += u"<p><i>%1</i></p>"_s.arg(code.hint.toHtmlEscaped());
    if (!code.definition.isEmpty())
        html += u"<p>%1</p>"_s.arg(code.definition.toHtmlEscaped());
    html += section(CodeCard::tr("Apply it when"), code.include);
    html += section(CodeCard::tr("Not when"), code.exclude);
    html += passages(CodeCard::tr("Examples"), code.examples);
    html += passages(CodeCard::tr("Not these"), code.counterExamples);
    html += section(CodeCard::tr("Also called"), code.aliases.join(u", "_s));
    if (html.isEmpty())
        html = u"<p><i>%1</i></p>"_s.arg(CodeCard::tr("The codebook gives no definition."));
    return html;
}

QStringList rulesInWords(const Layer &layer)
{
    QStringList rules;
    if (layer.snap == Snap::Word)
        rules += CodeCard::tr("Passages are whole words.");
    else if (layer.snap == Snap::Sentence)
        rules += CodeCard::tr("Passages are whole sentences.");
    else if (layer.snap == Snap::Paragraph)
        rules += CodeCard::tr("Passages are whole paragraphs.");
    if (layer.overlap == Overlap::None)
        rules += CodeCard::tr("No two of them share text.");
    else if (layer.overlap == Overlap::Stacked)
        rules += CodeCard::tr("Two of them share all of their text or none.");
    if (!layer.acrossParagraphs)
        rules += CodeCard::tr("None goes over the end of a paragraph.");
    return rules;
}

/// "Framing", or "Framing · Economic" of a code below another.
QString pathOf(const Codebook &codebook, CodeId id)
{
    const Code *code = codebook.code(id);
    const Variable *variable = codebook.variable(code->variable);
    const Layer *layer = variable ? codebook.layer(variable->layer) : nullptr;
    return layer ? layer->name + (code->parent ? u" · "_s + codebook.path(code->parent) : QString()) : QString();
}

} // namespace

CodeCard::CodeCard(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Definition"));
    auto *content = new QWidget(this);
    content->setAccessibleName(tr("Definition"));
    m_swatch = new QLabel(content);
    m_swatch->setAccessibleName(tr("Colour"));
    m_heading = headingLabel({}, content);
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    m_path = secondaryLabel({}, content);
    m_path->setTextFormat(Qt::PlainText);
    m_path->setWordWrap(true);
    m_body = new QLabel(content);
    m_body->setObjectName(u"definition"_s);
    m_body->setWordWrap(true);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_body->setAlignment(Qt::AlignTop);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::near);
    head->addWidget(m_swatch);
    head->addWidget(m_heading, 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::margin);
    layout->setSpacing(metrics::hair);
    layout->addLayout(head);
    layout->addWidget(m_path);
    layout->addWidget(m_body, 1);
    setWidget(content);
    clear();
}

void CodeCard::setPrecedents(PrecedentsOf precedents)
{
    m_precedents = std::move(precedents);
    if (!m_codes.empty())
        showCodes();
}

void CodeCard::showCodes(const Codebook &codebook, const std::vector<CodeId> &codes)
{
    std::vector<CodeId> known;
    std::ranges::copy_if(codes, std::back_inserter(known), [&](CodeId code) { return codebook.code(code) != nullptr; });
    if (known.empty())
        return clear();
    if (&codebook != &m_codebook)
        m_codebook = codebook;
    m_codes = std::move(known);
    showCodes();
}

void CodeCard::showCodes()
{
    const auto bodyAndRulings = [this](CodeId id) {
        return bodyOf(*m_codebook.code(id)) + htmlOf(m_precedents ? m_precedents(id) : std::vector<ShownPrecedent>(), tr("Earlier rulings"));
    };
    QString body = bodyAndRulings(m_codes.front());
    for (const CodeId id : m_codes | std::views::drop(1))
        body += sectionOf(id) + bodyAndRulings(id);
    setTexts(m_codebook.code(m_codes.front())->name, pathOf(m_codebook, m_codes.front()), body);
    dress();
}

/// The head of a code that is not the first.
QString CodeCard::sectionOf(CodeId id) const
{
    return u"<hr><p><span style=\"color:%1\">■</span> <b>%2</b><br><small>%3</small></p>"_s.arg(
        codeColor(m_codebook, id, isDark(palette())).name(), m_codebook.code(id)->name.toHtmlEscaped(), pathOf(m_codebook, id).toHtmlEscaped());
}

void CodeCard::showLayer(const Layer &layer)
{
    m_codes.clear();
    QString body = u"<p>%1</p>"_s.arg(layer.description.toHtmlEscaped());
    if (!layer.leaveOut.isEmpty())
        body += u"<p>%1</p>"_s.arg(tr("Left out: %1").arg(layer.leaveOut.join(u", "_s)));
    if (const QString rules = rulesInWords(layer).join(u' '); !rules.isEmpty())
        body += u"<p>%1</p>"_s.arg(rules);
    setTexts(layer.name, tr("Layer"), body);
    dress();
}

void CodeCard::clear()
{
    m_codes.clear();
    setTexts({}, {}, {});
    dress();
    hide(); // the codes need the room
}

void CodeCard::setTexts(const QString &heading, const QString &path, const QString &body)
{
    m_heading->setText(heading);
    m_path->setText(path);
    m_body->setText(body);
    m_heading->setVisible(!heading.isEmpty());
    for (QLabel *label : {m_heading, m_path})
        label->setAccessibleName(label->text().isEmpty() ? tr("Definition") : label->text());
    m_body->setAccessibleName(tr("Definition of %1").arg(heading));
    show();
}

void CodeCard::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_swatch)
        m_codes.empty() ? dress() : showCodes();
}

void CodeCard::dress()
{
    m_swatch->setVisible(!m_codes.empty());
    if (!m_codes.empty())
        m_swatch->setPixmap(swatch(codeColor(m_codebook, m_codes.front(), isDark(palette())), this, shapeOf(m_codebook, m_codes.front())));
}

} // namespace galley
