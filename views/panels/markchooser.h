// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <color/layershape.h>

#include <QColor>
#include <QFrame>

#include <vector>

class QListWidget;

namespace galley {

struct MarkChoice
{
    qint64 key = 0; ///< handed back
    QColor color;
    QString label;  ///< the code
    QString detail; ///< layer, coder, the quote's beginning
    LayerShape shape = LayerShape::Square;

    bool operator==(const MarkChoice &) const = default;
};

/// Several annotations lie at one place: which one? A popup list for the mouse and the arrow keys.
class MarkChooser : public QFrame
{
    Q_OBJECT

public:
    explicit MarkChooser(QWidget *parent = nullptr);

    void open(const std::vector<MarkChoice> &choices, QPoint globalPosition);

signals:
    void highlighted(qint64 key); ///< the current row, so that its extent can be shown
    void chosen(qint64 key);
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void choose();

    QListWidget *m_list;
    bool m_chosen = false;
};

} // namespace galley
