// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nitfreader.h"

#include "newsxml.h"
#include "nitf.h"

#include <readers/readertext.h>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<const char *, 1> nitfSuffixes{"nitf"};

Result<ReadInfo> readNitf(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &taken)
{
    return readXml(device, options, taken, [](const QDomElement &root, const TakeRecord &take) {
        const auto documents = outermost(root, {"nitf"_L1});
        if (documents.empty())
            take({1, ReadProblem{Readers::tr("There is no NITF document in it.")}});
        for (const QDomElement &document : documents) {
            StatedArticle stated;
            addNitf(document, stated);
            stated.line = document.lineNumber();
            holdTexts(stated.account, document);
            if (!give(std::move(stated), take))
                return;
        }
    });
}

} // namespace

const Reader nitfReader{"nitf", [] { return Readers::tr("NITF"); }, nitfSuffixes,
    [](const FileHead &head) { return rootName(head).name == "nitf"_L1; }, readNitf};

} // namespace galley
