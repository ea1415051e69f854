// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QHash>

namespace galley {

/// A wide button with an icon, a line and a weaker line below it: one way to begin.
class CardButton : public QAbstractButton
{
    Q_OBJECT

public:
    CardButton(const QString &iconName, const QString &text, const QString &detail, QWidget *parent);

    void setElide(Qt::TextElideMode mode) { m_elide = mode; } ///< of the detail
    void setFaded(bool faded);                                ///< what it stands for is not there
    void setWordWrap(bool wrap);                              ///< the detail over as many lines as it takes
    void setCorner(QWidget *widget);                          ///< a child that stands at the right, clear of the texts
    bool isFaded() const { return m_faded; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_wrap; }
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int textWidth(int width) const;
    int detailTop() const;
    int wrappedHeight(int width) const;
    QRect detailRect(int width) const;

    QString m_iconName;
    QString m_detail;
    Qt::TextElideMode m_elide = Qt::ElideRight;
    mutable QHash<int, int> m_wrappedHeights; ///< of the detail, by width
    QWidget *m_corner = nullptr;
    bool m_faded = false;
    bool m_wrap = false;
};

} // namespace galley
