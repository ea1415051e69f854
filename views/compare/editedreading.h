// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/coder.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace galley {

class VariableForm;

/// What is to hold instead of what the coders have: a code and values to be altered, for a passage chosen in the text.
class EditedReading : public QWidget
{
    Q_OBJECT

public:
    explicit EditedReading(QWidget *parent = nullptr);

    void begin(const Annotation &draft, const Codebook &codebook, const std::vector<Actor> &actors);
    void setCode(CodeId code);
    void setValues(const std::vector<VariableValue> &values, const std::vector<Actor> &actors); ///< of the same layer
    void setPassage(const QString &quote); ///< that it will be of
    Annotation draft(); ///< as it stands, with what is being typed

signals:
    void codeRequested();
    void actorRequested(galley::VariableId variable, const QString &name);
    void accepted();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Return presses the button that has the focus, Escape cancels

private:
    void showCode();

    Annotation m_draft;
    Codebook m_codebook;
    QPushButton *m_code;
    QLabel *m_passage;
    VariableForm *m_form;
};

} // namespace galley
