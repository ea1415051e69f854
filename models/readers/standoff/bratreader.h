// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/reader.h>

namespace galley {

/// Standoff files of brat (NAME.ann), each with its text (NAME.txt) beside it or in a folder beside its own; NAME_CODER.ann are
/// the annotations of one coder, who is done with the text. They become annotations of the layer "brat", coded by their type: stretches (T) as they are, an
/// event (E) where its trigger stands, its arguments and relations (R) as passages that are values, attributes (A) as values,
/// notes (#) as memos. What was exported from Galley has its layers, codes and variables again by the labels in its visual.conf.
/// Their settings (annotation.conf …) hold nothing to read.
extern const Reader bratReader;

} // namespace galley
