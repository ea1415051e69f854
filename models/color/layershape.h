// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

namespace galley {

/// What the codes of a layer are drawn as, so that two layers are told apart where a colour of theirs is the same or is not seen.
enum class LayerShape { Square, Round, Diamond, Triangle };
constexpr int layerShapes = 4;

QPainterPath outlineOf(LayerShape shape, const QRectF &rect);

} // namespace galley
