// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace galley {

/// A code: what it is called, means, and is applied with. What was typed counts when the focus leaves its field, or with Return.
class CodeForm : public QWidget
{
    Q_OBJECT

public:
    explicit CodeForm(QWidget *parent = nullptr);

    /// `use`: in words, how far it is used. A field that is being typed in keeps what is typed where the code is the same.
    void setCode(const Code &code, const QString &use);
    void setReadOnly(bool readOnly);
    void focusName();
    void commit(); ///< takes what is being typed

signals:
    void edited(const galley::Code &code);
    void mergeWanted(galley::CodeId code);       ///< into another one
    void annotationsWanted(galley::CodeId code); ///< that have it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *addText(const QString &name, const QString &id, const QString &hint);
    Code typed() const;
    void chooseColor();
    void setColor(const QString &color);

    Code m_code;
    QString m_color;
    QLineEdit *m_name;
    QLineEdit *m_key;
    QToolButton *m_colorButton;
    QPlainTextEdit *m_definition;
    QPlainTextEdit *m_include;
    QPlainTextEdit *m_exclude;
    QPlainTextEdit *m_examples;
    QPlainTextEdit *m_counterExamples;
    QLineEdit *m_hint;
    QLineEdit *m_aliases;
    QCheckBox *m_retired;
    QLabel *m_use;
    QPushButton *m_merge;
};

} // namespace galley
