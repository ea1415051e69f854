// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFunctionPointer>
#include <QString>

#include <expected>

namespace galley {

/// The function `entry` of a part of the program that brings a large library along and lies in a file of its own, so that
/// the window opens without it (galley_part in CMake). Loaded when first asked for, and kept. Any thread may ask.
/// The error says in technical words why it cannot be loaded.
std::expected<QFunctionPointer, QString> partEntry(const char *part, const char *entry);

} // namespace galley
