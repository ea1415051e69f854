// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/annotation.h>
#include <domain/change.h>
#include <project/codeedits.h>

#include <QList>
#include <QObject>

#include <functional>
#include <map>
#include <optional>

class QAction;

namespace galley {

class ArticleView;
class CodePalette;
class Desk;
class MarkChooser;
class Settings;
class Workspace;

/// Coding in the article view: a selection becomes an annotation, a chosen annotation is recoded, resized,
/// flagged or deleted. Reading a code (a click in the codebook), coding (which needs a selection) and recoding (F2, the inspector,
/// or the code's key with the caret in the annotation) are three acts. Keeps the view's marks in step with the annotations.
class CodingController : public QObject
{
    Q_OBJECT

public:
    CodingController(Desk &desk, ArticleView &view);

    QList<QAction *> codingActions() const { return m_codingActions; } ///< for the Code menu
    QList<QAction *> flowActions() const { return {m_repeat, m_keepValues, m_goOn}; } ///< for the Code menu
    QList<QAction *> movingActions() const { return m_movingActions; } ///< for the Go menu
    QAction *othersAction() const { return m_others; }
    QList<QAction *> exampleActions() const { return m_exampleActions; } ///< for the Code menu
    QAction *copyQuoteAction() const { return m_copyQuote; }

    void code(CodeId code);           ///< makes an annotation of the selection, and chooses it
    void repeat();                    ///< codes the selection, else the sentence at the caret, as was coded last, with its values
    void openPalette();               ///< to code the selection, else the chosen annotation's passage once more, else the word
    void openRecoding();              ///< to change the code of the chosen annotation
    void choose(const QString &title, CodeId now, std::function<void(CodeId)> then); ///< by the palette; `now`: the one that it is
    void remove();                    ///< the chosen annotation
    void resize(bool begin, int direction); ///< its first or last end by one word, to the left (-1) or right (+1)
    void toggleFlag();
    void copyQuote();
    void setDark(bool dark);

    void focusText(); ///< at the place where it was
    /// What is selected, and these ranges of the article, as a passage; nothing where nothing is selected.
    std::optional<Passage> selectedPassage(const std::vector<Range> &with) const;
    void goOnBehindSelection(); ///< it was taken: the next one is meant
    bool currentIsOurs() const;

signals:
    void marksShown(); ///< all of them anew: who adds others does so now
    void coded(); ///< an annotation, which is chosen now and has values to be given
    void passageGiven(bool further); ///< Return in the text: what is selected is a value of the chosen annotation
    void valuesWanted(); ///< of the chosen annotation: a key asked for them

private:
    void addAsExample(ExampleKind kind); ///< the passage of the chosen annotation, to its code
    void makeCode(VariableId variable, const QString &name);
    void propose(const QString &name);
    void codeWith(CodeId code, const std::vector<VariableValue> &values);
    void noteUse(const Annotation &annotation);
    void forgetUse(const Annotation &annotation);
    std::vector<VariableValue> keptValues(LayerId layer) const;
    void selectNextSentence();
    void recallUse();
    void makeActions();
    void showPage();
    void clearPage();
    void showMarks();
    void showRoles();
    void follow(const Change &change);
    bool isShown(const Annotation &annotation) const;
    void applyKey(const QString &character);
    void chooseAmong(const QList<qint64> &keys, QPoint position);
    void addSelectionAsRange();
    bool caretIsAtCurrent() const;
    LayerId layerOf(CodeId code) const;
    void recode(AnnotationId annotation, CodeId code);
    void tellWhatIsMissing(CodeId code);
    void tellWhereNothingCounts(const Annotation &annotation);
    void updateActions();

    Desk &m_desk;
    Workspace &m_workspace;
    Settings &m_settings;
    ArticleView &m_view;
    CodePalette *m_palette = nullptr;
    std::vector<CodeId> m_recent; ///< that who codes used lately, the latest first
    std::map<LayerId, Annotation> m_last; ///< that who codes made or altered, of each layer
    LayerId m_lastLayer;
    std::function<void(CodeId)> m_chosen; ///< what the palette was opened for
    MarkChooser *m_chooser = nullptr;
    QList<QAction *> m_codingActions;
    QList<QAction *> m_movingActions;
    QList<QAction *> m_exampleActions;
    QList<QAction *> m_forCurrent; ///< need a chosen annotation of one's own
    QAction *m_paletteAction = nullptr;
    QAction *m_repeat = nullptr;
    QAction *m_keepValues = nullptr;
    QAction *m_goOn = nullptr;
    QAction *m_others = nullptr;
    QAction *m_copyQuote = nullptr;
    ArticleId m_shown;
    bool m_dark = false;
};

} // namespace galley
