// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cheatsheet.h"

#include <items/folding.h>
#include <widgets/metrics.h>
#include <widgets/pieces.h>

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

using namespace Qt::StringLiterals;

namespace {

/// One or several ways to press something, each as a key cap.
class KeyCaps : public QWidget
{
public:
    KeyCaps(const QString &keys, QWidget *parent)
        : QWidget(parent)
        , m_keys(keys.split(u", "_s, Qt::SkipEmptyParts))
    {
        setFont(scaledFont(font(), metrics::small));
        setAccessibleName(keys);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        int width = 0;
        for (const QString &key : m_keys)
            width += capWidth(key) + metrics::tight;
        return {std::max(0, width - metrics::tight), fontMetrics().height() + metrics::tight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(font());
        int x = 0;
        for (const QString &key : m_keys) {
            paintKeyCap(painter, {x, 0, capWidth(key), height()}, key, palette());
            x += capWidth(key) + metrics::tight;
        }
    }

private:
    int capWidth(const QString &key) const
    {
        return std::max(fontMetrics().height() + metrics::tight, fontMetrics().horizontalAdvance(key) + metrics::margin);
    }

    QStringList m_keys;
};

bool fits(const Shortcut &shortcut, const QStringList &words)
{
    const QString text = folded(shortcut.group + u' ' + shortcut.text + u' ' + shortcut.keys);
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
}

} // namespace

CheatSheet::CheatSheet(QWidget *parent)
    : QDialog(parent)
    , m_search(filterField(tr("Search by what it does, or by key"), this))
    , m_area(new QScrollArea(this))
    , m_nothing(secondaryLabel(tr("No shortcut fits."), this))
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    setAccessibleName(windowTitle());
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it is as wide as the keys need instead
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_area->setAccessibleName(windowTitle());
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(metrics::apart, metrics::apart, metrics::apart, metrics::apart);
    rows->setSpacing(metrics::margin);
    rows->addWidget(m_search);
    rows->addWidget(m_nothing);
    rows->addWidget(m_area, 1);
    resize(760, 560);
    connect(m_search, &QLineEdit::textChanged, this, &CheatSheet::fill);
    fill();
}

void CheatSheet::setShortcuts(const std::vector<Shortcut> &shortcuts)
{
    m_shortcuts = shortcuts;
    fill();
}

int CheatSheet::shown() const
{
    return m_shown;
}

void CheatSheet::fill()
{
    const QStringList words = folded(m_search->text()).split(u' ', Qt::SkipEmptyParts);
    QStringList groups;
    for (const Shortcut &shortcut : m_shortcuts) {
        if (!groups.contains(shortcut.group) && fits(shortcut, words))
            groups << shortcut.group;
    }
    m_shown = 0;
    auto *content = new QWidget(m_area);
    content->setAccessibleName(windowTitle());
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins({});
    columns->setSpacing(metrics::far + metrics::near);
    QVBoxLayout *sides[2] = {new QVBoxLayout, new QVBoxLayout};
    for (QVBoxLayout *side : sides)
        side->setSpacing(0);
    int heights[2] = {};
    for (const QString &group : groups) {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(metrics::margin);
        grid->setVerticalSpacing(metrics::tight);
        grid->setColumnStretch(0, 1);
        grid->addWidget(headingLabel(group, content), 0, 0, 1, 2);
        for (const Shortcut &shortcut : m_shortcuts) {
            if (shortcut.group != group || !fits(shortcut, words))
                continue;
            auto *text = new QLabel(shortcut.text, content);
            const int row = grid->rowCount();
            grid->addWidget(text, row, 0);
            grid->addWidget(new KeyCaps(shortcut.keys, content), row, 1, Qt::AlignRight | Qt::AlignVCenter);
            ++m_shown;
        }
        const int side = heights[0] <= heights[1] ? 0 : 1; // the shorter column takes the next group
        heights[side] += grid->rowCount() + 1;
        sides[side]->addLayout(grid);
        sides[side]->addSpacing(metrics::apart);
    }
    for (QVBoxLayout *side : sides) {
        side->addStretch(1);
        columns->addLayout(side, 1);
    }
    m_area->setWidget(content);
    m_area->setMinimumWidth(std::max(m_area->minimumWidth(), content->minimumSizeHint().width() + m_area->verticalScrollBar()->sizeHint().width()));
    m_nothing->setVisible(m_shown == 0);
}

} // namespace galley
