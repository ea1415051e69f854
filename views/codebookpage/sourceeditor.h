// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QCompleter;
class QKeyEvent;
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
    void propose(const QString &yaml);   ///< as if somebody had typed it
    bool isAltered() const;              ///< somebody typed something that is not applied
    QString source() const;
    void setReadOnly(bool readOnly);
    /// What came of checking it: `outcome` says in words what applying it would do.
    void setChecked(const std::vector<SourceProblem> &problems, const QString &outcome);
    void setStretches(const std::vector<SourceStretch> &stretches);

    /// What may stand at the caret: where what is typed begins, and the words.
    using Complete = std::function<std::pair<int, QStringList>(const QString &text, int caret)>;
    void setComplete(Complete complete) { m_complete = std::move(complete); }

signals:
    void checkWanted(); ///< a moment after something was typed
    void applied();
    void resetWanted();

private:
    class Highlighter;
    class Text;

    void goTo(int line);
    bool takesKey(const QKeyEvent &key); ///< before the text does
    void offer(bool asked);
    void take(const QString &word);

    QPlainTextEdit *m_text;
    Highlighter *m_highlighter;
    QListWidget *m_problems;
    QLabel *m_outcome;
    QPushButton *m_apply;
    QPushButton *m_reset;
    QTimer *m_pause;
    QCompleter *m_completer;
    Complete m_complete;
    int m_begin = 0; ///< of what is being completed
    QString m_known;
    bool m_readOnly = false;
};

} // namespace galley
