// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/range.h>

#include <QStringView>

#include <vector>

namespace galley {

enum class FindOption { None = 0, CaseSensitive = 1, WholeWords = 2 };
Q_DECLARE_FLAGS(FindOptions, FindOption)
Q_DECLARE_OPERATORS_FOR_FLAGS(FindOptions)

/// Where `needle` occurs in `text`, in reading order and not overlapping. What is typed finds what is set: any blank
/// (a line break, a no-break space) matches any other, and straight quotes and hyphens match their typographic kin.
/// A whole word has no letter, digit or mark beside it.
std::vector<Utf16Range> findAll(QStringView text, QStringView needle, FindOptions options = FindOption::None);

} // namespace galley
