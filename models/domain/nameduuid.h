// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QUuid>

#include <initializer_list>

namespace galley {

/// The UUID (version 5) that follows from these parts and nothing else: projects that were made from the same
/// codebook file, or took in the same articles, agree on it without having met.
QUuid namedUuid(std::initializer_list<QStringView> parts);

/// The UUID that a text is, with braces or "urn:uuid:" or without; null where it is anything else, also a UUID with something
/// behind it: "…_1" and "…_2" are two ids, where QUuid::fromString reads one.
QUuid uuidWritten(QStringView text);

/// What the parts of a codebook are called among all projects as long as nobody gave them an id of their own.
QUuid layerUuid(QStringView codebook, QStringView layer);
QUuid variableUuid(QStringView codebook, QStringView layer, QStringView variable);
QUuid codeUuid(QStringView codebook, QStringView layer, QStringView variable, QStringView path);

} // namespace galley
