// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nitfreader.h"

#include "newsxml.h"
#include "nitf.h"

#include <QCoreApplication>

#include <array>

namespace galley {

namespace {

using namespace Qt::StringLiterals;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(galley::NitfReader)
};

constexpr std::array<const char *, 1> suffixes{"nitf"};

Result<ReadInfo> read(QIODevice &device, QStringView, const ReadOptions &options, const TakeRecord &take)
{
    return readXml(device, options, [&](const QDomElement &root) {
        const auto documents = outermost(root, {"nitf"_L1});
        if (documents.empty())
            take({1, ReadProblem{Tr::tr("There is no NITF document in it.")}});
        for (const QDomElement &document : documents) {
            StatedArticle stated;
            addNitf(document, stated);
            if (!give(std::move(stated), document.lineNumber(), take))
                return;
        }
    });
}

} // namespace

const Reader nitfReader{"nitf", [] { return Tr::tr("NITF"); }, suffixes,
    [](const FileHead &head) { return rootName(head).name == "nitf"_L1; }, read};

} // namespace galley
