// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownprecedent.h"

#include <domain/shortened.h>

namespace galley {

using namespace Qt::StringLiterals;

QString htmlOf(const std::vector<ShownPrecedent> &precedents, const QString &heading)
{
    if (precedents.empty())
        return {};
    QString html = u"<p><b>%1</b></p>"_s.arg(heading.toHtmlEscaped());
    for (const ShownPrecedent &precedent : precedents) {
        html += u"<p>%1<br>%2<br>→ <b>%3</b>"_s.arg(quoted(precedent.quote).toHtmlEscaped(), precedent.readings.toHtmlEscaped(), precedent.ruling.toHtmlEscaped());
        if (!precedent.reason.isEmpty())
            html += u"<br><i>%1</i>"_s.arg(precedent.reason.toHtmlEscaped());
        html += u"<br><small>%1</small></p>"_s.arg(precedent.when.toHtmlEscaped());
    }
    return html;
}

} // namespace galley
