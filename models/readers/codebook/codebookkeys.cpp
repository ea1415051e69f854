// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebookkeys.h"

namespace galley {

using namespace Qt::StringLiterals;

const QStringList &keysOfCodebook()
{
    static const QStringList keys{u"galley_codebook"_s, u"name"_s, u"layers"_s};
    return keys;
}

const QStringList &keysOfLayer()
{
    static const QStringList keys{u"name"_s, u"id"_s, u"unit"_s, u"description"_s, u"leave_out"_s, u"snap"_s, u"overlap"_s, u"across_paragraphs"_s, u"variables"_s};
    return keys;
}

const QStringList &keysOfVariable()
{
    static const QStringList keys{u"name"_s, u"id"_s, u"type"_s, u"description"_s, u"required"_s, u"multiple"_s, u"minimum"_s, u"maximum"_s, u"scale"_s, u"default"_s, u"shown_when"_s,
                                  u"required_when"_s, u"codes"_s};
    return keys;
}

const QStringList &keysOfCode()
{
    static const QStringList keys{u"name"_s, u"id"_s, u"value"_s, u"hint"_s, u"aliases"_s, u"retired"_s, u"definition"_s, u"include"_s, u"exclude"_s, u"examples"_s, u"counter_examples"_s,
                                  u"color"_s, u"key"_s, u"codes"_s};
    return keys;
}

} // namespace galley
