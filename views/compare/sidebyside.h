// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <text/mark.h>

#include <QStringList>
#include <QWidget>

#include <array>
#include <vector>

class QComboBox;
class QLabel;

namespace galley {

class ArticleView;

/// The article twice, beside each other: in each what one coder marked. They are scrolled together, line by line.
class SideBySide : public QWidget
{
    Q_OBJECT

public:
    explicit SideBySide(QWidget *parent = nullptr);

    std::array<ArticleView *, 2> views() const { return {m_columns[0].view, m_columns[1].view}; }

    void setPage(const Page &page);
    void setMarks(std::vector<Mark> marks); ///< of all coders, a track each
    void setCurrentMark(qint64 key);
    void setCoders(const QStringList &names); ///< by their tracks
    void choose(int left, int right);         ///< tracks; where the user chose nothing
    void setReadings(const QStringList &readings); ///< by track: what each has of what is looked at

signals:
    void markChosen(qint64 key);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Column
    {
        QComboBox *coder;
        QLabel *reading;
        ArticleView *view;
    };

    Column buildColumn(const char *id);
    void chosen();
    void showMarks();
    void scrollAlong(const ArticleView &from, ArticleView &to);

    std::array<Column, 2> m_columns;
    std::vector<Mark> m_marks;
    QStringList m_readings;
    qint64 m_current = 0;
    bool m_isChosen = false;   ///< by the user
    bool m_scrolling = false;
};

} // namespace galley
