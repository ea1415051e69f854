// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/codebook.h>

#include <QString>
#include <QUuid>

#include <vector>

namespace galley {

/// A codebook as most programs of the field have them: one tree of codes, each with a name, a colour and a text that describes it.
/// Layers and the variables below them are codes that nothing is coded with.
struct OutlineCode
{
    QUuid uuid;
    QString name;
    bool isCodable = true;
    QString color;       ///< "#rrggbb", or empty
    QString description; ///< definition, rules and examples, as describedCode() puts them
    std::vector<OutlineCode> below = {};

    bool operator==(const OutlineCode &) const = default;
};

std::vector<OutlineCode> outlineOf(const Codebook &codebook);

/// Definition, rules and examples as one text, each part but the definition under its heading ("Include: …", "Examples:" and a line for
/// each), as codebooks are written by hand.
QString describedCode(const Code &code);

/// Takes such a text apart again: paragraphs that begin with a heading, in the words codebooks have for it, are the rules and the
/// examples, what stands in front of them is the definition.
void takeDescription(const QString &text, Code &code);

} // namespace galley
