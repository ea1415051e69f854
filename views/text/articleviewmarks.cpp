// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "articleview_p.h"

#include <QAccessible>

#include <algorithm>
#include <unordered_set>

/// The marks of an article view: which is current or hovered, stepping through them, telling of them.
namespace galley {

qint64 ArticleView::currentMark() const
{
    return d->layout->highlights().current;
}

void ArticleView::setRoles(std::vector<RoleMark> roles)
{
    std::ranges::stable_sort(roles, {}, &RoleMark::range);
    if (roles == d->layout->highlights().roles)
        return;
    d->layout->highlights().roles = std::move(roles);
    viewport()->update();
    d->describe();
}

void ArticleView::setArcsVisible(bool visible)
{
    d->layout->highlights().arcs = visible;
    viewport()->update();
}

qint64 ArticleView::hoveredMark() const
{
    return d->layout->highlights().hovered;
}

void ArticleView::setCurrentMark(qint64 key)
{
    const std::vector<int> indexes = d->layout->marks().withKey(key);
    d->makeCurrent(indexes.empty() ? 0 : key);
    if (indexes.empty())
        return;
    const Utf16Range range = d->layout->marks().laned(indexes.front()).range;
    if (!range.isEmpty())
        scrollToPosition(int(range.begin));
}

void ArticleView::Private::makeCurrent(qint64 key)
{
    if (layout->highlights().current == key)
        return;
    layout->highlights().current = key;
    layout->highlights().roles.clear();
    q->viewport()->update();
    margin->update();
    describe();
    emit q->currentMarkChanged(key);
}

void ArticleView::Private::dropStaleMarks()
{
    const auto gone = [this](qint64 key) { return key != 0 && layout->marks().withKey(key).empty(); };
    if (gone(layout->highlights().hovered))
        hover(0);
    if (gone(layout->highlights().current))
        makeCurrent(0);
    describe();
}

void ArticleView::Private::hover(qint64 key)
{
    if (layout->highlights().hovered == key)
        return;
    layout->highlights().hovered = key;
    q->viewport()->update();
    margin->update();
    emit q->markHovered(key);
}

void ArticleView::Private::click(const std::vector<qint64> &keys, QPoint globalPosition)
{
    if (keys.size() > 1)
        emit q->marksClicked(QList<qint64>(keys.begin(), keys.end()), globalPosition);
    else
        makeCurrent(keys.empty() ? 0 : keys.front()); // without scrolling: it was under the pointer
}

std::vector<qint64> ArticleView::marksAt(int position) const
{
    return d->layout->marks().keysOf(d->layout->marks().containing(position));
}

void ArticleView::nextMark()
{
    d->stepMark(1);
}

void ArticleView::previousMark()
{
    d->stepMark(-1);
}

void ArticleView::Private::stepMark(int direction)
{
    const MarkIndex &marks = layout->marks();
    const qint64 current = layout->highlights().current;
    // A key's place in the order is that of its first range; marks without text have none.
    std::vector<int> stops;
    std::unordered_set<qint64> seen;
    for (int i = 0; i < marks.size(); ++i) {
        if (marks.laned(i).lane >= 0 && !marks.mark(i).suggested && seen.insert(marks.mark(i).key).second)
            stops.push_back(i);
    }
    if (stops.empty())
        return;
    const auto count = std::ptrdiff_t(stops.size());
    const auto here = std::ranges::find(stops, current, [&](int i) { return marks.mark(i).key; });
    std::ptrdiff_t target = 0;
    if (current != 0 && here != stops.end()) {
        target = here - stops.begin() + direction;
    } else {
        const auto after = std::ranges::lower_bound(stops, qsizetype(q->caret()), {}, [&](int i) { return marks.laned(i).range.begin; });
        target = after - stops.begin() - (direction < 0 ? 1 : 0);
    }
    const int mark = stops[size_t((target + count) % count)];
    const qint64 key = marks.mark(mark).key;
    const auto begin = int(marks.laned(mark).range.begin);
    q->setSelection({begin, begin});
    q->setCurrentMark(key);
    if (QAccessible::isActive()) {
        QAccessibleAnnouncementEvent announcement(q, q->accessibleDescription());
        QAccessible::updateAccessibility(&announcement);
    }
}

void ArticleView::cycleMarks()
{
    std::vector<qint64> keys = marksAt(caret());
    if (keys.empty() && caret() > 0)
        keys = marksAt(caret() - 1);
    if (keys.empty())
        return;
    const auto here = std::ranges::find(keys, currentMark());
    const size_t next = here == keys.end() ? 0 : size_t(here - keys.begin() + 1) % keys.size();
    d->makeCurrent(keys[next]);
}

void ArticleView::Private::describe()
{
    const MarkIndex &marks = layout->marks();
    QStringList labels;
    for (const int index : marks.withKey(layout->highlights().current)) {
        const Mark &mark = marks.mark(index);
        const QString said = mark.detail.isEmpty() ? mark.label : mark.detail;
        if (labels.isEmpty())
            labels += mark.suggested ? tr("Current suggestion: %1.").arg(said) : tr("Current annotation: %1.").arg(said);
    }
    QStringList here, suggested;
    for (const int index : marks.containing(q->caret()))
        (marks.mark(index).suggested ? suggested : here) += marks.mark(index).label;
    here.removeDuplicates();
    suggested.removeDuplicates();
    if (!here.isEmpty())
        labels += tr("Annotations at the caret: %1.").arg(here.join(u", "));
    if (!suggested.isEmpty())
        labels += tr("Suggestions at the caret: %1.").arg(suggested.join(u", "));
    QStringList roles;
    for (const RoleMark &role : layout->highlights().roles) {
        if (role.range.contains(q->caret()))
            roles += role.label;
    }
    if (!roles.isEmpty())
        labels += tr("At the caret: its %1.").arg(roles.join(u", "));
    const QString description = labels.join(u' ');
    if (q->accessibleDescription() != description)
        q->setAccessibleDescription(description);
}

} // namespace galley
