// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace galley {

/// One line for work that goes on: what, how far, and a way to stop it. Hidden while nothing goes on.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    void begin(const QString &text, bool cancellable = true);
    void setProgress(qint64 done, qint64 total); ///< total 0: unknown
    void setText(const QString &text);
    void end();
    bool isActive() const;

signals:
    void cancelRequested(); ///< once; the line then says that it is stopping

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
};

} // namespace galley
