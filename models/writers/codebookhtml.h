// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QByteArray>

#include <map>
#include <vector>

namespace galley {

/// How a disagreement about a code was settled, in words.
struct CodeRuling
{
    QString quote;
    QString readings; ///< "Ada: Economic · Ben: Morality"
    QString ruling;   ///< "Economic"
    QString reason;
    QString when; ///< and by whom
};

using RulingsByCode = std::map<CodeId, std::vector<CodeRuling>>; ///< the newest first

/// The codebook as it is printed: layers with their rules, variables with what is asked, codes with definition, rules, anchor examples,
/// counter-examples and rulings. A page of its own that needs nothing beside it, dark on white; browsers and QTextDocument show it alike.
QByteArray codebookToHtml(const Codebook &codebook, const RulingsByCode &rulings = {});

} // namespace galley
