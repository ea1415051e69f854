// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspectorpanel.h"

#include "variableform.h"

#include <domain/shortened.h>
#include <items/dates.h>
#include <items/palette.h>
#include <widgets/emptystate.h>
#include <widgets/icons.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>
#include <widgets/theme.h>

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QFrame *rule(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    QPalette colors;
    colors.setColor(QPalette::WindowText, hairline(colors));
    line->setPalette(colors);
    line->setObjectName(u"rule"_s);
    return line;
}

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Inspector"));
    auto *empty = new EmptyState(u"inspector"_s, this);
    empty->setTexts(tr("Nothing selected"), tr("Click a marked passage, or go to the next annotation, to see its values and memo."));
    auto *area = m_area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Annotation"));
    auto *content = new QWidget(area);
    content->setAccessibleName(tr("Annotation"));
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(metrics::margin, metrics::near, metrics::margin, metrics::margin);
    rows->setSpacing(metrics::margin);
    rows->addWidget(buildHeader());
    rows->addWidget(buildQuote());
    rows->addWidget(m_form = new VariableForm(content));
    rows->addWidget(buildMemo());
    rows->addWidget(rule(content));
    rows->addWidget(buildFacts());
    rows->addStretch();
    area->setWidget(content);
    m_stack->addWidget(empty);
    m_stack->addWidget(area);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
    connect(m_form, &VariableForm::left, this, &InspectorPanel::left);
    connect(m_form, &VariableForm::finished, this, &InspectorPanel::left);
    connect(m_form, &VariableForm::valuesEdited, this, [this](const auto &values) { emit valuesEdited(m_annotation.id, values); });
    connect(m_form, &VariableForm::actorRequested, this,
            [this](VariableId variable, const QString &name) { emit actorRequested(m_annotation.id, variable, name); });
}

InspectorPanel::~InspectorPanel()
{
    m_form->disconnect(this); // as in VariableForm
}

QWidget *InspectorPanel::buildHeader()
{
    auto *header = new QWidget(this);
    m_swatch = new QLabel(header);
    m_swatch->setAccessibleName(tr("Colour of the code"));
    m_code = headingLabel({}, header);
    m_code->setWordWrap(true);
    m_code->setTextFormat(Qt::PlainText);
    m_layer = secondaryLabel({}, header);
    m_recode = iconButton(u"recode"_s, tr("Change code"), header);
    m_flag = iconButton(u"flag"_s, tr("Flag for discussion"), header);
    m_flag->setCheckable(true);
    m_comments = iconButton(u"discussion"_s, tr("Comment"), header);
    m_comments->setObjectName(u"annotationComments"_s);
    m_comments->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy = iconButton(u"copy"_s, tr("Copy quote with source"), header);
    m_delete = iconButton(u"delete"_s, tr("Delete annotation"), header);
    m_notOurs = secondaryLabel({}, header);
    m_notOurs->setWordWrap(true);
    auto *grid = new QGridLayout(header);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(metrics::near);
    grid->setVerticalSpacing(metrics::hair);
    grid->addWidget(m_swatch, 0, 0);
    grid->addWidget(m_code, 0, 1);
    grid->addWidget(m_layer, 1, 1);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::hair);
    for (QToolButton *button : {m_recode, m_flag, m_comments, m_copy, m_delete})
        tools->addWidget(button);
    grid->addLayout(tools, 0, 2, 2, 1, Qt::AlignTop);
    grid->addWidget(m_notOurs, 2, 0, 1, 3);
    m_confirm = new QPushButton(tr("Confirm: carried over from another version"), header);
    m_confirm->setAccessibleName(m_confirm->text());
    grid->addWidget(m_confirm, 3, 0, 1, 3);
    connect(m_confirm, &QPushButton::clicked, this, [this] { emit confirmRequested(m_annotation.id); });
    grid->setColumnStretch(1, 1);
    connect(m_recode, &QToolButton::clicked, this, [this] { emit recodeRequested(m_annotation.id); });
    connect(m_comments, &QToolButton::clicked, this, [this] { emit commentsRequested(m_annotation.id); });
    connect(m_copy, &QToolButton::clicked, this, [this] { emit copyRequested(m_annotation.id); });
    connect(m_delete, &QToolButton::clicked, this, [this] { emit deleteRequested(m_annotation.id); });
    connect(m_flag, &QToolButton::clicked, this, [this](bool on) { emit flagToggled(m_annotation.id, on); });
    return header;
}

QWidget *InspectorPanel::buildQuote()
{
    auto *part = new QWidget(this);
    m_quote = new QLabel(part);
    m_quote->setWordWrap(true);
    m_quote->setTextFormat(Qt::PlainText);
    m_quote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_quote->setFont(QFont(u"Noto Serif"_s, m_quote->font().pointSize()));
    m_ends = new QWidget(part);
    auto *ends = new QHBoxLayout(m_ends);
    ends->setContentsMargins({});
    ends->setSpacing(metrics::hair);
    const auto add = [&](const QString &iconName, const QString &text, bool begin, int direction) {
        auto *button = iconButton(iconName, text, m_ends);
        ends->addWidget(button);
        connect(button, &QToolButton::clicked, this, [=, this] { emit resizeRequested(m_annotation.id, begin, direction); });
    };
    ends->addWidget(secondaryLabel(tr("Begin"), m_ends));
    add(u"begin-earlier"_s, tr("Begin one word earlier"), true, -1);
    add(u"begin-later"_s, tr("Begin one word later"), true, 1);
    ends->addSpacing(metrics::margin);
    ends->addWidget(secondaryLabel(tr("End"), m_ends));
    add(u"end-earlier"_s, tr("End one word earlier"), false, -1);
    add(u"end-later"_s, tr("End one word later"), false, 1);
    ends->addStretch();
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::near);
    layout->addWidget(m_quote);
    layout->addWidget(m_ends);
    return part;
}

QWidget *InspectorPanel::buildMemo()
{
    constexpr int lines = 5;
    auto *part = new QWidget(this);
    m_memo = new QPlainTextEdit(part);
    m_memo->setAccessibleName(tr("Memo"));
    m_memo->setPlaceholderText(tr("Why this code? Doubts, context, alternatives…"));
    m_memo->setTabChangesFocus(true);
    m_memo->setMinimumHeight(lines * m_memo->fontMetrics().lineSpacing() + metrics::apart);
    m_memo->setMaximumHeight(m_memo->minimumHeight());
    m_memo->installEventFilter(this);
    auto *label = new QLabel(tr("Memo"), part);
    label->setBuddy(m_memo);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::tight);
    layout->addWidget(label);
    layout->addWidget(m_memo);
    return part;
}

QWidget *InspectorPanel::buildFacts()
{
    m_facts = secondaryLabel({}, this);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return m_facts;
}

void InspectorPanel::setAnnotation(const Annotation &annotation, const Codebook &codebook, const std::vector<Actor> &actors,
                                   const QString &coder, bool editable)
{
    const bool same = annotation.id == m_annotation.id;
    if (!same)
        commit();
    const bool typing = same && m_memo->toPlainText() != m_annotation.memo;
    m_annotation = annotation;
    m_codebook = codebook;
    m_editable = editable;
    if (!typing && m_memo->toPlainText() != annotation.memo)
        m_memo->setPlainText(annotation.memo);
    m_memo->setReadOnly(!editable);
    m_form->setSubject(annotation.id.value);
    m_form->setVariables(codebook, annotation.layer, annotation.values, actors, annotation.code);
    m_form->setReadOnly(!editable);
    m_form->setVisible(!m_form->isEmpty());
    for (QToolButton *button : {m_recode, m_flag, m_delete})
        button->setVisible(editable);
    m_recode->setVisible(editable && annotation.code);
    m_confirm->setVisible(editable && annotation.inherited);
    m_ends->setVisible(editable && !annotation.ranges.empty());
    m_notOurs->setText(tr("Made by %1. You can read it, not alter it.").arg(coder));
    m_notOurs->setVisible(!editable);
    showFacts(codebook, coder);
    dress();
    m_stack->setCurrentIndex(1);
    if (!same)
        m_area->verticalScrollBar()->setValue(0);
}

void InspectorPanel::setSelectedPassage(SelectedPassage selected)
{
    m_form->setSelectedPassage(std::move(selected));
}

void InspectorPanel::setComments(int count, bool mayAdd)
{
    m_comments->setVisible(mayAdd || count > 0);
    m_comments->setText(count > 0 ? QString::number(count) : QString());
    m_comments->setAccessibleName(count > 0 ? tr("%n comments", nullptr, count) : tr("Comment"));
    m_comments->setToolTip(m_comments->accessibleName() + u" (Ctrl+M)"_s);
}

void InspectorPanel::showFacts(const Codebook &codebook, const QString &coder)
{
    const Annotation &a = m_annotation;
    const Layer *layer = codebook.layer(a.layer);
    const QString layerName = layer ? layer->name : QString();
    const Code *code = codebook.code(a.code);
    m_code->setText(code ? code->name : layerName);
    m_code->setAccessibleName(tr("Code: %1").arg(code ? codebook.path(a.code) : layerName));
    m_layer->setText(code && code->parent ? layerName + u" · "_s + codebook.path(code->parent) : code ? layerName : tr("Whole article"));
    const bool flagged = a.status == AnnotationStatus::Flagged;
    m_flag->setChecked(flagged);
    m_flag->setToolTip(flagged ? tr("Flagged for discussion") : tr("Flag for discussion"));
    m_flag->setAccessibleName(m_flag->toolTip());
    m_quote->setText(a.quote.isEmpty() ? QString() : quoted(a.quote.simplified()));
    m_quote->setAccessibleName(tr("Quote: %1").arg(a.quote));
    m_quote->setVisible(!a.quote.isEmpty());
    QStringList facts;
    QStringList places;
    for (const Range &range : a.ranges)
        places << tr("%1–%2").arg(range.begin).arg(range.end);
    if (!places.isEmpty())
        facts << tr("Characters %1").arg(places.join(u", "_s));
    facts << tr("Coded by %1, %2").arg(coder, momentForPeople(a.created));
    if (a.modified != a.created)
        facts << tr("Changed %1").arg(momentForPeople(a.modified));
    facts << (a.revision == codebook.content() ? tr("Codebook revision %1").arg(codebook.revision())
                                               : tr("Codebook revision %1 (now %2)").arg(codebook.numberOf(a.revision)).arg(codebook.revision()));
    m_facts->setText(facts.join(u'\n'));
    m_facts->setAccessibleName(m_facts->text());
}

void InspectorPanel::dress()
{
    m_swatch->setPixmap(swatch(codeColor(m_codebook, m_annotation.code, isDark(palette())), this, shapeOf(m_codebook, m_annotation.layer)));
    m_swatch->setVisible(bool(m_annotation.code));
    m_flag->setIcon(m_flag->isChecked() ? icon(u"flag-set"_s, toneColor(Tone::Warning, palette())) : icon(u"flag"_s));
    QPalette colors;
    colors.setColor(QPalette::WindowText, hairline(colors));
    if (auto *line = findChild<QFrame *>(u"rule"_s))
        line->setPalette(colors);
}

void InspectorPanel::clear()
{
    commit();
    m_annotation = {};
    m_memo->clear();
    m_form->clear();
    for (QLabel *label : {m_code, m_layer, m_quote, m_facts, m_notOurs}) // it may be another's, and who looks now not allowed to see it
        label->clear();
    m_stack->setCurrentIndex(0);
}

void InspectorPanel::commit()
{
    if (!m_annotation.id || !m_editable)
        return;
    m_form->commit();
    commitMemo();
}

void InspectorPanel::commitMemo()
{
    const QString memo = m_memo->toPlainText();
    if (!m_editable || memo == m_annotation.memo)
        return;
    m_annotation.memo = memo;
    emit memoEdited(m_annotation.id, memo);
}

void InspectorPanel::focusMemo()
{
    m_memo->setFocus(Qt::ShortcutFocusReason);
}

void InspectorPanel::focusValues()
{
    m_form->focusFirstOpen();
}

bool InspectorPanel::focusVariable(VariableId variable)
{
    if (!m_form->focusVariable(variable))
        return false;
    if (m_form->focusWidget())
        m_area->ensureWidgetVisible(m_form->focusWidget());
    return true;
}

bool InspectorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_memo && event->type() == QEvent::FocusOut)
        commitMemo();
    if (watched == m_memo && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() & Qt::ControlModifier) {
            commitMemo();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void InspectorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace galley
