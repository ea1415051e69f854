// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layershape.h"

#include <algorithm>

namespace galley {

QPainterPath outlineOf(LayerShape shape, const QRectF &rect)
{
    QPainterPath path;
    switch (shape) {
    case LayerShape::Square: {
        const qreal corner = std::min(3.0, rect.height() / 4);
        path.addRoundedRect(rect, corner, corner);
        break;
    }
    case LayerShape::Round:
        path.addEllipse(rect);
        break;
    case LayerShape::Diamond:
        path.addPolygon(QPolygonF({{rect.center().x(), rect.top()}, {rect.right(), rect.center().y()}, {rect.center().x(), rect.bottom()}, {rect.left(), rect.center().y()}}));
        path.closeSubpath();
        break;
    case LayerShape::Triangle:
        path.addPolygon(QPolygonF({{rect.left(), rect.bottom()}, {rect.center().x(), rect.top()}, {rect.right(), rect.bottom()}}));
        path.closeSubpath();
        break;
    }
    return path;
}

} // namespace galley
