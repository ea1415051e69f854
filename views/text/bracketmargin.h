// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/marginlayout.h>

#include <QWidget>

namespace galley {

/// The strip beside the text: a bracket and a name per mark in view. Both can be hovered and clicked.
class BracketMargin : public QWidget
{
    Q_OBJECT

public:
    BracketMargin(QWidget *parent, const ArticleLayout *layout);

    void setViewTop(qreal y); ///< the height of the document at the margin's top; what is beside it must be laid out

    std::vector<Bracket> brackets() const;
    std::vector<BracketLabel> labels(std::span<const Bracket> brackets) const;
    std::vector<int> marksAt(QPointF position) const; ///< of the label, else of the brackets there

signals:
    void hovered(qint64 key); ///< 0: none
    void clicked(const QList<qint64> &keys, QPoint globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const ArticleLayout *m_layout;
    qreal m_viewTop = 0;
};

} // namespace galley
