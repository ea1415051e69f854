// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeform.h"

#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QCheckBox>
#include <QColorDialog>
#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// Alters a field only where it says something else, so that the caret of who is typing stays.
template<typename Field>
void write(Field *field, const QString &text)
{
    const auto shown = [field] {
        if constexpr (std::is_same_v<Field, QLineEdit>)
            return field->text();
        else
            return field->toPlainText();
    };
    if (shown() == text)
        return;
    if constexpr (std::is_same_v<Field, QLineEdit>)
        field->setText(text);
    else
        field->setPlainText(text);
}

QStringList linesOf(const QPlainTextEdit *field)
{
    QStringList lines;
    for (const QString &line : field->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (const QString &name : text.split(u',')) {
        if (!name.trimmed().isEmpty())
            names << name.simplified();
    }
    return names;
}

} // namespace

CodeForm::CodeForm(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_colorButton(new QToolButton(this))
    , m_definition(addText(tr("Definition"), u"codeDefinition"_s, tr("What the code means, in a sentence or two")))
    , m_include(addText(tr("Use it for"), u"codeInclude"_s, tr("What belongs to it although one might doubt it")))
    , m_exclude(addText(tr("Do not use it for"), u"codeExclude"_s, tr("What does not, and where that goes instead")))
    , m_examples(addText(tr("Examples"), u"codeExamples"_s, tr("One per line")))
    , m_counterExamples(addText(tr("Not these"), u"codeCounterExamples"_s, tr("Passages that look like it and are not, one per line")))
    , m_hint(new QLineEdit(this))
    , m_aliases(new QLineEdit(this))
    , m_retired(new QCheckBox(tr("Re&tired: it stays where it was given, and nothing new gets it"), this))
    , m_use(secondaryLabel({}, this))
    , m_merge(new QPushButton(tr("&Merge into…"), this))
{
    setAccessibleName(tr("Code"));
    m_name->setObjectName(u"codeName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_key->setObjectName(u"codeKey"_s);
    m_key->setAccessibleName(tr("Key"));
    m_key->setMaxLength(1);
    m_key->setMaximumWidth(48);
    m_colorButton->setObjectName(u"codeColor"_s);
    m_colorButton->setAccessibleName(tr("Colour"));
    m_colorButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_hint->setObjectName(u"codeHint"_s);
    m_hint->setAccessibleName(tr("Hint"));
    m_hint->setPlaceholderText(tr("A few words that remind of what it means"));
    m_aliases->setObjectName(u"codeAliases"_s);
    m_aliases->setAccessibleName(tr("Other names"));
    m_aliases->setPlaceholderText(tr("By which it is found too, with commas between"));
    m_retired->setObjectName(u"codeRetired"_s);
    m_retired->setAccessibleName(tr("Retired"));
    m_use->setWordWrap(true);
    auto *looks = new QHBoxLayout;
    looks->addWidget(m_key);
    looks->addSpacing(metrics::apart);
    looks->addWidget(new QLabel(tr("Colour"), this));
    looks->addWidget(m_colorButton);
    looks->addStretch();
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, metrics::near, 0); // beside the bar that scrolls it
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Key"), looks);
    form->addRow(tr("Hint"), m_hint);
    for (QPlainTextEdit *text : {m_definition, m_include, m_exclude, m_examples, m_counterExamples})
        form->addRow(text->accessibleName(), text);
    form->addRow(tr("Other names"), m_aliases);
    form->addRow(QString(), m_retired);
    form->addRow(QString(), m_use);
    auto *show = new QPushButton(tr("Show its &Annotations"), this);
    show->setObjectName(u"showCodeAnnotations"_s);
    show->setToolTip(tr("All that have this code, to be looked at and, where some belong elsewhere, recoded together"));
    m_merge->setObjectName(u"mergeCode"_s);
    m_merge->setToolTip(tr("Whatever has this code has another one then"));
    auto *uses = new QHBoxLayout;
    uses->setSpacing(metrics::near);
    uses->addWidget(show);
    uses->addWidget(m_merge);
    uses->addStretch();
    form->addRow(QString(), uses);
    connect(show, &QPushButton::clicked, this, [this] { emit annotationsWanted(m_code.id); });
    connect(m_merge, &QPushButton::clicked, this, [this] {
        commit();
        emit mergeWanted(m_code.id);
    });
    connect(m_retired, &QCheckBox::clicked, this, &CodeForm::commit);
    for (QLineEdit *line : {m_name, m_key, m_hint, m_aliases})
        connect(line, &QLineEdit::editingFinished, this, &CodeForm::commit);
    connect(m_colorButton, &QToolButton::clicked, this, &CodeForm::chooseColor);
}

QPlainTextEdit *CodeForm::addText(const QString &name, const QString &id, const QString &hint)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(id);
    text->setAccessibleName(name);
    text->setPlaceholderText(hint);
    text->setTabChangesFocus(true);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * 3 + 2 * metrics::near);
    text->installEventFilter(this);
    return text;
}

void CodeForm::setCode(const Code &code, const QString &use)
{
    const bool same = code.id == m_code.id;
    const Code shown = same ? typed() : Code();
    const Code before = std::exchange(m_code, code);
    if (!same || shown.name == before.name)
        write(m_name, code.name);
    if (!same || shown.key == before.key)
        write(m_key, code.key);
    if (!same || shown.definition == before.definition)
        write(m_definition, code.definition);
    if (!same || shown.include == before.include)
        write(m_include, code.include);
    if (!same || shown.exclude == before.exclude)
        write(m_exclude, code.exclude);
    if (!same || shown.examples == before.examples)
        write(m_examples, code.examples.join(u'\n'));
    if (!same || shown.counterExamples == before.counterExamples)
        write(m_counterExamples, code.counterExamples.join(u'\n'));
    if (!same || shown.hint == before.hint)
        write(m_hint, code.hint);
    if (!same || shown.aliases == before.aliases)
        write(m_aliases, code.aliases.join(u", "_s));
    m_retired->setChecked(code.retired);
    setColor(code.color);
    m_use->setText(use);
    m_use->setVisible(!use.isEmpty());
}

void CodeForm::setReadOnly(bool readOnly)
{
    for (QLineEdit *line : {m_name, m_key, m_hint, m_aliases})
        line->setReadOnly(readOnly);
    for (QPlainTextEdit *text : {m_definition, m_include, m_exclude, m_examples, m_counterExamples})
        text->setReadOnly(readOnly);
    m_retired->setEnabled(!readOnly);
    m_merge->setEnabled(!readOnly);
    m_colorButton->setEnabled(!readOnly);
}

void CodeForm::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

Code CodeForm::typed() const
{
    Code code = m_code;
    code.name = m_name->text().simplified();
    code.key = m_key->text().trimmed();
    code.color = m_color;
    code.definition = m_definition->toPlainText().trimmed();
    code.include = m_include->toPlainText().trimmed();
    code.exclude = m_exclude->toPlainText().trimmed();
    code.examples = linesOf(m_examples);
    code.counterExamples = linesOf(m_counterExamples);
    code.hint = m_hint->text().simplified();
    code.aliases = namesIn(m_aliases->text());
    code.retired = m_retired->isChecked();
    return code;
}

void CodeForm::commit()
{
    if (m_code.id && !m_name->isReadOnly() && typed() != m_code)
        emit edited(typed());
}

void CodeForm::setColor(const QString &color)
{
    m_color = color;
    m_colorButton->setText(color.isEmpty() ? tr("Chosen by Galley") : color);
    m_colorButton->setIcon(color.isEmpty() ? QIcon() : QIcon(swatch(QColor(color), this)));
}

void CodeForm::chooseColor()
{
    auto *dialog = new QColorDialog(m_color.isEmpty() ? QColor(Qt::darkCyan) : QColor(m_color), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &chosen) {
        setColor(chosen.name());
        commit();
    });
    dialog->open();
}

bool CodeForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() & Qt::ControlModifier) {
            commit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace galley
