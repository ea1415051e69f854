// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace galley {

/// A variable: its name, what it asks, whether an answer is required. Its type stays: what was recorded is of it.
class VariablePart : public QWidget
{
    Q_OBJECT

public:
    explicit VariablePart(QWidget *parent = nullptr);

    void setVariable(const Variable &variable);
    void setReadOnly(bool readOnly);
    void commit();

signals:
    void edited(const galley::Variable &variable);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Variable m_variable;
    QLineEdit *m_name;
    QLabel *m_type;
    QPlainTextEdit *m_description;
    QCheckBox *m_required;
};

/// A layer: its name and what is coded in it.
class LayerPart : public QWidget
{
    Q_OBJECT

public:
    explicit LayerPart(QWidget *parent = nullptr);

    void setLayer(const Layer &layer);
    void setReadOnly(bool readOnly);
    void commit();

signals:
    void edited(const galley::Layer &layer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Layer m_layer;
    QLineEdit *m_name;
    QLabel *m_unit;
    QPlainTextEdit *m_description;
};

} // namespace galley
