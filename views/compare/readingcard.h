// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFrame>
#include <QStringList>

class QAction;
class QLabel;
class QToolButton;

namespace galley {

/// What one coder has in a group of compared annotations, in words.
struct ShownReading
{
    struct Part
    {
        QString code;
        QColor color;
        QString quote;      ///< empty: of the whole article
        QStringList values; ///< "target: Council"
        QString memo = {};
        bool flagged = false;
    };

    QString coder;
    int track = 0; ///< the coder's place among all: their pattern in the text, the key that accepts their reading
    std::vector<Part> parts; ///< none: they marked nothing here
};

/// A coder's reading with the button, and the key, that accepts it.
class ReadingCard : public QFrame
{
    Q_OBJECT

public:
    ReadingCard(const ShownReading &reading, QAction *accept, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ShownReading m_reading;
    QLabel *m_name;
};

} // namespace galley
