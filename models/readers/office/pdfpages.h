// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pdflines.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <utility>
#include <vector>

namespace galley {

/// What a PDF holds, as Poppler has it.
struct PdfContents
{
    enum class State { Read, Damaged, Locked };
    State state = State::Damaged;
    std::vector<std::pair<QString, QString>> properties; ///< what the document says about itself; times in ISO 8601
    int pageCount = 0;
    std::vector<PdfPage> pages; ///< fewer where there are more than wanted, or the time is up
};

} // namespace galley

/// The part "pdf": reads the document's first pages into `contents`.
extern "C" {
using GalleyReadPdf = void(const QByteArray &bytes, int mostPages, const QDeadlineTimer &deadline, galley::PdfContents &contents);
Q_DECL_EXPORT GalleyReadPdf galleyReadPdf;
}
