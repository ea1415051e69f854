// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codecard.h"

#include <items/palette.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QString section(const QString &heading, const QString &text)
{
    return text.isEmpty() ? QString() : u"<p><b>%1</b><br>%2</p>"_s.arg(heading.toHtmlEscaped(), text.toHtmlEscaped());
}

QString bodyOf(const Code &code)
{
    QString html = code.definition.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(code.definition.toHtmlEscaped());
    html += section(CodeCard::tr("Apply it when"), code.include);
    html += section(CodeCard::tr("Not when"), code.exclude);
    if (!code.examples.isEmpty()) {
        html += u"<p><b>%1</b>"_s.arg(CodeCard::tr("Examples"));
        for (const QString &example : code.examples)
            html += u"<br>“%1”"_s.arg(example.toHtmlEscaped());
        html += u"</p>"_s;
    }
    if (html.isEmpty())
        html = u"<p><i>%1</i></p>"_s.arg(CodeCard::tr("The codebook gives no definition."));
    return html;
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
    if (m_code)
        showCode(m_codebook, m_code);
}

void CodeCard::showCode(const Codebook &codebook, CodeId id)
{
    const Code *code = codebook.code(id);
    if (!code)
        return clear();
    if (&codebook != &m_codebook)
        m_codebook = codebook;
    m_code = id;
    const Variable *variable = codebook.variable(code->variable);
    const Layer *layer = variable ? codebook.layer(variable->layer) : nullptr;
    setTexts(code->name, layer ? layer->name + (code->parent ? u" · "_s + codebook.path(code->parent) : QString()) : QString(),
             bodyOf(*code) + htmlOf(m_precedents ? m_precedents(id) : std::vector<ShownPrecedent>(), tr("Earlier rulings")));
    dress();
}

void CodeCard::showLayer(const Layer &layer)
{
    m_code = {};
    QString body = u"<p>%1</p>"_s.arg(layer.description.toHtmlEscaped());
    if (!layer.leaveOut.isEmpty())
        body += u"<p>%1</p>"_s.arg(tr("Left out: %1").arg(layer.leaveOut.join(u", "_s)));
    setTexts(layer.name, tr("Layer"), body);
    dress();
}

void CodeCard::clear()
{
    m_code = {};
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
        dress();
}

void CodeCard::dress()
{
    m_swatch->setVisible(bool(m_code));
    if (m_code)
        m_swatch->setPixmap(swatch(codeColor(m_codebook, m_code, isDark(palette())), this));
}

} // namespace galley
