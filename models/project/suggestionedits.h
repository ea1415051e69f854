// SPDX-FileCopyrightText: 2026 The Galley contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <project/annotationedits.h>

#include <vector>

/// What is done with suggestions, as changes for Project::commit. Errors are for the user.
namespace galley {

/// Is it coded so already: by that coder, with that layer and code, on all of its text?
bool isCodedSo(const Suggestion &suggestion, CoderId coder, const std::vector<Annotation> &annotations);

/// Of all suggestions those that wait for this coder, in the same order: open ones for them or for all that they have not answered and not coded so
/// already, and of which the code can still be given. All of one article, with its annotations.
std::vector<Suggestion> waitingFor(CoderId coder, const std::vector<Suggestion> &suggestions, const std::vector<Annotation> &annotations, const Codebook &codebook);
/// The same as far as it can be told without annotations: for counting over a whole project.
std::vector<Suggestion> waitingFor(CoderId coder, const std::vector<Suggestion> &suggestions, const Codebook &codebook);

/// The coder's own annotation is made of it, and it is answered, in one step. `as`: with this code, of any layer, instead of the suggested one.
Result<Change> acceptSuggestion(const Codebook &codebook, const MeasuredText &text, const Suggestion &suggestion, CoderId coder, AnnotationId id, const QDateTime &at,
                                CodeId as = {});
Change dismissSuggestion(const Codebook &codebook, const QString &text, const Suggestion &suggestion, CoderId coder);

/// Those that are still open are taken away again; answers stay, so that nobody is asked twice.
Change withdrawSuggestions(const std::vector<Suggestion> &suggestions, const QString &origin);

/// "“high vigilance” as Framing / Economic", for the history and the screen reader. `text`: the article's.
QString described(const Codebook &codebook, const QString &text, const Suggestion &suggestion);

} // namespace galley
