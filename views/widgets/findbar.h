// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace galley {

struct FindRequest
{
    QString text;
    bool matchCase = false;
    bool wholeWords = false;

    bool operator==(const FindRequest &) const = default;
};

/// Finding in the article: says what is looked for, is told what was found.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void open(const QString &text = {}); ///< shows it with the field focused and selected; a text replaces what was in it
    FindRequest request() const;
    void setResult(int current, int count); ///< current from 1; 0: none is current
    void clearResult();

signals:
    void requestChanged(const galley::FindRequest &request);
    void nextRequested();
    void previousRequested();
    void closed(); ///< Esc or the button; the bar has hidden itself

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void changed();

    QLineEdit *m_field;
    QLabel *m_result;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_case;
    QToolButton *m_words;
};

} // namespace galley
