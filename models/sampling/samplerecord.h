// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample.h"

#include <domain/article.h>
#include <domain/error.h>

#include <QJsonObject>

#include <span>

namespace galley {

/// What is kept of a sample, with all that it takes to report it and to draw it again. Articles stand in it by UUID.
QJsonObject sampleRecord(const Sample &sample);

Result<Sample> sampleFrom(const QJsonObject &record);

/// The recorded sample drawn once more, or what has changed since: articles have come or gone, or state other dates or
/// other values of the field that strata are made by.
Result<Sample> drawnAgain(std::span<const Article> articles, const QJsonObject &record);

} // namespace galley
