// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace galley {

class ConditionEditor;

/// A variable: its name, what it asks, of whom, and which answers it takes. What was typed counts when the focus leaves its field.
class VariablePart : public QWidget
{
    Q_OBJECT

public:
    explicit VariablePart(QWidget *parent = nullptr);

    void setVariable(const Codebook &codebook, const Variable &variable);
    void setReadOnly(bool readOnly);
    void focusName();
    void commit();

signals:
    void edited(const galley::Variable &variable);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showWhatFits();
    Variable typed() const;
    std::optional<Value> standard(const Variable &variable) const;

    Codebook m_codebook;
    Variable m_variable;
    bool m_readOnly = false;
    QFormLayout *m_rows;
    QLineEdit *m_name;
    QComboBox *m_type;
    QPlainTextEdit *m_description;
    QCheckBox *m_required;
    QCheckBox *m_multiple;
    QLineEdit *m_minimum;
    QLineEdit *m_maximum;
    QCheckBox *m_ratio;
    QLineEdit *m_standardText;
    QComboBox *m_standardCode;
    ConditionEditor *m_shownWhen;
    ConditionEditor *m_requiredWhen;
};

/// A layer: its name, what it is coded on, and the rules for its passages.
class LayerPart : public QWidget
{
    Q_OBJECT

public:
    explicit LayerPart(QWidget *parent = nullptr);

    void setLayer(const Layer &layer);
    void setReadOnly(bool readOnly);
    void focusName();
    void commit();

signals:
    void edited(const galley::Layer &layer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Layer m_layer;
    bool m_readOnly = false;
    QFormLayout *m_rows;
    QLineEdit *m_name;
    QComboBox *m_unit;
    QComboBox *m_overlap;
    QCheckBox *m_acrossParagraphs;
    QPlainTextEdit *m_description;
};

} // namespace galley
