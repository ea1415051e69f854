// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace galley {

/// A stretch of a line that looks other than the rest.
struct SourceStretch
{
    size_t line = 0; ///< from 0
    int offset = 0, length = 0; ///< UTF-16 units
    QColor color;
    bool bold = false;
};

/// What is wrong with the source, or with making it the codebook.
struct SourceProblem
{
    int line = 0; ///< from 1; 0: of no line
    QString text;
};

/// The codebook as YAML: typed, checked as one types, and applied as one step.
class SourceEditor : public QWidget
{
    Q_OBJECT

public:
    explicit SourceEditor(QWidget *parent = nullptr);

    void setSource(const QString &yaml); ///< of the codebook as it is; what was typed gives way
    bool isAltered() const;              ///< somebody typed something that is not applied
    QString source() const;
    void setReadOnly(bool readOnly);
    /// What came of checking it: `outcome` says in words what applying it would do.
    void setChecked(const std::vector<SourceProblem> &problems, const QString &outcome);
    void setStretches(const std::vector<SourceStretch> &stretches);

signals:
    void checkWanted(); ///< a moment after something was typed
    void applied();
    void resetWanted();

private:
    class Highlighter;

    void goTo(int line);

    QPlainTextEdit *m_text;
    Highlighter *m_highlighter;
    QListWidget *m_problems;
    QLabel *m_outcome;
    QPushButton *m_apply;
    QPushButton *m_reset;
    QTimer *m_pause;
    QString m_known;
    bool m_readOnly = false;
};

} // namespace galley
