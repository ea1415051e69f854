// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>

#include <QList>
#include <QObject>

class QAction;

namespace galley {

class ArticleView;
class CodePalette;
class MarkChooser;
struct Message;
class Settings;
class Workspace;

/// Coding in the article view: a selection becomes an annotation, a chosen annotation is recoded, resized,
/// flagged or deleted. Keeps the view's marks in step with the annotations.
class CodingController : public QObject
{
    Q_OBJECT

public:
    CodingController(Workspace &workspace, Settings &settings, ArticleView &view, QObject *parent = nullptr);

    QList<QAction *> codingActions() const { return m_codingActions; } ///< for the Code menu
    QList<QAction *> movingActions() const { return m_movingActions; } ///< for the Go menu
    QAction *othersAction() const { return m_others; }
    QAction *copyQuoteAction() const { return m_copyQuote; }

    /// The selection as this code; without a selection the chosen annotation becomes it.
    void applyCode(CodeId code);
    void openPalette();               ///< for the selection, else for the chosen annotation
    void remove();                    ///< the chosen annotation
    void resize(bool begin, int direction); ///< its first or last end by one word, to the left (-1) or right (+1)
    void toggleFlag();
    void copyQuote();
    void setDark(bool dark);

signals:
    void reported(const galley::Message &message);

private:
    void makeActions();
    void showPage();
    void showMarks();
    void follow(const Change &change);
    bool isShown(const Annotation &annotation) const;
    void applyKey(const QString &character);
    void chooseAmong(const QList<qint64> &keys, QPoint position);
    void addSelectionAsRange();
    bool currentIsOurs() const;
    LayerId layerOf(CodeId code) const;
    void tellWhereNothingCounts(const Annotation &annotation);
    void updateActions();

    Workspace &m_workspace;
    Settings &m_settings;
    ArticleView &m_view;
    CodePalette *m_palette = nullptr;
    MarkChooser *m_chooser = nullptr;
    QList<QAction *> m_codingActions;
    QList<QAction *> m_movingActions;
    QList<QAction *> m_forCurrent; ///< need a chosen annotation of one's own
    QAction *m_paletteAction = nullptr;
    QAction *m_others = nullptr;
    QAction *m_copyQuote = nullptr;
    ArticleId m_shown;
    bool m_dark = false;
};

} // namespace galley
