// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "valueeditor.h"

#include <domain/annotation.h>
#include <domain/codebook.h>
#include <domain/coder.h>

#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QPushButton;
class QToolButton;

namespace galley {

class VariableForm;

/// Everything about the selected annotation: what it says, why, who and when. Another coder's can be read, not altered.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);
    ~InspectorPanel() override;

    /// Shows it, or what became of it; a memo that is being typed into the same annotation is kept.
    void setAnnotation(const Annotation &annotation, const Codebook &codebook, const std::vector<Actor> &actors,
                       const QString &coder, bool editable);
    void setSelectedPassage(SelectedPassage selected); ///< what values that are passages are taken from
    void setComments(int count, bool mayAdd); ///< how many were made about it
    void clear(); ///< nothing is selected
    AnnotationId annotation() const { return m_annotation.id; }
    void commit(); ///< takes what is being typed; emits if it alters something. Call it before the window closes.
    void focusMemo();
    void focusValues(); ///< the first that is open; nothing where the layer has none
    bool focusVariable(VariableId variable); ///< false: it has no field here, as the code has none

signals:
    void left(); ///< from its values: back to the text
    void recodeRequested(galley::AnnotationId annotation);
    void valuesEdited(galley::AnnotationId annotation, const std::vector<galley::VariableValue> &values);
    void actorRequested(galley::AnnotationId annotation, galley::VariableId variable, const QString &name);
    void memoEdited(galley::AnnotationId annotation, const QString &memo);
    void flagToggled(galley::AnnotationId annotation, bool flagged);
    /// `begin`: which end; `direction`: -1 towards the beginning of the article, +1 towards its end.
    void resizeRequested(galley::AnnotationId annotation, bool begin, int direction);
    void confirmRequested(galley::AnnotationId annotation); ///< what was carried over from another version
    void commentsRequested(galley::AnnotationId annotation);
    void deleteRequested(galley::AnnotationId annotation);
    void copyRequested(galley::AnnotationId annotation); ///< the quote with its source

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildQuote();
    QWidget *buildMemo();
    QWidget *buildFacts();
    void showFacts(const Codebook &codebook, const QString &coder);
    void dress();
    void commitMemo();

    Annotation m_annotation;
    Codebook m_codebook;
    bool m_editable = false;
    QStackedWidget *m_stack;
    QScrollArea *m_area;
    QLabel *m_swatch;
    QLabel *m_code;
    QLabel *m_layer;
    QToolButton *m_recode;
    QPushButton *m_confirm;
    QToolButton *m_flag;
    QToolButton *m_comments;
    QToolButton *m_delete;
    QToolButton *m_copy;
    QLabel *m_notOurs;
    QLabel *m_quote;
    QWidget *m_ends;
    QWidget *m_variables;
    VariableForm *m_form;
    QPlainTextEdit *m_memo;
    QLabel *m_facts;
};

} // namespace galley
