// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "partforms.h"

#include <widgets/metrics.h>

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *descriptionField(QWidget *parent, const QString &id)
{
    auto *field = new QPlainTextEdit(parent);
    field->setObjectName(id);
    field->setAccessibleName(QObject::tr("Description"));
    field->setTabChangesFocus(true);
    field->installEventFilter(parent);
    return field;
}

QFormLayout *formOf(QWidget *widget)
{
    auto *form = new QFormLayout(widget);
    form->setContentsMargins({});
    form->setVerticalSpacing(metrics::near);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

VariablePart::VariablePart(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_type(new QLabel(this))
    , m_description(descriptionField(this, u"variableDescription"_s))
    , m_required(new QCheckBox(tr("An answer is &required"), this))
{
    setAccessibleName(tr("Variable"));
    m_name->setObjectName(u"variableName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_required->setObjectName(u"variableRequired"_s);
    m_required->setAccessibleName(tr("Required"));
    QFormLayout *form = formOf(this);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Type"), m_type);
    form->addRow(tr("Description"), m_description);
    form->addRow(QString(), m_required);
    connect(m_name, &QLineEdit::editingFinished, this, &VariablePart::commit);
    connect(m_required, &QCheckBox::clicked, this, &VariablePart::commit);
}

void VariablePart::setVariable(const Variable &variable)
{
    const bool same = variable.id == m_variable.id;
    m_variable = variable;
    if (!same || !m_name->hasFocus())
        m_name->setText(variable.name);
    if (!same || !m_description->hasFocus())
        m_description->setPlainText(variable.description);
    m_type->setText(variable.multiple ? tr("%1, several at once").arg(nameOf(variable.type)) : nameOf(variable.type));
    m_required->setChecked(variable.required);
}

void VariablePart::setReadOnly(bool readOnly)
{
    m_name->setReadOnly(readOnly);
    m_description->setReadOnly(readOnly);
    m_required->setEnabled(!readOnly);
}

void VariablePart::commit()
{
    Variable now = m_variable;
    now.name = m_name->text().simplified();
    now.description = m_description->toPlainText().trimmed();
    now.required = m_required->isChecked();
    if (m_variable.id && !m_name->isReadOnly() && now != m_variable)
        emit edited(now);
}

bool VariablePart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return QWidget::eventFilter(watched, event);
}

LayerPart::LayerPart(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_unit(new QLabel(this))
    , m_description(descriptionField(this, u"layerDescription"_s))
{
    setAccessibleName(tr("Layer"));
    m_name->setObjectName(u"layerName"_s);
    m_name->setAccessibleName(tr("Name"));
    QFormLayout *form = formOf(this);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Coded on"), m_unit);
    form->addRow(tr("Description"), m_description);
    connect(m_name, &QLineEdit::editingFinished, this, &LayerPart::commit);
}

void LayerPart::setLayer(const Layer &layer)
{
    const bool same = layer.id == m_layer.id;
    m_layer = layer;
    if (!same || !m_name->hasFocus())
        m_name->setText(layer.name);
    if (!same || !m_description->hasFocus())
        m_description->setPlainText(layer.description);
    m_unit->setText(layer.unit == LayerUnit::Span ? tr("passages") : tr("whole articles"));
}

void LayerPart::setReadOnly(bool readOnly)
{
    m_name->setReadOnly(readOnly);
    m_description->setReadOnly(readOnly);
}

void LayerPart::commit()
{
    Layer now = m_layer;
    now.name = m_name->text().simplified();
    now.description = m_description->toPlainText().trimmed();
    if (m_layer.id && !m_name->isReadOnly() && now != m_layer)
        emit edited(now);
}

bool LayerPart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return QWidget::eventFilter(watched, event);
}

} // namespace galley
