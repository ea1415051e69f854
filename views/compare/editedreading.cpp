// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editedreading.h"

#include <domain/shortened.h>
#include <panels/variableform.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

using namespace Qt::StringLiterals;

EditedReading::EditedReading(QWidget *parent)
    : QWidget(parent)
    , m_code(new QPushButton(this))
    , m_passage(secondaryLabel({}, this))
    , m_form(new VariableForm(this))
{
    setAccessibleName(tr("What is to hold"));
    m_code->setObjectName(u"editedCode"_s);
    m_passage->setWordWrap(true);
    m_passage->setTextFormat(Qt::PlainText);
    auto *accept = new QPushButton(tr("Settle so"), this);
    accept->setObjectName(u"editedAccept"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    setTabOrder(cancel, accept); // as they stand
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::near);
    column->addWidget(headingLabel(tr("What is to hold"), this));
    column->addWidget(m_code);
    column->addWidget(m_passage);
    column->addWidget(m_form);
    column->addLayout(buttons);
    connect(m_code, &QPushButton::clicked, this, &EditedReading::codeRequested);
    connect(m_form, &VariableForm::actorRequested, this, &EditedReading::actorRequested);
    connect(accept, &QPushButton::clicked, this, &EditedReading::accepted);
    connect(cancel, &QPushButton::clicked, this, &EditedReading::cancelled);
}

void EditedReading::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && button && button->hasFocus())
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void EditedReading::begin(const Annotation &draft, const Codebook &codebook, const std::vector<Actor> &actors)
{
    m_draft = draft;
    m_codebook = codebook;
    m_form->setVariables(codebook, draft.layer, draft.values, actors, draft.code);
    m_form->setVisible(!m_form->isEmpty());
    showCode();
    m_code->setFocus();
}

void EditedReading::setCode(CodeId code)
{
    m_draft.code = code;
    m_form->setCode(code);
    showCode();
    m_form->isEmpty() ? m_code->setFocus() : m_form->focusFirst();
}

void EditedReading::setValues(const std::vector<VariableValue> &values, const std::vector<Actor> &actors)
{
    m_form->setVariables(m_codebook, m_draft.layer, values, actors, m_draft.code);
}

void EditedReading::setPassage(const QString &quote)
{
    m_passage->setText(quote.isEmpty() ? tr("For the whole article.") : tr("%1 — select another passage in the text to change it.").arg(quoted(shortened(quote, 200))));
}

Annotation EditedReading::draft()
{
    m_form->commit();
    m_draft.values = m_form->values();
    return m_draft;
}

void EditedReading::showCode()
{
    m_code->setVisible(m_codebook.principalVariable(m_draft.layer) != nullptr);
    m_code->setText(m_draft.code ? tr("Code: %1…").arg(m_codebook.path(m_draft.code)) : tr("Choose the code…"));
    m_code->setAccessibleName(m_code->text());
}

} // namespace galley
