// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importing.h"
#include "importprivate.h"

#include <QLocale>

namespace galley {

namespace {

QString reasonInWords(LeftOutReason reason)
{
    switch (reason) {
    case LeftOutReason::Surroundings:
        return Importing::tr("marked as surroundings of the article");
    case LeftOutReason::Outside:
        return Importing::tr("outside the part taken for the article");
    case LeftOutReason::Comments:
        return Importing::tr("of readers’ comments or notices of consent");
    case LeftOutReason::Links:
        return Importing::tr("that lead to other pages");
    case LeftOutReason::Notice:
        return Importing::tr("that advertise or invite");
    case LeftOutReason::Hidden:
        return Importing::tr("that the source hides");
    case LeftOutReason::Controls:
        return Importing::tr("of buttons, frames and the like");
    case LeftOutReason::Scrap:
        return Importing::tr("of single words or headings without a text");
    case LeftOutReason::Alternative:
        return Importing::tr("of another form of the text");
    case LeftOutReason::Part:
        return Importing::tr("of other parts of the file");
    case LeftOutReason::Metadata:
        return Importing::tr("about the article, for which there is no field");
    case LeftOutReason::Label:
        return Importing::tr("of the format itself");
    case LeftOutReason::Withdrawn:
        return Importing::tr("deleted, or remarks of editors");
    case LeftOutReason::Unread:
        break;
    }
    return Importing::tr("that no rule knows");
}

} // namespace

QString summaryOf(const LeftOutText &leftOut)
{
    const QString one = leftOut.prose ? Importing::tr("1 paragraph") : Importing::tr("1 piece");
    const QString several = leftOut.prose ? Importing::tr("%n paragraphs", nullptr, leftOut.paragraphs) : Importing::tr("%n pieces", nullptr, leftOut.paragraphs);
    return Importing::tr("%1 %2, %3")
        .arg(leftOut.paragraphs == 1 ? one : several,
             reasonInWords(leftOut.reason), Importing::tr("%1 characters").arg(QLocale().toString(leftOut.characters)));
}

} // namespace galley
