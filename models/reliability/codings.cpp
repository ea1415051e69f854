// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codings.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace galley {

namespace {

constexpr std::array levelNames{"nominal", "ordinal", "interval", "ratio"};

std::optional<double> numberOf(const QString &label)
{
    bool isNumber = false;
    const double number = label.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number == 0 ? 0.0 : number) : std::nullopt;
}

bool precedes(const Category &a, const Category &b)
{
    if (a.number && b.number && *a.number != *b.number)
        return *a.number < *b.number;
    return a.name.toUcs4() < b.name.toUcs4(); // QString compares UTF-16 units, which order emoji before U+FFxx
}

} // namespace

QString nameOf(Level level)
{
    return QString::fromLatin1(levelNames[size_t(level)]);
}

std::optional<Level> levelNamed(QStringView name)
{
    const auto found = std::ranges::find_if(levelNames, [&](const char *known) { return name == QLatin1StringView(known); });
    return found == levelNames.end() ? std::nullopt : std::optional(Level(found - levelNames.begin()));
}

Codings codingsOf(const QStringList &coders, const std::vector<QString> &labels, const QStringList &codebook, bool numeric)
{
    Codings codings;
    codings.coders = coders;
    codings.wholeCodebook = !codebook.isEmpty();
    codings.cells.assign(labels.size(), Codings::Missing);

    QHash<QString, qint32> byName;
    QHash<double, qint32> byNumber;
    const auto indexOf = [&](const QString &label) {
        if (const auto known = byName.constFind(label); known != byName.constEnd())
            return *known;
        const std::optional<double> number = numberOf(label);
        qint32 index = qint32(codings.categories.size());
        if (numeric && number && byNumber.contains(*number))
            index = byNumber[*number];
        else
            codings.categories.push_back({label, number});
        byName.insert(label, index);
        if (number)
            byNumber.insert(*number, index);
        return index;
    };
    for (const QString &label : codebook)
        indexOf(label);
    const size_t listed = codings.categories.size();
    for (size_t i = 0; i < labels.size(); ++i) {
        if (!labels[i].isNull())
            codings.cells[i] = indexOf(labels[i]);
    }

    // What the codebook does not list follows its codes, in an order of its own.
    const bool allNumbers
        = std::ranges::all_of(codings.categories, [](const Category &category) { return category.number.has_value(); });
    std::vector<qint32> order(codings.categories.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = qint32(i);
    std::ranges::sort(order.begin() + qptrdiff(listed), order.end(), [&](qint32 a, qint32 b) {
        Category left = codings.categories[size_t(a)], right = codings.categories[size_t(b)];
        if (!allNumbers)
            left.number = right.number = std::nullopt;
        return precedes(left, right);
    });
    std::vector<Category> sorted;
    std::vector<qint32> place(order.size());
    for (qint32 from : order) {
        place[size_t(from)] = qint32(sorted.size());
        sorted.push_back(codings.categories[size_t(from)]);
    }
    codings.categories = std::move(sorted);
    codings.ranked = listed == order.size() || (listed == 0 && allNumbers);
    for (qint32 &cell : codings.cells) {
        if (cell != Codings::Missing)
            cell = place[size_t(cell)];
    }
    return codings;
}

Codings pairOf(const Codings &codings, qsizetype first, qsizetype second)
{
    Codings pair{{codings.coders[first], codings.coders[second]}, codings.units, codings.categories, codings.wholeCodebook, {}, codings.ranked};
    pair.cells.reserve(size_t(codings.unitCount()) * 2);
    for (qsizetype row = 0; row < codings.unitCount(); ++row) {
        const auto unit = codings.unit(row);
        pair.cells.push_back(unit[size_t(first)]);
        pair.cells.push_back(unit[size_t(second)]);
    }
    return pair;
}

} // namespace galley
