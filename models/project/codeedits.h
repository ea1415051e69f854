// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/change.h>
#include <domain/codebook.h>
#include <domain/error.h>
#include <domain/rows.h>

/// Codes changed where they are used, one by one; layers and variables by partedits.h, a whole codebook by codebookedits.h. Each is one
/// step. Errors are for the user.
namespace galley {

/// A code as it is to be: its name is not empty and no sibling's, its key is one character and no other code's of the same use, its
/// colour is "#rrggbb" or empty. Empty where nothing is another.
Result<Change> editCode(const Codebook &codebook, Code after);

/// A passage that shows what a code is, or what only looks like it.
struct CodeExample
{
    CodeId code;
    QString text; ///< with its source; it becomes one line
};
enum class ExampleKind { Example, CounterExample };

/// Adds them to the codes' examples or counter-examples; what stands there already is left out. Empty where all do.
Result<Change> addExamples(const Codebook &codebook, const std::vector<CodeExample> &examples, ExampleKind kind);

/// As the last below `parent` (0: at the top), with that name.
Result<Change> addCodeBelow(const Codebook &codebook, VariableId variable, CodeId parent, const QString &name);

/// With the codes below it. Refused where annotations use one of them.
Result<Change> removeCode(const Codebook &codebook, CodeId code, const CodebookUse &use);

/// By one place among its siblings: −1 up, +1 down. Empty at the end.
Change moveCode(const Codebook &codebook, CodeId code, int direction);

/// Below another parent of the same variable (0: to the top), as its last. An error where it would stand below itself.
Result<Change> moveCodeBelow(const Codebook &codebook, CodeId code, CodeId parent);

} // namespace galley
