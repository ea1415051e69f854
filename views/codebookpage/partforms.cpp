// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "partforms.h"

#include "conditioneditor.h"

#include <widgets/metrics.h>

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

#include <array>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *descriptionField(QWidget *parent, const QString &id)
{
    auto *field = new QPlainTextEdit(parent);
    field->setObjectName(id);
    field->setAccessibleName(VariablePart::tr("Description"));
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * 4 + metrics::margin);
    field->installEventFilter(parent);
    return field;
}

QLineEdit *lineField(QWidget *parent, const QString &id, const QString &name)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(id);
    field->setAccessibleName(name);
    return field;
}

template<typename Widget>
Widget *named(Widget *widget, const QString &id, const QString &name)
{
    widget->setObjectName(id);
    widget->setAccessibleName(name);
    return widget;
}

QFormLayout *formOf(QWidget *widget)
{
    auto *form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, metrics::near, 0); // beside the bar that scrolls it
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

/// Alters a field only where nobody is typing in it.
void write(QLineEdit *field, const QString &text, bool same)
{
    if (!same || !field->hasFocus())
        field->setText(text);
}

void write(QPlainTextEdit *field, const QString &text, bool same)
{
    if ((!same || !field->hasFocus()) && field->toPlainText() != text)
        field->setPlainText(text);
}

std::optional<double> numberIn(const QLineEdit *field)
{
    bool isNumber = false;
    const QString text = field->text().trimmed();
    double number = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        number = text.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QString textOf(std::optional<double> number)
{
    return number ? QLocale().toString(*number, 'g', 15) : QString();
}

bool takesCodes(VariableType type)
{
    return type == VariableType::Code || type == VariableType::Ordinal;
}

/// What a layer is coded on, as one chooses it.
struct Unit
{
    LayerUnit unit;
    Snap snap;
};

constexpr std::array units{Unit{LayerUnit::Span, Snap::Free}, Unit{LayerUnit::Span, Snap::Word}, Unit{LayerUnit::Span, Snap::Sentence},
                           Unit{LayerUnit::Span, Snap::Paragraph}, Unit{LayerUnit::Article, Snap::Free}};

} // namespace

VariablePart::VariablePart(QWidget *parent)
    : QWidget(parent)
    , m_rows(formOf(this))
    , m_name(lineField(this, u"variableName"_s, tr("Name")))
    , m_type(named(new QComboBox(this), u"variableType"_s, tr("Type")))
    , m_description(descriptionField(this, u"variableDescription"_s))
    , m_required(named(new QCheckBox(tr("An answer is &required"), this), u"variableRequired"_s, tr("Required")))
    , m_multiple(named(new QCheckBox(tr("Se&veral values at once"), this), u"variableMultiple"_s, tr("Several values at once")))
    , m_minimum(lineField(this, u"variableMinimum"_s, tr("Least value")))
    , m_maximum(lineField(this, u"variableMaximum"_s, tr("Greatest value")))
    , m_ratio(named(new QCheckBox(tr("Has a true &zero: twice as much means something"), this), u"variableRatio"_s, tr("Ratio scale")))
    , m_standardText(lineField(this, u"variableStandard"_s, tr("Begins with")))
    , m_standardCode(named(new QComboBox(this), u"variableStandardCode"_s, tr("Begins with")))
    , m_shownWhen(named(new ConditionEditor(tr("Asked"), tr("always"), this), u"variableShownWhen"_s, tr("Asked")))
    , m_requiredWhen(named(new ConditionEditor(tr("Required"), tr("always where it is asked"), this), u"variableRequiredWhen"_s, tr("Required")))
{
    setAccessibleName(tr("Variable"));
    m_type->addItem(tr("Codes, as a tree"), int(VariableType::Code));
    m_type->addItem(tr("Codes, as a scale"), int(VariableType::Ordinal));
    m_type->addItem(tr("Number"), int(VariableType::Number));
    m_type->addItem(tr("Yes or no"), int(VariableType::Boolean));
    m_type->addItem(tr("Text"), int(VariableType::Text));
    m_type->addItem(tr("Date"), int(VariableType::Date));
    m_type->addItem(tr("Actor"), int(VariableType::Actor));
    m_type->addItem(tr("Passage of the article"), int(VariableType::Passage));
    m_rows->addRow(tr("Name"), m_name);
    m_rows->addRow(tr("Takes"), m_type);
    m_rows->addRow(tr("Description"), m_description);
    m_rows->addRow(tr("Asked"), m_shownWhen);
    m_rows->addRow(QString(), m_required);
    m_rows->addRow(tr("Required"), m_requiredWhen);
    m_rows->addRow(QString(), m_multiple);
    m_rows->addRow(tr("Least value"), m_minimum);
    m_rows->addRow(tr("Greatest value"), m_maximum);
    m_rows->addRow(QString(), m_ratio);
    m_rows->addRow(tr("Begins with"), m_standardText);
    m_rows->addRow(tr("Begins with"), m_standardCode);
    for (QLineEdit *line : {m_name, m_minimum, m_maximum, m_standardText})
        connect(line, &QLineEdit::editingFinished, this, &VariablePart::commit);
    for (QCheckBox *box : {m_required, m_multiple, m_ratio})
        connect(box, &QCheckBox::clicked, this, &VariablePart::commit);
    for (QComboBox *box : {m_type, m_standardCode})
        connect(box, &QComboBox::activated, this, &VariablePart::commit);
    for (ConditionEditor *condition : {m_shownWhen, m_requiredWhen})
        connect(condition, &ConditionEditor::edited, this, &VariablePart::commit);
}

void VariablePart::setVariable(const Codebook &codebook, const Variable &variable)
{
    const bool same = variable.id == m_variable.id;
    m_codebook = codebook;
    m_variable = variable;
    write(m_name, variable.name, same);
    write(m_description, variable.description, same);
    write(m_minimum, textOf(variable.minimum), same);
    write(m_maximum, textOf(variable.maximum), same);
    m_type->setCurrentIndex(m_type->findData(int(variable.type)));
    m_required->setChecked(variable.required);
    m_multiple->setChecked(variable.multiple);
    m_ratio->setChecked(variable.ratio);
    m_shownWhen->setCondition(codebook, variable, variable.shownWhen);
    m_requiredWhen->setCondition(codebook, variable, variable.requiredWhen);
    m_standardCode->clear();
    m_standardCode->addItem(tr("nothing"), qint64(0));
    if (variable.type == VariableType::Boolean) {
        m_standardCode->addItem(tr("Yes"), true);
        m_standardCode->addItem(tr("No"), false);
        if (variable.standard)
            m_standardCode->setCurrentIndex(*variable.standard == Value(true) ? 1 : 2);
    }
    for (const Code *code : codebook.codes(variable.id)) {
        m_standardCode->addItem(codebook.path(code->id), code->id.value);
        if (variable.standard == Value(code->id))
            m_standardCode->setCurrentIndex(m_standardCode->count() - 1);
    }
    const auto *text = variable.standard ? std::get_if<QString>(&*variable.standard) : nullptr;
    const auto *number = variable.standard ? std::get_if<double>(&*variable.standard) : nullptr;
    write(m_standardText, text ? *text : number ? textOf(*number) : QString(), same);
    showWhatFits();
}

/// What the type has a use for.
void VariablePart::showWhatFits()
{
    const VariableType type = m_variable.type;
    const bool isCoded = m_codebook.principalVariable(m_variable.layer) && m_codebook.principalVariable(m_variable.layer)->id == m_variable.id;
    for (QWidget *field : {static_cast<QWidget *>(m_minimum), static_cast<QWidget *>(m_maximum), static_cast<QWidget *>(m_ratio)})
        m_rows->setRowVisible(field, type == VariableType::Number);
    m_rows->setRowVisible(m_standardText, type == VariableType::Number || type == VariableType::Text || type == VariableType::Date);
    m_rows->setRowVisible(m_standardCode, !isCoded && (takesCodes(type) || type == VariableType::Boolean));
    m_rows->setRowVisible(m_shownWhen, !isCoded);
    m_rows->setRowVisible(m_requiredWhen, !isCoded && m_variable.required);
    setReadOnly(m_readOnly);
}

void VariablePart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (QLineEdit *line : {m_name, m_minimum, m_maximum, m_standardText})
        line->setReadOnly(readOnly);
    m_description->setReadOnly(readOnly);
    for (QWidget *choice : {static_cast<QWidget *>(m_type), static_cast<QWidget *>(m_required), static_cast<QWidget *>(m_multiple),
                            static_cast<QWidget *>(m_ratio), static_cast<QWidget *>(m_standardCode), static_cast<QWidget *>(m_shownWhen),
                            static_cast<QWidget *>(m_requiredWhen)})
        choice->setEnabled(!readOnly);
}

void VariablePart::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

std::optional<Value> VariablePart::standard(const Variable &variable) const
{
    if (variable.type != m_variable.type) // another kind of value: chosen anew
        return std::nullopt;
    if (takesCodes(variable.type)) {
        const CodeId code{m_standardCode->currentData().toLongLong()};
        return code ? std::optional<Value>(code) : std::nullopt;
    }
    if (variable.type == VariableType::Boolean)
        return m_standardCode->currentIndex() > 0 ? std::optional<Value>(m_standardCode->currentIndex() == 1) : std::nullopt;
    const QString text = m_standardText->text().trimmed();
    const auto number = numberIn(m_standardText);
    if (variable.type == VariableType::Number)
        return number ? std::optional<Value>(*number) : std::nullopt;
    return text.isEmpty() || variable.type == VariableType::Actor ? std::nullopt : std::optional<Value>(text);
}

Variable VariablePart::typed() const
{
    Variable now = m_variable;
    now.name = m_name->text().simplified();
    now.type = VariableType(m_type->currentData().toInt());
    now.description = m_description->toPlainText().trimmed();
    now.required = m_required->isChecked();
    now.multiple = m_multiple->isChecked();
    now.minimum = numberIn(m_minimum);
    now.maximum = numberIn(m_maximum);
    now.ratio = m_ratio->isChecked();
    now.standard = standard(now);
    now.shownWhen = m_shownWhen->condition();
    now.requiredWhen = now.required ? m_requiredWhen->condition() : Condition();
    return now;
}

void VariablePart::commit()
{
    if (m_variable.id && !m_readOnly && typed() != m_variable)
        emit edited(typed());
}

bool VariablePart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return QWidget::eventFilter(watched, event);
}

LayerPart::LayerPart(QWidget *parent)
    : QWidget(parent)
    , m_rows(formOf(this))
    , m_name(lineField(this, u"layerName"_s, tr("Name")))
    , m_unit(named(new QComboBox(this), u"layerUnit"_s, tr("Coded on")))
    , m_overlap(named(new QComboBox(this), u"layerOverlap"_s, tr("Overlaps")))
    , m_acrossParagraphs(named(new QCheckBox(tr("A passage may go over the &end of a paragraph"), this), u"layerAcross"_s, tr("Across paragraphs")))
    , m_description(descriptionField(this, u"layerDescription"_s))
{
    setAccessibleName(tr("Layer"));
    for (const QString &unit : {tr("passages, as they are selected"), tr("passages of whole words"), tr("whole sentences"), tr("whole paragraphs"), tr("whole articles")})
        m_unit->addItem(unit);
    for (const QString &overlap : {tr("passages may share text"), tr("passages share all of their text or none"), tr("no two passages share text")})
        m_overlap->addItem(overlap); // in the order of Overlap
    m_rows->addRow(tr("Name"), m_name);
    m_rows->addRow(tr("Coded on"), m_unit);
    m_rows->addRow(tr("Overlaps"), m_overlap);
    m_rows->addRow(QString(), m_acrossParagraphs);
    m_rows->addRow(tr("Description"), m_description);
    connect(m_name, &QLineEdit::editingFinished, this, &LayerPart::commit);
    connect(m_acrossParagraphs, &QCheckBox::clicked, this, &LayerPart::commit);
    for (QComboBox *box : {m_unit, m_overlap})
        connect(box, &QComboBox::activated, this, &LayerPart::commit);
}

void LayerPart::setLayer(const Layer &layer)
{
    const bool same = layer.id == m_layer.id;
    m_layer = layer;
    write(m_name, layer.name, same);
    write(m_description, layer.description, same);
    const auto unit = std::ranges::find_if(units, [&](const Unit &known) { return known.unit == layer.unit && known.snap == layer.snap; });
    m_unit->setCurrentIndex(int(unit - units.begin()));
    m_overlap->setCurrentIndex(int(layer.overlap));
    m_acrossParagraphs->setChecked(layer.acrossParagraphs);
    m_rows->setRowVisible(m_overlap, layer.unit == LayerUnit::Span);
    m_rows->setRowVisible(m_acrossParagraphs, layer.unit == LayerUnit::Span);
}

void LayerPart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_name->setReadOnly(readOnly);
    m_description->setReadOnly(readOnly);
    for (QWidget *choice : {static_cast<QWidget *>(m_unit), static_cast<QWidget *>(m_overlap), static_cast<QWidget *>(m_acrossParagraphs)})
        choice->setEnabled(!readOnly);
}

void LayerPart::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void LayerPart::commit()
{
    Layer now = m_layer;
    now.name = m_name->text().simplified();
    now.description = m_description->toPlainText().trimmed();
    const Unit &unit = units[size_t(m_unit->currentIndex())];
    now.unit = unit.unit;
    now.snap = unit.snap;
    now.overlap = Overlap(m_overlap->currentIndex());
    now.acrossParagraphs = m_acrossParagraphs->isChecked();
    if (m_layer.id && !m_readOnly && now != m_layer)
        emit edited(now);
}

bool LayerPart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return QWidget::eventFilter(watched, event);
}

} // namespace galley
